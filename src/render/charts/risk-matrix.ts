import type { MatrixCellView, MatrixChart } from '../../report/view-charts.ts';
import { boxOf, type Box, type Spot } from './labels.ts';
import { element, escapeText, image, textWidth } from './svg.ts';

const WIDTH = 244;
const TEXT = 11.5;
const LINE = 14;
const HEAD = 17;
const GAP = 2;
const AXIS = 34;

export interface MatrixText {
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
  readonly className: string;
}

interface Layout {
  readonly left: number;
  readonly cellWidth: number;
  /** Top of each row, and of what is below the last one. */
  readonly tops: readonly number[];
  readonly height: number;
}

/** Returns the matrix as SVG: each open risk in its cell, each cell with its score and rating in words. */
export function renderRiskMatrix(chart: MatrixChart): string {
  const layout = layoutOf(chart);
  const cells = chart.rows.flatMap((row, rowAt) =>
    row.cells.map((cell, columnAt) => cellBox(cell, layout, rowAt, columnAt)),
  );
  const { id, title, description } = chart;
  return image(
    { id, title, description, width: WIDTH, height: layout.height },
    ...cells,
    ...matrixTexts(chart).map(({ text, spot, className }) =>
      element(
        'text',
        { class: className, x: spot.x, y: spot.y, 'text-anchor': spot.anchor },
        escapeText(text),
      ),
    ),
  );
}

/** Returns every text of the matrix with the room it takes. */
export function matrixTexts(chart: MatrixChart): MatrixText[] {
  const layout = layoutOf(chart);
  const texts: MatrixText[] = [];
  const put = (text: string, spot: Spot, className: string): void => {
    if (text !== '') texts.push({ text, spot, box: boxOf(text, TEXT, spot), className });
  };
  const middleOf = (column: number): number =>
    layout.left + column * layout.cellWidth + (layout.cellWidth - GAP) / 2;
  put(chart.rowAxis, { x: 0, y: TEXT, anchor: 'start' }, 'axis-label');
  chart.rows.forEach((row, rowAt) => {
    const top = layout.tops[rowAt] ?? 0;
    const bottom = layout.tops[rowAt + 1] ?? top;
    put(row.label, { x: layout.left - 6, y: (top + bottom) / 2 + TEXT * 0.3, anchor: 'end' }, 'tick');
    row.cells.forEach((cell, columnAt) => {
      const x = layout.left + columnAt * layout.cellWidth + 5;
      put(`${cell.score} ${cell.rating}`.trim(), { x, y: top + TEXT + 2, anchor: 'start' }, 'cell-score');
      riskLines(cell, layout.cellWidth).forEach((text, lineAt) => {
        put(text, { x, y: top + HEAD + LINE * (lineAt + 1) - 2, anchor: 'start' }, 'cell-risk');
      });
    });
  });
  const foot = layout.tops.at(-1) ?? 0;
  chart.columns.forEach((label, at) => {
    put(label, { x: middleOf(at), y: foot + TEXT + 2, anchor: 'middle' }, 'tick');
  });
  put(chart.columnAxis, { x: (layout.left + WIDTH) / 2, y: foot + AXIS - 4, anchor: 'middle' }, 'axis-label');
  return texts;
}

function layoutOf(chart: MatrixChart): Layout {
  const left = Math.min(90, Math.max(...chart.rows.map((row) => textWidth(row.label, TEXT)), 20) + 8);
  const cellWidth = (WIDTH - left) / Math.max(1, chart.columns.length);
  const tops = [TEXT + 8];
  for (const row of chart.rows) {
    const lines = Math.max(1, ...row.cells.map((cell) => riskLines(cell, cellWidth).length));
    tops.push((tops.at(-1) ?? 0) + HEAD + lines * LINE + 6);
  }
  return { left, cellWidth, tops, height: (tops.at(-1) ?? 0) + AXIS };
}

/** Returns the references of a cell in lines that fit its width: every risk is shown, and the cell grows. */
function riskLines(cell: MatrixCellView, cellWidth: number): string[] {
  const lines: string[] = [];
  for (const reference of cell.risks) {
    const joined = lines.length > 0 ? `${lines.at(-1) ?? ''}, ${reference}` : reference;
    if (lines.length > 0 && textWidth(joined, TEXT) <= cellWidth - 12) lines[lines.length - 1] = joined;
    else lines.push(reference);
  }
  return lines;
}

function cellBox(cell: MatrixCellView, layout: Layout, row: number, column: number): string {
  const top = layout.tops[row] ?? 0;
  const bottom = layout.tops[row + 1] ?? top;
  return element('rect', {
    class: `cell ${cell.colour}${cell.severe ? ' severe' : ''}`,
    x: layout.left + column * layout.cellWidth + 0.5,
    y: top + 0.5,
    width: layout.cellWidth - GAP - 1,
    height: bottom - top - GAP - 1,
  });
}
