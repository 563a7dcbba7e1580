import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/model/exact.ts';
import { readConfig } from '../../src/read/config/read-config.ts';
import { yamlTree } from '../support/yaml.ts';

const HEAD = `version: 1
organisation: Anytown Council
programme: Improvement Programme
board: { name: Improvement Board }
`;
const WORKSTREAM =
  'workstreams: { workforce: { title: Workforce, population: social workers, basis: fte } }\n';

function configOf(text: string) {
  const { config, findings } = readConfig(yamlTree(HEAD + text));
  expect(findings).toEqual([]);
  return config!;
}

/** Code and line of each finding. */
function faultsOf(text: string): string[] {
  return readConfig(yamlTree(HEAD + text)).findings.map((one) => `${one.code} ${String(one.at?.line)}`);
}

describe('sections, tables and charts', () => {
  const { workstreams } = configOf(`workstreams:
  workforce:
    title: Workforce
    population: social workers
    basis: fte
    template: recommendations-report
    sections: [decision, our-own, { id: tables, title: Workforce data }]
    tables:
      - id: managers-by-team
        title: Managers by team
        of: { Staff group: '  Senior   Management ', Service: All }
        rows: Job title
        columns: PERIODS
        figures: [establishment]
        periods: [Mar 2024, Q1 2024/25]
        basis: Headcount
        total: All managers
        note: |
          As counted.
          Twice.
      - { id: figures-by-period, title: By period, rows: periods, figures: [agency, permanent] }
    charts:
      - { id: trend, title: Agency, figures: [agency, permanent], of: { dimension Locality: North }, basis: fte, limits: false }
      - { id: other, figures: [agency] }
`);
  const [workforce] = workstreams;

  it('has the sections in order, with their titles and places', () => {
    expect(workforce?.sections.map(({ id, title, at }) => [id, title, at.line, at.column])).toEqual([
      ['decision', undefined, 11, 16],
      ['our-own', undefined, 11, 26],
      ['tables', 'Workforce data', 11, 41],
    ]);
  });

  it('has every part of a table', () => {
    expect(workforce?.tables[0]).toMatchObject({
      id: 'managers-by-team',
      title: 'Managers by team',
      of: { staff_group: 'Senior Management' },
      rows: { kind: 'members', dimension: 'role' },
      columns: { kind: 'periods' },
      basis: 'headcount',
      total: 'All managers',
      note: { value: 'As counted.\nTwice.\n', at: { line: 23 } },
      figures: [{ value: 'establishment', at: { line: 18, column: 19 } }],
      at: { line: 13, column: 13 },
    });
    expect(workforce?.tables[0]?.periods.map((one) => one.key)).toEqual(['2024-03', '2024-25-Q1']);
    expect(workforce?.tables[0]?.of).not.toHaveProperty('service');
  });

  it('has figures across, no group and no periods where nothing is said', () => {
    expect(workforce?.tables[1]).toEqual({
      id: 'figures-by-period',
      at: expect.objectContaining({ line: 25 }) as unknown,
      title: 'By period',
      of: {},
      rows: { kind: 'periods' },
      columns: { kind: 'figures' },
      figures: [
        expect.objectContaining({ value: 'agency' }),
        expect.objectContaining({ value: 'permanent' }),
      ],
      periods: [],
    });
  });

  it('has charts, with limits unless they are switched off', () => {
    expect(workforce?.charts).toMatchObject([
      { id: 'trend', title: 'Agency', of: { locality: 'North' }, basis: 'fte', limits: false },
      { id: 'other', of: {}, limits: true },
    ]);
    expect(workforce?.charts[1]).not.toHaveProperty('title');
    expect(workforce?.charts[0]?.figures.map((one) => one.value)).toEqual(['agency', 'permanent']);
  });
});

