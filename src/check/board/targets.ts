import type { Evaluation } from '../../metrics/evaluate.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { evaluationText } from '../../metrics/wording.ts';
import type { Target } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatPeriodInFull, formatValue, midSentence } from '../../model/format.ts';
import { allFiguresRead, type PaperContext } from '../../papers/context.ts';
import { subjectOf } from '../../papers/subject.ts';
import { figureRule, rule, type Check, type Rule } from '../rule.ts';
import { ofGroup } from '../../papers/indicator-state.ts';
import { newerPeriod } from '../../papers/newer-period.ts';
import { targetSeries } from '../../papers/target-series.ts';
import { isNotShown, judgeTarget, targetsOf } from '../../papers/target-state.ts';

const missed: Check = (context) =>
  targetsOf(context).flatMap((target) => {
    const { state, figure, basis } = judgeTarget(context, target);
    // The figure at its date may be one that could not be read.
    if (state !== 'missed' || (basis === 'computed' && !allFiguresRead(context))) return [];
    const why =
      basis === 'stated' ? 'stated as missed in cip-report.yaml' : shortfall(context, target, figure);
    const message = `the target "${target.label}" was not reached by ${formatPeriodInFull(target.by)}`;
    return [finding('W404', message, { at: target.at, about: subjectOf('target', target.id), why })];
  });

/** W431: a target's date has passed, and there is no figure that shows whether it was reached. */
const notShown: Check = (context) =>
  targetsOf(context).flatMap((target) => {
    const kind = kindOf(context.figures.registry, target.metric ?? '');
    if (kind === undefined || !isNotShown(context, target)) return [];
    const by = formatPeriodInFull(target.by);
    const latest = targetSeries(context, target).at(-1)?.evaluation;
    const last =
      latest === undefined
        ? 'the data gives none'
        : `the latest is ${evaluationText(latest, context.figures.registry)}, of ${formatPeriodInFull(latest.key.period)}`;
    const message = `the target "${target.label}" is not shown to be met: ${by} has passed, and there is no figure for it`;
    return [
      finding('W431', message, {
        at: target.at,
        about: subjectOf('target', target.id),
        why: `it is judged by ${midSentence(kind.label)}${ofGroup(target.of)} for ${by} · ${last}`,
      }),
    ];
  });

/** A target is judged by the latest figure that there is of its group: that may be long ago. */
const byOldFigure: Check = (context) =>
  targetsOf(context).flatMap((target) => {
    const { state, figure } = judgeTarget(context, target);
    if (!figure || state === 'achieved' || state === 'missed' || !allFiguresRead(context)) return [];
    const newer = newerPeriod(context, figure.key);
    if (!newer) return [];
    const { registry } = context.figures;
    const message = `the target "${target.label}" is judged by a figure of ${formatPeriodInFull(figure.key.period)}`;
    const label = labelOf(registry, figure.key.id);
    const why = `${label}${ofGroup(figure.key.group)} was ${evaluationText(figure, registry)} then · the papers have figures for ${formatPeriodInFull(newer)}`;
    return [finding('W416', message, { at: target.at, about: subjectOf('target', target.id), why })];
  });

export const TARGET_RULES: readonly Rule[] = [
  rule(['W404'], missed),
  figureRule(['W431'], notShown),
  rule(['W416'], byOldFigure),
];

function shortfall(
  { figures }: PaperContext,
  target: Target,
  figure: Evaluation | undefined,
): string | undefined {
  const kind = figure && kindOf(figures.registry, figure.key.id);
  if (!kind) return undefined;
  const bound = target.direction === 'lower' ? 'at most' : 'at least';
  const goal = formatValue(target.value, kind.unit, kind.places);
  return `${kind.label}${ofGroup(figure.key.group)} was ${evaluationText(figure, figures.registry)} in ${formatPeriodInFull(figure.key.period)} · the target is ${bound} ${goal}`;
}
