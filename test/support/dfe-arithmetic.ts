import { isNumber, RATE_COLUMNS, workingDays, type DfeRow } from './dfe.ts';

// What the program computes is checked against this, so nothing of the program is used here: whole numbers, and the
// rule that a full-time equivalent printed with one decimal may be off by half of that decimal.

/** The numbers that a printed one may stand for, in twentieths: 12.4 is 247 to 249, 12 heads are 240 alone. */
interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** The rates that the printed counts of a row allow, in tenths as they are printed. */
export interface Allowed {
  readonly lowest: bigint;
  readonly highest: bigint;
}

type Formula = (
  row: DfeRow,
) => { readonly above: Range; readonly below: Range; readonly percent: boolean } | undefined;

/** What stands above and below the line of each printed rate, as the department describes it. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  turnover_rate_fte: share('leavers_fte', 'inpost_fte'),
  turnover_rate_headcount: share('leavers_headcount', 'inpost_headcount'),
  agency_rate_fte: shareOfBoth('agency_fte', 'inpost_fte'),
  agency_rate_headcount: shareOfBoth('agency_headcount', 'inpost_headcount'),
  vacancy_rate_fte: shareOfBoth('vacancy_fte', 'inpost_fte'),
  vacancy_agency_cover_rate_fte: share('agency_cover_fte', 'vacancy_fte'),
  agency_cover_rate_fte: share('agency_cover_fte', 'agency_fte'),
  caseload_fte: (row) => {
    const [above, below] = [counted(row, 'cases'), counted(row, 'case_holders_fte')];
    return above && below && { above, below, percent: false };
  },
  absence_rate_fte: (row) => {
    const [above, workers] = [counted(row, 'working_days_lost_fte'), counted(row, 'inpost_fte')];
    const days = BigInt(workingDays(row));
    return (
      above &&
      workers && { above, below: { low: workers.low * days, high: workers.high * days }, percent: true }
    );
  },
};

/** Returns which rates the printed counts of a row allow in a column; undefined where one of them is no number. */
export function allowedRates(row: DfeRow, column: string): Allowed | undefined {
  const parts = FORMULAS[column]?.(row);
  if (parts === undefined || parts.below.low <= 0n) return undefined;
  const { above, below, percent } = parts;
  const scale = percent ? 1000n : 10n;
  return { lowest: rounded(above.low * scale, below.high), highest: rounded(above.high * scale, below.low) };
}

/** Returns whether a printed rate is one that the printed counts do not allow; undefined where nothing can be said. */
export function isDifferent(row: DfeRow, column: string, printed = row[column] ?? ''): boolean | undefined {
  const allowed = allowedRates(row, column);
  if (!isNumber(printed) || allowed === undefined) return undefined;
  const rate = tenths(printed);
  return rate < allowed.lowest || rate > allowed.highest;
}

/** Returns the columns of full-time equivalents that are above the number of people who make them: no one is two. */
export function aboveHeadcount(row: DfeRow): string[] {
  return ['inpost', 'starters', 'leavers', 'agency'].flatMap((name) => {
    const [fte, heads] = [counted(row, `${name}_fte`), counted(row, `${name}_headcount`)];
    return fte && heads && fte.low > heads.high ? [`${name}_fte`] : [];
  });
}

/** Returns tenths as the data set prints them: 17, 17.1. */
export function printedTenths(value: bigint): string {
  const [whole, rest] = [value / 10n, value % 10n];
  return rest === 0n ? whole.toString() : `${whole.toString()}.${rest.toString()}`;
}

/** Returns how many cells of the rows hold a printed rate. */
export function printedRates(rows: readonly DfeRow[]): number {
  return rows.flatMap((row) => RATE_COLUMNS.filter(({ column }) => isNumber(row[column] ?? ''))).length;
}

function share(above: string, below: string): Formula {
  return (row) => {
    const [one, all] = [counted(row, above), counted(row, below)];
    return one && all && { above: one, below: all, percent: true };
  };
}

/** A part of itself and another: lowest where it is as low as may be and the other as high. */
function shareOfBoth(part: string, other: string): Formula {
  return (row) => {
    const [one, rest] = [counted(row, part), counted(row, other)];
    // `below.high` stands under `above.low`, and the other way round.
    return (
      one &&
      rest && { above: one, below: { low: one.high + rest.low, high: one.low + rest.high }, percent: true }
    );
  };
}

function counted(row: DfeRow, column: string): Range | undefined {
  const text = row[column] ?? '';
  if (!isNumber(text)) return undefined;
  const value = tenths(text) * 2n;
  const slack = /headcount$|^cases$/.test(column) ? 0n : 1n;
  return { low: value > slack ? value - slack : 0n, high: value + slack };
}

function tenths(text: string): bigint {
  const [whole = '', decimals = ''] = text.split('.');
  if (decimals.length > 1) throw new RangeError(`more than one decimal: ${text}`);
  return BigInt(whole) * 10n + BigInt(decimals === '' ? '0' : decimals);
}

/** Half away from zero; nothing here is negative. */
function rounded(above: bigint, below: bigint): bigint {
  return (2n * above + below) / (2n * below);
}
