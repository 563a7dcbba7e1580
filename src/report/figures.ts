import type { PaperContext } from '../papers/context.ts';
import { knownPeriods } from '../papers/known-figures.ts';
import { figureSubject } from '../papers/subject.ts';
import { restatementOf, type Restatement } from '../papers/restatement.ts';
import type { NumberCell } from '../model/cell.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { toDecimal } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import { compareStated } from '../metrics/comparison.ts';
import { groupText, keyText, statedFor, WHOLE, type FigureKey } from '../metrics/book.ts';
import type { Evaluation, Evaluator } from '../metrics/evaluate.ts';
import { printedPlaces } from '../metrics/places.ts';
import { resultOf } from '../metrics/result.ts';
import { measuredChange } from '../metrics/measured-change.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import { evaluationText, originText, outcomeText } from '../metrics/wording.ts';
import { formatCell, periodRef } from './format.ts';
import type { Change, Figure, FigureInput } from './report.ts';

/** Every figure that a report prints: asking for one adds it. */
export interface FigureSet {
  readonly context: PaperContext;
  /**
   * Returns the figure, of the whole and on the workstream's basis where neither is given; undefined where neither a
   * measure nor a metric has this id.
   */
  readonly figure: (id: string, period: Period, group?: Group, basis?: Basis) => Figure | undefined;
  /** Returns a figure that the data does not hold, made of others as it was evaluated: a year's, from its months. */
  readonly made: (evaluation: Evaluation) => Figure | undefined;
  /** Returns the figures asked for so far by id, in order of id. */
  readonly all: () => Readonly<Record<string, Figure>>;
}

/** Returns an empty set of figures. */
export function createFigureSet(context: PaperContext): FigureSet {
  const figures = new Map<string, Figure>();
  const owners = new Map<string, string>();
  const add = (key: string, figure: Figure): Figure => {
    // A report finds its figures by id: one id for two of them would print one in the other's place.
    if ((owners.get(figure.id) ?? key) !== key) throw new Error(`two figures have the id ${figure.id}`);
    owners.set(figure.id, key);
    figures.set(key, figure);
    return figure;
  };
  return {
    context,
    figure(id, period, group = WHOLE, basis = context.workstream.basis) {
      const kind = kindOf(context.figures.registry, id);
      if (kind === undefined) return undefined;
      const key = { id, period, group, basis };
      const name = keyText(key);
      return figures.get(name) ?? add(name, makeFigure(context, kind, key));
    },
    made(evaluation) {
      const kind = kindOf(context.figures.registry, evaluation.key.id);
      if (kind === undefined) return undefined;
      return add(keyText(evaluation.key), makeFigure(context, kind, evaluation.key, evaluation));
    },
    all: () => Object.fromEntries([...figures.values()].map((one) => [one.id, one] as const).sort(byId)),
  };
}

function byId([a]: readonly [string, Figure], [b]: readonly [string, Figure]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function makeFigure(
  context: PaperContext,
  kind: FigureKind,
  key: FigureKey,
  evaluation = context.figures.evaluate(key),
): Figure {
  const { figures: evaluator } = context;
  const places = printedPlaces(evaluation, kind);
  const stated = statedFor(evaluator.book, key);
  const given = evaluation.given?.observation;
  const mark = given?.cell.mark ?? stated.find((one) => one.cell.mark !== undefined)?.cell.mark;
  const formula = originText(evaluation, evaluator.registry);
  const change = changeOf(evaluator, evaluation, kind);
  const restatement = restatementOf(context, key);
  return {
    id: figureSubject(key, context),
    metric: kind.id,
    label: kind.label,
    period: periodRef(key.period),
    group: key.group,
    basis: key.basis,
    unit: kind.unit,
    direction: kind.direction,
    places,
    result: resultOf(evaluation.outcome),
    text: outcomeText(evaluation.outcome, kind, places),
    ...(mark !== undefined && { mark }),
    source: evaluation.source,
    ...(formula !== undefined && { formula }),
    ...(evaluation.source === 'given' && given && { at: given.at }),
    inputs: inputsOf(evaluation, evaluator),
    stated: stated.flatMap((one) => {
      const comparison = compareStated(evaluator, one);
      return comparison === undefined ? [] : [statedText(comparison.cell, comparison.agrees, one.at)];
    }),
    ...(restatement && { restated: restatedText(restatement) }),
    ...(change && { change }),
  };
}

function restatedText({ was, text, meeting }: Restatement): NonNullable<Figure['restated']> {
  const at = was.source === 'given' ? was.given?.observation.at : undefined;
  return { text, meeting: meeting.id, ...(at && { at }) };
}

function statedText(cell: NumberCell, agrees: boolean, at: Figure['stated'][number]['at']) {
  return { text: formatCell(cell), agrees, at };
}

function inputsOf(evaluation: Evaluation, evaluator: Evaluator): FigureInput[] {
  const inputs = new Map<string, FigureInput>();
  const own = groupText(evaluation.key.group);
  const add = (of: Evaluation): void => {
    for (const one of of.inputs.flatMap((input) => input.evaluations)) {
      const name = keyText(one.key);
      if (inputs.has(name)) continue;
      const at = one.source === 'given' ? one.given?.observation.at : undefined;
      const text = evaluationText(one, evaluator.registry);
      const isElsewhen = one.key.period.key !== evaluation.key.period.key;
      const isOther = groupText(one.key.group) !== own;
      inputs.set(name, {
        metric: one.key.id,
        text,
        ...(isElsewhen && { period: periodRef(one.key.period) }),
        ...(isOther && { group: one.key.group }),
        ...(at && { at }),
      });
      add(one);
    }
  };
  add(evaluation);
  return [...inputs.values()];
}

// Against the last period before it that has a number, which need not be the one before it in the calendar: the change
// names it.
function changeOf(evaluator: Evaluator, now: Evaluation, kind: FigureKind): Change | undefined {
  const before = lastNumberBefore(evaluator, now.key);
  const change = before && measuredChange(before, now, kind);
  if (before === undefined || change === undefined) return undefined;
  const { difference, text, relativeText, movement, good } = change;
  return {
    from: periodRef(before.key.period),
    absolute: toDecimal(difference),
    text,
    ...(relativeText !== undefined && { relativeText }),
    movement,
    good,
  };
}

function lastNumberBefore(evaluator: Evaluator, key: FigureKey): Evaluation | undefined {
  const earlier = knownPeriods(evaluator, key).filter(
    (one) => one.kind === key.period.kind && one.end < key.period.end,
  );
  for (const period of earlier.reverse()) {
    const evaluation = evaluator.evaluate({ ...key, period });
    if (evaluation.outcome.kind === 'number') return evaluation;
  }
  return undefined;
}
