import { isSameCell, type Cell } from '../../model/cell.ts';
import type { Observation } from '../../model/dataset.ts';
import { formatPeriod, plural } from '../../model/format.ts';
import { comparePeriods } from '../../model/period.ts';
import { periodName } from '../figures/cells.ts';

/** How many figures of two members, of the periods that both have, are the same. */
export interface SameFigures {
  readonly same: number;
  readonly total: number;
  /** How many of them are numbers, and not zero. */
  readonly numbers: number;
  /** How many of all are not zero for both. */
  readonly notZero: number;
  /** `12 of 12 figures of Dec 2020 to Feb 2021 are the same`. */
  readonly because: string;
}

/**
 * Returns how the figures of two members (by figure and period) agree over the periods that name both; a figure that one of
 * them lacks agrees with nothing. Undefined where no period names both.
 */
export function sameFigures(
  a: ReadonlyMap<string, Observation>,
  b: ReadonlyMap<string, Observation>,
): SameFigures | undefined {
  const [mine, theirs] = [a, b].map(
    (some) => new Set([...some.values()].map(({ period }) => periodName(period))),
  );
  const both = [...a, ...b].filter(
    ([, { period }]) => mine?.has(periodName(period)) === true && theirs?.has(periodName(period)) === true,
  );
  const periods = both.map(([, { period }]) => period).sort(comparePeriods);
  const [first, last] = [periods.at(0), periods.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const keys = new Set(both.map(([key]) => key));
  const agreeing = [...keys].flatMap((key) => {
    const [one, other] = [a.get(key), b.get(key)];
    return one && other && isSameCell(one.cell, other.cell) ? [one.cell] : [];
  });
  const notZero = [...keys].filter((key) =>
    [a.get(key), b.get(key)].some((one) => one !== undefined && !isZero(one.cell)),
  );
  const span = [...new Set([first, last].map(formatPeriod))].join(' to ');
  const [same, total] = [agreeing.length, keys.size];
  return {
    same,
    total,
    numbers: agreeing.filter((cell) => cell.kind === 'number' && !isZero(cell)).length,
    notZero: notZero.length,
    because: `${same.toString()} of ${plural(total, 'figure')} of ${span} ${total === 1 ? 'is' : 'are'} the same`,
  };
}

function isZero(cell: Cell): boolean {
  return cell.kind === 'number' && cell.value.n === 0n;
}
