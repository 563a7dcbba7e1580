import { describe, expect, it } from 'vitest';
import { createBook, lookUp, periodsOf, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator, type Evaluation } from '../../src/metrics/evaluate.ts';
import { printedPlaces } from '../../src/metrics/places.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { evaluationText, reckoningText } from '../../src/metrics/wording.ts';
import type { Basis, Observation } from '../../src/model/dataset.ts';
import { toDecimal } from '../../src/model/exact.ts';
import { precedingPeriod } from '../../src/metrics/periods.ts';
import type { Period } from '../../src/model/period.ts';
import { day, financialYear, meeting, month, quarter, table } from '../support/dataset.ts';

const { registry } = createRegistry([]);
const JAN = month('2021-01');
const FEB = month('2021-02');

function evaluated(id: string, observations: readonly Observation[], period: Period = FEB): Evaluation {
  const basis = observations[0]?.basis ?? 'headcount';
  const evaluator = createEvaluator(createBook([meeting({ observations })]), registry);
  return evaluator.evaluate({ id, period, group: WHOLE, basis });
}

function row(...rows: (readonly [string, string | number])[]): Observation[] {
  return table([FEB], rows);
}

describe('evaluation', () => {
  it('uses a figure that the data gives, and computes it where the cell is empty', () => {
    expect(evaluated('in_post', row(['in_post', 190], ['permanent', 146], ['agency', 39])).source).toBe(
      'given',
    );
    const computed = evaluated('in_post', row(['in_post', '–'], ['permanent', 146], ['agency', 39]));
    expect(computed.source).toBe('computed');
    expect(evaluationText(computed, registry)).toBe('185');
  });

  it('never uses a stated figure', () => {
    const { outcome } = evaluated('agency_rate', row(['agency (stated)', 39], ['permanent', 146]));
    expect(outcome).toEqual({ kind: 'missing', reasons: ['no agency for Feb 2021'] });
  });

  it('takes the group and the basis that are asked for, whatever the order of dimensions', () => {
    const group = { team: 'Assessment', role: 'Manager' };
    const observations = table([FEB], [['permanent', 5]], { group });
    const book = createBook([meeting({ observations })]);
    const key = { id: 'permanent', period: FEB, basis: 'headcount' } as const;
    expect(lookUp(book, { ...key, group: { role: 'Manager', team: 'Assessment' } })).toBeDefined();
    expect(lookUp(book, { ...key, group: WHOLE })).toBeUndefined();
    expect(lookUp(book, { ...key, group, basis: 'fte' })).toBeUndefined();
    expect(periodsOf(book, group, 'headcount')).toEqual([FEB]);
    expect(periodsOf(book, WHOLE, 'headcount')).toEqual([]);
  });

  it.each([
    ['c', 39, 'c'],
    [146, 'u', 'u'],
    ['x', 'c', 'c'],
    ['z', 'low', 'low'],
  ])('permanent %s and agency %s make the rate %s', (permanent, agency, marker) => {
    const { outcome } = evaluated('agency_rate', row(['permanent', permanent], ['agency', agency]));
    expect(outcome).toEqual({ kind: 'marker', marker });
  });

  it('is missing where one part is, whatever marker another has', () => {
    const { outcome } = evaluated('agency_rate', row(['permanent', '–'], ['agency', 'c']));
    expect(outcome).toEqual({ kind: 'missing', reasons: ['no permanent for Feb 2021'] });
  });

  it('makes what rests on "fewer than 5" confidential, because a rate of it has no such bound', () => {
    const observations = row(['permanent', 146], ['agency', '<5']);
    expect(evaluated('agency_rate', observations).outcome).toEqual({ kind: 'marker', marker: 'c' });
    expect(evaluated('agency', observations).outcome).toEqual({
      kind: 'marker',
      marker: 'fewer_than',
      bound: 5,
    });
  });

  it('says what is missing, each thing once', () => {
    expect(evaluated('unfilled', row(['agency', 39])).outcome).toEqual({
      kind: 'missing',
      reasons: ['no establishment for Feb 2021', 'no permanent for Feb 2021'],
    });
  });

  it.each([0, 3])('has no rate of nobody (%d ÷ 0)', (leavers) => {
    expect(evaluated('leavers_rate', row(['leavers', leavers], ['permanent', 0])).outcome).toEqual({
      kind: 'missing',
      reasons: ['permanent is 0 for Feb 2021, and nothing can be divided by it'],
    });
  });

  it('is exact', () => {
    const { outcome } = evaluated(
      'in_post',
      table(
        [FEB],
        [
          ['permanent', '0.1'],
          ['agency', '0.2'],
        ],
        { basis: 'fte' },
      ),
    );
    expect(outcome.kind === 'number' && toDecimal(outcome.number.value)).toBe('0.3');
  });

  it('keeps the decimals of full-time equivalents in a sum, and not in a rate', () => {
    const observations = table(
      [FEB],
      [
        ['permanent', '27.25'],
        ['agency', '3.5'],
      ],
      { basis: 'fte' },
    );
    const inPost = evaluated('in_post', observations);
    const rate = evaluated('agency_rate', observations);
    expect(printedPlaces(inPost, registry.kinds.get('in_post')!)).toBe(2);
    expect(evaluationText(inPost, registry)).toBe('30.75');
    expect(evaluationText(rate, registry)).toBe('11.38%');
  });

  it('prints every period of a count with the decimals of its most precise one, and headcounts whole', () => {
    const fte = table(
      [JAN, FEB],
      [
        ['agency', '36.2', '37'],
        ['permanent', '90', '91'],
      ],
      { basis: 'fte' },
    );
    const observations = [...fte, ...table([FEB], [['agency', '40']])];
    const evaluator = createEvaluator(createBook([meeting({ observations })]), registry);
    const text = (id: string, period: Period, basis: Basis) =>
      evaluationText(evaluator.evaluate({ id, period, group: WHOLE, basis }), registry);
    expect([JAN, FEB].map((one) => text('agency', one, 'fte'))).toEqual(['36.2', '37.0']);
    expect([JAN, FEB].map((one) => text('permanent', one, 'fte'))).toEqual(['90', '91']);
    expect([JAN, FEB].map((one) => text('in_post', one, 'fte'))).toEqual(['126.2', '128.0']);
    expect(text('agency_rate', FEB, 'fte')).toBe('28.91%');
    expect(text('agency', FEB, 'headcount')).toBe('40');
  });

  it('never prints a given rate more precisely than it was written', () => {
    expect(evaluationText(evaluated('agency_rate', row(['agency_rate', '21%'])), registry)).toBe('21%');
    expect(evaluationText(evaluated('agency_rate', row(['agency_rate', '21.0811%'])), registry)).toBe(
      '21.08%',
    );
  });

  it('shows its reckoning', () => {
    const observations = row(['establishment', 100], ['permanent', 90], ['agency', 13]);
    const evaluator = createEvaluator(createBook([meeting({ observations })]), registry);
    const unfilled = evaluator.evaluate({ id: 'unfilled', period: FEB, group: WHOLE, basis: 'headcount' });
    expect(reckoningText(unfilled, '−3', evaluator)).toBe(
      'establishment − permanent − agency = 100 − 90 − 13 = −3',
    );
    expect(evaluationText(unfilled, registry)).toBe('−3');
  });
});

