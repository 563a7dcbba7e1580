import type { Figure, Report } from '../../src/report/report.ts';

/** Returns the id of every figure that a part of the report refers to, each once. */
export function printedIds(report: Report): string[] {
  const tables = report.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.flatMap((cell) => [cell.figure, ...(cell.bracket ? [cell.bracket.figure] : [])]),
    ),
  );
  const trends = report.trends.flatMap(({ series, xmr }) => [
    ...series.flatMap((one) => one.figures),
    ...(xmr?.signals.flatMap((signal) => signal.figures) ?? []),
  ]);
  const indicators = report.indicators.flatMap(({ figure, series, numerator, denominator }) => [
    figure,
    ...series,
    ...[numerator, denominator].flatMap((part) => part?.figure ?? []),
  ]);
  const benchmarks = report.benchmarks.flatMap(({ own, notCompared }) => [
    own,
    ...(notCompared ? [notCompared.figure] : []),
  ]);
  const targets = report.targets.flatMap(({ figure, plan }) => [
    ...(figure === undefined ? [] : [figure]),
    ...(plan?.flatMap((row) => row.figure ?? []) ?? []),
  ]);
  const { groups, headlines, series, bridges } = report.workforce;
  return [
    ...new Set([
      ...groups.flatMap((group) => group.rows.flatMap((row) => row.figures)),
      ...headlines,
      ...bridges.flatMap((one) => one.figures),
      ...series.flatMap((one) => one.figures),
      ...tables,
      ...trends,
      ...indicators,
      ...benchmarks,
      ...targets,
      ...report.notes.flatMap((note) => note.figures),
    ]),
  ];
}

/**
 * Returns every printed figure that does not say where it comes from: one that is not in the report, a given one without a
 * place, a computed one without a formula or without a place behind it.
 */
export function withoutLineage(report: Report): string[] {
  return [...new Set([...printedIds(report), ...Object.keys(report.figures)])].filter((id) => {
    const figure = report.figures[id];
    return figure?.id !== id || !hasLineage(figure);
  });
}

function hasLineage({ result, source, at, formula, inputs }: Figure): boolean {
  if (result.kind === 'missing') return result.because !== '';
  if (source === 'given') return at !== undefined;
  return formula !== undefined && formula !== '' && inputs.some((input) => input.at !== undefined);
}
