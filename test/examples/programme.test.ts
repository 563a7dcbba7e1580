import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { exact, toFixed, type Exact } from '../../src/model/exact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { buildPack, type Pack } from '../../src/report/pack.ts';
import type { Report } from '../../src/report/report.ts';
import { reportView } from '../../src/report/view.ts';

const ROOT = fileURLToPath(new URL('../../examples/programme', import.meta.url));
const MEETING = '2026-11-09';
const TEAMS = ['Assessment', 'Safeguarding', 'Children in care', 'Disabled children'];

let workforce: Report;
let practice: Report;
let pack: Pack;
let found: readonly Finding[] = [];

beforeAll(async () => {
  const { dataset, findings } = await readDataRepo(ROOT);
  if (!dataset) throw new Error(`not read: ${JSON.stringify(findings)}`);
  workforce = reportOf(dataset, 'workforce', findings);
  practice = reportOf(dataset, 'practice', findings);
  pack = buildPack([workforce, practice]);
  found = [...findings, ...workforce.findings, ...practice.findings];
});

function reportOf(dataset: Dataset, workstream: string, findings: readonly Finding[]): Report {
  const made = buildReport(dataset, { workstream, meeting: MEETING, version: '0.0.0', findings });
  if (!made.report) throw new Error(`no report: ${JSON.stringify(made.findings)}`);
  return made.report;
}

function number({ figures }: Report, id: string): Exact {
  const result = figures[id]?.result;
  if (result?.kind !== 'number') throw new Error(`${id} is no number`);
  return exact(result.decimal);
}

function text({ figures }: Report, id: string): string | undefined {
  return figures[id]?.text;
}

it('the programme is built without an error, and with one warning: of the action that is overdue', () => {
  const told = found
    .filter((one) => one.severity !== 'note')
    .map((one) => [one.code, one.at?.file, one.at?.line]);
  expect(told).toEqual([['W206', 'practice/2026-11-09/actions.csv', 3]]);
});

describe('the pack of the programme', () => {
  it('gives the RAG of both workstreams, and how it moved', () => {
    expect(pack.workstreams.map(({ id, rag }) => [id, rag?.word, rag?.change])).toEqual([
      ['workforce', 'Green', 'Changed from Amber since 14 September 2026'],
      ['practice', 'Amber', 'Unchanged since 14 September 2026'],
    ]);
    expect([workforce.rag?.agrees, practice.rag?.agrees]).toEqual([true, true]);
  });

  it('gives the headline figures with their changes', () => {
    const [first, second] = pack.workstreams.map(({ headlines }) =>
      headlines.map((one) => [one.label, one.text, one.change?.text]),
    );
    expect(first).toEqual([
      ['Agency rate', '12.61%', '−1.15 pp'],
      ['Permanent', '152.5', '+2.0'],
      ['Agency', '22.0', '−2.0'],
      ['Unfilled posts', '5.5', '0.0'],
    ]);
    expect(second?.slice(0, 2)).toEqual([
      ['Statutory visits on time', '89.1%', '+1.2 pp'],
      ['Supervision on time', '83.2%', '+1.6 pp'],
    ]);
    expect(second?.[2]).toEqual(['Average caseload', '15.3', '−0.1']);
  });

  it('asks for one decision and for support, and has an action overdue and a red risk', () => {
    expect(pack.workstreams.map(({ asks }) => asks.map((ask) => ask.kind))).toEqual([
      ['decide', 'note'],
      ['support', 'note'],
    ]);
    expect(pack.counts).toEqual({
      overdueMilestones: 0,
      overdueActions: 1,
      redRisks: 1,
      missedTargets: 0,
      redIndicators: 0,
      amberIndicators: 1,
      unanswered: 0,
      missingActions: 0,
      warnings: 1,
    });
    const [, { overdue, redRisks } = { overdue: [], redRisks: [] }] = pack.workstreams;
    expect(overdue.map(({ reference, state }) => [reference, state])).toEqual([['P3', 'Overdue by 9 days']]);
    expect(redRisks.map(({ reference, score }) => [reference, score])).toEqual([['P-R1', '16']]);
  });
});

describe('the restated figure of August', () => {
  it('is the new one, and says what it was at which meeting', () => {
    expect(workforce.figures['agency@2026-08[team=Safeguarding]']).toMatchObject({
      text: '12.0',
      restated: { text: '13.0', meeting: '2026-09-14' },
    });
  });

  it('changes what follows from it, and no other figure', () => {
    const restated = Object.values(workforce.figures).flatMap(({ id, text: now, restated: was }) =>
      was ? [[id, now, was.text]] : [],
    );
    expect(restated.sort()).toEqual([
      ['agency@2026-08', '31.0', '32.0'],
      ['agency@2026-08[team=Safeguarding]', '12.0', '13.0'],
      ['agency_rate@2026-08', '17.87%', '18.34%'],
      ['in_post@2026-08', '173.5', '174.5'],
      ['unfilled@2026-08', '6.5', '5.5'],
    ]);
  });

  it('is marked with r on the page, with a note that has the old value', () => {
    const view = reportView(workforce, 'highlight-report');
    const marks = view.workforce.groups
      .flatMap((group) => group.rows)
      .flatMap((row) => row.cells.map((cell) => `${row.label} ${cell.text}${cell.mark}`))
      .filter((cell) => cell.endsWith('r'));
    expect(marks).toEqual(['In post 173.5r', 'Agency 31.0r', 'Agency rate, % 17.87r', 'Unfilled posts 6.5r']);
    const note = view.notes.find((one) => one.mark === 'r')?.text.markdown;
    expect(note).toContain('Revised since the meeting of 14 September 2026');
    expect(note).toMatch(/Agency rate for Aug 2026 was 18\.34%/);
  });
});

