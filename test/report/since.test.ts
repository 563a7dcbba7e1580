import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDataRepo } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import { reportView } from '../../src/report/view.ts';
import { twoMonths } from '../support/example-comparison.ts';

const ROOT = fileURLToPath(new URL('../../examples/programme', import.meta.url));

let reports: ReadonlyMap<string, Report>;

beforeAll(async () => {
  const { dataset, findings } = await readDataRepo(ROOT);
  if (!dataset) throw new Error('the example cannot be read');
  reports = new Map(
    ['2026-09-14', '2026-11-09'].map((meeting) => {
      const made = buildReport(dataset, { workstream: 'workforce', meeting, version: '0', findings });
      if (!made.report) throw new Error(`no report of ${meeting}`);
      return [meeting, made.report];
    }),
  );
});

function reportOf(meeting: string): Report {
  const report = reports.get(meeting);
  if (report === undefined) throw new Error(meeting);
  return report;
}

describe('the first page and diff', () => {
  it('say the same of milestones, risks and actions since the last meeting', () => {
    const report = reportOf('2026-11-09');
    // Agency is new, Cohort was completed, the comment of Pathway changed; R1 went from Likely to Possible, R3 is new;
    // W2 slipped, W3 is no longer listed, W4 is new, W1 was completed.
    expect(report.since).toEqual({
      meeting: '2026-09-14',
      texts: [
        '1 milestone is new, 1 was completed, 1 changed otherwise.',
        'R1 de-escalated from High to Medium.',
        '1 other risk is new.',
        '1 action slipped, 1 is gone, 1 is new, 1 was completed.',
      ],
    });
    const { summary } = reportView(report, 'highlight-report');
    expect(summary.since).toBe(`Since 14 September 2026: ${report.since?.texts.join(' ') ?? ''}`);
  });

  it('say nothing where no meeting was before', () => {
    const report = reportOf('2026-09-14');
    expect(report.since).toBeUndefined();
    expect(reportView(report, 'highlight-report').summary.since).toBe('');
  });

  it('print one change of a figure, whichever prints it', async () => {
    const { workstreams } = await twoMonths('programme', '2026-09', '2026-10');
    const compared = workstreams.flatMap(({ figures }) => figures).filter(({ kind }) => kind === 'changed');
    const { figures } = reportOf('2026-11-09');
    const printed = compared.flatMap((one) => {
      const [id = '', group = ''] = one.id.split(/(?=\[)/);
      const change = figures[`${id}@2026-10${group}`]?.change;
      return change?.from.key === '2026-09' ? [{ one, change }] : [];
    });
    expect(printed.length).toBeGreaterThan(10);
    for (const { one, change } of printed) {
      expect([one.absolute?.text, one.relative?.text, one.good], one.id).toEqual([
        change.text,
        change.relativeText,
        change.good,
      ]);
    }
  });
});
