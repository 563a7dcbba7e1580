import type { Place } from '../../src/model/place.ts';
import { REPORT_SCHEMA } from '../../src/report/report.ts';
import type {
  Bridge,
  Change,
  Figure,
  MilestoneRow,
  PeriodRef,
  Report,
  RiskRow,
} from '../../src/report/report.ts';

const FOLDER = 'workforce/2021-04-19';
const TABLE = `${FOLDER}/workforce.csv`;
const HISTORY = `${FOLDER}/workforce-history.csv`;

const place = (file: string, line: number, column = 1, length = 2): Place => ({ file, line, column, length });

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A month as the report refers to it; no leap February occurs in Luton's paper. */
export function month(key: string): PeriodRef {
  const at = Number(key.slice(5)) - 1;
  return {
    kind: 'month',
    key,
    label: `${MONTHS[at]!} ${key.slice(0, 4)}`,
    start: `${key}-01`,
    end: `${key}-${LENGTHS[at]!}`,
  };
}

const DEC = month('2020-12');
const JAN = month('2021-01');
const FEB = month('2021-02');

interface Row {
  readonly metric: string;
  readonly label: string;
  readonly direction: Figure['direction'];
  readonly unit?: Figure['unit'];
  readonly formula?: string;
  readonly line: number;
  readonly values: readonly (readonly [PeriodRef, string, string, (Change | undefined)?])[];
  readonly marks?: Readonly<Record<string, string>>;
}

function change(
  from: PeriodRef,
  absolute: string,
  text: string,
  relativeText: string | undefined,
  good: boolean | null,
): Change {
  const movement = /^[0.]+$/.test(absolute) ? 'level' : absolute.startsWith('-') ? 'down' : 'up';
  return { from, absolute, text, ...(relativeText !== undefined && { relativeText }), movement, good };
}

function figuresOf(row: Row): Figure[] {
  return row.values.map(([period, decimal, text, moved], index) => ({
    id: `${row.metric}@${period.key}`,
    metric: row.metric,
    label: row.label,
    period,
    group: {},
    basis: 'headcount',
    unit: row.unit ?? 'count',
    direction: row.direction,
    places: row.unit === 'share' ? 2 : 0,
    result: { kind: 'number', decimal, exact: row.unit !== 'share' },
    text,
    source: row.formula === undefined ? 'given' : 'computed',
    ...(row.formula !== undefined && { formula: row.formula }),
    ...(row.marks?.[period.key] !== undefined && { mark: row.marks[period.key] }),
    ...(row.formula === undefined && {
      at: period.key < '2020-12' ? place(HISTORY, index + 2, 10) : place(TABLE, row.line, 60 + index * 4),
    }),
    inputs:
      row.formula === undefined
        ? []
        : [{ metric: 'permanent', text: '146', at: place(TABLE, 3, 60 + index * 4) }],
    stated: [],
    ...(moved && { change: moved }),
  }));
}

const count = (period: PeriodRef, value: number, moved?: Change) =>
  [period, `${value}`, `${value}`, moved] as const;

