import { finding } from '../../src/model/finding.ts';
import { SECTIONS } from '../../src/model/sections.ts';
import { TEMPLATES, type TemplateName } from '../../src/model/templates.ts';
import type {
  ActionRow,
  FigureTable,
  RecommendationRow,
  Report,
  ReportBlock,
  ReportSection,
} from '../../src/report/report.ts';
import { withFigureParts } from './figure-parts.ts';
import { FULL, month } from './luton-report.ts';

const FOLDER = 'workforce/2021-04-19';
const at = (file: string, line: number) => ({ file: `${FOLDER}/${file}.csv`, line, column: 1, length: 2 });

const ACTIONS: readonly ActionRow[] = [
  {
    reference: 'A1',
    action: 'Take the results of the Pulse survey to the directorate’s management team',
    owner: 'Principal Social Worker',
    raised: month('2021-01'),
    due: month('2021-02'),
    revised: month('2021-03'),
    state: 'overdue',
    stateText: 'Overdue by 19 days',
    carried: { meeting: '2021-02-15', state: 'open' },
    comment: 'The survey was open for longer than planned.',
    at: at('actions', 2),
  },
  {
    reference: 'A2',
    action: 'Show agency spending by team',
    due: month('2021-04'),
    state: 'due_soon',
    stateText: 'Due by 30 April 2021',
    comment: '',
    at: at('actions', 3),
  },
  {
    reference: 'A3',
    action: 'Review the job descriptions of senior practitioners',
    owner: 'Head of the Academy',
    done: month('2021-03'),
    state: 'complete',
    stateText: 'Complete',
    carried: { meeting: '2021-02-15', state: 'open' },
    comment: '',
    at: at('actions', 4),
  },
  ...['A4', 'A5', 'A6', 'A7', 'A8'].map((reference, index): ActionRow => ({
    reference,
    action: `Follow up the matter numbered ${index + 1}`,
    state: 'overdue',
    stateText: `Overdue by ${index + 2} days`,
    comment: '',
    at: at('actions', 5 + index),
  })),
  {
    reference: 'A9',
    action: 'Compare pay with neighbours',
    state: 'withdrawn',
    stateText: 'Withdrawn',
    comment: 'The region does it.',
    at: at('actions', 10),
  },
];

const RECOMMENDATIONS: readonly RecommendationRow[] = [
  {
    reference: '1',
    recommendation: 'Each team should have a manager of its own, and **no** manager more than seven reports.',
    source: 'Inspection, November 2020',
    status: 'complete',
    statusText: 'Complete',
    owner: 'Assistant Director',
    due: month('2021-03'),
    progress: 'Ten managers were appointed.\n\nAll of them have started.',
    inPlace: 'A manager for every team:\n\n- four in assessment\n- six elsewhere',
    evidence: [],
    actions: [],
    at: at('recommendations', 2),
  },
  {
    reference: '2',
    recommendation: 'Caseloads should be at most 18.',
    status: 'in_progress',
    statusText: 'In progress',
    owner: 'Head of Service, Assessment',
    due: month('2021-09'),
    progress:
      '# What was done\n\nTwo social workers started.\n\n## Next\n\n1. Recruit two more.\n2. Move cases.',
    evidence: ['The average caseload is **16.44**, against a cap of 18.', '3 of 5 teams are below it.'],
    actions: [
      { reference: 'A1', stateText: 'Overdue by 19 days' },
      { reference: 'A2', stateText: 'Due by 30 April 2021' },
    ],
    at: at('recommendations', 3),
  },
  {
    reference: 'Ofsted 3',
    recommendation: 'Supervision should be monthly.',
    status: 'not_started',
    statusText: 'Not started',
    evidence: [],
    actions: [],
    at: at('recommendations', 4),
  },
  {
    reference: '4',
    recommendation: 'Pay should be reviewed.',
    statusText: 'No status given',
    evidence: [],
    actions: [],
    at: at('recommendations', 5),
  },
  {
    reference: '5',
    recommendation: 'Agencies should be paid at one rate.',
    status: 'rejected',
    statusText: 'Rejected',
    inPlace: 'The regional memorandum.',
    evidence: [],
    actions: [],
    at: at('recommendations', 6),
  },
];

const TEXTS: Readonly<Record<string, readonly ReportBlock[]>> = {
  classification: [{ kind: 'text', markdown: 'This report is open.' }],
  purpose: [
    { kind: 'text', markdown: 'To tell the board how the children’s social-care workforce stands.' },
    {
      kind: 'text',
      markdown:
        'It shows what was done since February, in three ways:\n\n- posts\n- people\n- caseloads\n\nAll of it is from the council’s own records.',
    },
  ],
  decision: [
    {
      kind: 'text',
      markdown: 'That the board:\n\n1. notes the report; and\n2. agrees the new date of the strategy.',
    },
  ],
  considerations: [
    {
      kind: 'text',
      heading: 'Agency workers',
      markdown: 'The number of agency workers went up by three between January and February.',
    },
    { kind: 'show', what: 'table', id: 'managers-by-team', heading: 'Managers by team' },
    {
      kind: 'text',
      markdown: 'The rate has moved as the chart shows.\n\n### A point to note\n\nIt is of one group.',
    },
    { kind: 'show', what: 'trend', id: 'agency-trend' },
    { kind: 'show', what: 'section', id: 'questions', heading: 'What members asked' },
  ],
  financial: [{ kind: 'text', markdown: 'There are no financial implications.' }],
};

