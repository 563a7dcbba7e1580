import { compareActions } from '../compare/lists/actions.ts';
import { compareMilestones } from '../compare/lists/milestones.ts';
import { compareRisks } from '../compare/lists/risks.ts';
import type { PaperPair } from '../compare/side.ts';
import { listSentences } from '../compare/view/summary-lists.ts';
import { createContext, type PaperContext } from '../papers/context.ts';
import type { Report } from './report.ts';

/**
 * Returns what happened to milestones, risks and actions since the papers of the meeting before, as `diff
 * --since-last-meeting` says it; undefined where there was no meeting before, or nothing happened.
 */
export function sinceLastMeeting(context: PaperContext): Report['since'] {
  const { dataset, workstream, previous } = context;
  if (previous === undefined) return undefined;
  const before = createContext(dataset, { workstream, meeting: previous });
  const pair: PaperPair = {
    form: 'meetings',
    before: { context: before, period: undefined },
    after: { context, period: undefined },
  };
  const texts = listSentences({
    milestones: compareMilestones(pair),
    risks: compareRisks(pair),
    actions: compareActions(pair),
  }).map(({ text }) => text);
  return texts.length === 0 ? undefined : { meeting: previous.id, texts };
}
