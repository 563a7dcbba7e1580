import type { Basis, Group } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Period } from '../../model/period.ts';
import { parseBasis } from '../grammar/basis.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import { headingKey, IGNORE } from '../table/heading-key.ts';
import { dateText } from '../table/dates.ts';
import type { Row, TextCell } from '../table/table.ts';
import { mappingHelp, roleOf, type FigureRole, type Words } from './columns.ts';
import { monthOf, writtenAsMonth, type Months } from './firsts-of-months.ts';
import type { Layout } from './layout.ts';
import { parseTablePeriod } from './period.ts';
import { TOTAL, WHOLE } from './vocabulary.ts';

/** What a row says of all its figures. */
export interface Subject {
  readonly group: Group;
  /** Whether the row is a printed total. */
  readonly stated: boolean;
  readonly basis?: { readonly value: Basis; readonly cell: TextCell };
  /** In a table with a period column. */
  readonly period?: Period;
  /** In a table with a measure column; absent for a row that is left out. */
  readonly figure?: FigureRole;
  /** The row's own wording of its measure. */
  readonly label: string;
}

/** Returns what a row is about, with what is wrong in its cells; what could not be read is absent. */
export function subjectOf(
  row: Row,
  { columns }: Layout,
  words: Words,
  months: Months,
): { readonly subject: Subject; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const cellOf = (kind: 'period' | 'measure' | 'basis') => {
    const column = columns.find((one) => one.role.kind === kind);
    return column && row.cells[column.index];
  };
  const [periodCell, basisCell, measureCell] = [cellOf('period'), cellOf('basis'), cellOf('measure')];
  const period = periodCell && periodOf(periodCell, months, findings);
  const basis = basisCell && basisOf(basisCell, findings);
  const figure = measureCell && figureOf(measureCell, words, findings);
  return {
    subject: {
      ...groupOf(row, columns),
      ...(period && { period }),
      ...(basis && { basis }),
      ...(figure && { figure }),
      label: measureCell?.text ?? '',
    },
    findings,
  };
}

/** Returns whether the configuration leaves a row out by the text of its period: `Total: ignore`. */
export function isLeftOut(row: Row, { columns }: Layout, { headings }: Words): boolean {
  const column = columns.find((one) => one.role.kind === 'period');
  const text = column && row.cells[column.index]?.text;
  return text !== undefined && headingKey(headings.get(headingKey(text))?.to ?? '') === IGNORE;
}

function groupOf(row: Row, columns: Layout['columns']): { group: Group; stated: boolean } {
  const group: Record<string, string> = {};
  let stated = false;
  for (const { role, index } of columns) {
    if (role.kind !== 'dimension') continue;
    const value = (row.cells[index]?.text ?? '').replace(/\s+/g, ' ');
    const word = headingKey(value);
    if (TOTAL.has(word)) stated = true;
    else if (!WHOLE.has(word)) group[role.name] = value;
  }
  return { group, stated };
}

function periodOf(cell: TextCell, months: Months, findings: Finding[]): Period | undefined {
  if (cell.text === '') {
    findings.push(finding('E080', 'the row has no period', { at: cell.at }));
    return undefined;
  }
  const reading = parseTablePeriod(dateText(cell));
  if (reading.ok) return (months.read ? monthOf(reading.value) : undefined) ?? reading.value;
  const problem = isFootnote(cell.text) ? { ...reading.problem, ...FOOTNOTE } : reading.problem;
  findings.push(problemAt(months.firsts ? writtenAsMonth(cell.text, problem) : problem, cell.at));
  return undefined;
}

const FOOTNOTE = {
  why: 'it looks like a footnote: a row of the table has the figures of a period',
  help: 'delete the row; a source or a note goes into report.yaml',
};

function isFootnote(text: string): boolean {
  return /^(?:(?:data )?sources?|(?:foot)?notes?|n\.?b\.?|please note|data (?:as at|from|provided)|prepared by)\b/i.test(
    text.trim(),
  );
}

function basisOf(cell: TextCell, findings: Finding[]): Subject['basis'] {
  if (cell.text === '') return undefined;
  const reading = parseBasis(cell.text);
  if (reading.ok) return { value: reading.value, cell };
  findings.push(problemAt(reading.problem, cell.at));
  return undefined;
}

function figureOf(cell: TextCell, words: Words, findings: Finding[]): FigureRole | undefined {
  if (cell.text === '') {
    findings.push(finding('E080', 'the row does not say what it measures', { at: cell.at }));
    return undefined;
  }
  const mapped = words.headings.get(headingKey(cell.text))?.to;
  const role = roleOf(mapped ?? cell.text, words.vocabulary);
  if (role?.kind === 'figure') return role;
  if (role?.kind === 'change') {
    findings.push(
      finding('E069', `the row ${quoted(cell.text)} holds changes, and no measure`, {
        at: cell.at,
        why: 'changes of a figure stand in a column of their own, beside the periods',
        help: `leave the row out, or map it to \`ignore\` under \`headings.${words.vocabulary.kind}\` in cip-report.yaml`,
      }),
    );
    return undefined;
  }
  // A text that is mapped to nothing known is reported once, with the configuration.
  const isReported = mapped !== undefined && role === undefined;
  if (role?.kind !== 'ignore' && !isReported) findings.push(unknownMeasure(cell, words));
  return undefined;
}

function unknownMeasure(cell: TextCell, words: Words): Finding {
  const thing = words.vocabulary.kind === 'workforce' ? 'measure' : 'indicator';
  return finding('E069', `the ${thing} ${quoted(cell.text)} is not known`, {
    at: cell.at,
    help: mappingHelp(cell.text, words, false),
  });
}
