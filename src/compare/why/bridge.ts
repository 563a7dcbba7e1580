import { isMeasured } from '../../metrics/book.ts';
import { FLOWS, isWithin, recordedFlows, type FlowId } from '../../metrics/bridge.ts';
import { certain, combine, type Estimate } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { TOO_LARGE } from '../../metrics/outcome.ts';
import { placesOfAll } from '../../metrics/places.ts';
import { labelOf } from '../../metrics/registry.ts';
import type { Group } from '../../model/dataset.ts';
import { toDecimal, ZERO, type Exact } from '../../model/exact.ts';
import {
  formatList,
  formatMarker,
  formatNumber,
  formatPeriod,
  formatSigned,
  midSentence,
  plural,
} from '../../model/format.ts';
import { periodRef } from '../../model/period-ref.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';
import type { Amount, BridgeBetween, BridgeStep } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import { bridgeMembers } from './bridge-members.ts';
import { bridgeGroups, openingOf, spanOf, type Span } from './span.ts';

/**
 * Returns how permanent staff went from the earlier to the later of the two sides' periods: previous permanent + starters +
 * conversions + transfers in − leavers − transfers out = now, and what is left over. The whole first, then each group whose
 * bridge can be reckoned; groups that overlap have none, since who moves between them starts in neither. Where its sums are
 * not of the same members, `members` says who they are.
 *
 * Always told forward in time, and by the data of the side with the later period, so that swapped sides give the same; an
 * opening that this side does not know is the other's (`jan.csv` against `feb.csv`). None where the periods are one, where a
 * side has none, and where the later side's data has no permanent staff at either period. Where the whole's cannot be
 * reckoned, `because` says why in words, and there are no steps.
 */
export function bridgesBetween(pair: PaperPair): BridgeBetween[] {
  const span = spanOf(pair);
  if (span === undefined) return [];
  return bridgeGroups(span).flatMap((group) => {
    const bridge = bridgeOf(span, group);
    return bridge.because === undefined || Object.keys(group).length === 0 ? [bridge] : [];
  });
}

/** A flow of every period of the span. */
interface SpanFlow {
  readonly id: FlowId;
  readonly sign: '+' | '-';
  readonly evaluations: readonly Evaluation[];
}

function bridgeOf(span: Span, group: Group): BridgeBetween {
  const { from, to, periods, basis } = span;
  const of = { group, basis, from: periodRef(from), to: periodRef(to), periods: periods?.length ?? 0 };
  const reckoned = reckon(span, group);
  return typeof reckoned === 'string' ? { ...of, steps: [], because: reckoned } : { ...of, ...reckoned };
}

/** Returns the sum, or why there is none. */
function reckon(
  span: Span,
  group: Group,
): Omit<BridgeBetween, 'group' | 'basis' | 'from' | 'to' | 'periods'> | string {
  const { figures, to, basis, periods } = span;
  if (periods === undefined) return noWay(span);
  const recorded = recordedFlows(figures, group, basis);
  // Of a group that lacks a member's flow it is said whose, and not that the data has none.
  const isNowhere = (id: FlowId): boolean =>
    !recorded.has(id) && !periods.some((period) => isMeasured(figures.book, { id, period, group, basis }));
  const nowhere = FLOWS.filter(({ id, needed }) => needed && isNowhere(id));
  if (nowhere.length > 0)
    return `the data has no ${formatList(nowhere.map(({ id }) => nameOf(figures, id)))}`;
  const opening = openingOf(span, group);
  const closing = figures.evaluate({ id: 'permanent', period: to, group, basis });
  const flows = FLOWS.filter(({ id, needed }) => needed || recorded.has(id)).map(
    ({ id, sign }): SpanFlow => ({
      id,
      sign,
      evaluations: periods.map((period) => figures.evaluate({ id, period, group, basis })),
    }),
  );
  const byPeriod = periods.map((_, index) => flows.flatMap((flow) => flow.evaluations[index] ?? []));
  const all = [opening, closing, ...byPeriod.flat()];
  const absent = all.flatMap((one) => absence(one, figures) ?? []);
  if (absent.length > 0) return absenceText(absent);
  const sum = summed(span, { opening, closing, flows }, placesOfAll(all, figures.registry));
  const members = bridgeMembers([[opening], ...byPeriod, [closing]]);
  return sum === undefined ? TOO_LARGE : { ...sum, ...(members !== undefined && { members }) };
}

interface Parts {
  readonly opening: Evaluation;
  readonly closing: Evaluation;
  readonly flows: readonly SpanFlow[];
}

function summed({ figures, tolerance }: Span, { opening, closing, flows }: Parts, places: number) {
  const [begin, now] = [numberOf(opening), numberOf(closing)];
  const steps: BridgeStep[] = [];
  const step = (id: string, kind: BridgeStep['kind'], value: Exact): void => {
    steps.push({
      id,
      label: labelOf(figures.registry, id),
      kind,
      amount: amountOf(value, formatNumber(value, places)),
    });
  };
  let expected = begin;
  if (begin !== undefined) step('permanent', 'level', begin.value);
  for (const { id, sign, evaluations } of flows) {
    const total = sumOf(evaluations);
    expected = expected && total && combine(sign, expected, total);
    if (total !== undefined) step(id, sign === '+' ? 'in' : 'out', total.value);
  }
  const unexplained = now && expected && combine('-', now, expected);
  if (now === undefined || expected === undefined || unexplained === undefined) return undefined;
  return {
    steps,
    expected: amountOf(expected.value, formatNumber(expected.value, places)),
    closing: amountOf(now.value, formatNumber(now.value, places)),
    unexplained: amountOf(unexplained.value, formatSigned(unexplained.value, places)),
    explained: isWithin({ unexplained }, tolerance),
  };
}

function sumOf(evaluations: readonly Evaluation[]): Estimate | undefined {
  let total: Estimate | undefined = certain(ZERO);
  for (const one of evaluations) {
    const number = numberOf(one);
    total = total && number && combine('+', total, number);
  }
  return total;
}

function numberOf({ outcome }: Evaluation): Estimate | undefined {
  return outcome.kind === 'number' ? outcome.number : undefined;
}

function amountOf(value: Exact, text: string): Amount {
  return { decimal: toDecimal(value), text };
}

/** Why no periods lead from the one to the other. */
function noWay({ from, to }: Span): string {
  const [one, other] = [PERIOD_WORDS[from.kind], PERIOD_WORDS[to.kind]];
  if (from.kind !== to.kind) return `a ${one} and a ${other} cannot be bridged`;
  return `starters and leavers between two ${one}s cannot be told`;
}

/** Returns in words what a figure is missing for; undefined for a number. */
function absence({ key, outcome }: Evaluation, figures: Evaluator): string | undefined {
  const [name, period] = [nameOf(figures, key.id), formatPeriod(key.period)];
  switch (outcome.kind) {
    case 'number':
      return undefined;
    case 'marker':
      return `no number of ${name} for ${period} (${formatMarker(outcome.marker, outcome.bound)})`;
    case 'missing':
      return outcome.reasons[0] ?? `no ${name} for ${period}`;
  }
}

function absenceText([first = '', ...more]: readonly string[]): string {
  if (more.length === 0) return first;
  return `${first}, and ${plural(more.length, 'more figure is', 'more figures are')} missing`;
}

function nameOf({ registry }: Evaluator, id: string): string {
  return midSentence(labelOf(registry, id));
}
