import { kindOf, type FigureKind } from '../../metrics/registry.ts';
import { latestChart, type RunChart } from '../../metrics/xmr-run.ts';
import type { PeriodRef } from '../../model/period-ref.ts';
import { isRolling } from '../../papers/flow.ts';
import type { FigureChange, SignalRow } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import { isMoved, isPeriod, periodsKnown } from './figure-at.ts';
import { isMostlyOutside, signalWords, usualWords, type SeenPoint } from './signal-words.ts';

/**
 * Returns what history says of the figures that moved: whether the later of the two figures is a signal of an XmR chart of
 * the series that ends with it, or within its usual variation. Between two periods of one side the later one is judged,
 * whichever was named first; else the second side's, where it is the later and the latest that this side has. Nothing is
 * said of fewer than 12 points without a gap or a change of members, of rates over twelve months (which share eleven of
 * them), where nothing varied, and of a figure that is no signal on a chart of which half or fewer of the points lie
 * within the limits: there is no usual variation that it could be within.
 */
export function signalsOf(pair: PaperPair, figures: readonly FigureChange[]): SignalRow[] {
  return figures
    .filter((one) => isMoved(one) && one.members === undefined)
    .flatMap((one) => signalOf(pair, one) ?? []);
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
  const { group, basis } = figure;
  const found = latestChart(figures, kind, { group, basis, periods: periods.slice(0, at + 1) });
  return found && rowOf(found, { kind, figure, named });
}

interface Seen {
  readonly kind: FigureKind;
  readonly figure: FigureChange;
  readonly named: PeriodRef;
}

function rowOf({ chart, run, places }: RunChart, { kind, figure, named }: Seen): SignalRow | undefined {
  const last = run.at(-1);
  // Where nothing varied, or all that did was screened out, the limits judge nothing.
  if (chart.trial || chart.meanRange.n === 0n) return undefined;
  if (last === undefined || !isPeriod(last.key.period, named)) return undefined;
  const seen: SeenPoint = {
    chart,
    index: run.length - 1,
    unit: kind.unit,
    places,
    period: named.kind,
  };
  const signal = signalWords(seen);
  if (signal === undefined && isMostlyOutside(chart)) return undefined;
  return {
    figure: figure.id,
    label: figure.label,
    kind: signal === undefined ? 'usual' : 'signal',
    text: signal ?? usualWords(seen),
    points: chart.points,
  };
}
