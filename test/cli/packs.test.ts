import { describe, expect, it } from 'vitest';
import { packsOf } from '../../src/cli/packs.ts';
import type { Report } from '../../src/report/report.ts';
import { LUTON } from '../support/luton-report.ts';

function report(id: string, date: string): Report {
  return { ...LUTON, workstream: { id, title: id }, meeting: { id: date, date } };
}

const WORKFORCE = ['2021-02-15', '2021-04-19'].map((date) => report('workforce', date));
const PRACTICE = ['2021-03-15', '2021-04-19'].map((date) => report('practice', date));
const LATEST = [WORKFORCE[1]!, PRACTICE[1]!];

function names(packs: readonly (readonly Report[])[]): string[][] {
  return packs.map((members) => members.map((one) => `${one.workstream.id} ${one.meeting.date}`));
}

describe('packs', () => {
  it('join the reports of several workstreams, also of different meetings', () => {
    expect(names(packsOf(LATEST, { pack: true }))).toEqual([['workforce 2021-04-19', 'practice 2021-04-19']]);
    expect(names(packsOf([WORKFORCE[1]!, PRACTICE[0]!], { pack: true }))).toEqual([
      ['workforce 2021-04-19', 'practice 2021-03-15'],
    ]);
  });

  it('are one a meeting that several workstreams report to, the latest first, where all are built', () => {
    const early = report('practice', '2021-02-15');
    const all = [...WORKFORCE, early, ...PRACTICE];
    expect(names(packsOf(all, { pack: true, all: true }))).toEqual([
      ['workforce 2021-04-19', 'practice 2021-04-19'],
      ['workforce 2021-02-15', 'practice 2021-02-15'],
    ]);
  });

  it('are not made of one report, for one workstream, or against the wish', () => {
    expect(packsOf([WORKFORCE[0]!], { pack: true })).toEqual([]);
    expect(packsOf(LATEST, { pack: true, workstream: 'workforce' })).toEqual([]);
    expect(packsOf(LATEST, { pack: false })).toEqual([]);
  });
});
