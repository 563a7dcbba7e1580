import { LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';
import { FOOTING_CASES } from './footing.ts';

/** A further table of the latest papers. */
function table(...lines: readonly string[]): Edit {
  return { file: `${LATEST}/workforce-summary.csv`, by: `${lines.join('\n')}\n` };
}

/** The agency rate of October as it is printed for each team and for all of them. */
function rates(assessment: string, safeguarding: string, fostering: string, all: string): Edit {
  return table(
    'Month,Team,Agency rate',
    `Oct 2026,Assessment,${assessment}`,
    `Oct 2026,Safeguarding,${safeguarding}`,
    `Oct 2026,Fostering,${fostering}`,
    `Oct 2026,All,${all}`,
  );
}

/** Full-time equivalents of everybody in October, beside the heads that the base repo counts. */
function fte(headings: string, figures: string): Edit {
  return table(`Month,Team,Basis,${headings}`, `Oct 2026,All,fte,${figures}`);
}

const STATED: RuleCases = {
  codes: ['W104'],
  fires: [
    {
      name: 'a rate that no definition gives',
      edits: [table('Month,Team,Agency rate', 'Oct 2026,Fostering,13.5%')],
      finds: ['W104 agency_rate@2026-10[team=Fostering]'],
    },
    {
      name: 'a total of a measure that is not what the data gives',
      edits: [table('Month,Team,Agency (stated)', 'Oct 2026,All,20')],
      finds: ['W104 agency@2026-10'],
    },
    {
      name: 'two cells of a column exchanged',
      edits: [rates('17.9%', '18.4%', '10.5%', '16.8%')],
      finds: ['W104 agency_rate@2026-10[team=Assessment]', 'W104 agency_rate@2026-10[team=Safeguarding]'],
    },
    {
      name: 'a rate of full-time equivalents in a row of heads',
      edits: [
        fte('Permanent,Agency', '85.0,17.5'),
        { file: `${LATEST}/workforce.csv`, replace: '19,113,16.8%', by: '19,113,17.1%' },
      ],
      finds: ['W104 agency_rate@2026-10'],
    },
    {
      name: 'one rate of another definition among others of its own',
      edits: [rates('17.5%', '17.9%', '10.5%', '16.8%')],
      finds: ['W104 agency_rate@2026-10[team=Assessment]'],
    },
  ],
  quiet: [
    { name: 'rates that follow', edits: [rates('18.4%', '17.9%', '10.5%', '16.8%')] },
    { name: 'a rate that is withheld', edits: [rates('c', '17.9%', '<5', '16.8%')] },
    {
      name: 'a rate of a period that the data does not have',
      edits: [table('Month,Team,Agency rate', 'Jan 2026,All,25.0%')],
    },
  ],
  edge: [
    // 7 ÷ 38 is 18.42%, 10 ÷ 56 17.86%, 2 ÷ 19 10.53% and 19 ÷ 113 16.81%.
    { name: 'rates to the whole percent', edits: [rates('18%', '18%', '11%', '17%')] },
    {
      name: 'a whole percent off',
      edits: [rates('18%', '18%', '11%', '18%')],
      finds: ['W104 agency_rate@2026-10'],
    },
    // 7 ÷ 40 is 17.5%.
    {
      name: 'a half, rounded away from zero',
      edits: [table('Month,Team,agency_share_of_establishment (stated)', 'Oct 2026,Assessment,18%')],
    },
    {
      name: 'a half, rounded towards zero',
      edits: [table('Month,Team,agency_share_of_establishment (stated)', 'Oct 2026,Assessment,17%')],
      finds: ['W104 agency_share_of_establishment@2026-10[team=Assessment]'],
    },
  ],
};

const LABELS: RuleCases = {
  codes: ['W105'],
  fires: [
    {
      name: 'a column of shares of establishment under the heading of the agency rate',
      edits: [rates('17.5%', '16.7%', '10.0%', '15.8%')],
      finds: ['W105 agency_rate'],
    },
    {
      name: 'such a column with one figure that nothing gives',
      edits: [rates('17.5%', '16.7%', '12.3%', '15.8%')],
      finds: ['W105 agency_rate', 'W104 agency_rate@2026-10[team=Fostering]'],
    },
    {
      name: 'a vacancy rate of the posts that nobody covers',
      edits: [vacancies('5.0%', '6.7%', '5.0%', '5.8%')],
      finds: ['W105 vacancy_rate'],
    },
    {
      name: 'a row labelled leavers that holds starters',
      edits: [table('Measure,Sep 2026,Oct 2026', 'leavers_rate (stated),5.38%,3.19%')],
      finds: ['W105 leavers_rate'],
    },
  ],
  quiet: [
    {
      name: 'a column under the heading of what it holds',
      edits: [
        table(
          'Month,Team,agency_share_of_establishment (stated)',
          'Oct 2026,Assessment,17.5%',
          'Oct 2026,All,15.8%',
        ),
      ],
    },
    {
      name: 'one figure alone, which a single slip may explain',
      edits: [table('Month,Team,Agency rate', 'Oct 2026,All,15.8%')],
      finds: ['W104 agency_rate@2026-10'],
    },
  ],
  edge: [
    {
      name: 'to the whole percent, where one figure is either',
      edits: [rates('18%', '17%', '10%', '16%')],
      finds: ['W105 agency_rate'],
    },
    {
      name: 'to the whole percent, and one step off it',
      edits: [rates('18%', '17%', '10%', '15%')],
      finds: ['W105 agency_rate', 'W104 agency_rate@2026-10'],
    },
  ],
};

/** Vacancy rates as they are printed for the four rows of October. */
function vacancies(...printed: readonly string[]): Edit {
  const teams = ['Assessment', 'Safeguarding', 'Fostering', 'All'];
  return table(
    'Month,Team,vacancy_rate (stated)',
    ...teams.map((team, index) => `Oct 2026,${team},${printed[index] ?? ''}`),
  );
}

const MIXED: RuleCases = {
  codes: ['W132'],
  fires: [
    {
      name: 'two teams by establishment among others in post',
      edits: [rates('17.5%', '16.7%', '10.5%', '16.8%')],
      finds: ['W132 agency_rate'],
    },
    {
      name: 'the definition that changed half-way along a row',
      edits: [table('Measure,Jul 2026,Aug 2026,Sep 2026,Oct 2026', 'Agency rate,21.4%,20.4%,16.7%,15.8%')],
      finds: ['W132 agency_rate'],
    },
  ],
  quiet: [
    {
      name: 'two definitions, each under a heading of its own',
      edits: [
        table(
          'Month,Team,Agency rate,agency_share_of_establishment (stated)',
          'Oct 2026,Assessment,18.4%,17.5%',
          'Oct 2026,All,16.8%,15.8%',
        ),
      ],
    },
    {
      name: 'two wrong figures that no one definition gives',
      edits: [rates('17.5%', '17.9%', '10.5%', '44.0%')],
      finds: ['W104 agency_rate@2026-10', 'W104 agency_rate@2026-10[team=Assessment]'],
    },
  ],
  edge: [
    {
      name: 'to the whole percent',
      edits: [rates('18%', '17%', '10%', '17%')],
      finds: ['W132 agency_rate'],
    },
    {
      name: 'to the whole percent, and one step off it',
      edits: [rates('18%', '16%', '10%', '17%')],
      finds: ['W104 agency_rate@2026-10[team=Fostering]', 'W104 agency_rate@2026-10[team=Safeguarding]'],
    },
  ],
};

const TWICE: RuleCases = {
  codes: ['W106'],
  fires: [
    {
      name: 'two rows of one heading',
      edits: [table('Measure,Sep 2026,Oct 2026', 'Agency rate,17.7%,16.8%', 'Agency rate,17.7%,16.8%')],
      finds: ['W106 agency_rate'],
    },
  ],
  quiet: [
    { name: 'the same figures in another table', edits: [rates('18.4%', '17.9%', '10.5%', '16.8%')] },
    {
      name: 'rows of different figures',
      edits: [
        table('Measure,Sep 2026,Oct 2026', 'Agency rate,17.7%,16.8%', 'vacancy_rate (stated),22.5%,21.7%'),
      ],
    },
  ],
  edge: 'it compares where figures stand, not what they are',
};

const GIVEN: RuleCases = {
  codes: ['W107'],
  fires: [
    {
      name: 'vacancies that are not establishment less permanent',
      edits: [table('Month,Team,Vacancies', 'Oct 2026,All,27')],
      finds: ['W107 vacancies@2026-10'],
    },
    {
      name: 'a wrong establishment beside vacancies and unfilled posts, once',
      edits: [fte('Establishment,Permanent,Agency,Vacancies,Unfilled', '130.0,88.0,17.0,27.0,10.0')],
      finds: ['W107 establishment@2026-10[basis=fte]'],
    },
    {
      name: 'unfilled posts that are not the vacancies without agency, where there is no establishment',
      edits: [fte('Vacancies,Agency,Unfilled', '27.0,17.0,12.0')],
      finds: ['W107 unfilled@2026-10[basis=fte]'],
    },
  ],
  quiet: [
    { name: 'vacancies that are', edits: [table('Month,Team,Vacancies', 'Oct 2026,All,26')] },
    {
      name: 'vacancies beside a permanent figure that is withheld',
      edits: [fte('Establishment,Permanent,Vacancies', '115.0,c,27.0')],
    },
  ],
  edge: [
    {
      name: 'off by what the rounding of four figures can explain',
      edits: [fte('Establishment,Permanent,Agency,Unfilled', '115.0,88.0,17.0,10.2')],
    },
    {
      name: 'off by a step more',
      edits: [fte('Establishment,Permanent,Agency,Unfilled', '115.0,88.0,17.0,10.3')],
      finds: ['W107 unfilled@2026-10[basis=fte]'],
    },
  ],
};

/** Employees as two indicators of the council's own, in full-time equivalents and heads. */
function staffOf(equivalents: string, heads: string): Edit[] {
  const entries = ['employees', 'employees_fte'].map((id) =>
    [
      `  - id: ${id}`,
      `    label: ${id.replace('_', ', ')}`,
      ...[
        'unit: count',
        'places: 1',
        'direction: none',
        'nature: stock',
        'description: Who is employed.',
      ].map((line) => `    ${line}`),
    ].join('\n'),
  );
  return [
    { file: 'cip-report.yaml', replace: 'indicators:\n', by: `indicators:\n${entries.join('\n')}\n` },
    {
      file: `${LATEST}/indicators-staff.csv`,
      by: `Month,employees,employees_fte\nOct 2026,${heads},${equivalents}\n`,
    },
  ];
}

const ABOVE_HEADS: RuleCases = {
  codes: ['W133'],
  fires: [
    {
      name: 'more full-time equivalents than people',
      edits: [fte('Permanent', '97.5')],
      finds: ['W133 permanent@2026-10[basis=fte]'],
    },
    {
      name: 'an indicator in full-time equivalents above its headcount',
      edits: staffOf('175.5', '165'),
      finds: ['W133 employees_fte@2026-10'],
    },
  ],
  quiet: [
    { name: 'fewer', edits: [fte('Permanent', '88.2')] },
    {
      name: 'an indicator in full-time equivalents below its headcount',
      edits: staffOf('142.5', '165'),
    },
    { name: 'posts, which may be of more hours', edits: [fte('Establishment', '121.5')] },
  ],
  edge: [
    { name: 'as many, and what rounds to it', edits: [fte('Permanent,Agency', '94.0,19')] },
    {
      name: 'a step above',
      edits: [fte('Permanent', '94.1')],
      finds: ['W133 permanent@2026-10[basis=fte]'],
    },
  ],
};

const ABOVE_WHOLE: RuleCases = {
  codes: ['W134'],
  fires: [
    {
      name: 'unfilled posts above vacancies, where agency is not given',
      edits: [fte('Vacancies,Unfilled', '12.0,17.5')],
      finds: ['W134 unfilled@2026-10[basis=fte]'],
    },
    {
      name: 'vacancies above the establishment',
      edits: [fte('Establishment,Vacancies', '60.0,75.0')],
      finds: ['W134 vacancies@2026-10[basis=fte]'],
    },
  ],
  quiet: [
    { name: 'unfilled posts below vacancies', edits: [fte('Vacancies,Unfilled', '17.5,12.0')] },
    {
      name: 'a part and a whole of which the reckoning is told already',
      edits: [fte('Vacancies,Agency,Unfilled', '12.0,3.0,17.5')],
      finds: ['W107 unfilled@2026-10[basis=fte]'],
    },
  ],
  edge: [
    { name: 'above by what rounding can explain', edits: [fte('Vacancies,Unfilled', '17.4,17.5')] },
    {
      name: 'above by a step more',
      edits: [fte('Vacancies,Unfilled', '17.3,17.5')],
      finds: ['W134 unfilled@2026-10[basis=fte]'],
    },
  ],
};

/** A quarter of all teams beside its months. */
function quarter(headings: string, figures: string): Edit {
  return table(`Period,Team,${headings}`, `Q2 2026/27,All,${figures}`);
}

const OVER_TIME: RuleCases = {
  codes: ['W135'],
  fires: [
    {
      name: 'leavers of a quarter that are not those of its months',
      edits: [quarter('Leavers', '7')],
      finds: ['W083 leavers@2026-27-Q2', 'W135 leavers@2026-27-Q2'],
    },
    {
      name: 'staff at the end of a quarter who are not those at the end of its last month',
      edits: [quarter('Permanent,Starters', '92,12')],
      finds: ['W083 permanent@2026-27-Q2', 'W135 permanent@2026-27-Q2'],
    },
  ],
  quiet: [
    {
      name: 'a quarter that agrees',
      edits: [quarter('Permanent,Starters,Leavers', '93,12,6')],
      finds: ['W083 permanent@2026-27-Q2'],
    },
    {
      name: 'a quarter whose months are not given',
      edits: [table('Period,Team,Leavers', 'Q1 2026/27,All,9')],
      finds: ['W083 leavers@2026-27-Q1'],
    },
  ],
  edge: [
    {
      name: 'full-time equivalents that round to it',
      edits: [table('Period,Basis,Permanent', 'Sep 2026,fte,88.4', 'Q2 2026/27,fte,88.3')],
      finds: ['W083 permanent@2026-27-Q2[basis=fte]'],
    },
    {
      name: 'a step more',
      edits: [table('Period,Basis,Permanent', 'Sep 2026,fte,88.4', 'Q2 2026/27,fte,88.2')],
      finds: ['W083 permanent@2026-27-Q2[basis=fte]', 'W135 permanent@2026-27-Q2[basis=fte]'],
    },
  ],
};

/** Cases of the rules on rates, footing, identities and other figures. */
export const FIGURE_CASES: readonly RuleCases[] = [
  STATED,
  LABELS,
  MIXED,
  TWICE,
  GIVEN,
  ABOVE_HEADS,
  ABOVE_WHOLE,
  OVER_TIME,
  ...FOOTING_CASES,
];
