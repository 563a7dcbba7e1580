import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { areAdjacent } from '../../metrics/periods.ts';
import { placesOfAll } from '../../metrics/places.ts';
import { kindOf, type FigureKind } from '../../metrics/registry.ts';
import { haveSameMembers } from '../../metrics/same-members.ts';
import { boundsOf, xmr, type Xmr } from '../../metrics/xmr.ts';
import type { Exact } from '../../model/exact.ts';
import type { Period } from '../../model/period.ts';
import { isRolling } from '../../papers/flow.ts';
import type { FigureChange, SignalRow } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import { isMoved, isPeriod, periodsKnown } from './figure-at.ts';
import { signalWords, usualWords, type SeenPoint } from './signal-words.ts';

/**
 * Returns what history says of the figures that moved: whether the later of the two figures is a signal of an XmR chart of
 * the series that ends with it, or within its usual variation. Between two periods of one side the later one is judged,
 * whichever was named first; else the second side's, where it is the later and the latest that this side has. Nothing is
 * said of fewer than 12 points without a gap or a change of members, of rates over twelve months (which share eleven of
 * them), and where nothing varied.
 */
export function signalsOf(pair: PaperPair, figures: readonly FigureChange[]): SignalRow[] {
  return figures
    .filter((one) => isMoved(one) && one.members === undefined)
    .flatMap((one) => signalOf(pair, one) ?? []);
}

/** One point of a series. */
interface Point {
  readonly evaluation: Evaluation;
  readonly value: Exact;
}

function signalOf({ form, before, after }: PaperPair, figure: FigureChange): SignalRow | undefined {
  const isForward = figure.before.period.end < figure.after.period.end;
  if (!isForward && form !== 'periods') return undefined;
  const { figures } = (isForward ? after : before).context;
  const named = (isForward ? figure.after : figure.before).period;
  const kind = kindOf(figures.registry, figure.metric);
  if (kind === undefined || isRolling(figures.registry, kind.id)) return undefined;
  const periods = periodsKnown(figures, figure).filter((period) => period.kind === named.kind);
  if (form !== 'periods' && !periods.slice(-1).some((latest) => isPeriod(latest, named))) return undefined;
  const at = periods.findIndex((period) => isPeriod(period, named));
  const run = runTo(figures, figure, periods.slice(0, at + 1));
  const chart = xmr(
    run.map((point) => point.value),
    boundsOf(kind.unit),
  );
  return chart && rowOf(chart, { run, kind, figure, figures });
}

/** Returns the points up to the last period that follow one another without a gap and are of the same members. */
function runTo(
  figures: Evaluator,
  { metric: id, group, basis }: FigureChange,
  periods: readonly Period[],
): Point[] {
  const run: Point[] = [];
  for (const period of periods.toReversed()) {
    const evaluation = figures.evaluate({ id, period, group, basis });
    const [next] = run;
    const last = run.at(-1);
    if (evaluation.outcome.kind !== 'number') break;
    if (next !== undefined && !areAdjacent(period, next.evaluation.key.period)) break;
    if (last !== undefined && !haveSameMembers(evaluation, last.evaluation)) break;
    run.unshift({ evaluation, value: evaluation.outcome.number.value });
  }
  return run;
}

interface Seen {
  readonly run: readonly Point[];
  readonly kind: FigureKind;
  readonly figure: FigureChange;
  readonly figures: Evaluator;
}

function rowOf(chart: Xmr, { run, kind, figure, figures }: Seen): SignalRow | undefined {
  const last = run.at(-1);
  // Where nothing varied, or all that did was screened out, the limits judge nothing.
  if (chart.trial || last === undefined || chart.meanRange.n === 0n) return undefined;
  const evaluations = run.map((point) => point.evaluation);
  const places = placesOfAll(evaluations, figures.registry);
  const seen: SeenPoint = {
    chart,
    index: run.length - 1,
    unit: kind.unit,
    // A mean of whole people is seldom whole.
    places: kind.unit === 'count' ? places + 1 : places,
    period: last.evaluation.key.period.kind,
  };
  const signal = signalWords(seen);
  return {
    figure: figure.id,
    label: figure.label,
    kind: signal === undefined ? 'usual' : 'signal',
    text: signal ?? usualWords(seen),
    points: chart.points,
  };
}
