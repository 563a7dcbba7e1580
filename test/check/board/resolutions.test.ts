import { describe, expect, it } from 'vitest';
import { RESOLUTION_RULES } from '../../../src/check/board/resolutions.ts';
import { reportedResolutions, resolutionLedger } from '../../../src/papers/resolution-state.ts';
import type { Meeting } from '../../../src/model/dataset.ts';
import { finding } from '../../../src/model/finding.ts';
import {
  answer,
  codesAndMessages,
  context,
  meeting,
  period,
  place,
  resolution,
} from '../../support/board.ts';
import { date, paper } from '../../support/dataset.ts';

/** A meeting by its date, what it resolved, and what its paper answers; `R1@2021-06` is due then. */
function held(id: string, resolved: readonly string[], answered: readonly string[] = []): Meeting {
  return meeting(id, {
    resolutions: resolved.map((one) => {
      const [reference = '', due] = one.split('@');
      return resolution(reference, { ...(due !== undefined && { due: period(due) }) });
    }),
    paper: paper({ answers: answered.map((reference, index) => answer(reference, 40 + index)) }),
  });
}

const FEBRUARY = '2021-02-15';
const APRIL = '2021-04-19';
const JUNE = '2021-06-21';

const found = (...meetings: readonly Meeting[]) => codesAndMessages(RESOLUTION_RULES, context(meetings));
const findings = (...meetings: readonly Meeting[]) => {
  const seen = context(meetings);
  return RESOLUTION_RULES.flatMap((rule) => rule.check(seen));
};

const unanswered = (reference: string, of: string, report: string) =>
  `W405 resolution ${reference} of ${of} is not answered in the report of ${report}`;

describe('resolution rules', () => {
  it('find a resolution that the next report does not answer, and say where to answer', () => {
    expect(findings(held(FEBRUARY, ['R1']), held(APRIL, []))).toMatchObject([
      {
        code: 'W405',
        message: 'resolution R1 of 15 February 2021 is not answered in the report of 19 April 2021',
        at: { file: 'workforce/2021-02-15/resolutions.csv' },
        why: 'the next report answers it',
        help: 'add an entry for R1 under `answers` in workforce/2021-04-19/report.yaml',
      },
    ]);
  });

  it('find nothing in what is answered, however its reference is spelt', () => {
    expect(found(held(FEBRUARY, ['R1', 'R2']), held(APRIL, [], ['r 1', 'R2']))).toEqual([]);
    expect(found(held(FEBRUARY, ['R1']))).toEqual([]);
  });

  it('go on asking until a report answers', () => {
    const [one, two] = [held(FEBRUARY, ['R1']), held(APRIL, ['R2'])];
    expect(found(one, two, held(JUNE, [], ['R2']))).toEqual([
      unanswered('R1', '15 February 2021', '21 June 2021'),
    ]);
    expect(found(one, two, held(JUNE, [], ['R1', 'R2']))).toEqual([]);
    expect(found(one, held(APRIL, [], ['R1']), held(JUNE, []))).toEqual([]);
  });

  it.each([
    ['2021-04-19', true],
    ['2021-04-20', false],
    ['2021-04', true],
    ['2021-05', false],
    ['2021-03', true],
    ['2021-spring', false],
    ['2020-autumn', true],
  ])('ask for one that is due %s in April: %s', (due, isDue) => {
    expect(found(held(FEBRUARY, [`R1@${due}`]), held(APRIL, []))).toHaveLength(isDue ? 1 : 0);
  });

  it('find an answer to nothing, with what was meant', () => {
    expect(findings(held(FEBRUARY, ['R11@2021-09', 'R2@2021-09']), held(APRIL, [], ['R12']))).toMatchObject([
      {
        code: 'W411',
        message: 'an answer names resolution R12, which no earlier meeting has',
        at: { line: 40 },
        why: 'earlier meetings resolved R11 and R2',
        help: 'did you mean R11?',
      },
    ]);
    expect(findings(held(APRIL, ['R1'], ['R1']))).toMatchObject([
      {
        code: 'W411',
        why: 'R1 is of this meeting itself: the next report answers it',
        related: [{ line: 2 }],
      },
    ]);
    expect(findings(held(APRIL, [], ['R1']))).toMatchObject([
      { code: 'W411', why: 'no earlier meeting has a resolution' },
    ]);
  });

  it('find a second answer in one report, but not one that brings an earlier one up to date', () => {
    const february = held(FEBRUARY, ['R1']);
    expect(findings(february, held(APRIL, [], ['R1', 'r1']))).toMatchObject([
      { code: 'W412', message: 'resolution r1 is answered twice', at: { line: 41 }, related: [{ line: 40 }] },
    ]);
    expect(found(february, held(APRIL, [], ['R1']), held(JUNE, [], ['R1']))).toEqual([]);
  });

  it('judge the answers of these papers only', () => {
    expect(found(held(FEBRUARY, ['R1']), held(APRIL, [], ['R1', 'R1', 'R9']), held(JUNE, []))).toEqual([]);
  });

  it('say nothing of what may stand in a file that cannot be read', () => {
    const read = [finding('E080', 'no reference', { at: place(2, 1, 'workforce/2021-04-19/report.yaml') })];
    const meetings = [held(FEBRUARY, ['R1']), held(APRIL, [], ['R9'])];
    expect(codesAndMessages(RESOLUTION_RULES, context(meetings, { read }))).toEqual([]);
  });
});

describe('resolutionLedger', () => {
  it('takes an answer for the newest resolution of a reference that is used again', () => {
    const meetings = [held(FEBRUARY, ['R1']), held(APRIL, ['R1']), held(JUNE, [], ['R1'])];
    const { resolutions, stray } = resolutionLedger(meetings);
    expect(resolutions.map(({ resolvedAt, answers }) => [resolvedAt.id, answers.length])).toEqual([
      [FEBRUARY, 0],
      [APRIL, 1],
    ]);
    expect(stray).toEqual([]);
    const both = resolutionLedger([...meetings.slice(0, 2), held(JUNE, [], ['R1', 'R1'])]);
    expect(both.resolutions.map(({ answers }) => answers.length)).toEqual([1, 1]);
    expect(both.stray).toEqual([]);
  });
});

describe('reportedResolutions', () => {
  it('gives those that the report answers or owes an answer to', () => {
    const meetings = [held(FEBRUARY, ['R1', 'R2', 'R3@2021-09']), held(APRIL, ['R4'], ['R1', 'R2'])];
    const reported = (...seen: readonly Meeting[]) =>
      reportedResolutions(seen, date(seen.at(-1)?.id ?? '')).map(
        ({ resolution: { reference }, answer: given }) => [reference, given !== undefined],
      );
    expect(reported(...meetings)).toEqual([
      ['R1', true],
      ['R2', true],
    ]);
    expect(reported(...meetings, held(JUNE, [], ['R2']))).toEqual([
      ['R2', true],
      ['R4', false],
    ]);
  });
});
