import { BEFORE, LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

const actions = (replace: string, by: string): Edit => ({ file: `${LATEST}/actions.csv`, replace, by });
const before = (replace: string, by: string): Edit => ({ file: `${BEFORE}/actions.csv`, replace, by });

/** An overdue action makes the RAG that the evidence points to Amber. */
const AMBER: Edit = { file: `${LATEST}/report.yaml`, replace: 'current: green', by: 'current: amber' };

const A1 =
  'A1,Fill the team manager posts,Head of Service Safeguarding,14 September 2026,30 October 2026,,23 October 2026,Complete,';
const A2 = 'A2,Consult staff on the career pathway,Head of Workforce,6 July 2026,30 November 2026,,,Open,';
const A3 =
  'A3,Plan the hand-over of the last agency team,Head of Service Assessment,9 November 2026,11 December 2026,,,Open,';
const a3 = (name: string, dates: string, rest = 'Open,'): Edit =>
  actions(A3, `A3,${name},Head of Service Assessment,9 November 2026,${dates},${rest}`);

/** Cases of the rules on actions. */
export const ACTION_CASES: readonly RuleCases[] = [
  {
    codes: ['W206'],
    fires: [
      {
        name: 'a date that has passed',
        edits: [AMBER, actions(A2, A2.replace('30 November', '31 October'))],
        finds: ['W206 action:A2'],
      },
    ],
    quiet: [{ name: 'a month that is not over', edits: [actions('30 November 2026', 'November 2026')] }],
    edge: [
      { name: 'the day of the meeting', edits: [actions('30 November 2026', '9 November 2026')] },
      {
        name: 'the day before it',
        edits: [AMBER, actions('30 November 2026', '8 November 2026')],
        finds: ['W206 action:A2'],
      },
    ],
  },
  {
    codes: ['N207'],
    fires: [
      {
        name: 'complete without a date',
        edits: [actions('23 October 2026', '')],
        finds: ['N207 action:A1'],
      },
    ],
    quiet: [{ name: 'withdrawn without a date', edits: [actions('23 October 2026,Complete', ',Withdrawn')] }],
    edge: 'a date is there or not',
  },
  {
    codes: ['W208'],
    fires: [
      {
        name: 'an open action that is gone',
        edits: [actions(`${A1}\n`, '')],
        finds: ['W208 action:A1'],
      },
    ],
    quiet: [
      {
        name: 'a complete action that is gone',
        edits: [
          actions(`${A1}\n`, ''),
          before('30 October 2026,,,Open', '30 October 2026,,14 September 2026,Complete'),
        ],
      },
    ],
    edge: 'an action is listed or not',
  },
  {
    codes: ['W209'],
    fires: [
      {
        name: 'revised to an earlier month',
        edits: [a3('Plan the hand-over of the last agency team', 'February 2027,December 2026,')],
        finds: ['W209 action:A3'],
      },
    ],
    quiet: [
      {
        name: 'revised to a later month, with a comment',
        edits: [
          a3(
            'Plan the hand-over of the last agency team',
            'January 2027,February 2027,',
            'Open,Waits for the case system',
          ),
        ],
      },
    ],
    edge: [
      {
        name: 'the last day of the month due',
        edits: [a3('Plan the hand-over of the last agency team', 'January 2027,31 January 2027,')],
      },
      {
        name: 'the day before it',
        edits: [a3('Plan the hand-over of the last agency team', 'January 2027,30 January 2027,')],
        finds: ['W209 action:A3'],
      },
    ],
  },
  {
    codes: ['W210'],
    fires: [
      {
        name: 'withdrawn last time, open now',
        edits: [before('30 November 2026,,,Open', '30 November 2026,,,Withdrawn')],
        finds: ['W210 action:A2'],
      },
    ],
    quiet: [{ name: 'open last time, complete now', edits: [] }],
    edge: 'an action is open or not',
  },
  {
    codes: ['W211'],
    fires: [
      {
        name: 'later than last time without a comment',
        edits: [actions('30 November 2026', '18 December 2026')],
        finds: ['W211 action:A2'],
      },
      {
        name: 'later than last time with the comment of last time',
        edits: [
          before(A2, `${A2}In three meetings`),
          actions(A2, `${A2.replace('30 November', '18 December')}In three meetings`),
        ],
        finds: ['W211 action:A2'],
      },
    ],
    quiet: [
      {
        name: 'later with a comment',
        edits: [actions(A2, `${A2.replace('30 November', '18 December')}The unions asked for more time`)],
      },
      { name: 'earlier', edits: [actions('30 November 2026', '20 November 2026')] },
    ],
    edge: [
      { name: 'the month that ends on the same day', edits: [actions('30 November 2026', 'November 2026')] },
      {
        name: 'the day after',
        edits: [actions('30 November 2026', '1 December 2026')],
        finds: ['W211 action:A2'],
      },
    ],
  },
  {
    codes: ['W212'],
    fires: [
      {
        name: 'open without an owner',
        edits: [actions('Head of Service Assessment', '')],
        finds: ['W212 action:A3'],
      },
    ],
    quiet: [{ name: 'complete without an owner', edits: [actions('Head of Service Safeguarding', '')] }],
    edge: 'an owner is there or not',
  },
  {
    codes: ['W213'],
    fires: [
      {
        name: 'open with a date of completion',
        edits: [AMBER, actions('23 October 2026,Complete', '23 October 2026,Open')],
        finds: ['W206 action:A1', 'W213 action:A1'],
      },
    ],
    quiet: [
      {
        name: 'a date of completion and no status',
        edits: [actions('23 October 2026,Complete', '23 October 2026,')],
      },
    ],
    edge: 'a date is there or not',
  },
  {
    codes: ['W214'],
    fires: [
      {
        name: 'complete next month',
        edits: [actions('23 October 2026', '23 December 2026')],
        finds: ['W214 action:A1'],
      },
    ],
    quiet: [{ name: 'complete this month', edits: [actions('23 October 2026', 'November 2026')] }],
    edge: [
      { name: 'complete on the day of the meeting', edits: [actions('23 October 2026', '9 November 2026')] },
      {
        name: 'complete on the day after',
        edits: [actions('23 October 2026', '10 November 2026')],
        finds: ['W214 action:A1'],
      },
    ],
  },
  {
    codes: ['W215'],
    fires: [
      {
        name: 'another action of the same reference',
        edits: [actions('Consult staff on the career pathway', 'Review our rota')],
        finds: ['W215 action:A2'],
      },
      {
        name: 'another that is complete, and shares a word that says nothing',
        edits: [actions('Fill the team manager posts', 'Review the caseload tool')],
        finds: ['W215 action:A1'],
      },
    ],
    quiet: [
      {
        name: 'the action in other words',
        edits: [actions('Consult staff on the career pathway', 'Hear what staff think')],
      },
    ],
    edge: 'a reference is the same or not',
  },
  {
    codes: ['W220'],
    fires: [
      {
        name: 'done before it was raised',
        edits: [actions('23 October 2026', '23 October 2025')],
        finds: ['W220 action:A1'],
      },
      {
        name: 'due before it was raised',
        edits: [AMBER, a3('Plan the hand-over of the last agency team', '11 October 2026,,')],
        finds: ['W206 action:A3', 'W220 action:A3'],
      },
      {
        name: 'the same where the RAG, which is of what is overdue, is Green',
        edits: [a3('Plan the hand-over of the last agency team', '11 October 2026,,')],
        finds: ['W206 action:A3', 'W220 action:A3', 'W401 rag'],
      },
    ],
    quiet: [
      {
        name: 'raised in the month in which it was done',
        edits: [actions('14 September 2026', 'October 2026')],
      },
    ],
    edge: [
      {
        name: 'done on the day on which it was raised',
        edits: [actions('23 October 2026', '14 September 2026')],
      },
      {
        name: 'done on the day before',
        edits: [actions('23 October 2026', '13 September 2026')],
        finds: ['W220 action:A1'],
      },
    ],
  },
];
