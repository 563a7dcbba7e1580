import { BEFORE, LATEST, type Edit, type RuleCase, type RuleCases } from '../../support/rule-cases.ts';

const WORKFORCE = `${LATEST}/workforce.csv`;

/** Sets `checks` in cip-report.yaml. */
function checks(text: string): Edit {
  return { file: 'cip-report.yaml', replace: '\ntargets:', by: `\nchecks: ${text}\n\ntargets:` };
}

/** Records reasons in the latest report.yaml, each for an amount. */
function reasons(amounts: Readonly<Record<string, string>>): Edit {
  const entries = Object.entries(amounts).map(
    ([of, by]) => `  - { of: '${of}', by: ${by}, reason: Three posts moved to another service. }\n`,
  );
  return {
    file: `${LATEST}/report.yaml`,
    replace: 'answers:',
    by: `movements:\n${entries.join('')}answers:`,
  };
}

/** Changes the starters and leavers at the end of a row of October. */
function flows(team: string, was: string, now: string): Edit {
  return { file: WORKFORCE, replace: new RegExp(`(Oct 2026,${team},.*),${was}`), by: `$1,${now}` };
}

/** One leaver of Assessment is left out, in its row and in the whole. */
const ONE_SHORT = [flows('Assessment', '2,1', '2,0'), flows('All', '3,2', '3,1')];
const TWO_SHORT = [flows('Assessment', '2,1', '3,0'), flows('All', '3,2', '4,1')];

/** The teams record neither starters nor leavers. */
const WHOLE_ALONE = [
  flows('Assessment', '2,1', ','),
  flows('Safeguarding', '1,1', ','),
  flows('Fostering', '0,0', ','),
];

/** Assessment has one starter too many and Fostering one leaver: somebody moved from the one to the other, or both are wrong. */
const NETTED = [
  flows('Assessment', '2,1', '3,1'),
  flows('Fostering', '0,0', '0,1'),
  flows('All', '3,2', '4,3'),
];

const NET_OUT: RuleCases = {
  codes: ['N151'],
  fires: [
    { name: 'one team too many and one too few', edits: NETTED, finds: ['N151 permanent@2026-10'] },
    {
      name: 'beside a movement of the whole that has its reason',
      edits: [
        flows('Assessment', '2,1', '4,1'),
        flows('Safeguarding', '1,1', '1,2'),
        flows('All', '3,2', '5,3'),
        reasons({ 'permanent@2026-10': '-1' }),
      ],
      finds: ['N151 permanent@2026-10'],
    },
  ],
  quiet: [
    {
      name: 'with a reason for each team',
      edits: [
        ...NETTED,
        reasons({ 'permanent@2026-10[team=Assessment]': '-1', 'permanent@2026-10[team=Fostering]': '+1' }),
      ],
    },
    {
      name: 'a movement of one team that has its reason',
      edits: [...ONE_SHORT, reasons({ 'permanent@2026-10': '-1' })],
    },
  ],
  edge: [
    { name: 'as many as the configuration lets pass', edits: [...NETTED, checks('{ unexplained: 1 }')] },
    {
      name: 'one team beyond what the configuration lets pass, and another within it',
      edits: [
        flows('Assessment', '2,1', '4,1'),
        flows('Safeguarding', '1,1', '1,2'),
        flows('Fostering', '0,0', '0,1'),
        flows('All', '3,2', '5,4'),
        checks('{ unexplained: 1 }'),
      ],
    },
  ],
};

/** Rows of June, with five more in Assessment than lead to July, in the papers that have July or in the next. */
const JUNE = [
  'Jun 2026,Assessment,40,33,9,42,21.4%,1,1',
  'Jun 2026,Safeguarding,60,43,12,55,21.8%,2,1',
  'Jun 2026,Fostering,20,16,3,19,15.8%,0,0',
  'Jun 2026,All,120,92,24,116,20.7%,3,2',
].join('\n');

