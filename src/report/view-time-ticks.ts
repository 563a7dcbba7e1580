import { dateParts, plainDate, type PlainDate } from '../model/plain-date.ts';
import { textWidth } from './text-width.ts';

/** A month's or a year's beginning on the axis of time. */
export interface TimeTick {
  readonly x: number;
  /** `Mar`; empty where only the years are written. */
  readonly month: string;
  /** `2021`, at the first tick and at each new year; empty at others. */
  readonly year: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Months from one tick to the next; the smallest with room for its labels is taken. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;
const TEXT = 11.5;
const GAP = 6;
/** From a tick to its label. */
export const TICK_ASIDE = 3;

/** Returns the ticks from one date to another: months, or years where there is no room for months. */
export function timeTicks(
  from: PlainDate,
  to: PlainDate,
  x: (date: string) => number,
  width: number,
): TimeTick[] {
  const first = monthIndex(from);
  const last = monthIndex(to);
  const across = x(to) - x(from);
  const months = Math.max(1, last - first + 1);
  const cell = (step: number): number => (across / months) * step;
  const wide = (step: number): number => textWidth(step < 12 ? 'May' : '2021', TEXT) + GAP;
  const step = STEPS.find((one) => cell(one) >= wide(one)) ?? 240;
  const ticks: TimeTick[] = [];
  for (let index = Math.ceil(first / step) * step; index <= last; index += step) {
    const date = plainDate(Math.floor(index / 12), (index % 12) + 1, 1);
    if (date === undefined) continue;
    const at = x(date);
    const isYear = index % 12 === 0 || ticks.length === 0;
    const month = step < 12 ? (MONTHS[index % 12] ?? '') : '';
    const year = isYear ? date.slice(0, 4) : '';
    const fits = (text: string): boolean => at + TICK_ASIDE + textWidth(text, TEXT) <= width;
    ticks.push({ x: at, month: fits(month) ? month : '', year: fits(year) ? year : '' });
  }
  return withoutCrowdedYear(ticks);
}

/** The year of the first tick gives way to a new year's that stands too near. */
function withoutCrowdedYear(ticks: readonly TimeTick[]): TimeTick[] {
  const [first, ...others] = ticks;
  const next = others.find((one) => one.year !== '');
  if (first === undefined || next === undefined) return [...ticks];
  return next.x - first.x < textWidth(first.year, TEXT) + GAP
    ? [{ ...first, year: '' }, ...others]
    : [...ticks];
}

function monthIndex(date: PlainDate): number {
  const { year, month } = dateParts(date);
  return year * 12 + month - 1;
}
