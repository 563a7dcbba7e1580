import { describe, expect, it } from 'vitest';
import { actionStatus, carriedFrom, countActions } from '../../src/risk/action-state.ts';
import { findByReference } from '../../src/risk/reference.ts';
import { action, meeting, period } from '../support/board.ts';
import { date } from '../support/dataset.ts';

const AS_OF = date('2021-04-19');

function status(change: Parameters<typeof action>[1], asOf = AS_OF, dueSoonDays = 30) {
  return actionStatus(action('A1', change), asOf, dueSoonDays);
}

describe('actionStatus', () => {
  it.each([
    ['2021-03', undefined, 'overdue', 19],
    ['2021-04-18', undefined, 'overdue', 1],
    ['2021-04-19', undefined, 'due_soon', undefined],
    ['2021-04', undefined, 'due_soon', undefined],
    ['2021-05-19', undefined, 'due_soon', undefined],
    ['2021-05-20', undefined, 'open', undefined],
    ['2021-03', '2021-summer', 'open', undefined],
    ['2021-12', '2021-03', 'overdue', 19],
  ])('of one due %s, revised %s, is %s', (due, revised, state, overdueDays) => {
    const found = status({ due: period(due), ...(revised !== undefined && { revised: period(revised) }) });
    expect(found.state).toBe(state);
    expect(found.overdueDays).toBe(overdueDays);
    expect(found.expected?.key).toBe(revised ?? due);
  });

  it('is open without any date, and has no number of days', () => {
    expect(status({ due: undefined })).toEqual({ state: 'open' });
    expect(status({ due: undefined, revised: period('2021-03') })).toMatchObject({ state: 'overdue' });
  });

  it('is closed whatever its dates', () => {
    for (const state of ['complete', 'withdrawn'] as const) {
      const found = status({ due: period('2020-01'), state });
      expect(found).toMatchObject({ state });
      expect(found.overdueDays).toBeUndefined();
    }
  });
});

describe('countActions', () => {
  it('counts each once, and the open ones in any of their states', () => {
    const actions = [
      action('A1', { due: period('2021-03') }),
      action('A2', { due: period('2021-04') }),
      action('A3', { due: period('2021-12') }),
      action('A4', { due: undefined }),
      action('A5', { due: period('2021-03'), state: 'complete' }),
      action('A6', { state: 'withdrawn' }),
    ];
    expect(countActions(actions, AS_OF, 30)).toEqual({
      open: 2,
      due_soon: 1,
      overdue: 1,
      complete: 1,
      withdrawn: 1,
      openTotal: 4,
    });
    expect(countActions([], AS_OF, 30).openTotal).toBe(0);
  });
});

describe('carriedFrom', () => {
  const before = meeting('2021-02-15', { actions: [action('A 1', { state: 'complete' }), action('A2')] });

  it('gives the meeting before and what the action was there, however its reference is spelt', () => {
    expect(carriedFrom([before], action('a1'))).toMatchObject({ meeting: '2021-02-15', state: 'complete' });
    expect(carriedFrom([before], action('A2'))?.was).toBe(before.actions[1]);
  });

  it('looks back to the last meeting that listed it', () => {
    const later = meeting('2021-03-15', { actions: [action('A2')] });
    expect(carriedFrom([before, later], action('A1'))?.meeting).toBe('2021-02-15');
    expect(carriedFrom([before, later], action('A2'))?.meeting).toBe('2021-03-15');
  });

  it('gives nothing for a new one, and at the first meeting', () => {
    expect(carriedFrom([before], action('A3'))).toBeUndefined();
    expect(carriedFrom([], action('A1'))).toBeUndefined();
  });
});

describe('findByReference', () => {
  it('takes no reference for one that it starts', () => {
    expect(findByReference([action('A12')], 'A1')).toBeUndefined();
    expect(findByReference([action('A-1')], ' a1 ')?.reference).toBe('A-1');
  });
});