const ROWS: readonly Row[] = [
  {
    metric: 'in_post',
    label: 'Social workers in post',
    direction: 'none',
    formula: 'permanent + agency',
    line: 2,
    values: [
      count(DEC, 193),
      count(JAN, 180, change(DEC, '-13', '−13', '−6.7%', null)),
      count(FEB, 185, change(JAN, '5', '+5', '+2.8%', null)),
    ],
  },
  {
    metric: 'permanent',
    label: 'Permanent',
    direction: 'higher',
    line: 3,
    values: [
      count(DEC, 141),
      count(JAN, 144, change(DEC, '3', '+3', '+2.1%', true)),
      count(FEB, 146, change(JAN, '2', '+2', '+1.4%', true)),
    ],
  },
  {
    metric: 'starters',
    label: 'Starters',
    direction: 'higher',
    line: 4,
    values: [
      count(DEC, 1),
      count(JAN, 10, change(DEC, '9', '+9', '+900.0%', true)),
      count(FEB, 0, change(JAN, '-10', '−10', '−100.0%', false)),
    ],
  },
  {
    metric: 'starters_rate',
    label: 'Starters rate',
    direction: 'higher',
    unit: 'share',
    formula: 'starters / permanent',
    line: 5,
    values: [
      [DEC, '0.007092198582', '0.71%'],
      [JAN, '0.069444444444', '6.94%', change(DEC, '0.062352245863', '+6.24 pp', '+879.2%', true)],
      [FEB, '0', '0.00%', change(JAN, '-0.069444444444', '−6.94 pp', '−100.0%', false)],
    ],
  },
  {
    metric: 'leavers',
    label: 'Leavers',
    direction: 'lower',
    line: 6,
    values: [
      count(DEC, 1),
      count(JAN, 1, change(DEC, '0', '0', '0.0%', null)),
      count(FEB, 1, change(JAN, '0', '0', '0.0%', null)),
    ],
  },
  {
    metric: 'leavers_rate',
    label: 'Leavers rate',
    direction: 'lower',
    unit: 'share',
    formula: 'leavers / permanent',
    line: 7,
    values: [
      [DEC, '0.007092198582', '0.71%'],
      [JAN, '0.006944444444', '0.69%', change(DEC, '-0.000147754137', '−0.01 pp', '−2.1%', true)],
      [FEB, '0.006849315068', '0.68%', change(JAN, '-0.000095129376', '−0.01 pp', '−1.4%', true)],
    ],
  },
  {
    metric: 'agency',
    label: 'Agency',
    direction: 'lower',
    line: 8,
    values: [
      count(month('2020-01'), 66),
      count(month('2020-05'), 72, change(month('2020-01'), '6', '+6', '+9.1%', false)),
      count(DEC, 52, change(month('2020-05'), '-20', '−20', '−27.8%', true)),
      count(JAN, 36, change(DEC, '-16', '−16', '−30.8%', true)),
      count(FEB, 39, change(JAN, '3', '+3', '+8.3%', false)),
    ],
  },
  {
    metric: 'agency_rate',
    label: 'Agency rate',
    direction: 'lower',
    unit: 'share',
    formula: 'agency / (permanent + agency)',
    line: 9,
    values: [
      [DEC, '0.269430051813', '26.94%'],
      [JAN, '0.2', '20.00%', change(DEC, '-0.069430051813', '−6.94 pp', '−25.8%', true)],
      [FEB, '0.210810810811', '21.08%', change(JAN, '0.010810810811', '+1.08 pp', '+5.4%', false)],
    ],
  },
  {
    metric: 'unfilled',
    label: 'Vacancies',
    direction: 'lower',
    line: 10,
    marks: { '2021-02': '*' },
    values: [
      count(DEC, 16),
      count(JAN, 17, change(DEC, '1', '+1', '+6.3%', false)),
      count(FEB, 24, change(JAN, '7', '+7', '+41.2%', false)),
    ],
  },
  {
    metric: 'establishment',
    label: 'Establishment',
    direction: 'none',
    line: 11,
    values: [
      count(DEC, 209),
      count(JAN, 197, change(DEC, '-12', '−12', '−5.7%', null)),
      count(FEB, 209, change(JAN, '12', '+12', '+6.1%', null)),
    ],
  },
];

const FIGURES = ROWS.flatMap(figuresOf);

function tableRow(metric: string) {
  const row = ROWS.find((one) => one.metric === metric)!;
  return {
    metric,
    label: row.label,
    unit: row.unit ?? ('count' as const),
    figures: [DEC, JAN, FEB].map((period) => `${metric}@${period.key}`),
  };
}

const BRIDGES: readonly Bridge[] = [
  {
    from: DEC,
    to: JAN,
    figures: ['permanent@2020-12', 'starters@2021-01', 'leavers@2021-01', 'permanent@2021-01'],
    opening: '141',
    starters: '10',
    leavers: '1',
    expected: '150',
    closing: '144',
    unexplained: '-6',
    unexplainedText: '−6',
  },
  {
    from: JAN,
    to: FEB,
    figures: ['permanent@2021-01', 'starters@2021-02', 'leavers@2021-02', 'permanent@2021-02'],
    opening: '144',
    starters: '0',
    leavers: '1',
    expected: '143',
    closing: '146',
    unexplained: '3',
    unexplainedText: '+3',
  },
];

