import {
  COMPARISON_SCHEMA,
  PARTS,
  type Amount,
  type Comparison,
  type EntryChange,
  type FigureChange,
  type FigureSide,
  type GroupChange,
  type PeriodRef,
  type RiskCell,
  type SettingChange,
  type WorkstreamComparison,
} from '../../src/compare/comparison.ts';
import type { Marker } from '../../src/model/cell.ts';
import type { Place } from '../../src/model/place.ts';
import { without } from './without.ts';

export const JAN: PeriodRef = {
  kind: 'month',
  key: '2021-01',
  label: 'Jan 2021',
  start: '2021-01-01',
  end: '2021-01-31',
};
export const FEB: PeriodRef = {
  kind: 'month',
  key: '2021-02',
  label: 'Feb 2021',
  start: '2021-02-01',
  end: '2021-02-28',
};
const AT: Place = { file: 'workforce/2021-03-15/workforce.csv', line: 4, column: 3, length: 6 };

export function amount(decimal: string, text: string): Amount {
  return { decimal, text };
}

function number(period: PeriodRef, decimal: string, text: string): FigureSide {
  return { period, result: { kind: 'number', decimal, exact: true }, text, source: 'given', at: AT };
}

function marker(period: PeriodRef, name: Marker, text: string): FigureSide {
  const bound = name === 'fewer_than' ? { bound: 5 } : {};
  return { period, result: { kind: 'marker', marker: name, ...bound }, text, source: 'given', at: AT };
}

function missing(period: PeriodRef, because = ''): FigureSide {
  return { period, result: { kind: 'missing', because }, text: '–', source: 'computed' };
}

/** Agency workers, 37 to 39, unless told otherwise. */
export function figure(change: Partial<FigureChange> = {}): FigureChange {
  return {
    id: 'agency',
    metric: 'agency',
    label: 'Agency workers',
    group: {},
    basis: 'headcount',
    indicator: false,
    unit: 'count',
    places: 0,
    kind: 'changed',
    before: number(JAN, '37', '37'),
    after: number(FEB, '39', '39'),
    absolute: amount('2', '+2'),
    relative: amount('0.054054054054', '+5.4%'),
    movement: 'up',
    good: false,
    ...change,
  };
}

/** A figure without the numbers of a change. */
function unmeasured(change: Partial<FigureChange> & Pick<FigureChange, 'kind'>): FigureChange {
  return without(without(without(figure({ good: null, ...change }), 'absolute'), 'relative'), 'movement');
}

const AGENCY_RATE: FigureChange = figure({
  id: 'agency_rate',
  metric: 'agency_rate',
  label: 'Agency rate',
  unit: 'share',
  places: 2,
  before: number(JAN, '0.2', '20.00%'),
  after: number(FEB, '0.210810810811', '21.08%'),
  absolute: amount('0.010810810811', '+1.08 pp'),
  relative: amount('0.054054054054', '+5.4%'),
  formula: 'agency ÷ (permanent + agency)',
});

export function entry<Kind extends string>(
  change: Pick<EntryChange<Kind>, 'reference' | 'kinds'> & Partial<EntryChange<Kind>>,
): EntryChange<Kind> {
  return { title: 'Something agreed', texts: [], good: null, fields: [], before: AT, after: AT, ...change };
}

export function setting(change: Partial<SettingChange> = {}): SettingChange {
  return {
    what: 'definition',
    id: 'agency_rate',
    kind: 'changed',
    text: 'Agency rate is now agency ÷ establishment; it was agency ÷ (permanent + agency)',
    before: 'agency / (permanent + agency)',
    after: 'agency / establishment',
    effects: [],
    ...change,
  };
}

export function group(change: Partial<GroupChange> & Pick<GroupChange, 'kind'>): GroupChange {
  return { dimension: 'team', name: 'North', figures: 7, at: AT, ...change };
}

