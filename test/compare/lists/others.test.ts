import { describe, expect, it } from 'vitest';
import { compareActions } from '../../../src/compare/lists/actions.ts';
import { compareEscalations } from '../../../src/compare/lists/escalations.ts';
import { compareRag } from '../../../src/compare/lists/rag.ts';
import { compareRecommendations } from '../../../src/compare/lists/recommendations.ts';
import { compareResolutions } from '../../../src/compare/lists/resolutions.ts';
import type { Meeting, Rag } from '../../../src/model/dataset.ts';
import {
  action,
  answer,
  context,
  meeting,
  period,
  place,
  recommendation,
  resolution,
  sourced,
} from '../../support/board.ts';
import { paper } from '../../support/dataset.ts';
import { without } from '../../support/without.ts';
import { pairOf, swapped, told } from './pairs.ts';

describe('actions', () => {
  const one = (before: Parameters<typeof action>[1], after: Parameters<typeof action>[1]) =>
    told(compareActions(pairOf({ actions: [action('A1', before)] }, { actions: [action('A1', after)] })));
  const done = { state: 'complete', done: period('2021-03-03') } as const;
  const undated = { due: undefined };

  it.each([
    [{}, done, ['completed true: Completed on 3 March 2021; it was due in December 2021']],
    [{}, { state: 'complete' }, ['completed true: Completed; it was due in December 2021']],
    [undated, { ...undated, state: 'complete' }, ['completed true: Completed; it had no date']],
    [{}, { state: 'withdrawn' }, ['withdrawn null: Withdrawn; it was due in December 2021']],
    [done, { state: 'withdrawn' }, ['withdrawn null: Withdrawn; it was complete']],
    [{ state: 'withdrawn' }, done, ['completed true: Completed on 3 March 2021; it was withdrawn']],
    [done, {}, ['reopened false: Reopened: it was complete, and is due in December 2021']],
    [
      { state: 'withdrawn' },
      undated,
      [
        'reopened false: Reopened: it was withdrawn, and is without a date',
        'other false: Original due date removed: it was December 2021',
      ],
    ],
    [
      {},
      { revised: period('2022-02') },
      ['slipped false: Slipped 2 months, to February 2022; it was due in December 2021'],
    ],
    [
      {},
      { due: period('2021-03') },
      [
        'newly_overdue false: Newly overdue: it was due in March 2021',
        'pulled_forward false: Pulled forward by 9 months, to March 2021; it was due in December 2021',
      ],
    ],
    [
      { due: period('2021-03') },
      undated,
      [
        'no_longer_overdue null: No longer overdue: it is without a date',
        'other null: Original due date removed: it was March 2021',
      ],
    ],
    [undated, {}, ['other null: Original due date given: December 2021']],
    [{}, { owner: 'Director' }, ['other null: Owner changed from Head of Service to Director']],
    [{}, { owner: `Director of ${'x'.repeat(60)}` }, ['other null: Owner changed']],
    [{}, { action: 'Something else' }, ['reworded null: Reworded']],
  ] as const)('%# tells what happened', (before, after, texts) => {
    expect(one(before, after)).toEqual(texts.map((text) => `A1 ${text}`));
  });

  it('come and go', () => {
    const all = [
      action('A1'),
      action('A2', { state: 'withdrawn' }),
      action('A3', { due: period('2021-01') }),
      action('A4', done),
    ];
    expect(told(compareActions(pairOf({}, { actions: all })))).toEqual(
      [
        'A3 new false: New: due in January 2021, and overdue',
        'A1 new null: New: due in December 2021',
        'A2 new null: New, and withdrawn',
        'A4 new null: New, and completed on 3 March 2021',
      ].sort(),
    );
    expect(told(compareActions(pairOf({ actions: all }, {})))).toEqual([
      'A1 gone false: Gone: no longer listed; it was open, due in December 2021',
      'A3 gone false: Gone: no longer listed; it was open, due in January 2021, and overdue',
      'A2 gone null: Gone: it was withdrawn and is no longer listed',
      'A4 gone null: Gone: it was complete and is no longer listed',
    ]);
  });
});