/** Transfers are recorded, and there were none but those of the last two columns. */
const TRANSFERS: readonly Edit[] = [
  { file: WORKFORCE, replace: 'Starters,Leavers', by: 'Starters,Leavers,Transfers in,Transfers out' },
  { file: WORKFORCE, replace: /(,\d+,\d+)$/gm, by: '$1,0,0' },
];

/** One worker went from Safeguarding to Assessment in October. */
const ONE_WENT: readonly Edit[] = [
  {
    file: WORKFORCE,
    replace: 'Oct 2026,Assessment,40,31,7,38,18.4%',
    by: 'Oct 2026,Assessment,40,32,7,39,17.9%',
  },
  {
    file: WORKFORCE,
    replace: 'Oct 2026,Safeguarding,60,46,10,56,17.9%',
    by: 'Oct 2026,Safeguarding,60,45,10,55,18.2%',
  },
];
const transfers = (team: string, flows: string): Edit => ({
  file: WORKFORCE,
  replace: new RegExp(`(Oct 2026,${team},.*),0,0$`, 'm'),
  by: `$1,${flows}`,
});

const BRIDGE: RuleCases = {
  codes: ['W110'],
  fires: [
    {
      name: 'a movement of one team is told of the team',
      edits: ONE_SHORT,
      finds: ['W110 permanent@2026-10[team=Assessment]'],
    },
    {
      name: 'a movement of two teams in one direction is told of each',
      edits: [...ONE_SHORT, flows('Fostering', '0,0', '2,0'), flows('All', '3,1', '5,1')],
      finds: ['W110 permanent@2026-10[team=Assessment]', 'W110 permanent@2026-10[team=Fostering]'],
    },
    {
      name: 'a movement of the whole, where teams have no starters and leavers',
      edits: [...WHOLE_ALONE, flows('All', '3,2', '3,1')],
      finds: ['W110 permanent@2026-10'],
    },
    {
      name: 'a movement beside a transfer from team to team is told of the whole',
      edits: [
        flows('Assessment', '2,1', '4,1'),
        flows('Safeguarding', '1,1', '1,2'),
        flows('All', '3,2', '5,3'),
      ],
      finds: ['W110 permanent@2026-10'],
    },
    {
      name: 'a reason that an older paper records with the latest figure says something else now',
      edits: [
        ...ONE_SHORT,
        {
          file: `${BEFORE}/report.yaml`,
          replace: 'escalations: []',
          by: 'escalations: []\nmovements: [{ of: permanent@2026-08, by: -1, reason: "See {{agency}}." }]',
        },
      ],
      finds: ['W110 permanent@2026-10[team=Assessment]'],
    },
    {
      name: 'a month before the first of the last papers, given in these',
      edits: [{ file: WORKFORCE, replace: 'Sep 2026,Assessment', by: `${JUNE}\nSep 2026,Assessment` }],
      finds: ['W110 permanent@2026-07[team=Assessment]'],
    },
    {
      name: 'a transfer that is recorded where the worker left, and not where they came',
      edits: [...TRANSFERS, ...ONE_WENT, transfers('Safeguarding', '0,1')],
      finds: ['W110 permanent@2026-10[team=Assessment]'],
    },
  ],
  quiet: [
    {
      name: 'a total that the teams, which explain all, do not add up to',
      edits: [flows('All', '3,2', '4,2')],
      finds: ['W116 starters@2026-10'],
    },
    {
      name: 'a total of an earlier month that is revised to what its teams are not',
      edits: [
        {
          file: WORKFORCE,
          replace: 'Sep 2026,Assessment',
          by: 'Aug 2026,All,120,91,23,114,20.2%,4,2\nSep 2026,Assessment',
        },
      ],
      finds: ['N118 permanent@2026-08', 'W116 permanent@2026-08', 'W421 agency_rate@2026-08'],
    },
    {
      name: 'a transfer that is recorded in both teams',
      edits: [...TRANSFERS, ...ONE_WENT, transfers('Safeguarding', '0,1'), transfers('Assessment', '1,0')],
    },
    {
      name: 'a transfer from team to team, which nets out: a note',
      edits: NETTED,
      finds: ['N151 permanent@2026-10'],
    },
    {
      name: 'a recorded reason of the team',
      edits: [...ONE_SHORT, reasons({ 'permanent@2026-10[team=Assessment]': '-1' })],
    },
    {
      name: 'a recorded reason of the whole',
      edits: [...ONE_SHORT, reasons({ 'permanent@Oct 2026': '-1' })],
    },
  ],
  edge: [
    { name: 'as many as the configuration lets pass', edits: [...ONE_SHORT, checks('{ unexplained: 1 }')] },
    {
      name: 'one more than the configuration lets pass',
      edits: [...TWO_SHORT, checks('{ unexplained: 1 }')],
      finds: ['W110 permanent@2026-10[team=Assessment]'],
    },
    {
      name: 'teams within what passes, and a whole that is not',
      edits: [
        ...ONE_SHORT,
        flows('Fostering', '0,0', '1,0'),
        flows('All', '3,1', '4,1'),
        checks('{ unexplained: 1 }'),
      ],
      finds: ['W110 permanent@2026-10'],
    },
  ],
};

