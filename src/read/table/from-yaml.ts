import { finding, type Finding } from '../../model/finding.ts';
import { startOf } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { Limits } from '../limits.ts';
import type { MapTree, ScalarTree, Tree } from '../yaml/tree.ts';
import type { Row, Table, TextCell } from './table.ts';

/**
 * Returns a YAML list of maps as a table: each key is a heading, each map a row. A value is a text or number, and under
 * a heading of which `holdsList` is true also a list of these. A row with anything else in it is reported and left out.
 */
export function tableFromYaml(
  file: string,
  tree: Tree,
  limits: Limits,
  holdsList: (heading: string) => boolean = () => false,
): { readonly table: Table | undefined; readonly findings: readonly Finding[] } {
  const fault = shapeFault(file, tree, limits);
  if (fault || tree.kind !== 'list') return { table: undefined, findings: fault ? [fault] : [] };
  const findings: Finding[] = [];
  const maps = tree.items.filter((item): item is MapTree => {
    if (item.kind === 'map') return true;
    findings.push(
      finding('E047', 'this entry is not a row', { at: item.at, help: 'write it as a map, - Reference: …' }),
    );
    return false;
  });
  const headings = headingsOf(maps);
  const names = [...headings.keys()];
  const rows = maps.flatMap((map) => rowOf(map, names, holdsList, findings) ?? []);
  return { table: { file, headings: [...headings.values()], rows }, findings };
}

function shapeFault(file: string, tree: Tree, limits: Limits): Finding | undefined {
  if (tree.kind !== 'list')
    return finding('E047', 'a table in YAML is a list with an entry for each row', {
      at: startOf(file),
      help: 'start each row with a dash: - Reference: …',
    });
  if (tree.items.length === 0) return finding('E020', 'the table has no rows', { at: startOf(file) });
  const beyond = tree.items[limits.rows];
  return beyond && finding('E031', `the table has more than ${limits.rows} rows`, { at: beyond.at });
}

function headingsOf(maps: readonly MapTree[]): Map<string, TextCell> {
  const headings = new Map<string, TextCell>();
  for (const map of maps)
    for (const entry of map.entries.values())
      if (!headings.has(entry.key)) headings.set(entry.key, { text: entry.key.trim(), at: entry.keyAt });
  return headings;
}

function rowOf(
  map: MapTree,
  names: readonly string[],
  holdsList: (heading: string) => boolean,
  findings: Finding[],
): Row | undefined {
  const before = findings.length;
  const cells = names.map((name): TextCell => {
    const value = map.entries.get(name)?.value;
    if (!value) return { text: '', at: map.at };
    if (value.kind === 'scalar') return scalarCell(value);
    if (value.kind === 'list' && holdsList(name))
      return { text: '', at: value.at, items: value.items.flatMap((item) => itemOf(name, item, findings)) };
    const wanted = holdsList(name) ? 'a text or a list of texts' : 'a text or a number';
    findings.push(
      finding('E047', `${quoted(name)} is a ${value.kind}, and ${wanted} is wanted`, { at: value.at }),
    );
    return { text: '', at: value.at };
  });
  return findings.length > before ? undefined : { at: map.at, cells };
}

function itemOf(name: string, item: Tree, findings: Finding[]): TextCell[] {
  if (item.kind === 'scalar' && item.text.trim() !== '') return [scalarCell(item)];
  const written = item.kind === 'scalar' ? 'empty' : `a ${item.kind}`;
  findings.push(
    finding('E047', `an entry of ${quoted(name)} is ${written}, and a text is wanted`, {
      at: item.at,
      help: 'write each entry as a text behind a dash, in quotation marks where it holds ": " or braces',
    }),
  );
  return [];
}

function scalarCell({ text, at, lines }: ScalarTree): TextCell {
  const trimmed = text.trim();
  // Lines are counted from the start of the text: white space before it would move them.
  const known = text.startsWith(trimmed) ? lines : undefined;
  return { text: trimmed, at, ...(known && { lines: known }) };
}
