import type { Cell, Marker } from './cell.ts';
import type { Basis } from './dataset.ts';
import type { MetricUnit } from './definition.ts';
import { scaledRound, toDecimal, toFixed, type Exact } from './exact.ts';
import { monthName } from './months.ts';
import type { Period } from './period.ts';
import { dateParts, type PlainDate } from './plain-date.ts';

/** U+2212: as wide as a plus sign, and never broken from its number as a hyphen would be. */
export const MINUS = '−';

/** What stands where no figure is: never a zero. */
export const MISSING_TEXT = '–';

/** Returns `1,234.50`, rounded once, half away from zero; `−1.5` with a true minus; never `−0`. */
export function formatNumber(value: Exact, places: number): string {
  const fixed = toFixed(value, places);
  const negative = fixed.startsWith('-');
  const [whole = '', decimals] = (negative ? fixed.slice(1) : fixed).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? MINUS : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** Returns a share as a percentage: 0.2108 at 2 places is `21.08%`. */
export function formatPercent(share: Exact, places: number): string {
  return `${formatNumber(share.mul(100), places)}%`;
}

/** Returns a figure of the unit at so many decimals: of the percentage for a share. */
export function formatValue(value: Exact, unit: MetricUnit, places: number): string {
  switch (unit) {
    case 'share':
      return formatPercent(value, places);
    case 'money':
      return formatMoney(value, places);
    case 'duration':
      return formatDuration(value);
    case 'count':
    case 'ratio':
      return formatNumber(value, places);
  }
}

/** Returns pounds: `£250,000`, `−£1,234.50`. */
function formatMoney(pounds: Exact, places: number): string {
  const text = formatNumber(pounds, places);
  return text.startsWith(MINUS) ? `${MINUS}£${text.slice(1)}` : `£${text}`;
}

/** Returns months as years and months, rounded to whole months: `8 years 11 months`. */
function formatDuration(months: Exact): string {
  const whole = scaledRound(months, 0);
  const size = whole < 0n ? -whole : whole;
  const sign = whole < 0n ? MINUS : '';
  return `${sign}${plural(Number(size / 12n), 'year')} ${plural(Number(size % 12n), 'month')}`;
}

/** Returns `+3`, `−7` or, where it rounds to nothing, `0` without a sign. */
export function formatSigned(value: Exact, places: number): string {
  return scaledRound(value, places) > 0n ? `+${formatNumber(value, places)}` : formatNumber(value, places);
}

/** Returns a difference of two shares in percentage points, with its sign: `+1.08 pp`. */
export function formatPoints(difference: Exact, places: number): string {
  return `${formatSigned(difference.mul(100), places)} pp`;
}

/** Returns a change in the figure's own terms: percentage points for a share, else a signed number. */
export function formatChange(difference: Exact, unit: MetricUnit, places: number): string {
  if (unit === 'share') return formatPoints(difference, places);
  if (unit === 'money' || unit === 'duration')
    return `${scaledRound(difference, places) > 0n ? '+' : ''}${formatValue(difference, unit, places)}`;
  return formatSigned(difference, places);
}

/** Returns a distance in the figure's own terms, without a sign: `11.08 pp`, `20.5`. */
export function formatGap(distance: Exact, unit: MetricUnit, places: number): string {
  const size = distance.abs();
  // Less than a month would read as none, or as one.
  if (unit === 'duration' && size.n !== 0n && size.n < size.d)
    return `${formatNumber(size, Math.max(1, places))} months`;
  return unit === 'share' ? `${formatNumber(size.mul(100), places)} pp` : formatValue(size, unit, places);
}

/** Returns an agreed level at the decimals that it has, since nobody rounds what was agreed: `90%`, `18.5`. */
export function formatLevel(level: Exact, unit: MetricUnit): string {
  const places = toDecimal(unit === 'share' ? level.mul(100) : level).split('.')[1]?.length ?? 0;
  return formatValue(level, unit, places);
}

/**
 * Returns a relative change: of the earlier figure, never percentage points. Unless decimals are given, it has one below
 * 10% and none from there on: `+5.4%`, `−25%`.
 */
export function formatRelative(ratio: Exact, places = ratio.abs().compare(0.1) < 0 ? 1 : 0): string {
  return `${formatSigned(ratio.mul(100), places)}%`;
}

/** Returns a marker as the publisher writes it: `c`, `low`, `<5`. */
export function formatMarker(marker: Marker, bound?: number): string {
  if (marker !== 'fewer_than') return marker;
  return bound === undefined ? '<' : `<${bound.toString()}`;
}

/** Returns a cell as it was written, at its own decimals, without its footnote mark. */
export function formatCell(cell: Cell): string {
  if (cell.kind === 'missing') return MISSING_TEXT;
  if (cell.kind === 'marker') return formatMarker(cell.marker, cell.bound);
  return formatValue(cell.value, cell.notation === 'percent' ? 'share' : 'count', cell.places);
}

/** Returns `19 April 2021`. */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = dateParts(date);
  return `${day.toString()} ${monthName(month)} ${year.toString()}`;
}