/** Months of an indicator before those of the base repo. */
function indicatorRows(...rows: readonly string[]): Edit {
  return {
    file: `${LATEST}/indicators.csv`,
    replace: 'visits_on_time,Sep 2026',
    by: `${rows.map((row) => `visits_on_time,${row}\n`).join('')}visits_on_time,Sep 2026`,
  };
}

const GAPS: RuleCases = {
  codes: ['W118', 'N152'],
  fires: [
    {
      name: 'a month between the papers before and these',
      edits: [{ file: `${LATEST}/indicators.csv`, replace: 'visits_on_time,Sep 2026,380,410\n', by: '' }],
      finds: ['W118 visits_on_time_numerator@2026-09'],
    },
    {
      name: 'a month left out of a table',
      edits: [indicatorRows('Mar 2026,300,330', 'Apr 2026,310,340', 'Jun 2026,320,350')],
      finds: ['W118 visits_on_time_numerator@2026-05'],
    },
    {
      name: 'two months alone, with one between them',
      edits: [
        {
          file: `${BEFORE}/indicators.csv`,
          by: 'Indicator,Month,Numerator,Denominator\nvisits_on_time,Aug 2026,380,410\n',
        },
        {
          file: `${LATEST}/indicators.csv`,
          replace: 'visits_on_time,Sep 2026',
          by: 'visits_on_time,Aug 2026',
        },
      ],
      finds: ['N152 visits_on_time_numerator@2026-09'],
    },
  ],
  quiet: [
    {
      name: 'months that an older paper gives',
      edits: [indicatorRows('May 2026,310,340', 'Jun 2026,320,350')],
    },
    { name: 'single months of a history', edits: [indicatorRows('Mar 2026,310,340')] },
  ],
  edge: 'months are counted, and nothing is rounded',
};

/** A value beside numerator and denominator, of August, in the papers of both meetings. */
function value(now: string): readonly Edit[] {
  return [
    {
      file: `${BEFORE}/indicators.csv`,
      by: 'Indicator,Month,Value\nvisits_on_time,Jul 2026,92.29%\nvisits_on_time,Aug 2026,91.02%\n',
    },
    {
      file: `${LATEST}/indicators-august.csv`,
      by: `Indicator,Month,Value\nvisits_on_time,Aug 2026,${now}\n`,
    },
  ];
}

const RESTATED: RuleCases = {
  codes: ['N118'],
  fires: [
    {
      name: 'a figure that the last papers gave differently',
      edits: [indicatorRows('Aug 2026,366,401')],
      finds: ['N118 visits_on_time_numerator@2026-08'],
    },
    {
      name: 'two figures of one month, in one finding',
      edits: [indicatorRows('Aug 2026,366,402')],
      finds: ['N118 visits_on_time_numerator@2026-08'],
    },
  ],
  quiet: [{ name: 'a figure given again', edits: [indicatorRows('Aug 2026,365,401')] }],
  edge: [
    { name: 'a figure that reads the same', edits: value('91.04%') },
    {
      name: 'a figure that reads differently',
      edits: value('91.06%'),
      finds: ['N118 visits_on_time@2026-08'],
    },
  ],
};

