import type { MatrixCellView, MatrixChart } from '../../report/view-charts.ts';
import { MATRIX, matrixLayout, type MatrixLayout } from '../../report/view-matrix.ts';
import { hatching } from './hatching.ts';
import { boxOf, type Box, type Spot } from './labels.ts';
import { element, escapeText, image } from './svg.ts';

export interface MatrixText {
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
  readonly className: string;
}

/** Returns the matrix as SVG: each open risk in its cell, with the cell's score and rating in words. */
export function renderRiskMatrix(chart: MatrixChart): string {
  const layout = matrixLayout(chart);
  const cells = chart.rows.flatMap((row, rowAt) =>
    row.cells.flatMap((cell, columnAt) => cellBox(cell, layout, rowAt, columnAt)),
  );
  const { id, title, description } = chart;
  return image(
    { id, title, description, width: layout.width, height: layout.height },
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

type Put = (text: string, spot: Spot, className: string) => void;

/** Returns every text of the matrix with the room it takes. */
export function matrixTexts(chart: MatrixChart): MatrixText[] {
  const layout = matrixLayout(chart);
  const texts: MatrixText[] = [];
  const put: Put = (text, spot, className) => {
    if (text !== '') texts.push({ text, spot, box: boxOf(text, MATRIX.text, spot), className });
  };
  put(chart.rowAxis, { x: 0, y: MATRIX.text, anchor: 'start' }, 'axis-label');
  putRowLabels(layout, put);
  putCells(chart, layout, put);
  putColumnLabels(layout, put);
  const middle = (layout.left + layout.width) / 2;
  put(chart.columnAxis, { x: middle, y: layout.height - 4, anchor: 'middle' }, 'axis-label');
  return texts;
}

function putRowLabels({ left, tops, rowLabels }: MatrixLayout, put: Put): void {
  rowLabels.forEach((lines, rowAt) => {
    const top = tops[rowAt] ?? 0;
    const middle = (top + (tops[rowAt + 1] ?? top)) / 2 - ((lines.length - 1) * MATRIX.line) / 2;
    lines.forEach((text, lineAt) => {
      const y = middle + MATRIX.text * 0.3 + lineAt * MATRIX.line;
      put(text, { x: left - 6, y, anchor: 'end' }, 'tick');
    });
  });
}

function putCells({ rows }: MatrixChart, { left, cellWidth, tops, cells }: MatrixLayout, put: Put): void {
  cells.forEach((row, rowAt) => {
    row.forEach(({ head, risks }, columnAt) => {
      const x = left + columnAt * cellWidth + MATRIX.padding;
      [...head, ...risks].forEach((text, lineAt) => {
        const isHead = lineAt < head.length;
        const y = (tops[rowAt] ?? 0) + MATRIX.text + 2 + lineAt * MATRIX.line + (isHead ? 0 : 1);
        const colour = rows[rowAt]?.cells[columnAt]?.colour ?? 'none';
        put(text, { x, y, anchor: 'start' }, `${isHead ? 'cell-score' : 'cell-risk'} on-${colour}`);
      });
    });
  });
}

function putColumnLabels({ left, width, cellWidth, tops, columnLabels }: MatrixLayout, put: Put): void {
  const foot = (tops.at(-1) ?? 0) + MATRIX.text + 2;
  columnLabels.forEach(({ lines, lower }, at) => {
    lines.forEach((text, lineAt) => {
      const y = foot + (lineAt + (lower ? 1 : 0)) * MATRIX.line;
      const middle: Spot = { x: left + (at + 0.5) * cellWidth - MATRIX.gap / 2, y, anchor: 'middle' };
      const isOut = boxOf(text, MATRIX.text, middle).right > width;
      put(text, isOut ? { x: width - MATRIX.gap, y, anchor: 'end' } : middle, 'tick');
    });
  });
}

/** Between the strokes of a red cell, which a grey printer would make like an amber one. */
const HATCH = 5;

function cellBox(cell: MatrixCellView, layout: MatrixLayout, row: number, column: number): string[] {
  const top = (layout.tops[row] ?? 0) + 0.5;
  const bottom = (layout.tops[row + 1] ?? top) - MATRIX.gap - 0.5;
  const left = layout.left + column * layout.cellWidth + 0.5;
  const right = left + layout.cellWidth - MATRIX.gap - 1;
  const box = element('rect', {
    class: `cell ${cell.colour}${cell.severe ? ' severe' : ''}`,
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
  });
  if (cell.colour !== 'red') return [box];
  const d = hatching({ left: left + 1, top: top + 1, right: right - 1, bottom: bottom - 1 }, HATCH);
  return [box, element('path', { class: 'cell-hatching', d })];
}
