import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/model/finding.ts';
import { TEMPLATE_NAMES } from '../../../src/model/templates.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { renderPack } from '../../../src/render/pack-html.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import type { Report } from '../../../src/report/report.ts';
import { fullReport } from '../../support/full-report.ts';
import { FULL, LUTON } from '../../support/luton-report.ts';
import { PACKED } from '../../support/packed-reports.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

/** Every report that an example makes, of each meeting. */
async function reportsOf(example: string): Promise<Report[]> {
  const { dataset, findings } = await readDataRepo(join(EXAMPLES, example));
  if (dataset === undefined || hasErrors(findings)) throw new Error(`${example} cannot be read`);
  return dataset.workstreams.flatMap(({ id, meetings }) =>
    meetings.map((meeting) => {
      const { report } = buildReport(dataset, {
        workstream: id,
        meeting: meeting.id,
        version: '0',
        findings,
      });
      if (report === undefined) throw new Error(`${example} makes no report for ${meeting.id}`);
      return report;
    }),
  );
}

function repeated(all: readonly string[]): string[] {
  return all.filter((one, index) => all.indexOf(one) < index);
}

/** Ids that two elements have, and numbers that two tables have. */
function repeatedIn(html: string): string[] {
  const body = html.replace(/<style>[\s\S]*<\/style>/, '');
  const ids = [...body.matchAll(/<[^>]*\sid="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(ids.length).toBeGreaterThan(10);
  return repeated(ids);
}

/** The numbers of tables, as their captions begin. A table that goes on keeps its number, and says that it does. */
function tableNumbersIn(html: string): string[] {
  return [...html.matchAll(/<caption[^>]*>\s*(?:<[^>]*>)*\s*(Table \d+)(.*?)<\/caption>/g)]
    .filter((match) => !/(?:, |<\/b> )continued$/.test(match[2] ?? ''))
    .map((match) => match[1] ?? '');
}

describe('an id', () => {
  it.each(readdirSync(EXAMPLES))('stands once in each page of the example %s', async (example) => {
    const reports = await reportsOf(example);
    expect(reports.length).toBeGreaterThan(0);
    for (const report of reports) {
      const html = await renderHtml(report);
      expect(repeatedIn(html), report.meeting.id).toEqual([]);
      expect(repeated(tableNumbersIn(html)), report.meeting.id).toEqual([]);
    }
  });

  it('stands once in each page of a report that has everything', async () => {
    for (const report of [LUTON, FULL, ...TEMPLATE_NAMES.map(fullReport)]) {
      const html = await renderHtml(report);
      expect(repeatedIn(html), report.template).toEqual([]);
      expect(tableNumbersIn(html).length).toBeGreaterThan(2);
      expect(repeated(tableNumbersIn(html)), report.template).toEqual([]);
    }
  });

  it('stands once in a pack', async () => {
    expect(repeatedIn(await renderPack(buildPack(PACKED), packView(buildPack(PACKED), PACKED)))).toEqual([]);
  });
});