const done = (reference: string, milestone: string, due: string, line: number): MilestoneRow => ({
  reference,
  milestone,
  due: month(due),
  state: 'complete',
  stateText: 'Complete',
  comment: '',
  at: place(`${FOLDER}/milestones.csv`, line),
});

const MILESTONES: readonly MilestoneRow[] = [
  done('Dashboard', 'Scope finalised and agreed by Children’s Services', '2020-06', 2),
  done(
    'Temp to Perm',
    'The five agency staff now converting are permanent staff by 1 July 2020',
    '2020-07',
    3,
  ),
  done('Social Work Academy', 'Academy model and funding agreed', '2020-07', 4),
  done('Permanent Recruitment', 'Revised recruitment campaign launched', '2020-07', 5),
  done('Dashboard', 'Workforce dashboard completed by the supplier', '2020-12', 6),
  done('Social Work Academy', 'Academy ready for launch', '2020-10', 7),
  {
    reference: 'Workforce Strategy',
    milestone: 'Three-year workforce strategy launched',
    due: month('2021-03'),
    revised: {
      kind: 'season',
      key: '2021-summer',
      label: 'Summer 2021',
      start: '2021-06-01',
      end: '2021-08-31',
    },
    state: 'slipped',
    stateText: 'Slipped 5 months',
    slipText: '5 months',
    comment: 'The strategy is complex and needs more data than was foreseen; see the escalation',
    at: place(`${FOLDER}/milestones.csv`, 8),
  },
];

const RISKS = `${FOLDER}/risks.csv`;
const MEDIUM = {
  likelihood: 'Medium',
  impact: 'Significant',
  score: '5',
  rating: 'amber',
  ratingLabel: 'Amber',
  severe: false,
  action: 'Management effort worthwhile',
  statedScore: '5',
  scoreAgrees: true,
  mitigationDate: month('2021-06'),
  comment: '',
} as const;

const OPEN: readonly RiskRow[] = [
  {
    ...MEDIUM,
    reference: 'WFR1',
    risk: 'Permanent social workers cannot be recruited in the short and medium term because of Covid-19, so that the target is missed and costs rise',
    mitigation:
      'The Head of the Social Work Academy manages all permanent recruitment. Progress is good; the momentum has to be kept to bring in experienced workers.',
    at: place(RISKS, 2),
  },
  {
    ...MEDIUM,
    reference: 'WFR3',
    risk: 'The agency workforce does not fall to its target, which holds back improvement in practice',
    likelihood: 'Low',
    score: '3',
    rating: 'green',
    ratingLabel: 'Green',
    action: 'Risks may be worth accepting with monitoring',
    statedScore: '3',
    mitigation:
      'Permanent appointments and conversions keep bringing agency numbers down; the effort now turns to the last remaining cohort and the 10% corporate target.',
    at: place(RISKS, 3),
  },
  {
    ...MEDIUM,
    reference: 'WFR9',
    risk: 'The large intake of newly qualified social workers strains the service while the three-year strategy and the Social Work Academy are still being developed',
    mitigation:
      'The Star Chamber reviews recruitment continually, and the service puts the three-year strategy first, so that the newly qualified become the experienced workers it needs.',
    at: place(RISKS, 4),
  },
  {
    ...MEDIUM,
    reference: 'WFR10',
    risk: 'After Covid-19, workers look to other councils that offer home working, and both agency and permanent staff become harder to recruit',
    mitigation:
      'Recruitment is reviewed continually; the three-year strategy sets out how staff are recruited and kept.',
    at: place(RISKS, 5),
  },
];

const closed = (reference: string, risk: string, line: number): RiskRow => ({
  reference,
  risk,
  likelihood: 'Significant',
  impact: 'Low',
  severe: false,
  statedScore: '3',
  swapped: { likelihood: 'Low', impact: 'Significant', score: '3', rating: 'green' },
  mitigation: 'No longer a risk: to be closed',
  comment: '',
  at: place(RISKS, line),
});

