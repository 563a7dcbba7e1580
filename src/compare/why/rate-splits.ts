import type { Evaluator } from '../../metrics/evaluate.ts';
import type { Registry } from '../../metrics/registry.ts';
import { toDecimal, type Exact } from '../../model/exact.ts';
import type { PeriodRef } from '../../model/period-ref.ts';
import type { Period } from '../../model/period.ts';
import type { FigureChange, RatePart, RateSplit } from '../comparison.ts';
import { figuresUnder } from '../figures/under.ts';
import type { PaperPair } from '../side.ts';
import { apportioned } from './apportioned.ts';
import { quotientEffects } from './effects.ts';
import { isMoved, isPeriod, movementOf, periodsKnown } from './figure-at.ts';
import { quotientOf, termPrinter, termWords, type EvaluatedQuotient } from './quotient.ts';
import { membersSplit } from './rate-members.ts';
import { measureEffects } from './rate-measures.ts';
import { decimalsOf, effectAmount, type PartEffect, type RateSide } from './rate-side.ts';

/**
 * Returns where the changes of rates come from: of each figure that moved and that one formula gives on both sides, a
 * division, under the second side's definitions. The effects of numerator and denominator (`quotientEffects`) add up to the
 * change exactly and as printed, and so do those of members, where the members of a dimension make the whole. Each printed
 * effect is its exact value rounded up or down, so that one may differ from its own rounding in the last decimal. Swapped
 * sides change every sign.
 *
 * Where the second side gives the first side's period another figure, the change is that from there (`since`), all of it as
 * the second side says. Where a measure stands in the numerator and in the denominator, `measures` splits the change by
 * measures (`measureEffects`).
 */
export function rateSplits(pair: PaperPair, figures: readonly FigureChange[]): RateSplit[] {
  const { before, after } = pair;
  const later = after.context.figures;
  const earlier = figuresUnder(before.context.figures, later.registry);
  return figures.filter(isMoved).flatMap((figure) => {
    const evaluator = isSinceRevised(figure) ? later : earlier;
    const old = quotientAt(evaluator, figure, before.period, figure.before.period);
    const now = quotientAt(later, figure, after.period, figure.after.period);
    if (old === undefined || now === undefined || old.id !== now.id) return [];
    return splitOf(figure, { evaluator, ...old }, { evaluator: later, ...now }) ?? [];
  });
}

function isSinceRevised({ revised }: FigureChange): boolean {
  return revised?.absolute !== undefined;
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
  if (movementOf(figure)?.decimal !== toDecimal(change)) return undefined;
  const { registry } = now.evaluator;
  const [numerator, denominator] = partsOf(
    (['numerator', 'denominator'] as const).map((term) => ({
      terms: [old[term], now[term]],
      values: [before[term], after[term]],
      effect: effects[term],
    })),
    { figure, change, registry },
  );
  if (numerator === undefined || denominator === undefined) return undefined;
  const measures = measureEffects(old, now);
  return {
    figure: figure.id,
    label: figure.label,
    change: effectAmount(change, change, figure),
    ...(isSinceRevised(figure) && { since: 'revised' }),
    numerator,
    denominator,
    ...(measures && { measures: partsOf(measures, { figure, change, registry }) }),
    ...membersSplit(figure, old, now),
  };
}

interface Whole {
  readonly figure: FigureChange;
  readonly change: Exact;
  readonly registry: Registry;
}

/** Returns the parts of a change in words, their effects so rounded that they add up as they are printed. */
function partsOf(parts: readonly PartEffect[], { figure, change, registry }: Whole): RatePart[] {
  const effects = parts.map(({ effect }) => effect);
  const printed = apportioned(effects, change, decimalsOf(figure));
  return parts.map(({ terms, values: [before, after], effect }, index) => {
    const print = termPrinter(terms, registry);
    return {
      label: termWords(terms[1], registry),
      before: print(before),
      after: print(after),
      effect: effectAmount(effect, printed[index] ?? effect, figure),
    };
  });
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
