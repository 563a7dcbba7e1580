import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, RiskRow } from '../../../src/report/report.ts';
import { reportView } from '../../../src/report/view.ts';
import { excerpt, linesOf } from '../../../src/report/view-excerpt.ts';
import { firstPageRoom } from '../../../src/report/view-first-page.ts';
import { arrangement, firstPageHeight } from '../../../src/report/view-first-page-height.ts';
import type { FirstPageParts } from '../../../src/report/view-first-page-parts.ts';
import { topRiskLines, topRisks, topRisksTitle } from '../../../src/report/view-top-risks.ts';
import { FULL, LUTON } from '../../support/luton-report.ts';

const SHEET = 762;

const SMALL: FirstPageParts = {
  head: {
    eyebrow: 'Council',
    title: 'Workforce highlight report',
    hasLogo: false,
    facts: ['Board Improvement Board'],
  },
  ragLines: ['First report.'],
  reason: 'All is well.',
  despite: '',
  asks: [],
  evidence: ['No red risk'],
  headlines: [
    {
      label: 'Agency rate',
      change: 'Worse: +1.08 pp',
      since: 'since Jan 2021',
      aim: 'Target 10% by Feb 2022',
    },
  ],
  timeLine: {
    narrow: [100, 130, 160, 190, 220],
    half: [100, 130, 160, 190, 220],
    full: [95, 120, 145, 145, 145],
  },
  since: 'Since 15 March 2021: 1 milestone slipped.',
  target: { title: 'Agency rate is 21%', notes: 'Source: workforce.csv.' },
  matrix: { title: '4 open risks', notes: '', height: 192, wide: false },
  risks: { narrow: [3, 3, 2], wide: [3, 2, 2] },
  targets: ['Agency workers at most 10% by Feb 2022'],
  milestonesTitle: '6 of 7 milestones complete',
  milestones: [{ text: 'Strategy launched', state: 'Slipped 5 months' }],
  trust: 'Can the figures be trusted? 12 stated figures recomputed: 12 agree.',
};

const text = (max: number) => fc.stringMatching(new RegExp(`^([A-Z][a-z ]{3,40}[.] ){0,${max}}$`));

describe('the room of the first page', () => {
  it('is everything where it fits', () => {
    expect(firstPageRoom(SMALL)).toMatchObject({
      asks: 3,
      targets: 3,
      timeLine: 5,
      milestones: 5,
      reason: 9,
    });
  });

  it('keeps the page to one sheet, however much there is', () => {
    const parts = fc.record({
      reason: text(60),
      despite: text(30),
      asks: fc.array(text(30), { maxLength: 8 }),
      evidence: fc.array(fc.constant('1 target that cannot be judged'), { maxLength: 6 }),
      headlines: fc.array(
        fc.record({
          label: fc.constant('Permanent social workers'),
          change: fc.constantFrom('', 'Better: +2'),
          since: fc.constantFrom('', 'since Jan 2021'),
          aim: fc.constantFrom('', 'Target 10% by Feb 2022 Off course'),
        }),
        { maxLength: 10 },
      ),
      timeLine: fc.constantFrom(SMALL.timeLine, null),
      target: fc.constantFrom(SMALL.target, null),
      matrix: fc.constantFrom(SMALL.matrix, { ...SMALL.matrix!, height: 260, wide: true }, null),
      since: text(20),
      risks: fc.constantFrom(SMALL.risks, { narrow: [9, 9, 9], wide: [9, 9, 9] }, { narrow: [], wide: [] }),
      targets: fc.array(text(6), { maxLength: 8 }),
      milestones: fc.array(
        fc.record({ text: text(6), state: fc.constant('Overdue by 19 days, due Mar 2021') }),
        {
          maxLength: 20,
        },
      ),
    });
    fc.assert(
      fc.property(parts, (over) => {
        const page = { ...SMALL, ...over };
        expect(firstPageHeight(page, firstPageRoom(page))).toBeLessThanOrEqual(SHEET);
      }),
    );
  });

  it('gives back what the last step left room for', () => {
    const page = {
      ...SMALL,
      timeLine: null,
      milestones: Array.from({ length: 30 }, () => SMALL.milestones[0]!),
    };
    const room = firstPageRoom(page);
    const larger = { ...room, milestones: room.milestones + 1 };
    expect(room.milestones === 5 || firstPageHeight(page, larger) > SHEET - 12).toBe(true);
  });
});

