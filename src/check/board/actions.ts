import type { Action } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatPeriodInFull, plural } from '../../model/format.ts';
import { expectedOf } from '../../risk/action-state.ts';
import { subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { judgedText } from './dates.ts';
import { fieldPlace } from '../../risk/entry.ts';

/** One note for all of them: a council either records the dates or does not. */
const undated: Check = ({ meeting }) => {
  const complete = meeting.actions.filter((one) => one.state === 'complete');
  const [first, ...others] = complete.filter((one) => !one.done);
  if (!first) return [];
  const count = others.length + 1;
  return [
    finding(
      'N207',
      `${count} of ${plural(complete.length, 'complete action')} ${count === 1 ? 'has' : 'have'} no date of completion`,
      {
        at: fieldPlace(first, 'state'),
        about: aboutOf(first),
        why: 'without one it cannot be said whether an action was done on time',
        related: others.map((one) => fieldPlace(one, 'state')),
      },
    ),
  ];
};

const revisedEarlier: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    const { due, revised, reference } = action;
    if (!due || !revised || revised.end >= due.end) return [];
    const message = `action ${reference} is due ${formatPeriodInFull(due)} but revised to the earlier ${formatPeriodInFull(revised)}`;
    return [
      finding('W209', message, {
        at: fieldPlace(action, 'revised'),
        about: aboutOf(action),
        related: [fieldPlace(action, 'due')],
      }),
    ];
  });

const unassigned: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    if (action.state !== 'open') return [];
    const lacking = [...(hasOwner(action) ? [] : ['owner']), ...(expectedOf(action) ? [] : ['date'])];
    if (lacking.length === 0) return [];
    return [
      finding('W212', `action ${action.reference} is open and has no ${lacking.join(' and no ')}`, {
        at: action.at,
        about: aboutOf(action),
      }),
    ];
  });

const doneOpen: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    const { done, state, reference } = action;
    if (!done || state !== 'open') return [];
    const message = `action ${reference} has the date of completion ${formatPeriodInFull(done)} but is open`;
    return [
      finding('W213', message, {
        at: fieldPlace(action, 'done'),
        about: aboutOf(action),
        related: [fieldPlace(action, 'state')],
      }),
    ];
  });

const doneAhead: Check = ({ meeting, asOf }) =>
  meeting.actions.flatMap((action) => {
    const { done, reference } = action;
    if (!done || done.start <= asOf) return [];
    const message = `action ${reference} has the date of completion ${formatPeriodInFull(done)}, still ahead`;
    return [
      finding('W214', message, {
        at: fieldPlace(action, 'done'),
        about: aboutOf(action),
        why: judgedText(asOf),
      }),
    ];
  });

const beforeRaised: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    const { raised } = action;
    if (!raised) return [];
    return DATES.flatMap(({ field, words }) => {
      const date = action[field];
      if (!date || date.end >= raised.start) return [];
      const message = `action ${action.reference} ${words} ${formatPeriodInFull(date)}, before it was raised, ${formatPeriodInFull(raised)}`;
      return [
        finding('W220', message, {
          at: fieldPlace(action, field),
          about: aboutOf(action),
          related: [fieldPlace(action, 'raised')],
        }),
      ];
    });
  });

const DATES = [
  { field: 'due', words: 'was due' },
  { field: 'revised', words: 'was revised to' },
  { field: 'done', words: 'has the date of completion' },
] as const;

export const ACTION_RULES: readonly Rule[] = [
  rule(['N207'], undated),
  rule(['W209'], revisedEarlier),
  rule(['W212'], unassigned),
  rule(['W213'], doneOpen),
  rule(['W214'], doneAhead),
  rule(['W220'], beforeRaised),
];

function aboutOf({ reference }: Action): string {
  return subjectOf('action', reference);
}

function hasOwner({ owner }: Action): boolean {
  return owner !== undefined && owner.trim() !== '';
}
