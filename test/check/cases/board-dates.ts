import { BEFORE, LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

const steps = (replace: string, by: string): Edit => ({ file: `${LATEST}/milestones.csv`, replace, by });
const before = (replace: string, by: string): Edit => ({ file: `${BEFORE}/milestones.csv`, replace, by });

const named = (text: string): Edit => steps('M4,Last agency team in Assessment ended', `M4,${text}`);

const M4 = 'M4,Last agency team in Assessment ended,January 2027,,,On track,';
const M2_NOW = 'M2,Autumn cohort in post by 30 September 2026,30 September 2026,,21 September 2026,Complete,';

const actions = (replace: string, by: string): Edit => ({ file: `${LATEST}/actions.csv`, replace, by });
const A3 =
  'A3,Plan the hand-over of the last agency team,Head of Service Assessment,9 November 2026,11 December 2026,,,Open,';
const a3 = (name: string, dates: string, rest = 'Open,'): Edit =>
  actions(A3, `A3,${name},Head of Service Assessment,9 November 2026,${dates},${rest}`);

/** Cases of the rules on dates that stand in words. */
export const TEXT_DATE_CASES: readonly RuleCases[] = [
  {
    codes: ['W216', 'N217'],
    fires: [
      {
        name: 'another month in the name',
        edits: [named('Last agency team in Assessment ended by 1 March 2027')],
        finds: ['W216 milestone:M4'],
      },
      {
        name: 'another month in the name, without a year',
        edits: [named('Last agency team in Assessment ended by the end of March')],
        finds: ['W216 milestone:M4'],
      },
      {
        name: 'another month in the comment',
        edits: [steps(M4, `${M4}Now expected by March 2027`)],
        finds: ['W216 milestone:M4'],
      },
      {
        name: 'a day within the month, which ends later',
        edits: [named('Last agency team in Assessment ended by 4 January 2027')],
        finds: ['N217 milestone:M4'],
      },
      {
        name: 'a day within the month of a complete milestone that says no day',
        edits: [
          steps(
            M2_NOW,
            'M2,Autumn cohort in post by 1 September 2026,September 2026,,September 2026,Complete,',
          ),
          before('30 September 2026,30 September 2026', '1 September 2026,1 September 2026'),
        ],
        finds: ['N217 milestone:M2'],
      },
    ],
    quiet: [
      {
        name: 'the month of the first date, which has been revised',
        edits: [steps('M3,Career pathway published', 'M3,Career pathway published by October 2026')],
      },
      {
        name: 'a later date of what is only planned',
        edits: [named('Plan to end the last agency team by June 2027')],
      },
      {
        name: 'an earlier date that is looked back at',
        edits: [named('Review of the leavers known by March 2026')],
      },
      {
        name: 'a month that does something else',
        edits: [steps(M4, `${M4}The last two workers leave by March 2027`)],
      },
      {
        name: 'reached before the day',
        edits: [
          steps(
            M2_NOW,
            'M2,Autumn cohort in post by 25 September 2026,September 2026,,21 September 2026,Complete,',
          ),
          before('30 September 2026,30 September 2026', '25 September 2026,September 2026'),
        ],
      },
      {
        name: 'somebody, and not a date',
        edits: [named('Last agency team in Assessment ended by May Street office')],
      },
    ],
    edge: [
      {
        name: 'the last day of the month due',
        edits: [named('Last agency team in Assessment ended by 31 January 2027')],
      },
      {
        name: 'the day before it',
        edits: [named('Last agency team in Assessment ended by 30 January 2027')],
        finds: ['N217 milestone:M4'],
      },
      {
        name: 'the day after it',
        edits: [named('Last agency team in Assessment ended by 1 February 2027')],
        finds: ['W216 milestone:M4'],
      },
    ],
  },
  {
    codes: ['W218', 'N224'],
    fires: [
      {
        name: 'another month in the name',
        edits: [a3('Hand over all cases by 4 January 2027', '11 December 2026,,')],
        finds: ['W218 action:A3'],
      },
      {
        name: 'a day within the month, which ends later',
        edits: [a3('Hand over all cases by 4 December', 'December 2026,,')],
        finds: ['N224 action:A3'],
      },
    ],
    quiet: [
      {
        name: 'a later date of what is only asked for',
        edits: [a3('Ask all teams to return the survey by 4 January 2027', '11 December 2026,,')],
      },
      {
        name: 'withdrawn',
        edits: [a3('Hand over all cases by 4 January 2027', '11 December 2026,,', 'Withdrawn,')],
      },
      {
        name: 'two dates',
        edits: [a3('Hand over the cases of May 2026 by 4 January 2027', '11 December 2026,,')],
      },
    ],
    edge: [
      { name: 'the day itself', edits: [a3('Hand over all cases by 11 December', '11 December 2026,,')] },
      {
        name: 'the day after it',
        edits: [a3('Hand over all cases by 12 December', '11 December 2026,,')],
        finds: ['W218 action:A3'],
      },
    ],
  },
];