const unknown = (name: string, of: string): RuleCase => ({
  name,
  edits: [reasons({ [of]: '-1' })],
  finds: [`W140 ${of}`],
});

const UNKNOWN: RuleCases = {
  codes: ['W140'],
  fires: [
    unknown('a period that is not there', 'permanent@2025-10'),
    unknown('a figure that is not there', 'permanant@2026-10'),
    unknown('a team that is not there', 'permanent@2026-10[team=Adoption]'),
    unknown('a share, for which no points are stated', 'agency_rate@2026-10'),
    {
      name: 'a number, for which points are stated',
      edits: [reasons({ 'agency@2026-10': '-1 pp' })],
      finds: ['W140 agency@2026-10'],
    },
    unknown('no period', 'agency'),
    unknown('a count of the papers', 'milestones.total'),
    unknown('the first figure, which moved from nothing', 'permanent@2026-07'),
    unknown('what is no citation', 'Permanent staff, October'),
  ],
  quiet: [
    { name: 'a figure that moved', edits: [reasons({ 'agency@2026-10': '-1' })] },
    { name: 'a month as tables head their columns', edits: [reasons({ 'agency@Oct-26': '-1' })] },
    { name: 'a team, in any case', edits: [reasons({ 'agency@October 2026[team=assessment]': '-1' })] },
  ],
  edge: 'names are found or not, and nothing is rounded',
};

const JUMPS: RuleCases = {
  codes: ['W142', 'E014'],
  fires: [
    {
      name: 'a share of the earlier figure, of the whole and of teams',
      edits: [checks('{ jumps: { agency: 12% } }')],
      finds: [
        'W142 agency@2026-09',
        'W142 agency@2026-09[team=Fostering]',
        'W142 agency@2026-10[team=Assessment]',
      ],
    },
    {
      name: 'a share, which moves by percentage points, and the limit is a number',
      edits: [checks('{ jumps: { agency_rate: 5 } }')],
      finds: ['E014 agency_rate'],
    },
    {
      name: 'an indicator',
      edits: [checks('{ jumps: { visits_on_time: 0.2% } }')],
      finds: ['W142 visits_on_time@2026-09', 'W142 visits_on_time@2026-10'],
    },
  ],
  quiet: [
    { name: 'a step within the limit', edits: [checks('{ jumps: { agency: 40% } }')] },
    {
      name: 'a step with a recorded reason',
      edits: [checks('{ jumps: { agency: 2.9 } }'), reasons({ 'agency@2026-09': '-3' })],
    },
  ],
  edge: [
    { name: 'exactly the limit', edits: [checks('{ jumps: { agency: 3 } }')] },
    {
      name: 'a tenth beyond it',
      edits: [checks('{ jumps: { agency: 2.9 } }')],
      finds: ['W142 agency@2026-09'],
    },
    { name: 'a hundredth of a point below it', edits: [checks('{ jumps: { agency_rate: 5.27% } }')] },
    {
      name: 'less than a hundredth of a point beyond it',
      edits: [checks('{ jumps: { agency_rate: 5.26% } }')],
      finds: ['W142 agency_rate@2026-09[team=Fostering]'],
    },
  ],
};

/** A table of cases beside the workforce's. */
function cases(before: number, now: number): Edit {
  return {
    file: `${LATEST}/workforce-cases.csv`,
    by: `Month,Cases\nSep 2026,${before.toString()}\nOct 2026,${now.toString()}\n`,
  };
}

