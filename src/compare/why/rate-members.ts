import { divisionsOf, type AddableDivision, type FigureKey } from '../../metrics/book.ts';
import { kindOf } from '../../metrics/registry.ts';
import type { Outcome } from '../../metrics/outcome.ts';
import { compareExact, ZERO, type Exact } from '../../model/exact.ts';
import {
  formatMarker,
  formatPercent,
  formatPeriod,
  formatValue,
  MISSING_TEXT,
  severalOf,
} from '../../model/format.ts';
import type { FigureChange, MemberEffect, RateSplit } from '../comparison.ts';
import { apportioned } from './apportioned.ts';
import { memberEffects, type MemberRate } from './effects.ts';
import { quotientOf, termPrinter, termWords, type EvaluatedQuotient, type QuotientTerm } from './quotient.ts';
import { decimalsOf, effectAmount, type RateSide } from './rate-side.ts';

type Term = 'numerator' | 'denominator';
type BySide<T> = Readonly<Record<'before' | 'after', T>>;

/** Exact sums of more rates than these grow beyond what can be reckoned in no time, and nobody reads them one by one. */
const MOST_MEMBERS = 100;

/** The most dimensions of a group whose rate is split further. */
const MOST_DIMENSIONS = 1;

/** A member's rate on a side; whether the side has the member at all. */
interface PresentRate extends MemberRate {
  readonly isThere: boolean;
}

/** A member on both sides. */
interface Member {
  readonly name: string;
  readonly sides: BySide<PresentRate>;
}

/**
 * Returns a rate's change by the members of a dimension: of the first that makes the whole on both sides, one that every
 * figure has before others, then by the alphabet. Where the data has members and none make the whole, `notSplit` says why.
 * Nothing where the data has none, and of groups of more than one dimension, of which there are many and each is read alone.
 *
 * As printed, the members' mix adds up to `mix`, what is within them to `within`, these two to the change, and a member's
 * two to its effect; its effect can thereby differ from its own rounding in the last decimal.
 */
export function membersSplit(
  figure: FigureChange,
  before: RateSide,
  after: RateSide,
): Pick<RateSplit, 'by' | 'notSplit'> {
  if (Object.keys(figure.group).length > MOST_DIMENSIONS) return {};
  const sides = { before, after };
  const divisions = { before: dividing(before), after: dividing(after) };
  const shared = divisions.after
    .filter(({ dimension }) => divisions.before.some((one) => one.dimension === dimension))
    .map(({ dimension }) => dimension);
  const isComplete = (dimension: string): boolean =>
    [...divisions.before, ...divisions.after].every((one) => one.dimension !== dimension || one.complete);
  const ordered = [...shared.filter(isComplete), ...shared.filter((one) => !isComplete(one))];
  let why: string | undefined;
  for (const dimension of ordered) {
    const members = membersBy(dimension, sides, divisions);
    if (typeof members !== 'string') return { by: effectsBy(dimension, members, figure) };
    why ??= members;
  }
  const notSplit = why ?? oneSided(sides, divisions);
  return notSplit === undefined ? {} : { notSplit };
}

function dividing({ evaluator, evaluation: { key } }: RateSide): readonly AddableDivision[] {
  return divisionsOf(evaluator.book, key, kindOf(evaluator.registry, key.id)?.series);
}

/** A dimension that only one side has: the later one's before the earlier one's, whichever is named first. */
function oneSided(
  sides: BySide<RateSide>,
  divisions: BySide<readonly AddableDivision[]>,
): string | undefined {
  const [early, late] = inTime(sides);
  const [one, lacking] =
    divisions[late].length > 0 ? [divisions[late][0], early] : [divisions[early][0], late];
  return one && `no ${severalOf(one.dimension)} for ${periodText(sides[lacking])}`;
}

/** Returns the two sides in the order of their periods, so that swapped sides are told in the same words. */
function inTime({ before, after }: BySide<RateSide>): readonly ['before' | 'after', 'before' | 'after'] {
  const isForward = before.evaluation.key.period.end <= after.evaluation.key.period.end;
  return isForward ? ['before', 'after'] : ['after', 'before'];
}

function membersBy(
  dimension: string,
  sides: BySide<RateSide>,
  divisions: BySide<readonly AddableDivision[]>,
): readonly Member[] | string {
  const named = [...divisions.before, ...divisions.after].filter((one) => one.dimension === dimension);
  const names = [...new Set(named.flatMap(({ members, elsewhere }) => [...members, ...elsewhere]))].sort();
  if (names.length > MOST_MEMBERS)
    return `${names.length.toString()} ${severalOf(dimension)} are too many to tell one by one`;
  const rates = {
    before: memberRates(dimension, names, sides.before),
    after: memberRates(dimension, names, sides.after),
  };
  const fault = inTime(sides)
    .map((side) => rates[side])
    .find((one) => typeof one === 'string');
  const { before, after } = rates;
  if (typeof before === 'string' || typeof after === 'string') return fault ?? '';
  return names.flatMap((name, index) => {
    const [old, now] = [before[index], after[index]];
    if (old === undefined || now === undefined) return [];
    const isEmpty = [old, now].every(({ rate }) => rate === undefined);
    return isEmpty ? [] : [{ name, sides: { before: old, after: now } }];
  });
}

