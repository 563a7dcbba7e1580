import type { TemplateName } from '../model/templates.ts';
import type { Report } from './report.ts';
import { chartedTarget, targetChart, type TimeChart } from './view-charts.ts';
import { planViews } from './view-plan.ts';
import type { TableRef } from './view-text.ts';

/**
 * Returns the chart of the target where the paper draws it: on the first page of a highlight report, in the section on
 * targets of others. There the chart of the target's plan, which shows the same and more, takes its place.
 */
export function drawnTargetChart(report: Report, template: TemplateName, table: TableRef): TimeChart | null {
  const chart = targetChart(report, table);
  if (chart === null || template === 'highlight-report') return chart;
  const id = chartedTarget(report)?.id;
  const isPlanDrawn = planViews(report).some((plan) => plan.id === id && plan.chart !== null);
  return isPlanDrawn ? null : { ...chart, size: 'full' };
}
