import { describe, expect, it } from 'vitest';
import { compareMilestones } from '../../../src/compare/lists/milestones.ts';
import type { Milestone } from '../../../src/model/dataset.ts';
import type { Period } from '../../../src/model/period.ts';
import { milestone, period } from '../../support/board.ts';
import { financialYear, quarter } from '../../support/dataset.ts';
import { pairOf, told } from './pairs.ts';

type Change = Partial<Omit<Milestone, 'due'>> & { readonly due?: Period };

function m(change: Change = {}, reference = 'M1'): Milestone {
  return milestone('2021-09', { reference, ...change });
}

function changes(before: readonly Milestone[], after: readonly Milestone[], asOf = '2021-04-19') {
  return compareMilestones(
    pairOf({ milestones: before }, { milestones: after }, { before: { asOf }, after: { asOf } }),
  );
}

function one(before: Change, after: Change, asOf?: string): string[] {
  return told(changes([m(before)], [m(after)], asOf));
}

describe('the date that a milestone is held to', () => {
  it.each([
    ['2021-05', '2021-10', 'M1 slipped false: Slipped 5 months, to October 2021; it was due in May 2021'],
    [
      '2021-05-31',
      '2021-06-01',
      'M1 slipped false: Slipped 1 day, to 1 June 2021; it was due on 31 May 2021',
    ],
    [
      '2021-05-01',
      '2021-05-13',
      'M1 slipped false: Slipped 12 days, to 13 May 2021; it was due on 1 May 2021',
    ],
    ['2021-05-13', '2021-05', 'M1 slipped false: Slipped 18 days, to May 2021; it was due on 13 May 2021'],
    ['2021-05', '2021-06-01', 'M1 slipped false: Slipped 1 month, to 1 June 2021; it was due in May 2021'],
    ['2021-05-31', '2021-06', 'M1 slipped false: Slipped 1 month, to June 2021; it was due on 31 May 2021'],
    ['2021-12', '2022-01', 'M1 slipped false: Slipped 1 month, to January 2022; it was due in December 2021'],
    [
      '2021-summer',
      '2021-autumn',
      'M1 slipped false: Slipped 3 months, to autumn 2021; it was due in summer 2021',
    ],
    [
      '2021-05-13',
      '2021-05-01',
      'M1 pulled_forward true: Pulled forward by 12 days, to 1 May 2021; it was due on 13 May 2021',
    ],
    [
      '2021-10',
      '2021-05',
      'M1 pulled_forward true: Pulled forward by 5 months, to May 2021; it was due in October 2021',
    ],
    ['2021-05', '2021-05-31', 'M1 other null: Original due date changed from May 2021 to 31 May 2021'],
    ['2021-summer', '2021-08', 'M1 other null: Original due date changed from summer 2021 to August 2021'],
  ])('%s to %s', (before, after, text) => {
    expect(one({ due: period(before) }, { due: period(after) })).toEqual([text]);
  });

  it('is told of quarters and years by their last months', () => {
    expect(one({ due: quarter(2021, 1) }, { due: quarter(2021, 3) })).toEqual([
      'M1 slipped false: Slipped 6 months, to Q3 2021/22; it was due in Q1 2021/22',
    ]);
    expect(one({ due: financialYear(2021) }, { due: financialYear(2022) })).toEqual([
      'M1 slipped false: Slipped 12 months, to 2022/23; it was due in 2021/22',
    ]);
  });

  it('is the revised one where there is one', () => {
    expect(one({}, { revised: period('2021-11') })).toEqual([
      'M1 slipped false: Slipped 2 months, to November 2021; it was due in September 2021',
    ]);
    expect(one({ revised: period('2021-11') }, {})).toEqual([
      'M1 pulled_forward true: Pulled forward by 2 months, to September 2021; it was due in November 2021',
    ]);
  });

  it('tells a slip that is hidden by another original date before a rewording', () => {
    const revised = period('2021-11');
    expect(one({ revised }, { due: period('2021-11'), revised, milestone: 'Strategy agreed' })).toEqual([
      'M1 other null: Original due date changed from September 2021 to November 2021',
      'M1 reworded null: Reworded',
    ]);
    expect(one({ revised }, { due: period('2021-11') })).toEqual([
      'M1 other null: Original due date changed from September 2021 to November 2021; revised date removed: it was November 2021',
    ]);
    expect(one({ revised }, { due: period('2021-10'), revised: period('2021-12') })).toEqual([
      'M1 slipped false: Slipped 1 month, to December 2021; it was due in November 2021',
      'M1 other false: Original due date changed from September 2021 to October 2021',
    ]);
  });
});