export function workstream(change: Partial<WorkstreamComparison> = {}): WorkstreamComparison {
  return {
    id: 'workforce',
    title: 'Workforce',
    population: 'social workers',
    basis: 'headcount',
    headlines: ['agency_rate', 'permanent', 'agency', 'unfilled'],
    before: { meeting: '2021-03-15', asOf: '2021-03-15', period: JAN },
    after: { meeting: '2021-03-15', asOf: '2021-03-15', period: FEB },
    settings: [],
    figures: [],
    restated: [],
    cells: [],
    groups: [],
    periods: { new: [], gone: [] },
    bridges: [],
    rates: [],
    signals: [],
    milestones: [],
    risks: [],
    actions: [],
    recommendations: [],
    resolutions: [],
    escalations: [],
    ...change,
  };
}

export function comparison(change: Partial<Comparison> = {}): Comparison {
  return {
    schema: COMPARISON_SCHEMA,
    generator: { name: 'cip-report', version: '0.1.0' },
    language: 'en-GB',
    form: 'periods',
    organisation: 'Luton Council',
    programme: 'Children’s Improvement Programme',
    before: { label: 'Jan 2021', asked: '2021-01' },
    after: { label: 'Feb 2021', asked: '2021-02' },
    parts: PARTS,
    differs: true,
    settings: [],
    workstreams: [workstream()],
    onlyBefore: [],
    onlyAfter: [],
    notCompared: [],
    ...change,
  };
}

/** One count and one rate of two months. */
export const SMALL: Comparison = comparison({
  workstreams: [workstream({ figures: [figure(), AGENCY_RATE] })],
});

/** Two sides without a difference. */
export const EQUAL: Comparison = comparison({ differs: false });

const AMBER: RiskCell = {
  likelihood: 'Medium',
  impact: 'Medium',
  score: '5',
  rating: 'amber',
  ratingLabel: 'Amber',
  severe: false,
};
const RED: RiskCell = {
  likelihood: 'High',
  impact: 'High',
  score: '9',
  rating: 'red',
  ratingLabel: 'Red',
  severe: true,
};

const teamRate = (name: string): FigureChange =>
  figure({
    ...AGENCY_RATE,
    id: `agency_rate[team=${name}]`,
    group: { team: name },
  });

