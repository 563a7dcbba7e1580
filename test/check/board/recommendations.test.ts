import { describe, expect, it } from 'vitest';
import type { Action, Recommendation } from '../../../src/model/dataset.ts';
import { finding } from '../../../src/model/finding.ts';
import {
  LIST_RULES,
  action,
  codesAndMessages,
  context,
  meeting,
  period,
  place,
  recommendation,
  sourced,
} from '../../support/board.ts';

type Change = Parameters<typeof recommendation>[1];

const ACTIONS = [
  action('A1'),
  action('A2', { state: 'complete', done: period('2021-03') }),
  action('A12', { state: 'withdrawn' }),
];

function seen(
  now: readonly Recommendation[],
  before?: readonly Recommendation[],
  actions: readonly Action[] = ACTIONS,
) {
  const papers = meeting('2021-04-19', { recommendations: now, actions });
  return context(before ? [meeting('2021-02-15', { recommendations: before }), papers] : [papers]);
}

const found = (...cases: Parameters<typeof seen>) => codesAndMessages(LIST_RULES, seen(...cases));
const first = (...cases: Parameters<typeof seen>) =>
  LIST_RULES.flatMap((rule) => rule.check(seen(...cases)))[0];

const names = (...references: readonly string[]) =>
  references.map((one, index) => sourced(one, place(7, 9 + index)));

describe('recommendation rules', () => {
  it.each<[string, Change, readonly string[]]>([
    ['in progress', {}, []],
    ['in progress with actions in any state', { actions: names('A1', 'a 2', 'A12') }, []],
    [
      'that names an action which is not listed',
      { actions: names('A1', 'A3') },
      ['W406 recommendation 7 names action A3, which is not listed'],
    ],
    [
      'complete with an open action',
      { status: 'complete', actions: names('A1', 'A2', 'A12') },
      ['W407 recommendation 7 is complete, but 1 action of it is open'],
    ],
    ['complete with closed actions', { status: 'complete', actions: names('A2', 'A12') }, []],
    ['due this month', { due: period('2021-04') }, []],
    ['due last month', { due: period('2021-03') }, ['W408 recommendation 7 is overdue by 19 days']],
    ['due last month and complete', { due: period('2021-03'), status: 'complete' }, []],
    ['due last month and rejected', { due: period('2021-03'), status: 'rejected' }, []],
    [
      'due last month without a status',
      { due: period('2021-03'), status: undefined },
      ['W408 recommendation 7 is overdue by 19 days'],
    ],
    ['without progress', { progress: undefined }, ['W409 recommendation 7 has no progress']],
    ['with blank progress', { progress: sourced(' \n') }, ['W409 recommendation 7 has no progress']],
    [
      'complete without progress',
      { progress: undefined, status: 'complete' },
      ['W409 recommendation 7 has no progress'],
    ],
    ['with what is in place alone', { progress: undefined, inPlace: sourced('A panel.') }, []],
    ['not started', { progress: undefined, status: 'not_started' }, []],
    ['rejected', { progress: undefined, status: 'rejected' }, []],
  ])('find, of one %s: %o', (_, change, wanted) => {
    expect(found([recommendation('7', change)])).toEqual(wanted);
  });

  it('suggest the action that was meant, at its name', () => {
    expect(first([recommendation('7', { actions: names('A13') })])).toMatchObject({
      at: { line: 7, column: 9 },
      why: 'the actions are A1, A2 and A12',
      help: 'did you mean A12?',
    });
    expect(first([recommendation('7', { actions: names('A1') })], undefined, [])).toMatchObject({
      code: 'W406',
      why: 'this meeting has no actions',
    });
  });

  it('name the open actions of a complete one', () => {
    expect(first([recommendation('7', { status: 'complete', actions: names('A1') })])).toMatchObject({
      at: { column: 10 },
      why: 'A1 "What A1 is to do"',
      related: [ACTIONS[0]?.at],
    });
  });

  it.each<[string, Change, readonly string[]]>([
    [
      'in progress',
      {},
      ['W410 recommendation 7 was in progress on 15 February 2021 and is no longer listed'],
    ],
    [
      'without a status',
      { status: undefined },
      ['W410 recommendation 7 was listed on 15 February 2021 and is no longer listed'],
    ],
    ['complete', { status: 'complete' }, []],
    ['rejected', { status: 'rejected' }, []],
  ])('find one gone that was %s', (_, change, wanted) => {
    expect(found([recommendation('8')], [recommendation('7', change), recommendation('8')])).toEqual(wanted);
  });

  it('say nothing of what may stand in a file that cannot be read', () => {
    const meetings = [
      meeting('2021-02-15', { recommendations: [recommendation('7')] }),
      meeting('2021-04-19', { recommendations: [recommendation('8', { actions: names('A3') })] }),
    ];
    const read = [finding('E080', 'no date', { at: place(2, 1, 'workforce/2021-04-19/actions.csv') })];
    expect(codesAndMessages(LIST_RULES, context(meetings, { read }))).toEqual([]);
    expect(codesAndMessages(LIST_RULES, context(meetings))).toHaveLength(2);
  });
});
