import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDataRepo } from '../../../src/read/index.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Report } from '../../../src/report/report.ts';
import { benchmarksView } from '../../../src/report/view-benchmarks.ts';
import { targetChart, workforceChart } from '../../../src/report/view-charts.ts';
import { planViews } from '../../../src/report/view-plan.ts';
import { risksView } from '../../../src/report/view-risks.ts';
import { trendViews } from '../../../src/report/view-trends.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const TABLE = { id: '', number: '' };

async function reportsOf(example: string): Promise<Report[]> {
  const { dataset, findings } = await readDataRepo(join(EXAMPLES, example));
  return (dataset?.workstreams ?? []).flatMap(({ id, meetings }) =>
    meetings.flatMap((meeting) => {
      const { report } = buildReport(dataset!, {
        workstream: id,
        meeting: meeting.id,
        version: '0',
        findings,
      });
      return report ?? [];
    }),
  );
}

interface Said {
  readonly title: string;
  readonly description: string;
}

/** Charts of figures, which are of a time. */
function figureCharts(report: Report): Said[] {
  return [
    targetChart(report, TABLE),
    workforceChart(report, TABLE),
    ...[...trendViews(report).values()].map(({ chart }) => chart),
    ...planViews(report).map(({ chart }) => chart),
    ...benchmarksView(report).map(({ chart }) => chart),
  ].flatMap((chart) => chart ?? []);
}

const TIME =
  /\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter) \d{4}|\d{4}\/\d{2})\b/;

/** The title without the times that it names, which are numbers too. */
function isLabel(title: string): boolean {
  return !/\d/.test(title.replace(new RegExp(TIME, 'g'), ''));
}

const examples = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);
const reports = await Promise.all(examples.map(async (name) => [name, await reportsOf(name)] as const));

describe.each(reports)('the charts of the example %s', (_, made) => {
  it('have titles that state a figure and its time, and descriptions with figures', () => {
    for (const { title, description } of made.flatMap(figureCharts)) {
      expect(isLabel(title), title).toBe(false);
      expect(title).toMatch(TIME);
      expect(isLabel(description), description).toBe(false);
    }
  });

  it('say of risks how many there are, and of each where it stands', () => {
    for (const report of made) {
      const { chart } = risksView(report, TABLE);
      if (!chart) continue;
      expect(chart.title).toMatch(/^(?:\d+|No) open risks?/);
      for (const { reference } of report.risks.open) expect(chart.description).toContain(reference);
    }
  });
});

it('finds charts to look at, and a title that is only a label', () => {
  expect(reports.flatMap(([, made]) => made.flatMap(figureCharts)).length).toBeGreaterThan(15);
  expect(isLabel('Social workers: permanent and agency')).toBe(true);
  expect(isLabel('Agency rate by March 2024')).toBe(true);
  expect(isLabel('Agency rate 21.08% in February 2021')).toBe(false);
});
