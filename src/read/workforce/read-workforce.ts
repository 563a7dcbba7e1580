import type { Observation, StatedChange } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { Row, Table } from '../table/table.ts';
import { changesIn, withPeriodBefore, type RowChange } from './changes.ts';
import type { FigureRole, Reader } from './columns.ts';
import { readFigures, type FigureContext } from './figure.ts';
import { gathered } from './gathered.ts';
import { isOfFirsts } from './firsts-of-months.ts';
import { layoutOf, type Layout } from './layout.ts';
import { isLeftOut, subjectOf, type Subject } from './subject.ts';
import { valuesOf } from './values.ts';

type Result = Observation | Finding;

/** The figures of a table, and what is wrong with it. */
interface FiguresRead {
  readonly observations: readonly Observation[];
  /** Changes that its columns state. */
  readonly changes: readonly StatedChange[];
  readonly findings: readonly Finding[];
  /** Whether every heading is understood; else figures may seem to be given twice that are of different groups. */
  readonly understood: boolean;
}

/**
 * Returns the figures of a table of the workforce or of indicators, in any shape: a row a period, periods across with a
 * measure column, or a row a value. A row whose team, role or other dimension says `All` is about the whole; one that
 * says `Total` is a printed total: stated, compared with its parts and never used as data.
 */
export function readWorkforce(table: Table, reader: Reader): FiguresRead {
  const { words } = reader;
  const { layout, findings: headingFindings, understood } = layoutOf(table, words);
  if (!layout) return { observations: [], changes: [], findings: headingFindings, understood };
  const findings = [...headingFindings];
  const observations: Observation[] = [];
  const changes: RowChange[] = [];
  const subjects: Subject[] = [];
  const firsts = isOfFirsts(table, layout);
  const months = { firsts, read: firsts && reader.dayFirst === true };
  for (const row of table.rows) {
    if (isLeftOut(row, layout, words)) continue;
    const { subject, findings: faults } = subjectOf(row, layout, words, months);
    findings.push(...faults);
    for (const result of figuresOf(row, layout, subject, reader))
      if ('code' in result) findings.push(result);
      else observations.push(result);
    subjects.push(subject);
    for (const result of changesIn(row, layout, subject, reader))
      if ('code' in result) findings.push(result);
      else changes.push(result);
  }
  return {
    observations,
    changes: withPeriodBefore(changes, subjects),
    findings: gathered(findings),
    understood,
  };
}

function figuresOf(row: Row, { shape, columns }: Layout, subject: Subject, reader: Reader): Result[] {
  if (shape === 'row-a-period')
    return columns.flatMap(({ role, index, heading }) =>
      role.kind === 'figure'
        ? figureIn(row, index, role, subject, reader, { period: subject.period, label: heading.text })
        : [],
    );
  const { figure, label } = subject;
  if (!figure) return [];
  if (shape === 'long') {
    const { values, findings } = valuesOf(row, columns, figure, reader.words.vocabulary);
    const own = { period: subject.period, label };
    return [
      ...findings,
      ...values.flatMap(({ index, role }) => figureIn(row, index, role, subject, reader, own)),
    ];
  }
  const clash = basisClash(figure, subject);
  if (clash) return [clash];
  return columns.flatMap(({ role, index }) =>
    role.kind === 'across'
      ? figureIn(row, index, figure, subject, reader, { period: role.period, label })
      : [],
  );
}

function figureIn(
  row: Row,
  index: number,
  role: FigureRole,
  subject: Subject,
  { words, basis }: Reader,
  own: Pick<FigureContext, 'period' | 'label'>,
): Result[] {
  const cell = row.cells[index];
  if (!cell) return [];
  const clash = basisClash(role, subject);
  if (clash) return [clash];
  return readFigures(cell, {
    ...own,
    role,
    group: subject.group,
    statedRow: subject.stated,
    basis: role.basis ?? subject.basis?.value ?? basis,
    vocabulary: words.vocabulary,
  });
}

function basisClash(role: FigureRole, { basis }: Subject): Finding | undefined {
  if (!basis || role.basis === undefined || role.basis === basis.value) return undefined;
  return finding(
    'E067',
    `the row is ${quoted(basis.cell.text)}, and its figure of ${role.measure} is ${role.basis}`,
    {
      at: basis.cell.at,
      why: 'the heading and the basis column name different bases',
    },
  );
}