describe('last_12_months', () => {
  const months = Array.from({ length: 14 }, (_, index) =>
    month(`${2020 + Math.floor(index / 12)}-${(index % 12) + 1}`),
  );

  it('adds up the twelve months to the period, and no others', () => {
    const observations = table(months, [
      ['leavers', ...months.map((_, index) => index + 1)],
      ['permanent', ...months.map(() => 100)],
    ]);
    // March 2020 to February 2021 are 3 + 4 + … + 14 = 102.
    expect(evaluationText(evaluated('turnover_rate', observations), registry)).toBe('102.0%');
  });

  it('is missing as soon as one month is', () => {
    const observations = table(months, [
      ['leavers', ...months.map((_, index) => (index === 5 ? '–' : 1))],
      ['permanent', ...months.map(() => 100)],
    ]);
    expect(evaluated('turnover_rate', observations).outcome).toEqual({
      kind: 'missing',
      reasons: ['leavers for only 11 of the 12 months to Feb 2021'],
    });
  });

  it('takes the marker of a month that has one', () => {
    const observations = table(months, [
      ['leavers', ...months.map((_, index) => (index === 5 ? 'c' : 1))],
      ['permanent', ...months.map(() => 100)],
    ]);
    expect(evaluated('turnover_rate', observations).outcome).toEqual({ kind: 'marker', marker: 'c' });
  });

  it('is missing as soon as one month is, also beside a marker', () => {
    const observations = table(months, [
      ['leavers', ...months.map((_, index) => (index === 5 ? 'c' : index === 6 ? '' : 1))],
      ['permanent', ...months.map(() => 100)],
    ]);
    expect(evaluated('turnover_rate', observations).outcome).toEqual({
      kind: 'missing',
      reasons: ['leavers for only 11 of the 12 months to Feb 2021'],
    });
  });

  it('takes four quarters, one year and no day', () => {
    const quarters = [1, 2, 3, 4].map((number) => quarter(2023, number));
    const byQuarter = table(quarters, [
      ['leavers', 1, 2, 3, 4],
      ['permanent', 50, 50, 50, 50],
    ]);
    expect(evaluationText(evaluated('turnover_rate', byQuarter, quarters[3]), registry)).toBe('20.0%');
    const year = financialYear(2023);
    const byYear = table(
      [year],
      [
        ['leavers', 10],
        ['permanent', 50],
      ],
    );
    expect(evaluationText(evaluated('turnover_rate', byYear, year), registry)).toBe('20.0%');
    const date = day('2024-03-31');
    const byDay = table(
      [date],
      [
        ['leavers', 10],
        ['permanent', 50],
      ],
    );
    expect(evaluated('turnover_rate', byDay, date).outcome.kind).toBe('missing');
  });
});

