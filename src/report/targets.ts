import { judgeTarget, targetsOf, type TargetJudgement } from '../papers/target-state.ts';
import { isFlow, sumsOverTime } from '../papers/flow.ts';
import { targetSeries } from '../papers/target-series.ts';
import type { PaperContext } from '../papers/context.ts';
import type { Target } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import { PERIOD_WORDS } from '../model/period-words.ts';
import { toDecimal, type Exact } from '../model/exact.ts';
import type { Evaluation, Evaluator } from '../metrics/evaluate.ts';
import { peopleFor } from '../metrics/people.ts';
import { printedPlaces } from '../metrics/places.ts';
import { kindOf, suggestId, type FigureKind } from '../metrics/registry.ts';
import type { TargetPath } from '../metrics/targets.ts';
import {
  formatChange,
  formatGap,
  formatLevel,
  formatNumber,
  formatPeriod,
  formatValue,
  midSentence,
  periodRef,
} from './format.ts';
import type { FigureSet } from './figures.ts';
import type { TargetProgress } from './report.ts';
import { groupInData, valuedPeriods } from './series.ts';
import { targetPlan } from './target-plan.ts';

/** Decimals of a change a month in a count: people move in whole numbers, but a pace need not. */
const COUNT_PACE_PLACES = 1;

/** Returns how each of the workstream's targets stands as of the papers' date, as `judgeTarget` has it. */
export function targetRows(figures: FigureSet): TargetProgress[] {
  return targetsOf(figures.context).map((target) => {
    const judgement = judgeTarget(figures.context, target);
    const note = noteOn(target, judgement, figures.context);
    const row = { ...basics(target), state: judgement.state, basis: judgement.basis, ...(note && { note }) };
    return {
      ...row,
      ...(target.metric !== undefined && measured(figures, target.metric, target, judgement)),
    };
  });
}

function measured(
  figures: FigureSet,
  metric: string,
  target: Target,
  { figure, path, state }: TargetJudgement,
): Pick<TargetProgress, 'metric' | 'figure' | 'series' | 'path' | 'plan' | 'metAt' | 'notMet'> {
  const kind = kindOf(figures.context.figures.registry, metric);
  if (kind === undefined) return { metric };
  const plan = targetPlan(figures, kind, target);
  if (figure === undefined) return { metric, ...plan };
  const printed = figures.made(figure);
  const ahead = state === 'at_target' ? undefined : path;
  return {
    metric,
    ...plan,
    ...(printed && { figure: printed.id }),
    series: seriesIds(figures, metric, target, figure),
    ...(ahead && { path: pathTexts(figures, kind, ahead, target, figure) }),
  };
}

/** A flow is shown by the periods that the target is judged by, anything else in every period of its kind. */
function seriesIds(figures: FigureSet, metric: string, target: Target, { key }: Evaluation): string[] {
  const { context } = figures;
  const { group, basis } = key;
  if (isFlow(context.figures.registry, metric))
    return targetSeries(context, target).flatMap(({ evaluation }) => figures.made(evaluation)?.id ?? []);
  const periods = valuedPeriods(context, { ids: [metric], groups: [group], basis });
  return periods.flatMap((period) => figures.figure(metric, period, group, basis)?.id ?? []);
}

// Why a target that has a metric cannot be judged.
function noteOn(target: Target, judgement: TargetJudgement, context: PaperContext): string | undefined {
  const { metric } = target;
  if (metric === undefined) return target.stated?.note;
  if (judgement.state !== 'unknown') return undefined;
  const { registry } = context.figures;
  const kind = kindOf(registry, metric);
  if (kind === undefined)
    return `${metric} is neither a measure nor a metric; ${suggestId(registry, metric)}`;
  const label = midSentence(kind.label);
  if (judgement.figure === undefined && isFlow(registry, metric)) return flowNote(context, target, kind);
  if (target.by.end < context.asOf) return `The data gives no ${label} for ${formatPeriod(target.by)}.`;
  if (judgement.figure === undefined) return `The data gives no ${label}.`;
  return judgement.path === undefined
    ? `Not due until the end of ${formatPeriod(target.by)}, the month of the latest figure.`
    : 'One figure alone has no pace.';
}

/** What happens in a month says nothing of what the year is to come to. */
function flowNote(context: PaperContext, { metric = '', by, of }: Target, { label }: FigureKind): string {
  const { figures, workstream } = context;
  const group = groupInData(context, of);
  const held = valuedPeriods(context, { ids: [metric], groups: [group], basis: workstream.basis });
  const kind = held.at(-1)?.kind;
  const length = PERIOD_WORDS[by.kind];
  if (kind === undefined) return `The data gives no ${midSentence(label)}.`;
  if (kind === by.kind) return `The data gives no ${midSentence(label)} for ${formatPeriod(by)}.`;
  const part = PERIOD_WORDS[kind];
  const sum = sumsOverTime(figures.registry, metric) ? ` or of every ${part} of it` : '';
  return `Judged when the data gives ${midSentence(label)} for the whole of ${formatPeriod(by)}${sum}: a figure of one ${part} is none of a ${length}.`;
}

function basics(
  target: Target,
): Pick<TargetProgress, 'id' | 'at' | 'label' | 'direction' | 'targetText' | 'targetDecimal' | 'by'> {
  const unit: MetricUnit = target.notation === 'percent' ? 'share' : 'count';
  return {
    id: target.id,
    at: target.at,
    label: target.label,
    direction: target.direction,
    targetText: formatLevel(target.value, unit),
    targetDecimal: toDecimal(target.value),
    by: periodRef(target.by),
  };
}

function pathTexts(
  figures: FigureSet,
  kind: FigureKind,
  path: TargetPath,
  target: Target,
  latest: Evaluation,
): NonNullable<TargetProgress['path']> {
  const { unit } = kind;
  const places = printedPlaces(latest, kind);
  const pacePlaces = unit === 'count' ? Math.max(COUNT_PACE_PLACES, places) : places;
  const aMonth = (change: Exact): string => `${formatChange(change, unit, pacePlaces)} a month`;
  const { pace, lastStep } = path;
  return {
    gapText: formatGap(path.gap, unit, places),
    months: path.months,
    requiredText: aMonth(path.required),
    requiredDecimal: toDecimal(path.required),
    ...people(figures.context.figures, latest, target.value, path.months),
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
  evaluator: Evaluator,
  latest: Evaluation,
  level: Exact,
  months: number,
): Pick<NonNullable<TargetProgress['path']>, 'requiredPeopleText' | 'requiredPeopleOf'> {
  const needed = peopleFor(evaluator, latest.key, level);
  if (needed === undefined) return {};
  return {
    requiredPeopleText: formatNumber(needed.change.abs().div(months), COUNT_PACE_PLACES),
    requiredPeopleOf: needed.of,
  };
}