describe('the time line on the first page', () => {
  const HIGH = [700, 700, 700, 700, 700];
  const reason = 'Recruitment is behind the plan and the market is hard. ';
  const page = (lines: number): FirstPageParts => ({ ...SMALL, reason: reason.repeat(lines * 2) });

  it('stands there with all its lanes where there is room, and has none where there are no milestones', () => {
    const small = { ...SMALL, targets: [] };
    expect(firstPageRoom(small).timeLine).toBe(5);
    expect(arrangement(small, firstPageRoom(small)).timeLine).toBe('half');
    const none = { ...small, timeLine: null };
    expect(arrangement(none, firstPageRoom(none)).timeLine).toBeNull();
  });

  it('runs across the page without a matrix, and is narrower beside a wide one', () => {
    const room = firstPageRoom({ ...SMALL, targets: [] });
    const wide = { ...SMALL, matrix: { ...SMALL.matrix!, wide: true } };
    expect(arrangement({ ...SMALL, matrix: null }, room).timeLine).toBe('full');
    expect(arrangement(wide, room).timeLine).toBe('narrow');
  });

  it('loses lanes and then gives way to the list, never gains by more of anything else', () => {
    const asks = (count: number) => Array.from({ length: count }, () => reason.repeat(4));
    const lanes = [0, 1, 2, 3].map((count) => firstPageRoom({ ...page(count), asks: asks(count) }).timeLine);
    expect(lanes).toEqual([...lanes].sort((a, b) => b - a));
    const high = { ...SMALL, timeLine: { narrow: HIGH, half: HIGH, full: HIGH } };
    const room = firstPageRoom(high);
    expect(room.timeLine).toBe(0);
    expect(firstPageHeight(high, room)).toBeLessThanOrEqual(SHEET);
    expect(room.milestones).toBeGreaterThan(0);
  });

  it('begins beside what stands in the other column where that costs no room', () => {
    const level = { ...SMALL, risks: { narrow: [], wide: [] }, matrix: { ...SMALL.matrix!, height: 180 } };
    const tall = { ...SMALL, matrix: { ...SMALL.matrix!, height: 400 } };
    const room = firstPageRoom(SMALL);
    expect(arrangement(level, room).grid).toBe(true);
    expect(arrangement(tall, { ...room, timeLine: 5 }).grid).toBe(false);
  });
});

describe('the highest risks on the first page', () => {
  const [first] = LUTON.risks.open;
  const risk = (reference: string, over: Partial<RiskRow>): RiskRow => ({ ...first!, reference, ...over });
  const withRisks = (...open: RiskRow[]): Report => ({
    ...LUTON,
    meeting: { ...LUTON.meeting, previous: '2021-02-15' },
    risks: { ...LUTON.risks, open },
  });
  const AMBER = { likelihood: 'Medium', impact: 'Significant' };
  const GREEN = { likelihood: 'Low', impact: 'Significant' };
  const RED = { likelihood: 'Medium', impact: 'Critical' };

  it('are the most severe, then those that grew worse, then in the order of the risk log', () => {
    const report = withRisks(
      risk('R1', GREEN),
      risk('R2', AMBER),
      risk('R3', { ...AMBER, movement: { kind: 'down', text: 'down' } }),
      risk('R4', { ...AMBER, movement: { kind: 'up', text: 'up' } }),
      risk('R5', RED),
    );
    expect(topRisks(report, 'narrow').map((one) => one.reference)).toEqual(['R5', 'R4', 'R2']);
  });

  it('say how many others have the score of the last', () => {
    const four = withRisks(...['R1', 'R2', 'R3', 'R4'].map((reference) => risk(reference, AMBER)));
    const shown = topRisks(four, 'narrow');
    const { score } = four.risks.open[0]!;
    expect(topRisksTitle(four, shown)).toBe(`Highest risks, and 1 more at ${score}`);
    expect(topRisksTitle(four, shown.slice(0, 1))).toBe(`Highest risks, and 3 more at ${score}`);
    expect(topRisksTitle(withRisks(...four.risks.open.slice(0, 3)), shown)).toBe('Highest risks');
    expect(topRisksTitle(four, [])).toBe('Highest risks');
  });

  it('are by the stated score without a matrix, and hide no risk whose levels are the wrong way round', () => {
    const { matrix, ...unscored } = withRisks(
      risk('R1', { statedScore: '4' }),
      risk('R2', { statedScore: '12' }),
      risk('R3', { statedScore: 'High' }),
    ).risks;
    expect(matrix).toBeDefined();
    const plain = topRisks({ ...LUTON, risks: unscored }, 'wide');
    expect(plain.map((one) => one.reference)).toEqual(['R2', 'R1', 'R3']);
    const swapped = withRisks(risk('R1', AMBER), risk('R2', { likelihood: 'Critical', impact: 'Medium' }));
    expect(topRisks(swapped, 'wide')[0]?.reference).toBe('R2');
  });

  it('say how they moved, and nothing where they did not', () => {
    const texts = (['up', 'down', 'new', 'same'] as const).map(
      (kind) =>
        topRisks(withRisks(risk('R1', { movement: { kind, text: 'New since 15 February 2021' } })), 'wide')[0]
          ?.movement?.text,
    );
    expect(texts).toEqual([
      'Worse since 15 February 2021',
      'Better since 15 February 2021',
      'New since 15 February 2021',
      undefined,
    ]);
  });

  it('break off at a word, and take the lines that they are reckoned with', () => {
    const report = withRisks(
      risk('R1', { ...AMBER, risk: 'Permanent workers leave the council '.repeat(9) }),
    );
    expect(topRisks(report, 'narrow')[0]?.risk).toMatch(/^Permanent workers leave .* …$/);
    expect(topRiskLines(report, 'narrow')).toEqual([2]);
    expect(topRiskLines(withRisks(), 'narrow')).toEqual([]);
  });

  it('give way one by one, after the other targets and before a request', () => {
    const counts = [0, 40, 80, 120, 160, 200, 300, 400].map((more) => {
      const page = { ...SMALL, matrix: { ...SMALL.matrix!, height: SMALL.matrix!.height + more } };
      return firstPageRoom(page);
    });
    const risks = counts.map((room) => room.risks);
    expect(risks[0]).toBe(3);
    expect(Math.min(...risks)).toBeLessThan(3);
    for (const room of counts) if (room.risks < 3) expect([room.targets, room.asks]).toEqual([0, 3]);
  });
});

