import { BEFORE, LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';
import { BY_SERVICE, CONFIG, further } from './values-edits.ts';

const WORKFORCE = `${LATEST}/workforce.csv`;
const INDICATORS = `${LATEST}/indicators.csv`;

/** Takes the typed figures of the months out of the latest report.yaml, which are not what these cases are about. */
const NO_FIGURES: readonly Edit[] = [
  {
    file: `${LATEST}/report.yaml`,
    replace: /, and permanent staff rose to 94/,
    by: '',
  },
  { file: `${LATEST}/report.yaml`, replace: /\*\*Agency workers\.\*\*.*/, by: '**Agency workers.** Fewer.' },
  { file: `${LATEST}/report.yaml`, replace: '; Safeguarding has 10', by: '' },
];

/** Dates every row of a month otherwise. */
function redated(file: string, was: string, now: string): Edit {
  return { file, replace: new RegExp(was, 'g'), by: now };
}

const CALENDAR: RuleCases = {
  codes: ['W146'],
  fires: [
    {
      name: 'every row a year too early',
      edits: [...NO_FIGURES, redated(WORKFORCE, '2026', '2025'), redated(INDICATORS, '2026', '2025')],
      finds: ['W146 establishment@2025-09[team=Assessment]'],
    },
    {
      name: 'the latest month a year too early',
      edits: [...NO_FIGURES, redated(WORKFORCE, 'Oct 2026', 'Oct 2025')],
      finds: ['W146 establishment@2025-10[team=Assessment]'],
    },
    {
      name: 'an older file',
      edits: [
        ...NO_FIGURES,
        redated(INDICATORS, 'Sep 2026', 'May 2026'),
        redated(INDICATORS, 'Oct 2026', 'Jun 2026'),
      ],
      finds: ['W146 visits_on_time_numerator@2026-06', 'W086 visits_on_time@2026-10'],
    },
  ],
  quiet: [
    {
      name: 'the month of the year before, for comparison',
      edits: [
        {
          file: INDICATORS,
          replace: 'visits_on_time,Sep 2026',
          by: 'visits_on_time,Oct 2025,370,410\nvisits_on_time,Sep 2026',
        },
      ],
    },
    {
      name: 'the same month of several years, and a newer one that is not due yet',
      edits: [
        {
          file: INDICATORS,
          replace: 'visits_on_time,Sep 2026',
          by: 'visits_on_time,Nov 2024,371,410\nvisits_on_time,Nov 2025,370,410\nvisits_on_time,Sep 2026',
        },
      ],
    },
  ],
  edge: [
    {
      name: 'nothing newer than the papers before had, and nothing older',
      edits: [
        ...NO_FIGURES,
        { file: INDICATORS, by: 'Indicator,Month,Numerator,Denominator\nvisits_on_time,Aug 2026,365,401\n' },
      ],
      finds: ['W086 visits_on_time@2026-10'],
    },
  ],
};

/** Gives a team another name in October. */
function named(was: string, now: string): Edit {
  return { file: WORKFORCE, replace: `Oct 2026,${was}`, by: `Oct 2026,${now}` };
}

/** Gives Fostering another name in every month but October. */
const before = (name: string): readonly Edit[] => [
  { file: WORKFORCE, replace: 'Sep 2026,Fostering', by: `Sep 2026,${name}` },
  { file: `${BEFORE}/workforce.csv`, replace: /Fostering/g, by: name },
];

const TYPED: Edit = {
  file: `${LATEST}/report.yaml`,
  replace: 'the agency rate of Assessment was {{agency_rate[team=Assessment]}}',
  by: 'the agency rate was {{agency_rate}}',
};

/** The rows of August as the papers of September gave them, with a slip. */
const AUGUST = [
  'Aug 2026,Assessment,40,29,9,38,23.7%,2,1',
  'Aug 2026,Safegarding,60,45,11,56,19.6%,2,1',
  'Aug 2026,Fostering,20,16,3,19,15.8%,0,0',
  'Aug 2026,All,120,90,23,113,20.4%,4,2',
];

/** Two services without a whole, of which the latest papers call one by a name with a slip, in months that they give again. */
const TWO_SERVICES: readonly Edit[] = [
  BY_SERVICE,
  further(BEFORE, 'Month,Service,Cases', 'Aug 2026,Ellerby,200', 'Aug 2026,South,210'),
  further(
    LATEST,
    'Month,Service,Cases',
    ...['Aug', 'Sep'].flatMap((month) => [`${month} 2026,Elerby,200`, `${month} 2026,South,210`]),
  ),
];

/** Accepts that Elerby is no other service. */
function accepted(month: string, says: string): Edit {
  const entry = `{ finding: W147, of: 'cases@${month}[service=Elerby]', says: '${says}', reason: A service of its own., by: Head of Workforce }`;
  return {
    file: CONFIG,
    replace: '\ntargets:\n',
    by: `\nchecks:\n  accepted:\n    - ${entry}\n\ntargets:\n`,
  };
}

const NAMES: RuleCases = {
  codes: ['W147'],
  fires: [
    {
      name: 'a letter left out',
      edits: [TYPED, named('Assessment', 'Assesment')],
      finds: ['W147 establishment@2026-10[team=Assesment]'],
    },
    {
      name: 'a space left out',
      edits: [...before('Family support'), named('Fostering', 'Familysupport')],
      finds: ['W147 establishment@2026-10[team=Familysupport]'],
    },
    {
      name: 'a letter left out throughout these papers, which give months of the last ones again',
      edits: [
        { file: WORKFORCE, replace: /Safeguarding/g, by: 'Safegarding' },
        { file: WORKFORCE, replace: 'Sep 2026,Assessment', by: `${AUGUST.join('\n')}\nSep 2026,Assessment` },
        { file: `${LATEST}/report.yaml`, replace: '; Safeguarding has 10', by: '' },
      ],
      finds: ['W147 establishment@2026-08[team=Safegarding]'],
    },
    {
      name: 'a letter left out in one table, where another of the same papers has the name',
      edits: [
        BY_SERVICE,
        further(LATEST, 'Month,Team,Cases', 'Oct 2026,Assesment,200', 'Oct 2026,Fostering,210'),
        { file: CONFIG, replace: 'rows: service', by: 'rows: team' },
      ],
      finds: ['W147 cases@2026-10[team=Assesment]'],
    },
    {
      name: 'a letter left out in parts of a whole that is not given, once',
      edits: TWO_SERVICES,
      finds: ['W147 cases@2026-08[service=Elerby]'],
    },
    {
      name: 'the same, accepted as a service of its own: then the other has no row',
      edits: [...TWO_SERVICES, accepted('2026-08', 'service Elerby is nearly Ellerby')],
      finds: ['W147 cases@2026-08[service=Elerby]', 'W125 cases@2026-08[service=Ellerby]'],
    },
    {
      name: 'the same in a later month alone, so that one service has gone and another has joined',
      edits: [
        BY_SERVICE,
        further(BEFORE, 'Month,Service,Cases', 'Aug 2026,Ellerby,200', 'Aug 2026,South,210'),
        further(LATEST, 'Month,Service,Cases', 'Sep 2026,Elerby,200', 'Sep 2026,South,210'),
        accepted('2026-09', 'service Elerby is new in Sep 2026'),
      ],
      finds: ['W121 cases@2026-09', 'W128 cases@2026-09', 'W147 cases@2026-09[service=Elerby]'],
    },
    {
      name: 'a word of the trade in the first papers that have the name',
      edits: [
        BY_SERVICE,
        further(LATEST, 'Month,Service,Cases', 'Oct 2026,Agncy social workers,200', 'Oct 2026,Own staff,210'),
      ],
      finds: ['W147 cases@2026-10[service=Agncy social workers]'],
    },
    {
      name: 'a word of the trade in several names of the first papers, once',
      edits: [
        BY_SERVICE,
        further(
          LATEST,
          'Month,Service,Cases',
          'Oct 2026,Agncy social workers,200',
          'Oct 2026,Agncy managers,210',
          'Oct 2026,Agncy assistants,220',
        ),
      ],
      finds: ['W147 cases@2026-10[service=Agncy social workers]'],
    },
  ],
  quiet: [
    {
      name: 'the word and for its sign',
      edits: [...before('Fostering & Adoption'), named('Fostering', 'Fostering and Adoption')],
    },
    { name: 'another number', edits: [...before('Duty 1'), named('Fostering', 'Duty 2')] },
    { name: 'the other end of the county', edits: [...before('Northern'), named('Fostering', 'Southern')] },
    ...[
      ['Team 1', 'Team 2'],
      ['Duty North', 'Duty South'],
      ['East 1', 'East 2'],
      ['Level 1', 'Level 2'],
      ['Qualified', 'Unqualified'],
      ['Contact', 'Contract'],
      ['Contacts', 'Contracts'],
      ['Managers', 'Management'],
      ['Team leaders', 'Leavers'],
    ].map(([one = '', other = '']) => ({
      name: `${one} and ${other}, in two tables`,
      edits: [
        BY_SERVICE,
        further(LATEST, 'Month,Service,Cases', `Oct 2026,${one},200`, 'Oct 2026,Own staff,210'),
        {
          file: `${LATEST}/workforce-others.csv`,
          by: `Month,Service,Case holders\nOct 2026,${other},20\nOct 2026,Own staff,21\n`,
        },
      ],
    })),
    { name: 'a new name', edits: [named('Fostering', 'Fostering & Adoption')] },
    {
      name: 'two teams beside one another',
      edits: [
        {
          file: WORKFORCE,
          replace: 'Oct 2026,Fostering,20,17,2,19,10.5%,0,0',
          by: 'Oct 2026,Fostering,10,9,1,10,10.0%,0,0\nOct 2026,Fosterings,10,8,1,9,11.1%,0,0',
        },
      ],
    },
  ],
  edge: [
    {
      name: 'two slips in a long word',
      edits: [TYPED, named('Assessment', 'Asesment')],
      finds: ['W147 establishment@2026-10[team=Asesment]'],
    },
    { name: 'two in a shorter one', edits: [...before('Ellerby'), named('Fostering', 'Elerbi')] },
    { name: 'three slips in a long word', edits: [TYPED, named('Assessment', 'Asesmnt')] },
  ],
};

const ASSESSMENT = 'Oct 2026,Assessment,40,31,7,38,18.4%,2,1';
const SAFEGUARDING = 'Oct 2026,Safeguarding,60,46,10,56,17.9%,1,1';

/** Sets the rows of October. */
function rows(assessment: string, safeguarding: string): readonly Edit[] {
  return [
    { file: WORKFORCE, replace: ASSESSMENT, by: `Oct 2026,Assessment,${assessment}` },
    { file: WORKFORCE, replace: SAFEGUARDING, by: `Oct 2026,Safeguarding,${safeguarding}` },
    TYPED,
    { file: `${LATEST}/report.yaml`, replace: '; Safeguarding has 10', by: '' },
  ];
}

const EXCHANGED: RuleCases = {
  codes: ['W148'],
  fires: [
    {
      name: 'two rows',
      edits: rows('60,46,10,56,17.9%,1,1', '40,31,7,38,18.4%,2,1'),
      finds: ['W148 establishment@2026-10[team=Assessment]'],
    },
    {
      name: 'one figure of two rows',
      edits: rows('40,46,7,53,13.2%,2,1', '60,31,10,41,24.4%,1,1'),
      finds: ['W148 permanent@2026-10[team=Assessment]'],
    },
  ],
  quiet: [
    {
      name: 'starters and leavers that account for it',
      edits: rows('40,46,7,53,13.2%,17,1', '60,31,10,41,24.4%,1,16'),
    },
    {
      name: 'workers who went from one team to the other',
      edits: rows('40,35,7,42,16.7%,2,1', '60,42,10,52,19.2%,1,1'),
      finds: ['N151 permanent@2026-10'],
    },
    {
      name: 'a recorded reason',
      edits: [
        ...rows('40,46,7,53,13.2%,2,1', '60,31,10,41,24.4%,1,1'),
        {
          file: `${LATEST}/report.yaml`,
          replace: 'answers:',
          by: "movements:\n  - { of: 'permanent@2026-10[team=Assessment]', by: +15, reason: They changed places. }\n  - { of: 'permanent@2026-10[team=Safeguarding]', by: -15, reason: They changed places. }\nanswers:",
        },
      ],
    },
  ],
  edge: [
    {
      name: 'a quarter of the way is left over',
      edits: rows('40,42,7,49,14.3%,2,1', '60,35,10,45,22.2%,1,1'),
      finds: ['N151 permanent@2026-10'],
    },
    {
      name: 'less than that',
      edits: rows('40,44,7,51,13.7%,2,1', '60,33,10,43,23.3%,1,1'),
      finds: ['W148 permanent@2026-10[team=Assessment]'],
    },
  ],
};

/** Cases of the rules on what goes on from paper to paper: dates, names, rows. */
export const CONTINUITY_CASES: readonly RuleCases[] = [CALENDAR, NAMES, EXCHANGED];
