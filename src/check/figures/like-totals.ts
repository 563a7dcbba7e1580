import type { FigureKey } from '../../metrics/book.ts';
import { overlap, type Estimate } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { kindOf } from '../../metrics/registry.ts';
import { dimensionWords, groupWords, placesBehind } from '../../metrics/wording.ts';
import { compareExact, type Exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { isLikeTotal } from '../../model/total-name.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { keysAround } from './groups-within.ts';
import { periodsWords } from './periods-words.ts';
import { addsUp, proofOf, type Compared, type Proof } from './sum-proof.ts';

/** A member's figure beside those of the others that it is added up with. */
interface Standing extends Compared {
  readonly key: FigureKey;
  readonly name: string;
  readonly part: Evaluation;
  readonly dimension: string;
  readonly isLargest: boolean;
  readonly others: number;
}

/** One member with all its figures, and how far they prove that it is the sum of the others. */
interface Member {
  readonly all: readonly Standing[];
  readonly proof: Proof | undefined;
}

/**
 * E124: a member whose figures are proved to be the sums of all the others' is a total under a name of its own, and
 * everything would count twice. W124: one whose figures are the sums but are too few or too small to prove it, and one that
 * is called as totals are and is never below another. About the first of the member's figures.
 */
export const membersLikeTotals: Check = (papers) => {
  const { meeting, figures } = papers;
  const totals = keysAround(meeting)
    .filter(({ id }) => kindOf(figures.registry, id)?.nature === 'stock')
    .map((key) => figures.evaluate(key));
  const dimensions = groupBy(
    totals.flatMap((total) => standings(figures, total)),
    ({ key, dimension }) => JSON.stringify([groupWords(key.group), key.basis, dimension]),
  );
  return [...dimensions.values()].flatMap((some) => {
    const members = [...groupBy(some, ({ name }) => name).values()].map((all) => ({
      all,
      proof: proofOf(all),
    }));
    // Of two sums of all the others neither is one.
    const isOnly = members.filter(({ proof }) => proof !== undefined).length === 1;
    return members.flatMap((one) => (isOnly && sumFinding(one, papers)) || nameFinding(one, papers));
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
  const counted = parts.filter(({ number }) => number.value.n !== 0n).length;
  return parts.map(({ part, number }) => ({
    key,
    name: part.key.group[dimension] ?? '',
    part,
    dimension,
    id: key.id,
    row: key.period.key,
    number,
    rest: without(outcome.number, number),
    terms: number.value.n === 0n ? counted : counted - 1,
    isLargest: most !== undefined && compareExact(number.value, most) >= 0,
    others: parts.length - 1,
  }));
}

/** Returns the sum of the others: what rounding can hide of the part is in the total once, and leaves it with the part. */
function without(total: Estimate, part: Estimate): Estimate {
  return {
    value: total.value.sub(part.value),
    low: total.low.sub(part.low),
    high: total.high.sub(part.high),
  };
}

function sumFinding({ all, proof }: Member, papers: PaperContext): Finding[] | undefined {
  const [first] = all;
  if (first === undefined || proof === undefined) return undefined;
  const { name, part, key } = first;
  const sums = all.filter(addsUp);
  const ids = [...new Set(sums.map(({ id }) => id))];
  const other = all.filter((one) => !overlap(one.rest, one.number)).map((one) => one.key.period);
  const isTotal = proof === 'certain' || isLikeTotal(name.toLowerCase());
  const message = `${dimensionWords(first)} ${name} has the sum of the others in ${formatList(ids)} for ${periodsWords(sums.map((one) => one.key.period))}`;
  const why = isTotal
    ? `added up with the others it counts everybody twice for ${groupWords(key.group)}`
    : `figures so few or so small may be the sum by chance; if it is the total, everybody counts twice for ${groupWords(key.group)}`;
  return [
    finding(isTotal ? 'E124' : 'W124', message, {
      about: figureSubject(part.key, papers),
      at: placesBehind(part)[0],
      why: other.length === 0 ? why : `${why}; it has another number for ${periodsWords(other)}`,
    }),
  ];
}

function nameFinding({ all }: Member, papers: PaperContext): Finding[] {
  const [first] = all;
  if (first === undefined || first.others < 1 || !isLikeTotal(first.name.toLowerCase())) return [];
  if (!all.every((one) => one.isLargest)) return [];
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
