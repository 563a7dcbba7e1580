import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import type { Action } from '../../../src/model/dataset.ts';
import {
  LIST_RULES,
  action,
  codesAndMessages,
  context,
  meeting,
  period,
  place,
} from '../../support/board.ts';

type Change = Parameters<typeof action>[1];

function seen(actions: readonly Action[], before?: readonly Action[], asOf = '2021-04-19') {
  const now = meeting('2021-04-19', { actions });
  return context(before ? [meeting('2021-02-15', { actions: before }), now] : [now], { asOf });
}

const found = (...cases: Parameters<typeof seen>) => codesAndMessages(LIST_RULES, seen(...cases));
const allOf = (...cases: Parameters<typeof seen>) => LIST_RULES.flatMap((rule) => rule.check(seen(...cases)));
const first = (...cases: Parameters<typeof seen>) => allOf(...cases)[0];

describe('action rules on one meeting', () => {
  it.each<[string, Change, readonly string[]]>([
    ['open in time', {}, []],
    ['due today', { due: period('2021-04-19') }, []],
    ['due yesterday', { due: period('2021-04-18') }, ['W206 action A1 is overdue by 1 day']],
    ['due last month', { due: period('2021-03') }, ['W206 action A1 is overdue by 19 days']],
    ['withdrawn after its date', { due: period('2021-03'), state: 'withdrawn' }, []],
    [
      'complete without a date',
      { state: 'complete' },
      ['N207 1 of 1 complete action has no date of completion'],
    ],
    ['complete with one', { state: 'complete', done: period('2021-03') }, []],
    ['complete this month', { state: 'complete', done: period('2021-04') }, []],
    ['withdrawn without one', { state: 'withdrawn' }, []],
    [
      'revised to an earlier date',
      { revised: period('2021-10'), comment: 'Brought forward.' },
      ['W209 action A1 is due December 2021 but revised to the earlier October 2021'],
    ],
    ['revised to the same', { revised: period('2021-12') }, []],
    ['revised later with a comment', { revised: period('2022-02'), comment: 'Supplier late.' }, []],
    [
      'revised later without one',
      { revised: period('2022-02') },
      ['W211 action A1 has moved from December 2021 to February 2022, without a comment'],
    ],
    [
      'revised later with a blank one',
      { revised: period('2022-02'), comment: ' ' },
      ['W211 action A1 has moved from December 2021 to February 2022, without a comment'],
    ],
    ['complete after a move', { revised: period('2022-02'), state: 'complete', done: period('2021-04') }, []],
    ['without an owner', { owner: undefined }, ['W212 action A1 is open and has no owner']],
    ['with a blank owner', { owner: ' ' }, ['W212 action A1 is open and has no owner']],
    ['without a date', { due: undefined }, ['W212 action A1 is open and has no date']],
    [
      'without either',
      { due: undefined, owner: undefined },
      ['W212 action A1 is open and has no owner and no date'],
    ],
    ['with a revised date alone', { due: undefined, revised: period('2021-12') }, []],
    ['complete without an owner', { owner: undefined, state: 'complete', done: period('2021-03') }, []],
    [
      'open with a date of completion',
      { done: period('2021-03') },
      ['W213 action A1 has the date of completion March 2021 but is open'],
    ],
    [
      'complete in the future',
      { state: 'complete', done: period('2021-05') },
      ['W214 action A1 has the date of completion May 2021, still ahead'],
    ],
  ])('find, of one %s: %o', (_, change, wanted) => {
    expect(found([action('A1', change)])).toEqual(wanted);
  });

  it.each([
    ['due', { due: period('2021-03') }],
    ['revised', { due: period('2021-05'), revised: period('2021-03'), comment: 'Supplier late.' }],
  ])('say of one that is overdue that its %s date is before it was raised', (word, dates) => {
    const all = allOf([action('A1', { raised: period('2021-04-01'), ...dates })]);
    expect(all.map(({ code }) => code)).toContain('W220');
    expect(all.find(({ code }) => code === 'W206')?.why).toContain(
      `judged as of 19 April 2021 · the ${word} date is before it was raised`,
    );
  });

  it('give owner, date and reckoning of an overdue one, at the date that it is held to', () => {
    expect(first([action('A1', { due: period('2021-03') })])).toMatchObject({
      at: { column: 10 },
      why: 'with Head of Service · due March 2021, so by 31 March 2021 · judged as of 19 April 2021',
    });
    const revised = { due: period('2021-01'), revised: period('2021-03-30'), comment: 'Supplier late.' };
    expect(first([action('A1', { ...revised, owner: undefined })])).toMatchObject({
      at: { column: 20 },
      why: 'revised to 30 March 2021 · judged as of 19 April 2021',
    });
  });

  it('note those without a date of completion once', () => {
    const undated = ['A1', 'A2'].map((reference) => action(reference, { state: 'complete' }));
    const dated = action('A3', { state: 'complete', done: period('2021-01') });
    expect(found([...undated, dated])).toEqual(['N207 2 of 3 complete actions have no date of completion']);
  });
});