describe('what the first page leaves out', () => {
  const asks = Array.from({ length: 6 }, (_, index) => ({
    kind: 'decide' as const,
    markdown: `Agree the plan for team ${index}.`,
  }));

  it('is counted, and found in a section of its own', () => {
    const view = reportView({ ...LUTON, asks }, 'highlight-report');
    expect(view.summary.asks).toHaveLength(3);
    expect(view.summary.asksMore).toEqual({
      text: '3 more requests: ',
      href: '#status',
      section: 'section 1',
      title: 'RAG and requests in full',
    });
    expect(view.status.asks).toHaveLength(6);
    expect(view.sections.escalations.number).toBe('2');
  });

  it('has no section where there is nothing', () => {
    const view = reportView(LUTON, 'highlight-report');
    expect(view.body.map((one) => one.id)).not.toContain('status');
    expect(view.sections.status.number).toBe('');
    expect(view.sections.escalations.number).toBe('1');
    expect([view.summary.asksMore, view.summary.reasonMore, view.summary.milestonesMore]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('of a long reason stands in the section, whole', () => {
    const reason = Array.from({ length: 40 }, (_, index) => `Reason ${index} is given here.`).join(' ');
    const view = reportView({ ...LUTON, rag: { ...LUTON.rag, reason } }, 'highlight-report');
    const shown = view.summary.rag!.reason.markdown;
    expect(reason.startsWith(shown)).toBe(true);
    expect(shown).toMatch(/here\.$/);
    expect(view.summary.reasonMore?.section).toBe('section 1');
    expect(view.status.rag!.reason.markdown).toBe(reason);
  });

  it('is of the targets what is on course or achieved, whatever their order in the data', () => {
    const [first] = LUTON.targets;
    const states = ['achieved', 'on_course', 'at_target', 'unknown', 'off_course', 'missed'] as const;
    const urgent = ['Missed', 'Off course', 'Not known', 'On course', 'At target now', 'Achieved'];
    for (const order of [states, [...states].reverse()]) {
      const targets = order.map((state) => ({ ...first!, id: state, state, basis: 'computed' as const }));
      const { summary } = reportView({ ...LUTON, targets }, 'highlight-report');
      expect(summary.targets.length).toBeGreaterThan(1);
      expect(summary.targets.map((one) => one.state.text)).toEqual(urgent.slice(0, summary.targets.length));
    }
  });

  it('is never the one target that was missed', () => {
    const [first] = LUTON.targets;
    const achieved = Array.from({ length: 9 }, (_, index) => ({ ...first!, id: `t${index}` }));
    const missed = { ...first!, id: 'late', label: 'Late', state: 'missed' as const };
    const report: Report = { ...FULL, targets: [...achieved, missed] };
    expect(reportView(report, 'highlight-report').summary.targets[0]?.label).toBe('Late');
  });
});

describe('an excerpt', () => {
  it('is the text where it fits', () => {
    expect(excerpt('One. Two.', 1, 20)).toEqual({ text: 'One. Two.', cut: false });
  });

  it('ends with a sentence where one ends late enough', () => {
    expect(excerpt('The first sentence stands. The second is left out.', 1, 40)).toEqual({
      text: 'The first sentence stands.',
      cut: true,
    });
  });

  it('breaks off with an ellipsis where none does', () => {
    expect(excerpt('No. Then a sentence that goes on and on, without an end', 1, 40).text).toBe(
      'No. Then a sentence that goes on and …',
    );
  });

  it.each([
    ['**Bold words that go on** and end', 1, 14],
    ['A [link of words](https://example.org/long) and more', 1, 20],
    ['Use `code of words` and more of it', 1, 14],
  ])('leaves no markup open: %s', (markdown, lines, width) => {
    const { text: short } = excerpt(markdown, lines, width);
    for (const mark of ['**', '`']) expect(short.split(mark).length % 2).toBe(1);
    expect(short.split('[').length).toBe(short.split(']').length);
  });

  it('never takes more lines than it has', () => {
    fc.assert(
      fc.property(
        text(20),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 20, max: 60 }),
        (long, lines, width) => {
          const short = excerpt(long, lines, width);
          expect(linesOf(short.text, width)).toBeLessThanOrEqual(lines);
          if (!short.cut) expect(short.text).toBe(long.trim());
        },
      ),
    );
  });

  it('counts each item of a list as a line', () => {
    expect(linesOf('- a\n- b\n- c', 40)).toBe(3);
    expect(linesOf('a line\nthat goes on', 40)).toBe(1);
  });
});
