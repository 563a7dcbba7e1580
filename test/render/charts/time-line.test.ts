import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, type PlainDate } from '../../../src/model/plain-date.ts';
import { textWidth } from '../../../src/report/text-width.ts';
import {
  TIME_LINE,
  timeLineLayout,
  type PlacedMilestone,
  type TimeLineContent,
  type TimeLineItem,
} from '../../../src/report/view-time-line-layout.ts';
import { timeLine, timeLineFigureHeights } from '../../../src/report/view-time-line.ts';
import { renderTimeLine } from '../../../src/render/charts/time-line.ts';
import type { MilestoneRow, Report } from '../../../src/report/report.ts';
import { LUTON, month } from '../../support/luton-report.ts';

const MEETING = plainDate(2021, 4, 19)!;
const NO_TABLE = { id: '', number: '' };
const WIDTHS = { narrow: 344, half: 404, full: 673 } as const;

const STATES = [
  { sign: 'cross', tone: 'bad', text: 'Overdue by 19 days, due Mar 2021' },
  { sign: 'alert', tone: 'attention', text: 'Slipped 5 months, to summer 2021' },
  { sign: 'open', tone: 'plain', text: 'On track, due Jan 2027' },
  { sign: 'tick', tone: 'good', text: 'Complete, Dec 2020' },
] as const;

const day = (most: number) => fc.integer({ min: -most, max: most }).map((days) => addDays(MEETING, days));

/** Dates of days, months or years around the meeting; names of a letter or of sentences; spans and moves. */
const item = (most: number): fc.Arbitrary<TimeLineItem> =>
  fc
    .record({
      name: fc.stringMatching(/^[A-Z][a-zA-Z ,]{0,120}$/),
      state: fc.constantFrom(...STATES),
      at: day(most),
      span: fc.option(fc.integer({ min: 30, max: 365 }), { nil: null }),
      moved: fc.option(fc.integer({ min: 1, max: most }), { nil: null }),
    })
    .map(({ span, moved, at, ...rest }) => ({
      ...rest,
      at,
      spanFrom: span === null ? null : addDays(at, -span),
      movedFrom: moved === null ? null : addDays(at, -moved),
    }));

const content: fc.Arbitrary<TimeLineContent> = fc.constantFrom(20, 200, 4000).chain((most) =>
  fc.record({
    size: fc.constantFrom('narrow', 'half', 'full'),
    lanes: fc.integer({ min: 1, max: 6 }),
    marker: fc.constant({ date: MEETING, label: 'Committee, 19 Apr' }),
    items: fc.array(item(most), { minLength: 1, maxLength: 14 }),
  }),
);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function labelBox({ lines, textX, textY, anchor }: PlacedMilestone): Box {
  const width = Math.max(...lines.map((text) => textWidth(text, TIME_LINE.text)));
  const left = anchor === 'start' ? textX : textX - width;
  return { left, right: left + width, top: textY - 9, bottom: textY + TIME_LINE.line + 3 };
}

function trackBox({ x, y, spanX, movedX }: PlacedMilestone): Box {
  const half = TIME_LINE.sign / 2;
  const xs = [x, spanX ?? x, movedX ?? x];
  return { left: Math.min(...xs) - half, right: Math.max(...xs) + half, top: y - half, bottom: y + half };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

describe('the geometry of a time line', () => {
  it('lets no label touch another, nor any sign or line', () => {
    fc.assert(
      fc.property(content, (chart) => {
        const { placed } = timeLineLayout(chart);
        placed.forEach((one, at) => {
          expect(overlap(labelBox(one), trackBox(one)), one.lines[0]).toBe(false);
          for (const other of placed.slice(at + 1)) {
            expect(overlap(labelBox(one), labelBox(other))).toBe(false);
            expect(overlap(labelBox(one), trackBox(other))).toBe(false);
            expect(overlap(trackBox(one), labelBox(other))).toBe(false);
            expect(overlap(trackBox(one), trackBox(other))).toBe(false);
          }
        });
      }),
    );
  });

  it('keeps every sign, label, tick and the meeting within the drawing', () => {
    fc.assert(
      fc.property(content, (chart) => {
        const { width, height, axis, marker, ticks, placed } = timeLineLayout(chart);
        expect(width).toBe(WIDTHS[chart.size]);
        for (const box of placed.flatMap((one) => [labelBox(one), trackBox(one)])) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(width + 0.01);
          expect(box.top).toBeGreaterThan(12);
          expect(box.bottom).toBeLessThan(axis);
        }
        const half = textWidth(chart.marker.label, TIME_LINE.text) / 2;
        expect(marker.labelX - half).toBeGreaterThanOrEqual(-0.01);
        expect(marker.labelX + half).toBeLessThanOrEqual(width + 0.01);
        for (const { x, month: name, year } of ticks)
          expect(x + Math.max(textWidth(name, 11.5), textWidth(year, 11.5))).toBeLessThanOrEqual(width);
        expect(axis).toBeLessThan(height);
      }),
    );
  });

  it('keeps the order of dates, what is overdue left of the meeting, and no two ticks in one another', () => {
    fc.assert(
      fc.property(content, (chart) => {
        const { placed, marker, ticks } = timeLineLayout(chart);
        placed.forEach((one, at) => {
          const before = placed[at - 1];
          if (before) {
            expect(before.item.at <= one.item.at).toBe(true);
            expect(before.x).toBeLessThanOrEqual(one.x);
          }
          expect(Math.sign(one.x - marker.x)).toBe(Math.sign(one.item.at.localeCompare(MEETING)));
          if (one.movedX !== null) expect(one.movedX).toBeLessThan(one.x);
        });
        for (const key of ['month', 'year'] as const) {
          const named = ticks.filter((tick) => tick[key] !== '');
          named.slice(1).forEach((tick, at) => {
            expect(tick.x).toBeGreaterThanOrEqual(named[at]!.x + textWidth(named[at]![key], 11.5));
          });
        }
      }),
    );
  });

  it('draws each milestone or counts it, the most urgent always, within its lanes', () => {
    fc.assert(
      fc.property(content, (chart) => {
        const { placed, left } = timeLineLayout(chart);
        expect(placed.length + left).toBe(chart.items.length);
        expect(placed.map((one) => one.item)).toContain(chart.items[0]);
        expect(new Set(placed.map((one) => one.y)).size).toBeLessThanOrEqual(chart.lanes);
      }),
    );
  });

  it('has ticks a month apart for a year, and years where dates are years apart', () => {
    const at = (dates: readonly PlainDate[]) =>
      timeLineLayout({
        size: 'half',
        lanes: 5,
        marker: { date: MEETING, label: 'Board, 19 Apr' },
        items: dates.map((date) => ({
          name: 'Step',
          state: STATES[2],
          at: date,
          spanFrom: null,
          movedFrom: null,
        })),
      }).ticks;
    const year = at([plainDate(2021, 9, 30)!]);
    expect(year.map((tick) => `${tick.month} ${tick.year}`.trim())).toEqual([
      'Apr 2021',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
    ]);
    const decades = at([plainDate(2003, 3, 31)!, plainDate(2039, 3, 31)!]);
    expect(decades.every((tick) => tick.month === '' && /^20\d\d$/.test(tick.year))).toBe(true);
    expect(decades.length).toBeGreaterThan(2);
  });
});