describe('action rules on two meetings', () => {
  it.each<[string, Change, Change, readonly string[]]>([
    ['carried as it was', {}, {}, []],
    [
      'moved by its revised date',
      {},
      { revised: period('2022-03') },
      ['W211 action A1 has moved from December 2021 to March 2022, without a comment'],
    ],
    [
      'moved again',
      { revised: period('2022-01') },
      { revised: period('2022-03') },
      ['W211 action A1 has moved from January 2022 to March 2022, without a comment'],
    ],
    [
      'moved by its date due',
      { due: period('2021-06') },
      {},
      ['W211 action A1 has moved from June 2021 to December 2021, without a comment'],
    ],
    ['moved with a comment', { due: period('2021-06') }, { comment: 'Supplier late.' }, []],
    ['brought forward', { due: period('2022-01') }, {}, []],
    ['given a date', { due: undefined }, {}, []],
    [
      'opened again',
      { state: 'complete' },
      {},
      ['W210 action A1 was complete on 15 February 2021 and is open again'],
    ],
    [
      'taken up again',
      { state: 'withdrawn' },
      {},
      ['W210 action A1 was withdrawn on 15 February 2021 and is open again'],
    ],
    ['closed', {}, { state: 'complete', done: period('2021-03') }, []],
  ])('find, of one %s: %o, then %o', (_, before, now, wanted) => {
    expect(found([action('A1', now)], [action('a 1', before)])).toEqual(wanted);
  });

  it('find an open one that is gone, with both places', () => {
    const was = action('A2', { at: place(3, 1, 'workforce/2021-02-15/actions.csv') });
    expect(first([action('A1')], [action('A1'), was])).toMatchObject({
      code: 'W208',
      message: 'action A2 was open on 15 February 2021 and is no longer listed',
      at: { file: 'workforce/2021-04-19/actions.csv' },
      why: '"What A2 is to do"',
      related: [{ file: 'workforce/2021-02-15/actions.csv', line: 3 }],
    });
    expect(first([], [was])?.at).toEqual(was.at);
    expect(found([], [action('A2', { state: 'complete' }), action('A3', { state: 'withdrawn' })])).toEqual(
      [],
    );
  });

  it('do not say that one is gone while a file cannot be read', () => {
    const meetings = [
      meeting('2021-02-15', { actions: [action('A1')] }),
      meeting('2021-04-19', { actions: [] }),
    ];
    const read = [finding('E080', 'no date', { at: place(2, 1, 'workforce/2021-04-19/actions.csv') })];
    expect(codesAndMessages(LIST_RULES, context(meetings, { read }))).toEqual([]);
    expect(codesAndMessages(LIST_RULES, context(meetings))).toHaveLength(1);
  });
});
