import { groupText } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { kindOf } from '../metrics/registry.ts';
import type { Group, Indicator, IndicatorLimit } from '../model/dataset.ts';
import { judgeLimit, limitFor, type LimitJudgement } from '../risk/limit.ts';
import type { PaperContext } from './context.ts';
import { growsWithTime } from './flow.ts';
import { groupsBehind, knownPeriods, latestKnown } from './known-figures.ts';
import { knownGroup } from './known-groups.ts';

/** The latest figure of an indicator, of the whole or of one group, held against its level. */
export interface IndicatorStatus {
  readonly indicator: Indicator;
  readonly group: Group;
  readonly limit: IndicatorLimit;
  readonly figure: Evaluation;
  readonly judgement: LimitJudgement;
}

/** Returns the indicators that the workstream's reports list, in the order of cip-report.yaml. */
export function indicatorsOf({ programme, workstream }: PaperContext): Indicator[] {
  return programme.indicators.filter(
    ({ workstreams }) => workstreams.length === 0 || workstreams.includes(workstream.id),
  );
}

/**
 * Returns the groups of an indicator that are judged and listed: the whole, each group for which the data gives anything
 * of it, and each that has a level of its own, which may exist as a sum alone.
 */
export function indicatorGroups({ figures, workstream }: PaperContext, { id, limits }: Indicator): Group[] {
  const given = groupsBehind(figures, { id, basis: workstream.basis });
  const levelled = limits.flatMap(({ of }) => {
    const known = knownGroup(figures.book, of);
    return known.kind === 'known' ? [known.group] : [];
  });
  return [...new Map([...given, ...levelled].map((group) => [groupText(group), group])).values()];
}

/**
 * Returns whether the figures of a group can be held against a level: those that grow with the length of their period
 * cannot where they are of months and of years, since a level is one a month or one a year.
 */
export function isLevelClear({ figures, workstream }: PaperContext, id: string, group: Group): boolean {
  const kind = kindOf(figures.registry, id);
  if (kind === undefined || !growsWithTime(figures.registry, kind)) return true;
  const periods = knownPeriods(figures, { id, group, basis: workstream.basis });
  return new Set(periods.map((period) => period.kind)).size < 2;
}

/**
 * Returns how every indicator stands to its levels: the whole first, then each group of the data that has a level. Each
 * by the latest figure of its own series; one that is no number (a marker) is not judged.
 */
export function indicatorStates(context: PaperContext): IndicatorStatus[] {
  const { basis } = context.workstream;
  return indicatorsOf(context).flatMap((indicator) =>
    indicator.limits.length === 0
      ? []
      : indicatorGroups(context, indicator).flatMap((group): IndicatorStatus[] => {
          const limit = limitFor(indicator, group);
          const figure = limit && latestKnown(context, { id: indicator.id, group, basis });
          if (!limit || figure?.outcome.kind !== 'number') return [];
          if (!isLevelClear(context, indicator.id, group)) return [];
          const judgement = judgeLimit(limit, figure.outcome.number.value);
          return [{ indicator, group, limit, figure, judgement }];
        }),
  );
}

/** Returns how many latest figures are at, near and beyond their levels. */
export function countIndicators(context: PaperContext): Readonly<Record<LimitJudgement['rag'], number>> {
  const counts = { green: 0, amber: 0, red: 0 };
  for (const { judgement } of indicatorStates(context)) counts[judgement.rag] += 1;
  return counts;
}

/** Returns the words for a group after what it is of: ` (Assessment)`; none for the whole. */
export function ofGroup(group: Group): string {
  const members = Object.values(group);
  return members.length === 0 ? '' : ` (${members.join(', ')})`;
}
