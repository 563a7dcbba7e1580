import { describe, expect, it } from 'vitest';
import { ragEvidence } from '../../../src/papers/evidence.ts';
import { INDICATOR_RULES } from '../../../src/check/board/indicators.ts';
import { indicatorStates } from '../../../src/papers/indicator-state.ts';
import { LEVEL_RULES } from '../../../src/check/board/levels.ts';
import { RAG_RULES } from '../../../src/check/board/rag.ts';
import type { Indicator, Observation, Target, Workstream } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import { finding } from '../../../src/model/finding.ts';
import {
  action,
  codesAndMessages,
  context,
  indicator,
  limit,
  meeting,
  period,
  place,
} from '../../support/board.ts';
import { lutonObservations, month, table, target } from '../../support/dataset.ts';

const MONTHS = [month('2021-01'), month('2021-02')];
const FILE = 'workforce/2021-04-19/indicators.csv';

const caseload = indicator('caseload', {
  label: 'Average caseload',
  limits: [limit('18', { amberTo: exact(20) }), limit('25', { of: { service: 'Assessment' } })],
});

interface Case {
  readonly indicators?: readonly Indicator[];
  readonly values: readonly Observation[];
  readonly targets?: readonly Target[];
  readonly workstream?: Partial<Workstream>;
}

function seen({ indicators = [caseload], values, targets = [], workstream = {} }: Case, faulty?: string) {
  return context([meeting('2021-04-19', { indicators: values, observations: lutonObservations() })], {
    programme: { indicators, targets },
    workstream,
    ...(faulty !== undefined && { read: [finding('E080', 'no number', { at: place(2, 1, faulty) })] }),
  });
}

const of = (group: Record<string, string>, ...values: readonly (string | number)[]) =>
  table(MONTHS, [['caseload', ...values]], { group, file: FILE });

const found = (one: Case, faulty?: string) => codesAndMessages(INDICATOR_RULES, seen(one, faulty));

describe('indicator rule', () => {
  it.each([
    ['17.99', []],
    ['18', []],
    ['18.01', ['N413 Average caseload is 18.01 in February 2021, above the cap of 18']],
    ['c', []],
  ])('of a latest whole of %s finds %o', (latest, wanted) => {
    expect(found({ values: of({}, 30, latest) })).toEqual(wanted);
  });

  it('gives value, level, gap and tolerance, at the figure', () => {
    const [first] = INDICATOR_RULES.flatMap((rule) => rule.check(seen({ values: of({}, 15, '19.56') })));
    expect(first).toMatchObject({
      severity: 'note',
      at: { file: FILE, column: 28 },
      why: '1.56 above it: amber · amber to 20 · judged unrounded',
      related: [limit('18').at],
    });
  });

  it('judges the unrounded value, and tells a gap that would round to none', () => {
    const parts = { numerator: 'cases', denominator: 'workers' };
    const values = table(
      [MONTHS[1]!],
      [
        ['caseload_numerator', 18001],
        ['caseload_denominator', 1000],
      ],
      { file: FILE },
    );
    const [first] = INDICATOR_RULES.flatMap((rule) =>
      rule.check(seen({ indicators: [{ ...caseload, parts }], values })),
    );
    expect(first?.message).toBe('Average caseload is 18.001 in February 2021, above the cap of 18');
    expect(first?.why).toBe('0.001 above it: amber · amber to 20 · judged unrounded');
  });

  it('holds each group against its own level', () => {
    const values = [
      ...of({ service: 'Assessment' }, 26, 24),
      ...of({ service: 'MASH' }, 10, '20.5'),
      ...of({ service: 'Assessment', team: 'North' }, 10, 26),
    ];
    expect(found({ values })).toEqual([
      'N413 Average caseload (MASH) is 20.5 in February 2021, above the cap of 18',
      'N413 Average caseload (Assessment, North) is 26 in February 2021, above the cap of 25',
    ]);
    expect(indicatorStates(seen({ values })).map(({ judgement }) => judgement.rag)).toEqual([
      'green',
      'red',
      'red',
    ]);
  });

  it('judges each by the latest period of its own', () => {
    const values = [...of({ service: 'Assessment' }, 26), ...of({ service: 'MASH' }, 30, 17)];
    expect(found({ values })).toEqual([
      'N413 Average caseload (Assessment) is 26 in January 2021, above the cap of 25',
    ]);
  });

  it('holds a share against at least so much, in percentage points', () => {
    const visits = indicator('visits_on_time', {
      label: 'Visits on time',
      unit: 'share',
      places: 1,
      limits: [limit('0.9', { kind: 'target', direction: 'higher', notation: 'percent' })],
    });
    const values = table(MONTHS, [['visits_on_time', '95.0%', '81.7%']], { file: FILE });
    const [first] = INDICATOR_RULES.flatMap((rule) => rule.check(seen({ indicators: [visits], values })));
    expect(first?.message).toBe('Visits on time is 81.7% in February 2021, below the target of 90%');
    expect(first?.why).toBe('8.3 pp below it: red · judged unrounded');
  });

  it('holds a figure of the workforce against a level that the council adds to it', () => {
    const agency = indicator('agency_rate', {
      unit: 'share',
      limits: [limit('0.2', { notation: 'percent' })],
    });
    expect(found({ indicators: [agency], values: [] })).toEqual([
      'N413 Agency rate is 21.08% in February 2021, above the cap of 20%',
    ]);
  });

  it('leaves out indicators of other workstreams, without levels, and without figures', () => {
    const values = of({}, 30, 30);
    expect(found({ indicators: [{ ...caseload, workstreams: ['performance'] }], values })).toEqual([]);
    expect(found({ indicators: [{ ...caseload, workstreams: ['workforce'] }], values })).toHaveLength(1);
    expect(found({ indicators: [{ ...caseload, limits: [] }], values })).toEqual([]);
    expect(found({ values: [] })).toEqual([]);
  });

  it('is silent while figures cannot be read', () => {
    expect(found({ values: of({}, 30, 30) }, FILE)).toEqual([]);
    for (const list of [
      'report.yaml',
      'milestones.csv',
      'risks.csv',
      'actions.csv',
      'recommendations.yaml',
      'resolutions.csv',
    ])
      expect(found({ values: of({}, 30, 30) }, `workforce/2021-04-19/${list}`)).toHaveLength(1);
  });
});

