import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/model/exact.ts';
import { readDataRepo } from '../../src/read/index.ts';

const LUTON = fileURLToPath(new URL('../../examples/luton', import.meta.url));
const { dataset, findings, sources } = await readDataRepo(LUTON);
const meeting = dataset?.workstreams[0]?.meetings[0];

describe("Luton's data repo", () => {
  it('is read without a finding', () => {
    expect(findings).toEqual([]);
  });

  it('gives every figure of the printed table, data apart from what is stated', () => {
    const figures = meeting?.observations.map(
      (one) =>
        `${one.measure}${one.stated ? ' (stated)' : ''} ${one.period.key} ${one.cell.kind === 'number' ? toDecimal(one.cell.value) : one.cell.kind}${one.cell.mark ?? ''}`,
    );
    expect(figures).toEqual([
      'agency 2020-01 66',
      'agency 2020-05 72',
      'in_post (stated) 2020-12 193',
      'in_post (stated) 2021-01 180',
      'in_post (stated) 2021-02 185',
      'permanent 2020-12 141',
      'permanent 2021-01 144',
      'permanent 2021-02 146',
      'starters 2020-12 1',
      'starters 2021-01 10',
      'starters 2021-02 0',
      'leavers_rate (stated) 2020-12 0.0071',
      'leavers_rate (stated) 2021-01 0.0694',
      'leavers_rate (stated) 2021-02 0',
      'leavers 2020-12 1',
      'leavers 2021-01 1',
      'leavers 2021-02 1',
      'leavers_rate (stated) 2020-12 0.0071',
      'leavers_rate (stated) 2021-01 0.0069',
      'leavers_rate (stated) 2021-02 0.0068',
      'agency 2020-12 52',
      'agency 2021-01 36',
      'agency 2021-02 39',
      'agency_rate (stated) 2020-12 0.2694',
      'agency_rate (stated) 2021-01 0.2',
      'agency_rate (stated) 2021-02 0.2108',
      'unfilled 2020-12 16',
      'unfilled 2021-01 17',
      'unfilled 2021-02 24*',
      'establishment 2020-12 209',
      'establishment 2021-01 197',
      'establishment 2021-02 209',
    ]);
  });

  it('places every figure on its text', () => {
    for (const { at, cell } of meeting?.observations ?? []) {
      const shown = sources.line(at.file, at.line)?.slice(at.column - 1, at.column - 1 + at.length) ?? '';
      const places = cell.kind === 'number' && cell.notation === 'percent' ? 2 : 0;
      const value = cell.kind === 'number' ? toDecimal(cell.value.mul(places === 2 ? 100 : 1)) : '';
      expect(Number.parseFloat(shown)).toBe(Number(value));
    }
  });

  it('gives milestones and risks with their states', () => {
    expect(meeting?.milestones.map((one) => [one.due.key, one.revised?.key, one.complete])).toEqual([
      ['2020-06', undefined, true],
      ['2020-07', undefined, true],
      ['2020-07', undefined, true],
      ['2020-07', undefined, true],
      ['2020-12', undefined, true],
      ['2020-10', undefined, true],
      ['2021-03', '2021-summer', false],
    ]);
    expect(
      meeting?.risks.map((one) => [one.reference, one.likelihood, one.impact, one.statedScore, one.open]),
    ).toEqual([
      ['WFR1', 'Medium', 'Significant', '5', true],
      ['WFR3', 'Low', 'Significant', '3', true],
      ['WFR9', 'Medium', 'Significant', '5', true],
      ['WFR10', 'Medium', 'Significant', '5', true],
      ['WFR6', 'Significant', 'Low', '3', false],
      ['WFR7', 'Significant', 'Low', '3', false],
    ]);
  });

  it('lists every file that was read, in order, with its hash', () => {
    expect(dataset?.inputs.map((one) => one.path)).toEqual([
      'cip-report.yaml',
      'workforce/2021-04-19/milestones.csv',
      'workforce/2021-04-19/report.yaml',
      'workforce/2021-04-19/risks.csv',
      'workforce/2021-04-19/workforce-history.csv',
      'workforce/2021-04-19/workforce.csv',
    ]);
    for (const one of dataset?.inputs ?? []) expect(one.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('places a block of text on its first line', () => {
    const at = meeting?.paper.progress?.at;
    expect(at && sources.line(at.file, at.line)).toMatch(/^ {2}- \*\*Health check/);
  });
});

describe('readDataRepo', () => {
  it('says so where there is no folder, or a file in its place', async () => {
    const missing = await readDataRepo(`${LUTON}/nowhere`);
    const file = await readDataRepo(`${LUTON}/cip-report.yaml`);
    expect([missing.dataset, file.dataset]).toEqual([undefined, undefined]);
    expect(missing.findings.map((one) => one.code)).toEqual(['E002']);
    expect(file.findings[0]?.message).toMatch(/is a file, and not a folder$/);
  });

  it('stops on a signal', async () => {
    await expect(readDataRepo(LUTON, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
      'stopped',
    );
  });
});