describe('where a milestone stands', () => {
  it('is completed, on a day or in a month, or without a date', () => {
    const actual = period('2021-03-03');
    expect(one({}, { complete: true, actual })).toEqual([
      'M1 completed true: Completed on 3 March 2021; it was due in September 2021',
    ]);
    expect(one({}, { complete: true, actual: period('2021-03') })).toEqual([
      'M1 completed true: Completed in March 2021; it was due in September 2021',
    ]);
    expect(one({ due: period('2021-04-01') }, { due: period('2021-04-01'), complete: true })).toEqual([
      'M1 completed true: Completed; it was due on 1 April 2021',
    ]);
  });

  it('is reopened, with the date that it is held to now', () => {
    const done = { complete: true, actual: period('2021-03-03') };
    expect(one(done, {})).toEqual(['M1 reopened false: Reopened: due in September 2021']);
    const due = period('2021-03');
    expect(one({ ...done, due }, { due })).toEqual([
      'M1 reopened false: Reopened: due in March 2021, and overdue',
    ]);
  });

  it('is newly overdue as of each side’s own date', () => {
    const milestones = [m({ due: period('2021-03') })];
    const between = (before: string, after: string) =>
      told(
        compareMilestones(
          pairOf({ milestones }, { milestones }, { before: { asOf: before }, after: { asOf: after } }),
        ),
      );
    expect(between('2021-03-31', '2021-04-01')).toEqual([
      'M1 newly_overdue false: Newly overdue: it was due in March 2021',
    ]);
    expect(between('2021-04-01', '2021-03-31')).toEqual([
      'M1 no_longer_overdue null: No longer overdue: it is now due in March 2021',
    ]);
    expect(between('2021-04-01', '2021-04-19')).toEqual([]);
    expect(between('2021-03-01', '2021-03-31')).toEqual([]);
  });

  it('is overdue no longer only because its date was moved, which is no good news', () => {
    expect(
      one({ due: period('2021-03-15') }, { due: period('2021-03-15'), revised: period('2021-05-15') }),
    ).toEqual([
      'M1 slipped false: Slipped 61 days, to 15 May 2021; it was due on 15 March 2021',
      'M1 no_longer_overdue false: No longer overdue: it is now due on 15 May 2021',
    ]);
  });

  it('is overdue by a date that was pulled forward', () => {
    expect(one({}, { due: period('2021-03') })).toEqual([
      'M1 newly_overdue false: Newly overdue: it was due in March 2021',
      'M1 pulled_forward false: Pulled forward by 6 months, to March 2021; it was due in September 2021',
    ]);
  });

  it('is new or gone, with how it stood', () => {
    expect(told(changes([], [m()]))).toEqual(['M1 new null: New: due in September 2021']);
    expect(told(changes([], [m({ due: period('2021-03') })]))).toEqual([
      'M1 new false: New: due in March 2021, and overdue',
    ]);
    expect(told(changes([], [m({ complete: true, actual: period('2021-03-03') })]))).toEqual([
      'M1 new null: New, and completed on 3 March 2021',
    ]);
    expect(told(changes([m()], []))).toEqual([
      'M1 gone false: Gone: no longer listed; it was not complete, due in September 2021',
    ]);
    expect(told(changes([m({ complete: true })], []))).toEqual([
      'M1 gone null: Gone: it was complete and is no longer listed',
    ]);
  });

  it('lists every field of one that is new', () => {
    const [change] = changes([], [m({ comment: 'Held up\r\nby the  tender' })]);
    expect(change).toMatchObject({ title: 'Strategy launched', after: { line: 2 } });
    expect(change?.before).toBeUndefined();
    expect(change?.fields).toEqual([
      { field: 'reference', before: null, after: 'M1' },
      { field: 'milestone', before: null, after: 'Strategy launched' },
      { field: 'due', before: null, after: '2021-09' },
      { field: 'status', before: null, after: 'open' },
      { field: 'comment', before: null, after: 'Held up by the tender' },
    ]);
  });
});