const CLOSED: readonly RiskRow[] = [
  closed(
    'WFR6',
    'The first Ofsted monitoring visit, in August 2020, delays work in the 12-month project plan',
    6,
  ),
  closed(
    'WFR7',
    'Without project management support to the other two pillars, the Workforce pillar is delayed, because a service at full capacity does the work itself while preparing for Ofsted',
    7,
  ),
];

const cell = (impact: string, likelihood: string, score: string, rating: string, action: string) => ({
  impact,
  likelihood,
  score,
  rating,
  action,
});
const level = (id: string) => ({ id, label: id });
const stated = 'Reported as achieved; the data repo holds no month-by-month conversions to check it with.';

const GLIDEPATH: readonly (readonly [string, string, string])[] = [
  ['2021-02', '0.210810810811', '21.08%'],
  ['2021-03', '0.201576576577', '20.16%'],
  ['2021-04', '0.192342342342', '19.23%'],
  ['2021-05', '0.183108108108', '18.31%'],
  ['2021-06', '0.173873873874', '17.39%'],
  ['2021-07', '0.16463963964', '16.46%'],
  ['2021-08', '0.155405405405', '15.54%'],
  ['2021-09', '0.146171171171', '14.62%'],
  ['2021-10', '0.136936936937', '13.69%'],
  ['2021-11', '0.127702702703', '12.77%'],
  ['2021-12', '0.118468468468', '11.85%'],
  ['2022-01', '0.109234234234', '10.92%'],
  ['2022-02', '0.1', '10.00%'],
];

const PROGRESS = `- **Health check.** The report on the November 2020 annual health check, which this board asked for in February, is
  Appendix 1. The directorate's management team agreed its recommendations on 9 March; they are carried out through
  the three-year strategy, an internal review of administration, new dashboards and new ways of working. The
  Principal Social Worker led a feedback session with staff on 6 April.
- **Induction.** A revised departmental induction has started: one week for every new member of staff, with a
  booklet on mandatory training and career progression.
- **Conversions.** Four agency workers have become permanent so far in 2021 and two more are converting; two
  permanent employees have been recruited since February. With the Step Up students and newly qualified workers
  who were appointed, the corporate target of a further 13 conversions or replacements by February 2021 was met,
  which leaves 39 agency workers.
- **Experience gap.** The focus turns to recruiting and keeping experienced social workers. The Workforce
  Development Board reviewed the strategy's discovery phase in February: workers with three to four years after
  qualification are hard to recruit. A second Pulse survey on skills and barriers to progression closed on 15
  March, and its results went to the management team on 13 April.
- **Recruitment events.** The first virtual event was held with Connect2Luton; one a quarter follows through 2021.
- **Job descriptions.** Those for newly qualified social workers, social workers and senior practitioners were
  reviewed against the changes of the last 12 months. A video on the Social Work Academy is being made.
- **Managers.** All front-line managers have attended the training that started in March, on the HR and
  recruitment systems and on managers' responsibilities.
- **Dashboards.** Caseload: live since January and in use. Agency: going live. Workforce: phase 1 (turnover and
  profile) complete; phases 2 (costs and expenses) and 3 (leave, supervision and check-ins) in development.
`;

const NEXT = `- **Strategy.** Build the three-year strategy: the summary report goes to the management team, and on its
  approval a business case for the extra funding follows. A draft comes to the next board.
- **Permanent recruitment.** Go on recruiting across the service, aimed at the last remaining agency cohort.
- **Recruitment events.** Support the virtual events, so that social workers elsewhere hear of Luton's progress.
`;

const COMMENTARY = `Of the 24 vacancies reported for Feb 2021, 12 remain: the others were filled by people who had not yet
started when the report was run.

The agency workforce stood at 66 in January 2020, rose to its highest, 72, in May 2020, and is now 39. It went up from 36 to
39 between January and February, because demand-led posts were added in the Assessment Service when referrals rose as
schools reopened. March will show another small rise: the Family Safeguarding Service gets demand-led posts, so that each
team has one team manager, one deputy team manager, one senior practitioner, six social workers and one administrator.

Agency workers are now 21.08% of social workers in post; the corporate target is 10% by February 2022.
`;