describe('recommendations', () => {
  const one = (before: Parameters<typeof recommendation>[1], after: Parameters<typeof recommendation>[1]) =>
    told(
      compareRecommendations(
        pairOf(
          { recommendations: [recommendation('4', before)] },
          { recommendations: [recommendation('4', after)] },
        ),
      ),
    );

  it.each([
    [{ status: 'not_started' }, {}, ['advanced true: Advanced from not started to in progress']],
    [{}, { status: 'complete' }, ['completed true: Completed; it was in progress']],
    [{ status: undefined }, { status: 'complete' }, ['completed true: Completed; it had no status']],
    [{ status: 'complete' }, {}, ['set_back false: Set back: it is in progress; it was complete']],
    [{}, { status: 'not_started' }, ['set_back false: Set back: it is not started; it was in progress']],
    [
      { status: 'complete' },
      { status: undefined },
      ['set_back false: Set back: it has no status now; it was complete'],
    ],
    [{}, { status: 'rejected' }, ['other null: Status changed from in progress to rejected']],
    [{ status: undefined }, {}, ['other null: Status given: in progress']],
    [
      { due: period('2021-06') },
      { due: period('2021-09') },
      ['slipped false: Slipped 3 months, to September 2021; it was due in June 2021'],
    ],
    [
      { due: period('2021-06') },
      { due: period('2021-05') },
      ['pulled_forward true: Pulled forward by 1 month, to May 2021; it was due in June 2021'],
    ],
    [
      { status: 'not_started', due: period('2021-06') },
      { due: period('2021-09') },
      [
        'slipped false: Slipped 3 months, to September 2021; it was due in June 2021',
        'advanced false: Advanced from not started to in progress',
      ],
    ],
    [{}, { due: period('2021-06') }, ['other null: Due date given: June 2021']],
    [
      {},
      { progress: sourced('Done by half.'), inPlace: sourced('A team') },
      ['progress null: Progress updated; what is in place added'],
    ],
    [{ evidence: [sourced('a'), sourced('b')] }, {}, ['progress null: Evidence removed']],
    [
      {},
      { recommendation: sourced('Another'), source: 'Ofsted', actions: [sourced('A1'), sourced('A2')] },
      ['reworded null: Reworded', 'other null: Source given: Ofsted; actions given: A1, A2'],
    ],
  ] as const)('%# tells what happened', (before, after, texts) => {
    expect(one(before, after)).toEqual(texts.map((text) => `4 ${text}`));
  });

  it('come and go', () => {
    const all = [
      recommendation('2', { due: period('2021-06') }),
      recommendation('10', { status: 'complete' }),
    ];
    expect(told(compareRecommendations(pairOf({}, { recommendations: all })))).toEqual([
      '2 new null: New: in progress, due in June 2021',
      '10 new null: New: complete',
    ]);
    expect(told(compareRecommendations(pairOf({ recommendations: all }, {})))).toEqual([
      '2 gone false: Gone: no longer listed; it was in progress',
      '10 gone null: Gone: it was complete and is no longer listed',
    ]);
  });
});

describe('resolutions', () => {
  it('come, go, are reworded and wanted by another date', () => {
    const before = [resolution('R1'), resolution('R2'), resolution('R3', { due: period('2021-06') })];
    const after = [
      resolution('r 2', { resolution: sourced('Something else') }),
      resolution('R3', { due: period('2021-09') }),
      resolution('R4'),
      resolution('R5', { due: period('2021-06-01') }),
    ];
    expect(told(compareResolutions(pairOf({ resolutions: before }, { resolutions: after })))).toEqual([
      'R1 gone null: Gone: no longer listed',
      'R4 new null: New: an answer is wanted in the next report',
      'R5 new null: New: an answer is wanted on 1 June 2021',
      'R3 other null: Date of the answer changed from June 2021 to September 2021',
      'r 2 reworded null: Reworded',
    ]);
  });
});

describe('resolutions of an earlier meeting', () => {
  const due = { due: period('2021-10') };
  const before = {
    id: '2021-02-15',
    resolutions: [resolution('R1'), resolution('R2', due), resolution('R3')],
  };
  const between = (...later: readonly Meeting[]) => {
    const sideOf = (meetings: readonly Meeting[]) => ({ context: context(meetings), period: undefined });
    const first = meeting(before.id, before);
    return told(
      compareResolutions({ form: 'meetings', before: sideOf([first]), after: sideOf([first, ...later]) }),
    );
  };
  const answering = (id: string, ...references: readonly string[]) =>
    meeting(id, { paper: paper({ answers: references.map((one) => answer(one)) }) });

  it('are answered by their references, not yet wanted, or without the answer that is', () => {
    expect(between(answering('2021-04-19', 'r 1'))).toEqual([
      'R3 gone false: No answer to it in these papers',
      'R2 gone null: Not answered yet: an answer is wanted in October 2021',
      'R1 answered true: Answered in this report',
    ]);
    expect(between(answering('2021-10-04', 'R1', 'R3'))).toEqual([
      'R2 gone false: No answer to it in these papers',
      'R1 answered true: Answered in this report',
      'R3 answered true: Answered in this report',
    ]);
  });

  it('can have been answered by papers between the two', () => {
    expect(between(answering('2021-04-19', 'R1', 'R2', 'R3'), answering('2021-07-12', 'R3'))).toEqual([
      'R1 answered true: Answered in the report of 19 April 2021',
      'R2 answered true: Answered in the report of 19 April 2021',
      'R3 answered true: Answered in this report',
    ]);
  });

  it('are no longer listed where the second side is of the same meeting, or of an earlier one', () => {
    const later = { paper: paper({ answers: [answer('R1')] }) };
    const one = { resolutions: [resolution('R1')] };
    const gone = ['R1 gone null: Gone: no longer listed'];
    expect(told(compareResolutions(pairOf(one, later)))).toEqual(gone);
    expect(told(compareResolutions(pairOf(one, later, { after: { id: '2021-02-15' } })))).toEqual(gone);
  });

  it('are answered where the second side does not have the papers of that meeting', () => {
    const pair = pairOf(
      { resolutions: [resolution('R1')] },
      { paper: paper({ answers: [answer('R1')] }) },
      { before: { id: '2021-02-15' } },
    );
    expect(told(compareResolutions(pair))).toEqual(['R1 answered true: Answered in this report']);
    expect(told(compareResolutions(swapped(pair)))).toEqual([
      'R1 new null: New: an answer is wanted in the next report',
    ]);
  });
});

