import { WHOLE, type FigureKey } from '../../metrics/book.ts';
import type { Estimate } from '../../metrics/estimate.ts';
import { once } from '../../model/once.ts';
import { kindOf } from '../../metrics/registry.ts';
import type { Basis, Group } from '../../model/dataset.ts';
import type { Period } from '../../model/period.ts';
import type { PaperContext } from '../../papers/context.ts';
import { knownPeriods, type FigureSeries } from '../../papers/known-figures.ts';
import { resolveCitation } from '../../papers/resolve.ts';
import { isWord, type Mark, type PeriodMark } from './marks.ts';
import type { Phrase } from './phrase.ts';
import type { NumberToken } from './tokens.ts';
import { periodsMeant } from './when.ts';

/** Returns the figure at any period that a number's words name; undefined where they leave it open. */
export function seriesOf(
  papers: PaperContext,
  marks: readonly Mark[],
  phrase: Phrase,
  { isShare, basis }: { readonly isShare: boolean; readonly basis: Basis | undefined },
): FigureSeries | undefined {
  const { registry } = papers.figures;
  const [id, ...others] = phrase.ids.filter((one) => {
    const unit = kindOf(registry, one)?.unit;
    return isShare ? unit === 'share' : unit === 'count' || unit === 'ratio';
  });
  const group = groupOf(marks, phrase);
  if (id === undefined || others.length > 0 || group === undefined || registry.unusable.has(id))
    return undefined;
  return { id, group, basis: basis ?? papers.workstream.basis };
}

/**
 * Returns the one group that a clause names, the whole where it names none. What stands behind another number is of that; behind
 * the last of `from 9 in July to 7 in October in Assessment` it is of both.
 */
function groupOf(marks: readonly Mark[], { at: own, from, to, end }: Phrase): Group | undefined {
  const goesOn = isWord(marks[own - 1], 'from', 'by', 'of', 'up', 'down');
  const next = marks.findIndex(
    (mark, at) =>
      at > end &&
      (mark.kind === 'number' || mark.kind === 'citation') &&
      !(goesOn && isWord(marks[at - 1], 'from', 'to')),
  );
  const named = marks
    .slice(from, next < 0 ? to + 1 : Math.min(next, to + 1))
    .flatMap((mark) => (mark.kind === 'name' && mark.meaning.kind === 'group' ? [mark.meaning] : []));
  const names = new Map<string, string>();
  let isClear = true;
  for (const { dimension, member } of named) {
    isClear &&= (names.get(dimension) ?? member) === member;
    names.set(dimension, member);
  }
  if (isClear) return names.size === 0 ? WHOLE : Object.fromEntries(names);
  const behind = groupBehind(marks, end + 1);
  return behind && { [behind.dimension]: behind.member };
}

/** Where a clause names several groups, the one right behind the number is meant. */
function groupBehind(marks: readonly Mark[], after: number) {
  let at = after;
  for (
    let mark = marks[at];
    mark?.kind === 'word' && /^(?:in|at|of|the|for|across)$/.test(mark.stem);
    mark = marks[at]
  )
    at += 1;
  const mark = marks[at];
  return mark?.kind === 'name' && mark.meaning.kind === 'group' ? mark.meaning : undefined;
}

/** Returns the figure that a citation without a period would print: the latest. */
export function latestOf(papers: PaperContext, { id, group, basis }: FigureSeries): FigureKey | undefined {
  const named = basis === papers.workstream.basis ? group : { ...group, basis };
  const found = resolveCitation(papers, { kind: 'figure', id, group: named });
  return found.kind === 'text' ? found.figure : undefined;
}

/** Returns the figures of a series at the period that is named, the likeliest first; none where the data has none. */
export function keysAt(papers: PaperContext, series: FigureSeries, { when, atEnd }: PeriodMark): FigureKey[] {
  if (when === undefined) return [];
  const known = knownPeriods(papers.figures, series);
  return periodsMeant(when, known, { date: papers.meeting.date, atEnd }).map((period) => ({
    ...series,
    period,
  }));
}

/** Returns the number of a figure, where it has one. */
export function numberOf({ figures }: PaperContext, key: FigureKey): Estimate | undefined {
  const { outcome } = figures.evaluate(key);
  return outcome.kind === 'number' ? outcome.number : undefined;
}

/** Returns the figures of a series before a period of its kind, the nearest first. */
export function keysBefore(papers: PaperContext, series: FigureSeries, period: Period): FigureKey[] {
  return knownPeriods(papers.figures, series)
    .filter((one) => one.kind === period.kind && one.end < period.end)
    .reverse()
    .map((one) => ({ ...series, period: one }));
}

/**
 * Returns whether the papers use a figure themselves: in their data, tables, charts, targets or words. One that only the
 * registry knows may be defined otherwise by whoever wrote its name.
 */
export function isUsed(papers: PaperContext, id: string): boolean {
  return usedIn(papers).has(id);
}

const usedIn = once(({ programme, workstream, figures: { book } }: PaperContext): ReadonlySet<string> => {
  const { headlines, table, tables, charts } = workstream;
  return new Set([
    ...[...book.given.values()].map(({ observation }) => observation.measure),
    ...book.stated.map(({ measure }) => measure),
    ...headlines,
    ...table.flatMap(({ rows }) => rows),
    ...[...tables, ...charts].flatMap((one) => one.figures.map(({ value }) => value)),
    ...programme.targets.flatMap(({ metric }) => metric ?? []),
    ...programme.definitions.map(({ value }) => value.id),
    ...programme.indicators.map(({ id }) => id),
    ...Object.keys(programme.labels),
  ]);
});

/** Returns whether a number is typed of people of whom the data counts the hours: then it may be of heads. */
export function mayBeHeads(papers: PaperContext, token: NumberToken, series: FigureSeries): boolean {
  const isCount = kindOf(papers.figures.registry, series.id)?.unit === 'count';
  return isCount && series.basis === 'fte' && token.basis === undefined && token.cell.places === 0;
}
