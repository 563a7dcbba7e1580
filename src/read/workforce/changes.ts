import type { StatedChange } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods } from '../../model/period.ts';
import { parseChange } from '../grammar/change.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import type { Row, TextCell } from '../table/table.ts';
import type { ChangeRole, Reader } from './columns.ts';
import { periodsBeside, type Column, type Layout } from './layout.ts';
import { memberKey } from '../../model/member-key.ts';
import type { Subject } from './subject.ts';

/** A change, and the row that states it. */
export interface RowChange {
  readonly change: StatedChange;
  readonly subject: Subject;
}

/** What the table says of a change, whatever its cell holds. */
type Own = Pick<StatedChange, 'id' | 'from' | 'to' | 'basis' | 'label'>;

/** Returns the changes that the cells of a row state, and what is wrong in them; none for a cell that states none. */
export function changesIn(
  row: Row,
  { shape, columns }: Layout,
  subject: Subject,
  reader: Reader,
): (RowChange | Finding)[] {
  return columns.flatMap((column) => {
    const { role, index, heading } = column;
    const cell = row.cells[index];
    if (role.kind !== 'change' || !cell) return [];
    const own =
      shape === 'row-a-period'
        ? ofColumn(role, heading, subject, reader)
        : ofRow(column, columns, subject, reader);
    return own ? changeIn(cell, own, heading, subject, reader) : [];
  });
}

/**
 * Returns the changes with the period that each is measured from: where rows are periods, the one before of the same
 * group and figure, whichever way the rows are ordered; none where the table holds no earlier one.
 */
export function withPeriodBefore(
  changes: readonly RowChange[],
  subjects: readonly Subject[],
): StatedChange[] {
  const periods = new Map(
    [...groupBy(subjects, rowKey)].map(([key, all]) => [
      key,
      all.flatMap(({ period }) => period ?? []).sort(comparePeriods),
    ]),
  );
  return changes.map(({ change, subject }) => {
    if (change.from) return change;
    const from = periods.get(rowKey(subject))?.findLast((one) => one.end < change.to.end);
    return from ? { ...change, from } : change;
  });
}

function rowKey({ group, basis, figure }: Subject): string {
  const names = Object.entries(group).map(([dimension, name]) => `${dimension} ${memberKey(name)}`);
  return JSON.stringify([names.sort(), basis?.value ?? figure?.basis, figure?.measure]);
}

function ofColumn(role: ChangeRole, heading: TextCell, subject: Subject, reader: Reader): Own | undefined {
  if (role.measure === undefined || !subject.period) return undefined;
  return {
    id: role.measure,
    to: subject.period,
    basis: role.basis ?? subject.basis?.value ?? reader.basis,
    label: heading.text,
  };
}

function ofRow(
  { role, index }: Column,
  columns: readonly Column[],
  { figure, basis, period, label }: Subject,
  reader: Reader,
): Own | undefined {
  if (role.kind !== 'change' || !figure) return undefined;
  const of = { id: figure.measure, basis: figure.basis ?? basis?.value ?? reader.basis, label };
  const between = role.between ?? periodsBeside(columns, index);
  if (between) return { ...of, ...between };
  return period && { ...of, to: period };
}

function changeIn(
  cell: TextCell,
  own: Own,
  heading: TextCell,
  subject: Subject,
  { words: { vocabulary } }: Reader,
): (RowChange | Finding)[] {
  const reading = parseChange(cell.text, vocabulary.figures.get(own.id)?.unit);
  if (!reading.ok) return [problemAt(reading.problem, cell.at)];
  if (!reading.value) return [];
  const { unit, ...value } = reading.value;
  if (unit === 'fte' && own.basis === 'headcount')
    return [
      finding('E067', `${quoted(cell.text)} is in fte, and this figure is a headcount`, { at: cell.at }),
    ];
  const change = {
    ...own,
    ...value,
    ...(unit === 'fte' && { isFte: true as const }),
    group: subject.group,
    heading: heading.text,
    at: cell.at,
  };
  return [{ change, subject }];
}
