import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { SourceText } from '../source-text.ts';
import type { Row } from '../table/table.ts';

/** Returns what makes a heading row unreliable: a title above it, a heading twice, or figures under no heading. */
export function headingFaults(source: SourceText, headings: Row, rows: readonly Row[]): Finding[] {
  const title = titleRow(source, headings, rows);
  if (title) return [title];
  return [...twice(headings), ...empty(headings, rows)];
}

/** One written cell above rows of several is a title and not a heading. */
function titleRow(source: SourceText, headings: Row, rows: readonly Row[]): Finding | undefined {
  const written = headings.cells.filter((cell) => cell.text !== '');
  const [first, ...others] = written;
  const wide = rows.find((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
  if (!first || others.length > 0 || !wide) return undefined;
  return finding('E030', `${quoted(first.text)} stands above the headings`, {
    at: first.at,
    why: `the rows below have several cells; line ${wide.at.line}, ${quoted(source.line(wide.at.line) ?? '')}, looks like the headings`,
  });
}

function twice(headings: Row): Finding[] {
  return headings.cells.flatMap((cell, index) => {
    const first = headings.cells.findIndex((other) => sameHeading(other.text, cell.text));
    const earlier = headings.cells[first];
    if (cell.text === '' || first === index || !earlier) return [];
    return [
      finding('E021', `the heading ${quoted(cell.text)} is used twice`, {
        at: cell.at,
        why: `columns ${first + 1} and ${index + 1} have it, and nothing says which one counts`,
        related: [earlier.at],
      }),
    ];
  });
}

function sameHeading(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function empty(headings: Row, rows: readonly Row[]): Finding[] {
  return headings.cells.flatMap((cell, index) => {
    if (cell.text !== '') return [];
    const data = rows.map((row) => row.cells[index]).find((one) => one !== undefined && one.text !== '');
    if (!data) return [];
    return [
      finding('E022', `column ${index + 1} has no heading`, {
        at: cell.at,
        why: `it holds ${quoted(data.text)} in line ${data.at.line}`,
        related: [data.at],
      }),
    ];
  });
}
