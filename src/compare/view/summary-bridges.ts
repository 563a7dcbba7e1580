import { exact } from '../../model/exact.ts';
import { formatList } from '../../model/format.ts';
import type { BridgeBetween, WorkstreamComparison } from '../comparison.ts';
import type { Candidate } from './candidate.ts';
import { brief, NAME } from './texts.ts';

/**
 * Returns what the whole's bridge leaves unexplained, beyond rounding and tolerance: `Of the change in permanent staff, +3 is
 * not explained by starters and leavers.` Nothing where who is counted differs: then that may be what is left.
 */
export function bridgeSentences({ bridges, basis }: WorkstreamComparison): Candidate[] {
  const open = bridges.filter(
    ({ group, explained, members }) =>
      Object.keys(group).length === 0 && explained === false && members === undefined,
  );
  const bridge = open.find((one) => one.basis === basis) ?? open[0];
  if (bridge?.unexplained === undefined) return [];
  const flows = bridge.steps.filter(({ kind }) => kind !== 'level');
  const by = formatList(flows.map(({ label }) => brief(label, NAME).toLowerCase()));
  const lead = hasChanged(bridge) ? 'Of the change in permanent staff' : 'Of permanent staff';
  return [
    {
      text: `${lead}, ${bridge.unexplained.text} is not explained by ${by}.`,
      tone: 'bad',
      weight: 8.7,
    },
  ];
}

function hasChanged({ steps, closing }: BridgeBetween): boolean {
  const opening = steps.find(({ kind }) => kind === 'level')?.amount;
  if (opening === undefined || closing === undefined) return true;
  return !exact(opening.decimal).equals(exact(closing.decimal));
}