describe('indicators and actions as evidence', () => {
  it('are counted, and make the RAG Amber', () => {
    const values = [
      ...of({}, 30, 19),
      ...of({ service: 'MASH' }, 10, 21),
      ...of({ service: 'Assessment' }, 10, 11),
    ];
    const context_ = seen({ values });
    expect(ragEvidence(context_).indicators).toEqual({ green: 1, amber: 1, red: 1 });
    const [first] = RAG_RULES.flatMap((rule) => rule.check(context_));
    expect(first?.message).toBe('the RAG is stated as Green, but the evidence points to Amber');
    expect(first?.why).toMatch(/ · 0 red risks · 1 red indicator · 1 amber indicator$/);
  });

  it('are an overdue action, too, which stands in the reckoning', () => {
    const actions = [action('A1', { due: period('2021-03') }), action('A2')];
    const papers = context([meeting('2021-04-19', { actions, observations: lutonObservations() })]);
    expect(ragEvidence(papers).actions).toEqual({ open: 2, overdue: 1 });
    const [first] = RAG_RULES.flatMap((rule) => rule.check(papers));
    expect(first?.why).toMatch(/^Amber: .* · 0 red risks · 1 action overdue$/);
  });
});

describe('level rule', () => {
  const grouped = [...of({ service: 'Assessment' }, 10, 11), ...of({ service: 'MASH' }, 10, 11)];
  const levels = (one: Case) => LEVEL_RULES.flatMap((rule) => rule.check(seen(one)));
  const capOf = (group: Record<string, string>) => ({ ...caseload, limits: [limit('18', { of: group })] });

  it('finds a limit for a group that the data does not have', () => {
    expect(levels({ indicators: [capOf({ service: 'Asessment' })], values: grouped })).toMatchObject([
      {
        code: 'W414',
        message:
          'the cap of Average caseload is set for a group that is not there: the data has no service "Asessment"',
        at: limit('18').at,
        help: 'did you mean Assessment?',
      },
    ]);
    expect(levels({ indicators: [capOf({ tema: 'North' })], values: grouped })).toHaveLength(1);
  });

  it('finds nothing in a group that is there in another case, or while there are no groups yet', () => {
    expect(levels({ indicators: [capOf({ Service: 'ASSESSMENT' })], values: grouped })).toEqual([]);
    expect(levels({ indicators: [capOf({ service: 'Asessment' })], values: of({}, 1, 2) })).toEqual([]);
  });

  it('finds a target for a group that the data does not have', () => {
    const targets = [target({ metric: 'caseload', label: 'Fewer cases', of: { service: 'Duty' } })];
    expect(levels({ targets, values: grouped })).toMatchObject([
      {
        code: 'W414',
        message:
          'the target "Fewer cases" is set for a group that is not there: the data has no service "Duty"',
        help: 'by service the data has Assessment and MASH',
      },
    ]);
  });
});
