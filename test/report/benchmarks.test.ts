import { describe, expect, it } from 'vitest';
import type { Benchmark, Dataset, Observation, Programme, Workstream } from '../../src/model/dataset.ts';
import { createContext } from '../../src/papers/context.ts';
import { benchmarkComparisons } from '../../src/report/benchmarks.ts';
import { createFigureSet } from '../../src/report/figures.ts';
import { workforceSection } from '../../src/report/workforce.ts';
import { meeting, place } from '../support/board.ts';
import { cell, month, table } from '../support/dataset.ts';
import { smallDataset } from '../support/figure-set.ts';

const [FEB, MAR] = [month('2024-02'), month('2024-03')];
const SOURCE = "DfE, Children's social work workforce";

function benchmark(name: string, value: string, change: Partial<Benchmark> = {}): Benchmark {
  return {
    metric: 'agency_rate',
    formula: 'agency / (permanent + agency)',
    basis: 'fte',
    place: name,
    level: name === 'England' ? 'england' : 'authority',
    period: month('2024-03'),
    cell: cell(value),
    source: SOURCE,
    at: place(),
    ...change,
  };
}

/** 90.0 budgeted, 60.0 permanent, 20.0 agency: 25.0% of those in post, 22.2% of posts. */
const FIGURES = table(
  [FEB, MAR],
  [
    ['establishment', '90.0', '90.0'],
    ['permanent', '58.0', '60.0'],
    ['agency', '22.0', '20.0'],
  ],
  { basis: 'fte' },
);

function compared(
  benchmarks: { readonly downloaded?: readonly Benchmark[]; readonly own?: readonly Benchmark[] },
  workstream: Partial<Workstream> = {},
  earlier: readonly Benchmark[] = [],
  more: { readonly indicators?: readonly Observation[]; readonly programme?: Partial<Programme> } = {},
) {
  const base = smallDataset({
    ...(more.programme && { programme: more.programme }),
    meeting: {
      id: '2024-06-11',
      observations: FIGURES,
      indicators: more.indicators ?? [],
      benchmarks: benchmarks.own ?? [],
    },
    before: earlier.length === 0 ? [] : [meeting('2021-02-15', { benchmarks: earlier })],
    workstream: {
      basis: 'fte',
      headlines: ['agency_share_of_establishment'],
      table: [{ label: 'All', rows: ['permanent'] }],
      ...workstream,
    },
  });
  const data: Dataset = { ...base, benchmarks: benchmarks.downloaded ?? [] };
  const stream = data.workstreams[0]!;
  const figures = createFigureSet(
    createContext(data, { workstream: stream, meeting: stream.meetings.at(-1)! }),
  );
  workforceSection(figures);
  return { comparisons: benchmarkComparisons(figures), figures: figures.all() };
}

