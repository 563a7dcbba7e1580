import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Dataset, Observation } from '../../src/model/dataset.ts';
import { exact, toFixed, type Exact } from '../../src/model/exact.ts';
import { hasErrors } from '../../src/model/finding.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import { copyExample, inTemporaryFolder } from '../support/program.ts';

/** A difference between two figures of the report, as a source prints it: in the figures' unit, or relative in percent. */
export interface Difference {
  readonly from: string;
  readonly to: string;
  readonly as: 'absolute' | 'relative';
}

/** Somebody else's figure, which the report sets beside the council's. */
export interface Other {
  readonly metric: string;
  readonly place: string;
  /** As the report labels it: `Sep 2023`. */
  readonly period: string;
}

type Printed = string | Difference | Other;

/**
 * One figure as a source prints it, and what the report gives for it at the same precision where that is something else.
 * A figure is named by its id in the report: `agency@2024-03[team=Assessment]`.
 */
export type SourceFigure =
  readonly [figure: Printed, printed: string] | readonly [figure: Printed, printed: string, given: string];

/** A table of a source document. Figures that stand only in its text are one table, called prose. */
export interface SourceTable {
  readonly name: string;
  /** How many numbers it prints, counted in the document. */
  readonly numbers: number;
  readonly figures: readonly SourceFigure[];
}

/** A source document and the example that is made from it. */
export interface SourceDocument {
  /** The example's folder. */
  readonly example: string;
  readonly workstream: string;
  readonly meeting: string;
  readonly tables: readonly SourceTable[];
  /** How many entries each list of the document has. */
  readonly lists: Readonly<Partial<Record<ListName, number>>>;
}

type ListName =
  'recommendations' | 'actions' | 'milestones' | 'risks' | 'targets' | 'questions' | 'resolutions';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

const reports = new Map<string, Promise<Report>>();

/**
 * Returns the report of an example as it stands in the repository, made once; fails with the findings where there is
 * none.
 */
export function exampleReport(document: SourceDocument): Promise<Report> {
  const { example, workstream, meeting } = document;
  const name = join(example, workstream, meeting);
  const report = reports.get(name) ?? built(join(EXAMPLES, example), document).then((made) => made.report);
  reports.set(name, report);
  return report;
}

/** Returns what an absolute difference of two figures is, for a source table. */
export function difference(from: string, to: string): Difference {
  return { from, to, as: 'absolute' };
}

/** Returns what a relative difference of two figures is, for a source table. */
export function relative(from: string, to: string): Difference {
  return { from, to, as: 'relative' };
}

/** Returns the same figure of several groups, members of one dimension, in the order of the printed numbers. */
export function across(
  figure: (member: string) => string,
  members: readonly string[],
  printed: readonly (string | readonly [printed: string, given: string])[],
): SourceFigure[] {
  if (members.length !== printed.length) throw new RangeError('one number is printed for each member');
  return printed.map((one, index): SourceFigure => {
    const id = figure(members[index] ?? '');
    return typeof one === 'string' ? [id, one] : [id, ...one];
  });
}

/** Tries that an example's report holds what its source document prints, and that none of it rests on stated figures. */
export function describeSource(document: SourceDocument): void {
  describe(`the source tables of examples/${document.example}`, () => {
    for (const table of document.tables) {
      it(`${table.name}: all ${table.numbers.toString()} numbers are in the report`, async () => {
        expect(table.figures).toHaveLength(table.numbers);
        const report = await exampleReport(document);
        expect(
          table.figures.map(([figure, printed]) => [figure, printedLike(report, figure, printed)]),
        ).toEqual(table.figures.map(([figure, printed, given]) => [figure, given ?? plain(printed)]));
      });
    }

    it('lists a figure as differing only where it differs', () => {
      const differing = document.tables.flatMap(({ figures }) => figures.filter((one) => one.length === 3));
      for (const [, printed, given] of differing) expect(given).not.toBe(plain(printed));
    });

    it('holds every entry of its lists', async () => {
      const report = await exampleReport(document);
      const lengths = Object.keys(document.lists).map((name) => [name, lengthOf(report, name as ListName)]);
      expect(Object.fromEntries(lengths)).toEqual(document.lists);
    });

    it('gives the same figures when everything that is only stated is taken out of its tables', async () => {
      await inTemporaryFolder(async (folder) => {
        const root = await copyExample(document.example, folder);
        const { report, dataset } = await built(root, document);
        const stated = statedIn(dataset, document);
        await withoutCells(root, stated);
        const bare = await built(root, document);
        expect(statedIn(bare.dataset, document)).toEqual([]);
        expect(bare.report.checked.recomputed).toBe(0);
        expect(results(bare.report)).toEqual(results(report));
      });
    });
  });
}

