import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/check/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { comparePlaces } from '../../src/model/place.ts';
import { meeting, risk } from '../support/board.ts';
import { lutonMeeting, lutonPapers } from '../support/luton-papers.ts';

function run(dataset: Dataset) {
  const workstream = dataset.workstreams[0]!;
  return runChecks(dataset, { workstream, meeting: workstream.meetings.at(-1)! });
}

describe('runChecks', () => {
  it("finds in Luton's papers what is odd in them, and nothing else", () => {
    const codes = run(lutonPapers()).map((one) => one.code);
    expect(codes.sort()).toEqual(['N203', 'W105', 'W110', 'W110', 'W303', 'W303']);
  });

  it('reports every area in one run, in order of place, each finding once', () => {
    const papers = lutonMeeting({ risks: [risk('WFR1', 'Mediun', 'Low'), risk('WFR2', 'High', 'Critical')] });
    const findings = run(
      lutonPapers(papers, [meeting('2021-02-15', { risks: [risk('WFR9', 'Low', 'Critical')] })]),
    );
    const codes = findings.map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['E301', 'W305', 'W308', 'W105', 'N203']));
    // A risk that cannot be read may be a red one, so that the RAG cannot be judged.
    expect(codes).not.toContain('W401');
    const places = findings.flatMap((one) => one.at ?? []);
    expect(places).toEqual([...places].sort(comparePlaces));
    expect(new Set(findings.map((one) => JSON.stringify(one))).size).toBe(findings.length);
  });
});
