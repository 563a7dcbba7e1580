import handlebars from 'handlebars';
import type { Finding } from '../../src/model/finding.ts';
import { packageRoot } from '../../src/render/assets.ts';
import { checkTemplate } from '../../src/render/html-check.ts';
import { COMPILE_OPTIONS } from '../../src/render/html-compile.ts';
import { registerHelpers, templateHelpers } from '../../src/render/html-helpers.ts';
import { loadMarkdown } from '../../src/render/markdown.ts';
import { readTemplate, type TemplatePart } from '../../src/render/template-source.ts';
import type { Report } from '../../src/report/report.ts';
import { benchmarksView } from '../../src/report/view-benchmarks.ts';
import { figureTableViews } from '../../src/report/view-figure-tables.ts';
import { indicatorsView } from '../../src/report/view-indicators.ts';
import { planViews } from '../../src/report/view-plan.ts';
import type { TableOf } from '../../src/report/view-text.ts';
import { trendTables, trendViews } from '../../src/report/view-trends.ts';

const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Figures</title></head><body><main><h1>Figures</h1>
<section class="section"><h2>Tables</h2>{{#each tables}}{{> figure-table}}{{/each}}</section>
<section class="section"><h2>Trends</h2>{{#each trends}}{{> trend}}{{/each}}</section>
<section class="section"><h2>Indicators</h2>{{> indicators}}</section>
<section class="section"><h2>Compared with others</h2>{{> benchmarks}}</section>
<section class="section"><h2>Plans</h2>{{#each plans}}{{> plan}}{{/each}}</section>
<section class="section"><h2>Values</h2>{{#each values}}{{> trend-table}}{{/each}}</section>
</main></body></html>`;

const PARTS = new Set([
  'benchmark',
  'benchmarks',
  'figure-cell',
  'figure-table',
  'indicators',
  'plan',
  'series-table',
  'state',
  'trend',
  'trend-table',
]);

/** The partials of figures with a page of their own around them, whatever the papers' pages are. */
function figureParts(): TemplatePart[] {
  const { parts } = readTemplate('highlight-report', packageRoot());
  const page = { name: 'report', file: 'figure-page', text: PAGE };
  return [page, ...parts.filter((part) => PARTS.has(part.name))];
}

/** Returns what the partials of figures show of a report. */
function figureViews(report: Report): object {
  let count = 0;
  const numbers = new Map<string, number>();
  const tableOf: TableOf = (part, id) => {
    const key = `${part} ${id}`;
    if (!numbers.has(key)) numbers.set(key, (count += 1));
    return { id: `table-${numbers.get(key)!}`, number: `Table ${numbers.get(key)!}` };
  };
  return {
    tables: [...figureTableViews(report, tableOf).values()],
    trends: [...trendViews(report, tableOf).values()],
    indicators: indicatorsView(report, tableOf),
    benchmarks: benchmarksView(report, tableOf),
    plans: planViews(report, tableOf),
    values: trendTables(report, tableOf),
  };
}

/** Returns what is wrong with the partials of figures, held against the views of a report. */
export function figureFindings(report: Report): Finding[] {
  return checkTemplate(handlebars.create(), figureParts(), figureViews(report));
}

/** Returns a page that has the report's tables, trends, indicators, comparisons and plans, and nothing else. */
export async function figurePage(report: Report): Promise<string> {
  const engine = handlebars.create();
  registerHelpers(engine, templateHelpers(await loadMarkdown()));
  for (const part of figureParts())
    engine.registerPartial(part.name, engine.compile(part.text, COMPILE_OPTIONS));
  return engine.compile('{{> report}}', COMPILE_OPTIONS)(figureViews(report));
}
