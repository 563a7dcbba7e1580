import type { Benchmark } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Period } from '../../model/period.ts';
import { fold, nearest } from '../../model/suggest.ts';
import { parseBasis } from '../grammar/basis.ts';
import { parseCell } from '../grammar/cell.ts';
import { problemAt, quoted, unread, type Reading } from '../grammar/reading.ts';
import { readStatus, type StatusWords } from '../status.ts';
import { emptyCells } from '../table/cells.ts';
import { readFields, type FieldRow, type FieldSet } from '../table/fields.ts';
import { headingKey, type HeadingMap } from '../table/heading-key.ts';
import type { Table, TextCell } from '../table/table.ts';
import { unitFault } from '../workforce/figure.ts';
import { dateText } from '../table/dates.ts';
import { parseTablePeriod } from '../workforce/period.ts';
import type { KnownFigure, Vocabulary } from '../workforce/vocabulary.ts';

type Field =
  'measure' | 'place' | 'level' | 'period' | 'value' | 'basis' | 'formula' | 'source' | 'population';

export const BENCHMARK_FIELDS: FieldSet<Field> = {
  name: 'a table of benchmarks',
  known: {
    measure: ['Measure', 'Metric', 'Indicator', 'Figure'],
    place: ['Place', 'Area', 'Council', 'Authority', 'Local authority', 'Comparator', 'Whose'],
    level: ['Level', 'Geographic level', 'Kind of place'],
    period: ['Period', 'Year', 'Month', 'Quarter', 'Date'],
    value: ['Value', 'Rate'],
    basis: ['Basis', 'Counted as'],
    formula: ['Formula', 'Definition'],
    source: ['Source', 'Publisher', 'Published by'],
    population: ['Population', 'Who is counted'],
  },
  required: ['measure', 'place', 'period', 'value', 'source'],
};

const LEVELS: StatusWords<Benchmark['level']> = {
  england: ['England', 'National'],
  region: ['Region', 'Regional'],
  authority: ['Authority', 'Local authority', 'Council'],
  other: ['Other', 'Statistical neighbours', 'Neighbours'],
};

/** Returns others' figures of a meeting's table. The level is optional: of England it is known, of others it is `other`. */
export function readBenchmarks(
  table: Table,
  headings: HeadingMap,
  vocabulary: Vocabulary,
): { readonly rows: readonly Benchmark[]; readonly findings: readonly Finding[] } {
  const { rows: written, findings: columnFindings } = readFields(table, BENCHMARK_FIELDS, headings);
  const findings = [...columnFindings];
  const rows = written.flatMap((row) => benchmarkOf(row, vocabulary, findings) ?? []);
  return { rows, findings: [...findings, ...givenTwice(rows)] };
}

function givenTwice(rows: readonly Benchmark[]): Finding[] {
  const keyOf = ({ metric, basis, formula, place, period }: Benchmark) =>
    JSON.stringify([metric, basis, formula, fold(place), period.key]);
  return [...groupBy(rows, keyOf).values()].flatMap(([first, ...others]) =>
    others.map((one) =>
      finding('E068', `${one.metric} of ${one.place}, ${formatPeriod(one.period)}, is given twice`, {
        at: one.at,
        related: first ? [first.at] : [],
      }),
    ),
  );
}

type Cells = FieldRow<Field>['cells'];

function benchmarkOf(
  { cells }: FieldRow<Field>,
  vocabulary: Vocabulary,
  findings: Finding[],
): Benchmark | undefined {
  const before = findings.length;
  findings.push(...emptyCells(cells, BENCHMARK_FIELDS.required, 'a benchmark'));
  const { measure, value } = cells;
  const figure = measure && figureOf(measure, vocabulary, findings);
  const cell = value && valueOf(value, figure, findings);
  const level = levelOf(cells, findings);
  const basis = optional(cells.basis, (one) => parseBasis(one.text), findings);
  const period = optional(cells.period, (one) => periodReading(dateText(one)), findings);
  if (findings.length > before || !figure || !cell || !period) return undefined;
  const text = (field: Field) => cells[field]?.text ?? '';
  return {
    metric: figure.id,
    ...(text('formula') !== '' && { formula: text('formula') }),
    ...(basis && { basis }),
    place: text('place'),
    level,
    period,
    cell,
    source: text('source'),
    ...(text('population') !== '' && { population: text('population') }),
    at: value.at,
  };
}

function figureOf(
  cell: TextCell,
  { names, figures }: Vocabulary,
  findings: Finding[],
): KnownFigure | undefined {
  if (cell.text === '') return undefined;
  const figure = figures.get(names.get(headingKey(cell.text)) ?? '');
  if (figure) return figure;
  const meant = nearest(cell.text, [...names.keys()]);
  findings.push(
    finding('E069', `the measure ${quoted(cell.text)} is not known`, {
      at: cell.at,
      help:
        meant === undefined
          ? 'name a measure, a metric or an indicator of cip-report.yaml by its id or label'
          : `did you mean ${quoted(meant)}?`,
    }),
  );
  return undefined;
}

function valueOf(
  cell: TextCell,
  figure: KnownFigure | undefined,
  findings: Finding[],
): Benchmark['cell'] | undefined {
  const reading = parseCell(cell.text, figure?.unit);
  if (!reading.ok) {
    findings.push(problemAt(reading.problem, cell.at));
    return undefined;
  }
  const value = reading.value.cell;
  const fault = figure && value.kind === 'number' ? unitFault(cell, value, figure) : undefined;
  if (fault) findings.push(fault);
  return value;
}

function levelOf({ level, place }: Cells, findings: Finding[]): Benchmark['level'] {
  const isEngland = place !== undefined && fold(place.text) === 'england';
  if (!level || level.text === '') return isEngland ? 'england' : 'other';
  return optional(level, (cell) => readStatus(cell, LEVELS, 'level'), findings) ?? 'other';
}

/** A year alone is a period of others' figures more often than of one's own: it is said how to write what is meant. */
function periodReading(text: string): Reading<Period> {
  const reading = parseTablePeriod(text);
  if (reading.ok || !/^(?:19|20|21)\d{2}$/.test(text)) return reading;
  return unread('E062', `${quoted(text)} is not a date or a period`, {
    why: 'a year alone may be a calendar year, a financial year or the year of a count',
    help: `write Sep ${text} for a count at 30 September ${text}, or the financial year as in 2023/24`,
  });
}

function optional<T>(
  cell: TextCell | undefined,
  parse: (cell: TextCell) => Reading<T>,
  findings: Finding[],
): T | undefined {
  if (!cell || cell.text === '') return undefined;
  const reading = parse(cell);
  if (reading.ok) return reading.value;
  findings.push(problemAt(reading.problem, cell.at));
  return undefined;
}
