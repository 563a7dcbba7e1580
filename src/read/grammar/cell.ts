import type { Cell } from '../../model/cell.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { parseDuration } from './duration.ts';
import { parseMarker } from './marker.ts';
import { parseMoney } from './money.ts';
import { parseNumber, type WrittenNumber } from './number.ts';
import { read, type Reading } from './reading.ts';

/** A figure's cell, and the unit that was written behind its number. */
export interface WrittenCell {
  readonly cell: Cell;
  readonly unit?: 'fte';
}

/** Marks that may follow a figure and stand for a note: `*`, `**`, `†`, `‡`, `[1]`. */
export const MARK = /(?:\*{1,3}|†{1,2}|‡{1,2}|\[[1-9]\d?\])/u;

const MARK_AT_END = new RegExp(`${MARK.source}$`, 'u');
const NOTHING = /^[-–—]?$/;

/** How the numbers of a unit are written; those of any other are plain. */
const NUMBERS: Readonly<Partial<Record<MetricUnit, (text: string) => Reading<WrittenNumber>>>> = {
  money: parseMoney,
  duration: parseDuration,
};

/** Returns what a cell of a table of figures says: a number, a marker, or that nothing was given; with its mark. */
export function parseCell(text: string, unit: MetricUnit = 'count'): Reading<WrittenCell> {
  const { body, mark: written } = markedText(text);
  const mark = written === undefined ? {} : { mark: written };
  if (NOTHING.test(body)) return read({ cell: { kind: 'missing', ...mark } });
  const marker = parseMarker(body);
  if (marker) return read({ cell: { kind: 'marker', ...marker, ...mark } });
  const number = (NUMBERS[unit] ?? parseNumber)(body);
  if (!number.ok) return number;
  const { unit: suffix, ...value } = number.value;
  return read({ cell: { kind: 'number', ...value, ...mark }, ...(suffix && { unit: suffix }) });
}

/** Returns a text without the mark behind it, and the mark. */
export function markedText(text: string): { readonly body: string; readonly mark?: string } {
  const trimmed = text.trim();
  const mark = MARK_AT_END.exec(trimmed)?.[0];
  if (mark === undefined) return { body: trimmed };
  return { body: trimmed.slice(0, -mark.length).trimEnd(), mark };
}
