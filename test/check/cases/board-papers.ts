import { BEFORE, LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

const paper = (replace: string, by: string): Edit => ({ file: `${LATEST}/report.yaml`, replace, by });
const config = (replace: string, by: string): Edit => ({ file: 'cip-report.yaml', replace, by });
const benchmark = (period: string): Edit => ({
  file: `${LATEST}/benchmarks.csv`,
  by: `Measure,Place,Level,Period,Value,Basis,Formula,Source\nagency_rate,England,England,${period},16.1%,headcount,agency / (permanent + agency),DfE\n`,
});

const period = (from: string, to: string): Edit =>
  paper('{ from: 14 September 2026, to: 9 November 2026 }', `{ from: ${from}, to: ${to} }`);

const next = (from: string, to: string): Edit =>
  paper('{ from: 9 November 2026, to: 11 January 2027 }', `{ from: ${from}, to: ${to} }`);

/** The last papers are on a period of another year themselves. */
const BEFORE_2021: Edit = {
  file: `${BEFORE}/report.yaml`,
  replace: '{ from: 6 July 2026, to: 14 September 2026 }',
  by: '{ from: 1 January 2021, to: 31 January 2021 }',
};

/** The last papers are on a month that was over more than half a year before these. */
const BEFORE_MAY: Edit = {
  file: `${BEFORE}/report.yaml`,
  replace: '{ from: 6 July 2026, to: 14 September 2026 }',
  by: '{ from: 1 April 2026, to: 30 April 2026 }',
};

/** The last papers are on a month that was over long before their meeting. */
const BEFORE_JULY: Edit = {
  file: `${BEFORE}/report.yaml`,
  replace: '{ from: 6 July 2026, to: 14 September 2026 }',
  by: '{ from: 1 July 2026, to: 31 July 2026 }',
};

/** Figures of one role, in the papers before alone. */
const ADVANCED: Edit = {
  file: `${BEFORE}/workforce-roles.csv`,
  by: 'Month,Role,Permanent,Agency\nJul 2026,Advanced,9,1\nAug 2026,Advanced,9,1\n',
};
const AUDITS = config(
  'indicators:\n',
  'indicators:\n  - { id: audits, label: Audits, unit: count, places: 0, direction: higher, nature: flow, description: Audits done., at_least: 5 }\n',
);
const audits = (rows: string): Edit => ({
  file: `${LATEST}/indicators-audits.csv`,
  by: `Indicator,Period,Value\naudits,Sep 2026,9\naudits,${rows}\n`,
});

/** Agency managers of October as a cell has them, and the commentary that cites them. */
const managers = (
  cell: string,
  text = 'There are now {{agency[role=Manager]}} agency managers.',
): readonly Edit[] => [
  {
    file: `${LATEST}/workforce-roles.csv`,
    by:
      'Month,Role,Permanent,Agency\nSep 2026,Manager,14,3\nSep 2026,Social worker,79,17\n' +
      `Oct 2026,Manager,14,${cell}\nOct 2026,Social worker,80,${cell === '2' ? '17' : 'c'}\n`,
  },
  {
    file: `${LATEST}/report.yaml`,
    replace: />-\n {2}In \{\{period\}\} the agency rate of Assessment was .*/,
    by: text.startsWith('|') ? text : `>-\n  ${text}`,
  },
];

const beside = (words: string): Edit =>
  paper('  In {{period}} the agency rate', `  It is ${words}. In {{period}} the agency rate`);

/** What is found of the base repo in the summer after its meeting. */
const LATER = [
  'W144 agency_rate@2026-10',
  'W144 visits_on_time@2026-10',
  'W201 milestone:M3',
  'W201 milestone:M4',
  'W206 action:A2',
  'W206 action:A3',
  'W306 risk:R1',
  'W306 risk:R2',
  'W401 rag',
  'W408 recommendation:1',
];

/** Cases of the rules on the RAG, targets, indicators, citations and benchmarks. */
export const PAPER_CASES: readonly RuleCases[] = [
  {
    codes: ['W401'],
    fires: [
      { name: 'Red without a reason', edits: [paper('current: green', 'current: red')], finds: ['W401 rag'] },
      {
        name: 'Blue with work to do',
        edits: [paper('current: green', 'current: blue')],
        finds: ['W401 rag'],
      },
    ],
    quiet: [
      {
        name: 'Amber, with the reason why it stands',
        edits: [paper('current: green', 'current: amber\n  despite: The next quarter is uncertain.')],
      },
    ],
    edge: 'the evidence is counted, nothing is rounded',
  },
  {
    codes: ['W225'],
    fires: [
      {
        name: 'the period of the last papers',
        edits: [period('6 July 2026', '14 September 2026')],
        finds: ['W225 reporting-period'],
      },
      {
        name: 'the year of another period',
        edits: [period('14 September 2025', '9 November 2025')],
        finds: ['W225 reporting-period'],
      },
    ],
    quiet: [
      {
        name: 'a period that is reported late',
        edits: [BEFORE_JULY, period('1 August 2026', '31 August 2026')],
      },
      { name: 'a longer one from the same day', edits: [period('6 July 2026', '9 November 2026')] },
    ],
    edge: [
      {
        name: 'up to the day on which the last one ended',
        edits: [period('1 September 2026', '14 September 2026')],
        finds: ['W225 reporting-period'],
      },
      { name: 'up to the day after', edits: [period('1 September 2026', '15 September 2026')] },
    ],
  },
  {
    codes: ['W227'],
    fires: [
      {
        name: 'the periods of papers of another year',
        edits: [
          BEFORE_2021,
          period('15 February 2021', '19 April 2021'),
          next('19 April 2021', '21 June 2021'),
        ],
        finds: ['W227 reporting-period'],
      },
      {
        name: 'one that begins after the meeting',
        edits: [period('10 November 2026', '11 January 2027')],
        finds: ['W227 reporting-period'],
      },
      {
        name: 'a next period that is over',
        edits: [next('14 September 2026', '8 November 2026')],
        finds: ['W227 reporting-period'],
      },
    ],
    quiet: [
      {
        name: 'one that is not over at the meeting',
        edits: [period('14 September 2026', '30 November 2026')],
      },
      {
        name: 'next periods that are those of the last papers, which are told with the period',
        edits: [period('6 July 2026', '14 September 2026'), next('14 September 2026', '8 November 2026')],
        finds: ['W225 reporting-period'],
      },
    ],
    edge: [
      { name: 'half a year before', edits: [BEFORE_MAY, period('1 April 2026', '10 May 2026')] },
      {
        name: 'a day more than half a year before',
        edits: [BEFORE_MAY, period('1 April 2026', '9 May 2026')],
        finds: ['W227 reporting-period'],
      },
      { name: 'one that begins with the meeting', edits: [period('9 November 2026', '11 January 2027')] },
      {
        name: 'a next period that ends with the meeting',
        edits: [next('14 September 2026', '9 November 2026')],
      },
    ],
  },
  {
    codes: ['W402'],
    fires: [
      {
        name: 'another than the last papers reported',
        edits: [paper('previous: amber', 'previous: red')],
        finds: ['W402 rag'],
      },
    ],
    quiet: [{ name: 'none given', edits: [paper('  previous: amber\n', '')] }],
    edge: 'a colour is the same or not',
  },
  {
    codes: ['E403'],
    fires: [
      {
        name: 'a name that is no figure’s',
        edits: [paper('{{agency_rate}}', '{{agency_rat}}')],
        finds: ['E403 agency_rat'],
      },
    ],
    quiet: [{ name: 'braces that are no citation', edits: [paper('{{agency_rate}}', '\\{{agency_rat}}')] }],
    edge: 'a citation names a figure or does not',
  },
  {
    codes: ['N087'],
    fires: [
      {
        name: 'roles that nothing prints',
        edits: managers('2', 'Agency managers are part of the total.'),
        finds: ['N087 dimension:role'],
      },
    ],
    quiet: [
      {
        name: 'accepted',
        edits: [
          ...managers('2', 'Agency managers are part of the total.'),
          config(
            'matrix:\n',
            'checks:\n  accepted:\n    - { finding: N087, of: "dimension:role", says: figures by role stand nowhere, reason: The board sees roles once a year., by: Head of Workforce }\nmatrix:\n',
          ),
        ],
        finds: ['N087 dimension:role'],
      },
    ],
    edge: [{ name: 'one figure of one role, in the text', edits: managers('2') }],
  },
  {
    codes: ['W432'],
    fires: [
      {
        name: 'a figure that the data withholds',
        edits: managers('c'),
        finds: ['W432 agency@2026-10[role=Manager]'],
      },
      {
        name: 'a rate of two figures of which one is withheld, in bold and with its period',
        edits: managers('c', 'The agency rate of managers is **{{agency_rate@2026-10[role=Manager]}}**.'),
        finds: ['W432 agency_rate@2026-10[role=Manager]'],
      },
    ],
    quiet: [
      { name: 'a number', edits: managers('2') },
      {
        name: 'the period before it, of which the data has the number',
        edits: managers('c', 'In September there were {{agency@2026-09[role=Manager]}} agency managers.'),
      },
      {
        name: 'in a table',
        edits: managers(
          'c',
          '|\n  | Role | Agency |\n  | --- | --- |\n  | Manager | {{agency[role=Manager]}} |',
        ),
      },
    ],
    edge: [
      { name: 'fewer than five, which reads as it is', edits: managers('<5') },
      {
        name: 'what rounds to zero',
        edits: managers('low'),
        finds: ['W432 agency@2026-10[role=Manager]'],
      },
    ],
  },
  {
    codes: ['W404'],
    fires: [
      {
        name: 'missed by the figure at its date',
        edits: [
          config('at_most: 20%\n    by: Mar 2027', 'at_most: 15%\n    by: Oct 2026'),
          paper('current: green', 'current: red'),
        ],
        finds: ['W404 target:agency-20'],
      },
    ],
    quiet: [{ name: 'reached at its date', edits: [config('by: Mar 2027', 'by: Oct 2026')] }],
    edge: [
      {
        name: 'reached only once it is rounded',
        edits: [
          config('at_most: 20%\n    by: Mar 2027', 'at_most: 16.8%\n    by: Oct 2026'),
          paper('current: green', 'current: red'),
        ],
        finds: ['W404 target:agency-20'],
      },
      {
        name: 'reached by a hair',
        edits: [config('at_most: 20%\n    by: Mar 2027', 'at_most: 16.82%\n    by: Oct 2026')],
      },
    ],
  },
  {
    codes: ['N413'],
    fires: [
      {
        name: 'below the target',
        edits: [
          config('at_least: 90%\n    amber_to: 80%', 'at_least: 95%\n    amber_to: 80%'),
          paper('current: green', 'current: amber'),
        ],
        finds: ['N413 visits_on_time@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'above it',
        edits: [config('at_least: 90%\n    amber_to: 80%', 'at_least: 92%\n    amber_to: 80%')],
      },
    ],
    edge: [
      {
        name: 'reached only once it is rounded',
        edits: [
          config('at_least: 90%\n    amber_to: 80%', 'at_least: 93%\n    amber_to: 80%'),
          paper('current: green', 'current: amber'),
        ],
        finds: ['N413 visits_on_time@2026-10'],
      },
    ],
  },
  {
    codes: ['W414'],
    fires: [
      {
        name: 'a team that is misspelt',
        edits: [config('metric: agency_rate\n', 'metric: agency_rate\n    of: { team: Asessment }\n')],
        finds: ['W414 target:agency-20'],
      },
    ],
    quiet: [
      {
        name: 'a team in other letters',
        edits: [config('metric: agency_rate\n', 'metric: agency_rate\n    of: { team: ASSESSMENT }\n')],
      },
    ],
    edge: 'a group is there or not',
  },
  {
    codes: ['W415'],
    fires: [
      {
        name: 'a level of months and of years',
        edits: [
          AUDITS,
          audits('Oct 2026,9'),
          { file: `${LATEST}/indicators-years.csv`, by: 'Indicator,Period,Value\naudits,2025/26,90\n' },
        ],
        finds: ['W083 audits@2025-26', 'W415 audits'],
      },
    ],
    quiet: [{ name: 'a level of months', edits: [AUDITS, audits('Oct 2026,9')] }],
    edge: 'periods are of one length or of two',
  },
  {
    codes: ['W431'],
    fires: [
      {
        name: 'a date before the first figure',
        edits: [config('by: Mar 2027', 'by: Jan 2026')],
        finds: ['W431 target:agency-20'],
      },
    ],
    quiet: [
      { name: 'a date that is ahead', edits: [config('by: Mar 2027', 'by: Dec 2026')] },
      { name: 'a date with its figure', edits: [config('by: Mar 2027', 'by: Oct 2026')] },
    ],
    edge: [
      {
        name: 'as many days after the date as figures may be old',
        edits: [],
        asOf: '2027-07-31',
        finds: LATER,
      },
      {
        name: 'a day more',
        edits: [],
        asOf: '2027-08-01',
        finds: [...LATER, 'W431 target:agency-20'],
      },
    ],
  },
  {
    codes: ['W416'],
    fires: [
      {
        name: 'a role of which only older papers tell',
        edits: [
          ADVANCED,
          config('metric: agency_rate\n', 'metric: agency_rate\n    of: { role: Advanced }\n'),
        ],
        finds: ['W416 target:agency-20'],
      },
    ],
    quiet: [
      {
        name: 'a team with the newest figure',
        edits: [config('metric: agency_rate\n', 'metric: agency_rate\n    of: { team: Fostering }\n')],
      },
    ],
    edge: 'a figure is there or not',
  },
  {
    codes: ['W417'],
    fires: [
      {
        name: 'a role of which only older papers tell',
        edits: [ADVANCED, paper('{{agency_rate[team=Assessment]}}', '{{agency_rate[role=Advanced]}}')],
        finds: ['W417 agency_rate@2026-08[role=Advanced]'],
      },
    ],
    quiet: [
      {
        name: 'the same with its period',
        edits: [
          ADVANCED,
          paper('{{agency_rate[team=Assessment]}}', '{{agency_rate@2026-08[role=Advanced]}}'),
        ],
      },
    ],
    edge: 'a figure is there or not',
  },
  {
    codes: ['W419'],
    fires: [
      {
        name: 'a year that is to come',
        edits: [benchmark('2027/28')],
        finds: ['W419 benchmark:agency_rate@2027-28[place=England]'],
      },
    ],
    quiet: [{ name: 'a year that has begun', edits: [benchmark('2026/27')] }],
    edge: [
      { name: 'the day of the meeting', edits: [benchmark('9 November 2026')] },
      {
        name: 'the day after',
        edits: [benchmark('10 November 2026')],
        finds: ['W419 benchmark:agency_rate@2026-11-10[place=England]'],
      },
    ],
  },
  {
    codes: ['W430'],
    fires: [
      {
        name: 'a share of posts beside a share of workers',
        edits: [benchmark('2024/25'), beside('{{agency_share_of_establishment}}, against 16.1% in England')],
        finds: ['W430 agency_share_of_establishment@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'the same definition',
        edits: [benchmark('2024/25'), beside('{{agency_rate}}, against 16.1% in England')],
      },
      {
        name: 'two sentences',
        edits: [
          benchmark('2024/25'),
          beside('{{agency_share_of_establishment}}. In England 16.1% of those in post were agency workers'),
        ],
      },
      {
        name: 'another rate of the council',
        edits: [benchmark('2024/25'), beside('{{visits_on_time}}, and agency was 16.1% in England')],
      },
    ],
    edge: [
      {
        name: 'a number that ends as the published one does',
        edits: [benchmark('2024/25'), beside('{{agency_share_of_establishment}}, against 116.1% in England')],
      },
    ],
  },
];
