import { exact } from '../../src/model/exact.ts';
import { formatValue } from '../../src/report/format.ts';
import type {
  BenchmarkComparison,
  Figure,
  FigureTable,
  IndicatorRow,
  PeriodRef,
  PlanRow,
  Report,
  TargetProgress,
  Trend,
  XmrLimits,
} from '../../src/report/report.ts';
import { month } from './luton-report.ts';

const PLACE = { file: 'workforce/2024-06-11/workforce.csv', line: 2, column: 1, length: 2 };

/** A figure as a report prints it; a value of null is the marker `c`. */
export function figure(
  metric: string,
  period: PeriodRef,
  value: string | null,
  over: Partial<Figure> = {},
): Figure {
  const { group = {}, unit = 'count', places = 0, basis = 'fte' } = over;
  const of = Object.entries(group).map(([dimension, member]) => `[${dimension}=${member}]`);
  return {
    id: `${metric}@${period.key}${of.join('')}#${basis}`,
    metric,
    label: metric,
    period,
    group,
    basis,
    unit,
    direction: 'lower',
    places,
    result:
      value === null ? { kind: 'marker', marker: 'c' } : { kind: 'number', decimal: value, exact: true },
    text: value === null ? 'c' : formatValue(exact(value), unit, places),
    source: 'given',
    at: PLACE,
    inputs: [],
    stated: [],
    ...over,
  };
}

export function byId(figures: readonly Figure[]): Report['figures'] {
  return Object.fromEntries(figures.map((one) => [one.id, one]));
}

/** So many months from one on, as the report refers to them. */
export function months(first: string, count: number): PeriodRef[] {
  const [year = 0, at = 0] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const all = year * 12 + at - 1 + index;
    return month(`${Math.floor(all / 12)}-${`${(all % 12) + 1}`.padStart(2, '0')}`);
  });
}

function quarter(year: number, quarterAt: number): PeriodRef {
  const label = `${year}/${(year + 1) % 100}`;
  const [calendar, end] =
    quarterAt === 4 ? [year + 1, '03-31'] : [year, ['06-30', '09-30', '12-31'][quarterAt - 1]];
  const start = quarterAt === 4 ? '01-01' : ['04-01', '07-01', '10-01'][quarterAt - 1];
  return {
    kind: 'quarter',
    key: `${year}-${(year + 1) % 100}-Q${quarterAt}`,
    label: `Q${quarterAt} ${label}`,
    start: `${calendar}-${start}`,
    end: `${calendar}-${end}`,
  };
}

const MARCH = month('2024-03');

// Devon's management and leadership roles by team, 31 March 2024.
const TEAMS: readonly (readonly [string, string, string, string | null])[] = [
  ['Assessment', '10', '5.5', '0.55'],
  ['Children and families', '23', '7', '0.304348'],
  ['Corporate parenting', '5', '4', '0.8'],
  ['Disabled children', '6', '0', null],
];

const teamFigures = TEAMS.flatMap(([team, all, agency, rate]) => {
  const group = { team };
  return [
    figure('in_post', MARCH, all, { label: 'All', group, places: 2 }),
    figure('agency', MARCH, agency, {
      label: 'Agency',
      group,
      places: 1,
      ...(team === 'Assessment' && { mark: '*' }),
    }),
    figure('agency_rate', MARCH, rate, {
      label: 'Agency rate',
      group,
      unit: 'share',
      places: 1,
      source: 'computed',
    }),
    figure('sickness_cost', MARCH, '1234.5', { label: 'Cost of sickness', group, unit: 'money', places: 2 }),
  ];
});
const totalFigures = [
  figure('in_post', MARCH, '44', { label: 'All', places: 2 }),
  figure('agency', MARCH, '16.5', { label: 'Agency', places: 1 }),
  figure('agency_rate', MARCH, '0.375', {
    label: 'Agency rate',
    unit: 'share',
    places: 1,
    source: 'computed',
  }),
  figure('sickness_cost', MARCH, '4938', { label: 'Cost of sickness', unit: 'money', places: 2 }),
];

