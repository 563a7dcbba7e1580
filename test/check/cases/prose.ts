import { LATEST, type RuleCases } from '../../support/rule-cases.ts';

const REPORT = `${LATEST}/report.yaml`;

/** Returns an edit that puts a sentence into the report's commentary. */
const says = (text: string) => [
  {
    file: REPORT,
    replace: 'In {{period}} the agency rate of Assessment was {{agency_rate[team=Assessment]}}.',
    by: text,
  },
];

/** A role that is called as those are of whom figures are usually said to be. */
const roles = (text: string) => [
  ...says(text),
  {
    file: `${LATEST}/workforce-roles.csv`,
    by: 'Month,Role,Permanent,Agency\nOct 2026,Manager,14,2\nOct 2026,Social worker,80,17\n',
  },
];

/** Cases of the rules on typed figures. */
export const PROSE_CASES: readonly RuleCases[] = [
  {
    codes: ['W421', 'W422'],
    fires: [
      {
        name: 'the figure of the report before, as that of now',
        edits: says('There are now 23 agency workers.'),
        finds: ['W421 agency@2026-10'],
      },
      {
        name: 'the figure of the month before in the past tense, without a month',
        edits: says('Agency workers were 17.7% of social workers in post.'),
        finds: ['W421 agency_rate@2026-10'],
      },
      {
        name: 'the figure of the month before as that of the latest period',
        edits: says('In {{period}}, there were 20 agency social workers.'),
        finds: ['W421 agency@2026-10'],
      },
      {
        name: 'a rate and a count of months that are named',
        edits: says('In August the agency rate was 21.4%, and permanent staff were 93 in October 2026.'),
        finds: ['W421 agency_rate@2026-08', 'W421 permanent@2026-10'],
      },
      {
        name: 'one of two figures of a change',
        edits: [{ file: REPORT, replace: 'from 23 in August to 19', by: 'from 23 in August to 18' }],
        finds: ['W421 agency@2026-10'],
      },
      {
        name: 'the figure of the whole as that of a team',
        edits: says('Assessment now has 19 agency workers.'),
        finds: ['W421 agency@2026-10[team=Assessment]'],
      },
      {
        name: 'percentage points as a percentage',
        edits: says('Between August and October the agency rate fell by 3.5%.'),
        finds: ['W422 agency_rate@2026-10'],
      },
      {
        name: 'what is neither the figure of the whole nor that of the role that its name may mean',
        edits: roles('There are 21 agency social workers. We have 99 permanent social workers.'),
        finds: ['N087 dimension:role', 'W421 agency@2026-10', 'W421 permanent@2026-10'],
      },
      {
        name: 'a rise where there was a fall',
        edits: says('Agency workers rose by 4 between August and October.'),
        finds: ['W422 agency@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'the figure of the whole, and that of a role, under one name',
        edits: roles('There are 19 agency social workers. We have 80 permanent social workers.'),
        finds: ['N087 dimension:role'],
      },
      {
        name: 'figures of months and teams as the data has them',
        edits: says(
          'In August there were 23 agency workers; 7 are now in Assessment. The agency rate of Fostering is 10.5%, and ' +
            'the establishment is 120 posts.',
        ),
      },
      {
        name: 'figures of other times, which words without a month tell',
        edits: says(
          'By 31/08/2026, agency workers fell to 23. During the first quarter they fell to 21. Before the move, agency ' +
            'workers were 20. At the last meeting, agency workers were 20.',
        ),
      },
      {
        name: 'targets, plans, other places and events',
        edits: says(
          'The target is an agency rate of 15% by March. The national agency rate is 17.8%. Four agency workers have ' +
            'become permanent, about 40 agency workers are needed, and MASH has five agency workers.',
        ),
      },
      {
        name: 'a fall in percentage points and in relative terms',
        edits: says(
          'Between August and October agency workers fell by 4, or 17.4%. The agency rate fell by 3.5 percentage points ' +
            'between August and October.',
        ),
      },
    ],
    edge: [
      { name: 'a rate at fewer decimals', edits: says('The agency rate is now 17%.') },
      {
        name: 'a rate that is cut off and not rounded',
        edits: says('The agency rate is now 16%.'),
        finds: ['W421 agency_rate@2026-10'],
      },
      {
        name: 'a rate a step off at the decimals of the page',
        edits: says('The agency rate is now 16.9%.'),
        finds: ['W421 agency_rate@2026-10'],
      },
    ],
  },
];