describe('matters for escalation', () => {
  const list = (...matters: readonly string[]) => ({
    paper: paper({
      escalations: matters.map((text, index) => {
        const [matter = '', act = 'Agree'] = text.split(' | ');
        return { matter: sourced(matter, place(index + 1)), action: sourced(act, place(index + 1, 5)) };
      }),
    }),
  });
  const between = (before: readonly string[], after: readonly string[]) =>
    told(compareEscalations(pairOf(list(...before), list(...after))));

  it('are the same in any order and however their lines break', () => {
    expect(between(['Pay is low', 'Two teams\nare short'], ['Two teams are  short', 'Pay is low'])).toEqual(
      [],
    );
  });

  it('are reworded where they are alike, named by where they stand', () => {
    const before = ['Two of the seven teams are short of staff', 'Pay is low'];
    const after = [
      'Caseloads are too high',
      'Three of the seven teams are short of staff',
      'Pay is low | Decide',
    ];
    expect(between(before, after)).toEqual([
      'escalation 1 new null: New',
      'escalation 3 other null: Action required changed',
      'escalation 2 reworded null: Reworded',
    ]);
    expect(between(after.slice(0, 1), ['Pay is low'])).toEqual([
      'escalation 1 new null: New',
      'escalation 1 gone null: Gone: no longer listed',
    ]);
  });

  it('are matched with the most alike one', () => {
    expect(between(['a b c d e'], ['a b c x y', 'a b c d x'])).toEqual([
      'escalation 1 new null: New',
      'escalation 2 reworded null: Reworded',
    ]);
  });
});

describe('the RAG', () => {
  const stated = (
    current: Rag | undefined,
    reason = 'Because',
    more: { despite?: string; previous?: Rag } = {},
  ) => ({
    paper:
      current === undefined
        ? without(paper(), 'rag')
        : paper({
            rag: {
              current,
              reason: sourced(reason),
              at: place(),
              ...(more.despite !== undefined && { despite: sourced(more.despite) }),
              ...(more.previous && { previous: more.previous }),
            },
          }),
  });

  it.each([
    ['amber', 'red', 'Amber to Red', false],
    ['red', 'green', 'Red to Green', true],
    ['green', 'blue', 'Green to Blue', null],
    [undefined, 'amber', 'Amber; no RAG was given before', null],
    ['amber', undefined, 'No RAG is given; it was Amber', null],
  ] as const)('%s to %s', (before, after, text, good) => {
    expect(compareRag(pairOf(stated(before), stated(after)))).toMatchObject({
      before: before ?? null,
      after: after ?? null,
      text,
      good,
    });
  });

  it('is the same where nothing of it differs', () => {
    expect(compareRag(pairOf(stated('amber', 'One\ntwo'), stated('amber', 'One two ')))).toBeUndefined();
    expect(compareRag(pairOf(stated(undefined), stated(undefined)))).toBeUndefined();
  });

  it('has a reason that is compared word by word', () => {
    const change = compareRag(
      pairOf(stated('amber', 'Two posts'), stated('amber', 'Three posts', { despite: 'Filled soon' })),
    );
    expect(change).toEqual({
      before: 'amber',
      after: 'amber',
      text: 'Amber as before',
      good: null,
      fields: [
        {
          field: 'reason',
          before: 'Two posts',
          after: 'Three posts',
          words: [
            { kind: 'removed', text: 'Two' },
            { kind: 'added', text: 'Three' },
            { kind: 'same', text: ' posts' },
          ],
        },
        { field: 'despite', before: null, after: 'Filled soon' },
      ],
    });
  });

  it('has a previous one that is told of papers of one meeting alone', () => {
    const [was, now] = [
      stated('amber', 'Why', { previous: 'red' }),
      stated('amber', 'Why', { previous: 'green' }),
    ];
    expect(compareRag(pairOf(was, now))).toMatchObject({
      text: 'Amber as before; previous RAG changed from Red to Green',
      fields: [{ field: 'previous', before: 'red', after: 'green' }],
    });
    expect(compareRag(pairOf(was, now, { before: { id: '2021-02-15' } }))).toBeUndefined();
  });
});