/** A section of the paper's own comes after the considerations. */
const OWN: ReportSection = {
  id: 'our-own',
  title: 'Grow our own',
  kind: 'text',
  blocks: [{ kind: 'text', markdown: 'Step Up students have started.' }],
};

const show = (what: 'table' | 'trend', id: string): ReportBlock => ({ kind: 'show', what, id });

const REST: Readonly<Record<string, readonly ReportBlock[]>> = {
  tables: [
    show('table', 'casework'),
    ...['by-month', 'mixed-columns', 'mixed'].map((id) => show('table', id)),
  ],
  trends: ['caseload-trend', 'teams-trend', 'posts-trend'].map((id) => show('trend', id)),
};

const FIGURES_OF_MARCH = ['in_post@2024-03#fte', 'disciplinaries@2024-03#headcount'];

/** Tables whose columns, and whose rows, count different things. */
const BY_COLUMN: FigureTable = {
  id: 'mixed-columns',
  title: 'Cases beside posts',
  scope: 'Mar 2024',
  stub: 'Group',
  marks: [],
  columns: ['In post', 'Disciplinary cases'],
  rows: [{ label: 'All', kind: 'total', cells: FIGURES_OF_MARCH.map((figure) => ({ figure })) }],
};
const BY_ROW: FigureTable = {
  id: 'mixed',
  title: 'Posts and cases',
  scope: 'Mar 2024',
  stub: 'Measure',
  marks: [],
  columns: ['Mar 2024'],
  rows: FIGURES_OF_MARCH.map((figure) => ({
    label: figure.startsWith('in') ? 'In post' : 'Disciplinary cases',
    kind: 'part',
    cells: [{ figure }],
  })),
};
/** Figures with a mark that a note explains, and with one that none does. */
const MARKS: Readonly<Record<string, string>> = {
  'visits_on_time@2024-06#fte': '*',
  'average_caseload@2024-06#fte': '†',
};

const PARTS = withFigureParts(FULL);
const LISTED = {
  ...PARTS,
  tables: [...PARTS.tables, BY_COLUMN, BY_ROW],
  figures: Object.fromEntries(
    Object.entries(PARTS.figures).map(([id, one]) => {
      const mark = MARKS[id];
      return [id, mark === undefined ? one : { ...one, mark }];
    }),
  ),
};

/** A report of a template with everything that a report can hold: what no single real paper has at once. */
export function fullReport(template: TemplateName): Report {
  const ids = new Set<string>([...TEMPLATES[template].sections, ...Object.keys(TEXTS)]);
  ids.delete('questions');
  return {
    ...LISTED,
    template,
    title: template === 'highlight-report' ? LISTED.title : 'Children’s social-care workforce: update',
    reportBy: 'Director of Children’s Services',
    theme: { light: { accent: '#5b2c83' }, logo: LOGO },
    sections: [...ids].flatMap((id): ReportSection[] => [
      ...sectionOf(id),
      ...(id === 'considerations' ? [OWN] : []),
    ]),
    actions: ACTIONS,
    recommendations: RECOMMENDATIONS,
    answers: [
      {
        reference: 'R1',
        resolution: 'The results of the survey are to be reported.',
        due: month('2021-04'),
        meeting: '2021-02-15',
        answer: 'They are in section 4:\n\n- 98% took part',
        at: at('resolutions', 2),
      },
      {
        reference: 'R2',
        resolution: 'Spending is to be shown *by team*.',
        meeting: '2021-02-15',
        at: at('resolutions', 3),
      },
    ],
    resolutions: [
      {
        reference: 'R3',
        resolution: 'The **draft strategy** comes to the June board.',
        due: month('2021-06'),
        at: at('resolutions', 2),
      },
      { reference: 'R4', resolution: 'The dashboard is shown to members.', at: at('resolutions', 3) },
    ],
    questions: [
      { question: 'How are all needs met?', answer: 'Engagement was with **all** staff.' },
      { question: 'Who leaves?', answer: 'Workers in their third year.' },
    ],
    checked: { ...LISTED.checked, typed: { numbers: 34, tied: 12, agreed: 11, list: [] } },
    findings: [
      ...LISTED.findings,
      {
        ...finding('W110', 'permanent staff in Feb 2021: +3 unexplained', {
          about: 'permanent@2021-02',
          at: at('workforce', 3),
          why: 'permanent 144 + starters 0 − leavers 1 = 143; the data gives 146',
        }),
        accepted: { reason: 'Three returned from a career break.', by: 'Head of Workforce' },
      },
    ],
  };
}

function sectionOf(id: string): ReportSection[] {
  const known = SECTIONS[id as keyof typeof SECTIONS];
  const blocks = TEXTS[id] ?? REST[id] ?? [];
  return known.kind === 'text' && blocks.length === 0
    ? []
    : [{ id, title: known.title, kind: known.kind, blocks }];
}

/** A drawing of two shapes. */
const LOGO = {
  mediaType: 'image/svg+xml',
  base64: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="120" viewBox="0 0 360 120"><circle cx="60" cy="60" r="50" fill="#5b2c83"/><rect x="130" y="30" width="220" height="60" fill="#5b2c83"/></svg>',
  ).toString('base64'),
  width: 360,
  height: 120,
} as const;
