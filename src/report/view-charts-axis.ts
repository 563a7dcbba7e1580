import { scaleLinear } from 'd3-scale';
import type { MetricUnit } from '../model/definition.ts';
import { exact } from '../model/exact.ts';
import { formatNumber, formatValue } from './format.ts';

/** The upright scale of a chart, in the unit of its values. */
export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  /** What its values count, printed above it; empty where every value has its unit. */
  readonly label: string;
  /** Lowest first. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** It does not start at zero: the page has to say so. */
  readonly broken: boolean;
}

/** Where all that is drawn lies within so small a part of the way from zero, a scale from zero shows a flat line. */
const FLAT = 0.4;

const TICKS = 4;

/**
 * Returns the scale of these values: from zero, with round ends. One that `mayBreak` starts above zero (or ends below
 * it) where zero would hide how the values differ.
 */
export function valueAxis(
  values: readonly number[],
  unit: MetricUnit,
  mayBreak: boolean,
  label = '',
): ValueAxis {
  const size = unit === 'duration' ? MONTHS : 1;
  const scaled = values.map((value) => value / size);
  const low = Math.min(...scaled);
  const high = Math.max(...scaled);
  const broken = mayBreak && hidesAll(low, high);
  const [from, to] = broken ? [low, high] : [Math.min(0, low), Math.max(0, high)];
  const scale = scaleLinear([from, to > from ? to : from + 1], [0, 1]).nice(TICKS);
  const [start = 0, end = 1] = scale.domain();
  const ticks = scale.ticks(TICKS);
  const places = placesOf(unit === 'share' ? ticks.map((tick) => tick * 100) : ticks);
  return {
    from: start * size,
    to: end * size,
    label,
    ticks: ticks.map((tick) => ({ value: tick * size, text: tickText(tick, unit, places) })),
    broken: broken && (start > 0 || end < 0),
  };
}

/** Returns what a page has to say of a scale that does not start at zero. */
export function scaleNote({ broken, ticks }: ValueAxis): string[] {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (!broken || !first || !last) return [];
  return [`The scale runs from ${first.text} to ${last.text}, not from zero.`];
}

const MONTHS = 12;

function hidesAll(low: number, high: number): boolean {
  const spread = high - low;
  return spread > 0 && low * high > 0 && spread < FLAT * Math.max(Math.abs(low), Math.abs(high));
}

/** The most decimals that a tick has. */
const MOST_PLACES = 6;

function placesOf(ticks: readonly number[]): number {
  const fits = (places: number): boolean =>
    ticks.every((tick) => Math.abs(tick - Number(tick.toFixed(places))) < 1e-9);
  let places = 0;
  while (places < MOST_PLACES && !fits(places)) places += 1;
  return places;
}

function tickText(tick: number, unit: MetricUnit, places: number): string {
  const value = exact(tick.toFixed(MOST_PLACES + 2));
  return unit === 'duration' ? `${formatNumber(value, places)} years` : formatValue(value, unit, places);
}
