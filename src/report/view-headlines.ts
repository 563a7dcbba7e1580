import { groupText } from '../metrics/book.ts';
import { markerMeaning } from '../model/marker-words.ts';
import { formatBasis } from './format.ts';
import type { Change, Figure, IndicatorRow, Report, TargetProgress } from './report.ts';
import { seriesFigures, sparkline, type SparkLevel, type Sparkline } from './view-charts.ts';
import { markOf, noteViews } from './view-marks.ts';
import { isEarly, targetState } from './view-targets.ts';
import { figureOf, periodInFull, sentence, type StateView } from './view-text.ts';
import { groupLabel } from './words.ts';

export interface HeadlineView {
  /** What is counted: `Agency rate`. */
  readonly label: string;
  /** The figure: `21.08%`. */
  readonly text: string;
  /** The marks of its notes: `*`; empty where it has none. */
  readonly mark: string;
  /** The link to the first of these notes: `#note-1`; empty where the page does not print it. */
  readonly noteHref: string;
  /** `Worse: +1.08 pp`; nothing without an earlier figure. */
  readonly change: StateView | null;
  /** What stands in place of a change: why the figure is not given, or, where other headlines have a change, that there is none. */
  readonly noChange: string;
  /** `since Jan 2021`; empty where there is no change. */
  readonly since: string;
  /** The period where it is not that of the first: `Dec 2020`. */
  readonly period: string;
  /** The level that is aimed at, and by when where it has a date: `Target 10% by Feb 2022`. */
  readonly aim: string;
  /** How that target stands; a level without a date has its state as the change. */
  readonly aimState: StateView | null;
  /** Its course over time, small; nothing where there are too few figures. */
  readonly sparkline: Sparkline | null;
}

/** Returns the headline figures that the report has; a paper that has none has those of its indicators. */
export function glanceFigures(report: Report): Figure[] {
  const headlines = headlineFigures(report);
  if (headlines.length > 0) return headlines;
  return byLevel(report, indicatorFigures(report));
}

/** Returns the indicators' latest figures: those of the whole, and of a group only where there is no whole. */
function indicatorFigures(report: Report): Figure[] {
  const isWhole = ({ group }: IndicatorRow): boolean => Object.keys(group).length === 0;
  const wholes = new Set(report.indicators.filter(isWhole).map((one) => one.indicator));
  return report.indicators
    .filter((one) => isWhole(one) || !wholes.has(one.indicator))
    .flatMap((one) => figureOf(report, one.figure) ?? []);
}

/** Returns whether a figure is outside its level, also where that is within tolerance. */
export function isOutside(report: Report, figure: Figure): boolean {
  return (limitOf(report, figure)?.rag ?? 'green') !== 'green';
}