async function built(root: string, { workstream, meeting }: SourceDocument) {
  const { dataset, findings } = await readDataRepo(root);
  if (!dataset) throw new Error(`not read: ${JSON.stringify(findings)}`);
  const { report, findings: found } = buildReport(dataset, {
    workstream,
    meeting,
    version: '0.0.0',
    findings,
  });
  if (report) return { dataset, report };
  const errors = [...findings, ...found].filter((one) => hasErrors([one]));
  throw new Error(`no report: ${JSON.stringify(errors, null, 2)}`);
}

function lengthOf(report: Report, list: ListName): number {
  return list === 'risks' ? report.risks.open.length + report.risks.closed.length : report[list].length;
}

/** Returns the report's figure in the form of a printed one, at its precision; says so where there is none. */
function printedLike(report: Report, figure: Printed, printed: string): string {
  if (typeof figure !== 'string')
    return 'metric' in figure ? otherLike(report, figure, printed) : differenceLike(report, figure, printed);
  const found = report.figures[figure];
  if (!found) return 'absent';
  if (found.unit === 'duration') return found.text;
  const decimal = decimalOf(report, figure);
  return decimal ? textLike(decimal, printed) : found.text;
}

function differenceLike(report: Report, { from, to, as }: Difference, printed: string): string {
  const [before, now] = [decimalOf(report, from), decimalOf(report, to)];
  if (!before || !now) return 'one of the two figures is absent';
  const moved = now.sub(before);
  return textLike(as === 'relative' ? moved.div(before) : moved, printed);
}

function otherLike(report: Report, { metric, place, period }: Other, printed: string): string {
  const decimal = report.benchmarks
    .filter((one) => one.metric === metric)
    .flatMap((one) => one.rows)
    .find((row) => row.place === place && row.period === period)?.decimal;
  return decimal === undefined ? 'absent' : textLike(exact(decimal), printed);
}

function decimalOf({ figures }: Report, id: string): Exact | undefined {
  const result = figures[id]?.result;
  return result?.kind === 'number' ? exact(result.decimal) : undefined;
}

function textLike(value: Exact, printed: string): string {
  const isPercentage = printed.includes('%');
  const places = (/\.(\d+)/.exec(plain(printed))?.[1] ?? '').length;
  return `${toFixed(isPercentage ? value.mul(100) : value, places)}${isPercentage ? '%' : ''}`;
}

/** Returns a printed number without thousands separators, unit, currency and footnote marks. */
function plain(printed: string): string {
  return printed.replace(/[,£*]|fte$/gi, '');
}

function statedIn({ workstreams }: Dataset, document: SourceDocument): readonly Stated[] {
  const meeting = workstreams
    .find((one) => one.id === document.workstream)
    ?.meetings.find((one) => one.id === document.meeting);
  const figures = [...(meeting?.observations ?? []), ...(meeting?.indicators ?? [])];
  return [...figures.filter((one) => one.stated && one.cell.kind !== 'missing'), ...(meeting?.changes ?? [])];
}

/** A stated figure, or a stated change. */
type Stated = Pick<Observation, 'at'>;

/** Empties the cells at the places of figures, the last of a line first, so that the places before it hold. */
async function withoutCells(root: string, observations: readonly Stated[]): Promise<void> {
  const places = observations.map((one) => one.at).sort((a, b) => b.column - a.column);
  for (const file of new Set(places.map((place) => place.file))) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n');
    for (const { line, column, length } of places.filter((place) => place.file === file)) {
      const text = lines[line - 1] ?? '';
      lines[line - 1] = text.slice(0, column - 1) + text.slice(column - 1 + length);
    }
    await writeFile(join(root, file), lines.join('\n'));
  }
}

/** Returns what every figure of a report comes to, without what is stated of it. */
function results({ figures }: Report) {
  return Object.values(figures).map(({ id, result, text, source }) => ({ id, result, text, source }));
}