describe('the words of a milestone', () => {
  it('are reworded, and its comment changed, added or removed', () => {
    expect(one({}, { milestone: 'Strategy agreed' })).toEqual(['M1 reworded null: Reworded']);
    expect(one({ comment: 'a' }, { comment: 'b' })).toEqual(['M1 other null: Comment changed']);
    expect(one({}, { comment: 'b' })).toEqual(['M1 other null: Comment added']);
    expect(one({ comment: 'b' }, {})).toEqual(['M1 other null: Comment removed']);
  });

  it('are compared word by word where both sides have them', () => {
    const [change] = changes([m()], [m({ milestone: 'Strategy agreed' })]);
    expect(change?.fields).toEqual([
      {
        field: 'milestone',
        before: 'Strategy launched',
        after: 'Strategy agreed',
        words: [
          { kind: 'same', text: 'Strategy ' },
          { kind: 'removed', text: 'launched' },
          { kind: 'added', text: 'agreed' },
        ],
      },
    ]);
  });

  it('are the same whatever their line breaks and however the reference is written', () => {
    const before = [m({ comment: 'one\ntwo' }, 'M 1'), m({}, 'M2')];
    expect(changes(before, [m({}, 'm-2'), m({ comment: ' one \r\n two' }, 'm1')])).toEqual([]);
  });
});

describe('milestones that share a reference', () => {
  const step = (text: string, change: Change = {}) => m({ milestone: text, ...change }, 'Plan');

  it('are matched by their words, then as the most alike, then as the only ones left', () => {
    const before = [step('Scope the new service'), step('Build it'), step('Launch')];
    const after = [
      step('Open the doors'),
      step('Scope the whole new service'),
      step('Build it', { complete: true }),
    ];
    expect(told(changes(before, after))).toEqual([
      'Plan completed true: Completed; it was due in September 2021',
      'Plan reworded null: Reworded',
      'Plan reworded null: Reworded',
    ]);
  });

  it('are gone and new where that leaves a choice', () => {
    const kinds = changes([step('Scope')], [step('Open'), step('Close')]).map((one) => one.kinds.join());
    expect(kinds).toEqual(['gone', 'new', 'new']);
  });
});

describe('the order of milestones', () => {
  it('is what matters most first, the largest slip first, then by reference as people count', () => {
    const before = [
      m({ due: period('2021-03') }, 'M1'),
      m({}, 'M2'),
      m({}, 'M10'),
      m({}, 'M3'),
      m({}, 'M4'),
      m({ complete: true }, 'M5'),
      m({}, 'M6'),
    ];
    const after = [
      m({ complete: true, due: period('2021-03') }, 'M1'),
      m({ due: period('2021-10') }, 'M10'),
      m({ due: period('2021-10') }, 'M2'),
      m({ due: period('2022-02') }, 'M3'),
      m({ comment: 'Late' }, 'M6'),
      m({}, 'M7'),
    ];
    expect(changes(before, after).map(({ reference, kinds }) => `${reference} ${kinds.join()}`)).toEqual([
      'M3 slipped',
      'M2 slipped',
      'M10 slipped',
      'M4 gone',
      'M7 new',
      'M1 completed',
      'M6 other',
      'M5 gone',
    ]);
  });
});