/** Returns figures with those that are outside their levels first, red before amber; the others stay in their order. */
export function byLevel(report: Report, figures: readonly Figure[]): Figure[] {
  const rank = (figure: Figure): number =>
    ({ red: 0, amber: 1, green: 2 })[limitOf(report, figure)?.rag ?? 'green'];
  return [...figures].sort((a, b) => rank(a) - rank(b));
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

/** Returns the period of the headlines, that of the first, and what all of them count: `February 2021, headcount`. */
export function headlinePeriod(report: Report, figures: readonly Figure[]): string {
  const [first] = figures;
  if (!first) return '';
  const indicators = new Set(report.indicators.map((one) => one.indicator));
  // What an indicator counts is its own affair.
  const isCounted = figures.every((one) => one.basis === first.basis && !indicators.has(one.metric));
  return [periodInFull(first.period), ...(isCounted ? [formatBasis(first.basis)] : [])].join(', ');
}

/** Returns headline figures, each with its change, its course and what is aimed at. */
export function headlineViews(report: Report, figures: readonly Figure[]): HeadlineView[] {
  const views = figures.map((figure) => headlineView(report, figure, figures[0]));
  if (views.every((one) => one.change === null)) return views;
  return views.map((one) =>
    one.change === null && one.noChange === '' ? { ...one, noChange: 'No earlier figure' } : one,
  );
}

function headlineView(report: Report, figure: Figure, first: Figure | undefined): HeadlineView {
  const limit = limitOf(report, figure);
  const aim = aimOf(report, figure);
  return {
    noChange: withheldText(report, figure),
    label: headlineLabel(figure),
    text: figure.text,
    ...markOf(figure, noteViews(report)),
    change: figure.change ? changeView(figure.change) : limit ? limitView(limit) : null,
    since: figure.change ? `since ${figure.change.from.label}` : '',
    period: first && first.period.key !== figure.period.key ? figure.period.label : '',
    aim: aim.text,
    aimState: aim.state ? targetState(aim.state, aim.early) : null,
    sparkline: sparkline(report, figure, levelOf(report, figure)),
  };
}

/** Returns `Confidential; last 18.87%, Oct 2026` for a figure that its source does not give; empty for any other. */
function withheldText(report: Report, figure: Figure): string {
  if (figure.result.kind !== 'marker') return '';
  const last = seriesFigures(report, figure.metric).findLast(
    (one) => one.result.kind === 'number' && one.period.end < figure.period.end && isOfSameGroup(one, figure),
  );
  const known = last ? `; last ${last.text}, ${last.period.label}` : '';
  return `${sentence(markerMeaning(figure.result.marker))}${known}`;
}

/**
 * Returns what a figure is held to, as in `Target 10% by Feb 2022` or `Cap at most 18`, with the state of a target and
 * whether that is too early to judge: a target that is of this very figure, else its indicator's level; an empty text where there
 * is neither.
 */
export function aimOf(
  report: Report,
  figure: Figure,
): { readonly text: string; readonly state: TargetProgress['state'] | null; readonly early: boolean } {
  const target = targetOf(report, figure);
  if (target) {
    const text = `Target ${target.targetText} by ${target.by.label}`;
    return { text, state: target.state, early: isEarly(target) };
  }
  const limit = limitOf(report, figure);
  return { text: limit ? sentence(`${limit.kind} ${limit.text}`) : '', state: null, early: false };
}

/** Returns the level of what {@link aimOf} says in words. */
function levelOf(report: Report, figure: Figure): SparkLevel | null {
  const target = targetOf(report, figure);
  if (target) return { kind: 'target', text: target.targetText, decimal: target.targetDecimal };
  return limitOf(report, figure) ?? null;
}

/** Returns the target that is of this very figure. */
export function targetOf(report: Report, figure: Figure): TargetProgress | undefined {
  return report.targets.find(({ metric, figure: id }) => {
    const latest = figureOf(report, id);
    return metric === figure.metric && (latest === undefined || isOfSameGroup(latest, figure));
  });
}

type Limit = NonNullable<IndicatorRow['limit']>;

function limitOf({ indicators }: Report, { id }: Figure): Limit | undefined {
  return indicators.find((one) => one.figure === id)?.limit;
}

const LIMITS = {
  green: { sign: 'tick', tone: 'good' },
  amber: { sign: 'alert', tone: 'attention' },
  red: { sign: 'cross', tone: 'bad' },
} as const;

/** Returns how far the figure is from its level, with the sign of its RAG: all that can be said of a single period. */
function limitView({ rag, gapText }: Limit): StateView {
  return { ...LIMITS[rag], text: sentence(gapText) };
}

function isOfSameGroup(a: Figure, b: Figure): boolean {
  return a.basis === b.basis && groupText(a.group) === groupText(b.group);
}

const MOVED = { up: 'up', down: 'down', level: 'level' } as const;

/** Returns the size of a change with its sign and, in words, whether it is wanted: `Worse: +1.08 pp`. */
export function changeView({ good, movement, text }: Pick<Change, 'good' | 'movement' | 'text'>): StateView {
  const sign = MOVED[movement];
  if (movement === 'level') return { sign, tone: 'plain', text: 'No change' };
  if (good === null) return { sign, tone: 'plain', text };
  return good
    ? { sign, tone: 'good', text: `Better: ${text}` }
    : { sign, tone: 'attention', text: `Worse: ${text}` };
}