/** Everything that a comparison can say of one workstream. */
export const FULL_WORKSTREAM: WorkstreamComparison = workstream({
  settings: [
    setting({
      what: 'target',
      id: 'target.agency-10.value',
      text: 'The target Agency at most is now 12%; it was 10%',
      before: '0.1',
      after: '0.12',
    }),
  ],
  rag: {
    before: 'amber',
    after: 'red',
    text: 'Amber to Red',
    good: false,
    fields: [
      {
        field: 'reason',
        before: 'Agency use is stable.',
        after: 'Agency use is rising.',
        words: [
          { kind: 'same', text: 'Agency use is ' },
          { kind: 'removed', text: 'stable' },
          { kind: 'added', text: 'rising' },
          { kind: 'same', text: '.' },
        ],
      },
      { field: 'despite', before: null, after: 'The target is met.' },
    ],
  },
  figures: [
    figure(),
    figure({
      id: 'leavers',
      metric: 'leavers',
      label: 'Leavers',
      before: number(JAN, '4', '4'),
      after: number(FEB, '2', '2'),
      absolute: amount('-2', '−2'),
      relative: amount('-0.5', '−50%'),
      movement: 'down',
      good: true,
    }),
    figure({ id: 'starters', metric: 'starters', label: 'Starters', within: 'floor' }),
    figure({
      id: 'establishment',
      metric: 'establishment',
      label: 'Establishment',
      within: 'floor',
      absolute: amount('-1', '−1'),
      relative: amount('-0.06', '−6.0%'),
    }),
    figure({ id: 'unfilled', metric: 'unfilled', label: 'Unfilled posts', within: 'tolerance' }),
    {
      ...AGENCY_RATE,
      formula: 'agency ÷ establishment',
      otherwise: {
        formula: 'agency ÷ (permanent + agency)',
        before: number(JAN, '0.2', '20.00%'),
        after: number(FEB, '0.22', '22.00%'),
        absolute: amount('0.02', '+2.00 pp'),
        relative: amount('0.1', '+10%'),
      },
      members: 'team Fostering is new',
      stated: {
        before: '44%',
        after: '33%',
        absolute: amount('-0.11', '−11 pp'),
        relative: amount('-0.25', '−25%'),
      },
    },
    figure({ id: 'agency[team=Duty]', group: { team: 'Duty' } }),
    teamRate('Duty'),
    unmeasured({
      id: 'agency[team=North]',
      group: { team: 'North' },
      kind: 'marker',
      before: number(JAN, '7', '7'),
      after: marker(FEB, 'c', 'c'),
    }),
    unmeasured({
      id: 'agency[team=East]',
      group: { team: 'East' },
      kind: 'gone',
      after: missing(FEB, 'the data has no agency for Feb 2021'),
    }),
    figure({
      id: 'visits_on_time',
      metric: 'visits_on_time',
      label: 'Visits on time',
      unit: 'share',
      places: 1,
      indicator: true,
      before: number(JAN, '0.9', '90.0%'),
      after: number(FEB, '0.95', '95.0%'),
      absolute: amount('0.05', '+5.0 pp'),
      relative: amount('0.055555555556', '+5.6%'),
      good: true,
    }),
  ],
  restated: [
    figure({
      id: 'agency@2021-01',
      before: number(JAN, '36', '36'),
      after: number(JAN, '37', '37'),
      absolute: amount('1', '+1'),
      relative: amount('0.027777777778', '+2.8%'),
    }),
  ],
  cells: [
    {
      metric: 'agency',
      group: {},
      basis: 'headcount',
      period: JAN,
      stated: false,
      indicator: false,
      before: { kind: 'number', value: '36', text: '36', at: AT },
      after: { kind: 'number', value: '37', text: '37', at: AT },
    },
    {
      metric: 'agency_rate',
      group: {},
      basis: 'headcount',
      period: JAN,
      stated: true,
      indicator: false,
      before: { kind: 'number', value: '0.44', text: '44%', at: AT },
      after: null,
    },
    {
      metric: 'leavers',
      group: { team: 'Duty' },
      basis: 'fte',
      stated: false,
      indicator: false,
      before: { kind: 'missing', text: '–', at: AT },
      after: { kind: 'marker', value: 'fewer_than 5', text: '<5', at: AT },
    },
  ],
  groups: [
    group({
      kind: 'gone',
      perhaps: { name: 'North East', because: '7 of 7 figures of Jan 2021 are the same' },
    }),
    group({
      kind: 'new',
      name: 'North East',
      perhaps: { name: 'North', because: '7 of 7 figures of Jan 2021 are the same' },
    }),
    group({ kind: 'new', name: 'Fostering', figures: 1 }),
    { kind: 'breakdown_gone', dimension: 'staff_group', figures: 12 },
  ],
  periods: {
    new: [FEB],
    gone: [{ ...JAN, key: '2020-12', label: 'Dec 2020', start: '2020-12-01', end: '2020-12-31' }],
  },
  bridges: [
    {
      group: {},
      basis: 'headcount',
      from: JAN,
      to: FEB,
      periods: 1,
      steps: [
        { id: 'permanent', label: 'Permanent', kind: 'level', amount: amount('148', '148') },
        { id: 'starters', label: 'Starters', kind: 'in', amount: amount('3', '3') },
        { id: 'leavers', label: 'Leavers', kind: 'out', amount: amount('2', '2') },
      ],
      expected: amount('149', '149'),
      closing: amount('146', '146'),
      unexplained: amount('-3', '−3'),
      explained: false,
    },
    {
      group: { team: 'Duty' },
      basis: 'headcount',
      from: JAN,
      to: FEB,
      periods: 1,
      steps: [],
      because: 'no starters for Feb 2021',
    },
  ],
  rates: [
    {
      figure: 'agency_rate',
      label: 'Agency rate',
      change: amount('0.0108', '+1.08 pp'),
      numerator: { label: 'agency', before: '37', after: '39', effect: amount('0.0091', '+0.91 pp') },
      denominator: {
        label: 'permanent + agency',
        before: '185',
        after: '185',
        effect: amount('0.0017', '+0.17 pp'),
      },
      by: {
        dimension: 'team',
        members: Array.from({ length: 11 }, (_, index) => ({
          name: `Team ${(index + 1).toString()}`,
          before: '20.0%',
          after: '21.0%',
          weightBefore: '10%',
          weightAfter: '9%',
          mix: amount('-0.0002', '−0.02 pp'),
          within: index < 10 ? amount('0.0012', '+0.12 pp') : amount('0.001', '+0.10 pp'),
          effect: index < 10 ? amount('0.001', '+0.10 pp') : amount('0.0008', '+0.08 pp'),
        })),
        mix: amount('-0.0022', '−0.22 pp'),
        within: amount('0.013', '+1.30 pp'),
      },
    },
    {
      figure: 'leavers_rate',
      label: 'Leavers rate',
      change: amount('-0.01', '−1.00 pp'),
      numerator: { label: 'leavers', before: '4', after: '2', effect: amount('-0.01', '−1.00 pp') },
      denominator: { label: 'permanent', before: '148', after: '146', effect: amount('0', '0.00 pp') },
      notSplit: 'teams make 138 of 141',
    },
  ],
  signals: [
    {
      figure: 'agency_rate',
      label: 'Agency rate',
      kind: 'signal',
      text: 'Outside the usual range of 18.2% to 20.8% (14 months)',
      points: 14,
    },
    { figure: 'agency', label: 'Agency workers', kind: 'usual', text: 'Within the usual range', points: 14 },
  ],
  milestones: [
    entry({
      reference: 'M1',
      kinds: ['new'],
      title: 'Launch the academy',
      texts: ['New, due in April 2021'],
      fields: [{ field: 'due', before: null, after: '2021-04' }],
    }),
    entry({
      reference: 'M3',
      kinds: ['slipped', 'reworded'],
      title: 'Recruit 10 social workers',
      texts: ['Slipped 5 months, to September 2021; it was due in April 2021', 'Re-worded'],
      good: false,
      fields: [{ field: 'revised', before: '2021-04', after: '2021-09' }],
    }),
    entry({ reference: 'M4', kinds: ['newly_overdue'], texts: ['Newly overdue'], good: false }),
  ],
  risks: [
    {
      ...entry({
        reference: 'WFR6',
        kinds: ['escalated', 'reworded'],
        title: 'Newly qualified staff leave',
        texts: ['Escalated from Amber (5) to Red (9)', 'Mitigation re-worded'],
        good: false,
        fields: [
          {
            field: 'mitigation',
            before: 'Exit interviews are held and read by the board in each quarter with care.',
            after: 'Exit interviews are held and read by the scrutiny board in each quarter with care.',
            words: [
              { kind: 'same', text: 'Exit interviews are held and read by the ' },
              { kind: 'added', text: 'scrutiny ' },
              { kind: 'same', text: 'board in each quarter with care.' },
            ],
          },
        ],
      }),
      from: AMBER,
      to: RED,
    },
    entry({ reference: 'WFR7', kinds: ['closed'], texts: ['Closed'], good: true }),
  ],
  actions: [entry({ reference: 'A1', kinds: ['completed'], texts: ['Completed'], good: true })],
  recommendations: [
    entry({
      reference: '4',
      kinds: ['advanced', 'progress'],
      texts: ['In progress to done', 'Progress'],
      good: true,
    }),
  ],
  resolutions: [entry({ reference: 'R1', kinds: ['gone'], texts: ['Gone'] })],
  escalations: [entry({ reference: 'Market supplement', kinds: ['other'], texts: ['Due 2021-05-01'] })],
});

