import { PARTS, type Form, type Part } from '../compare/comparison.ts';
import type { ChangeLimit } from '../compare/side.ts';
import { formatList } from '../model/format.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { nearest } from '../model/suggest.ts';
import { parseNumber } from '../read/grammar/number.ts';
import { quoted } from '../read/grammar/reading.ts';
import type { DiffFormat } from './diff-formats.ts';
import { UsageError } from './exit-code.ts';
import { dateOption } from './papers-options.ts';
import type { PapersOptions } from './papers-request.ts';

/** The options as they are typed. */
export interface DiffOptions extends Omit<PapersOptions, 'all'> {
  readonly as?: Form;
  readonly sinceLastMeeting?: boolean;
  readonly only?: readonly string[];
  readonly tolerance?: string;
  readonly floor?: string;
  readonly renamed?: readonly string[];
  readonly table?: string;
  readonly format: DiffFormat;
  readonly out?: string;
  readonly browser?: string;
  readonly exitCode?: boolean;
}

/** The same, understood. */
export interface DiffRequest {
  readonly as: Form | undefined;
  readonly sinceLastMeeting: boolean;
  readonly workstream: string | undefined;
  readonly meeting: PlainDate | undefined;
  readonly asOf: PlainDate | undefined;
  readonly encoding: PapersOptions['encoding'];
  readonly parts: readonly Part[];
  readonly tolerance: ChangeLimit | undefined;
  readonly floor: ChangeLimit | undefined;
  /** As typed: what is meant depends on the members of the data. */
  readonly renamed: readonly string[];
  readonly table: string | undefined;
  readonly format: DiffFormat;
  readonly out: string | undefined;
  readonly browser: string | undefined;
  readonly exitCode: boolean;
}

/** Returns what the options ask for. Throws a UsageError on the first that cannot be, with what would be right. */
export function diffRequest(options: DiffOptions): DiffRequest {
  const { as, workstream, encoding, table, format, out, browser } = options;
  if (out !== undefined) refuseNoFile(out);
  if (out !== undefined && format === 'text')
    throw new UsageError(
      '--out is for a paper or a file, and --format text is for the terminal',
      `name the format too: ${formatForFile(out)}`,
    );
  if (browser !== undefined && format !== 'pdf')
    throw new UsageError('--browser is for --format pdf', 'leave it out, or name the format too');
  return {
    as,
    sinceLastMeeting: options.sinceLastMeeting === true,
    workstream,
    meeting: dateOption('--meeting', options.meeting),
    asOf: dateOption('--as-of', options.asOf),
    encoding,
    parts: partsOf(options.only),
    tolerance: limitOf('--tolerance', options.tolerance),
    floor: limitOf('--floor', options.floor),
    renamed: options.renamed ?? [],
    table,
    format,
    out,
    browser,
    exitCode: options.exitCode === true,
  };
}

function refuseNoFile(out: string): void {
  const help = 'name the file, as in --out changes.pdf';
  if (out.trim() === '') throw new UsageError('--out has no file name', help);
  if (/[\\/]$/.test(out)) throw new UsageError(`--out ${quoted(out)} is a folder`, help);
  if (out === '-') throw new UsageError('--out "-" is no file', 'leave out --out: the result goes to stdout');
}

const FORMAT_OF: Readonly<Record<string, DiffFormat>> = {
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  json: 'json',
  csv: 'csv',
  md: 'markdown',
};

function formatForFile(out: string): string {
  const format = FORMAT_OF[out.slice(out.lastIndexOf('.') + 1).toLowerCase()];
  return format === undefined ? '--format html, pdf, markdown, json or csv' : `--format ${format}`;
}

/** The parts in the order in which they are told, each once; all where none is named. */
function partsOf(only: readonly string[] | undefined): readonly Part[] {
  if (only === undefined) return PARTS;
  const names = only.flatMap((one) => one.split(',')).map((one) => one.trim().toLowerCase());
  for (const name of names) {
    if (PARTS.some((part) => part === name)) continue;
    const meant = nearest(name, PARTS);
    const all = `the parts are ${formatList(PARTS)}`;
    throw new UsageError(
      name === '' ? '--only: a part has no name' : `--only: there is no part ${quoted(name)}`,
      meant === undefined ? all : `did you mean ${meant}? ${all.charAt(0).toUpperCase()}${all.slice(1)}`,
    );
  }
  return PARTS.filter((part) => names.includes(part));
}

function limitOf(option: string, text: string | undefined): ChangeLimit | undefined {
  if (text === undefined) return undefined;
  const help = `write an amount such as ${option} 2 (workers, FTE, percentage points) or ${option} 5% (of what the figure was)`;
  const reading = parseNumber(text);
  if (!reading.ok || reading.value.unit !== undefined)
    throw new UsageError(`${option} ${quoted(text)} is no amount`, help);
  const { value, notation } = reading.value;
  if (value.compare(0) < 0)
    throw new UsageError(
      `${option} ${quoted(text)} is negative`,
      `an amount counts for changes up and down alike: ${help}`,
    );
  return { value, notation: notation === 'percent' ? 'percent' : 'plain', text: text.trim() };
}