const TEAM_TABLE: FigureTable = {
  id: 'managers-by-team',
  title: 'Management and leadership roles by team',
  scope: 'Full-time equivalent, Mar 2024',
  stub: 'Team',
  marks: [],
  columns: ['All', 'Agency', 'Agency rate', 'Cost of sickness'],
  rows: [
    ...TEAMS.map(([team], row) => ({
      label: team,
      kind: 'part' as const,
      cells: teamFigures.slice(row * 4, row * 4 + 4).map((one) => ({ figure: one.id })),
    })),
    {
      label: 'All management and leadership roles',
      kind: 'total',
      cells: totalFigures.map((one) => ({ figure: one.id })),
    },
  ],
  note: 'The rate is *agency ÷ all*.',
};

const CASE_MONTHS = months('2023-07', 9);
const CASES: readonly (readonly [
  id: string,
  label: string,
  values: readonly number[],
  fresh: readonly number[],
])[] = [
  ['disciplinaries', 'Disciplinary cases', [3, 2, 4, 4, 4, 1, 1, 2, 1], [0, 0, 2, 0, 1, 0, 0, 1, 1]],
  ['grievances', 'Grievances', [2, 4, 7, 7, 6, 2, 2, 0, 0], [1, 3, 4, 0, 0, 1, 0, 0, 0]],
  ['whistleblowing', 'Whistleblowing', [3, 3, 3, 3, 2, 2, 2, 1, 1], [0, 0, 0, 0, 0, 0, 0, 10, 0]],
];
const caseFigures = CASES.flatMap(([id, label, values, fresh]) =>
  CASE_MONTHS.flatMap((period, at) => [
    figure(id, period, `${values[at]!}`, { label, basis: 'headcount' }),
    figure(`${id}_new`, period, `${fresh[at]!}`, { label: `${label}, new`, basis: 'headcount' }),
  ]),
);

const CASE_TABLE: FigureTable = {
  id: 'casework',
  title: 'Casework by month',
  scope: 'All staff, headcount',
  stub: 'Month',
  marks: [],
  columns: CASES.map(([, label]) => label),
  rows: CASE_MONTHS.map((period) => ({
    label: period.label,
    kind: 'part',
    cells: CASES.map(([id], at) => ({
      figure: `${id}@${period.key}#headcount`,
      ...(at < 2 && { bracket: { figure: `${id}_new@${period.key}#headcount`, word: 'new' } }),
    })),
  })),
};

const WIDE_MONTHS = months('2023-04', 12);
const WIDE_ROWS = ['Budgeted', 'All', 'Agency', 'Permanent', 'Unfilled'];
const wideFigures = WIDE_ROWS.flatMap((label, row) =>
  WIDE_MONTHS.map((period, at) =>
    figure(`wide_${row}`, period, `${240 - row * 35 + ((at * 7) % 5)}.${at % 10}`, { label, places: 1 }),
  ),
);

const WIDE_TABLE: FigureTable = {
  id: 'by-month',
  title: 'Social worker roles by month',
  scope: 'Full-time equivalent',
  stub: 'Measure',
  marks: [],
  columns: WIDE_MONTHS.map((period) => period.label),
  rows: WIDE_ROWS.map((label, row) => ({
    label,
    kind: 'part',
    cells: WIDE_MONTHS.map((period) => ({ figure: `wide_${row}@${period.key}#fte` })),
  })),
};

const SPELL = months('2023-01', 18);
const RATES = [
  44.1, 42.8, 43.9, 45.2, 44.6, 43.1, 44.0, 42.2, 41.8, 41.0, 39.7, 38.9, 38.1, 36.4, 33.0, 33.4, 32.1, 31.5,
];
const rateFigures = SPELL.map((period, at) =>
  figure('trend_rate', period, (RATES[at]! / 100).toFixed(3), {
    label: 'Agency rate',
    unit: 'share',
    places: 1,
  }),
);
const level = (decimal: string, text: string) => ({ decimal, text });

