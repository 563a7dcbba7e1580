import { keyOf, WHOLE } from '../../metrics/book.ts';
import { groupKey } from '../../metrics/census.ts';
import { hasBasisBy } from '../../metrics/censuses.ts';
import type { Group } from '../../model/dataset.ts';
import { isSamePeriod } from '../../model/period.ts';
import { groupsBehind, type FigureSeries } from '../../papers/known-figures.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { choicesOf, isOf, type Choice } from './choices.ts';
import { isOfIndicators } from './figure-change.ts';
import type { Reckonings } from './reckoning.ts';

/** Which figures of a pair of papers are compared. */
export interface ComparedSeries {
  /** What the papers of either side use. */
  readonly choices: readonly Choice[];
  /** The figures of the workforce. */
  readonly workforce: readonly FigureSeries[];
  /** Those that stand on tables of indicators. */
  readonly indicators: readonly FigureSeries[];
  /** Returns whether a group is one of the data, or one that the papers name. */
  readonly hasGroup: (group: Group) => boolean;
  /** Returns whether a figure stands on tables of indicators, on either side. */
  readonly isIndicator: (figure: Pick<FigureSeries, 'id' | 'basis'>) => boolean;
  /** Returns a figure with the one basis of both sides where it has none of its own. */
  readonly inOneBasis: InOneBasis;
}

/**
 * Returns the figures that are compared: each that the data gives at either side's period, and each that the papers use,
 * of the whole and of every group of the data at those periods. Those of indicators are of their own groups.
 */
export function comparedSeries(pair: PaperPair, reckonings: Reckonings): ComparedSeries {
  const sides = [pair.before, pair.after];
  const chosen = sides.map(({ context }) => choicesOf(context));
  const inOneBasis = basisOf(pair);
  const choices = chosen.flatMap(({ figures }) => figures).map(inOneBasis);
  const given = sides.flatMap(givenSeries);
  const atPeriods = given.filter(({ isCurrent, indicator }) => isCurrent && !indicator);
  const groups = distinct([
    WHOLE,
    ...atPeriods.map(({ group }) => group),
    ...chosen.flatMap((one) => one.groups),
  ]);
  const names = new Set([...groups, ...given.map(({ group }) => group)].map(groupKey));
  const isIndicator = (figure: Pick<FigureSeries, 'id' | 'basis'>): boolean =>
    isOfIndicators(reckonings, figure);
  const measures: Choice[] = atPeriods.map(({ id, basis }) => ({ id, basis, of: WHOLE, within: true }));
  const ofWorkforce = [...measures, ...choices].filter((one) => !isIndicator(one));
  return {
    choices,
    workforce: seriesOf(ofWorkforce, groups),
    indicators: unique(
      [
        ...given.filter((one) => one.indicator || isIndicator(one)).flatMap(withWhole),
        ...choices.filter(isIndicator).flatMap((choice) => groupsOfIndicator(choice, reckonings)),
      ].map(inOneBasis),
    ),
    hasGroup: (group) => names.has(groupKey(group)),
    isIndicator,
    inOneBasis,
  };
}

/** Returns a name of the figure at any period that no other has. */
export function seriesName({ id, group, basis }: FigureSeries): string {
  return `${basis} ${groupKey(group)} ${id}`;
}

interface GivenSeries extends FigureSeries {
  readonly indicator: boolean;
  /** Whether it has a cell at the side's period. */
  readonly isCurrent: boolean;
}

function givenSeries({ context, period }: SidePapers): GivenSeries[] {
  return [...context.figures.book.given.values()].flatMap(({ observation, indicator }) => {
    if (observation.cell.kind === 'missing') return [];
    const { id, group, basis, period: own } = keyOf(observation);
    return [{ id, group, basis, indicator, isCurrent: isSamePeriod(own, period) }];
  });
}

function withWhole({ id, group, basis }: FigureSeries): FigureSeries[] {
  return [WHOLE, group].map((one) => ({ id, group: one, basis }));
}

type InOneBasis = <T extends Pick<FigureSeries, 'id' | 'basis'>>(series: T) => T;

/** An indicator of the council's own counts what it says, and has no basis: it gets that of the second side. */
function basisOf({ after }: PaperPair): InOneBasis {
  const { programme, workstream } = after.context;
  const hasBasis = hasBasisBy(programme);
  return (series) => (hasBasis(series.id) ? series : { ...series, basis: workstream.basis });
}

/** Every figure once, of every group that a choice of it is of. */
function seriesOf(choices: readonly Choice[], groups: readonly Group[]): FigureSeries[] {
  const byName = new Map(
    choices.map((one) => [JSON.stringify([one.id, one.basis, groupKey(one.of), one.within]), one]),
  );
  return unique(
    [...byName.values()].flatMap((choice) =>
      groups
        .filter((group) => isOf(choice, group))
        .map((group) => ({ id: choice.id, group, basis: choice.basis })),
    ),
  );
}

function groupsOfIndicator(choice: Choice, reckonings: Reckonings): FigureSeries[] {
  const { id, basis } = choice;
  const groups = reckonings
    .allOf(id)
    .flatMap(({ before, after }) => [before, after])
    .flatMap((figures) => groupsBehind(figures, { id, basis }));
  return distinct([choice.of, ...groups])
    .filter((group) => isOf(choice, group))
    .map((group) => ({ id, group, basis }));
}

function unique(series: readonly FigureSeries[]): FigureSeries[] {
  return [...new Map(series.map((one) => [seriesName(one), one])).values()];
}

function distinct(groups: readonly Group[]): Group[] {
  return [...new Map(groups.map((group) => [groupKey(group), group])).values()];
}
