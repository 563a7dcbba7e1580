import { describe, expect, it } from 'vitest';
import type { BridgeBetween, BridgeStep } from '../../../src/compare/comparison.ts';
import { waterfallOf } from '../../../src/compare/paper/waterfall.ts';
import { exact } from '../../../src/model/exact.ts';
import { formatNumber, formatSigned } from '../../../src/model/format.ts';
import { amount, FEB, JAN } from '../../support/comparisons.ts';
import { without } from '../../support/without.ts';

type Flow = readonly [label: string, kind: 'in' | 'out', decimal: string];

/** A bridge from its opening, its flows and its closing; the sums are made here. */
function bridge(opening: string, flows: readonly Flow[], closing: string, places = 0): BridgeBetween {
  const text = (decimal: string) => amount(decimal, formatNumber(exact(decimal), places));
  const step = (label: string, kind: BridgeStep['kind'], decimal: string): BridgeStep => ({
    id: label.toLowerCase(),
    label,
    kind,
    amount: text(decimal),
  });
  const expected = flows.reduce(
    (sum, [, kind, size]) => (kind === 'in' ? sum.add(exact(size)) : sum.sub(exact(size))),
    exact(opening),
  );
  const rest = exact(closing).sub(expected);
  return {
    group: {},
    basis: 'headcount',
    from: JAN,
    to: FEB,
    periods: 1,
    steps: [
      step('Permanent', 'level', opening),
      ...flows.map(([label, kind, size]) => step(label, kind, size)),
    ],
    expected: amount(expected.toString(), formatNumber(expected, places)),
    closing: text(closing),
    unexplained: amount(rest.toString(), formatSigned(rest, places)),
    explained: rest.n === 0n,
  };
}

const LUTON = bridge(
  '144',
  [
    ['Starters', 'in', '3'],
    ['Leavers', 'out', '4'],
  ],
  '146',
);

describe('a bridge as a chart', () => {
  it('leads from one level to the other, and says what no flow explains', () => {
    const chart = waterfallOf(LUTON, 'w');
    expect(chart?.bars).toEqual([
      { label: 'Jan 2021', kind: 'level', from: 0, to: 144, text: '144' },
      { label: 'Starters', kind: 'in', from: 144, to: 147, text: '+3' },
      { label: 'Leavers', kind: 'out', from: 147, to: 143, text: '−4' },
      { label: 'Unexplained', kind: 'rest', from: 143, to: 146, text: '+3' },
      { label: 'Feb 2021', kind: 'level', from: 0, to: 146, text: '146' },
    ]);
    expect(chart?.title).toBe(
      'Permanent staff rose from 144 in Jan 2021 to 146 in Feb 2021; 3 are not explained by starters and leavers',
    );
  });

  it('has a table of the same figures, with what was expected before what is left over', () => {
    expect(waterfallOf(LUTON, 'w')?.table).toEqual({
      caption: 'The same in figures',
      columns: ['Jan 2021', 'Starters', 'Leavers', 'Expected', 'Unexplained', 'Feb 2021'],
      values: ['144', '+3', '−4', '143', '+3', '146'],
    });
  });

  it.each([
    [
      'fell',
      bridge('148', [['Leavers', 'out', '1']], '146'),
      'fell from 148 in Jan 2021 to 146 in Feb 2021; 1 is not explained by leavers',
    ],
    [
      'stayed',
      bridge('148', [['Starters', 'in', '2']], '148'),
      'stayed at 148 from Jan 2021 to Feb 2021; 2 are not explained by starters',
    ],
    [
      'explained',
      bridge('148', [['Starters', 'in', '2']], '150'),
      'rose from 148 in Jan 2021 to 150 in Feb 2021, all of it explained',
    ],
    [
      'stayed, explained',
      bridge(
        '148',
        [
          ['Starters', 'in', '2'],
          ['Leavers', 'out', '2'],
        ],
        '148',
      ),
      'stayed at 148 from Jan 2021 to Feb 2021, nothing unexplained',
    ],
    [
      'within rounding',
      { ...bridge('148', [['Starters', 'in', '2']], '149'), explained: true },
      'rose from 148 in Jan 2021 to 149 in Feb 2021; 1 left over, within rounding and tolerance',
    ],
    [
      'of other members',
      { ...bridge('148', [['Starters', 'in', '2']], '153'), members: 'team Fostering is new' },
      'rose from 148 in Jan 2021 to 153 in Feb 2021; 3 left over, and who is counted differs: team Fostering is new',
    ],
    [
      'by flows of long names',
      bridge(
        '148',
        [
          ['Secondments and career breaks that end', 'in', '2'],
          ['Starters', 'in', '2'],
        ],
        '153',
      ),
      'rose from 148 in Jan 2021 to 153 in Feb 2021; 1 is not explained',
    ],
    [
      'in decimals',
      bridge(
        '23.5',
        [
          ['Starters', 'in', '0.2'],
          ['Leavers', 'out', '1.0'],
        ],
        '18.5',
        1,
      ),
      'fell from 23.5 in Jan 2021 to 18.5 in Feb 2021; 4.2 are not explained by starters and leavers',
    ],
  ])('says in its title what it shows: %s', (_, one, words) => {
    expect(waterfallOf(one, 'w')?.title).toBe(`Permanent staff ${words}`);
  });

  it('has no bar for a rest of nothing, and a flow of nothing without a sign', () => {
    const chart = waterfallOf(
      bridge(
        '10',
        [
          ['Starters', 'in', '0'],
          ['Leavers', 'out', '0'],
        ],
        '10',
      ),
      'w',
    );
    expect(chart?.bars.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'level 10',
      'in 0',
      'out 0',
      'level 10',
    ]);
    expect(chart?.table.columns).not.toContain('Expected');
  });

  it.each([
    ['within rounding', { explained: true }],
    ['where others are counted', { members: 'team Fostering is new' }],
  ])('does not call unexplained what is left over %s', (_, more) => {
    const chart = waterfallOf({ ...LUTON, ...more }, 'w');
    expect(chart?.bars.find(({ kind }) => kind === 'rest')?.label).toBe('Left over');
    expect(`${chart?.title} ${chart?.description}`).not.toMatch(/not explained|unexplained/i);
  });

  it('gives a negative flow the sign that it has in the sum', () => {
    const chart = waterfallOf(
      bridge(
        '10',
        [
          ['Starters', 'in', '-2'],
          ['Leavers', 'out', '-3'],
        ],
        '11',
      ),
      'w',
    );
    expect(chart?.bars.slice(1, 3).map(({ text, to }) => [text, to])).toEqual([
      ['−2', 8],
      ['+3', 11],
    ]);
  });

  it('names the group and the basis where they are not the whole headcount', () => {
    const chart = waterfallOf({ ...LUTON, group: { team: 'Duty' }, basis: 'fte' }, 'w');
    expect(chart?.title).toContain(
      'Permanent staff (team Duty) rose from 144 FTE in Jan 2021 to 146 FTE in Feb 2021;',
    );
  });

  it('is none where the bridge cannot be reckoned', () => {
    expect(waterfallOf({ ...LUTON, steps: [] }, 'w')).toBeUndefined();
    expect(waterfallOf(without(LUTON, 'expected'), 'w')).toBeUndefined();
    expect(waterfallOf(without(LUTON, 'closing'), 'w')).toBeUndefined();
  });
});
