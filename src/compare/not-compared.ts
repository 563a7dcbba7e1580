import { labelOf } from '../metrics/registry.ts';
import type { Basis, Meeting } from '../model/dataset.ts';
import { formatList, formatPeriod } from '../model/format.ts';
import { groupBy } from '../model/group-by.ts';
import { comparePeriods, type Period } from '../model/period.ts';
import { PERIOD_WORDS } from '../model/period-words.ts';
import { isFlow } from '../papers/flow.ts';
import { latestKnown, type FigureSeries } from '../papers/known-figures.ts';
import { seriesPeriods } from '../papers/series-kind.ts';
import type { Part, SideRef } from './comparison.ts';
import { createReckonings, type Reckonings } from './figures/reckoning.ts';
import { comparedSeries } from './figures/series.ts';
import type { CompareRequest, PaperPair, SidePapers } from './side.ts';

type Refs = Readonly<Record<'before' | 'after', SideRef>>;

/**
 * Returns what is not compared and might be expected to be, in sentences: figures on another basis, of a side without a
 * period for the whole, or of periods of another kind; and of two periods what belongs to a meeting. `pairs` have the
 * periods that the papers have of themselves, `compared` those that are compared.
 */
export function notCompared(
  pairs: readonly PaperPair[],
  compared: readonly PaperPair[],
  refs: Refs,
  { form, parts }: CompareRequest,
): string[] {
  const has = (part: Part) => parts.includes(part);
  const isOneOf = pairs.length > 1;
  const named = (sentence: string, { after }: PaperPair) =>
    isOneOf ? `${after.context.workstream.title}: ${sentence}` : sentence;
  const told = (sentences: (pair: PaperPair) => readonly string[], some: readonly PaperPair[]) =>
    some.flatMap((pair) => sentences(pair).map((sentence) => named(sentence, pair)));
  return [
    ...(has('workforce') || has('indicators') ? told((pair) => otherBasis(pair, refs), pairs) : []),
    ...(has('workforce') ? told((pair) => withoutWhole(pair, refs), pairs) : []),
    ...told((pair) => otherKinds(pair, parts), compared),
    ...(form === 'periods' ? withoutPeriods(pairs, parts) : []),
  ];
}

const COUNTED: Readonly<Record<Basis, string>> = { fte: 'full-time equivalents', headcount: 'heads' };

function otherBasis({ before, after }: PaperPair, refs: Refs): string[] {
  const [was, is] = [before, after].map(({ context }) => context.workstream.basis);
  if (was === undefined || is === undefined || was === is) return [];
  return [
    `${refs.before.label} counts ${COUNTED[was]}, ${refs.after.label} ${COUNTED[is]}: no figure is compared with one on another basis.`,
  ];
}

/**
 * Returns the pair with the latest period that any group of the workforce has on a side that has none for the whole, as
 * where groups overlap and no total is given. A side without any figure of the workforce stays without a period.
 */
export function withGroupPeriods(pair: PaperPair): PaperPair {
  const [before, after] = [pair.before, pair.after].map((side) => ({ ...side, period: periodOf(side) }));
  return before && after ? { ...pair, before, after } : pair;
}

function periodOf({ context, period }: SidePapers): Period | undefined {
  if (period !== undefined) return period;
  const given = [...context.figures.book.given.values()].filter(
    ({ indicator, observation }) => !indicator && observation.cell.kind !== 'missing',
  );
  const periods = new Map(
    given.map(({ observation: { period: own } }) => [`${own.kind} ${own.key}`, own] as const),
  );
  const inOrder = [...periods.values()].sort(comparePeriods);
  return seriesPeriods(inOrder, context.meeting.date).at(-1);
}

function withoutWhole({ before, after }: PaperPair, refs: Refs): string[] {
  const sides = [
    { own: before, ref: refs.before, other: after },
    { own: after, ref: refs.after, other: before },
  ];
  return sides.flatMap(({ own, ref, other }) => {
    if (own.period !== undefined) return [];
    const period = periodOf(own);
    if (period !== undefined)
      return [
        `${ref.label} has no period for the whole: its groups are compared at ${formatPeriod(period)}, the latest that any of them has.`,
      ];
    return periodOf(other) === undefined
      ? []
      : [`${ref.label} has no figures of the workforce: none is compared.`];
  });
}

