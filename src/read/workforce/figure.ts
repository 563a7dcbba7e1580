import type { NumberCell } from '../../model/cell.ts';
import type { MetricUnit } from '../../model/definition.ts';
import type { Basis, Group, Observation } from '../../model/dataset.ts';
import { ZERO } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Period } from '../../model/period.ts';
import { parseCell } from '../grammar/cell.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import type { TextCell } from '../table/table.ts';
import { splitBracket } from './bracket.ts';
import type { FigureRole } from './columns.ts';
import type { KnownFigure, Vocabulary } from './vocabulary.ts';

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
  readonly vocabulary: Vocabulary;
}

const WHERE_BASIS_COMES_FROM =
  'the basis of a figure comes from its heading, its basis column, or the workstream in cip-report.yaml';

/** Returns the observations that a cell gives, two for `4 (0 new)`, or what is wrong with it; none where its period is not known. */
export function readFigures(cell: TextCell, context: FigureContext): (Observation | Finding)[] {
  const known = context.vocabulary.figures.get(context.role.measure);
  const cells = splitBracket(cell, context.role, known);
  if ('code' in cells) return [cells];
  return cells.flatMap(({ cell: one, measure, word }) => {
    const label = word === undefined ? context.label : `${context.label} (${word})`;
    return readFigure(one, measure, { ...context, label }) ?? [];
  });
}

function readFigure(
  cell: TextCell,
  measure: string,
  context: FigureContext,
): Observation | Finding | undefined {
  const known = context.vocabulary.figures.get(measure);
  const reading = parseCell(cell.text, known?.unit);
  if (!reading.ok) return problemAt(reading.problem, cell.at);
  const { cell: value, unit } = reading.value;
  if (unit === 'fte' && context.basis === 'headcount')
    return finding('E067', `${quoted(cell.text)} is in fte, and this figure is a headcount`, {
      at: cell.at,
      why: WHERE_BASIS_COMES_FROM,
    });
  const fault = value.kind === 'number' && known ? valueFault(cell, value, known, context.basis) : undefined;
  if (fault) return fault;
  if (!context.period) return undefined;
  return {
    measure,
    period: context.period,
    group: context.group,
    basis: context.basis,
    cell: value,
    stated: context.role.stated || context.statedRow,
    label: context.label,
    at: cell.at,
  };
}

function valueFault(
  cell: TextCell,
  value: NumberCell,
  known: KnownFigure,
  basis: Basis,
): Finding | undefined {
  const { id } = known;
  const fault = unitFault(cell, value, known);
  if (fault) return fault;
  if (value.value.compare(ZERO) < 0 && !known.mayBeNegative)
    return finding('E065', `${quoted(cell.text)} is negative, and ${id} ${NOT_NEGATIVE[known.unit]}`, {
      at: cell.at,
      help: known.unit === 'count' ? undefined : 'correct the figure',
    });
  if (basis === 'headcount' && known.ofPeople && value.value.d !== 1n)
    return finding('E066', `${quoted(cell.text)} is not a whole number, and ${id} is a headcount`, {
      at: cell.at,
      why: WHERE_BASIS_COMES_FROM,
    });
  return undefined;
}

const NOT_NEGATIVE: Readonly<Record<MetricUnit, string>> = {
  count: 'is a count',
  share: 'is a share of a whole',
  ratio: 'is one count per another',
  money: 'is an amount in pounds',
  duration: 'is a length of time',
};

/** Returns what is wrong with the notation of a number: a percentage that is no share, or a share that is no percentage. */
export function unitFault(
  cell: TextCell,
  value: NumberCell,
  { id, unit }: Pick<KnownFigure, 'id' | 'unit'>,
): Finding | undefined {
  if (value.notation === 'percent' && unit === 'count')
    return finding('E071', `${quoted(cell.text)} is a percentage, and ${id} is a count`, { at: cell.at });
  if (value.notation === 'percent' && unit !== 'share')
    return finding('E092', `${quoted(cell.text)} is a percentage, and ${id} ${NOT_NEGATIVE[unit]}`, {
      at: cell.at,
      help: `correct the figure, or the unit of ${id} under \`indicators\` in cip-report.yaml`,
    });
  if (value.notation === 'plain' && unit === 'share' && value.value.compare(ZERO) !== 0)
    return finding('E092', `${quoted(cell.text)} has no % sign, and ${id} is a share`, {
      at: cell.at,
      why: `it may be ${cell.text}%, or that part of one`,
      help: `write it as a percentage, such as ${cell.text}%`,
    });
  return undefined;
}
