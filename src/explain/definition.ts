import type { FigureKey } from '../metrics/book.ts';
import type { FigureKind } from '../metrics/registry.ts';
import { evaluationText, formulaText } from '../metrics/wording.ts';
import type { PaperContext } from '../papers/context.ts';
import { isSameKindOfRate } from '../metrics/same-rate.ts';
import type { Place } from '../model/place.ts';
import type { Definition, OtherRate } from './explanation.ts';

/** Returns what a figure's id means, who uses it so, and where the council says so. */
export function definitionOf({ programme }: PaperContext, kind: FigureKind): Definition {
  const { id, label, description, unit, direction, nature, origin, usedBy } = kind;
  const at = placeOf(programme, id);
  return {
    id,
    label,
    description,
    unit,
    direction,
    ...(nature && { nature }),
    origin,
    ...(at && { at }),
    usedBy,
  };
}

/** Returns the rates of the same kind by other definitions, where these papers' data gives them. */
export function otherRates({ figures }: PaperContext, kind: FigureKind, key: FigureKey): OtherRate[] {
  const { registry } = figures;
  return [...registry.kinds.values()]
    .filter((other) => other.id !== kind.id && isSameKindOfRate(registry, kind, other))
    .flatMap((other) => {
      const evaluation = figures.evaluate({ ...key, id: other.id });
      const formula = formulaText(other, registry);
      if (formula === undefined || evaluation.outcome.kind === 'missing') return [];
      const { id, label, usedBy } = other;
      return [{ id, label, formula, text: evaluationText(evaluation, registry), usedBy }];
    });
}

function placeOf(
  { definitions, measures, indicators }: PaperContext['programme'],
  id: string,
): Place | undefined {
  const defined = [...definitions, ...measures].find((one) => one.value.id === id);
  return defined?.at ?? indicators.find((one) => one.id === id || isPartOf(id, one.id))?.at;
}

function isPartOf(id: string, indicator: string): boolean {
  return id === `${indicator}_numerator` || id === `${indicator}_denominator`;
}
