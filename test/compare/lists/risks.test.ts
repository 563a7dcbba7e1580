import { describe, expect, it } from 'vitest';
import { compareRisks } from '../../../src/compare/lists/risks.ts';
import type { RiskChange } from '../../../src/compare/comparison.ts';
import type { Risk } from '../../../src/model/dataset.ts';
import type { Matrix } from '../../../src/model/matrix.ts';
import { LUTON_MATRIX, matrix, meeting, period, risk } from '../../support/board.ts';
import { createContext } from '../../../src/papers/context.ts';
import { programme, workstream } from '../../support/dataset.ts';
import type { SidePapers } from '../../../src/compare/side.ts';
import { pairOf, told } from './pairs.ts';

function r(likelihood: string, impact: string, change: Partial<Risk> = {}): Risk {
  return risk('WFR1', likelihood, impact, change);
}

function changes(
  before: readonly Risk[],
  after: readonly Risk[],
  matrices: readonly Matrix[] = [],
): RiskChange[] {
  const [was = LUTON_MATRIX, now = was] = matrices;
  return compareRisks(
    pairOf(
      { risks: before },
      { risks: after },
      { before: { programme: { matrix: was } }, after: { programme: { matrix: now } } },
    ),
  );
}

function one(before: Risk, after: Risk, matrices?: readonly Matrix[]): string[] {
  return told(changes([before], [after], matrices));
}

/** A side whose programme has no matrix. */
function bare(risks: readonly Risk[]): SidePapers {
  const papers = meeting('2021-04-19', { risks });
  const of = workstream({ meetings: [papers] });
  const dataset = { programme: programme(), workstreams: [of], benchmarks: [], inputs: [] };
  return { context: createContext(dataset, { workstream: of, meeting: papers }), period: undefined };
}

/** Luton's levels, the lowest corner and the middle rated otherwise. */
const HARSHER = matrix(
  ['Low', 'Medium', 'High'],
  ['Noticeable', 'Significant', 'Critical'],
  ['1 green | 3 green | 6 red', '2 green | 6 red | 8 red', '4 amber | 7 red   | 9 red'],
);

/** Luton's levels with impact alone deciding. */
const BY_IMPACT = matrix(
  ['Low', 'Medium', 'High'],
  ['Noticeable', 'Significant', 'Critical'],
  ['1 green | 4 amber | 7 red', '2 green | 5 amber | 8 red', '3 green | 6 amber | 9 red'],
);

