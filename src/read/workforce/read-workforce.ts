import type { Basis, Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { HeadingMap } from '../table/heading-key.ts';
import type { Row, Table } from '../table/table.ts';
import type { FigureRole } from './columns.ts';
import { readFigure, type FigureContext } from './figure.ts';
import { gathered } from './gathered.ts';
import { layoutOf, type Layout } from './layout.ts';
import { isLeftOut, subjectOf, type Subject } from './subject.ts';

type Result = Observation | Finding;

/**
 * Returns the figures of a workforce table in either shape: a row a period, or periods across with a measure column.
 * A row whose team, role or other dimension says `All` is about the whole; one that says `Total` is a printed total:
 * stated, compared with its parts and never used as data. `basis` holds where neither heading nor row names one.
 */
export function readWorkforce(
  table: Table,
  headings: HeadingMap,
  basis: Basis,
): { readonly observations: readonly Observation[]; readonly findings: readonly Finding[] } {
  const { layout, findings: headingFindings } = layoutOf(table, headings);
  if (!layout) return { observations: [], findings: headingFindings };
  const findings = [...headingFindings];
  const observations: Observation[] = [];
  for (const row of table.rows) {
    if (isLeftOut(row, layout, headings)) continue;
    const { subject, findings: faults } = subjectOf(row, layout, headings);
    findings.push(...faults);
    for (const result of figuresOf(row, layout, subject, basis))
      if ('code' in result) findings.push(result);
      else observations.push(result);
  }
  return { observations, findings: gathered(findings) };
}

function figuresOf(row: Row, { shape, columns }: Layout, subject: Subject, basis: Basis): Result[] {
  if (shape === 'row-a-period')
    return columns.flatMap(({ role, index, heading }) =>
      role.kind === 'figure'
        ? figureIn(row, index, role, subject, basis, { period: subject.period, label: heading.text })
        : [],
    );
  const { figure, label } = subject;
  if (!figure) return [];
  const clash = basisClash(figure, subject);
  if (clash) return [clash];
  return columns.flatMap(({ role, index }) =>
    role.kind === 'across'
      ? figureIn(row, index, figure, subject, basis, { period: role.period, label })
      : [],
  );
}

function figureIn(
  row: Row,
  index: number,
  role: FigureRole,
  subject: Subject,
  basis: Basis,
  own: Pick<FigureContext, 'period' | 'label'>,
): Result[] {
  const cell = row.cells[index];
  if (!cell) return [];
  const clash = basisClash(role, subject);
  if (clash) return [clash];
  const result = readFigure(cell, {
    ...own,
    role,
    group: subject.group,
    statedRow: subject.stated,
    basis: role.basis ?? subject.basis?.value ?? basis,
  });
  return result ? [result] : [];
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