describe('benchmarkComparisons', () => {
  it('sets the council’s figure beside others of the same definition', () => {
    const { comparisons, figures } = compared(
      { downloaded: [benchmark('Cornwall', '13.4%'), benchmark('England', '17.8%')] },
      { headlines: ['agency_rate'] },
    );
    expect(comparisons).toEqual([
      {
        metric: 'agency_rate',
        label: 'Agency rate',
        own: 'agency_rate@2024-03',
        cautions: [],
        rows: [
          {
            place: 'England',
            level: 'england',
            period: 'Mar 2024',
            text: '17.8%',
            decimal: '0.178',
            differenceText: '+7.2 pp',
            source: SOURCE,
            at: place(),
          },
          expect.objectContaining({ place: 'Cornwall', text: '13.4%', differenceText: '+11.6 pp' }),
        ],
      },
    ]);
    expect(figures['agency_rate@2024-03']).toMatchObject({ text: '25.00%', source: 'computed' });
  });

  it('gives the like-for-like figure where the paper prints another rate, and says why that is not compared', () => {
    const { comparisons, figures } = compared({ downloaded: [benchmark('England', '17.8%')] });
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]).toMatchObject({
      metric: 'agency_rate',
      own: 'agency_rate@2024-03',
      notCompared: { figure: 'agency_share_of_establishment@2024-03' },
    });
    const because = comparisons[0]?.notCompared?.because;
    expect(because).toContain('agency ÷ (permanent + agency)');
    expect(because).toContain('agency ÷ establishment');
    expect(figures['agency_share_of_establishment@2024-03']?.text).toBe('22.2%');
  });

  it('takes no permanent rate for an agency rate, and nothing that the paper does not print', () => {
    const shown = { headlines: ['permanent_share_of_establishment'] };
    const { comparisons, figures } = compared({ downloaded: [benchmark('England', '17.8%')] }, shown);
    expect(comparisons).toEqual([]);
    expect(Object.keys(figures)).not.toContain('agency_rate@2024-03');
  });

  it('always has what the meeting itself brings, every year of it, and the difference from the newest alone', () => {
    const earlier = benchmark('England', '16.0%', { period: month('2023-03') });
    const { comparisons } = compared(
      { own: [benchmark('England', '17.8%'), earlier] },
      { headlines: ['permanent_share_of_establishment'] },
    );
    expect(comparisons[0]?.rows.map((row) => [row.period, row.text, row.differenceText])).toEqual([
      ['Mar 2023', '16.0%', undefined],
      ['Mar 2024', '17.8%', '+7.2 pp'],
    ]);
  });

  it('keeps what earlier meetings brought, by its newest value', () => {
    const { comparisons } = compared({ own: [benchmark('England', '17.8%')] }, {}, [
      benchmark('England', '17.0%'),
      benchmark('Somerset', '20.1%'),
    ]);
    expect(comparisons[0]?.rows.map((row) => [row.place, row.text])).toEqual([
      ['England', '17.8%'],
      ['Somerset', '20.1%'],
    ]);
  });

  it('takes of a download the newest year with a value', () => {
    const year = (key: string, value: string) => benchmark('England', value, { period: month(key) });
    const { comparisons } = compared({
      downloaded: [year('2022-03', '15.0%'), year('2023-03', '16.0%'), year('2024-03', 'u')],
    });
    expect(comparisons[0]?.rows.map((row) => [row.period, row.text])).toEqual([['Mar 2023', '16.0%']]);
  });

  it('takes of a download nothing of a time after the meeting', () => {
    const year = (key: string, value: string) => benchmark('England', value, { period: month(key) });
    const { comparisons } = compared({ downloaded: [year('2023-09', '17.8%'), year('2024-09', '16.1%')] });
    expect(comparisons[0]?.rows.map((row) => row.period)).toEqual(['Sep 2023']);
  });

  it('says who else is counted, and when', () => {
    const { comparisons } = compared({
      downloaded: [
        benchmark('England', '17.8%', {
          period: month('2023-09'),
          periodLabel: '30 September 2023',
          population: 'All social workers',
        }),
      ],
    });
    expect(comparisons[0]?.cautions).toHaveLength(2);
    expect(comparisons[0]?.cautions.join(' ')).toContain('all social workers');
    expect(comparisons[0]?.cautions.join(' ')).toContain('30 September 2023');
    expect(comparisons[0]?.cautions.join(' ')).toContain('Mar 2024');
  });

  it('sets no count and no money of another place beside the council’s', () => {
    const { basis, formula, ...counted } = benchmark('England', '6500', { metric: 'agency', basis: 'fte' });
    expect(formula).toBeDefined();
    expect(compared({ own: [{ ...counted, basis: basis ?? 'fte' }] }).comparisons).toEqual([]);
  });

  it('does not say of an indicator whom the council counts, which the data does not tell', () => {
    const { basis, formula, ...counted } = benchmark('England', '3.6%', {
      metric: 'sickness',
      population: 'Local government workers',
    });
    expect([basis, formula]).not.toContain(undefined);
    const { comparisons } = compared({ own: [counted] }, {}, [], {
      indicators: table([MAR], [['sickness', '4.01%']]),
      programme: {
        indicators: [
          {
            id: 'sickness',
            at: place(),
            label: 'Sickness rate',
            unit: 'share',
            places: 2,
            direction: 'lower',
            nature: 'flow',
            description: 'Days lost.',
            limits: [],
            workstreams: [],
          },
        ],
      },
    });
    expect(comparisons[0]?.cautions).toEqual([
      'The published figure is of local government workers.',
      'How the published share is reckoned is not known.',
    ]);
    expect(comparisons[0]?.rows[0]?.differenceText).toBe('+0.4 pp');
  });

  it('leaves out what the council has on another basis only, or does not define', () => {
    const heads = benchmark('England', '17.8%', { basis: 'headcount' });
    const other = benchmark('England', '17.8%', { formula: 'agency / permanent' });
    expect(compared({ own: [heads, other] }).comparisons).toEqual([]);
  });

  it('shows a marker, and reckons nothing with it or with a share that has no % sign', () => {
    const { comparisons } = compared({ own: [benchmark('England', 'u'), benchmark('Cornwall', '13.4')] });
    expect(comparisons[0]?.rows.map((row) => row.text)).toEqual(['u', '13.4']);
    for (const row of comparisons[0]?.rows ?? []) {
      expect(row).not.toHaveProperty('decimal');
      expect(row).not.toHaveProperty('differenceText');
    }
  });
});
