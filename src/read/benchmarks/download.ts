import type { FindingCode } from '../../model/catalogue.ts';
import type { Cell } from '../../model/cell.ts';
import type { Benchmark } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { monthPeriod, type Period } from '../../model/period.ts';
import { parseCell } from '../grammar/cell.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import { headingKey } from '../table/heading-key.ts';
import type { Row, Table, TextCell } from '../table/table.ts';
import { gathered } from '../workforce/gathered.ts';
import { KEY_COLUMNS, POPULATION, RATE_COLUMNS, SOURCE, type KeyColumn, type RateColumn } from './columns.ts';
import { isWanted, type Wanted } from './comparators.ts';

/** What is read of one download. */
export interface Download {
  readonly benchmarks: readonly Benchmark[];
  /** Every place that it has, by level: those that are not wanted as well. */
  readonly places: ReadonlyMap<Benchmark['level'], ReadonlySet<string>>;
  readonly findings: readonly Finding[];
}

/** Returns the headings by which a download is recognised, and which a table has. */
function keyColumnsOf(table: Table): KeyColumn[] {
  return KEY_COLUMNS.filter((name) => indexOf(table, name) >= 0);
}

/** Returns whether a table is, or is meant to be, a download of the DfE's statistics. */
export function isDownload(table: Table): boolean {
  return keyColumnsOf(table).length >= 2;
}

/**
 * Returns the rates of a download for England and the places that are wanted, each with its definition. Stocks are at
 * 30 September of the year that a row names, and flows over the year to it, so their period is that September.
 */
export function readDownload(table: Table, wanted: Wanted): Download {
  const findings: Finding[] = [];
  const places = new Map<Benchmark['level'], Set<string>>();
  const missing = [...KEY_COLUMNS, ...RATE_COLUMNS.map((one) => one.heading)].filter(
    (name) => indexOf(table, name) < 0,
  );
  if (missing.length > 0) return { benchmarks: [], places, findings: [columnsMissing(table, missing)] };
  const columns = RATE_COLUMNS.map((column) => ({ column, index: indexOf(table, column.heading) }));
  const reader = new RowReader(table);
  const benchmarks = table.rows.flatMap((row): Benchmark[] => {
    const place = reader.placeOf(row, findings);
    if (!place) return [];
    places.set(place.level, (places.get(place.level) ?? new Set()).add(place.place));
    if (!isWanted(place.place, place.level, wanted)) return [];
    const period = reader.periodOf(row, findings);
    if (!period) return [];
    return columns.flatMap(({ column, index }) =>
      rateOf(row.cells[index], column, { ...place, ...period }, findings),
    );
  });
  return { benchmarks, places, findings: gathered(findings, OF_ROWS, 'other cell') };
}

/** A file that was changed is wrong in many rows in one way. */
const OF_ROWS: ReadonlySet<FindingCode> = new Set(['E048', 'E060', 'E062', 'E080']);

type Subject = Pick<Benchmark, 'place' | 'level' | 'period' | 'periodLabel'>;

function rateOf(
  cell: TextCell | undefined,
  { metric, formula, basis, percent }: RateColumn,
  subject: Subject,
  findings: Finding[],
): Benchmark[] {
  if (!cell) return [];
  const reading = parseCell(cell.text);
  if (!reading.ok) {
    findings.push(problemAt(reading.problem, cell.at));
    return [];
  }
  const written = percent ? asPercentage(reading.value.cell) : reading.value.cell;
  if (written.kind === 'missing') return [];
  return [
    {
      metric,
      formula,
      basis,
      ...subject,
      cell: written,
      source: SOURCE,
      population: POPULATION,
      at: cell.at,
    },
  ];
}

/** The publisher writes percentages without their sign. */
function asPercentage(cell: Cell): Cell {
  if (cell.kind !== 'number' || cell.notation === 'percent') return cell;
  return { ...cell, value: cell.value.div(100), notation: 'percent' };
}

const LEVELS: ReadonlyMap<string, { level: Benchmark['level']; name: KeyColumn | 'England' }> = new Map([
  ['national', { level: 'england', name: 'England' }],
  ['regional', { level: 'region', name: 'region_name' }],
  ['local authority', { level: 'authority', name: 'la_name' }],
]);

class RowReader {
  readonly #index: Readonly<Record<KeyColumn, number>>;

  constructor(table: Table) {
    this.#index = {
      time_period: indexOf(table, 'time_period'),
      geographic_level: indexOf(table, 'geographic_level'),
      region_name: indexOf(table, 'region_name'),
      la_name: indexOf(table, 'la_name'),
    };
  }

  placeOf(row: Row, findings: Finding[]): Pick<Subject, 'place' | 'level'> | undefined {
    const written = this.#cell(row, 'geographic_level');
    const known = LEVELS.get(headingKey(written.text));
    if (!known) {
      findings.push(
        finding('E048', `${quoted(written.text)} is not a geographic level`, {
          at: written.at,
          why: 'the statistics have National, Regional and Local authority',
          help: 'download the file again, and leave it as it is',
        }),
      );
      return undefined;
    }
    if (known.name === 'England') return { level: known.level, place: known.name };
    const name = this.#cell(row, known.name);
    if (name.text !== '') return { level: known.level, place: name.text };
    findings.push(finding('E080', `the row does not say which ${known.level} it is about`, { at: name.at }));
    return undefined;
  }

  periodOf(row: Row, findings: Finding[]): { period: Period; periodLabel: string } | undefined {
    const year = this.#cell(row, 'time_period');
    const period = /^\d{4}$/.test(year.text) ? monthPeriod(Number(year.text), 9) : undefined;
    if (period) return { period, periodLabel: `${year.text} (30 September)` };
    findings.push(
      finding('E062', `${quoted(year.text)} is not a year of the statistics`, {
        at: year.at,
        why: 'the DfE counts social workers at 30 September, and names the year: 2024',
        help: 'download the file again, and leave it as it is',
      }),
    );
    return undefined;
  }

  #cell(row: Row, column: KeyColumn): TextCell {
    return row.cells[this.#index[column]] ?? { text: '', at: row.at };
  }
}

function indexOf(table: Table, name: string): number {
  return table.headings.findIndex((heading) => heading.text.toLowerCase() === name);
}

function columnsMissing(table: Table, missing: readonly string[]): Finding {
  const one = missing.length === 1;
  return finding('E095', `the download lacks the ${one ? 'column' : 'columns'} ${missing.join(', ')}`, {
    at: table.headings[0]?.at,
    why: `its headings are ${table.headings.map((heading) => heading.text).join(', ')}`,
  });
}
