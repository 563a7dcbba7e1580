import { bridgePlaces, bridgesOf, type FlowId, type StaffBridge } from '../metrics/bridge.ts';
import { WHOLE } from '../metrics/book.ts';
import { isReasoned } from '../check/movements/staff-bridges.ts';
import type { Registry } from '../metrics/registry.ts';
import { evaluationText } from '../metrics/wording.ts';
import { toDecimal } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import type { FigureSet } from './figures.ts';
import { formatNumber, formatSigned, periodRef } from './format.ts';
import type { Bridge } from './report.ts';

/** Returns the movement of permanent staff to each of the periods, where the data has all that it is made of. */
export function bridgesTo(set: FigureSet, columns: readonly Period[]): Bridge[] {
  const { figures, workstream } = set.context;
  return bridgesOf(figures, WHOLE, workstream.basis)
    .filter(({ to }) => columns.some((period) => period.kind === to.kind && period.key === to.key))
    .map((bridge) => ({
      ...bridgeTexts(bridge, figures.registry),
      figures: bridgeFigures(set, bridge),
      ...(bridge.unexplained.value.n !== 0n && isReasoned(bridge, set.context) && { reasoned: true }),
    }));
}

/** What a bridge is reckoned from is printed too, and has its lineage where every figure has it. */
function bridgeFigures(set: FigureSet, { opening, flows, closing }: StaffBridge): string[] {
  const parts = [opening, ...flows.map((flow) => flow.evaluation), closing];
  return parts.flatMap(({ key }) => set.figure(key.id, key.period, key.group, key.basis)?.id ?? []);
}

function bridgeTexts(bridge: StaffBridge, registry: Registry): Omit<Bridge, 'figures' | 'reasoned'> {
  const places = bridgePlaces(bridge, registry);
  const flow = (id: FlowId): string | undefined => {
    const found = bridge.flows.find((one) => one.id === id);
    return found && evaluationText(found.evaluation, registry);
  };
  const [conversions, transfersIn, transfersOut] = [
    flow('conversions'),
    flow('transfers_in'),
    flow('transfers_out'),
  ];
  return {
    from: periodRef(bridge.from),
    to: periodRef(bridge.to),
    opening: evaluationText(bridge.opening, registry),
    starters: flow('starters') ?? '',
    ...(conversions !== undefined && { conversions }),
    ...(transfersIn !== undefined && { transfersIn }),
    leavers: flow('leavers') ?? '',
    ...(transfersOut !== undefined && { transfersOut }),
    expected: formatNumber(bridge.expected.value, places),
    closing: evaluationText(bridge.closing, registry),
    unexplained: toDecimal(bridge.unexplained.value),
    unexplainedText: formatSigned(bridge.unexplained.value, places),
  };
}
