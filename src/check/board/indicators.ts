import { placesBehind } from '../../metrics/wording.ts';
import { printedPlaces } from '../../metrics/places.ts';
import { kindOf } from '../../metrics/registry.ts';
import type { IndicatorLimit } from '../../model/dataset.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { finding } from '../../model/finding.ts';
import { formatGap, formatLevel, formatPeriodInFull, formatValue } from '../../model/format.ts';
import { placesOfGap } from '../../risk/limit.ts';
import { allFiguresRead } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { perPeriod } from '../../papers/flow.ts';
import { indicatorStates, ofGroup } from '../../papers/indicator-state.ts';

const beyondLimit: Check = (context) => {
  // Where a figure could not be read, the latest one may be another.
  if (!allFiguresRead(context)) return [];
  const { registry } = context.figures;
  return indicatorStates(context).flatMap(({ indicator, group, limit, figure, judgement }) => {
    const kind = kindOf(registry, indicator.id);
    if (judgement.met || !kind || figure.outcome.kind !== 'number') return [];
    const { unit } = kind;
    const { value } = figure.outcome.number;
    const places = placesOfGap(printedPlaces(figure, kind), judgement.gap, unit);
    const side = limit.direction === 'lower' ? 'above' : 'below';
    const message = `${kind.label}${ofGroup(group)} is ${formatValue(value, unit, places)} in ${formatPeriodInFull(figure.key.period)}, ${side} the ${limit.kind} of ${formatLevel(limit.value, unit)}${perPeriod(registry, kind, figure.key.period)}`;
    return [
      finding('N413', message, {
        at: placesBehind(figure)[0] ?? indicator.at,
        about: figureSubject(figure.key, context),
        why: [
          `${formatGap(judgement.gap, unit, places)} ${side} it: ${judgement.rag}`,
          ...toleranceText(limit, unit),
          'judged unrounded',
        ].join(' · '),
        related: [limit.at],
      }),
    ];
  });
};

export const INDICATOR_RULES: readonly Rule[] = [rule(['N413'], beyondLimit)];

function toleranceText({ amberTo }: IndicatorLimit, unit: MetricUnit): string[] {
  return amberTo ? [`amber to ${formatLevel(amberTo, unit)}`] : [];
}