/** A report of the template `highlight-report`, which has all of these. */
type HighlightReport = Report &
  Required<
    Pick<Report, 'rag' | 'progress' | 'next' | 'sponsor' | 'lead' | 'completedBy' | 'period' | 'nextPeriod'>
  >;

const computed = (id: string, title: string): Report['sections'][number] => ({
  id,
  title,
  kind: 'computed',
  blocks: [],
});

/** Luton's report of 19 April 2021 by hand: what every renderer is tried on, whatever builds the real one. */
export const LUTON: HighlightReport = {
  schema: REPORT_SCHEMA,
  generator: { name: 'cip-report', version: '0.1.0' },
  template: 'highlight-report',
  title: 'Workforce highlight report',
  language: 'en-GB',
  organisation: 'Luton Council',
  programme: 'Children’s Improvement Programme',
  board: 'Children’s Improvement Board',
  boardShort: 'CIB',
  workstream: { id: 'workforce', title: 'Workforce' },
  draft: true,
  meeting: { id: '2021-04-19', date: '2021-04-19' },
  asOf: '2021-04-19',
  sponsor: 'Service Director (programme sponsor)',
  lead: 'Project Manager, Workforce',
  completedBy: 'Project Manager, Workforce',
  period: { from: '2021-02-15', to: '2021-04-19' },
  nextPeriod: { from: '2021-04-19', to: '2021-06-21' },
  sections: [
    computed('status', 'RAG and requests in full'),
    computed('escalations', 'Urgent matters for escalation'),
    computed('progress', 'Progress and next period'),
    computed('workforce', 'Workforce data'),
    computed('targets', 'Targets'),
    computed('milestones', 'Key milestones'),
    computed('risks', 'Risk log'),
    computed('appendices', 'Appendices'),
    computed('checked', 'Figures checked'),
  ],
  theme: {},
  rag: {
    previous: 'green',
    current: 'green',
    meanings: { green: { label: 'on plan', meaning: 'The work goes to plan and within tolerance.' } },
    reason:
      'The 12-month plan is being worked through and its agreed actions are progressing. The plan’s milestones are complete; the three-year strategy, added to it, launches later than hoped.',
    evidence: [
      { kind: 'targets', text: 'No target missed; 1 off course', tone: 'attention' },
      { kind: 'milestones', text: 'No milestone overdue; 1 slipped', tone: 'attention' },
      { kind: 'risks', text: 'No red risk', tone: 'good' },
    ],
    indicated: 'amber',
    agrees: false,
  },
  asks: [
    {
      kind: 'note',
      markdown:
        'The launch of the three-year workforce strategy moves from March to summer 2021; a draft comes to the June board. No decision is needed today.',
    },
  ],
  escalations: [
    {
      matter:
        'The three-year workforce strategy will not launch at the end of March 2021. It is complex and needs more data than was foreseen, and the date was known to be ambitious; the work now aims at summer 2021.',
      action:
        'The Workforce Development Board watches progress continually and reports to this board, so that the new date is kept.',
    },
  ],
  progress: PROGRESS,
  next: NEXT,
  workforce: {
    population: 'children and family social workers',
    basis: 'headcount',
    periods: [DEC, JAN, FEB],
    groups: [
      { label: 'All', rows: [tableRow('in_post')] },
      {
        label: 'Permanent',
        rows: ['permanent', 'starters', 'starters_rate', 'leavers', 'leavers_rate'].map(tableRow),
      },
      { label: 'Agency', rows: ['agency', 'agency_rate'].map(tableRow) },
      { label: 'Vacancies', rows: [tableRow('unfilled')] },
      { label: 'Establishment', rows: [tableRow('establishment')] },
    ],
    headlines: ['agency_rate@2021-02', 'permanent@2021-02', 'agency@2021-02', 'unfilled@2021-02'],
    series: ROWS.map((row) => ({
      metric: row.metric,
      label: row.label,
      figures: row.values.map(([period]) => `${row.metric}@${period.key}`),
    })),
    bridges: BRIDGES,
    movements: [],
    commentary: COMMENTARY,
  },
  figures: Object.fromEntries(FIGURES.map((one) => [one.id, one])),
  targets: [
    {
      id: 'convert-24',
      at: { file: 'cip-report.yaml', line: 56, column: 9, length: 10 },
      label: 'Convert or replace 24 agency social workers',
      direction: 'higher',
      targetText: '24',
      targetDecimal: '24',
      by: month('2020-09'),
      state: 'achieved',
      basis: 'stated',
      note: stated,
    },
    {
      id: 'convert-13-more',
      at: { file: 'cip-report.yaml', line: 64, column: 9, length: 15 },
      label: 'Convert or replace a further 13 agency social workers',
      direction: 'higher',
      targetText: '13',
      targetDecimal: '13',
      by: FEB,
      state: 'achieved',
      basis: 'stated',
      note: stated,
    },
    {
      id: 'agency-10',
      at: { file: 'cip-report.yaml', line: 72, column: 9, length: 9 },
      label: 'Agency workers at most 10% of social workers in post',
      metric: 'agency_rate',
      direction: 'lower',
      targetText: '10%',
      targetDecimal: '0.1',
      by: month('2022-02'),
      state: 'on_course',
      basis: 'computed',
      figure: 'agency_rate@2021-02',
      series: ['agency_rate@2020-12', 'agency_rate@2021-01', 'agency_rate@2021-02'],
      path: {
        gapText: '11.08 pp',
        months: 12,
        requiredText: '−0.92 pp a month',
        requiredDecimal: '-0.009234234234',
        requiredPeopleText: '1.7',
        requiredPeopleOf: 'agency workers',
        paceText: '−2.93 pp a month',
        paceDecimal: '-0.029309620501',
        paceFrom: DEC,
        paceMeets: true,
        lastStepText: '+1.08 pp',
        trend: false,
        glidepath: GLIDEPATH.map(([key, decimal, text]) => ({ period: month(key), decimal, text })),
      },
    },
  ],
  milestones: MILESTONES,
  missingActions: [],
  milestoneCounts: { complete: 6, overdue: 0, due_soon: 0, slipped: 1, on_track: 0, slippedTotal: 1 },
  risks: {
    matrix: {
      rows: 'impact',
      likelihood: ['Low', 'Medium', 'High'].map(level),
      impact: ['Noticeable', 'Significant', 'Critical'].map(level),
      ratings: [
        { id: 'green', label: 'Green', colour: 'green', severe: false },
        { id: 'amber', label: 'Amber', colour: 'amber', severe: false },
        { id: 'red', label: 'Red', colour: 'red', severe: true },
      ],
      cells: [
        cell('Noticeable', 'Low', '1', 'green', 'Accept risks'),
        cell('Noticeable', 'Medium', '2', 'green', 'Accept risks, but monitor risks'),
        cell('Noticeable', 'High', '4', 'amber', 'Manage and monitor risks'),
        cell('Significant', 'Low', '3', 'green', 'Risks may be worth accepting with monitoring'),
        cell('Significant', 'Medium', '5', 'amber', 'Management effort worthwhile'),
        cell('Significant', 'High', '7', 'red', 'Management effort required'),
        cell('Critical', 'Low', '6', 'amber', 'Considerable management required'),
        cell('Critical', 'Medium', '8', 'red', 'Must manage and monitor risks'),
        cell('Critical', 'High', '9', 'red', 'Extensive management required'),
      ],
      guidance:
        'A score of 7, 8 or 9 is red: the council does not accept such a risk, gives it high priority, and its owner monitors it until it has been brought down.',
    },
    open: OPEN,
    closed: CLOSED,
    counts: { green: 1, amber: 3, red: 0 },
  },
  tables: [],
  trends: [],
  indicators: [],
  benchmarks: [],
  actions: [],
  recommendations: [],
  answers: [],
  resolutions: [],
  questions: [],
  notes: [
    {
      mark: '*',
      markdown:
        '12 of these vacancies remain once the workers who were due to start are counted; they include five social worker posts in the MASH, Adoption, Placement and SEN teams.',
      figures: ['unfilled@2021-02'],
    },
  ],
  appendices: [
    {
      title: 'Appendix 1 – Annual health check',
      markdown: 'The report on the annual health check of November 2020 is circulated with this paper.',
    },
  ],
  definitions: [
    {
      id: 'permanent',
      label: 'Permanent',
      description: 'Workers on the council’s payroll at the end of the period.',
      usedBy: [],
      origin: 'measure',
    },
    {
      id: 'agency',
      label: 'Agency',
      description: 'Agency workers who cover posts at the end of the period.',
      usedBy: [],
      origin: 'measure',
    },
    {
      id: 'starters',
      label: 'Starters',
      description: 'Permanent workers who started in the period.',
      usedBy: [],
      origin: 'measure',
    },
    {
      id: 'leavers',
      label: 'Leavers',
      description: 'Permanent workers who left in the period.',
      usedBy: [],
      origin: 'measure',
    },
    {
      id: 'unfilled',
      label: 'Vacancies',
      description: 'Posts that nobody covers at the end of the period.',
      usedBy: [],
      origin: 'measure',
    },
    {
      id: 'establishment',
      label: 'Establishment',
      description: 'Budgeted posts at the end of the period.',
      usedBy: [],
      origin: 'measure',
    },
    {
      id: 'in_post',
      label: 'Social workers in post',
      formulaText: 'permanent + agency',
      description: 'Everyone in post at the end of the period.',
      usedBy: ['Luton'],
      origin: 'registry',
    },
    {
      id: 'agency_rate',
      label: 'Agency rate',
      formulaText: 'agency ÷ (permanent + agency)',
      description: 'Agency workers as a share of all workers in post.',
      usedBy: ["Department for Education, Children's social work workforce", 'Medway', 'Luton'],
      origin: 'registry',
    },
    {
      id: 'starters_rate',
      label: 'Starters rate',
      formulaText: 'starters ÷ permanent',
      description: 'Starters as a share of permanent staff at the end of the period.',
      usedBy: ['Luton'],
      origin: 'registry',
    },
    {
      id: 'leavers_rate',
      label: 'Leavers rate',
      formulaText: 'leavers ÷ permanent',
      description: 'Leavers as a share of permanent staff at the end of the period.',
      usedBy: ['Luton'],
      origin: 'registry',
    },
  ],
  checked: {
    recomputed: 12,
    agreed: 9,
    typed: { numbers: 0, tied: 0, agreed: 0, list: [] },
    differing: [
      {
        label: 'Leavers rate',
        period: DEC,
        statedText: '0.71%',
        computedText: '0.71%',
        at: place(TABLE, 5, 54, 5),
        explanation: 'The row is headed leavers, but it holds starters ÷ permanent.',
      },
      {
        label: 'Leavers rate',
        period: JAN,
        statedText: '6.94%',
        computedText: '0.69%',
        at: place(TABLE, 5, 60, 5),
        explanation: 'The row is headed leavers, but it holds starters ÷ permanent.',
      },
      {
        label: 'Leavers rate',
        period: FEB,
        statedText: '0.00%',
        computedText: '0.68%',
        at: place(TABLE, 5, 66, 5),
        explanation: 'The row is headed leavers, but it holds starters ÷ permanent.',
      },
    ],
  },
  findings: [
    {
      code: 'W303',
      severity: 'warning',
      message: 'WFR6: likelihood “Significant” and impact “Low” are the wrong way round',
      at: place(RISKS, 6, 94, 11),
      why: '“Significant” is a level of impact and “Low” a level of likelihood; exchanged, the matrix scores 3, as stated',
      help: 'exchange the two levels in the risk log',
    },
    {
      code: 'W303',
      severity: 'warning',
      message: 'WFR7: likelihood “Significant” and impact “Low” are the wrong way round',
      at: place(RISKS, 7, 178, 11),
      why: '“Significant” is a level of impact and “Low” a level of likelihood; exchanged, the matrix scores 3, as stated',
      help: 'exchange the two levels in the risk log',
    },
  ],
  inputs: [
    {
      path: 'cip-report.yaml',
      sha256: '3f0c5a0b7f6f53ad9e4b3b1c6f4bb1d2a3c4e5f60718293a4b5c6d7e8f901234',
      bytes: 3790,
    },
    {
      path: `${FOLDER}/milestones.csv`,
      sha256: '9a1b2c3d4e5f60718293a4b5c6d7e8f9012343f0c5a0b7f6f53ad9e4b3b1c6f4',
      bytes: 712,
    },
    {
      path: `${FOLDER}/report.yaml`,
      sha256: 'c6d7e8f9012343f0c5a0b7f6f53ad9e4b3b1c6f4bb1d2a3c4e5f60718293a4b5',
      bytes: 5210,
    },
    { path: RISKS, sha256: '6f53ad9e4b3b1c6f4bb1d2a3c4e5f60718293a4b5c6d7e8f9012343f0c5a0b7f', bytes: 1795 },
    { path: HISTORY, sha256: '293a4b5c6d7e8f9012343f0c5a0b7f6f53ad9e4b3b1c6f4bb1d2a3c4e5f60718', bytes: 40 },
    { path: TABLE, sha256: 'e5f60718293a4b5c6d7e8f9012343f0c5a0b7f6f53ad9e4b3b1c6f4bb1d2a3c4', bytes: 611 },
  ],
};

