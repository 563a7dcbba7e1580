import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { Row, TextCell } from '../table/table.ts';

/**
 * Returns a finding where a row does not have a cell for each heading. Empty cells beyond the last heading are what a
 * spreadsheet leaves behind and are no fault.
 */
export function raggedRow(row: Row, headings: readonly TextCell[]): Finding | undefined {
  const surplus = row.cells.slice(headings.length).find((cell) => cell.text !== '');
  if (surplus) return tooMany(row, headings, surplus);
  return row.cells.length < headings.length ? tooFew(row, headings) : undefined;
}

function tooMany(row: Row, headings: readonly TextCell[], surplus: TextCell): Finding {
  const count = `the row has ${row.cells.length} cells, and there are ${headings.length} headings`;
  const split = splitNumber(row);
  if (split)
    return finding('E024', `${quoted(split.whole)} was read as two cells`, {
      at: split.at,
      why: `the comma in it ends a cell: ${count}`,
      help: `put it in quotation marks, "${split.whole}", or leave out the comma: ${split.whole.replaceAll(',', '')}`,
    });
  return finding(
    'E024',
    `the row has more cells than there are headings: ${quoted(surplus.text)} is left over`,
    {
      at: surplus.at,
      why: count,
    },
  );
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
  return finding('E024', `the row has ${row.cells.length} cells, and there are ${headings.length} headings`, {
    at: row.at,
    why: `there is no cell for ${missing.join(', ')}`,
    help: 'add a comma for each cell that is empty; check that no comma or quotation mark was lost',
  });
}
