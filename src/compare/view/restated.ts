import { groupBy } from '../../model/group-by.ts';
import { MISSING_TEXT } from '../../model/format.ts';
import type { CellChange, Comparison, PeriodRef, WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock, ViewRow } from '../view.ts';
import { figureColumns, figureRow, headingRow } from './figure-rows.ts';
import { brief, labelWithGroup, NAME, spaced } from './texts.ts';

/** Returns the figures of one period that the two sides give otherwise, oldest first, and printed figures that were changed. */
export function restatedBlocks(workstream: WorkstreamComparison, comparison: Comparison): ViewBlock[] {
  const told = new Set<string>();
  const columns = figureColumns(comparison.before.label, comparison.after.label);
  const shown = workstream.restated.filter((one) => one.within !== 'tolerance');
  const rows = [...groupBy(shown, (one) => periodOf(one).label)].flatMap(([period, some]) => [
    headingRow(period),
    ...some.map((one) => figureRow(one, labelWithGroup(one), told)),
  ]);
  const stated = statedRows(workstream);
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Figures of one period that are given otherwise now',
            columns,
            rows,
          } as const,
        ]),
    ...(stated.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Figures that the papers print otherwise now',
            columns: columns.slice(0, 3),
            rows: stated,
          } as const,
        ]),
  ];
}

/** Returns the period that a restated figure is of. */
function periodOf({ after }: { readonly after: { readonly period: PeriodRef } }): PeriodRef {
  return after.period;
}

/** What the papers print for a period that both sides have; between two periods it stands beside the figure itself. */
function statedRows({ cells, figures, restated, periods }: WorkstreamComparison): ViewRow[] {
  const apart = new Set([...periods.new, ...periods.gone].map((period) => period.key));
  const labels = new Map([...figures, ...restated].map((one) => [one.metric, one.label]));
  const shown = cells.filter(
    ({ stated, period }) => stated && period !== undefined && !apart.has(period.key),
  );
  return [...groupBy(shown, ({ period }) => period?.label ?? '')].flatMap(([period, some]) => [
    headingRow(period),
    ...some.map((one) => statedRow(one, labels.get(one.metric) ?? spaced(one.metric))),
  ]);
}

function statedRow({ group, before, after }: CellChange, label: string): ViewRow {
  const texts = [before, after].map((cell) => brief(cell?.text ?? MISSING_TEXT, NAME));
  return { cells: [labelWithGroup({ label, group }), ...texts], kind: 'row', tone: 'neutral', notes: [] };
}
