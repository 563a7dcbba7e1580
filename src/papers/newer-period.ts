import type { FigureKey } from '../metrics/book.ts';
import { comparePeriods, type Period } from '../model/period.ts';
import type { PaperContext } from './context.ts';
import { groupsBehind, latestKnown, standsOnIndicators } from './known-figures.ts';

/**
 * Returns the latest period of the same kind that the papers have of the figure, for the whole or any group, or of the
 * workforce where it is of the workforce; undefined where the figure itself is of no earlier one. Beside it the figure is
 * old.
 */
export function newerPeriod(context: PaperContext, { id, period, basis }: FigureKey): Period | undefined {
  const { figures, periods } = context;
  const others = groupsBehind(figures, { id, basis }).flatMap(
    (group) => latestKnown(context, { id, group, basis })?.key.period ?? [],
  );
  const paper = standsOnIndicators(figures, { id, basis }) ? [] : periods.slice(-1);
  const [latest] = [...others, ...paper]
    .filter((one) => one.kind === period.kind && one.end <= context.meeting.date)
    .sort((a, b) => comparePeriods(b, a));
  return latest && latest.end > period.end ? latest : undefined;
}
