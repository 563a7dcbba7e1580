import { formatBasis, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Comparison, FigureChange, WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock, ViewRow, ViewTable } from '../view.ts';
import { figureColumns, figureRow, headingRow, smallerChanges } from './figure-rows.ts';
import { brief, groupWords, NAME, periodLabels, spaced } from './texts.ts';

/**
 * Returns the tables of what figures changed by: of the whole the counts and then the rates, then by group. Changes under
 * the floor are one line of their table; those within the tolerance are counted in a quiet line at the end.
 */
export function figureBlocks(
  figures: readonly FigureChange[],
  workstream: WorkstreamComparison,
  comparison: Comparison,
): ViewBlock[] {
  const counted = figures.filter((one) => one.within !== 'tolerance');
  const bases = groupBy(counted, (one) => one.basis);
  const labels = periodLabels(workstream, [comparison.before.label, comparison.after.label]);
  const tables = [...bases].flatMap(([basis, ofBasis]) =>
    tablesOf(
      ofBasis,
      labels,
      bases.size > 1 || basis !== workstream.basis ? basis : undefined,
      comparison.floor,
    ),
  );
  return [...tables, ...toleranceBlocks(figures.length - counted.length, comparison.tolerance)];
}

function tablesOf(
  figures: readonly FigureChange[],
  labels: readonly [string, string],
  basis: FigureChange['basis'] | undefined,
  floor: string | undefined,
): ViewTable[] {
  const told = new Set<string>();
  const suffix = basis === undefined ? '' : `, ${formatBasis(basis)}`;
  const whole = figures.filter((one) => Object.keys(one.group).length === 0);
  const byDimensions = groupBy(
    figures.filter((one) => Object.keys(one.group).length > 0),
    (one) => Object.keys(one.group).sort().join('\n'),
  );
  const table = (
    caption: string,
    some: readonly FigureChange[],
    rows: (shown: FigureChange[]) => ViewRow[],
  ) => tableOf(`${caption}${suffix}`, some, labels, floor, rows);
  const plain = (shown: FigureChange[]) => shown.map((one) => figureRow(one, brief(one.label, NAME), told));
  return [
    ...table(
      'Counts',
      whole.filter((one) => !isRate(one)),
      plain,
    ),
    ...table('Rates', whole.filter(isRate), plain),
    ...[...byDimensions].flatMap(([dimensions, some]) =>
      table(`By ${dimensions.split('\n').map(spaced).join(' and ')}`, some, (shown) =>
        groupedRows(shown, told),
      ),
    ),
  ];
}

function tableOf(
  caption: string,
  figures: readonly FigureChange[],
  labels: readonly [string, string],
  floor: string | undefined,
  rowsOf: (shown: FigureChange[]) => ViewRow[],
): ViewTable[] {
  if (figures.length === 0) return [];
  const small = figures.filter((one) => one.within === 'floor');
  const rows = rowsOf(figures.filter((one) => one.within !== 'floor'));
  const more = smallerChanges(small, floor);
  return [
    { kind: 'table', caption, columns: figureColumns(...labels), rows, ...(more !== undefined && { more }) },
  ];
}

/** A heading for each group, the counts before the rates. */
function groupedRows(figures: readonly FigureChange[], told: Set<string>): ViewRow[] {
  return [...groupBy(figures, (one) => groupWords(one.group))].flatMap(([words, some]) => [
    headingRow(words),
    ...[...some.filter((one) => !isRate(one)), ...some.filter(isRate)].map((one) =>
      figureRow(one, brief(one.label, NAME), told),
    ),
  ]);
}

function toleranceBlocks(count: number, tolerance: string | undefined): ViewBlock[] {
  if (count === 0) return [];
  const of = tolerance === undefined ? 'the tolerance' : `the tolerance of ${brief(tolerance, NAME)}`;
  const are = count === 1 ? 'is' : 'are';
  const text = `${plural(count, 'change')} within ${of} ${are} taken for none.`;
  return [{ kind: 'text', text, tone: 'quiet' }];
}

/** Returns whether a figure is one number per another. */
export function isRate({ unit }: FigureChange): boolean {
  return unit === 'share' || unit === 'ratio';
}
