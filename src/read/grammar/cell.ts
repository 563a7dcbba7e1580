import type { Cell } from '../../model/cell.ts';
import { parseMarker } from './marker.ts';
import { parseNumber } from './number.ts';
import { read, type Reading } from './reading.ts';

/** A figure's cell, and the unit that was written behind its number. */
export interface WrittenCell {
  readonly cell: Cell;
  readonly unit?: 'fte';
}

/** Marks that may follow a figure and stand for a note: `*`, `**`, `†`, `‡`, `[1]`. */
export const MARK = /(?:\*{1,3}|†{1,2}|‡{1,2}|\[[1-9]\d?\])/u;

const MARKED = new RegExp(`^(?<body>.*?)\\s*(?<mark>${MARK.source})$`, 'u');
const NOTHING = /^[-–—]?$/;

/** Returns what a cell of a workforce table says: a number, a marker, or that nothing was given; with its mark. */
export function parseCell(text: string): Reading<WrittenCell> {
  const marked = MARKED.exec(text.trim())?.groups;
  const body = (marked?.['body'] ?? text).trim();
  const mark = marked?.['mark'] === undefined ? {} : { mark: marked['mark'] };
  if (NOTHING.test(body)) return read({ cell: { kind: 'missing', ...mark } });
  const marker = parseMarker(body);
  if (marker) return read({ cell: { kind: 'marker', ...marker, ...mark } });
  const number = parseNumber(body);
  if (!number.ok) return number;
  const { unit, ...written } = number.value;
  return read({ cell: { kind: 'number', ...written, ...mark }, ...(unit && { unit }) });
}
