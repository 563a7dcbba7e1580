import { LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

/** Rows of full-time equivalents in October, which the base repo does not have. */
function fte(headings: string, ...rows: readonly string[]): Edit {
  const lines = rows.map((row) => `Oct 2026,fte,${row}\n`);
  return { file: `${LATEST}/workforce-fte.csv`, by: `Month,Basis,${headings}\n${lines.join('')}` };
}

/** The same by a dimension of a second table. */
function more(headings: string, ...rows: readonly string[]): Edit {
  return { ...fte(headings, ...rows), file: `${LATEST}/workforce-fte-more.csv` };
}

const TEAMS = ['Assessment,6.3', 'Safeguarding,9.1', 'Fostering,1.2'];

/** Agency workers by team and staff group, with the totals of both; each may be another number. */
function grid(change: Readonly<Record<string, string>> = {}): Edit {
  const figures = {
    'Assessment,Managers': '2.0',
    'Assessment,Social workers': '4.3',
    'Assessment,All': '6.3',
    'Safeguarding,Managers': '3.0',
    'Safeguarding,Social workers': '6.1',
    'Safeguarding,All': '9.1',
    'All,Managers': '5.0',
    'All,Social workers': '10.4',
    'All,All': '15.4',
    ...change,
  };
  return fte('Team,Staff group,Agency', ...Object.entries(figures).map((pair) => pair.join(',')));
}

const PARTS: RuleCases = {
  codes: ['W116', 'W120'],
  fires: [
    {
      name: 'teams that do not come to the whole',
      edits: [{ file: `${LATEST}/workforce.csv`, replace: 'Oct 2026,All,120,94', by: 'Oct 2026,All,121,94' }],
      finds: ['W116 establishment@2026-10'],
    },
    {
      name: 'a row of a team that is left out, once for all its figures',
      edits: [{ file: `${LATEST}/workforce.csv`, replace: /Oct 2026,Fostering,.*\n/, by: '' }],
      finds: ['W116 establishment@2026-10'],
    },
    {
      name: 'a total at the end of a row, once, although the column of totals is off by it as well',
      edits: [grid({ 'Assessment,All': '6.9' })],
      finds: ['N087 dimension:staff_group', 'W116 agency@2026-10[basis=fte,team=Assessment]'],
    },
    {
      name: 'a total under a column',
      edits: [grid({ 'All,Managers': '6.0' })],
      finds: ['N087 dimension:staff_group', 'W116 agency@2026-10[basis=fte,staff_group=Managers]'],
    },
    {
      name: 'the total of totals, once',
      edits: [grid({ 'All,All': '16.4' })],
      finds: ['N087 dimension:staff_group', 'W116 agency@2026-10[basis=fte]'],
    },
    {
      name: 'a cell, by its row and by its column',
      edits: [grid({ 'Assessment,Managers': '3.0' })],
      finds: [
        'N087 dimension:staff_group',
        'W116 agency@2026-10[basis=fte,staff_group=Managers]',
        'W116 agency@2026-10[basis=fte,team=Assessment]',
      ],
    },
    {
      name: 'a total half a worker off, where one team has a bare number among tenths',
      edits: [fte('Team,Agency', 'Assessment,6.8', 'Safeguarding,9.6', 'Fostering,2', 'All,18.9')],
      finds: ['W116 agency@2026-10[basis=fte]'],
    },
    {
      name: 'a total half a worker off, where one team has none',
      edits: [fte('Team,Agency', 'Assessment,6.8', 'Safeguarding,9.6', 'Fostering,0', 'All,16.9')],
      finds: ['W116 agency@2026-10[basis=fte]'],
    },
    {
      name: 'a bare total in a row that has tenths',
      edits: [fte('Team,Agency,Permanent', ...TEAMS.map((row) => `${row},15.3`), 'All,17,45.9')],
      finds: ['W116 agency@2026-10[basis=fte]'],
    },
    {
      name: 'two dimensions that come to different sums, without a whole',
      edits: [fte('Team,Agency', ...TEAMS), more('Role,Agency', 'Manager,5.0', 'Social worker,12.6')],
      finds: ['N087 dimension:role', 'W120 agency@2026-10[basis=fte]'],
    },
  ],
  quiet: [
    {
      name: 'totals of rows and columns that follow',
      edits: [grid()],
      finds: ['N087 dimension:staff_group'],
    },
    {
      name: 'two dimensions that come to one sum',
      edits: [fte('Team,Agency', ...TEAMS), more('Role,Agency', 'Manager,5.0', 'Social worker,11.6')],
      finds: ['N087 dimension:role'],
    },
    {
      name: 'a total beside a member that is withheld',
      edits: [fte('Team,Agency', 'All,15.0', 'Duty,c', 'Court,3.0')],
    },
  ],
  edge: [
    {
      name: 'a total that is off by what the rounding of its parts and its own can explain',
      edits: [fte('Team,Agency', ...TEAMS, 'All,16.8')],
    },
    {
      name: 'a step more',
      edits: [fte('Team,Agency', ...TEAMS, 'All,16.9')],
      finds: ['W116 agency@2026-10[basis=fte]'],
    },
    {
      name: 'a whole in whole numbers below parts in tenths, to which they round',
      edits: [fte('Team,Agency', ...TEAMS, 'All,17')],
    },
    {
      name: 'a table in whole numbers throughout, each rounded by itself',
      edits: [fte('Team,Agency', 'Assessment,6', 'Safeguarding,9', 'Fostering,2', 'All,16')],
    },
    {
      name: 'a bare number among tenths, which hides no more than they do',
      edits: [fte('Team,Agency', 'Assessment,6.8', 'Safeguarding,9.6', 'Fostering,2', 'All,18.6')],
    },
  ],
};

/** Visits in October that were made on time, of 412 that were due. */
function visits(onTime: string): Edit {
  return { file: `${LATEST}/indicators.csv`, replace: 'Oct 2026,383,412', by: `Oct 2026,${onTime},412` };
}

const BEYOND: RuleCases = {
  codes: ['W129'],
  fires: [
    {
      name: 'more visits on time than were due',
      edits: [visits('420')],
      finds: ['W129 visits_on_time@2026-10'],
    },
  ],
  quiet: [{ name: 'fewer', edits: [visits('401')] }],
  edge: [
    { name: 'all of them', edits: [visits('412')] },
    { name: 'one more', edits: [visits('413')], finds: ['W129 visits_on_time@2026-10'] },
  ],
};

const TWO_DIMENSIONS: RuleCases = {
  codes: ['W130'],
  fires: [
    {
      name: 'agency workers by team beside permanent ones by role',
      edits: [fte('Team,Agency', ...TEAMS), more('Role,Permanent', 'Manager,5.0', 'Social worker,80.0')],
      finds: ['N087 dimension:role', 'W130 agency_rate'],
    },
  ],
  quiet: [
    {
      name: 'both by team',
      edits: [fte('Team,Agency,Permanent', ...TEAMS.map((row) => `${row},15.0`))],
    },
  ],
  edge: 'it compares by what figures are added up, not what they are',
};

const WITHHELD: RuleCases = {
  codes: ['W131'],
  fires: [
    {
      name: 'one member that is withheld beside the total and the others',
      edits: [fte('Team,Agency', 'Assessment,6.3', 'Safeguarding,9.1', 'Fostering,c', 'All,16.6')],
      finds: ['W131 agency@2026-10[basis=fte,team=Fostering]'],
    },
  ],
  quiet: [
    {
      name: 'two of them',
      edits: [fte('Team,Agency', 'Assessment,6.3', 'Safeguarding,c', 'Fostering,c', 'All,16.6')],
    },
    { name: 'no total', edits: [fte('Team,Agency', 'Assessment,6.3', 'Safeguarding,9.1', 'Fostering,c')] },
  ],
  edge: 'a figure that is withheld has no rounding',
};

/** Establishment, permanent and agency by role in September and October, with those of a third role in each. */
function twoMonths(september: string, october: string): Edit {
  const row = (month: string) => (text: string) => `${month} 2026,fte,${text}\n`;
  const rows = [
    ...['Manager,38.0,30.0,6.3', 'Practitioner,18.0,16.0,1.2', `Everyone else,${september}`].map(row('Sep')),
    ...['Manager,37.0,29.0,7.3', 'Practitioner,18.0,16.0,1.2', `Everyone else,${october}`].map(row('Oct')),
  ];
  const heading = 'Month,Basis,Role,Establishment,Permanent,Agency\n';
  return { file: `${LATEST}/workforce-fte.csv`, by: `${heading}${rows.join('')}` };
}

const LIKE_TOTALS: RuleCases = {
  codes: ['E124', 'W124'],
  fires: [
    {
      name: 'a role with the sum of the others',
      edits: [twoMonths('56.0,46.0,7.5', '55.0,45.0,8.5')],
      finds: ['E124 establishment@2026-09[basis=fte,role=Everyone else]'],
    },
    {
      name: 'the same, with two figures mistyped in a month',
      edits: [twoMonths('56.0,46.0,7.5', '65.0,54.0,8.5')],
      finds: ['E124 establishment@2026-09[basis=fte,role=Everyone else]'],
    },
    {
      name: 'a role with the sum of the others in two figures of one month, which may be chance',
      edits: [
        fte('Role,Agency,Permanent', 'Manager,6.3,30.0', 'Practitioner,1.2,16.0', 'Everyone else,7.5,46.0'),
      ],
      finds: ['N087 dimension:role', 'W124 agency@2026-10[basis=fte,role=Everyone else]'],
    },
    {
      name: 'the same under a name of totals, which leaves no doubt',
      edits: [
        fte(
          'Role,Agency,Permanent',
          'Manager,6.3,30.0',
          'Practitioner,1.2,16.0',
          'Total practitioners,7.5,46.0',
        ),
      ],
      finds: ['E124 agency@2026-10[basis=fte,role=Total practitioners]'],
    },
    {
      name: 'a role that is called as a total is',
      edits: [
        fte(
          'Role,Agency,Permanent',
          'Manager,6.3,30.0',
          'Practitioner,1.2,16.0',
          'Total practitioners,7.0,40.0',
        ),
      ],
      finds: ['N087 dimension:role', 'W124 agency@2026-10[basis=fte,role=Total practitioners]'],
    },
  ],
  quiet: [
    {
      name: 'a large role',
      edits: [
        fte('Role,Agency,Permanent', 'Manager,6.3,30.0', 'Practitioner,1.2,16.0', 'Team manager,9.1,45.0'),
      ],
      finds: ['N087 dimension:role'],
    },
    {
      name: 'a small role that is the sum of the others by chance',
      edits: [
        fte('Role,Agency,Permanent', 'Manager,1.0,6.0', 'Practitioner,1.0,7.0', 'Team manager,2.0,13.0'),
      ],
      finds: ['N087 dimension:role'],
    },
    {
      name: 'two roles of the same figures, and one that has none',
      edits: [
        fte('Role,Agency,Permanent', 'Manager,36.3,230.0', 'Practitioner,36.3,230.0', 'Team manager,0.0,0.0'),
      ],
      finds: ['N087 dimension:role'],
    },
    {
      name: 'a role that is the sum in half of its figures',
      edits: [twoMonths('56.0,46.0,7.5', '65.0,54.0,9.5')],
      finds: ['N087 dimension:role'],
    },
  ],
  edge: [
    {
      name: 'a role that is off it by what rounding can explain',
      edits: [
        fte('Role,Agency,Permanent', 'Manager,6.3,30.0', 'Practitioner,1.2,16.0', 'Everyone else,7.6,46.0'),
      ],
      finds: ['N087 dimension:role', 'W124 agency@2026-10[basis=fte,role=Everyone else]'],
    },
    {
      name: 'a role that is off the sum of the others by a step more than rounding can explain',
      edits: [
        fte('Role,Agency,Permanent', 'Manager,6.3,30.0', 'Practitioner,1.2,16.0', 'Team manager,7.7,46.0'),
      ],
      finds: ['N087 dimension:role'],
    },
  ],
};

/** Cases of the rules on totals and their parts. */
export const FOOTING_CASES: readonly RuleCases[] = [PARTS, BEYOND, TWO_DIMENSIONS, WITHHELD, LIKE_TOTALS];
