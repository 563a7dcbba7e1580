import type { FigureKey } from '../../metrics/book.ts';
import { overlap, type Estimate } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { kindOf } from '../../metrics/registry.ts';
import { dimensionWords, groupWords, placesBehind } from '../../metrics/wording.ts';
import { compareExact, toDecimal, type Exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Period } from '../../model/period.ts';
import { isLikeTotal } from '../../model/total-name.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { keysAround } from './groups-within.ts';

/** A member's figure beside those of the others that it is added up with. */
interface Standing {
  readonly key: FigureKey;
  readonly name: string;
  readonly part: Evaluation;
  readonly dimension: string;
  /** As a number of the figure; a zero proves nothing. */
  readonly value: string;
  readonly isSum: boolean;
  readonly isLargest: boolean;
  readonly others: number;
}

/**
 * E124: a member whose figures are the sums of all the others' is a total under a name of its own, and everything would
 * count twice. Of two others or more, in every stock of a period, and in two different figures. W124: one that is called as
 * totals are, and is never below another. About the first of the member's figures.
 */
export const membersLikeTotals: Check = (papers) => {
  const { meeting, figures } = papers;
  const totals = keysAround(meeting)
    .filter(({ id }) => kindOf(figures.registry, id)?.nature === 'stock')
    .map((key) => figures.evaluate(key));
  const members = groupBy(
    totals.flatMap((total) => standings(figures, total)),
    (one) => JSON.stringify([groupWords(one.key.group), one.key.basis, one.dimension, one.name]),
  );
  return [...members.values()].flatMap((all) => {
    const periods = periodsOfSums(all);
    if (periods.length > 0) return sumFinding(all, periods, papers);
    return all.every((one) => one.isLargest) ? nameFinding(all, papers) : [];
  });
};

function standings({ registry }: Evaluator, total: Evaluation): Standing[] {
  const { key, dimension, outcome } = total;
  if (dimension === undefined || outcome.kind !== 'number' || kindOf(registry, key.id) === undefined)
    return [];
  const parts = partsOf(total).flatMap((part) =>
    part.outcome.kind === 'number' ? [{ part, number: part.outcome.number }] : [],
  );
  const most = parts.reduce<Exact | undefined>(
    (so, { number: { value } }) => (so === undefined || compareExact(value, so) > 0 ? value : so),
    undefined,
  );
  return parts.map(({ part, number }) => {
    const rest = without(outcome.number, number);
    const isLargest = most !== undefined && compareExact(number.value, most) >= 0;
    const name = part.key.group[dimension] ?? '';
    const value = toDecimal(number.value);
    const isSum = overlap(rest, number);
    return { key, name, part, dimension, value, isSum, isLargest, others: parts.length - 1 };
  });
}

/** Returns the sum of the others: what rounding can hide of the part is in the total once, and leaves it with the part. */
function without(total: Estimate, part: Estimate): Estimate {
  return {
    value: total.value.sub(part.value),
    low: total.low.sub(part.low),
    high: total.high.sub(part.high),
  };
}

/** Returns the periods in which every stock of the member is the sum of the others', where they are proof enough. */
function periodsOfSums(all: readonly Standing[]): Period[] {
  const periods = [...groupBy(all, ({ key }) => key.period.key).values()].filter((some) =>
    some.every((one) => one.isSum && one.others >= 2),
  );
  const different = new Set(
    periods.flat().flatMap(({ key, value }) => (value === '0' ? [] : [JSON.stringify([key.id, value])])),
  );
  return different.size < 2 ? [] : periods.flatMap(([first]) => first?.key.period ?? []);
}

function sumFinding(all: readonly Standing[], periods: readonly Period[], papers: PaperContext): Finding[] {
  const [first] = all;
  if (first === undefined) return [];
  const { name, part } = first;
  const ids = [...new Set(all.map(({ key }) => key.id))];
  return [
    finding(
      'E124',
      `${dimensionWords(first)} ${name} has the sum of the others in ${formatList(ids)} for ${formatList(periods.map(formatPeriod))}`,
      {
        about: figureSubject(part.key, papers),
        at: placesBehind(part)[0],
        why: `added up with the others it counts everybody twice for ${groupWords(first.key.group)}`,
      },
    ),
  ];
}

function nameFinding(all: readonly Standing[], papers: PaperContext): Finding[] {
  const [first] = all;
  if (first === undefined || first.others < 1 || !isLikeTotal(first.name.toLowerCase())) return [];
  return [
    finding(
      'W124',
      `${dimensionWords(first)} ${first.name} is called as a total is, and is added up with the others`,
      {
        about: figureSubject(first.part.key, papers),
        at: placesBehind(first.part)[0],
        why: `none of its figures is below another ${dimensionWords(first)}'s`,
      },
    ),
  ];
}
