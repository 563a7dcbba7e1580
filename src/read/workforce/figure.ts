import type { NumberCell } from '../../model/cell.ts';
import type { Basis, Group, Observation } from '../../model/dataset.ts';
import { ZERO } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { MEASURES } from '../../model/measures.ts';
import type { Period } from '../../model/period.ts';
import { parseCell } from '../grammar/cell.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import type { TextCell } from '../table/table.ts';
import type { FigureRole } from './columns.ts';

/** What a figure's row and column say of it. */
export interface FigureContext {
  readonly role: FigureRole;
  /** Absent where it could not be read: the cell is looked at all the same. */
  readonly period: Period | undefined;
  readonly group: Group;
  /** Whether the row is a printed total. */
  readonly statedRow: boolean;
  readonly basis: Basis;
  readonly label: string;
}

/** Measures that are never people or posts, so that even beside headcounts they may have decimals. */
const NOT_PEOPLE: ReadonlySet<string> = new Set(['days_lost', 'working_days']);
/** More workers than posts make a negative number of unfilled posts. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(['unfilled']);
const MEASURE_IDS: ReadonlySet<string> = new Set(MEASURES.map((one) => one.id));

const WHERE_BASIS_COMES_FROM =
  'the basis of a figure comes from its heading, its basis column, or the workstream in cip-report.yaml';

/** Returns the observation that a cell gives, or what is wrong with it; nothing where its period is not known. */
export function readFigure(cell: TextCell, context: FigureContext): Observation | Finding | undefined {
  const reading = parseCell(cell.text);
  if (!reading.ok) return problemAt(reading.problem, cell.at);
  const { cell: value, unit } = reading.value;
  if (unit === 'fte' && context.basis === 'headcount')
    return finding('E067', `${quoted(cell.text)} is in fte, and this figure is a headcount`, {
      at: cell.at,
      why: WHERE_BASIS_COMES_FROM,
    });
  const fault = value.kind === 'number' ? countFault(cell, value, context) : undefined;
  if (fault) return fault;
  if (!context.period) return undefined;
  return {
    measure: context.role.measure,
    period: context.period,
    group: context.group,
    basis: context.basis,
    cell: value,
    stated: context.role.stated || context.statedRow,
    label: context.label,
    at: cell.at,
  };
}

function countFault(cell: TextCell, value: NumberCell, { role, basis }: FigureContext): Finding | undefined {
  const { measure } = role;
  if (!MEASURE_IDS.has(measure)) return undefined;
  if (value.notation === 'percent')
    return finding('E071', `${quoted(cell.text)} is a percentage, and ${measure} is a count`, {
      at: cell.at,
    });
  if (value.value.compare(ZERO) < 0 && !MAY_BE_NEGATIVE.has(measure))
    return finding('E065', `${quoted(cell.text)} is negative, and ${measure} is a count`, { at: cell.at });
  if (basis === 'headcount' && value.value.d !== 1n && !NOT_PEOPLE.has(measure))
    return finding('E066', `${quoted(cell.text)} is not a whole number, and ${measure} is a headcount`, {
      at: cell.at,
      why: WHERE_BASIS_COMES_FROM,
    });
  return undefined;
}
