import type { FigureKey } from '../metrics/book.ts';
import { comparePeriods, periodName, type Period } from '../model/period.ts';
import type { PaperContext } from './context.ts';
import { groupsBehind, latestKnown, standsOnIndicators } from './known-figures.ts';

/**
 * Returns the latest period of the same kind that the papers have of the figure, for the whole or any group, or of the
 * workforce where it is of the workforce; undefined where the figure itself is of no earlier one. Beside it the figure is
 * old.
 */
export function newerPeriod(context: PaperContext, { id, period, basis }: FigureKey): Period | undefined {
  const { figures, periods } = context;
  const others = latestPeriods(context, { id, basis });
  const paper = standsOnIndicators(figures, { id, basis }) ? [] : periods.slice(-1);
  const [latest] = [...others, ...paper]
    .filter((one) => one.kind === period.kind && one.end <= context.meeting.date)
    .sort((a, b) => comparePeriods(b, a));
  return latest && latest.end > period.end ? latest : undefined;
}

/** Many citations are of one figure, and a table of many groups is searched once for all of them. */
const found = new WeakMap<PaperContext, Map<string, readonly Period[]>>();

/** Returns the latest period of each group that has the figure, each period once. */
function latestPeriods(context: PaperContext, { id, basis }: Pick<FigureKey, 'id' | 'basis'>) {
  const known = found.get(context) ?? new Map<string, readonly Period[]>();
  found.set(context, known);
  const name = JSON.stringify([id, basis]);
  const periods = known.get(name) ?? search(context, { id, basis });
  known.set(name, periods);
  return periods;
}

function search(context: PaperContext, { id, basis }: Pick<FigureKey, 'id' | 'basis'>): readonly Period[] {
  const periods = groupsBehind(context.figures, { id, basis }).flatMap(
    (group) => latestKnown(context, { id, group, basis })?.key.period ?? [],
  );
  return [...new Map(periods.map((one) => [periodName(one), one])).values()];
}