export const XMR: XmrLimits = {
  points: 18,
  trial: false,
  mean: level('0.397667', '39.8%'),
  lower: level('0.3638', '36.4%'),
  upper: level('0.4315', '43.2%'),
  meanMovingRange: level('0.0127', '1.3 pp'),
  screened: 1,
  signals: [
    {
      kind: 'seven_one_side',
      direction: 'high',
      figures: rateFigures.slice(0, 10).map((one) => one.id),
      text: '10 in a row above the mean, Jan 2023 to Oct 2023',
      good: false,
    },
    {
      kind: 'outside_limits',
      direction: 'low',
      figures: rateFigures.slice(14).map((one) => one.id),
      text: '4 below the lower limit, Mar 2024 to Jun 2024',
      good: true,
    },
    {
      kind: 'seven_rising_or_falling',
      direction: 'falling',
      figures: rateFigures.slice(7, 15).map((one) => one.id),
      text: '8 in a row falling, Aug 2023 to Mar 2024',
      good: null,
    },
  ],
};

const XMR_TREND: Trend = {
  id: 'agency-trend',
  title: 'Agency rate: 3 signals in 18 months',
  scope: 'Social workers, full-time equivalent',
  unit: 'share',
  series: [{ metric: 'trend_rate', label: 'Agency rate', figures: rateFigures.map((one) => one.id) }],
  xmr: XMR,
  levels: [{ label: 'Target by Dec 2024', decimal: '0.3', text: '30%' }],
};

const loads = months('2024-01', 6);
const loadFigures = loads.map((period, at) =>
  figure('average_caseload', period, at === 3 ? null : `${[16.2, 17.1, 16.9, 0, 17.4, 16.44][at]!}`, {
    label: 'Average caseload',
    unit: 'ratio',
    places: 2,
  }),
);

const TRIAL_TREND: Trend = {
  id: 'caseload-trend',
  title: 'Average caseload: 5 points, no claim',
  scope: 'Assessment teams',
  unit: 'ratio',
  series: [
    { metric: 'average_caseload', label: 'Average caseload', figures: loadFigures.map((one) => one.id) },
  ],
  xmr: {
    points: 5,
    trial: true,
    mean: level('16.808', '16.81'),
    lower: level('14.6', '14.60'),
    upper: level('19.0', '19.02'),
    meanMovingRange: level('0.83', '0.83'),
    screened: 0,
    signals: [],
  },
  levels: [{ label: 'Cap', decimal: '18', text: '18' }],
};

const TEAM_NAMES = ['Assessment', 'Children and families', 'Corporate parenting', 'Disabled children'];
const lineFigures = TEAM_NAMES.flatMap((team, row) =>
  CASE_MONTHS.map((period, at) =>
    figure('line', period, `${[38, 61, 36, 9][row]! - ((at * (row + 2)) % 7)}.5`, {
      label: team,
      group: { team },
      places: 1,
    }),
  ),
);

const LINES_TREND: Trend = {
  id: 'teams-trend',
  title: 'Agency workers by team',
  scope: 'Social worker roles, full-time equivalent',
  unit: 'count',
  series: TEAM_NAMES.map((team) => ({
    metric: 'line',
    label: team,
    figures: lineFigures.filter((one) => one.group['team'] === team).map((one) => one.id),
  })),
  levels: [],
};

const postsFigures = months('2023-06', 13).map((period, at) =>
  figure('posts', period, `${275 + ((at * 5) % 7)}`, { label: 'Established posts' }),
);

const FLAT_TREND: Trend = {
  id: 'posts-trend',
  title: 'Established posts: no signal in 13 months',
  scope: 'Social workers, full-time equivalent',
  unit: 'count',
  series: [{ metric: 'posts', label: 'Established posts', figures: postsFigures.map((one) => one.id) }],
  levels: [],
};

const visits = SPELL.slice(-6).map((period, at) =>
  figure('visits_on_time', period, `${[0.83, 0.81, 0.842, 0.8, 0.79, 0.817][at]!}`, {
    label: 'Statutory visits on time',
    unit: 'share',
    places: 1,
    direction: 'higher',
    ...(at === 5 && {
      change: {
        from: SPELL.at(-2)!,
        absolute: '0.027',
        text: '+2.7 pp',
        movement: 'up' as const,
        good: true,
      },
    }),
  }),
);
const JUNE = SPELL.at(-1)!;
const visitParts = [
  figure('visits_made', JUNE, '817', { label: 'Visits made on time', basis: 'headcount' }),
  figure('visits_due', JUNE, '1000', { label: 'Visits due', basis: 'headcount' }),
];
const loadByTeam = [
  figure('team_caseload', JUNE, '19.2', {
    label: 'Average caseload',
    group: { team: 'Assessment' },
    unit: 'ratio',
    places: 2,
  }),
  figure('team_caseload', JUNE, '26.31', {
    label: 'Average caseload',
    group: { team: 'Care leavers' },
    unit: 'ratio',
    places: 2,
  }),
];