function milestone(reference: string, over: Partial<MilestoneRow> = {}): MilestoneRow {
  return {
    reference,
    milestone: `Step ${reference} done`,
    due: month('2021-05'),
    state: 'on_track',
    stateText: 'On track',
    comment: '',
    at: { file: 'milestones.csv', line: 2, column: 1, length: 1 },
    ...over,
  };
}

function withMilestones(milestones: readonly MilestoneRow[]): Report {
  return { ...LUTON, milestones };
}

describe('the time line of a report', () => {
  it('is none where there is no milestone, or all were completed long ago', () => {
    const old = milestone('M1', { state: 'complete', stateText: 'Complete', due: month('2020-02') });
    expect(timeLine(withMilestones([]), 'half')).toBeNull();
    expect(timeLine(withMilestones([old]), 'half')).toBeNull();
    expect(timeLineFigureHeights(withMilestones([]), NO_TABLE)).toBeNull();
  });

  it('says all in words: the meeting, each milestone with its state, and from when it moved', () => {
    const moved = milestone('M2', {
      due: month('2021-03'),
      revised: { ...month('2021-08'), kind: 'season', label: 'Summer 2021', start: '2021-06-01' },
      state: 'slipped',
      stateText: 'Slipped 5 months, to summer 2021',
      slipText: '5 months',
    });
    const chart = timeLine(withMilestones([milestone('M1'), moved]), 'half')!;
    expect(chart.marker).toEqual({ date: '2021-04-19', label: 'Board, 19 Apr' });
    expect(chart.description).toBe(
      'Board, 19 Apr. Step M2 done: Slipped 5 months, to summer 2021, first due Mar 2021. ' +
        'Step M1 done: On track, due May\u00a02021.',
    );
    expect(chart.items.map(({ at, spanFrom, movedFrom }) => [at, spanFrom, movedFrom])).toEqual([
      ['2021-08-31', '2021-06-01', '2021-03-31'],
      ['2021-05-31', null, null],
    ]);
    const svg = renderTimeLine(chart);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('Step M2 done: Slipped 5 months, to summer 2021, first due Mar 2021.');
    expect(svg.match(/class="spot/g)).toHaveLength(2);
    expect(svg).toContain('class="moved"');
    expect(svg).toContain('class="span"');
  });

  it('counts what it has no room for, the least urgent', () => {
    const many = Array.from({ length: 12 }, (_, at) => milestone(`M${at + 1}`));
    const overdue = milestone('Late', {
      state: 'overdue',
      stateText: 'Overdue by 19 days',
      due: month('2021-03'),
    });
    const chart = timeLine(withMilestones([...many, overdue]), 'half', 3)!;
    const { placed, left } = timeLineLayout(chart);
    expect(left).toBeGreaterThan(0);
    expect(placed.map((one) => one.item.name)).toContain('Step Late done');
    expect(chart.notes).toEqual([`And ${left} more.`]);
  });

  it('names the date by which all is judged where that is not the meeting’s', () => {
    const report = { ...withMilestones([milestone('M1')]), asOf: '2021-04-01' };
    expect(timeLine(report, 'half')!.marker).toEqual({ date: '2021-04-01', label: 'As of 1 Apr' });
  });

  it('is higher with every lane that its milestones need', () => {
    const many = Array.from({ length: 12 }, (_, at) => milestone(`M${at + 1}`));
    for (const heights of Object.values(timeLineFigureHeights(withMilestones(many), NO_TABLE)!)) {
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
      expect(heights[4]).toBeGreaterThan(heights[0]!);
    }
  });
});
