import { BEFORE, LATEST, type RuleCases } from '../../support/rule-cases.ts';
import {
  CONFIG,
  TABLE,
  further,
  BY_SERVICE,
  PLAIN,
  OVERLAPPING,
  WITHOUT_WHOLE,
  NAMES,
} from './values-edits.ts';

/** Cases of the rules on who is added up, and on the whole workforce. */
export const GROUP_CASES: readonly RuleCases[] = [
  {
    codes: ['E112'],
    fires: [
      {
        name: 'teams that make no whole, and no table of them',
        edits: [
          PLAIN,
          OVERLAPPING,
          ...WITHOUT_WHOLE,
          { file: CONFIG, replace: / {4}tables:\n(?: {6}.*\n)+/, by: '' },
        ],
        finds: ['E112 establishment@2026-07'],
      },
    ],
    quiet: [
      { name: 'teams that add up to the whole', edits: [PLAIN, ...WITHOUT_WHOLE] },
      { name: 'teams that make no whole, in a table of them', edits: [PLAIN, OVERLAPPING, ...WITHOUT_WHOLE] },
    ],
    edge: NAMES,
  },
  {
    codes: ['W117'],
    fires: [
      {
        name: 'teams for a later month than the whole',
        edits: [PLAIN, OVERLAPPING, { file: TABLE, replace: /Oct 2026,All.*\n/, by: '' }],
        // The page lacks what it had before, and says so as well.
        finds: [
          'W086 agency_rate@2026-10',
          'W086 unfilled@2026-10',
          'W117 establishment@2026-10',
          'W416 target:agency-20',
        ],
      },
    ],
    quiet: [
      {
        name: 'teams that add up to the whole',
        edits: [PLAIN, { file: TABLE, replace: /Oct 2026,All.*\n/, by: '' }],
      },
    ],
    edge: NAMES,
  },
  {
    codes: ['W121', 'W128'],
    fires: [
      {
        name: 'a service without figures any more',
        edits: [
          BY_SERVICE,
          further(
            LATEST,
            'Month,Service,Cases',
            'Sep 2026,North,200',
            'Sep 2026,South,210',
            'Sep 2026,East,90',
            'Oct 2026,North,200',
            'Oct 2026,South,210',
          ),
        ],
        finds: ['W121 cases@2026-10'],
      },
      {
        name: 'a service that joins',
        edits: [
          BY_SERVICE,
          further(
            LATEST,
            'Month,Service,Cases',
            'Sep 2026,North,200',
            'Sep 2026,South,210',
            'Oct 2026,North,200',
            'Oct 2026,South,210',
            'Oct 2026,East,90',
          ),
        ],
        finds: ['W128 cases@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'a service that has none',
        edits: [
          BY_SERVICE,
          further(
            LATEST,
            'Month,Service,Cases',
            'Sep 2026,North,200',
            'Sep 2026,South,210',
            'Sep 2026,East,90',
            'Oct 2026,North,200',
            'Oct 2026,South,300',
            'Oct 2026,East,0',
          ),
        ],
      },
      {
        name: 'a service that leaves, beside a whole that is given',
        edits: [
          BY_SERVICE,
          further(
            LATEST,
            'Month,Service,Cases',
            'Sep 2026,North,200',
            'Sep 2026,South,210',
            'Sep 2026,East,90',
            'Sep 2026,All,500',
            'Oct 2026,North,200',
            'Oct 2026,South,210',
            'Oct 2026,All,410',
          ),
        ],
      },
    ],
    edge: NAMES,
  },
  {
    codes: ['W125'],
    fires: [
      {
        name: 'a service that newer papers leave out for an earlier month',
        edits: [
          BY_SERVICE,
          further(
            BEFORE,
            'Month,Service,Cases',
            'Aug 2026,North,200',
            'Aug 2026,South,210',
            'Aug 2026,East,90',
          ),
          further(LATEST, 'Month,Service,Cases', 'Aug 2026,North,200', 'Aug 2026,South,210'),
        ],
        finds: ['W125 cases@2026-08[service=East]'],
      },
    ],
    quiet: [
      {
        name: 'newer papers that name all of them',
        edits: [
          BY_SERVICE,
          further(
            BEFORE,
            'Month,Service,Cases',
            'Aug 2026,North,200',
            'Aug 2026,South,210',
            'Aug 2026,East,90',
          ),
          further(
            LATEST,
            'Month,Service,Cases',
            'Aug 2026,North,200',
            'Aug 2026,South,210',
            'Aug 2026,East,90',
          ),
        ],
      },
    ],
    edge: NAMES,
  },
  {
    codes: ['W126'],
    fires: [
      {
        name: 'a service on another basis',
        edits: [
          BY_SERVICE,
          further(
            LATEST,
            'Month,Service,Basis,Case holders',
            'Oct 2026,North,headcount,20',
            'Oct 2026,South,headcount,21',
            'Oct 2026,East,fte,8.5',
          ),
        ],
        finds: ['W126 case_holders@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'every service on both bases',
        edits: [
          BY_SERVICE,
          further(
            LATEST,
            'Month,Service,Basis,Case holders',
            'Oct 2026,North,headcount,20',
            'Oct 2026,South,headcount,21',
            'Oct 2026,North,fte,19.5',
            'Oct 2026,South,fte,20.1',
          ),
        ],
      },
    ],
    edge: NAMES,
  },
  {
    codes: ['W127'],
    fires: [
      {
        name: 'services in place of the whole',
        edits: [
          BY_SERVICE,
          further(BEFORE, 'Month,Service,Cases', 'Aug 2026,All,500'),
          further(LATEST, 'Month,Service,Cases', 'Oct 2026,North,200', 'Oct 2026,South,210'),
        ],
        finds: ['W127 cases@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'services that came to the whole before',
        edits: [
          BY_SERVICE,
          further(
            BEFORE,
            'Month,Service,Cases',
            'Aug 2026,All,410',
            'Aug 2026,North,200',
            'Aug 2026,South,210',
          ),
          further(LATEST, 'Month,Service,Cases', 'Oct 2026,North,200', 'Oct 2026,South,210'),
        ],
      },
    ],
    edge: NAMES,
  },
  {
    codes: ['E122'],
    fires: [
      {
        name: 'a table by a dimension that the data lacks',
        edits: [BY_SERVICE],
        finds: ['E122 table:by-service'],
      },
      {
        name: 'a chart of a team in another spelling',
        edits: [
          {
            file: CONFIG,
            replace: '\nheadings:\n',
            by: '    charts:\n      - { id: assessment, figures: [agency], of: { team: assessment } }\n\nheadings:\n',
          },
        ],
        finds: ['E122 chart:assessment'],
      },
    ],
    quiet: [
      {
        name: 'a chart of a team',
        edits: [
          {
            file: CONFIG,
            replace: '\nheadings:\n',
            by: '    charts:\n      - { id: assessment, figures: [agency], of: { team: Assessment } }\n\nheadings:\n',
          },
        ],
      },
    ],
    edge: NAMES,
  },
];
