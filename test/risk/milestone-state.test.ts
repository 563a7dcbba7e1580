import { describe, expect, it } from 'vitest';
import { countMilestones, milestoneStatus, slip } from '../../src/risk/milestone-state.ts';
import { milestone, period } from '../support/board.ts';
import { date } from '../support/dataset.ts';

function state(due: string, asOf: string, change: Parameters<typeof milestone>[1] = {}, dueSoonDays = 30) {
  return milestoneStatus(milestone(due, change), date(asOf), dueSoonDays);
}

describe('milestoneStatus', () => {
  it('holds a month to its last day', () => {
    expect(state('2021-03', '2021-03-31').state).toBe('due_soon');
    expect(state('2021-03', '2021-04-01')).toMatchObject({ state: 'overdue', overdueDays: 1 });
    expect(state('2021-03', '2021-04-19')).toMatchObject({ state: 'overdue', overdueDays: 19 });
  });

  it('knows how long February is', () => {
    expect(state('2020-02', '2020-02-29').state).toBe('due_soon');
    expect(state('2021-02', '2021-03-01')).toMatchObject({ state: 'overdue', overdueDays: 1 });
  });

  it('holds a day to that day', () => {
    expect(state('2021-04-19', '2021-04-19').state).toBe('due_soon');
    expect(state('2021-04-18', '2021-04-19')).toMatchObject({ state: 'overdue', overdueDays: 1 });
  });

  it('calls it due soon from so many days before, that day included', () => {
    expect(state('2021-05-19', '2021-04-19').state).toBe('due_soon');
    expect(state('2021-05-20', '2021-04-19').state).toBe('on_track');
    expect(state('2021-04-20', '2021-04-19', {}, 0).state).toBe('on_track');
  });

  it("gives Luton's strategy: slipped five months, from March to summer, and not overdue", () => {
    const status = state('2021-03', '2021-04-19', { revised: period('2021-summer') });
    expect(status).toMatchObject({ state: 'slipped', slip: { count: 5, unit: 'months' } });
    expect(status.overdueDays).toBeUndefined();
  });

  it('is overdue against the revised date once that has passed, and keeps the slip', () => {
    const status = state('2021-03', '2021-09-01', { revised: period('2021-summer') });
    expect(status).toMatchObject({ state: 'overdue', overdueDays: 1, slip: { count: 5 } });
  });

  it('is on track where the revised date is earlier', () => {
    const status = state('2021-12', '2021-04-19', { revised: period('2021-10') });
    expect(status.state).toBe('on_track');
    expect(status.slip).toBeUndefined();
  });

  it('is complete whatever the dates, with the slip of its actual date', () => {
    expect(state('2020-06', '2021-04-19', { complete: true })).toMatchObject({ state: 'complete' });
    const late = state('2020-06', '2021-04-19', { complete: true, actual: period('2020-08') });
    expect(late).toMatchObject({ state: 'complete', slip: { count: 2, unit: 'months' } });
    const early = state('2020-06', '2021-04-19', {
      complete: true,
      revised: period('2020-09'),
      actual: period('2020-05'),
    });
    expect(early.slip).toBeUndefined();
  });
});

describe('slip', () => {
  it('counts days between days, and months where either is no day', () => {
    expect(slip(period('2021-04-01'), period('2021-06-30'))).toMatchObject({ count: 90, unit: 'days' });
    expect(slip(period('2021-04-01'), period('2021-06'))).toMatchObject({ count: 2, unit: 'months' });
    expect(slip(period('2020-12'), period('2021-01'))).toMatchObject({ count: 1, unit: 'months' });
  });

  it('counts days within one month', () => {
    expect(slip(period('2021-04-10'), period('2021-04'))).toMatchObject({ count: 20, unit: 'days' });
  });

  it('is none where the end is the same or earlier', () => {
    expect(slip(period('2021-08'), period('2021-summer'))).toBeUndefined();
    expect(slip(period('2021-08'), period('2021-07'))).toBeUndefined();
  });
});

describe('countMilestones', () => {
  it('counts each once, and slipped ones in any open state', () => {
    const counts = countMilestones(
      [
        milestone('2020-06', { complete: true, actual: period('2020-09') }),
        milestone('2021-03', { revised: period('2021-04') }),
        milestone('2021-03', { revised: period('2021-summer') }),
        milestone('2021-03'),
        milestone('2021-12'),
      ],
      date('2021-04-19'),
      30,
    );
    expect(counts).toEqual({
      complete: 1,
      overdue: 1,
      due_soon: 1,
      slipped: 1,
      on_track: 1,
      slippedTotal: 2,
    });
  });
});