const INDICATORS: readonly IndicatorRow[] = [
  {
    indicator: 'visits_on_time',
    label: 'Statutory visits on time',
    group: {},
    figure: visits.at(-1)!.id,
    series: visits.map((one) => one.id),
    numerator: { label: 'visits made on time', figure: visitParts[0]!.id },
    denominator: { label: 'visits due', figure: visitParts[1]!.id },
    limit: {
      kind: 'target',
      at: { file: 'cip-report.yaml', line: 80, column: 7, length: 5 },
      text: 'at least 90%',
      decimal: '0.9',
      amberText: 'amber to 80%',
      met: false,
      gapText: '8.3 pp below the target',
      rag: 'amber',
    },
  },
  {
    indicator: 'average_caseload',
    label: 'Average caseload',
    group: {},
    figure: loadFigures.at(-1)!.id,
    series: loadFigures.map((one) => one.id),
    limit: {
      kind: 'cap',
      at: { file: 'cip-report.yaml', line: 80, column: 7, length: 5 },
      text: 'at most 18',
      decimal: '18',
      amberText: 'amber to 20',
      met: true,
      gapText: '1.56 below the cap',
      rag: 'green',
    },
  },
  ...loadByTeam.map((one, at): IndicatorRow => ({
    indicator: 'average_caseload',
    label: 'Average caseload',
    group: one.group,
    figure: one.id,
    series: [one.id],
    limit: {
      kind: 'cap',
      at: { file: 'cip-report.yaml', line: 80, column: 7, length: 5 },
      text: ['at most 18', 'at most 25'][at]!,
      decimal: ['18', '25'][at]!,
      met: false,
      gapText: ['1.20 above the cap', '1.31 above the cap'][at]!,
      rag: 'red',
    },
  })),
  {
    indicator: 'take_up',
    label: 'Take-up of the survey',
    group: {},
    figure: 'trend_rate@2024-06#fte',
    series: rateFigures.map((one) => one.id),
  },
  ...['disciplinaries', 'grievances'].map((id): IndicatorRow => ({
    indicator: 'cases_by_kind',
    label: 'Cases by kind',
    group: { kind: id },
    figure: `${id}@2024-03#headcount`,
    series: CASE_MONTHS.map((period) => `${id}@${period.key}#headcount`),
  })),
];

const own = figure('agency_rate_fte', MARCH, '0.375', {
  label: 'Agency rate (DfE)',
  unit: 'share',
  places: 1,
});
const ownByHead = figure('agency_rate_headcount', MARCH, '0.36', {
  label: 'Agency rate',
  unit: 'share',
  places: 1,
});
const printed = figure('agency_share', MARCH, '0.33', {
  label: 'Agency share of establishment',
  unit: 'share',
  places: 1,
});

const DOWNLOAD = { file: 'benchmarks/csww_indicators.csv', line: 12, column: 40, length: 4 };
const SOURCE = 'Children’s social work workforce, Department for Education, 2024';
const place = (
  name: string,
  level_: BenchmarkComparison['rows'][number]['level'],
  text: string,
  rest: { decimal?: string; differenceText?: string; period?: string } = {},
): BenchmarkComparison['rows'][number] => ({
  place: name,
  level: level_,
  period: '2023/24',
  text,
  source: SOURCE,
  at: DOWNLOAD,
  ...rest,
});

