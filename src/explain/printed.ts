import type { Report } from '../report/report.ts';

/** Returns the parts of the report that print a figure, in words, in the order of the report. */
export function printedIn(report: Report, id: string): string[] {
  const { workforce, tables, trends, indicators, benchmarks, targets, notes } = report;
  const has = (ids: readonly (string | undefined)[]): boolean => ids.includes(id);
  const places: readonly (readonly [string, boolean])[] = [
    ['a headline of the first page', has(workforce.headlines)],
    ['the workforce table', workforce.groups.some(({ rows }) => rows.some((row) => has(row.figures)))],
    ...tables.map(
      ({ title, rows }) =>
        [
          `the table “${title}”`,
          rows.some(({ cells }) => cells.some((cell) => has([cell.figure, cell.bracket?.figure]))),
        ] as const,
    ),
    ...trends.map(
      ({ title, series }) => [`the chart “${title}”`, series.some((one) => has(one.figures))] as const,
    ),
    [
      'the table of indicators',
      indicators.some((one) => has([one.figure, one.numerator?.figure, one.denominator?.figure])),
    ],
    ['the benchmarks', benchmarks.some((one) => has([one.own, one.notCompared?.figure]))],
    ['the targets', targets.some((one) => has([one.figure, ...(one.plan ?? []).map((row) => row.figure)]))],
    ['the notes', notes.some((one) => has(one.figures))],
  ];
  return places.flatMap(([where, isThere]) => (isThere ? [where] : []));
}
