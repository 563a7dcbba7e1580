import type {
  CellChange,
  CellValue,
  FigureChange,
  FigureSide,
  GroupChange,
} from '../../compare/comparison.ts';
import type { Group } from '../../model/dataset.ts';
import { formatMarker } from '../../model/format.ts';
import type { Place } from '../../model/place.ts';
import type { CsvRow } from './csv-row.ts';

/** Returns the row of a figure. */
export function figureCsv(change: FigureChange): CsvRow {
  const { kind, id, label, before, after, absolute, relative } = change;
  return {
    ...figureOfCsv(change),
    kind,
    id,
    label,
    before: sideCsv(before),
    after: sideCsv(after),
    absolute: absolute?.decimal ?? '',
    relative: relative?.decimal ?? '',
    text: figureText(change),
    ...placeCsv(after.at ?? before.at),
  };
}

/** Returns the row of a figure of one period that the sides give otherwise: `restated`, or `restated new` where one gives none. */
export function restatedCsv(change: FigureChange): CsvRow {
  return { ...figureCsv(change), kind: change.kind === 'changed' ? 'restated' : `restated ${change.kind}` };
}

/** Returns the columns that say which figure it is, whatever is said of it. */
export function figureOfCsv({ indicator, group, basis, unit, before, after }: FigureChange): CsvRow {
  return {
    part: partOf(indicator),
    group: groupCsv(group),
    basis,
    period_before: before.period.key,
    period_after: after.period.key,
    unit,
  };
}

function partOf(indicator: boolean): string {
  return indicator ? 'indicators' : 'workforce';
}

/** Returns the row of one cell of a table. */
export function cellCsv({ metric, group, basis, period, stated, indicator, ...cell }: CellChange): CsvRow {
  return {
    part: partOf(indicator),
    kind: 'cell',
    id: stated ? `${metric} (stated)` : metric,
    group: groupCsv(group),
    basis,
    period_before: period?.key ?? '',
    period_after: period?.key ?? '',
    before: valueCsv(cell.before),
    after: valueCsv(cell.after),
    text: `${cell.before?.text ?? ''} → ${cell.after?.text ?? ''}`,
    ...placeCsv(cell.after?.at ?? cell.before?.at),
  };
}

/**
 * Returns the row of a member, or of a dimension, that only one side has. It is the indicators' where all cells of it that
 * differ are: what one side lacks differs.
 */
export function groupChangeCsv(
  { kind, dimension, name, perhaps, at }: GroupChange,
  cells: readonly CellChange[],
): CsvRow {
  const own = cells.filter(({ group }) =>
    name === undefined ? Object.hasOwn(group, dimension) : group[dimension] === name,
  );
  return {
    part: partOf(own.length > 0 && own.every(({ indicator }) => indicator)),
    kind,
    id: name === undefined ? dimension : `${dimension}=${name}`,
    label: name ?? dimension,
    text: perhaps === undefined ? '' : `perhaps ${perhaps.name}: ${perhaps.because}`,
    ...placeCsv(at),
  };
}

/** Returns the columns of a place. */
export function placeCsv(at: Place | undefined): CsvRow {
  return at === undefined ? {} : { file: at.file, line: at.line.toString() };
}

/** Returns whose a figure is: `team=Duty; grade=3`; empty for the whole. */
export function groupCsv(group: Group): string {
  return Object.entries(group)
    .map(([dimension, name]) => `${dimension}=${name}`)
    .join('; ');
}

function sideCsv({ result }: FigureSide): string {
  switch (result.kind) {
    case 'number':
      return result.decimal;
    case 'marker':
      return formatMarker(result.marker, result.bound);
    case 'missing':
      return '';
  }
}

function valueCsv(value: CellValue | null): string {
  return value?.value?.replace(/^fewer_than /, '<') ?? '';
}

/** What the papers print, what the first period is given as now, how small the change is, and by which formula it is reckoned. */
function figureText({
  stated,
  within,
  formula,
  otherwise,
  members,
  revised,
  ...change
}: FigureChange): string {
  const texts = [
    within && `within the ${within}`,
    formula,
    revised && `${change.before.period.label} is now given as ${revised.before.text}`,
    otherwise &&
      `under the former definition ${otherwise.formula}: ${otherwise.before.text} → ${otherwise.after.text}`,
    stated && `the papers print ${stated.before} → ${stated.after}`,
    members && `other members: ${members}`,
  ];
  return texts.filter((text) => text !== undefined).join('; ');
}