describe('the levels of a risk', () => {
  it.each([
    [
      'Medium',
      'Significant',
      'High',
      'Critical',
      'escalated false: Escalated: Medium × Significant (5, Amber) to High × Critical (9, Red)',
    ],
    [
      'High',
      'Critical',
      'Medium',
      'Significant',
      'de_escalated true: De-escalated: High × Critical (9, Red) to Medium × Significant (5, Amber)',
    ],
    [
      'High',
      'Significant',
      'Medium',
      'Critical',
      'escalated false: Escalated: High × Significant (7, Red) to Medium × Critical (8, Red)',
    ],
    [
      'Medium',
      'Significant',
      'Likely',
      'Significant',
      'moved null: Moved: Medium × Significant (5, Amber) to Likely × Significant',
    ],
    [
      'Medium',
      'Significant',
      'Critical',
      'High',
      'escalated false: Escalated: Medium × Significant (5, Amber) to Critical × High (the wrong way round: High × Critical is 9, Red)',
    ],
    [
      'Critical',
      'High',
      'High',
      'Critical',
      'other null: Likelihood and impact exchanged: Critical × High (the wrong way round: High × Critical is 9, Red) to High × Critical (9, Red)',
    ],
  ])('%s × %s to %s × %s', (a, b, c, d, text) => {
    expect(one(r(a, b), r(c, d))).toEqual([`WFR1 ${text}`]);
  });

  it('are the same in whatever letters, and by label or id', () => {
    const labelled: Matrix = {
      ...LUTON_MATRIX,
      likelihood: LUTON_MATRIX.likelihood.map((level, index) => ({
        id: level.id,
        label: `${index + 1} – ${level.id}`,
      })),
    };
    expect(one(r('MEDIUM', 'significant'), r('2 – medium', 'Significant'), [labelled])).toEqual([]);
    expect(one(r('Likely', 'X'), r('LIKELY', ' x'))).toEqual([]);
  });

  it('give the cells of both sides as they are written', () => {
    const [change] = changes([r('Medium', 'Significant')], [r('High', 'Critical')]);
    expect(change?.from).toEqual({
      likelihood: 'Medium',
      impact: 'Significant',
      score: '5',
      rating: 'amber',
      ratingLabel: 'Amber',
      severe: false,
    });
    expect(change?.to).toMatchObject({ score: '9', severe: true });
    expect(changes([r('Medium', 'Significant')], [r('Critical', 'High')])[0]?.to).toBeUndefined();
  });

  it('have moved where the cells are as severe', () => {
    const flat = matrix(['Low', 'High'], ['Low', 'High'], ['A green | B amber', 'B amber | C red']);
    expect(one(r('Low', 'High'), r('High', 'Low'), [flat])).toEqual([
      'WFR1 moved null: Moved: Low × High (B, Amber) to High × Low (B, Amber)',
    ]);
  });

  it('have moved, without a direction, where there is no matrix', () => {
    const pair = {
      form: 'folders' as const,
      before: bare([r('Low', 'Critical')]),
      after: bare([r('High', 'Critical')]),
    };
    expect(told(compareRisks(pair))).toEqual(['WFR1 moved null: Moved: Low × Critical to High × Critical']);
  });

  it('are judged by the one matrix where a side has none', () => {
    const after = pairOf({}, { risks: [r('High', 'Critical')] }).after;
    expect(told(compareRisks({ form: 'folders', before: bare([r('Low', 'Critical')]), after }))).toEqual([
      'WFR1 escalated false: Escalated: Low × Critical to High × Critical (9, Red)',
    ]);
  });

  it('are judged by both matrices where they differ', () => {
    expect(one(r('Low', 'Noticeable'), r('High', 'Critical'), [LUTON_MATRIX, BY_IMPACT])).toEqual([
      'WFR1 escalated false: Escalated: Low × Noticeable (1, Green) to High × Critical (9, Red)',
    ]);
    expect(one(r('Low', 'Significant'), r('High', 'Noticeable'), [LUTON_MATRIX, BY_IMPACT])).toEqual([
      'WFR1 moved null: Moved: Low × Significant (3, Green) to High × Noticeable (3, Green)',
    ]);
  });

  it('are re-scored where they stayed and the matrix gives another score', () => {
    expect(one(r('Medium', 'Significant'), r('Medium', 'Significant'), [LUTON_MATRIX, HARSHER])).toEqual([
      'WFR1 rescored null: Re-scored by the matrix: Medium × Significant is now 6, Red; it was 5, Amber',
    ]);
    expect(one(r('High', 'Critical'), r('High', 'Critical'), [LUTON_MATRIX, HARSHER])).toEqual([]);
  });
});

describe('the score that a log states', () => {
  it('is told where it does not follow from the matrix', () => {
    const stated = (statedScore: string, statedRating?: string) =>
      r('Medium', 'Significant', { statedScore, ...(statedRating !== undefined && { statedRating }) });
    expect(one(stated('5'), stated('6'))).toEqual([
      'WFR1 restated_score null: Stated score changed from 5 to 6',
    ]);
    expect(one(stated('5', 'Amber'), stated('6', 'Red'))).toEqual([
      'WFR1 restated_score null: Stated score changed from 5 to 6; stated rating changed from Amber to Red',
    ]);
    expect(one(stated('5'), r('Medium', 'Significant'))).toEqual([
      'WFR1 restated_score null: Stated score removed: it was 5',
    ]);
    expect(one(stated('5', 'amber'), stated('5.0', 'AMBER'))).toEqual([]);
  });

  it('goes with the levels where it is what the matrix gives', () => {
    const before = r('Medium', 'Significant', { statedScore: '5', statedRating: 'Amber' });
    const after = r('High', 'Critical', { statedScore: '9', statedRating: 'Red' });
    const [change] = changes([before], [after]);
    expect(change?.kinds).toEqual(['escalated']);
    expect(change?.fields.map(({ field }) => field)).toEqual(['likelihood', 'impact', 'score', 'rating']);
    expect(changes([before], [{ ...after, statedScore: '8' }])[0]?.kinds).toEqual([
      'escalated',
      'restated_score',
    ]);
  });
});