/** Luton's report with everything that a report can hold besides: what no single real paper has at once. */
export const FULL: HighlightReport = {
  ...LUTON,
  meeting: { ...LUTON.meeting, previous: '2021-02-15' },
  since: { meeting: '2021-02-15', texts: ['1 milestone slipped.', 'WFR1 escalated from Amber to Red.'] },
  workforce: {
    ...LUTON.workforce,
    bridges: [{ ...BRIDGES[0]!, closing: '150', unexplained: '0', unexplainedText: '0' }, ...BRIDGES],
    movements: [
      {
        figure: 'permanent@2021-01',
        amountText: '−6 beyond starters and leavers',
        markdown: 'Six posts moved to the *regional* adoption agency.',
        at: place(`${FOLDER}/report.yaml`, 60),
      },
    ],
  },
  rag: { ...LUTON.rag, previous: 'amber', despite: 'The slip is *agreed* with the board.' },
  asks: [
    { kind: 'decide', markdown: 'Agree the new date.' },
    { kind: 'support', markdown: 'Release two posts.' },
    ...LUTON.asks,
  ],
  milestones: [
    ...LUTON.milestones,
    ...['2021-01', '2021-02', '2021-03', '2021-04'].map((due, index): MilestoneRow => ({
      reference: `M${index}`,
      milestone: `Overdue step ${index}`,
      due: month(due),
      actual: month(due),
      state: 'overdue',
      stateText: 'Overdue by 19 days',
      comment: '',
      at: place(`${FOLDER}/milestones.csv`, 9 + index),
    })),
  ],
  milestoneCounts: { ...LUTON.milestoneCounts, overdue: 4, due_soon: 1 },
  risks: {
    ...LUTON.risks,
    open: [
      {
        ...OPEN[0]!,
        owner: 'Head of Service',
        comment: 'Agreed in March',
        movement: { kind: 'up', text: 'up from 3' },
        scoreAgrees: false,
        statedScore: '4',
      },
      {
        ...OPEN[0]!,
        reference: 'WFR11',
        likelihood: 'Medium',
        impact: 'Critical',
        score: '8',
        rating: 'red',
        ratingLabel: 'Red',
        severe: true,
      },
      ...OPEN.slice(1),
    ],
    counts: { green: 1, amber: 3, red: 1 },
  },
};

/** Returns the report with a matrix of so many levels that no first page has room for it. */
export function withTallMatrix(report: HighlightReport): HighlightReport {
  const { matrix } = report.risks;
  if (matrix === undefined) throw new Error('the report has no matrix');
  const levels = Array.from({ length: 20 }, (_, index) => ({ id: `L${index}`, label: `Level ${index}` }));
  return {
    ...report,
    risks: { ...report.risks, matrix: { ...matrix, impact: [...matrix.impact, ...levels] } },
  };
}