/** Returns each member's share of the denominator and its rate on a side, or why they do not make the whole. */
function memberRates(
  dimension: string,
  names: readonly string[],
  side: RateSide,
): readonly PresentRate[] | string {
  const rates: PresentRate[] = [];
  const sums: Record<Term, Exact> = { numerator: ZERO, denominator: ZERO };
  const whole = valueOf(side.denominator);
  for (const name of names) {
    const quotient = quotientAt(side, {
      ...side.evaluation.key,
      group: { ...side.evaluation.key.group, [dimension]: name },
    });
    if (quotient === undefined || isAbsent(quotient)) {
      rates.push({ weight: ZERO, rate: undefined, isThere: false });
      continue;
    }
    const [above, below] = [valueOf(quotient.numerator), valueOf(quotient.denominator)];
    if (above === undefined || below === undefined || whole === undefined)
      return withoutNumber(name, quotient, side);
    if (below.n === 0n ? above.n !== 0n : below.s < 0n) return noShare(name, quotient, side);
    sums.numerator = sums.numerator.add(above);
    sums.denominator = sums.denominator.add(below);
    rates.push({
      weight: below.div(whole),
      rate: below.n === 0n ? undefined : above.div(below),
      isThere: true,
    });
  }
  return short(dimension, sums, side) ?? rates;
}

/** A member's rate is reckoned like the whole's, also where the data gives it. */
function quotientAt({ evaluator }: RateSide, key: FigureKey): EvaluatedQuotient | undefined {
  const evaluation = evaluator.recompute(key);
  return evaluation && quotientOf(evaluation, evaluator);
}

/** Nobody gave anything of the member, or nothing of it applies. */
function isAbsent({ numerator, denominator }: EvaluatedQuotient): boolean {
  return [numerator, denominator].every(
    ({ outcome }) => outcome.kind === 'missing' || (outcome.kind === 'marker' && outcome.marker === 'z'),
  );
}

function valueOf({ outcome }: QuotientTerm): Exact | undefined {
  return outcome.kind === 'number' ? outcome.number.value : undefined;
}

function withoutNumber(name: string, { numerator, denominator }: EvaluatedQuotient, side: RateSide): string {
  const term = numerator.outcome.kind === 'number' ? denominator : numerator;
  const words = `no number of ${termWords(term, side.evaluator.registry)} for ${name} in ${periodText(side)}`;
  return `${words}${markerText(term.outcome)}`;
}

function markerText(outcome: Outcome): string {
  return outcome.kind === 'marker' ? ` (${formatMarker(outcome.marker, outcome.bound)})` : '';
}

function noShare(name: string, { numerator, denominator }: EvaluatedQuotient, side: RateSide): string {
  const { registry } = side.evaluator;
  const text = (term: QuotientTerm): string =>
    `${termWords(term, registry)} ${termPrinter([term], registry)(valueOf(term) ?? ZERO)}`;
  return `${name} has ${text(numerator)} and ${text(denominator)} in ${periodText(side)}, which is no rate of a part`;
}

/** Returns by how much members miss the whole; undefined where they make it. */
function short(dimension: string, sums: Readonly<Record<Term, Exact>>, side: RateSide): string | undefined {
  for (const name of ['denominator', 'numerator'] as const) {
    const term = side[name];
    const whole = valueOf(term);
    if (whole === undefined || sums[name].equals(whole)) continue;
    const print = termPrinter([term], side.evaluator.registry);
    const gap = sums[name].sub(whole);
    const beside = `${print(gap.abs())} ${gap.s < 0n ? 'too few' : 'too many'}`;
    return `${severalOf(dimension)} make ${print(sums[name])} of ${print(whole)} (${termWords(term, side.evaluator.registry)}, ${periodText(side)}), ${beside}`;
  }
  return undefined;
}

function periodText({ evaluation }: RateSide): string {
  return formatPeriod(evaluation.key.period);
}

function effectsBy(
  dimension: string,
  members: readonly Member[],
  figure: FigureChange,
): NonNullable<RateSplit['by']> {
  const effects = memberEffects(members.map(({ sides }) => sides));
  const places = decimalsOf(figure);
  const sum = (of: 'mix' | 'within'): Exact => effects.reduce((total, one) => total.add(one[of]), ZERO);
  const [mix, within] = [sum('mix'), sum('within')];
  const [printedMix = mix, printedWithin = within] = apportioned([mix, within], mix.add(within), places);
  const mixes = apportioned(
    effects.map((one) => one.mix),
    printedMix,
    places,
  );
  const withins = apportioned(
    effects.map((one) => one.within),
    printedWithin,
    places,
  );
  const rows = members.flatMap((member, index) => {
    const [effect, ownMix, ownWithin] = [effects[index], mixes[index], withins[index]];
    if (effect === undefined || ownMix === undefined || ownWithin === undefined) return [];
    const total = effect.mix.add(effect.within);
    const row: MemberEffect = {
      name: member.name,
      ...sideTexts(member, figure),
      mix: effectAmount(effect.mix, ownMix, figure),
      within: effectAmount(effect.within, ownWithin, figure),
      effect: effectAmount(total, ownMix.add(ownWithin), figure),
    };
    return [{ row, size: total.abs() }];
  });
  // The sort is stable: equal effects stand by name.
  rows.sort((a, b) => compareExact(b.size, a.size));
  return {
    dimension,
    members: rows.map(({ row }) => row),
    mix: effectAmount(mix, printedMix, figure),
    within: effectAmount(within, printedWithin, figure),
  };
}

function sideTexts({ sides: { before, after } }: Member, { unit, places }: FigureChange) {
  const rate = (one: MemberRate): string =>
    one.rate === undefined ? MISSING_TEXT : formatValue(one.rate, unit, places);
  const weight = ({ weight: share, isThere }: PresentRate): string =>
    isThere ? formatPercent(share, 1) : MISSING_TEXT;
  return {
    before: rate(before),
    after: rate(after),
    weightBefore: weight(before),
    weightAfter: weight(after),
  };
}
