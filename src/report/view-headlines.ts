import { groupText } from '../metrics/book.ts';
import type { Figure, Report } from './report.ts';
import { sparkline, type Sparkline } from './view-charts.ts';
import { markOf, noteViews } from './view-marks.ts';
import { figureOf, periodInFull, sentence, type StateView } from './view-text.ts';
import { groupLabel } from './words.ts';

export interface HeadlineView {
  readonly label: string;
  readonly text: string;
  readonly mark: string;
  readonly noteHref: string;
  readonly change: StateView | null;
  /** Of which period where it is not that of the first, since when, and the level that is aimed at. */
  readonly detail: string;
  readonly sparkline: Sparkline | null;
}

/** Returns the headline figures that the report has. */
export function headlineFigures(report: Report): Figure[] {
  return report.workforce.headlines.flatMap((id) => figureOf(report, id) ?? []);
}

/** Returns a headline's name, with the group that it is of. */
export function headlineLabel({ label, group }: Figure): string {
  const of = groupLabel(group);
  return of === '' ? label : `${label}, ${of}`;
}

/** Returns the period of the headlines: that of the first. */
export function headlinePeriod(report: Report): string {
  const [first] = headlineFigures(report);
  return first ? periodInFull(first.period) : '';
}

/** Returns a headline figure with its change, its course and what is aimed at. */
export function headlineView(report: Report, figure: Figure): HeadlineView {
  const [first] = headlineFigures(report);
  return {
    label: headlineLabel(figure),
    text: figure.text,
    ...markOf(figure, noteViews(report)),
    change: figure.change ? changeView(figure.change) : null,
    detail: sentence(
      [
        ...(first && first.period.key !== figure.period.key ? [figure.period.label] : []),
        ...(figure.change ? [`since ${figure.change.from.label}`] : []),
        ...aims(report, figure),
      ].join('; '),
    ),
    sparkline: sparkline(report, figure),
  };
}

/** Returns `target 10%`, `cap at most 18`: of a target that is of this very figure, else of its indicator's level. */
function aims(report: Report, figure: Figure): string[] {
  const target = report.targets.find(({ metric, figure: id }) => {
    const latest = figureOf(report, id);
    return metric === figure.metric && (latest === undefined || isOfSameGroup(latest, figure));
  });
  if (target) return [`target ${target.targetText}`];
  const limit = report.indicators.find((one) => one.figure === figure.id)?.limit;
  return limit ? [`${limit.kind} ${limit.text}`] : [];
}

function isOfSameGroup(a: Figure, b: Figure): boolean {
  return a.basis === b.basis && groupText(a.group) === groupText(b.group);
}

const MOVED = { up: 'up', down: 'down', level: 'level' } as const;

/** Returns the size of a change with its sign and, in words, whether it is wanted: `Worse: +1.08 pp`. */
function changeView({ good, movement, text }: NonNullable<Figure['change']>): StateView {
  const sign = MOVED[movement];
  if (movement === 'level') return { sign, tone: 'plain', text: 'No change' };
  if (good === null) return { sign, tone: 'plain', text };
  return good
    ? { sign, tone: 'good', text: `Better: ${text}` }
    : { sign, tone: 'attention', text: `Worse: ${text}` };
}
