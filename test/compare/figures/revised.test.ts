import { describe, expect, it } from 'vitest';
import { rateSplits } from '../../../src/compare/why/rate-splits.ts';
import { signalsOf } from '../../../src/compare/why/signals.ts';
import type { SidePapers } from '../../../src/compare/side.ts';
import { month, table } from '../../support/dataset.ts';
import { agencyRate, compared, limit, side } from './small-sides.ts';

const [SEP, OCT] = [month('2021-09'), month('2021-10')];

/** One file of two months: what agency and permanent were in each. */
function october(agency: readonly (string | number)[], formula?: string): SidePapers {
  const observations = table(
    [SEP, OCT],
    [
      ['agency', ...agency],
      ['permanent', 80, 80],
    ],
  );
  const programme = formula === undefined ? {} : { programme: { definitions: [agencyRate(formula)] } };
  return side({ meeting: { observations }, ...programme }, OCT);
}

function september(agency: string | number): SidePapers {
  const rows = [
    ['agency', agency],
    ['permanent', 80],
  ];
  return side({ meeting: { observations: table([SEP], rows) } }, SEP);
}

function figureOf(before: SidePapers, after: SidePapers, metric = 'agency', more = {}) {
  return compared(before, after, more).figures.find((one) => one.metric === metric);
}

const papers = september('22.0');

describe('a figure that the second side says was another one', () => {
  it('is set against that too', () => {
    expect(figureOf(papers, october(['23.0', '20.0']))).toMatchObject({
      kind: 'changed',
      before: { text: '22.0' },
      after: { text: '20.0' },
      absolute: { decimal: '-2', text: '−2.0' },
      revised: {
        before: { text: '23.0', period: { key: '2021-09' }, source: 'given', at: { line: 2 } },
        absolute: { decimal: '-3', text: '−3.0' },
        relative: { text: '−13%' },
        movement: 'down',
        good: true,
      },
    });
  });

  it.each<[string, [then: string, now: string], unknown, unknown]>([
    ['did not move', ['23.0', '23.0'], ['up', false], ['level', null]],
    ['moved the other way', ['24.0', '23.0'], ['up', false], ['down', true]],
  ])('says of itself whether it %s, and whether that is good', (_, months, own, now) => {
    const { movement, good, revised } = figureOf(papers, october(months)) ?? {};
    expect([
      [movement, good],
      [revised?.movement, revised?.good],
    ]).toEqual([own, now]);
  });

  it('has its place by what it moved from that', () => {
    // Agency is +8 and, from what it is now said to have been, level; permanent is +2.
    const before = side(
      {
        meeting: {
          observations: table(
            [SEP],
            [
              ['agency', 12],
              ['permanent', 80],
            ],
          ),
        },
      },
      SEP,
    );
    const rows = [
      ['agency', 20, 20],
      ['permanent', 80, 82],
    ];
    const after = side({ meeting: { observations: table([SEP, OCT], rows) } }, OCT);
    const ids = compared(before, after).figures.map(({ id }) => id);
    expect(ids.filter((id) => id === 'agency' || id === 'permanent')).toEqual(['permanent', 'agency']);
  });

  it.each<[string, string, string]>([
    ['the same', '22.0', '20.0'],
    ['the same in other decimals', '22', '20.0'],
    ['not known any more', '', '20.0'],
  ])('is set against its own past alone where that is %s', (_, then, now) => {
    expect(figureOf(papers, october([then, now]))).not.toHaveProperty('revised');
  });

  it('is told where it is what it was said to be, and was another', () => {
    expect(figureOf(papers, october(['23.0', '22.0']))).toMatchObject({
      kind: 'changed',
      absolute: { decimal: '0' },
      movement: 'level',
      good: null,
      revised: { before: { text: '23.0' }, absolute: { decimal: '-1' } },
    });
  });

  it('is not told where it was the same all along', () => {
    expect(figureOf(papers, october(['22.0', '22.0']))).toBeUndefined();
  });

  it('has no change from what is no number', () => {
    const hidden = figureOf(papers, october(['c', '20.0']))?.revised;
    expect(hidden).toMatchObject({ before: { text: 'c' } });
    expect(hidden).not.toHaveProperty('absolute');
    expect(figureOf(september('c'), october(['23.0', '20.0']))).toMatchObject({
      kind: 'marker',
      revised: { before: { text: '23.0' }, absolute: { decimal: '-3' } },
    });
  });

  it('is known now where the first side had none', () => {
    expect(figureOf(september(''), october(['23.0', '20.0']))).toMatchObject({
      kind: 'new',
      revised: { before: { text: '23.0' }, absolute: { decimal: '-3' } },
    });
  });

  it("is reckoned by the second side's definitions", () => {
    const rate = figureOf(papers, october(['20.0', '40.0'], 'agency / permanent'), 'agency_rate');
    expect(rate).toMatchObject({
      before: { text: '27.50%' },
      absolute: { decimal: '0.225' },
      revised: { before: { text: '25.00%' }, absolute: { decimal: '0.25' } },
    });
  });

  it('is none of two periods of the same papers, nor of one that was restated', () => {
    const both = october(['23.0', '22.0']);
    const then = { ...both, period: SEP };
    expect(figureOf(then, both, 'agency', { form: 'periods' })).not.toHaveProperty('revised');
    for (const one of compared(papers, both).restated) expect(one).not.toHaveProperty('revised');
  });

  it('is small where it is so from that', () => {
    const tolerance = { tolerance: limit('1') };
    expect(figureOf(papers, october(['23.0', '22.0']), 'agency', tolerance)?.within).toBe('tolerance');
    expect(figureOf(papers, october(['24.0', '23.5']), 'agency', tolerance)?.within).toBe('tolerance');
    expect(figureOf(papers, october(['24.0', '22.0']), 'agency', tolerance)).not.toHaveProperty('within');
    expect(figureOf(papers, october(['c', '22.0']), 'agency', tolerance)).not.toHaveProperty('within');
  });

  it('has reasons of how it moved from what it is now said to have been', () => {
    const pair = { form: 'files' as const, before: papers, after: october(['23.0', '22.0']) };
    const { figures } = compared(pair.before, pair.after);
    const rate = figures.find(({ metric }) => metric === 'agency_rate');
    expect(rate?.absolute?.decimal).toBe('0');
    expect(rateSplits(pair, figures)).toMatchObject([
      { figure: 'agency_rate', since: 'revised', change: rate?.revised?.absolute },
    ]);
    expect(signalsOf(pair, figures)).toEqual([]);
  });

  it('has none where it did not move from there', () => {
    const pair = { form: 'files' as const, before: papers, after: october(['23.0', '23.0']) };
    const { figures } = compared(pair.before, pair.after);
    expect(figures.map(({ metric }) => metric)).toContain('agency_rate');
    expect([rateSplits(pair, figures), signalsOf(pair, figures)]).toEqual([[], []]);
  });
});
