import { MISSING_TEXT, plural, spaced } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { CellChange, Comparison, FigureChange, PeriodRef, WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock, ViewRow } from '../view.ts';
import { figureColumns, figureRow, headingRow, isRate, isWhole, sideText } from './figure-rows.ts';
import { isOneSided, oneSidedBlocks } from './one-sided.ts';
import { brief, groupWords, labelWithGroup, listed, NAME, sentence, sideNames } from './texts.ts';

/** The most restated figures that have a row, and the most that are named of what follows from them. */
const MOST_ROWS = 24;
const MOST_FOLLOWING = 7;

/**
 * Returns the figures of one period that the two sides give otherwise, oldest first, what follows from them in one line, and
 * printed figures that were changed.
 */
export function restatedBlocks(workstream: WorkstreamComparison, comparison: Comparison): ViewBlock[] {
  const columns = figureColumns(...sideNames(comparison));
  const { given, following, oneSided } = restatedParts(workstream.restated);
  const rows = periodRows(given.slice(0, MOST_ROWS));
  const left = given.length - MOST_ROWS;
  const stated = statedRows(workstream);
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Given otherwise now',
            columns,
            rows,
            ...(left > 0 && {
              more: `${plural(left, 'more figure is', 'more figures are')} given otherwise: the CSV lists all`,
              whole: 'csv' as const,
            }),
          } as const,
        ]),
    ...oneSidedBlocks(oneSided),
    ...followingBlocks(following, workstream.headlines, given.length + oneSided.length > 0),
    ...(stated.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'The papers print another figure now',
            columns: columns.slice(0, 3),
            rows: stated,
          } as const,
        ]),
    ...printedAloneBlocks(workstream, sideNames(comparison)),
  ];
}

/** What the data gives otherwise, and what is reckoned from it. */
export interface RestatedParts {
  readonly given: readonly FigureChange[];
  readonly following: readonly FigureChange[];
  readonly oneSided: readonly FigureChange[];
}

/** Returns the restated figures beyond the tolerance by what they are. */
export function restatedParts(restated: readonly FigureChange[]): RestatedParts {
  const beyond = restated.filter((one) => one.within !== 'tolerance');
  const isGiven = ({ before, after }: FigureChange): boolean =>
    before.source === 'given' || after.source === 'given';
  return {
    given: beyond.filter((one) => isGiven(one) && !isOneSided(one)),
    following: beyond.filter((one) => !isGiven(one)),
    oneSided: beyond.filter((one) => isGiven(one) && isOneSided(one)),
  };
}

function periodRows(figures: readonly FigureChange[]): ViewRow[] {
  const told = new Set<string>();
  return [...groupBy(figures, (one) => periodOf(one).label)].flatMap(([period, some]) => [
    headingRow(period),
    ...some.map((one) => figureRow(one, labelWithGroup(one), told)),
  ]);
}

/** `What follows: Agency rate 14.43% → 14.98%; …`: the headlines of the whole first, then its rates. */
function followingBlocks(
  figures: readonly FigureChange[],
  headlines: readonly string[],
  isFollowing: boolean,
): ViewBlock[] {
  if (figures.length === 0) return [];
  const rank = (one: FigureChange): number => {
    const at = headlines.indexOf(one.metric);
    const own = at < 0 ? headlines.length + (isRate(one) ? 0 : 1) : at;
    return isWhole(one) ? own : headlines.length + 2 + own;
  };
  const areOfOne = new Set(figures.map((one) => periodOf(one).label)).size === 1;
  const texts = figures
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one) => {
      const when = areOfOne && isFollowing ? '' : ` for ${periodOf(one).label}`;
      return `${labelWithGroup(one)}${when} ${sideText(one.before)} → ${sideText(one.after)}`;
    });
  const lead = isFollowing ? 'What follows' : 'Reckoned otherwise now';
  const text = sentence(`${lead}: ${listed(texts, MOST_FOLLOWING, '; ')}`);
  return [{ kind: 'text', text, tone: 'neutral' }];
}

/** Returns the period that a restated figure is of. */
function periodOf({ after }: { readonly after: { readonly period: PeriodRef } }): PeriodRef {
  return after.period;
}

/** What the papers print for a period that both sides have; between two periods it stands beside the figure itself. */
function statedCells({ cells, periods }: WorkstreamComparison): CellChange[] {
  const apart = new Set([...periods.new, ...periods.gone].map(periodName));
  return cells.filter(
    ({ stated, period }) => stated && period !== undefined && !apart.has(periodName(period)),
  );
}

/** A name that no other period has: `2010-11` is November 2010, and the year 2010/11. */
function periodName({ kind, key }: PeriodRef): string {
  return `${kind} ${key}`;
}

function statedRows(workstream: WorkstreamComparison): ViewRow[] {
  const label = labeller(workstream);
  const shown = statedCells(workstream).filter(({ before, after }) => before !== null && after !== null);
  return [...groupBy(shown, ({ period }) => period?.label ?? '')].flatMap(([period, some]) => [
    headingRow(period),
    ...some.map((one): ViewRow => {
      const texts = [one.before, one.after].map((cell) => brief(cell?.text ?? MISSING_TEXT, NAME));
      return { cells: [label(one), ...texts], kind: 'row', tone: 'neutral', notes: [] };
    }),
  ]);
}

/** Both print it, each as it counts: that this is not compared is said once for all. */
function isOnAnotherBasis(cell: CellChange, cells: readonly CellChange[]): boolean {
  const nameOf = ({ metric, group, period }: CellChange): string =>
    JSON.stringify([metric, groupWords(group), period && periodName(period)]);
  const name = nameOf(cell);
  return cells.some(
    (one) =>
      one.basis !== cell.basis &&
      (one.before === null) !== (cell.before === null) &&
      (one.after === null) !== (cell.after === null) &&
      nameOf(one) === name,
  );
}

/** `Only the papers of main print: Conversions agreed (9 for Apr 2024).` */
function printedAloneBlocks(workstream: WorkstreamComparison, sides: readonly [string, string]): ViewBlock[] {
  const label = labeller(workstream);
  const cells = statedCells(workstream);
  const alone = cells.filter((one) => !isOnAnotherBasis(one, cells));
  return (['before', 'after'] as const).flatMap((side, index): ViewBlock[] => {
    const other = side === 'before' ? 'after' : 'before';
    const some = alone.filter((one) => one[other] === null);
    if (some.length === 0) return [];
    const names = some.map(
      (one) =>
        `${label(one)} (${brief(one[side]?.text ?? MISSING_TEXT, NAME)} for ${one.period?.label ?? ''})`,
    );
    const text = sentence(`Only the papers of ${sides[index] ?? ''} print: ${listed(names, MOST_FOLLOWING)}`);
    return [{ kind: 'text', text, tone: 'neutral' }];
  });
}

function labeller({ figures, restated }: WorkstreamComparison): (cell: CellChange) => string {
  const labels = new Map([...figures, ...restated].map((one) => [one.metric, one.label]));
  return ({ metric, group }) => labelWithGroup({ label: labels.get(metric) ?? spaced(metric), group });
}
