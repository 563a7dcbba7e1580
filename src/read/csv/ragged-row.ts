import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { Row, TextCell } from '../table/table.ts';

/**
 * Returns a finding where a row does not have a cell for each heading. Empty cells beyond the last heading are what a
 * spreadsheet leaves behind and are no fault, unless a number that its comma cut in two explains the one too many:
 * then the cell that is left over is empty only because the last column is, and every figure stands one column off.
 */
export function raggedRow(row: Row, headings: readonly TextCell[]): Finding | undefined {
  const named = headings.slice(0, headings.findLastIndex((cell) => cell.text !== '') + 1);
  const surplus = row.cells.slice(named.length).find((cell) => cell.text !== '');
  if (surplus) return cutNumber(row, named) ?? tooMany(row, named, surplus);
  if (row.cells.length > headings.length) return cutNumber(row, headings);
  return row.cells.length < named.length ? tooFew(row, named) : undefined;
}

function tooMany(row: Row, headings: readonly TextCell[], surplus: TextCell): Finding {
  return finding(
    'E024',
    `the row has more cells than there are headings: ${quoted(surplus.text)} is left over`,
    { at: surplus.at, why: counts(row, headings) },
  );
}

function counts(row: Row, headings: readonly TextCell[]): string {
  return `the row has ${row.cells.length} cells, and there are ${headings.length} headings`;
}

function cutNumber(row: Row, headings: readonly TextCell[]): Finding | undefined {
  const split = splitNumber(row);
  if (!split) return undefined;
  const isTrailing = row.cells.at(-1)?.text === '';
  return finding('E024', `${quoted(split.whole)} was read as two cells`, {
    at: split.at,
    why: `the comma in it ends a cell: ${counts(row, headings)}`,
    help:
      `put it in quotation marks, "${split.whole}", or leave out the comma: ${split.whole.replaceAll(',', '')}` +
      (isTrailing ? '; if it is two figures, delete the comma at the end of the row' : ''),
  });
}

/** Finds a number that its thousands separator cut in two: `1` and `234.5`, side by side. */
function splitNumber(row: Row): { whole: string; at: TextCell['at'] } | undefined {
  for (const [index, cell] of row.cells.entries()) {
    const next = row.cells[index + 1];
    if (
      next &&
      /^-?[1-9]\d{0,2}$/.test(cell.text) &&
      /^\d{3}(?:\.\d+)?$/.test(next.text) &&
      adjoin(cell, next)
    )
      return {
        whole: `${cell.text},${next.text}`,
        at: { ...cell.at, length: cell.text.length + 1 + next.text.length },
      };
  }
  return undefined;
}

function adjoin(cell: TextCell, next: TextCell): boolean {
  return cell.at.line === next.at.line && cell.at.column + cell.text.length + 1 === next.at.column;
}

function tooFew(row: Row, headings: readonly TextCell[]): Finding {
  const missing = headings.slice(row.cells.length).map((heading) => quoted(heading.text));
  return finding('E024', counts(row, headings), {
    at: row.at,
    why: `there is no cell for ${missing.join(', ')}`,
    help: 'add a comma for each cell that is empty; check that no comma or quotation mark was lost',
  });
}
