import type { CheckContext } from '../check/context.ts';
import { restatementOf, type Restatement } from '../check/figures/restated.ts';
import type { NumberCell } from '../model/cell.ts';
import type { Group } from '../model/dataset.ts';
import type { Direction } from '../model/definition.ts';
import { exact, scaledRound, toDecimal, type Exact } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import { compareStated } from '../metrics/comparison.ts';
import { groupText, keyText, periodsOf, statedFor, WHOLE } from '../metrics/book.ts';
import type { Evaluation, Evaluator } from '../metrics/evaluate.ts';
import type { Outcome } from '../metrics/outcome.ts';
import { printedPlaces } from '../metrics/places.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import { evaluationText, formulaText, outcomeText } from '../metrics/wording.ts';
import { formatCell, formatChange, formatRelative, periodRef } from './format.ts';
import type { Change, Figure, FigureInput, FigureResult } from './report.ts';

/** Every figure that a report prints: asking for one adds it. */
export interface FigureSet {
  readonly context: CheckContext;
  /** Returns the figure; undefined where neither a measure nor a metric has this id. */
  readonly figure: (id: string, period: Period, group?: Group) => Figure | undefined;
  /** Returns the figures asked for so far by id, in order of id. */
  readonly all: () => Readonly<Record<string, Figure>>;
}

/** Returns an empty set of figures. */
export function createFigureSet(context: CheckContext): FigureSet {
  const figures = new Map<string, Figure>();
  return {
    context,
    figure(id, period, group = WHOLE) {
      const kind = kindOf(context.figures.registry, id);
      if (kind === undefined) return undefined;
      const name = figureId(id, period, group);
      const known = figures.get(name) ?? makeFigure(context, kind, period, group);
      figures.set(name, known);
      return known;
    },
    all: () => Object.fromEntries([...figures].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
}

/** Returns a figure's id: `agency_rate@2021-02`, with `[team=Assessment]` for a group. */
function figureId(id: string, period: Period, group: Group): string {
  const dimensions = groupText(group);
  return `${id}@${period.key}${dimensions === '' ? '' : `[${dimensions}]`}`;
}

function makeFigure(context: CheckContext, kind: FigureKind, period: Period, group: Group): Figure {
  const { figures: evaluator, workstream } = context;
  const key = { id: kind.id, period, group, basis: workstream.basis };
  const evaluation = evaluator.evaluate(key);
  const places = printedPlaces(evaluation, kind);
  const stated = statedFor(evaluator.book, key);
  const given = evaluation.given?.observation;
  const mark = given?.cell.mark ?? stated.find((one) => one.cell.mark !== undefined)?.cell.mark;
  const formula = evaluation.source === 'computed' ? formulaText(kind, evaluator.registry) : undefined;
  const change = changeOf(evaluator, evaluation, kind);
  const restatement = restatementOf(context, key);
  return {
    id: figureId(kind.id, period, group),
    metric: kind.id,
    label: kind.label,
    period: periodRef(period),
    group,
    basis: workstream.basis,
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

function resultOf(outcome: Outcome): FigureResult {
  switch (outcome.kind) {
    case 'number': {
      const decimal = toDecimal(outcome.number.value);
      return { kind: 'number', decimal, exact: exact(decimal).equals(outcome.number.value) };
    }
    case 'marker':
      return outcome;
    case 'missing':
      return { kind: 'missing', because: outcome.reasons.join('; ') };
  }
}

function inputsOf(evaluation: Evaluation, evaluator: Evaluator): FigureInput[] {
  const inputs = new Map<string, FigureInput>();
  const add = (of: Evaluation): void => {
    for (const one of of.inputs.flatMap((input) => input.evaluations)) {
      const at = one.source === 'given' ? one.given?.observation.at : undefined;
      const text = evaluationText(one, evaluator.registry);
      const isElsewhen = one.key.period.key !== evaluation.key.period.key;
      inputs.set(keyText(one.key), {
        metric: one.key.id,
        text,
        ...(isElsewhen && { period: periodRef(one.key.period) }),
        ...(at && { at }),
      });
      add(one);
    }
  };
  add(evaluation);
  return [...inputs.values()];
}

// Against the period before it in the data, which need not be the one before it in the calendar: the change names it.
function changeOf(evaluator: Evaluator, now: Evaluation, kind: FigureKind): Change | undefined {
  const { period, group, basis } = now.key;
  const periods = periodsOf(evaluator.book, group, basis).filter((one) => one.kind === period.kind);
  const from = periods.filter((one) => one.end < period.end).at(-1);
  if (from === undefined || now.outcome.kind !== 'number') return undefined;
  const before = evaluator.evaluate({ ...now.key, period: from });
  if (before.outcome.kind !== 'number') return undefined;
  const old = before.outcome.number.value;
  const difference = now.outcome.number.value.sub(old);
  const places = Math.max(printedPlaces(now, kind), printedPlaces(before, kind));
  const movement = movementOf(difference, kind.unit === 'share' ? places + 2 : places);
  return {
    from: periodRef(from),
    absolute: toDecimal(difference),
    text: formatChange(difference, kind.unit, places),
    ...(old.s > 0n && old.n !== 0n && { relativeText: formatRelative(difference.div(old)) }),
    movement,
    good: isGood(movement, kind.direction),
  };
}

// At the printed precision: an arrow beside "0.00 pp" would contradict it.
function movementOf(difference: Exact, places: number): Change['movement'] {
  const rounded = scaledRound(difference, places);
  return rounded > 0n ? 'up' : rounded < 0n ? 'down' : 'level';
}

function isGood(movement: Change['movement'], direction: Direction): boolean | null {
  if (movement === 'level' || direction === 'none') return null;
  return (movement === 'up') === (direction === 'higher');
}
