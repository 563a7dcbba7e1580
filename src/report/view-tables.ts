import { findingsBesideDiffering } from './checked.ts';
import type { Report } from './report.ts';
import type { TemplateName } from '../model/templates.ts';
import { workforceChart } from './view-charts.ts';
import type { OutlineItem, PartName } from './view-outline.ts';
import { drawnTargetChart } from './view-target-chart.ts';
import type { TableOf, TableRef } from './view-text.ts';

/** The tables that a part prints, in its order. */
const TABLES_OF = {
  escalations: ['escalations'],
  workforce: ['workforce', 'bridge'],
  targets: ['targets'],
  milestones: ['milestones'],
  'recommendations-table': ['recommendations'],
  actions: ['actions'],
  resolutions: ['resolutions'],
  risks: ['open', 'closed', 'guidance'],
  'figures-checked': ['differing', 'findings', 'accepted', 'definitions', 'inputs', 'series', 'path'],
} as const satisfies Partial<Readonly<Record<PartName, readonly string[]>>>;

export type TableName = (typeof TABLES_OF)[keyof typeof TABLES_OF][number];
export type TableRefs = Readonly<Record<TableName, TableRef>>;

/** The numbers of a page's tables. */
export interface TableNumbers {
  readonly refs: TableRefs;
  /** Those of which there may be several, by kind and id. */
  readonly tableOf: TableOf;
}

const NOWHERE: TableRef = { id: '', number: '' };

/** Returns the numbers of the tables that the page prints, in its order. */
export function tableNumbers(
  report: Report,
  template: TemplateName,
  items: readonly OutlineItem[],
): TableNumbers {
  const present = presence(report, template);
  const refs = new Map<string, TableRef>();
  const add = (key: string): void => {
    // Two tables under one key would have one number, and one id on the page.
    if (refs.has(key)) throw new Error(`the table "${key}" is on the page twice`);
    const count = refs.size + 1;
    refs.set(key, { id: `table-${count}`, number: `Table ${count}` });
  };
  for (const { part, id } of items) {
    tablesOf(part)
      .filter((name) => present[name])
      .forEach(add);
    listedIn(report, part, id).forEach(add);
  }
  const entries = Object.keys(present).map((name) => [name, refs.get(name) ?? NOWHERE]);
  return {
    // Every name of TABLES_OF is in `present`.
    refs: Object.fromEntries(entries) as TableRefs,
    tableOf: (kind, id) => refs.get(keyOf(kind, id)) ?? NOWHERE,
  };
}

function tablesOf(part: PartName): readonly TableName[] {
  return part in TABLES_OF ? TABLES_OF[part as keyof typeof TABLES_OF] : [];
}

/** Returns the tables of a part that are one of several. The values of trends stand with those of the other charts. */
function listedIn(report: Report, part: PartName, id: string): string[] {
  return LISTED[part]?.(report, id) ?? [];
}

const LISTED: Readonly<Partial<Record<PartName, (report: Report, id: string) => string[]>>> = {
  'figure-table': (_, id) => [keyOf('figure-table', id)],
  indicators: () => [keyOf('indicators', '')],
  benchmarks: ({ benchmarks }) => benchmarks.map((_, index) => keyOf('benchmark', `${index}`)),
  targets: ({ targets }) =>
    targets.flatMap(({ plan = [], id }) => (plan.length > 0 ? [keyOf('plan', id)] : [])),
  'figures-checked': ({ trends }) => trends.map((one) => keyOf('trend', one.id)),
};

function keyOf(kind: Parameters<TableOf>[0], id: string): string {
  return `${kind} ${id}`;
}

function presence(report: Report, template: TemplateName): Readonly<Record<TableName, boolean>> {
  return {
    escalations: report.escalations.length > 0,
    workforce: report.workforce.groups.length > 0,
    bridge: report.workforce.bridges.length > 0,
    targets: report.targets.length > 0,
    milestones: report.milestones.length > 0,
    recommendations: true,
    actions: report.actions.length > 0,
    resolutions: report.resolutions.length > 0,
    open: report.risks.open.length > 0,
    closed: report.risks.closed.length > 0,
    guidance: report.risks.matrix !== undefined,
    differing: report.checked.differing.length > 0,
    findings: findingsBesideDiffering(report).length > 0,
    accepted: report.findings.some((one) => one.accepted !== undefined),
    definitions: report.definitions.length > 0,
    inputs: report.inputs.length > 0,
    series: workforceChart(report, NOWHERE) !== null,
    path: drawnTargetChart(report, template, NOWHERE) !== null,
  };
}
