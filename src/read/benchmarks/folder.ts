import { join } from 'node:path/posix';
import type { Benchmark } from '../../model/dataset.ts';
import { toDecimal } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { readCsv } from '../csv/read-csv.ts';
import { startOf, type Files } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { Limits } from '../limits.ts';
import { DATA_LIKE, PASSING } from '../strays.ts';
import type { Table } from '../table/table.ts';
import type { Tree } from '../yaml/tree.ts';
import { KEY_COLUMNS } from './columns.ts';
import { missingComparators, wantedPlaces } from './comparators.ts';
import { isDownload, readDownload, type Download } from './download.ts';

/** The folder of downloads at the root of a data repo. */
export const BENCHMARKS_FOLDER = 'benchmarks';

/** What all downloads give together. */
interface Gathered {
  readonly benchmarks: Benchmark[];
  /** Every place that one of them has. */
  readonly places: Map<Benchmark['level'], Set<string>>;
  /** Whether one of them has faults: a place that is missing may well be in a row that could not be read. */
  isFaulty: boolean;
}

/** Returns the benchmarks of all downloads, for England and the comparators of the configuration. Reports all faults. */
export async function readBenchmarksFolder(
  tree: Tree,
  context: { readonly files: Files; readonly limits: Limits },
): Promise<readonly Benchmark[]> {
  const { files } = context;
  const entries = (await files.list(BENCHMARKS_FOLDER)) ?? [];
  const wanted = wantedPlaces(tree);
  const gathered: Gathered = { benchmarks: [], places: new Map(), isFaulty: false };
  for (const { name, isFolder } of entries) {
    if (isFolder || !DATA_LIKE.test(name) || PASSING.test(name)) continue;
    const table = await tableIn(name, context);
    if (table) add(gathered, readDownload(table, wanted), files);
  }
  if (gathered.places.size > 0 && !gathered.isFaulty)
    files.reportAll(missingComparators(wanted, gathered.places));
  const { kept, findings } = once(gathered.benchmarks);
  files.reportAll(findings);
  return kept;
}

function add(gathered: Gathered, download: Download, files: Files): void {
  const { benchmarks, places } = gathered;
  if (download.findings.length > 0) gathered.isFaulty = true;
  files.reportAll(download.findings);
  for (const one of download.benchmarks) benchmarks.push(one);
  for (const [level, names] of download.places)
    places.set(level, new Set([...(places.get(level) ?? []), ...names]));
}

/** Returns the table of a file where it is a download; one that is something else is reported. */
async function tableIn(
  name: string,
  { files, limits }: { readonly files: Files; readonly limits: Limits },
): Promise<Table | undefined> {
  const path = join(BENCHMARKS_FOLDER, name);
  if (!name.toLowerCase().endsWith('.csv')) {
    files.report(notRead(path, name));
    return undefined;
  }
  const source = await files.read(path);
  if (!source) return undefined;
  const { table, findings } = readCsv(source, limits);
  files.reportAll(findings);
  if (!table || isDownload(table)) return table;
  files.report(notRead(path, name));
  return undefined;
}

function notRead(path: string, name: string): Finding {
  return finding('W013', `${quoted(name)} is not read: it is no download of a kind that is known`, {
    at: startOf(path),
    why: `a download of the DfE's Children's social work workforce is a .csv with the columns ${KEY_COLUMNS.join(', ')}`,
  });
}

/**
 * Returns each benchmark once, with a finding for each pair of files that give different figures for the same. Where
 * two releases agree, one is enough.
 */
function once(benchmarks: readonly Benchmark[]): {
  readonly kept: readonly Benchmark[];
  readonly findings: readonly Finding[];
} {
  const given = new Map<string, Benchmark>();
  const clashes: { readonly one: Benchmark; readonly earlier: Benchmark }[] = [];
  for (const one of benchmarks) {
    const key = JSON.stringify([one.metric, one.basis, one.level, one.place, one.period.key]);
    const earlier = given.get(key);
    if (!earlier) given.set(key, one);
    else if (cellText(one) !== cellText(earlier)) clashes.push({ one, earlier });
  }
  const pairs = groupBy(clashes, ({ one, earlier }) => JSON.stringify([one.at.file, earlier.at.file]));
  const findings = [...pairs.values()].flatMap(([first, ...others]) =>
    first ? [givenTwice(first.one, first.earlier, others.length)] : [],
  );
  return { kept: [...given.values()], findings };
}

function cellText({ cell }: Benchmark): string {
  return cell.kind === 'number' ? toDecimal(cell.value) : cell.kind === 'marker' ? cell.marker : '';
}

function givenTwice(one: Benchmark, earlier: Benchmark, others: number): Finding {
  const figure = `${one.metric} (${one.basis ?? ''}) of ${one.place}, ${one.periodLabel ?? one.period.key}`;
  const rest = others === 0 ? ' is' : ` and ${plural(others, 'other figure')} are`;
  const isOneFile = one.at.file === earlier.at.file;
  return finding('E096', `${figure}${rest} given twice, with different figures`, {
    at: one.at,
    related: [earlier.at],
    help: isOneFile ? 'download the file again, and leave it as it is' : undefined,
  });
}
