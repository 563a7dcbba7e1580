import type { FigureKey } from '../metrics/book.ts';
import { kindOf, suggestId } from '../metrics/registry.ts';
import { evaluationText } from '../metrics/wording.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { formatPeriod, formatPeriodInFull } from '../model/format.ts';
import { comparePeriods, type Period } from '../model/period.ts';
import { fold, nearest } from '../model/suggest.ts';
import type { PaperContext } from './context.ts';
import { seriesPeriods } from './series-kind.ts';
import type { CitationSubject } from './citation.ts';
import type { CitationResult, Problem } from './citation-result.ts';
import { knownPeriods, standsOnIndicators, type FigureSeries } from './known-figures.ts';
import { knownGroup } from './known-groups.ts';

type Cited = Extract<CitationSubject, { kind: 'figure' }>;

/**
 * Returns the figure that a citation names. Without a period it is the latest of the workforce's figures; of a group, of
 * the other basis or of an indicator, whose periods are their own, the latest that there is.
 */
export function resolveFigure(context: PaperContext, cited: Cited): CitationResult {
  const located = locateFigure(context, cited);
  if (located.kind === 'problem') return located;
  const { figures } = context;
  const evaluation = figures.evaluate(located.key);
  if (evaluation.outcome.kind === 'missing')
    return {
      kind: 'problem',
      message: evaluation.outcome.reasons.join(' · '),
      help: 'cite a period for which the data has the figure, or add the figure',
      fault: 'data',
    };
  return { kind: 'text', text: evaluationText(evaluation, figures.registry), figure: located.key };
}

/**
 * Returns which figure is named, whether the data gives it or not. `further`: periods for which the data holds nothing and
 * the report has a figure, as of a year that was added up from its months.
 */
export function locateFigure(
  context: PaperContext,
  { id, period: written, group: named }: Cited,
  further: readonly Period[] = [],
): { readonly kind: 'located'; readonly key: FigureKey } | Problem {
  const { registry } = context.figures;
  if (registry.unusable.has(id))
    return { kind: 'problem', message: `the definition of ${id} cannot be used`, fault: 'definition' };
  if (!kindOf(registry, id)) {
    const help = suggestId(registry, id);
    return { kind: 'problem', message: `${id} is no measure or metric`, help, fault: 'written' };
  }
  const scope = readScope(context, named);
  if (scope.kind === 'problem') return scope;
  const series = { id, group: scope.group, basis: scope.basis };
  const period =
    written === undefined ? latestPeriod(context, series) : periodNamed(context, written, further);
  if (!period) return noPeriod(context, series, written);
  return { kind: 'located', key: { ...series, period } };
}

interface Scope {
  readonly kind: 'scope';
  readonly group: Group;
  readonly basis: Basis;
}

const BASES: ReadonlyMap<string, Basis> = new Map([
  ['headcount', 'headcount'],
  ['fte', 'fte'],
]);

/** `basis` stands among the dimensions of a group, as in `{{agency[team=Assessment, basis=headcount]}}`. */
function readScope({ figures, workstream }: PaperContext, named: Group): Scope | Problem {
  const pairs = Object.entries(named);
  const written = pairs.find(([dimension]) => fold(dimension) === 'basis')?.[1];
  const basis = written === undefined ? workstream.basis : BASES.get(fold(written));
  if (basis === undefined) {
    const meant = nearest(written ?? '', [...BASES.keys()]);
    const help = meant === undefined ? 'a basis is headcount or fte' : `did you mean basis=${meant}?`;
    return { kind: 'problem', message: `${written ?? ''} is no basis`, help, fault: 'written' };
  }
  const rest = Object.fromEntries(pairs.filter(([dimension]) => fold(dimension) !== 'basis'));
  const known = knownGroup(figures.book, rest);
  if (known.kind === 'known') return { kind: 'scope', group: known.group, basis };
  const { message, help = 'leave the group out, or add rows of it to the data' } = known;
  return { kind: 'problem', message, help, fault: 'data' };
}

/**
 * The figures of the whole workforce are to be of one period, or the papers mix old with new. A group has that period's
 * figure too, if it has one.
 */
function latestPeriod(context: PaperContext, series: FigureSeries): Period | undefined {
  const { figures, workstream } = context;
  const latest = context.periods.at(-1);
  const isOfIndicators = standsOnIndicators(figures, series);
  const isWhole = Object.keys(series.group).length === 0 && series.basis === workstream.basis;
  if (isWhole && !isOfIndicators) return latest;
  const own = knownPeriods(figures, series);
  const shared = isOfIndicators ? undefined : own.find((one) => one.key === latest?.key);
  return shared ?? seriesPeriods(own, context.meeting.date).at(-1) ?? latest;
}

/** Periods are cited by key (`2021-01`) or by label (`Jan 2021`, `January 2021`), or as tables head columns (`Jan-21`). */
function periodNamed(
  context: PaperContext,
  written: string,
  further: readonly Period[] = [],
): Period | undefined {
  const wanted = fold(inFull(written));
  return [...heldPeriods(context), ...further].find((period) =>
    [period.key, formatPeriod(period), formatPeriodInFull(period)].some((name) => fold(name) === wanted),
  );
}

/** `Sept-21` and `Sep '21` are September 2021; `Sep 21` may be a day. */
function inFull(written: string): string {
  return written.replace(/^([a-z]+)(?:-| ?['’])(\d{2})$/i, '$1 20$2').replace(/^sept(?= )/i, 'Sep');
}

/** Returns every period for which the data holds anything, oldest first. */
function heldPeriods({ figures }: PaperContext): Period[] {
  const periods = [...figures.book.given.values()].map((given) => given.observation.period);
  return [...new Map(periods.map((one) => [one.key, one])).values()].sort(comparePeriods);
}

/** The most periods that advice lists. */
const LISTED = 12;

/** Returns that the data lacks a period, or any for the figure, with those that it has. */
export function noPeriod(context: PaperContext, series?: FigureSeries, written = ''): Problem {
  const { figures, workstream } = context;
  const own = series ? knownPeriods(figures, series) : [];
  const keys = (own.length > 0 ? own : heldPeriods(context)).map((period) => period.key);
  if (written !== '' && keys.length > 0) {
    const held = keys.length > LISTED ? `${keys[0] ?? ''} to ${keys.at(-1) ?? ''}` : keys.join(', ');
    const meant = periodNamed(context, written.replace(/ (?=\d{2}$)/, '-'));
    return {
      kind: 'problem',
      message: `the data holds no period ${written}`,
      help: meant === undefined ? `the data holds ${held}` : `write ${meant.key}, if the month is meant`,
      fault: 'data',
    };
  }
  const basis = series?.basis ?? workstream.basis;
  const lacks = (what: string, help: string): Problem => ({
    kind: 'problem',
    message: `the data has no ${what}`,
    help,
    fault: 'data',
  });
  if (series && kindOf(figures.registry, series.id)?.series !== undefined)
    return lacks(series.id, 'add its figures to a table of indicators');
  if (series && Object.keys(series.group).length > 0)
    return lacks(`${series.id} of that group`, 'add the figures to the workforce table');
  if (figures.book.workforce.size === 0)
    return lacks(`${basis} figures for the whole workforce`, 'add the figures to the workforce table');
  return {
    kind: 'problem',
    message: `the data has no ${basis} figures for the whole workforce, only for groups or on another basis`,
    help: 'add rows for the whole workforce, or cite a group: {{agency[team=Assessment]}}',
    fault: 'whole',
  };
}
