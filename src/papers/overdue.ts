import type { Action, Milestone, Recommendation } from '../model/dataset.ts';
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { deadline } from '../risk/deadline.ts';
import { fieldPlace } from '../risk/entry.ts';
import type { PaperContext } from './context.ts';

/** An entry of a list whose date has passed while it is neither complete nor given up. */
export interface OverdueItem {
  readonly kind: 'milestone' | 'action' | 'recommendation';
  readonly reference: string;
  /** What it is called: `action A3`, `M4: "Last agency team ended"`, since references of milestones may repeat. */
  readonly text: string;
  readonly owner?: string;
  /** The period it is held to: the revised one where there is one. */
  readonly expected: Period;
  readonly isRevised: boolean;
  /** Days since the expected period's last day. */
  readonly overdueDays: number;
  /** Where that period is written. */
  readonly at: Place;
}

/** Returns what is overdue as of the papers' date: milestones, then actions, then recommendations. */
export function overdueItems({ meeting, programme, asOf }: PaperContext): OverdueItem[] {
  const entries = [
    ...meeting.milestones.flatMap(ofMilestone),
    ...meeting.actions.flatMap(ofAction),
    ...meeting.recommendations.flatMap(ofRecommendation),
  ];
  return entries.flatMap((one) => {
    const { overdueDays } = deadline(one.expected, asOf, programme.dueSoonDays);
    return overdueDays === undefined ? [] : [{ ...one, overdueDays }];
  });
}

/** Returns whether nothing more is to be done on a recommendation. */
export function isRecommendationClosed({ status }: Recommendation): boolean {
  return status === 'complete' || status === 'rejected';
}

type Expected = Omit<OverdueItem, 'overdueDays'>;

function ofMilestone(one: Milestone): Expected[] {
  const { reference, milestone, due, revised, complete } = one;
  if (complete) return [];
  const text = `${reference}: "${milestone}"`;
  return [{ kind: 'milestone', reference, text, ...dated(one, due, revised) }];
}

function ofAction(one: Action): Expected[] {
  const { reference, owner, due, revised, state } = one;
  const expected = revised ?? due;
  if (state !== 'open' || !expected) return [];
  const text = `action ${reference}`;
  return [
    {
      kind: 'action',
      reference,
      text,
      ...(owner !== undefined && { owner }),
      ...dated(one, expected, revised),
    },
  ];
}

function ofRecommendation(one: Recommendation): Expected[] {
  const { reference, owner, due } = one;
  if (!due || isRecommendationClosed(one)) return [];
  const at = fieldPlace(one, 'due');
  return [
    {
      kind: 'recommendation',
      reference,
      text: `recommendation ${reference}`,
      ...(owner !== undefined && { owner }),
      expected: due,
      isRevised: false,
      at,
    },
  ];
}

function dated(
  entry: Milestone | Action,
  due: Period,
  revised: Period | undefined,
): Pick<Expected, 'expected' | 'isRevised' | 'at'> {
  const at = entry.fields[revised ? 'revised' : 'due'] ?? entry.at;
  return { expected: revised ?? due, isRevised: revised !== undefined, at };
}