it('actions are carried from the last meeting, and new ones are not', () => {
  const of = ({ actions }: Report) =>
    actions.map(({ reference, state, carried }) => [reference, state, carried?.meeting, carried?.state]);
  expect(of(workforce)).toEqual([
    ['W1', 'complete', '2026-09-14', 'open'],
    ['W2', 'due_soon', '2026-09-14', 'open'],
    ['W4', 'open', undefined, undefined],
  ]);
  expect(of(practice)).toEqual([
    ['P1', 'complete', '2026-09-14', 'open'],
    ['P3', 'overdue', '2026-09-14', 'open'],
    ['P2', 'due_soon', undefined, undefined],
  ]);
});

it('what the last meeting resolved is answered, with figures', () => {
  expect(workforce.answers.map(({ reference, meeting }) => [reference, meeting])).toEqual([
    ['R1', '2026-09-14'],
  ]);
  expect(workforce.answers[0]?.answer).toContain(
    `Safeguarding has ${text(workforce, 'agency@2026-10[team=Safeguarding]') ?? ''} FTE`,
  );
  expect(practice.answers[0]?.answer).toBe('The average caseload of Assessment is 14.7; its cap is 18.');
});

describe('the chart of the agency rate', () => {
  it('has the limits of an XmR chart over sixteen months: mean ± 2.66 × the mean moving range', () => {
    const trend = workforce.trends.find((one) => one.id === 'agency-trend');
    const ids = trend?.series[0]?.figures ?? [];
    expect(ids).toHaveLength(16);
    const points = ids.map((id) => Number(number(workforce, id).toString()));
    const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
    const ranges = points.slice(1).map((one, index) => Math.abs(one - points[index]!));
    const all = ranges.reduce((sum, one) => sum + one, 0) / ranges.length;
    // A moving range too wide to be of the same process is left out, once.
    const kept = ranges.filter((one) => one <= 3.27 * all);
    const range = kept.reduce((sum, one) => sum + one, 0) / kept.length;
    expect(trend?.xmr).toMatchObject({ points: 16, trial: false, screened: ranges.length - kept.length });
    expect(Number(trend?.xmr?.mean.decimal)).toBeCloseTo(mean, 9);
    expect(Number(trend?.xmr?.upper.decimal)).toBeCloseTo(mean + 2.66 * range, 9);
    expect(Number(trend?.xmr?.lower.decimal)).toBeCloseTo(mean - 2.66 * range, 9);
  });

  it('says each signal, and whether it is wanted', () => {
    const signals = workforce.trends.find((one) => one.id === 'agency-trend')?.xmr?.signals ?? [];
    expect(signals.map(({ kind, text: said, good }) => [kind, said, good])).toEqual([
      ['outside_limits', '8 in a row above the upper limit, Jul 2025 to Feb 2026', false],
      ['seven_one_side', '10 in a row above the mean, Jul 2025 to Apr 2026', false],
      ['seven_rising_or_falling', '11 in a row falling, Dec 2025 to Oct 2026', true],
      ['two_of_three_near_limit', '5 of 5 near the lower limit, Jun 2026 to Oct 2026', true],
      ['outside_limits', '4 in a row below the lower limit, Jul 2026 to Oct 2026', true],
    ]);
  });
});

it('the glidepath is set against what came, quarter by quarter', () => {
  const target = workforce.targets.find((one) => one.id === 'agency-12');
  const rows = target?.plan?.map(({ period, planText, figure, differenceText, state }) => [
    period.key,
    planText,
    figure && text(workforce, figure),
    differenceText,
    state,
  ]);
  expect(rows).toEqual([
    ['2026-27-Q1', '21%', '20.81%', '−0.19 pp', 'met'],
    ['2026-27-Q2', '17%', '13.75%', '−3.25 pp', 'met'],
    ['2026-27-Q3', '14%', undefined, undefined, 'ahead_of_us'],
    ['2026-27-Q4', '12%', undefined, undefined, 'ahead_of_us'],
  ]);
  expect([target?.state, target?.metAt?.key]).toEqual(['on_course', '2026-11']);
});

it('the figures of all teams are computed: sums of the teams, and rates of the sums', () => {
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    const whole = `agency@${month}`;
    const parts = TEAMS.map((team) => number(workforce, `${whole}[team=${team}]`));
    expect(workforce.figures[whole]?.source, whole).toBe('computed');
    expect(number(workforce, whole).equals(parts.reduce((all, one) => all.add(one))), whole).toBe(true);
  }
  const [agency, permanent] = ['agency', 'permanent'].map((one) => number(workforce, `${one}@2026-10`));
  expect(toFixed(agency!.div(agency!.add(permanent!)).mul(100), 2)).toBe('12.61');
  const [byTeam] = workforce.tables;
  expect(byTeam?.rows.at(-1)?.cells.map((cell) => text(workforce, cell.figure))).toEqual([
    '180.0',
    '152.5',
    '22.0',
    '12.61%',
    '5.5',
  ]);
});
