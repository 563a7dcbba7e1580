import { LATEST, type RuleCases } from '../../support/rule-cases.ts';
import {
  CONFIG,
  PAPER,
  configured,
  defined,
  further,
  PLAIN,
  visits,
  cell,
  WRITTEN,
  DATES,
} from './values-edits.ts';
import { GROUP_CASES } from './values-groups.ts';

/** Cases of the rules on single values, and of those on groups. */
export const VALUE_CASES: readonly RuleCases[] = [
  {
    codes: ['W115'],
    fires: [
      {
        name: 'a report judged a day before its figures end',
        edits: [],
        asOf: '2026-10-30',
        finds: ['W115 establishment@2026-10[team=Assessment]'],
      },
    ],
    quiet: [{ name: 'a report judged on the last day of its figures', edits: [], asOf: '2026-10-31' }],
    edge: 'dates are not rounded',
  },
  {
    codes: ['E101', 'E102', 'E120', 'E121'],
    fires: [
      {
        name: 'a formula that cannot be read',
        edits: [defined('own_rate', "'agency /'")],
        finds: ['E101 own_rate'],
      },
      {
        name: 'a formula of a name that nothing has',
        edits: [defined('own_rate', 'agency / staff')],
        finds: ['E101 own_rate'],
      },
      {
        name: 'a definition by itself',
        edits: [defined('own_rate', 'own_rate / agency')],
        finds: ['E102 own_rate'],
      },
      {
        name: 'an own measure under the id of a shipped one',
        edits: [
          configured(
            'measures:\n  - { id: agency, label: Locums, nature: stock, direction: lower, description: Own. }\n',
          ),
        ],
        finds: ['E120 agency'],
      },
      {
        name: 'parts of an indicator that is defined already',
        edits: [
          {
            file: CONFIG,
            replace: '\ntargets:\n',
            by: '  - { id: average_caseload, numerator: children, denominator: workers, at_most: 18 }\n\ntargets:\n',
          },
        ],
        finds: ['E121 average_caseload'],
      },
    ],
    quiet: [
      { name: 'a definition of what the data has', edits: [defined('own_rate', 'agency / establishment')] },
    ],
    edge: 'it looks at formulas, not at figures',
  },
  {
    codes: ['E103', 'W122'],
    fires: [
      {
        name: 'a headline that is no figure',
        edits: [{ file: CONFIG, replace: 'headlines: [agency_rate,', by: 'headlines: [agency_rat,' }],
        finds: ['E103 agency_rat'],
      },
      {
        name: 'a heading that is mapped to no metric',
        edits: [{ file: CONFIG, replace: 'agency_rate (stated)', by: 'agncy_rate (stated)' }],
        finds: ['E103 agncy_rate'],
      },
      {
        name: 'a benchmark whose formula cannot be used',
        edits: [
          {
            file: `${LATEST}/benchmarks.csv`,
            by: 'Measure,Place,Level,Period,Value,Formula,Source\nagency_rate,England,England,Sep 2025,17.6%,agency / staff,Statistics\n',
          },
        ],
        finds: ['W122 benchmark:agency_rate@2025-09[place=England]'],
      },
    ],
    quiet: [
      {
        name: 'a benchmark of the formula that the registry has',
        edits: [
          {
            file: `${LATEST}/benchmarks.csv`,
            by: 'Measure,Place,Level,Period,Value,Formula,Basis,Source\nagency_rate,England,England,Sep 2025,17.6%,agency / (permanent + agency),headcount,Statistics\n',
          },
        ],
      },
    ],
    edge: 'it looks at names and formulas, not at figures',
  },
  {
    codes: ['E111'],
    fires: [
      {
        name: 'a share without its % sign',
        edits: [cell('19,113,16.8%', '19,113,16.8')],
        finds: ['E111 agency_rate@2026-10'],
      },
      {
        name: 'a share as a part of 1',
        edits: [cell('19,113,16.8%', '19,113,0.168')],
        finds: ['E111 agency_rate@2026-10'],
      },
      {
        name: 'a target of a share without its % sign',
        edits: [{ file: CONFIG, replace: 'at_most: 20%', by: 'at_most: 20' }],
        finds: ['E111 target:agency-20'],
      },
    ],
    quiet: [{ name: 'a share that is withheld', edits: [cell('19,113,16.8%', '19,113,c')] }],
    edge: WRITTEN,
  },
  {
    codes: ['W108'],
    fires: [
      {
        name: 'a mark that no note explains',
        edits: [cell('Oct 2026,All,120,94,19', 'Oct 2026,All,120,94*,19')],
        finds: ['W108 permanent@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'a mark with its note',
        edits: [
          cell('Oct 2026,All,120,94,19', 'Oct 2026,All,120,94*,19'),
          {
            file: PAPER,
            replace: '\nanswers:\n',
            by: "\nnotes: { '*': Counted on the last day. }\nanswers:\n",
          },
        ],
      },
    ],
    edge: WRITTEN,
  },
  {
    codes: ['W109'],
    fires: [
      {
        name: 'a note that no figure has',
        edits: [
          {
            file: PAPER,
            replace: '\nanswers:\n',
            by: "\nnotes: { '*': Counted on the last day. }\nanswers:\n",
          },
        ],
        finds: ['W109 note:*'],
      },
    ],
    quiet: [
      {
        name: 'a note on a printed rate',
        edits: [
          cell('19,113,16.8%', '19,113,16.8%*'),
          {
            file: PAPER,
            replace: '\nanswers:\n',
            by: "\nnotes: { '*': Counted on the last day. }\nanswers:\n",
          },
        ],
      },
    ],
    edge: WRITTEN,
  },
  {
    codes: ['E113', 'W114'],
    fires: [
      {
        name: 'a month that begins after the meeting',
        edits: [PLAIN, further(LATEST, 'Month,Service,Cases', 'Dec 2026,North,200', 'Dec 2026,South,210')],
        finds: ['E113 cases@2026-12[service=North]'],
      },
      {
        name: 'the month in which the meeting is',
        edits: [PLAIN, visits('Nov 2026,383,412')],
        finds: ['W114 visits_on_time_numerator@2026-11'],
      },
    ],
    quiet: [
      {
        name: 'the month before',
        edits: [PLAIN, further(LATEST, 'Month,Service,Cases', 'Oct 2026,North,200', 'Oct 2026,South,210')],
        finds: ['N087 dimension:service'],
      },
    ],
    edge: DATES,
  },
  {
    codes: ['W123'],
    fires: [
      {
        name: 'an indicator of a month that begins after the meeting',
        edits: [visits('Dec 2026,380,410')],
        finds: ['W123 visits_on_time_denominator@2026-12', 'W123 visits_on_time_numerator@2026-12'],
      },
    ],
    quiet: [{ name: 'one that is not given yet', edits: [visits('Dec 2026,,')] }],
    edge: DATES,
  },
  {
    codes: ['W119'],
    fires: [
      {
        name: 'a day within a month',
        edits: [further(LATEST, 'Date,Service,Cases', '14 Oct 2026,North,200', '14 Oct 2026,South,210')],
        finds: ['N087 dimension:service', 'W119 cases@2026-10-14[service=North]'],
      },
    ],
    quiet: [
      {
        name: 'the last day of a month',
        edits: [further(LATEST, 'Date,Service,Cases', '31 Oct 2026,North,200', '31 Oct 2026,South,210')],
        finds: ['N087 dimension:service'],
      },
    ],
    edge: DATES,
  },
  ...GROUP_CASES,
];