describe('a dimension', () => {
  it('is one that a heading names, even if it is near to a known one', () => {
    const headings = 'headings: { indicators: { Rolle: dimension rolle } }\n';
    expect(
      configOf(`${WORKSTREAM}${headings}overlapping: [Rolle, Staff-Group, group]`).programme.overlapping,
    ).toEqual(['rolle', 'staff_group']);
    expect(faultsOf(`${WORKSTREAM}overlapping: [Rolle]`)).toEqual(['E049 6']);
  });

  it.each(['basis', 'Basis', 'dimension basis', 'counted_as'])('is never the basis: %s', (word) => {
    const { findings } = readConfig(yamlTree(`${HEAD}${WORKSTREAM}overlapping: [${word}]\n`));
    expect(findings).toMatchObject([
      { code: 'E049', at: { line: 6 }, help: expect.stringContaining('head the column "Basis"') as unknown },
    ]);
  });

  it('is the council’s own where it is near to nothing', () => {
    expect(configOf(`${WORKSTREAM}overlapping: [Cost centre]`).programme.overlapping).toEqual([
      'cost_centre',
    ]);
  });
});

describe('indicators', () => {
  const { indicators } = configOf(`${WORKSTREAM}labels: { average_caseload: Cases each, agency: Locums }
definitions:
  - { id: own_rate, label: Own rate, formula: agency / permanent, unit: ratio, places: 3, direction: lower, description: Own. }
measures:
  - { id: vacant_posts, label: Vacant, nature: flow, direction: lower, description: Under recruitment. }
indicators:
  - id: visits_on_time
    label: Visits on time
    unit: Share
    places: 2
    direction: higher
    nature: flow
    description: Visits made on time.
    numerator: made on time
    denominator: due
    at_least: 90%
    kind: floor
    amber_to: 80.5%
    workstreams: [workforce]
  - id: average_caseload
    limits:
      - { at_most: 18, kind: cap, amber_to: 20 }
      - { at_most: 25, of: { service area: Assessment } }
  - { id: agency, at_most: 24 }
  - { id: own_rate, at_most: 0.5 }
  - { id: vacant_posts, at_most: 3 }
  - { id: cost, label: Cost, unit: money, direction: none, description: Pounds., bracket: { word: new, indicator: tenure } }
  - { id: tenure, label: Tenure, unit: ratio, direction: higher, description: Years. }
`).programme;

  it('have every key', () => {
    const [visits] = indicators;
    expect(visits).toMatchObject({
      id: 'visits_on_time',
      label: 'Visits on time',
      unit: 'share',
      places: 2,
      direction: 'higher',
      nature: 'flow',
      description: 'Visits made on time.',
      parts: { numerator: 'made on time', denominator: 'due' },
      workstreams: ['workforce'],
    });
    const [limit] = visits!.limits;
    expect(limit).toMatchObject({ kind: 'floor', direction: 'higher', notation: 'percent', of: {} });
    expect([toDecimal(limit!.value), toDecimal(limit!.amberTo!), limit!.at.line]).toEqual([
      '0.9',
      '0.805',
      21,
    ]);
  });

  it('take from a supplied metric, a measure or an own one what they leave out', () => {
    expect(
      indicators.slice(1, 5).map(({ label, unit, places, nature }) => [label, unit, places, nature]),
    ).toEqual([
      ['Cases each', 'ratio', 1, 'stock'],
      ['Locums', 'count', 0, 'stock'],
      ['Own rate', 'ratio', 3, 'stock'],
      ['Vacant', 'count', 0, 'flow'],
    ]);
  });

  it('have a level for each group', () => {
    expect(indicators[1]?.limits.map(({ kind, of, value }) => [kind, of, toDecimal(value)])).toEqual([
      ['cap', {}, '18'],
      ['target', { service: 'Assessment' }, '25'],
    ]);
  });

  it('have whole numbers for money, one decimal for a ratio, and the bracket’s indicator', () => {
    expect(
      indicators
        .slice(5)
        .map(({ places, bracket, limits, workstreams }) => [places, bracket, limits, workstreams]),
    ).toEqual([
      [0, { word: 'new', indicator: 'tenure' }, [], []],
      [1, undefined, [], []],
    ]);
  });
});

