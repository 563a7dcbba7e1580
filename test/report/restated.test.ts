import { describe, expect, it } from 'vitest';
import type { Dataset, Observation } from '../../src/model/dataset.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import { noteViews } from '../../src/report/view-marks.ts';
import { workforceView } from '../../src/report/view-workforce.ts';
import { meeting, month, programme, table, workstream } from '../support/dataset.ts';

const PERIODS = [month('2020-12'), month('2021-01'), month('2021-02')];
const BEFORE = '2021-02-15';

function papers(id: string, rows: readonly (readonly (string | number)[])[]): Observation[] {
  return table(PERIODS, rows, { file: `workforce/${id}/workforce.csv` });
}

function built(before: Observation[], now: Observation[], between?: Observation[]) {
  const stream = workstream({
    meetings: [
      meeting({ id: BEFORE, observations: before }),
      ...(between ? [meeting({ id: '2021-03-15', observations: between })] : []),
      meeting({ observations: now }),
    ],
  });
  const dataset: Dataset = { programme: programme(), workstreams: [stream], benchmarks: [], inputs: [] };
  const request = { workstream: 'workforce', meeting: '2021-04-19', version: '0.0.0', findings: [] };
  const { report, findings } = buildReport(dataset, request);
  return { report: report!, findings: findings.filter((one) => one.code === 'N118') };
}

const FIRST = papers(BEFORE, [
  ['permanent', 141, 144],
  ['agency', 52, 36],
]);

const cellsOf = (report: Report, label: string): string[] => {
  const { groups } = workforceView(report, { id: '', number: '' });
  const row = groups.flatMap((group) => group.rows).find((one) => one.label === label);
  return row?.cells.map((cell) => `${cell.text}${cell.mark}`) ?? [];
};

describe('a figure that the papers before gave differently', () => {
  const now = papers('2021-04-19', [
    ['permanent', 141, 144, 146],
    ['agency', 52, 39, 39],
  ]);
  const { report, findings } = built(FIRST, now);

  it('says what it was, and where', () => {
    expect(report.figures['agency@2021-01']?.restated).toEqual({
      text: '36',
      meeting: BEFORE,
      at: FIRST.find((one) => one.measure === 'agency' && one.period.key === '2021-01')?.at,
    });
    expect(report.figures['agency_rate@2021-01']?.restated).toEqual({ text: '20.00%', meeting: BEFORE });
    expect(report.figures['agency@2020-12']).not.toHaveProperty('restated');
    expect(report.figures['agency@2021-02']).not.toHaveProperty('restated');
  });

  it('is a note, at the figure', () => {
    expect(findings.map((one) => one.message)).toEqual([
      'agency for Jan 2021 is 39, and was 36 at the meeting of 15 February 2021',
    ]);
    expect(findings[0]?.at?.file).toBe('workforce/2021-04-19/workforce.csv');
    expect(findings[0]?.related?.map((one) => one.file)).toEqual([`workforce/${BEFORE}/workforce.csv`]);
  });

  it('is marked on the page, with what it was among the notes', () => {
    expect(cellsOf(report, 'Agency')).toEqual(['52', '39r', '39']);
    expect(noteViews(report).map((one) => [one.mark, one.text.markdown])).toEqual([
      [
        'r',
        'Revised since the meeting of 15 February 2021: In post for Jan 2021 was 180; Agency for Jan 2021 was 36; Agency rate for Jan 2021 was 20.00%.',
      ],
    ]);
  });

  it('is named with its group among the notes', () => {
    const figures = Object.fromEntries(
      Object.entries(report.figures).map(([id, one]) => [
        id,
        one.metric === 'agency' ? { ...one, group: { team: 'Assessment', role: 'Qualified' } } : one,
      ]),
    );
    const [note] = noteViews({ ...report, figures });
    expect(note?.text.markdown).toContain('; Agency (Qualified, Assessment) for Jan 2021 was 36;');
    const mixed = Object.fromEntries(
      Object.entries(report.figures).map(([id, one]) => [
        id,
        one.metric === 'agency' ? { ...one, basis: 'fte' as const } : one,
      ]),
    );
    const [other] = noteViews({ ...report, figures: mixed });
    expect(other?.text.markdown).toMatch(
      /In post \(headcount\) for .*; Agency \((FTE|full-time equivalents?)\) for Jan 2021 was 36;/,
    );
  });

  it('keeps its own mark before that of the revision', () => {
    const marked = papers('2021-04-19', [
      ['permanent', 141, 144, 146],
      ['agency', 52, '39*', 39],
    ]);
    expect(cellsOf(built(FIRST, marked).report, 'Agency')).toEqual(['52', '39* r', '39']);
  });

  it('is not called revised again at the next meeting', () => {
    const again = built(FIRST, now, papers('2021-03-15', [['agency', 52, 39]]));
    expect(again.findings).toEqual([]);
    expect(again.report.figures['agency@2021-01']).not.toHaveProperty('restated');
    expect(noteViews(again.report)).toEqual([]);
  });

  it('does not tell a number that has been withheld since', () => {
    const withheld = built(FIRST, papers('2021-04-19', [['agency', 52, 'c', 39]]));
    expect(withheld.findings).toEqual([]);
    expect(JSON.stringify(withheld.report.figures['agency@2021-01'])).not.toContain('36');
  });
});
