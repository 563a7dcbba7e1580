import { describe, expect, it } from 'vitest';
import { milestoneRows } from '../../src/report/milestones.ts';
import { context, meeting, milestone, period } from '../support/board.ts';

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
