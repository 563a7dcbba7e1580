import { BEFORE, LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

const risks = (replace: string, by: string): Edit => ({ file: `${LATEST}/risks.csv`, replace, by });
const before = (replace: string, by: string): Edit => ({ file: `${BEFORE}/risks.csv`, replace, by });
const config = (replace: string, by: string): Edit => ({ file: 'cip-report.yaml', replace, by });

/** The RAG follows from what the risks show. */
const GREEN_TO_AMBER: Edit = {
  file: `${LATEST}/report.yaml`,
  replace: 'current: green',
  by: 'current: amber',
};

const R1_CELL = 'Medium,Significant,4,Medium,Market';
const R2 =
  'R2,Agency rates rise in the region,Medium,Significant,4,Medium,Regional agreement on rates,December 2026,Head of Workforce,Open,';
const R2_MOVED = R2.replace('Medium,Significant,4,Medium', 'Low,Significant,2,Low');
const R3 = 'Head of Systems,Closed,The system went live in October';

const NO_ROUNDING = 'levels and scores are words and whole numbers: nothing is rounded';

const MATRIX = `matrix:
  rows: likelihood
  likelihood: [Low, Medium, High]
  impact: [Minor, Significant, Critical]
  fill: product
  ratings:
    low: { label: Low, colour: green }
    medium: { label: Medium, colour: amber }
    high: { label: High, colour: red, severe: true }
  bands:
    - { up_to: 2, rating: low, action: Accept and watch }
    - { up_to: 4, rating: medium, action: Reduce within the workstream }
    - { up_to: 9, rating: high, action: Bring to the board }
`;

/** Cases of the rules on the risk log. */
export const RISK_CASES: readonly RuleCases[] = [
  {
    codes: ['E307'],
    fires: [{ name: 'risks without a matrix', edits: [config(MATRIX, '')], finds: ['E307'] }],
    quiet: [{ name: 'impact in the rows', edits: [config('rows: likelihood', 'rows: impact')] }],
    edge: NO_ROUNDING,
  },
  {
    codes: ['E301'],
    fires: [
      {
        name: 'a level that is misspelt',
        edits: [
          risks('R2,Agency rates rise in the region,Medium', 'R2,Agency rates rise in the region,Mediun'),
        ],
        finds: ['E301 risk:R2'],
      },
    ],
    quiet: [
      {
        name: 'a level in other letters',
        edits: [
          risks('R2,Agency rates rise in the region,Medium', 'R2,Agency rates rise in the region,MEDIUM'),
        ],
      },
    ],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W302'],
    fires: [
      {
        name: 'a score that the matrix does not give',
        edits: [risks(R1_CELL, 'Medium,Significant,5,Medium,Market')],
        finds: ['W302 risk:R1'],
      },
    ],
    quiet: [
      { name: 'the score as a decimal', edits: [risks(R1_CELL, 'Medium,Significant,4.0,Medium,Market')] },
      { name: 'no score', edits: [risks(R1_CELL, 'Medium,Significant,,Medium,Market')] },
    ],
    edge: [
      {
        name: 'a score that agrees only once it is rounded',
        edits: [risks(R1_CELL, 'Medium,Significant,4.4,Medium,Market')],
        finds: ['W302 risk:R1'],
      },
    ],
  },
  {
    codes: ['W303'],
    fires: [
      {
        name: 'an impact under likelihood',
        edits: [risks(R2, R2.replace('Medium,Significant', 'Significant,Medium'))],
        finds: ['W303 risk:R2'],
      },
    ],
    quiet: [
      {
        name: 'the log with its columns the other way round',
        edits: [
          {
            file: `${LATEST}/risks.csv`,
            by: [
              'Reference,Risk,Impact,Likelihood,Mitigation,Date for Mitigation,Owner,Status,Comments',
              'R1,Experienced workers leave faster than they are replaced,Significant,Medium,Market supplements to March 2027,March 2027,Head of Service Safeguarding,Open,Both team manager posts are filled',
              'R2,Agency rates rise in the region,Significant,Medium,Regional agreement on rates,December 2026,Head of Workforce,Open,',
              'R3,The new case system is late,Minor,Low,Weekly meetings with the supplier,September 2026,Head of Systems,Closed,',
            ].join('\n'),
          },
        ],
      },
    ],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W304'],
    fires: [
      {
        name: 'a rating that the matrix does not give',
        edits: [risks(R1_CELL, 'Medium,Significant,4,High,Market')],
        finds: ['W304 risk:R1'],
      },
    ],
    quiet: [{ name: 'the rating by its id', edits: [risks(R1_CELL, 'Medium,Significant,4,medium,Market')] }],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W305'],
    fires: [
      {
        name: 'a red risk without an owner',
        edits: [
          GREEN_TO_AMBER,
          before('Medium,Significant,4,Medium,Regional', 'High,Significant,6,High,Regional'),
          risks(
            R2,
            R2.replace('Medium,Significant,4,Medium', 'High,Significant,6,High').replace(
              'Head of Workforce',
              '',
            ),
          ),
        ],
        finds: ['W305 risk:R2'],
      },
    ],
    quiet: [
      {
        name: 'a red risk with owner, mitigation and date',
        edits: [
          GREEN_TO_AMBER,
          before('Medium,Significant,4,Medium,Regional', 'High,Significant,6,High,Regional'),
          risks(R2, R2.replace('Medium,Significant,4,Medium', 'High,Significant,6,High')),
        ],
      },
      { name: 'another risk without an owner', edits: [risks(R2, R2.replace('Head of Workforce', ''))] },
    ],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W306'],
    fires: [
      {
        name: 'a date that has passed',
        edits: [risks('December 2026', 'October 2026'), before('December 2026', 'October 2026')],
        finds: ['W306 risk:R2'],
      },
    ],
    quiet: [
      { name: 'a month that is not over', edits: [risks('December 2026', 'November 2026')] },
      { name: 'a season that is not over', edits: [risks('December 2026', 'Autumn 2026')] },
    ],
    edge: [
      { name: 'the day of the meeting', edits: [risks('December 2026', '9 November 2026')] },
      {
        name: 'the day before it',
        edits: [risks('December 2026', '8 November 2026')],
        finds: ['W306 risk:R2'],
      },
    ],
  },
  {
    codes: ['W308'],
    fires: [{ name: 'an open risk that is gone', edits: [risks(`${R2}\n`, '')], finds: ['W308 risk:R2'] }],
    quiet: [
      {
        name: 'a closed risk that is gone',
        edits: [before('Head of Systems,Open', 'Head of Systems,Closed'), risksWithoutR3()],
      },
    ],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W309'],
    fires: [
      {
        name: 'open, and no longer a risk',
        edits: [risks(R2, `${R2}No longer a risk: to be closed`)],
        finds: ['W309 risk:R2'],
      },
      {
        name: 'open, and closed in its comment',
        edits: [risks(R2, `${R2}Closed in October 2026`)],
        finds: ['W309 risk:R2'],
      },
      {
        name: 'open, and closed in its mitigation',
        edits: [risks('Regional agreement on rates', 'Regional agreement on rates. This risk is closed')],
        finds: ['W309 risk:R2'],
      },
      {
        name: 'closed, and open in its comment',
        edits: [risks(R3, 'Head of Systems,Closed,The risk remains open')],
        finds: ['W309 risk:R3'],
      },
    ],
    quiet: [
      { name: 'it cannot be closed', edits: [risks(R2, `${R2}This risk cannot be closed yet`)] },
      { name: 'until it is closed', edits: [risks(R2, `${R2}Watched until the risk is closed`)] },
      { name: 'under a condition', edits: [risks(R2, `${R2}To be closed once the rates are agreed`)] },
      { name: 'at another time', edits: [risks(R2, `${R2}To be closed at the next meeting`)] },
      { name: 'something else is closed', edits: [risks(R2, `${R2}The old unit stood empty. It is closed`)] },
      {
        name: 'closed and opened again',
        edits: [risks(R2, `${R2}Closed in May 2026. Reopened in June 2026`)],
      },
      { name: 'closed in both', edits: [risks(R3, 'Head of Systems,Closed,No longer a risk')] },
    ],
    edge: 'words and states, nothing is rounded',
  },
  {
    codes: ['W310'],
    fires: [
      { name: 'down without a comment', edits: [risks(R2, R2_MOVED)], finds: ['W310 risk:R2'] },
      {
        name: 'up with the comment of last time',
        edits: [
          before(
            'Regional agreement on rates,December 2026,Head of Workforce,Open,',
            'Regional agreement on rates,December 2026,Head of Workforce,Open,Watched closely',
          ),
          risks(R2, `${R2.replace('Medium,Significant,4,Medium', 'Medium,Minor,2,Low')}Watched closely`),
        ],
        finds: ['W310 risk:R2'],
      },
      {
        name: 'between two cells of one score',
        edits: [
          before('Medium,Significant,4,Medium,Regional', 'Medium,Minor,2,Low,Regional'),
          risks(R2, R2_MOVED),
        ],
        finds: ['W310 risk:R2'],
      },
    ],
    quiet: [
      { name: 'down with a comment', edits: [risks(R2, `${R2_MOVED}The agreement is signed`)] },
      {
        name: 'a comment that stays while nothing moves',
        edits: [
          before('Head of Workforce,Open,', 'Head of Workforce,Open,Watched closely'),
          risks(R2, `${R2}Watched closely`),
        ],
      },
    ],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W311'],
    fires: [
      {
        name: 'later without a comment',
        edits: [risks('December 2026', 'January 2027')],
        finds: ['W311 risk:R2'],
      },
    ],
    quiet: [
      {
        name: 'later with a comment',
        edits: [risks(R2, `${R2.replace('December 2026', 'January 2027')}Two councils are still to sign`)],
      },
      { name: 'earlier', edits: [risks('December 2026', 'November 2026')] },
    ],
    edge: [
      { name: 'the last day of the same month', edits: [risks('December 2026', '31 December 2026')] },
      {
        name: 'the day after it',
        edits: [risks('December 2026', '1 January 2027')],
        finds: ['W311 risk:R2'],
      },
    ],
  },
  {
    codes: ['W314'],
    fires: [
      {
        name: 'a red risk, without a comment',
        edits: [
          risks(
            'Head of Service Safeguarding,Open,Both team manager posts are filled',
            'Head of Service Safeguarding,Closed,',
          ),
        ],
        finds: ['W314 risk:R1'],
      },
    ],
    quiet: [
      {
        name: 'a red risk, with the reason',
        edits: [risks('Head of Service Safeguarding,Open,Both', 'Head of Service Safeguarding,Closed,Both')],
      },
      {
        name: 'a risk that was not red',
        edits: [risks('Head of Systems,Closed,The system went live in October', 'Head of Systems,Closed,')],
      },
    ],
    edge: NO_ROUNDING,
  },
  {
    codes: ['W313'],
    fires: [
      {
        name: 'another risk of the same reference',
        edits: [risks('Experienced workers leave faster than they are replaced', 'The office lease ends')],
        finds: ['W313 risk:R1'],
      },
    ],
    quiet: [
      {
        name: 'the risk in other words',
        edits: [risks('Experienced workers leave faster than they are replaced', 'We lose experience')],
      },
    ],
    edge: 'a reference is the same or not',
  },
  {
    codes: ['W312'],
    fires: [
      {
        name: 'open again without a comment',
        edits: [before('Head of Workforce,Open', 'Head of Workforce,Closed')],
        finds: ['W312 risk:R2'],
      },
    ],
    quiet: [
      {
        name: 'open again with a comment',
        edits: [
          before('Head of Workforce,Open', 'Head of Workforce,Closed'),
          risks(R2, `${R2}Two councils have left the agreement`),
        ],
      },
    ],
    edge: 'a risk is open or closed, nothing is rounded',
  },
];

function risksWithoutR3(): Edit {
  return risks(
    'R3,The new case system is late,Low,Minor,1,Low,Weekly meetings with the supplier,September 2026,Head of Systems,Closed,The system went live in October\n',
    '',
  );
}