/** One comparison with every kind of change. */
export const FULL: Comparison = comparison({
  form: 'revisions',
  before: {
    label: 'main~1 (a1b2c3d)',
    asked: 'main~1',
    commit: {
      hash: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
      date: '2021-02-10',
      subject: 'January return',
    },
  },
  after: { label: 'main (b2c3d4e)', asked: 'main' },
  tolerance: '0.05',
  floor: '10%',
  settings: [
    setting({
      effects: [
        {
          side: 'after',
          figure: 'agency_rate@2021-02',
          label: 'Agency rate',
          period: FEB,
          old: '21.08%',
          new: '19.50%',
          change: amount('-0.0158', '−1.58 pp'),
        },
      ],
    }),
  ],
  workstreams: [FULL_WORKSTREAM],
  onlyBefore: ['Finance'],
  onlyAfter: ['Performance'],
  notCompared: ['Benchmarks are not compared'],
});

/** Several workstreams: the full one, and one with a count. */
export const SEVERAL: Comparison = comparison({
  ...FULL,
  workstreams: [
    FULL_WORKSTREAM,
    workstream({ id: 'performance', title: 'Performance', figures: [figure()] }),
  ],
});

/** Text of the data that tries to be markup, a mention, a formula, a command, a table or a page. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tTab',
  '\r\n::error::x',
  'a | b | c',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[text](https://evil.example) ![image](https://evil.example/x.png)',
  '@head-of-service please see #1 and GH-2 and owner/repo#3',
  '</details></summary>--><!-- cip-report diff -->',
  '`code` **bold** _it_ ~~gone~~ $x$ :tada: www.evil.example post@evil.example',
  '# Heading',
  '- item',
  '1. item',
  '---',
  '\u001b[31mred\u001b[0m \u202eright to left\u0000',
  '"quoted", and, commas',
  'x'.repeat(5000),
];

/** Returns a comparison with a text everywhere where text of the data can stand. */
export function withText(text: string): Comparison {
  const side = (period: PeriodRef): FigureSide => ({ ...number(period, '1', '1') });
  const words = [
    { kind: 'removed', text },
    { kind: 'added', text: ` ${text}` },
  ] as const;
  const fields = [{ field: 'comment', before: text, after: ` ${text}`, words }];
  const whole = { reference: text, title: text, texts: [text], fields };
  return comparison({
    organisation: text,
    programme: text,
    before: { label: text, asked: text, commit: { hash: 'a1b2c3d', date: '2021-02-10', subject: text } },
    after: { label: text, asked: text },
    settings: [setting({ id: text, text, before: text, after: text })],
    onlyBefore: [text],
    notCompared: [text],
    workstreams: [
      workstream({
        title: text,
        population: text,
        rag: { before: 'red', after: 'red', text, good: null, fields },
        figures: [
          figure({ label: text, members: text, formula: text }),
          figure({ label: text, group: { team: text }, before: side(JAN), after: missing(FEB, text) }),
        ],
        groups: [group({ kind: 'gone', name: text, perhaps: { name: text, because: text } })],
        signals: [{ figure: 'agency', label: text, kind: 'signal', text, points: 12 }],
        milestones: [entry({ ...whole, kinds: ['slipped'] })],
        risks: [entry({ ...whole, kinds: ['new'] })],
        actions: [entry({ ...whole, kinds: ['reworded'] })],
      }),
    ],
  });
}

export const HOSTILE: Comparison = withText(HOSTILE_TEXTS.slice(0, -1).join(' '));
