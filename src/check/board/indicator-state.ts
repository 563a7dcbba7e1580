import type { Evaluation } from '../../metrics/evaluate.ts';
import type { Group, Indicator, IndicatorLimit } from '../../model/dataset.ts';
import { judgeLimit, limitFor, type LimitJudgement } from '../../risk/limit.ts';
import type { CheckContext } from '../context.ts';
import { groupsBehind, latestKnown } from './known-figures.ts';

/** The latest figure of an indicator, of the whole or of one group, held against its level. */
export interface IndicatorStatus {
  readonly indicator: Indicator;
  readonly group: Group;
  readonly limit: IndicatorLimit;
  readonly figure: Evaluation;
  readonly judgement: LimitJudgement;
}

/** Returns the indicators that the workstream's reports list, in the order of cip-report.yaml. */
export function indicatorsOf({ programme, workstream }: CheckContext): Indicator[] {
  return programme.indicators.filter(
    ({ workstreams }) => workstreams.length === 0 || workstreams.includes(workstream.id),
  );
}

/**
 * Returns how every indicator stands to its levels: the whole first, then each group of the data that has a level. Each
 * by the latest figure of its own series; one that is no number (a marker) is not judged.
 */
export function indicatorStates(context: CheckContext): IndicatorStatus[] {
  const { figures, workstream } = context;
  const { basis } = workstream;
  return indicatorsOf(context).flatMap((indicator) =>
    indicator.limits.length === 0
      ? []
      : groupsBehind(figures, { id: indicator.id, basis }).flatMap((group): IndicatorStatus[] => {
          const limit = limitFor(indicator, group);
          const figure = limit && latestKnown(context, { id: indicator.id, group, basis });
          if (!limit || figure?.outcome.kind !== 'number') return [];
          const judgement = judgeLimit(limit, figure.outcome.number.value);
          return [{ indicator, group, limit, figure, judgement }];
        }),
  );
}

/** Returns how many latest figures are at, near and beyond their levels. */
export function countIndicators(context: CheckContext): Readonly<Record<LimitJudgement['rag'], number>> {
  const counts = { green: 0, amber: 0, red: 0 };
  for (const { judgement } of indicatorStates(context)) counts[judgement.rag] += 1;
  return counts;
}

/** Returns the words for a group after what it is of: ` (Assessment)`; none for the whole. */
export function ofGroup(group: Group): string {
  const members = Object.values(group);
  return members.length === 0 ? '' : ` (${members.join(', ')})`;
}
