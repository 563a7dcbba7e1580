import { LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

const steps = (replace: string, by: string): Edit => ({ file: `${LATEST}/milestones.csv`, replace, by });

/** An overdue milestone makes the RAG that the evidence points to Amber. */
const AMBER: Edit = { file: `${LATEST}/report.yaml`, replace: 'current: green', by: 'current: amber' };

const M3 =
  'M3,Career pathway published,October 2026,December 2026,,In progress,Consultation goes on to the end of November';
const M4 = 'M4,Last agency team in Assessment ended,January 2027,,,On track,';

/** Cases of the rules on milestones. */
export const MILESTONE_CASES: readonly RuleCases[] = [
  {
    codes: ['W201'],
    fires: [
      {
        name: 'a date that has passed',
        edits: [AMBER, steps('January 2027', 'October 2026')],
        finds: ['W201 milestone:M4'],
      },
    ],
    quiet: [
      { name: 'a month that is not over', edits: [steps('January 2027', 'November 2026')] },
      { name: 'a date that has passed, revised to one that has not', edits: [] },
    ],
    edge: [
      { name: 'the day of the meeting', edits: [steps('January 2027', '9 November 2026')] },
      {
        name: 'the day before it',
        edits: [AMBER, steps('January 2027', '8 November 2026')],
        finds: ['W201 milestone:M4'],
      },
    ],
  },
  {
    codes: ['W202'],
    fires: [
      {
        name: 'revised to an earlier month',
        edits: [
          steps(
            M4,
            'M4,Last agency team in Assessment ended,January 2027,December 2026,,On track,Brought forward',
          ),
        ],
        finds: ['W202 milestone:M4'],
      },
    ],
    quiet: [{ name: 'revised to a later month', edits: [] }],
    edge: [
      {
        name: 'revised to the last day of the month due',
        edits: [steps(M4, 'M4,Last agency team in Assessment ended,January 2027,31 January 2027,,On track,')],
      },
      {
        name: 'revised to the day before it',
        edits: [steps(M4, 'M4,Last agency team in Assessment ended,January 2027,30 January 2027,,On track,')],
        finds: ['W202 milestone:M4'],
      },
    ],
  },
  {
    codes: ['N203'],
    fires: [
      {
        name: 'complete without an actual date',
        edits: [
          steps(
            'M1,Summer campaign complete,August 2026,,28 August 2026',
            'M1,Summer campaign complete,August 2026,,',
          ),
        ],
        finds: ['N203 milestone:M1'],
      },
    ],
    quiet: [
      {
        name: 'complete with a month as the actual date',
        edits: [steps('28 August 2026', 'August 2026')],
      },
    ],
    edge: 'a date is there or not',
  },
  {
    codes: ['W204'],
    fires: [
      {
        name: 'complete next month',
        edits: [steps('21 September 2026', '21 December 2026')],
        finds: ['W204 milestone:M2'],
      },
    ],
    quiet: [{ name: 'complete this month', edits: [steps('21 September 2026', 'November 2026')] }],
    edge: [
      { name: 'complete on the day of the meeting', edits: [steps('21 September 2026', '9 November 2026')] },
      {
        name: 'complete on the day after',
        edits: [steps('21 September 2026', '10 November 2026')],
        finds: ['W204 milestone:M2'],
      },
    ],
  },
  {
    codes: ['W205'],
    fires: [
      {
        name: 'an actual date, on track',
        edits: [steps(M4, 'M4,Last agency team in Assessment ended,January 2027,,2 November 2026,On track,')],
        finds: ['W205 milestone:M4'],
      },
    ],
    quiet: [
      {
        name: 'an actual date and no status',
        edits: [steps(M4, 'M4,Last agency team in Assessment ended,January 2027,,2 November 2026,,')],
      },
    ],
    edge: 'a date is there or not',
  },
  {
    codes: ['W219'],
    fires: [
      {
        name: 'phase 2 before phase 1',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Phase 1 of the dashboard,March 2027,,,On track,\nM6,Phase 2 of the dashboard,February 2027,,,On track,`,
          ),
        ],
        finds: ['W219 milestone:M6'],
      },
      {
        name: 'stage 2 complete while stage 1 is not',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Stage 1: scope agreed,December 2026,,,On track,\nM5,Stage 2: dashboard built,March 2027,,2 November 2026,Complete,`,
          ),
        ],
        finds: ['W219 milestone:M5'],
      },
      {
        name: 'a later one of a reference complete while an earlier one is not',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Scope agreed,December 2026,,,On track,\nM5,Dashboard built,March 2027,,2 November 2026,Complete,`,
          ),
        ],
        finds: ['W219 milestone:M5'],
      },
    ],
    quiet: [
      {
        name: 'phases of two things',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Phase 1 of the dashboard,March 2027,,,On track,\nM6,Phase 2 of the academy,February 2027,,,On track,`,
          ),
        ],
      },
      {
        name: 'two of a reference, listed without order',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Dashboard built,March 2027,,,On track,\nM5,Scope agreed,October 2026,,30 October 2026,Complete,`,
          ),
        ],
      },
    ],
    edge: [
      {
        name: 'both in one month',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Phase 1 of the dashboard,March 2027,,,On track,\nM6,Phase 2 of the dashboard,1 March 2027,,,On track,`,
          ),
        ],
      },
      {
        name: 'the second on the day before the month of the first',
        edits: [
          steps(
            M4,
            `${M4}\nM5,Phase 1 of the dashboard,March 2027,,,On track,\nM6,Phase 2 of the dashboard,28 February 2027,,,On track,`,
          ),
        ],
        finds: ['W219 milestone:M6'],
      },
    ],
  },
  {
    codes: ['W221'],
    fires: [
      { name: 'an open milestone that is gone', edits: [steps(`${M3}\n`, '')], finds: ['W221 milestone:M3'] },
    ],
    quiet: [
      {
        name: 'a complete milestone that is gone',
        edits: [steps('M1,Summer campaign complete,August 2026,,28 August 2026,Complete,\n', '')],
      },
      {
        name: 'one that is reworded',
        edits: [steps('M3,Career pathway published', 'M3,Pathway for careers agreed and published')],
      },
    ],
    edge: 'a milestone is listed or not',
  },
  {
    codes: ['W222'],
    fires: [
      {
        name: 'later than last time, with the comment of last time',
        edits: [
          steps(
            M3,
            'M3,Career pathway published,October 2026,January 2027,,In progress,Consultation takes longer than planned',
          ),
        ],
        finds: ['W222 milestone:M3'],
      },
      {
        name: 'revised without a comment',
        edits: [steps(M4, 'M4,Last agency team in Assessment ended,January 2027,March 2027,,On track,')],
        finds: ['W222 milestone:M4'],
      },
    ],
    quiet: [
      {
        name: 'later than last time, with a new comment',
        edits: [steps('October 2026,December 2026', 'October 2026,January 2027')],
      },
      {
        name: 'as late as last time, with the comment of last time',
        edits: [
          steps('Consultation goes on to the end of November', 'Consultation takes longer than planned'),
        ],
      },
    ],
    edge: [
      {
        name: 'the last day of the same month',
        edits: [
          steps(
            M3,
            'M3,Career pathway published,October 2026,31 December 2026,,In progress,Consultation takes longer than planned',
          ),
        ],
      },
      {
        name: 'the day after it',
        edits: [
          steps(
            M3,
            'M3,Career pathway published,October 2026,1 January 2027,,In progress,Consultation takes longer than planned',
          ),
        ],
        finds: ['W222 milestone:M3'],
      },
    ],
  },
  {
    codes: ['W223'],
    fires: [
      {
        name: 'complete last time, in progress now',
        edits: [
          steps(
            'M1,Summer campaign complete,August 2026,,28 August 2026,Complete',
            'M1,Summer campaign complete,August 2026,December 2026,,In progress,A second round',
          ),
        ],
        finds: ['W223 milestone:M1'],
      },
    ],
    quiet: [{ name: 'complete both times', edits: [] }],
    edge: 'a milestone is complete or not',
  },
  {
    codes: ['W226'],
    fires: [
      {
        name: 'another milestone of the same reference',
        edits: [steps('Career pathway published', 'New dashboard live')],
        finds: ['W226 milestone:M3'],
      },
    ],
    quiet: [
      {
        name: 'the milestone in other words',
        edits: [steps('Career pathway published', 'Publish the pathway for all careers')],
      },
    ],
    edge: 'a reference is the same or not',
  },
];