/** What happened in a month is not compared with what happened in a year. */
function otherKinds(pair: PaperPair, parts: readonly Part[]): string[] {
  const isOfWorkforce = parts.includes('workforce') && isOther(pair.before.period, pair.after.period);
  const isOfIndicators = parts.includes('indicators') && pair.form !== 'periods';
  if (!isOfWorkforce && !isOfIndicators) return [];
  const reckonings = createReckonings(pair);
  const series = comparedSeries(pair, reckonings);
  const left = [
    ...(isOfWorkforce ? series.workforce.flatMap((one) => leftOfWorkforce(pair, reckonings, one)) : []),
    ...(isOfIndicators ? series.indicators.flatMap((one) => leftOfIndicators(pair, reckonings, one)) : []),
  ];
  const byPeriods = groupBy(left, ({ from, to }) => `${kindInWords(from)} ${kindInWords(to)}`);
  return [...byPeriods.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { from, to } = first;
    const labels = [...new Set([first, ...others].map(({ label }) => label))];
    return [
      `What happened in ${kindInWords(from)} is not compared with what happened in ${kindInWords(to)}: ${listed(labels)}.`,
    ];
  });
}

interface LeftOut {
  readonly label: string;
  readonly from: Period;
  readonly to: Period;
}

function leftOfWorkforce(
  { before, after }: PaperPair,
  reckonings: Reckonings,
  series: FigureSeries,
): LeftOut[] {
  const [from, to] = [before.period, after.period];
  if (from === undefined || to === undefined || !isOfTime(reckonings, series)) return [];
  const isKnown = reckonings
    .allOf(series.id)
    .some((one) =>
      [one.before.evaluate({ ...series, period: from }), one.after.evaluate({ ...series, period: to })].some(
        ({ outcome }) => outcome.kind !== 'missing',
      ),
    );
  return isKnown ? [{ label: labelOf(reckonings.mainOf(series.id).registry, series.id), from, to }] : [];
}

/** An indicator's own latest figures. */
function leftOfIndicators(pair: PaperPair, reckonings: Reckonings, series: FigureSeries): LeftOut[] {
  if (!isOfTime(reckonings, series)) return [];
  const main = reckonings.mainOf(series.id);
  const latestOf = (side: 'before' | 'after') =>
    latestKnown({ figures: main[side], meeting: pair[side].context.meeting }, series)?.key.period;
  const [from, to] = [latestOf('before'), latestOf('after')];
  if (from === undefined || to === undefined || !isOther(from, to)) return [];
  return [{ label: labelOf(main.registry, series.id), from, to }];
}

function isOfTime(reckonings: Reckonings, { id }: FigureSeries): boolean {
  return reckonings.allOf(id).some(({ registry }) => isFlow(registry, id));
}

function isOther(from: Period | undefined, to: Period | undefined): boolean {
  return from !== undefined && to !== undefined && from.kind !== to.kind;
}

function kindInWords(period: Period): string {
  return `${formatPeriod(period)} (a ${PERIOD_WORDS[period.kind]})`;
}

const MOST_LISTED = 8;

function listed(labels: readonly string[]): string {
  const left = labels.length - MOST_LISTED;
  return left <= 0
    ? formatList(labels)
    : formatList([...labels.slice(0, MOST_LISTED), `${left.toString()} more`]);
}

/** Which parts of the papers have no period, where there is anything of them. */
function withoutPeriods(pairs: readonly PaperPair[], parts: readonly Part[]): string[] {
  const named: readonly [Part, (meeting: Meeting) => boolean][] = [
    ['rag', ({ paper }) => paper.rag !== undefined],
    ['milestones', ({ milestones }) => milestones.length > 0],
    ['risks', ({ risks }) => risks.length > 0],
    ['actions', ({ actions }) => actions.length > 0],
    ['recommendations', ({ recommendations }) => recommendations.length > 0],
  ];
  const left = named.filter(
    ([part, has]) => parts.includes(part) && pairs.some(({ after }) => has(after.context.meeting)),
  );
  if (left.length === 0) return [];
  return [
    'Milestones, risks, actions and the RAG belong to a meeting, not to a data period: compare two meetings, or use --since-last-meeting.',
  ];
}
