import type { Report } from './report.ts';
import { targetChart, workforceChart } from './view-charts.ts';
import type { TableRef } from './view-text.ts';

const ORDER = [
  'escalations',
  'workforce',
  'bridge',
  'targets',
  'milestones',
  'open',
  'closed',
  'guidance',
  'differing',
  'findings',
  'definitions',
  'inputs',
  'series',
  'path',
] as const;

export type TableName = (typeof ORDER)[number];
export type TableRefs = Readonly<Record<TableName, TableRef>>;

/** Returns the numbers of the tables that this report has, in the order of the page. */
export function tableRefs(report: Report): TableRefs {
  const present = presence(report);
  let count = 0;
  const entries = ORDER.map((name): [TableName, TableRef] => {
    if (!present[name]) return [name, { id: '', number: '' }];
    count += 1;
    return [name, { id: `table-${count}`, number: `Table ${count}` }];
  });
  // Every name of ORDER is an entry.
  return Object.fromEntries(entries) as Record<TableName, TableRef>;
}

function presence(report: Report): Readonly<Record<TableName, boolean>> {
  return {
    escalations: report.escalations.length > 0,
    workforce: report.workforce.groups.length > 0,
    bridge: report.workforce.bridges.length > 0,
    series: workforceChart(report, NOWHERE) !== null,
    targets: report.targets.length > 0,
    milestones: report.milestones.length > 0,
    open: report.risks.open.length > 0,
    closed: report.risks.closed.length > 0,
    guidance: report.risks.matrix !== undefined,
    differing: report.checked.differing.length > 0,
    path: targetChart(report, NOWHERE) !== null,
    findings: report.findings.length > 0,
    definitions: report.definitions.length > 0,
    inputs: report.inputs.length > 0,
  };
}

const NOWHERE: TableRef = { id: '', number: '' };
