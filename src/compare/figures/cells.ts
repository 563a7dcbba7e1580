import { keyOf, type FigureKey } from '../../metrics/book.ts';
import { dimensionsOf } from '../../metrics/census.ts';
import { hasBasisBy } from '../../metrics/censuses.ts';
import { kindOf, type FigureKind } from '../../metrics/registry.ts';
import type { Cell, NumberCell } from '../../model/cell.ts';
import type { Observation } from '../../model/dataset.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { exact, toDecimal, toFixed } from '../../model/exact.ts';
import { formatMarker, formatValue, MISSING_TEXT } from '../../model/format.ts';
import { isSamePeriod, periodName, type Period } from '../../model/period.ts';
import type { CellValue, Form } from '../comparison.ts';
import type { SidePapers } from '../side.ts';

export { isSamePeriod, periodName };

/** A cell of a side, given or stated. */
export interface KeyedCell {
  /** The same for the same cell of the other side; papers that state two numbers for one figure have two of one key. */
  readonly key: string;
  readonly of: FigureKey;
  /** Absent where it is keyed without its period. */
  readonly when?: Period;
  readonly stated: boolean;
  /** Whether it is of a table of indicators. */
  readonly indicator: boolean;
  /** What the side takes it to be; absent where nothing is known of it and no % sign says. */
  readonly unit?: MetricUnit;
  readonly value: CellValue;
}

/**
 * Returns the cells of a side that are not empty: the given figures, of which the newest meeting's wins, and what the
 * newest papers state, each number once however often they print it. Of two periods of the same papers they are the cells
 * of the side's period, keyed without it.
 */
export function cellsOf({ context, period }: SidePapers, form: Form): readonly KeyedCell[] {
  const { figures, meeting, programme } = context;
  const hasBasis = hasBasisBy(programme);
  const isOfPeriods = form === 'periods';
  const keyed = (observation: Observation, indicator: boolean): KeyedCell[] => {
    if (observation.cell.kind === 'missing') return [];
    if (isOfPeriods && !isSamePeriod(observation.period, period)) return [];
    const { measure, basis, group, stated } = observation;
    // An indicator of the council's own counts what it says, whatever the workforce's basis.
    const counted = indicator && !hasBasis(measure) ? null : basis;
    const when = isOfPeriods ? {} : { when: observation.period };
    const named = isOfPeriods ? null : periodName(observation.period);
    const key = JSON.stringify([measure, counted, stated, named, dimensionsOf(group)]);
    const kind = kindOf(figures.registry, measure);
    const unit = kind?.unit ?? (isPercentage(observation.cell) ? 'share' : undefined);
    const value = cellValue(observation, kind);
    return [{ key, of: keyOf(observation), ...when, stated, indicator, ...(unit && { unit }), value }];
  };
  const statedIn = (some: readonly Observation[], indicator: boolean) =>
    some.filter((one) => one.stated).flatMap((one) => keyed(one, indicator));
  const cells = [
    ...[...figures.book.given.values()].flatMap((one) => keyed(one.observation, one.indicator)),
    ...statedIn(meeting.observations, false),
    ...statedIn(meeting.indicators, true),
  ];
  return [
    ...new Map(cells.toReversed().map((one) => [`${one.key} ${cellIdentity(one.value)}`, one])).values(),
  ];
}

/** Returns what makes two cells equal: the value or the marker, and not how it is written. */
export function cellIdentity({ kind, value = '' }: CellValue): string {
  return `${kind} ${value}`;
}

/** Returns a cell's number as it is written, in the unit of its figure: `44%`, `21.5`, `£22`. */
export function numberText({ value, notation, places }: NumberCell, kind: FigureKind | undefined): string {
  const own = kind?.unit === 'money' || kind?.unit === 'duration' ? kind.unit : 'count';
  return formatValue(value, notation === 'percent' ? 'share' : own, places);
}

function isPercentage(cell: Cell): boolean {
  return cell.kind === 'number' && cell.notation === 'percent';
}

function cellValue({ cell, at }: Observation, kind: FigureKind | undefined): CellValue {
  return { kind: cell.kind, ...valueOf(cell), text: textOf(cell, kind), at };
}

function valueOf(cell: Cell): Pick<CellValue, 'value'> {
  switch (cell.kind) {
    case 'number':
      return { value: decimalOf(cell) };
    case 'marker':
      return { value: `${cell.marker}${cell.bound === undefined ? '' : ` ${cell.bound.toString()}`}` };
    case 'missing':
      return {};
  }
}

/** Every decimal that was written counts: a cell is never rounded. */
function decimalOf({ value, notation, places }: NumberCell): string {
  const short = toDecimal(value);
  return exact(short).equals(value) ? short : toFixed(value, notation === 'percent' ? places + 2 : places);
}

function textOf(cell: Cell, kind: FigureKind | undefined): string {
  switch (cell.kind) {
    case 'number':
      return numberText(cell, kind);
    case 'marker':
      return formatMarker(cell.marker, cell.bound);
    case 'missing':
      return MISSING_TEXT;
  }
}