describe('the rest of a risk', () => {
  const dated = (key: string) => r('Low', 'Critical', { mitigationDate: period(key) });

  it.each([
    [
      '2021-04',
      '2021-09',
      'mitigation_later false: Mitigation date moved 5 months later, to September 2021; it was April 2021',
    ],
    [
      '2021-04-30',
      '2021-05-02',
      'mitigation_later false: Mitigation date moved 2 days later, to 2 May 2021; it was 30 April 2021',
    ],
    [
      '2021-09',
      '2021-summer',
      'mitigation_earlier true: Mitigation date moved 1 month earlier, to summer 2021; it was September 2021',
    ],
    [
      '2021-04',
      '2021-04-30',
      'mitigation_date null: Mitigation date changed from April 2021 to 30 April 2021',
    ],
  ])('has a mitigation by %s, and then by %s', (before, after, text) => {
    expect(one(dated(before), dated(after))).toEqual([`WFR1 ${text}`]);
  });

  it('has a mitigation date that is given or removed', () => {
    expect(one(r('Low', 'Critical'), dated('2021-04'))).toEqual([
      'WFR1 mitigation_date null: Mitigation date given: April 2021',
    ]);
    expect(one(dated('2021-04'), r('Low', 'Critical'))).toEqual([
      'WFR1 mitigation_date null: Mitigation date removed: it was April 2021',
    ]);
  });

  it('is better or worse by its cell before its mitigation date, and by that where the cell says neither', () => {
    const lower = r('Low', 'Critical', { mitigationDate: period('2021-09') });
    const higher = r('High', 'Critical', { mitigationDate: period('2021-04') });
    const goods = (before: Risk, after: Risk) =>
      changes([before], [after]).map(({ kinds, good }) => `${kinds.join()} ${String(good)}`);
    expect(goods(higher, lower)).toEqual(['de_escalated,mitigation_later true']);
    expect(goods(lower, higher)).toEqual(['escalated,mitigation_earlier false']);
    expect(goods({ ...lower, risk: 'Other' }, dated('2021-10'))).toEqual(['mitigation_later,reworded false']);
  });

  it('has words and an owner', () => {
    const before = r('Low', 'Critical', { owner: 'Head of Service' });
    const after = { ...before, risk: 'Another', mitigation: 'More', owner: 'Director', comment: 'Noted' };
    expect(one(before, after)).toEqual([
      'WFR1 reworded null: Risk reworded; mitigation reworded',
      'WFR1 other null: Owner changed from Head of Service to Director; comment added',
    ]);
    expect(one(before, { ...before, mitigation: '' })).toEqual(['WFR1 other null: Mitigation removed']);
  });
});

describe('a risk that comes or goes', () => {
  const open = r('High', 'Critical');
  const closed = { ...open, open: false };

  it('is new, gone, closed or reopened', () => {
    expect(told(changes([], [open]))).toEqual(['WFR1 new false: New: High × Critical (9, Red)']);
    expect(told(changes([], [r('Low', 'Low')]))).toEqual(['WFR1 new null: New: Low × Low']);
    expect(told(changes([], [closed]))).toEqual(['WFR1 new null: New, and closed']);
    expect(told(changes([open], []))).toEqual([
      'WFR1 gone false: Gone: it was open, High × Critical (9, Red), and is no longer listed',
    ]);
    expect(told(changes([closed], []))).toEqual([
      'WFR1 gone null: Gone: it was closed and is no longer listed',
    ]);
    expect(one(open, closed)).toEqual(['WFR1 closed true: Closed; it was High × Critical (9, Red)']);
    expect(one(closed, open)).toEqual(['WFR1 reopened false: Reopened: High × Critical (9, Red)']);
  });

  it('is no better or worse for other levels while it is closed', () => {
    expect(one(closed, { ...closed, likelihood: 'Low' })).toEqual([
      'WFR1 other null: Likelihood or impact of the closed risk changed: High × Critical (9, Red) to Low × Critical (6, Amber)',
    ]);
    expect(one(open, { ...closed, likelihood: 'Low' })).toEqual([
      'WFR1 closed true: Closed; it was High × Critical (9, Red)',
      'WFR1 de_escalated true: De-escalated: High × Critical (9, Red) to Low × Critical (6, Amber)',
    ]);
  });

  it('stands after worse ones, by where its cell stands, and by its reference', () => {
    const risks = (...entries: readonly Risk[]) => entries;
    const before = risks(
      risk('WFR10', 'Low', 'Noticeable'),
      risk('WFR2', 'Low', 'Noticeable'),
      risk('WFR3', 'Low', 'Noticeable'),
      risk('WFR4', 'High', 'Critical', { open: false }),
      risk('WFR5', 'High', 'Critical'),
      risk('WFR6', 'Medium', 'Critical'),
    );
    const after = risks(
      risk('WFR10', 'Medium', 'Noticeable'),
      risk('WFR2', 'Medium', 'Noticeable'),
      risk('WFR3', 'High', 'Critical'),
      risk('WFR5', 'High', 'Critical', { open: false }),
      risk('WFR6', 'Low', 'Critical'),
      risk('WFR7', 'High', 'Critical'),
    );
    expect(changes(before, after).map(({ reference, kinds }) => `${reference} ${kinds.join()}`)).toEqual([
      'WFR3 escalated',
      'WFR2 escalated',
      'WFR10 escalated',
      'WFR7 new',
      'WFR6 de_escalated',
      'WFR5 closed',
      'WFR4 gone',
    ]);
  });
});
