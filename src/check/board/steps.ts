import type { Milestone } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriodInFull } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { fold } from '../../model/suggest.ts';
import { subjectOf } from '../../papers/subject.ts';
import { expectedOf } from '../../risk/action-state.ts';
import { fieldPlace } from '../../risk/entry.ts';
import { rule, type Check, type Rule } from '../rule.ts';

/** A milestone that calls itself a step of something: `Phase 2 of the dashboard`, `Academy: stage 1 agreed`. */
interface Step {
  readonly milestone: Milestone;
  readonly number: number;
  /** `phase`, and what is left of the words without the number. */
  readonly word: string;
  readonly rest: string;
}

/**
 * Steps that are numbered follow each other; others of one reference where list and dates both put them in that order. One
 * that comes too soon is told of once, beside the first that should have come before it.
 */
const outOfOrder: Check = ({ meeting: { milestones } }) => {
  const steps = milestones.flatMap((one) => stepOf(one) ?? []);
  const numbered = new Set(steps.map(({ milestone }) => milestone));
  const others = groupBy(
    milestones.filter((one) => !numbered.has(one)),
    ({ reference }) => fold(reference),
  );
  return [...numberedSteps(steps), ...[...others.values()].flatMap(listedSteps)];
};

/** The next of the same work: under one reference, or in the same words. */
function numberedSteps(steps: readonly Step[]): Finding[] {
  const keys = ({ milestone, word, rest }: Step, number: number): string[] => [
    JSON.stringify(['reference', word, number, fold(milestone.reference)]),
    JSON.stringify(['words', word, number, rest]),
  ];
  const named = groupBy(
    steps.flatMap((step) => keys(step, step.number).map((key) => ({ key, step }))),
    ({ key }) => key,
  );
  return steps.flatMap((later) => {
    const before = keys(later, later.number - 1).flatMap((key) => named.get(key) ?? []);
    return firstOf(before, ({ step }) => judgeSteps(step.milestone, later.milestone));
  });
}

/** In the order of the list, all under one reference. */
function listedSteps(milestones: readonly Milestone[]): Finding[] {
  const open: Milestone[] = [];
  return milestones.flatMap((later) => {
    if (!later.complete) open.push(later);
    return firstOf(open, (earlier) => (isDueBefore(earlier, later) ? doneFirst(earlier, later) : []));
  });
}

function firstOf<T>(some: readonly T[], judge: (one: T) => Finding[]): Finding[] {
  for (const one of some) {
    const found = judge(one);
    if (found.length > 0) return found;
  }
  return [];
}

export const STEP_RULES: readonly Rule[] = [rule(['W219'], outOfOrder)];

function judgeSteps(earlier: Milestone, later: Milestone): Finding[] {
  const [first, second] = [expectedOf(earlier), expectedOf(later)];
  if (!first || !second || second.end >= first.start) return doneFirst(earlier, later);
  const message = `${named(later)} is due ${formatPeriodInFull(second)}, before ${named(earlier)}, due ${formatPeriodInFull(first)}`;
  return [
    finding('W219', message, {
      at: datePlace(later),
      about: subjectOf('milestone', later.reference),
      related: [datePlace(earlier)],
    }),
  ];
}

function doneFirst(earlier: Milestone, later: Milestone): Finding[] {
  if (!later.complete || earlier.complete) return [];
  return [
    finding('W219', `${named(later)} is complete, and ${named(earlier)} is not`, {
      at: fieldPlace(later, 'complete'),
      about: subjectOf('milestone', later.reference),
      related: [fieldPlace(earlier, 'complete')],
    }),
  ];
}

/** Of the dates first agreed, and of those they are held to now. */
function isDueBefore(earlier: Milestone, later: Milestone): boolean {
  const [first, second] = [earlier.revised ?? earlier.due, later.revised ?? later.due];
  return earlier.due.end < later.due.start && first.end < second.start;
}

const STEP = /\b(?<word>step|phase|stage|tranche|wave|round) (?<number>\d{1,2}|one|two|three|four|five)\b/i;
const NUMBERS = ['one', 'two', 'three', 'four', 'five'];

function stepOf(milestone: Milestone): Step | undefined {
  const match = STEP.exec(milestone.milestone);
  const { word, number = '' } = match?.groups ?? {};
  if (!match || word === undefined) return undefined;
  return {
    milestone,
    number: NUMBERS.indexOf(number.toLowerCase()) + 1 || Number(number),
    word: word.toLowerCase(),
    rest: fold(milestone.milestone.replace(match[0], '')),
  };
}

function datePlace(one: Milestone): Milestone['at'] {
  return fieldPlace(one, one.revised ? 'revised' : 'due');
}

function named({ reference, milestone }: Milestone): string {
  return `${reference}: "${milestone}"`;
}
