import { PDFNumber, type PDFContext } from '@cantoo/pdf-lib';
import { textAt } from './objects.ts';
import { attributeOf, elementsOf, headersOf, newElement, type Kid, type StructElement } from './tree.ts';

const CELLS = new Set(['TH', 'TD']);

/**
 * Gives tables what the browser leaves out: the caption as one, where it has lines of its own, and the cells that are
 * empty, without which the cells after them are read under other headings.
 */
export function mendTables(context: PDFContext, top: readonly StructElement[]): void {
  for (const table of elementsOf(top)) {
    if (table.type !== 'Table') continue;
    table.kids = withCaption(context, table.kids);
    const rows = elementsOf(table.kids).filter(({ type }) => type === 'TR');
    fillRows(context, rows);
  }
}

function withCaption(context: PDFContext, kids: readonly Kid[]): Kid[] {
  const isPart = (kid: Kid): boolean =>
    kid.kind === 'element' && ['TR', 'THead', 'TBody', 'TFoot', 'Caption'].includes(kid.type);
  const rest = kids.filter((kid) => !isPart(kid));
  if (rest.length === 0 || kids.some((kid) => kid.kind === 'element' && kid.type === 'Caption'))
    return [...kids];
  return [newElement(context, 'Caption', rest), ...kids.filter(isPart)];
}

/** Only for tables without cells that span: in those, nothing says where a cell is missing. */
function fillRows(context: PDFContext, rows: readonly StructElement[]): void {
  const [first, ...others] = rows;
  if (first === undefined || rows.some((row) => cellsOf(row).some(spans))) return;
  const width = cellsOf(first).length;
  const columns = new Map(
    cellsOf(first).flatMap((cell, column) => {
      const id = textAt(cell.dict, 'ID');
      return id === undefined ? [] : [[id, column] as const];
    }),
  );
  for (const row of others) {
    const cells = cellsOf(row);
    if (cells.length >= width || cells.length !== row.kids.length) continue;
    const filled: Kid[] = [];
    for (const cell of cells) {
      const column = Math.max(-1, ...headersOf(cell).map((id) => columns.get(id) ?? -1));
      while (filled.length < column) filled.push(newElement(context, 'TD', []));
      filled.push(cell);
    }
    while (filled.length < width) filled.push(newElement(context, 'TD', []));
    row.kids = filled;
  }
}

function cellsOf(row: StructElement): StructElement[] {
  return row.kids.filter((kid) => kid.kind === 'element').filter(({ type }) => CELLS.has(type));
}

function spans(cell: StructElement): boolean {
  return ['RowSpan', 'ColSpan'].some((name) => {
    const span = attributeOf(cell, name);
    return span instanceof PDFNumber && span.asNumber() > 1;
  });
}
