import { plural } from './format.ts';
import type { PackCounts } from './pack.ts';
import { ASKS, type Ask } from './view-asks.ts';
import type { Tone } from './view-text.ts';

/** Returns what the counts of a workstream give the board to look at, what is bad first; empty where it has nothing. */
export function attentionEntries(counts: PackCounts): (readonly [text: string, tone: Tone])[] {
  const { redIndicators, amberIndicators } = counts;
  const entries = [
    [counts.overdueMilestones, 'milestone', ' overdue', 'bad'],
    [counts.overdueActions, 'action', ' overdue', 'bad'],
    [counts.missedTargets, 'target', ' missed', 'bad'],
    [redIndicators, 'indicator', ` outside ${whose(redIndicators)}`, 'bad'],
    [counts.redRisks, 'red risk', '', 'bad'],
    [counts.missingActions, 'action', ' missing', 'attention'],
    [counts.unanswered, 'resolution', ' not answered', 'attention'],
    [amberIndicators, 'indicator', ` outside ${whose(amberIndicators)}, within tolerance`, 'attention'],
  ] as const;
  return entries
    .filter(([count]) => count > 0)
    .map(([count, noun, state, tone]) => [`${plural(count, noun)}${state}`, tone]);
}

function whose(count: number): string {
  return count === 1 ? 'its level' : 'their levels';
}

/** Returns what stands before a request in a pack: `For decision, Practice: `. */
export function askLead(kind: Ask['kind'], workstream: string): string {
  return [ASKS[kind], workstream]
    .filter((part) => part !== '')
    .join(', ')
    .concat(': ');
}
