import { PDFNumber } from '@cantoo/pdf-lib';
import { once } from '../../model/once.ts';
import type { Node } from './examined.ts';
import { asName, textAt } from './objects.ts';
import { captionFaults, type PdfRule, type Wrong, wrong } from './rule.ts';
import { attributeOf, headersOf } from './tree.ts';

const PARTS: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
};

interface Cell {
  readonly node: Node;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly scope: string | undefined;
  readonly id: string | undefined;
  readonly headers: readonly string[];
}

/** Rules on tables. */
export const TABLE_RULES: readonly PdfRule[] = [
  {
    name: 'table-parts',
    checkpoint: '09-004',
    says: 'Tables are of rows, and rows of cells; a caption is there once and first, a head and a foot once, with a body.',
    check: ({ nodes }) =>
      nodes.flatMap((node) => {
        const owners = OWNERS[node.type];
        const parts = PARTS[node.type];
        const isStray = owners !== undefined && !owners.includes(node.parent?.type ?? '');
        const strays =
          parts === undefined
            ? []
            : node.nodes.filter(({ type }) => !parts.includes(type) && OWNERS[type] === undefined);
        const isBare = parts !== undefined && node.element.kids.some((kid) => kid.kind !== 'element');
        return [
          ...(isStray ? [wrong(node, `a ${node.type} stands in a ${node.parent?.type ?? 'document'}`)] : []),
          ...strays.map((kid) => wrong(kid, `a ${kid.type} stands in a ${node.type}`)),
          ...(isBare ? [wrong(node, `text stands in a ${node.type} outside its cells`)] : []),
          ...(node.type === 'Table' ? groupFaults(node) : []),
        ];
      }),
  },
  {
    name: 'table-shape',
    says: 'Every row of a table has the same number of columns, spans counted, and no two cells take one place.',
    check: ({ nodes }) => tablesOf(nodes).flatMap((table) => shapeFaults(table, cellsOf(table))),
  },
  {
    name: 'table-headings',
    checkpoint: '15-003',
    says: 'Every heading cell says whether it is of its row or its column, or is named by the cells that it is of.',
    check: ({ nodes }) =>
      tablesOf(nodes).flatMap((table) => {
        const cells = cellsOf(table);
        const named = new Set(cells.flatMap(({ headers }) => headers));
        return cells.flatMap(({ node, scope, id }) =>
          node.type !== 'TH' || isScope(scope) || (id !== undefined && named.has(id))
            ? []
            : [wrong(node, 'a heading cell does not say what it is the heading of')],
        );
      }),
  },
  {
    name: 'cell-headings',
    says: 'Every cell of figures or text has a heading.',
    check: ({ nodes }) =>
      tablesOf(nodes).flatMap((table) => {
        const cells = cellsOf(table);
        return cells.flatMap((cell) =>
          cell.node.type !== 'TD' || cell.node.element.kids.length === 0 || hasHeading(cell, cells)
            ? []
            : [wrong(cell.node, 'a cell has no heading')],
        );
      }),
  },
];

/** What ISO 32000-1, 14.8.4.3.4 says of the parts of a table. */
function groupFaults(table: Node): Wrong[] {
  const types = table.nodes.map(({ type }) => type);
  const faults = captionFaults(table);
  for (const type of ['THead', 'TFoot']) {
    const count = types.filter((one) => one === type).length;
    if (count > 1) faults.push(wrong(table, `a table has ${count} ${type}`));
    if (count > 0 && !types.includes('TBody'))
      faults.push(wrong(table, `a table has a ${type} and no TBody`));
  }
  return faults;
}

function tablesOf(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ type }) => type === 'Table');
}

function rowsOf(table: Node): Node[] {
  return table.nodes.flatMap((node) => {
    if (node.type === 'TR') return [node];
    return ['THead', 'TBody', 'TFoot'].includes(node.type) ? rowsOf(node) : [];
  });
}

/**
 * Returns the cells of a table with the rows and columns that they take, spans counted. What several rules look at is worked
 * out once: a node is of one examination, in which nothing changes.
 */
const cellsOf = once<Node, readonly Cell[]>(readCells);

function readCells(table: Node): Cell[] {
  const rows = rowsOf(table);
  const taken = rows.map((): boolean[] => []);
  return rows.flatMap(({ nodes }, row) => {
    let column = 0;
    return nodes.flatMap((node) => {
      if (node.type !== 'TH' && node.type !== 'TD') return [];
      while (taken[row]?.[column] === true) column += 1;
      const span = (name: string): number => {
        const value = attributeOf(node.element, name);
        return value instanceof PDFNumber ? Math.max(1, value.asNumber()) : 1;
      };
      const cell = {
        node,
        row,
        column,
        rows: span('RowSpan'),
        columns: span('ColSpan'),
        scope: asName(attributeOf(node.element, 'Scope')),
        id: textAt(node.element.dict, 'ID'),
        headers: headersOf(node.element),
      };
      for (const line of linesOf(taken, cell))
        for (let along = 0; along < cell.columns; along += 1) line[column + along] = true;
      return [cell];
    });
  });
}

/** Returns those of the rows of a table that a cell takes a place of. */
function linesOf<T>(lines: readonly T[], { row, rows }: Pick<Cell, 'row' | 'rows'>): T[] {
  return lines.slice(row, row + rows);
}

/** Each place of the grid of rows and columns is to be taken by one cell. */
function shapeFaults(table: Node, cells: readonly Cell[]): Wrong[] {
  const rows = rowsOf(table);
  const width = Math.max(0, ...cells.map(({ column, columns }) => column + columns));
  const grid = rows.map(() => new Array<Cell | undefined>(width).fill(undefined));
  const faults: Wrong[] = [];
  for (const cell of cells) {
    if (cell.row + cell.rows > rows.length)
      faults.push(wrong(cell.node, 'a cell spans more rows than there are'));
    const lines = linesOf(grid, cell);
    if (lines.some((line) => line.slice(cell.column, cell.column + cell.columns).some((one) => one)))
      faults.push(wrong(cell.node, 'a cell takes a place that another cell has taken'));
    for (const line of lines) line.fill(cell, cell.column, cell.column + cell.columns);
  }
  const holes = rows.flatMap((row, index) => {
    const count = grid[index]?.filter((one) => one !== undefined).length ?? 0;
    return count === width ? [] : [wrong(row, `a row has ${count} columns, and the table ${width}`)];
  });
  return [...holes, ...faults];
}

function isScope(scope: string | undefined): boolean {
  return scope === 'Row' || scope === 'Column' || scope === 'Both';
}

function hasHeading(cell: Cell, cells: readonly Cell[]): boolean {
  const headings = cells.filter(({ node }) => node.type === 'TH');
  if (cell.headers.length > 0) {
    const ids = new Set(headings.map(({ id }) => id));
    return cell.headers.every((id) => ids.has(id));
  }
  return headings.some(({ scope, row, column, rows, columns }) => {
    const isOfRow = cell.row < row + rows && row < cell.row + cell.rows;
    const isOfColumn = cell.column < column + columns && column < cell.column + cell.columns;
    return (
      (isOfRow && scope !== 'Column' && isScope(scope)) || (isOfColumn && scope !== 'Row' && isScope(scope))
    );
  });
}
