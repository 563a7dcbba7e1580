import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Milestone } from '../../src/model/dataset.ts';
import { createFigureSet } from '../../src/report/figures.ts';
import { milestoneCounts, milestoneRows } from '../../src/report/milestones.ts';
import { createNarrative } from '../../src/report/narrative.ts';
import { buildPack } from '../../src/report/pack.ts';
import { packTimeLine } from '../../src/report/pack-time-line.ts';
import { ragSection } from '../../src/report/rag.ts';
import { milestonesTitle } from '../../src/report/view-milestones.ts';
import { context, meeting, milestone, period, place, sourced } from '../support/board.ts';
import { lutonObservations, paper } from '../support/dataset.ts';
import { LUTON } from '../support/luton-report.ts';

function row(due: string, asOf: string, change: Parameters<typeof milestone>[1] = {}) {
  return milestoneRows(
    context([meeting('2021-04-19', { milestones: [milestone(due, change)] })], { asOf }),
  )[0];
}

describe('milestoneRows', () => {
  it("says that Luton's strategy slipped", () => {
    const strategy = row('2021-03', '2021-04-19', { revised: period('2021-summer') });
    expect(strategy).toMatchObject({
      state: 'slipped',
      stateText: 'Slipped 5 months, to summer 2021',
      slipText: '5 months',
      due: { label: 'Mar 2021' },
      revised: { label: 'Summer 2021' },
    });
    expect(strategy).not.toHaveProperty('actual');
  });

  it.each([
    ['2021-03', '2021-04-19', {}, 'Overdue by 19 days'],
    ['2021-03', '2021-04-01', {}, 'Overdue by 1 day'],
    ['2021-04', '2021-04-19', {}, 'Due soon: 30 April 2021'],
    ['2021-12', '2021-04-19', {}, 'On track'],
    ['2021-12', '2021-04-19', { complete: true }, 'Complete'],
    ['2021-03', '2021-04-19', { revised: period('2021-09') }, 'Slipped 6 months, to September 2021'],
    ['2021-06-01', '2021-04-19', { revised: period('2021-06-02') }, 'Slipped 1 day, to 2 June 2021'],
  ])('due %s as of %s: %#', (due, asOf, change, text) => {
    expect(row(due, asOf, change)?.stateText).toBe(text);
  });

  it('keeps the slip of a milestone that is overdue or complete', () => {
    expect(row('2021-03', '2021-09-02', { revised: period('2021-summer') })).toMatchObject({
      stateText: 'Overdue by 2 days',
      slipText: '5 months',
    });
    expect(row('2021-03', '2021-09-02', { complete: true, actual: period('2021-04') })).toMatchObject({
      stateText: 'Complete',
      slipText: '1 month',
      actual: { key: '2021-04' },
    });
  });
});

/** What one page says of its milestones: the evidence, the heading of the list, and the heading of a pack. */
function said(milestones: readonly Milestone[]) {
  const rag = { current: 'green' as const, reason: sourced('As planned.'), at: place() };
  const papers = { paper: paper({ rag }), observations: lutonObservations(), milestones };
  const seen = context([meeting('2021-04-19', papers)], { asOf: '2021-04-19' });
  const counts = milestoneCounts(seen);
  const report = { ...LUTON, milestones: milestoneRows(seen), milestoneCounts: counts };
  return {
    counts,
    evidence: (ragSection(seen, createNarrative(createFigureSet(seen)))?.evidence ?? [])
      .filter(({ kind }) => kind === 'milestones')
      .map(({ text }) => text),
    heading: milestonesTitle(report),
    pack: packTimeLine(buildPack([report]), 6)?.title ?? '',
  };
}

describe('the milestones that slipped', () => {
  const overdue = milestone('2021-01', { revised: period('2021-03') });
  const soon = milestone('2021-01', { revised: period('2021-04') });
  const ahead = milestone('2021-03', { revised: period('2021-12') });
  const plain = milestone('2021-12');

  it.each([
    [[overdue, ahead, plain], '1 overdue, 2 slipped (1 of them overdue)'],
    [[overdue, overdue, ahead, soon], '2 overdue, 4 slipped (2 of them overdue, 1 due soon), 1 due soon'],
    [[ahead, plain], '1 slipped 9 months'],
    [[overdue, plain], '1 overdue, 1 slipped 2 months (also overdue)'],
    [[soon, plain], '1 slipped 3 months (also due soon), 1 due soon'],
  ])('are told with those that have a more urgent state too: %#', (milestones, text) => {
    expect(said(milestones).heading).toBe(`0 of ${milestones.length} milestones complete, ${text}`);
  });

  it('are as many in the evidence, in the heading and in the heading of a pack', () => {
    const months = fc
      .integer({ min: 1, max: 12 })
      .map((month) => period(`2021-${`${month}`.padStart(2, '0')}`));
    const one = fc
      .record({ due: months, revised: months, complete: fc.boolean() })
      .map(({ due, ...rest }) => milestone(due.key, rest));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (milestones) => {
        const { counts, evidence, heading, pack } = said([...milestones, plain]);
        const slipped = (text: string): string[] =>
          [...text.matchAll(/\b(\d+)(?: milestones?)? slipped/g)].map(([, count = '']) => count);
        const count = counts.slippedTotal === 0 ? [] : [`${counts.slippedTotal}`];
        expect([slipped(evidence.join('; ')), slipped(heading), slipped(pack)]).toEqual([
          count,
          count,
          count,
        ]);
        const also = (text: string): string => /\((?:\d+ of them|also) [^)]*\)/.exec(text)?.[0] ?? '';
        expect(also(evidence.join('; '))).toBe(also(heading));
        expect(also(pack)).toBe(also(heading));
      }),
    );
  });
});
