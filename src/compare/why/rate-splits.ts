import type { Evaluator } from '../../metrics/evaluate.ts';
import { toDecimal, type Exact } from '../../model/exact.ts';
import type { PeriodRef } from '../../model/period-ref.ts';
import type { Period } from '../../model/period.ts';
import type { FigureChange, RatePart, RateSplit } from '../comparison.ts';
import { figuresUnder } from '../figures/under.ts';
import type { PaperPair } from '../side.ts';
import { apportioned } from './apportioned.ts';
import { quotientEffects } from './effects.ts';
import { isMoved, isPeriod, periodsKnown } from './figure-at.ts';
import { quotientOf, termPrinter, termWords, type EvaluatedQuotient } from './quotient.ts';
import { membersSplit } from './rate-members.ts';
import { decimalsOf, effectAmount, type RateSide } from './rate-side.ts';

/**
 * Returns where the changes of rates come from: of each figure that moved and that one formula gives on both sides, a
 * division, under the second side's definitions. The effects of numerator and denominator (`quotientEffects`) add up to the
 * change exactly and as printed, and so do those of members, where the members of a dimension make the whole. Each printed
 * effect is its exact value rounded up or down, so that one may differ from its own rounding in the last decimal. Swapped
 * sides change every sign.
 */
export function rateSplits(pair: PaperPair, figures: readonly FigureChange[]): RateSplit[] {
  const { before, after } = pair;
  const later = after.context.figures;
  const earlier = figuresUnder(before.context.figures, later.registry);
  return figures.filter(isMoved).flatMap((figure) => {
    const old = quotientAt(earlier, figure, before.period, figure.before.period);
    const now = quotientAt(later, figure, after.period, figure.after.period);
    if (old === undefined || now === undefined || old.id !== now.id) return [];
    return splitOf(figure, { evaluator: earlier, ...old }, { evaluator: later, ...now }) ?? [];
  });
}

/** `usual`: the side's period; an indicator can have another, which is looked for. */
function quotientAt(
  evaluator: Evaluator,
  figure: FigureChange,
  usual: Period | undefined,
  named: PeriodRef,
): EvaluatedQuotient | undefined {
  const period =
    usual && isPeriod(usual, named)
      ? usual
      : periodsKnown(evaluator, figure).find((one) => isPeriod(one, named));
  if (period === undefined) return undefined;
  const { metric: id, group, basis } = figure;
  return quotientOf(evaluator.evaluate({ id, period, group, basis }), evaluator);
}

function splitOf(figure: FigureChange, old: RateSide, now: RateSide): RateSplit | undefined {
  const before = numbersOf(old);
  const after = numbersOf(now);
  if (before === undefined || after === undefined) return undefined;
  const effects = quotientEffects(before, after);
  const change = effects.numerator.add(effects.denominator);
  // Two numbers for one change would be worse than no word of where it comes from.
  if (figure.absolute !== undefined && figure.absolute.decimal !== toDecimal(change)) return undefined;
  const places = decimalsOf(figure);
  const [numerator = change, denominator = change] = apportioned(
    [effects.numerator, effects.denominator],
    change,
    places,
  );
  const part = (term: 'numerator' | 'denominator', printed: Exact): RatePart => {
    const print = termPrinter([old[term], now[term]], now.evaluator.registry);
    return {
      label: termWords(now[term], now.evaluator.registry),
      before: print(before[term]),
      after: print(after[term]),
      effect: effectAmount(effects[term], printed, figure),
    };
  };
  return {
    figure: figure.id,
    label: figure.label,
    change: effectAmount(change, change, figure),
    numerator: part('numerator', numerator),
    denominator: part('denominator', denominator),
    ...membersSplit(figure, old, now),
  };
}

/** Returns what is divided and what by, on one side; undefined where either is no number, or nothing can be divided by it. */
function numbersOf({
  numerator: { outcome: above },
  denominator: { outcome: below },
}: Pick<EvaluatedQuotient, 'numerator' | 'denominator'>):
  Record<'numerator' | 'denominator', Exact> | undefined {
  if (above.kind !== 'number' || below.kind !== 'number' || below.number.value.n === 0n) return undefined;
  return { numerator: above.number.value, denominator: below.number.value };
}