const BENCHMARKS: readonly BenchmarkComparison[] = [
  {
    metric: 'agency_rate',
    label: 'Agency rate (DfE)',
    own: own.id,
    notCompared: {
      figure: printed.id,
      because: 'it divides by the establishment, the national figure by all who are in post',
    },
    cautions: ['The national figure counts all children’s social workers, this report managers alone'],
    rows: [
      place('England', 'england', '17.8%', {
        decimal: '0.178',
        differenceText: '+19.7 pp',
        period: '2022/23',
      }),
      place('England', 'england', '16.2%', { decimal: '0.162', differenceText: '+21.3 pp' }),
      place('South West', 'region', '18.6%', { decimal: '0.186', differenceText: '+18.9 pp' }),
      place('Cornwall', 'authority', '9.6%', { decimal: '0.096', differenceText: '+27.9 pp' }),
      place('Somerset', 'authority', '11.0%', { decimal: '0.11', differenceText: '+26.5 pp' }),
      place('Isles of Scilly', 'authority', 'c'),
    ],
  },
  {
    metric: 'agency_rate',
    label: 'Agency rate, headcount',
    own: ownByHead.id,
    cautions: [],
    rows: [place('England', 'england', '16.0%', { decimal: '0.16', differenceText: '+20.0 pp' })],
  },
  {
    metric: 'turnover_rate',
    label: 'Turnover',
    own: visits[0]!.id,
    cautions: [],
    rows: [place('England', 'england', '83.0%', { decimal: '0.83', differenceText: '0.0 pp' })],
  },
];

const PLAN: readonly (readonly [PeriodRef, string, string?, string?])[] = [
  [quarter(2023, 4), '122', '122', '0'],
  [quarter(2024, 1), '125', '126.4', '+1.4'],
  [quarter(2024, 2), '129', '124.5', '−4.5'],
  [quarter(2024, 3), '135'],
  [quarter(2024, 4), '142'],
  [quarter(2025, 2), '155'],
];
const planFigures = PLAN.flatMap(([period, , actual]) =>
  actual === undefined
    ? []
    : [figure('permanent', period, actual, { label: 'Permanent', places: 1, direction: 'higher' })],
);

export const PLANNED_TARGET: TargetProgress = {
  id: 'permanent-plan',
  at: { file: 'cip-report.yaml', line: 90, column: 9, length: 14 },
  label: 'A permanent workforce',
  metric: 'permanent',
  direction: 'higher',
  targetText: '155',
  targetDecimal: '155',
  by: quarter(2025, 2),
  state: 'off_course',
  basis: 'computed',
  figure: planFigures.at(-1)!.id,
  plan: PLAN.map(([period, text, actual, differenceText], at): PlanRow => ({
    period,
    at: { file: 'cip-report.yaml', line: 95, column: 20 + at, length: 3 },
    planText: text,
    planDecimal: text,
    ...(actual !== undefined && { figure: planFigures[at]!.id }),
    ...(differenceText !== undefined && { differenceText }),
    state: actual === undefined ? 'ahead_of_us' : differenceText!.startsWith('−') ? 'behind' : 'met',
  })),
  metAt: month('2027-11'),
  path: {
    gapText: '30.5',
    months: 12,
    requiredText: '+2.5 a month',
    requiredDecimal: '2.5416',
    paceText: '+0.4 a month',
    paceDecimal: '0.4166',
    paceFrom: quarter(2023, 4),
    paceMeets: false,
    trend: false,
    glidepath: [],
  },
};

/** Every figure that the parts below print. */
const PART_FIGURES = byId([
  ...teamFigures,
  ...totalFigures,
  ...caseFigures,
  ...wideFigures,
  ...rateFigures,
  ...loadFigures,
  ...lineFigures,
  ...postsFigures,
  ...visits,
  ...visitParts,
  ...loadByTeam,
  own,
  ownByHead,
  printed,
  ...planFigures,
]);

/** Tables, trends, indicators and comparisons of every shape, for a report that has `PART_FIGURES` too. */
const FIGURE_PARTS: Pick<Report, 'tables' | 'trends' | 'indicators' | 'benchmarks'> = {
  tables: [TEAM_TABLE, CASE_TABLE, WIDE_TABLE],
  trends: [XMR_TREND, TRIAL_TREND, LINES_TREND, FLAT_TREND],
  indicators: INDICATORS,
  benchmarks: BENCHMARKS,
};

/** Returns the report with all of these in it. */
export function withFigureParts<T extends Report>(report: T): T {
  return {
    ...report,
    ...FIGURE_PARTS,
    figures: { ...report.figures, ...PART_FIGURES },
    targets: [...report.targets, PLANNED_TARGET],
  };
}
