import type { Target } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import { compareExact, toDecimal, ZERO, type Exact } from '../model/exact.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Period } from '../model/period.ts';
import { WHOLE } from '../metrics/book.ts';
import { peopleFor } from '../metrics/people.ts';
import { kindOf, labelOf, suggestId, type FigureKind } from '../metrics/registry.ts';
import { meetsGoal, targetPath, type Goal, type Point, type TargetPath } from '../metrics/targets.ts';
import {
  formatChange,
  formatGap,
  formatNumber,
  formatPeriod,
  formatValue,
  midSentence,
  periodRef,
} from './format.ts';
import type { FigureSet } from './figures.ts';
import type { TargetProgress } from './report.ts';

/** Decimals of a change a month in a count: people move in whole numbers, but a pace need not. */
const COUNT_PACE_PLACES = 1;

/**
 * Returns how each of the workstream's targets stands as of a date, on unrounded values. A target that is due is
 * judged by the figure of the period that ends with it; one that is not, by the latest figure and the recent pace.
 */
export function targetRows(
  figures: FigureSet,
  targets: readonly Target[],
  asOf: PlainDate,
): TargetProgress[] {
  return targets
    .filter((target) => target.workstream === figures.source.workstream.id)
    .map((target) => (target.metric === undefined ? statedRow(target) : measuredRow(figures, target, asOf)));
}

function statedRow(target: Target): TargetProgress {
  const note = target.stated?.note;
  return {
    ...basics(target),
    state: target.stated?.outcome ?? 'unknown',
    basis: 'stated',
    ...(note !== undefined && { note }),
  };
}

function measuredRow(figures: FigureSet, target: Target, asOf: PlainDate): TargetProgress {
  const { registry } = figures.source.evaluator;
  const id = target.metric ?? '';
  const kind = kindOf(registry, id);
  const row = { ...basics(target), metric: id, basis: 'computed' as const };
  if (kind === undefined)
    return {
      ...row,
      state: 'unknown',
      note: `${id} is neither a measure nor a metric; ${suggestId(registry, id)}`,
    };
  const points = pointsOf(figures, id);
  const latest = points.at(-1);
  if (asOf > target.by.end || (latest !== undefined && latest.period.end >= target.by.end))
    return { ...row, ...dueOutcome(figures, target, kind, points) };
  if (latest === undefined)
    return { ...row, state: 'unknown', note: `The data gives no ${midSentence(kind.label)}.` };
  const figure = figures.figure(id, latest.period)?.id;
  const reached = { ...row, ...(figure !== undefined && { figure }) };
  if (meetsGoal(goalOf(target), latest.value)) return { ...reached, state: 'achieved' };
  const path = targetPath(goalOf(target), points);
  if (path === undefined) return { ...reached, state: 'unknown', note: dueInMonth(target, latest.period) };
  const state = path.pace === undefined ? 'unknown' : path.pace.meets ? 'on_course' : 'off_course';
  return { ...reached, state, path: pathTexts(figures, kind, path, target, latest) };
}

function dueOutcome(
  figures: FigureSet,
  target: Target,
  kind: FigureKind,
  points: readonly Point[],
): Pick<TargetProgress, 'state' | 'figure' | 'note'> {
  const due = points.find(({ period }) => period.end === target.by.end);
  if (due === undefined) {
    const note = `The data gives no ${midSentence(kind.label)} for ${formatPeriod(target.by)}.`;
    return { state: 'unknown', note };
  }
  const figure = figures.figure(kind.id, due.period)?.id;
  return {
    state: meetsGoal(goalOf(target), due.value) ? 'achieved' : 'missed',
    ...(figure !== undefined && { figure }),
  };
}

function dueInMonth(target: Target, latest: Period): string {
  return `Due on ${formatPeriod(target.by)}, within the month of the latest figure (${formatPeriod(latest)}).`;
}

function goalOf({ direction, value, by }: Target): Goal {
  return { direction, value, by };
}

function pointsOf({ source }: FigureSet, id: string): Point[] {
  return source.periods.flatMap((period) => {
    const key = { id, period, group: WHOLE, basis: source.workstream.basis };
    const { outcome } = source.evaluator.evaluate(key);
    return outcome.kind === 'number' ? [{ period, value: outcome.number.value }] : [];
  });
}

function basics(
  target: Target,
): Pick<TargetProgress, 'id' | 'label' | 'direction' | 'targetText' | 'targetDecimal' | 'by'> {
  const unit: MetricUnit = target.notation === 'percent' ? 'share' : 'count';
  return {
    id: target.id,
    label: target.label,
    direction: target.direction,
    targetText: formatValue(target.value, unit, ownPlaces(target.value, unit)),
    targetDecimal: toDecimal(target.value),
    by: periodRef(target.by),
  };
}

function ownPlaces(value: Exact, unit: MetricUnit): number {
  return toDecimal(unit === 'share' ? value.mul(100) : value).split('.')[1]?.length ?? 0;
}

function pathTexts(
  figures: FigureSet,
  kind: FigureKind,
  path: TargetPath,
  target: Target,
  latest: Point,
): NonNullable<TargetProgress['path']> {
  const { unit } = kind;
  const places = figures.figure(kind.id, latest.period)?.places ?? kind.places;
  const pacePlaces = unit === 'count' ? Math.max(COUNT_PACE_PLACES, places) : places;
  const aMonth = (change: Exact): string => `${formatChange(change, unit, pacePlaces)} a month`;
  const { pace, lastStep } = path;
  return {
    gapText: formatGap(path.gap, unit, places),
    months: path.months,
    requiredText: aMonth(path.required),
    requiredDecimal: toDecimal(path.required),
    ...people(figures, kind, target, latest, path.months),
    ...(pace && {
      paceText: aMonth(pace.value),
      paceDecimal: toDecimal(pace.value),
      paceFrom: periodRef(pace.from),
    }),
    paceMeets: pace?.meets ?? null,
    ...(lastStep && { lastStepText: formatChange(lastStep, unit, places) }),
    trend: path.trend,
    glidepath: path.glidepath.map(({ period, value }) => ({
      period: periodRef(period),
      decimal: toDecimal(value),
      text: formatValue(value, unit, places),
    })),
  };
}

function people(
  { source }: FigureSet,
  kind: FigureKind,
  target: Target,
  latest: Point,
  months: number,
): Pick<NonNullable<TargetProgress['path']>, 'requiredPeopleText' | 'requiredPeopleOf'> {
  const key = { id: kind.id, period: latest.period, group: WHOLE, basis: source.workstream.basis };
  const needed = peopleFor(source.evaluator, key, target.value);
  if (needed === undefined || compareExact(needed.change, ZERO) === 0) return {};
  return {
    requiredPeopleText: formatNumber(needed.change.abs().div(months), COUNT_PACE_PLACES),
    requiredPeopleOf: midSentence(labelOf(source.evaluator.registry, needed.of)),
  };
}