const SWINGS: RuleCases = {
  codes: ['W143'],
  fires: [
    { name: 'a digit too few', edits: [cases(900, 91)], finds: ['W143 cases@2026-10'] },
    { name: 'a digit too many', edits: [cases(900, 9010)], finds: ['W143 cases@2026-10'] },
  ],
  quiet: [
    { name: 'a step of less than half', edits: [cases(900, 600)] },
    { name: 'a few of less than twenty', edits: [cases(19, 5)] },
    { name: 'a recorded reason', edits: [cases(900, 91), reasons({ 'cases@2026-10': '-809' })] },
    { name: 'a limit of its own', edits: [cases(900, 91), checks('{ jumps: { cases: 2000 } }')] },
  ],
  edge: [
    { name: 'exactly half of it', edits: [cases(900, 450)] },
    { name: 'one less than half', edits: [cases(900, 449)], finds: ['W143 cases@2026-10'] },
    { name: 'half as many again', edits: [cases(20, 30)] },
    { name: 'one more than that', edits: [cases(20, 31)], finds: ['W143 cases@2026-10'] },
  ],
};

const MONTHS = [
  ...['Oct', 'Nov', 'Dec'].map((month) => `${month} 2025`),
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct'].map((month) => `${month} 2026`),
];

/** Days lost in the months up to October 2026. */
function daysLost(...days: readonly number[]): Edit {
  const months = MONTHS.slice(-days.length);
  const rows = days.map((one, index) => `${months[index] ?? ''},${one.toString()}\n`);
  return { file: `${LATEST}/workforce-sickness.csv`, by: `Month,Days lost\n${rows.join('')}` };
}

/** Their mean is 11 and their mean range 2: limits 5.68 and 16.32, and steps of up to 6.53. */
const STEADY = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

const LIMITS: RuleCases = {
  codes: ['N150'],
  fires: [
    {
      name: 'a figure far beyond the ones before it',
      edits: [daysLost(...STEADY, 40)],
      finds: ['N150 days_lost@2026-10'],
    },
  ],
  quiet: [
    { name: 'a figure among the others', edits: [daysLost(...STEADY, 13)] },
    { name: 'too few before it', edits: [daysLost(...STEADY.slice(1), 40)] },
    {
      name: 'a series that goes one way',
      edits: [daysLost(61, 58, 55, 52, 49, 46, 43, 40, 37, 34, 31, 28, 25)],
    },
    { name: 'nothing varied before it', edits: [daysLost(...STEADY.map(() => 10), 11)] },
    { name: 'a recorded reason', edits: [daysLost(...STEADY, 40), reasons({ 'days_lost@2026-10': '+28' })] },
  ],
  edge: [
    { name: 'beyond the limits by a step that is usual', edits: [daysLost(...STEADY, 18)] },
    {
      name: 'one more',
      edits: [daysLost(...STEADY, 19)],
      finds: ['N150 days_lost@2026-10'],
    },
  ],
};

const EXPLAINED: RuleCases = {
  codes: ['W141'],
  fires: [
    {
      name: 'a movement of which starters and leavers explain all',
      edits: [reasons({ 'permanent@2026-10': '-1' })],
      finds: ['W141 permanent@2026-10'],
    },
    {
      name: 'a figure that did not move',
      edits: [reasons({ 'establishment@2026-10': '-1' })],
      finds: ['W141 establishment@2026-10'],
    },
    {
      name: 'another amount than starters and leavers leave over, which is found again',
      edits: [...ONE_SHORT, reasons({ 'permanent@2026-10': '-2' })],
      finds: ['W110 permanent@2026-10[team=Assessment]', 'W141 permanent@2026-10'],
    },
    {
      name: 'another amount than a figure moved by, which is found again',
      edits: [cases(900, 91), reasons({ 'cases@2026-10': '-89' })],
      finds: ['W141 cases@2026-10', 'W143 cases@2026-10'],
    },
    {
      name: 'another amount than a jump and a figure beyond the limits',
      edits: [
        daysLost(...STEADY, 40),
        checks('{ jumps: { agency: 2.9 } }'),
        reasons({ 'agency@2026-09': '+3', 'days_lost@2026-10': '+2' }),
      ],
      finds: [
        'N150 days_lost@2026-10',
        'W141 agency@2026-09',
        'W141 days_lost@2026-10',
        'W142 agency@2026-09',
      ],
    },
  ],
  quiet: [
    {
      name: 'a figure without a bridge that moved',
      edits: [reasons({ 'agency@2026-10': '-1', 'agency@2026-10[team=Assessment]': '-1' })],
    },
    {
      name: 'a movement that is wider than expected',
      edits: [reasons({ 'permanent@2026-09': '+3' }), checks('{ jumps: { permanent: 2 } }')],
    },
  ],
  edge: [
    {
      name: 'one worker that the configuration lets pass, and the reason explains',
      edits: [...ONE_SHORT, checks('{ unexplained: 1 }'), reasons({ 'permanent@2026-10': '-1' })],
    },
    {
      name: 'points that agree at the printed decimals, and at fewer alone',
      edits: [reasons({ 'agency_rate@2026-10': '-0.88 pp', 'agency_rate@2026-09': '-2.7 pp' })],
      finds: ['W141 agency_rate@2026-09'],
    },
  ],
};

