import type { Basis, Group } from '../model/dataset.ts';
import { compareExact, ZERO, type Exact } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import { periodsOf } from './book.ts';
import { combine, type Estimate } from './estimate.ts';
import type { Evaluation, Evaluator } from './evaluate.ts';
import { successivePeriods } from './periods.ts';
import { placesOfAll } from './places.ts';
import type { Registry } from './registry.ts';

/** What moves permanent staff from one period's end to the next: each a flow of the later period. */
export const FLOWS = [
  { id: 'starters', sign: '+', needed: true },
  { id: 'conversions', sign: '+', needed: false },
  { id: 'transfers_in', sign: '+', needed: false },
  { id: 'leavers', sign: '-', needed: true },
  { id: 'transfers_out', sign: '-', needed: false },
] as const;

export type FlowId = (typeof FLOWS)[number]['id'];

/** previous permanent + starters + conversions + transfers in − leavers − transfers out = now, and what is left over. */
export interface StaffBridge {
  readonly from: Period;
  readonly to: Period;
  readonly opening: Evaluation;
  readonly closing: Evaluation;
  /** The flows that the data records, in the order of `FLOWS`. */
  readonly flows: readonly {
    readonly id: FlowId;
    readonly sign: '+' | '-';
    readonly evaluation: Evaluation;
  }[];
  readonly expected: Estimate;
  /** closing − expected. */
  readonly unexplained: Estimate;
  /** Whether nothing is left over, or no more than the rounding of full-time equivalents can hide. */
  readonly explained: boolean;
}

/**
 * Returns the movement of permanent staff over each pair of periods that follow one another without a gap. A pair is
 * left out where a part of it is no number. Conversions and transfers take part where the data records them at all:
 * a council that records none is not taken to have had none.
 */
export function bridgesOf(evaluator: Evaluator, group: Group, basis: Basis): StaffBridge[] {
  const known = recordedFlows(evaluator, group, basis);
  const recorded = FLOWS.filter((flow) => flow.needed || known.has(flow.id));
  return successivePeriods(periodsOf(evaluator.book, group, basis)).flatMap(({ from, to }) => {
    const at = (id: string, period: Period): Evaluation => evaluator.evaluate({ id, period, group, basis });
    const flows = recorded.map(({ id, sign }) => ({ id, sign, evaluation: at(id, to) }));
    const bridge = reckon(at('permanent', from), at('permanent', to), flows);
    return bridge === undefined ? [] : [{ from, to, ...bridge }];
  });
}

/** Returns the flows of which the data has anything at all for this group, whatever the period; a marker too. */
export function recordedFlows(evaluator: Evaluator, group: Group, basis: Basis): ReadonlySet<FlowId> {
  const periods = periodsOf(evaluator.book, group, basis);
  const isRecorded = (id: FlowId): boolean =>
    periods.some((period) => evaluator.evaluate({ id, period, group, basis }).outcome.kind !== 'missing');
  return new Set(FLOWS.map((flow) => flow.id).filter(isRecorded));
}

function reckon(
  opening: Evaluation,
  closing: Evaluation,
  flows: StaffBridge['flows'],
): Omit<StaffBridge, 'from' | 'to'> | undefined {
  let expected = numberOf(opening);
  for (const { sign, evaluation } of flows) {
    const flow = numberOf(evaluation);
    if (expected === undefined || flow === undefined) return undefined;
    expected = combine(sign, expected, flow);
  }
  const now = numberOf(closing);
  if (expected === undefined || now === undefined) return undefined;
  const unexplained = combine('-', now, expected);
  if (unexplained === undefined) return undefined;
  return { opening, closing, flows, expected, unexplained, explained: isWithin({ unexplained }, ZERO) };
}

/** Returns whether a bridge leaves over no more than so many workers, or no more than rounding can hide beside them. */
export function isWithin({ unexplained }: Pick<StaffBridge, 'unexplained'>, tolerance: Exact): boolean {
  return (
    compareExact(unexplained.low, tolerance) <= 0 && compareExact(unexplained.high, tolerance.neg()) >= 0
  );
}

/** Returns the decimals at which all of a bridge is printed: those of the most precise of its figures. */
export function bridgePlaces({ opening, closing, flows }: StaffBridge, registry: Registry): number {
  return placesOfAll([opening, closing, ...flows.map((flow) => flow.evaluation)], registry);
}

function numberOf({ outcome }: Evaluation): Estimate | undefined {
  return outcome.kind === 'number' ? outcome.number : undefined;
}