/** Returns `19 Apr 2021`. */
export function formatDateShort(date: PlainDate): string {
  const { year, month, day } = dateParts(date);
  return `${day.toString()} ${monthName(month).slice(0, 3)} ${year.toString()}`;
}

/** Returns a period's short label: `Feb 2021`, `Q3 2023/24`, `2023/24`, `Summer 2021`, `19 April 2021`. */
export function formatPeriod(period: Period): string {
  if (period.kind !== 'month') return formatPeriodInFull(period);
  const { year, month } = dateParts(period.start);
  return `${monthName(month).slice(0, 3)} ${year.toString()}`;
}

/** Returns a period's label as prose has it: `February 2021`; other kinds as `formatPeriod`. */
export function formatPeriodInFull(period: Period): string {
  const { year, month } = dateParts(period.start);
  switch (period.kind) {
    case 'day':
      return formatDate(period.start);
    case 'month':
      return `${monthName(month)} ${year.toString()}`;
    case 'quarter':
      return `Q${quarterOf(month).toString()} ${financialYear(month < 4 ? year - 1 : year)}`;
    case 'season':
      return `${capitalised(period.key.slice(5))} ${year.toString()}`;
    case 'financial_year':
      return financialYear(year);
  }
}

/** Returns a period within a sentence: `September 2021`, `summer 2021`, since seasons are common nouns and months are names. */
export function formatPeriodMidSentence(period: Period): string {
  const text = formatPeriodInFull(period);
  return period.kind === 'season' ? midSentence(text) : text;
}

const BASES: Readonly<Record<Basis, string>> = { fte: 'full-time equivalent', headcount: 'headcount' };

/** Returns a basis in words: `full-time equivalent`. */
export function formatBasis(basis: Basis): string {
  return BASES[basis];
}

/** Returns `5 months`, `1 month`. */
export function formatMonths(count: number): string {
  return plural(count, 'month');
}

/** Returns `19 days`, `1 day`. */
export function formatDays(count: number): string {
  return plural(count, 'day');
}

/** Returns the count with its noun: `1 risk`, `2 risks`, `0 risks`, `1,000 bodies`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  const sign = count < 0 ? MINUS : '';
  const digits = Math.abs(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${digits} ${count === 1 ? one : many}`;
}

/** Returns `a`, `a and b`, `a, b and c`; empty for nothing. */
export function formatList(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}

/** Returns the label as it reads within a sentence: `Agency workers` → `agency workers`, but `FTE` stays. */
export function midSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Returns the text with its first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns a name of the data format as people write it: `staff_group` is `staff group`. */
export function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}

/** Returns the plural of a dimension's name: `teams`, `staff groups`, `categories`. */
export function severalOf(dimension: string): string {
  const noun = spaced(dimension);
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

function quarterOf(startMonth: number): number {
  return startMonth < 4 ? 4 : (startMonth - 1) / 3;
}

function financialYear(startYear: number): string {
  return `${startYear.toString()}/${((startYear + 1) % 100).toString().padStart(2, '0')}`;
}