const FRESHNESS: RuleCases = {
  codes: ['W144'],
  fires: [
    {
      name: 'figures of the workforce and of an indicator',
      edits: [checks('{ freshness_days: 5 }')],
      finds: ['W144 agency_rate@2026-10', 'W144 visits_on_time@2026-10'],
    },
  ],
  quiet: [{ name: 'figures of the month before', edits: [checks('{ freshness_days: 30 }')] }],
  edge: [
    { name: 'as many days as the configuration lets pass', edits: [checks('{ freshness_days: 9 }')] },
    {
      name: 'one more',
      edits: [checks('{ freshness_days: 8 }')],
      finds: ['W144 agency_rate@2026-10', 'W144 visits_on_time@2026-10'],
    },
  ],
};

/** Average caseloads by team, which are not added up. */
function caseloads(...rows: readonly string[]): Edit {
  return {
    file: `${LATEST}/indicators-caseloads.csv`,
    by: `Indicator,Month,Team,Value\n${rows.map((row) => `average_caseload,${row}\n`).join('')}`,
  };
}

const AUGUST = ['Aug 2026,Assessment,15.0', 'Aug 2026,Safeguarding,16.0', 'Aug 2026,Fostering,12.0'];
const SEPTEMBER = ['Sep 2026,Assessment,15.1', 'Sep 2026,Safeguarding,16.2', 'Sep 2026,Fostering,12.1'];
const OCTOBER = ['Oct 2026,Assessment,15.2', 'Oct 2026,Safeguarding,16.1', 'Oct 2026,Fostering,12.2'];

const ROWS: RuleCases = {
  codes: ['W145'],
  fires: [
    {
      name: 'a team without a figure between others',
      edits: [caseloads(...AUGUST, ...SEPTEMBER.slice(0, 2), ...OCTOBER)],
      finds: ['W145 average_caseload@2026-09[team=Fostering]'],
    },
    {
      name: 'a team without the latest figure',
      edits: [caseloads(...AUGUST, ...SEPTEMBER, ...OCTOBER.slice(1))],
      finds: ['W145 average_caseload@2026-10[team=Assessment]'],
    },
  ],
  quiet: [
    { name: 'all teams in all months', edits: [caseloads(...AUGUST, ...SEPTEMBER, ...OCTOBER)] },
    {
      name: 'an empty cell, which says that there is no figure',
      edits: [caseloads(...AUGUST, ...SEPTEMBER.slice(0, 2), 'Sep 2026,Fostering,', ...OCTOBER)],
    },
    {
      name: 'a team under a new name',
      edits: [
        caseloads(...AUGUST, ...SEPTEMBER, ...OCTOBER.slice(0, 2), 'Oct 2026,Fostering & Adoption,12.2'),
      ],
    },
    { name: 'a team that is new', edits: [caseloads(...AUGUST.slice(1), ...SEPTEMBER.slice(1), ...OCTOBER)] },
  ],
  edge: 'rows are there or not, and nothing is rounded',
};

/** Cases of the rules on movements, jumps, freshness and missing rows. */
export const MOVEMENT_CASES: readonly RuleCases[] = [
  BRIDGE,
  NET_OUT,
  GAPS,
  RESTATED,
  UNKNOWN,
  EXPLAINED,
  JUMPS,
  SWINGS,
  LIMITS,
  FRESHNESS,
  ROWS,
];
