import { describe, expect, it } from 'vitest';
import type { Waterfall, WaterfallBar } from '../../../src/compare/paper/waterfall.ts';
import { overlaps } from '../../../src/render/charts/labels.ts';
import { renderWaterfall, waterfallNotes, waterfallTexts } from '../../../src/render/charts/waterfall.ts';

type Flow = readonly [label: string, change: number];

/** Flows from an opening; the last is the unexplained rest where it is called so. */
function chart(opening: number, flows: readonly Flow[], text = (value: number) => `${value}`): Waterfall {
  let height = opening;
  const level = (label: string, to: number): WaterfallBar => ({
    label,
    kind: 'level',
    from: 0,
    to,
    text: text(to),
  });
  const bars = [level('Jan 2021', opening)];
  for (const [label, change] of flows) {
    const kind = label === 'Unexplained' ? 'rest' : change < 0 ? 'out' : 'in';
    bars.push({ label, kind, from: height, to: height + change, text: text(change) });
    height += change;
  }
  bars.push(level('Feb 2021', height));
  return { id: 'w', title: 'T', description: 'D.', bars, table: { caption: 'C', columns: [], values: [] } };
}

const SEVEN: readonly Flow[] = [
  ['Starters', 12],
  ['Conversions', 3],
  ['Transfers in', 1],
  ['Leavers', -9],
  ['Transfers out', -2],
  ['Secondments and career breaks', -1],
  ['Unexplained', 2],
];

const EDGES: readonly (readonly [string, Waterfall])[] = [
  [
    'of some hundred, by a few',
    chart(144, [
      ['Starters', 3],
      ['Leavers', -4],
      ['Unexplained', 3],
    ]),
  ],
  ['of seven steps', chart(144, SEVEN)],
  ['of one step', chart(10, [['Starters', 2]])],
  [
    'of nothing',
    chart(0, [
      ['Starters', 0],
      ['Leavers', 0],
    ]),
  ],
  [
    'that stays, by no flow',
    chart(144, [
      ['Starters', 0],
      ['Leavers', 0],
    ]),
  ],
  ['to nothing', chart(12, [['Leavers', -12]])],
  [
    'below zero',
    chart(3, [
      ['Leavers', -9],
      ['Unexplained', 2],
    ]),
  ],
  [
    'of negative levels',
    chart(-140, [
      ['Leavers', -3],
      ['Starters', 2],
    ]),
  ],
  ['of large numbers', chart(1_234_567, SEVEN, (value) => value.toLocaleString('en-GB'))],
  ['of numbers with no room', chart(1_234_567, SEVEN, (value) => `+${value.toFixed(9)}`)],
  [
    'of decimals',
    chart(
      23.5,
      [
        ['Starters', 0.2],
        ['Leavers', -1],
        ['Unexplained', -4.2],
      ],
      (v) => v.toFixed(1),
    ),
  ],
  [
    'with long names',
    chart(50, [
      ['W'.repeat(300), 4],
      ['two words '.repeat(40), -3],
    ]),
  ],
];

interface Rect {
  readonly kind: string;
  readonly y: number;
  readonly height: number;
}

function rects(svg: string): Rect[] {
  const found = svg.matchAll(
    /<rect class="flow (\w+)" x="[\d.]+" y="([\d.-]+)" width="[\d.]+" height="([\d.]+)"/g,
  );
  return [...found].map(([, kind, y, height]) => ({ kind: kind!, y: Number(y), height: Number(height) }));
}

describe.each(EDGES)('a bridge %s', (_, one) => {
  const texts = waterfallTexts(one);
  const svg = renderWaterfall(one);
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);

  it('has a bar for every step, and a line from each to the next', () => {
    expect(rects(svg)).toHaveLength(one.bars.length);
    expect(svg.match(/class="connector"/g)).toHaveLength(one.bars.length - 1);
    for (const rect of rects(svg)) expect(rect.y + rect.height).toBeLessThanOrEqual(height);
  });

  it('has no text upon another and none outside', () => {
    const clashes = texts.flatMap((a, at) => texts.slice(at + 1).filter((b) => overlaps(a.box, b.box)));
    expect(clashes).toEqual([]);
    for (const { box, text } of texts) {
      expect(box.left, text).toBeGreaterThanOrEqual(0);
      expect(box.right, text).toBeLessThanOrEqual(width);
      expect(box.top, text).toBeGreaterThanOrEqual(0);
      expect(box.bottom, text).toBeLessThanOrEqual(height);
    }
  });

  it('is the same markup each time, without a number that is none', () => {
    expect(renderWaterfall(one)).toBe(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the scale of a bridge', () => {
  const [flat, near] = [
    chart(144, [
      ['Starters', 3],
      ['Leavers', -1],
    ]),
    chart(4, [
      ['Starters', 3],
      ['Leavers', -1],
    ]),
  ];

  it('is broken where zero would show nothing, is marked in both levels, and says so', () => {
    expect(waterfallNotes(flat)[0]).toMatch(/^The scale runs from \d+ to \d+, not from zero\.$/);
    expect(renderWaterfall(flat).match(/class="break-band"/g)).toHaveLength(2);
    expect(renderWaterfall(flat)).toMatch(/<desc [^>]*>D\. The scale runs from/);
    const levels = rects(renderWaterfall(flat)).filter(({ kind }) => kind === 'level');
    for (const { height } of levels) expect(height).toBeGreaterThan(10);
  });

  it('begins at zero everywhere else, without a mark', () => {
    expect(waterfallNotes(near)).toEqual([]);
    expect(renderWaterfall(near)).not.toContain('break-band');
    const [opening, flow] = rects(renderWaterfall(near));
    expect(opening!.height / flow!.height).toBeCloseTo(4 / 3, 2);
  });

  it('gives equal flows equal bars', () => {
    const [, up, down] = rects(
      renderWaterfall(
        chart(144, [
          ['Starters', 3],
          ['Leavers', -3],
        ]),
      ),
    );
    expect(up!.height).toBeCloseTo(down!.height, 2);
    expect(up!.y).toBeCloseTo(down!.y, 2);
  });
});

describe('the texts of a bridge', () => {
  it('have every value where there is room, and no half of one where there is none', () => {
    const values = waterfallTexts(EDGES[1]![1]).filter(({ className }) => className.startsWith('value'));
    expect(values.map(({ text }) => text)).toEqual(EDGES[1]![1].bars.map(({ text }) => text));
    const crowded = waterfallTexts(EDGES[9]![1]).filter(({ className }) => className.startsWith('value'));
    expect(crowded).toEqual([]);
  });

  it('are escaped', () => {
    const svg = renderWaterfall({ ...chart(1, [['<b>"&', 1]]), title: '</title><script>' });
    expect(svg).not.toMatch(/<b>|<script>/);
    expect(svg).toContain('&lt;b&gt;&quot;&amp;');
  });
});
