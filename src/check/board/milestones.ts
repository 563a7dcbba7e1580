import { finding } from '../../model/finding.ts';
import { formatPeriodInFull, plural } from '../../model/format.ts';
import type { Milestone } from '../../model/dataset.ts';
import { subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { judgedText } from './dates.ts';
import { fieldPlace } from '../../risk/entry.ts';

const revisedEarlier: Check = ({ meeting }) =>
  meeting.milestones.flatMap((milestone) => {
    const { due, revised } = milestone;
    if (!revised || revised.end >= due.end) return [];
    return [
      finding(
        'W202',
        `${named(milestone)} is due ${formatPeriodInFull(due)} but revised to the earlier ${formatPeriodInFull(revised)}`,
        {
          at: fieldPlace(milestone, 'revised'),
          about: aboutOf(milestone),
          related: [fieldPlace(milestone, 'due')],
        },
      ),
    ];
  });

/** One note for all of them: a council either records actual dates or does not. */
const undated: Check = ({ meeting }) => {
  const without = meeting.milestones.filter((one) => one.complete && !one.actual);
  const [first, ...others] = without;
  if (!first) return [];
  const complete = meeting.milestones.filter((one) => one.complete).length;
  return [
    finding(
      'N203',
      `${without.length} of ${plural(complete, 'complete milestone')} ${without.length === 1 ? 'has' : 'have'} no actual date`,
      {
        at: fieldPlace(first, 'complete'),
        about: aboutOf(first),
        why: 'without one it cannot be said whether a milestone was reached on time',
        related: others.map((one) => fieldPlace(one, 'complete')),
      },
    ),
  ];
};

const actualAhead: Check = ({ meeting, asOf }) =>
  meeting.milestones.flatMap((milestone) => {
    const { actual } = milestone;
    if (!actual || actual.start <= asOf) return [];
    return [
      finding('W204', `${named(milestone)} has the actual date ${formatPeriodInFull(actual)}, still ahead`, {
        at: fieldPlace(milestone, 'actual'),
        about: aboutOf(milestone),
        why: judgedText(asOf),
      }),
    ];
  });

const actualOpen: Check = ({ meeting }) =>
  meeting.milestones.flatMap((milestone) => {
    const { actual, complete } = milestone;
    if (!actual || complete) return [];
    return [
      finding(
        'W205',
        `${named(milestone)} has the actual date ${formatPeriodInFull(actual)} but is not complete`,
        {
          at: fieldPlace(milestone, 'actual'),
          about: aboutOf(milestone),
          related: [fieldPlace(milestone, 'complete')],
        },
      ),
    ];
  });

export const MILESTONE_RULES: readonly Rule[] = [
  rule(['W202'], revisedEarlier),
  rule(['N203'], undated),
  rule(['W204'], actualAhead),
  rule(['W205'], actualOpen),
];

function aboutOf({ reference }: Milestone): string {
  return subjectOf('milestone', reference);
}

/** References of milestones may repeat, so both name it. */
function named(milestone: Milestone): string {
  return `${milestone.reference}: "${milestone.milestone}"`;
}