describe('the rest of the programme', () => {
  const { programme, look } = configOf(`${WORKSTREAM}measures:
  - { id: vacant_posts, label: Vacant, nature: stock, direction: lower, description: Under recruitment. }
comparators: { authority: Devon, region: South West, neighbours: [Cornwall, Somerset] }
theme: { accent: ' #1D4F91', logo: assets/logo.svg }
targets:
  - id: plan
    workstream: workforce
    label: A permanent workforce
    metric: permanent
    of: { staff_group: Case holders }
    at_least: 155
    by: Q2 2025/26
    plan: { Q4 2023/24: 122, Q2 2024/25: 129.5, Sep 2025: 155 }
`);

  it('has measures, comparators and theme', () => {
    expect(programme.measures).toEqual([
      {
        value: {
          id: 'vacant_posts',
          label: 'Vacant',
          nature: 'stock',
          direction: 'lower',
          description: 'Under recruitment.',
        },
        at: expect.objectContaining({ line: 7, column: 11 }) as unknown,
      },
    ]);
    expect(programme.comparators).toMatchObject({
      authority: 'Devon',
      region: 'South West',
      neighbours: ['Cornwall', 'Somerset'],
      at: { line: 8 },
    });
    expect(look).toMatchObject({
      accent: { value: ' #1D4F91', at: { line: 9, column: 18 } },
      logo: { value: 'assets/logo.svg', at: { line: 9 } },
    });
  });

  it('has the planned path of a target, which may end with the target itself', () => {
    const [target] = programme.targets;
    expect(target?.of).toEqual({ staff_group: 'Case holders' });
    expect(target?.plan.map(({ period, value, at }) => [period.key, toDecimal(value), at.line])).toEqual([
      ['2023-24-Q4', '122', 18],
      ['2024-25-Q2', '129.5', 18],
      ['2025-09', '155', 18],
    ]);
  });
});

it('takes what is accepted by the name that findings have, however its month is written', () => {
  const accepted = (of: string) =>
    configOf(
      `${WORKSTREAM}checks: { accepted: [{ finding: W110, of: '${of}', says: '6', reason: Known, by: Head of Workforce }] }\n`,
    ).programme.checks.accepted[0]?.of;
  expect(accepted('permanent@Oct-26')).toBe('permanent@2026-10');
  expect(accepted('permanent @ October 2026[team=A@b, c]')).toBe('permanent@2026-10[team=A@b, c]');
  expect(accepted('permanent@Q3 2023/24')).toBe('permanent@2023-24-Q3');
  for (const kept of ['permanent@2026-10', 'permanent@2009-10', 'permanent', 'risk:A@b', 'rag'])
    expect(accepted(kept)).toBe(kept);
});

it('takes the reason of an acceptance without the break that ends a block, and none of any length', () => {
  const entry = (reason: string) =>
    `${WORKSTREAM}checks:\n  accepted:\n    - finding: W110\n      of: permanent@2026-10\n      says: -6 unexplained\n      by: Head of Workforce\n      reason: ${reason}\n`;
  const { programme } = configOf(entry('|\n        Counted late.\n        Entered since.'));
  expect(programme.checks.accepted[0]?.reason.value).toBe('Counted late.\nEntered since.');
  const codes = (reason: string) =>
    readConfig(yamlTree(HEAD + entry(reason))).findings.map((one) => one.message);
  expect(codes('x'.repeat(1000))).toEqual([]);
  expect(codes('x'.repeat(1001))).toEqual([expect.stringContaining('has more than 1000 characters')]);
});

describe('a configuration with more than a board can read', () => {
  const charts = (count: number) =>
    Array.from({ length: count }, (_, index) => `      - { id: c${index}, figures: [agency] }\n`).join('');
  const workstream = (count: number) => `workstreams:
  workforce:
    title: Workforce
    population: social workers
    basis: fte
    charts:
${charts(count)}`;

  it('is refused in one finding', () => {
    expect(configOf(workstream(100)).workstreams[0]?.charts).toHaveLength(100);
    const { config, findings } = readConfig(yamlTree(HEAD + workstream(101)));
    expect(config).toBeUndefined();
    expect(findings.map((one) => one.message)).toEqual([
      '"charts" in workstreams › workforce has more than 100 entries',
    ]);
  });
});