describe('previous', () => {
  const { registry: own } = createRegistry([
    {
      value: {
        id: 'growth',
        label: 'Growth',
        formula: 'permanent - previous(permanent)',
        unit: 'count',
        places: 0,
        direction: 'none',
        description: '',
        usedBy: [],
        origin: 'council',
      },
      at: { file: 'cip-report.yaml', line: 1, column: 1, length: 1 },
    },
  ]);

  it('is the period before in the calendar, not the one before in the data', () => {
    const periods = [month('2020-11'), month('2021-01'), FEB];
    const observations = table(periods, [['permanent', 1, 144, 146]]);
    const evaluator = createEvaluator(createBook([meeting({ observations })]), own);
    const growth = (period: Period): string =>
      evaluationText(evaluator.evaluate({ id: 'growth', period, group: WHOLE, basis: 'headcount' }), own);
    expect(growth(FEB)).toBe('2');
    expect(growth(month('2021-01'))).toBe('–');
  });
});

describe('the period before', () => {
  it.each([
    [month('2021-01'), '2020-12'],
    [quarter(2023, 1), '2022-23-Q4'],
    [quarter(2023, 2), '2023-24-Q1'],
    [quarter(2023, 3), '2023-24-Q2'],
    [quarter(2023, 4), '2023-24-Q3'],
    [financialYear(2023), '2022-23'],
    [day('2021-04-19'), undefined],
  ])('$key', (period, key) => {
    expect(precedingPeriod(period)?.key).toBe(key);
  });
});

describe('several meetings', () => {
  const papers = (id: string, ...cells: (string | number)[]) =>
    meeting({
      id,
      observations: table([month('2021-01'), FEB], [['permanent', ...cells]], { file: `${id}.csv` }),
    });
  const given = (...meetings: ReturnType<typeof papers>[]) =>
    lookUp(createBook(meetings), {
      id: 'permanent',
      period: month('2021-01'),
      group: WHOLE,
      basis: 'headcount',
    });

  it('let the newest figure win and keep what it was', () => {
    const found = given(papers('2021-02-15', 143), papers('2021-04-19', 144, 146));
    expect(found?.observation.at.file).toBe('2021-04-19.csv');
    expect(found?.restated.map((one) => one.at.file)).toEqual(['2021-02-15.csv']);
  });

  it('restate nothing where the figure is the same, or was left out', () => {
    expect(given(papers('2021-02-15', 144), papers('2021-04-19', '144.0'))?.restated).toEqual([]);
    const left = given(papers('2021-02-15', 143), papers('2021-04-19', '–', 146));
    expect(left?.observation.at.file).toBe('2021-02-15.csv');
    expect(left?.restated).toEqual([]);
  });
});
