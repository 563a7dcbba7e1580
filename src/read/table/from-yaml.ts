import { finding, type Finding } from '../../model/finding.ts';
import { startOf } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { Limits } from '../limits.ts';
import type { MapTree, Tree } from '../yaml/tree.ts';
import type { Row, Table, TextCell } from './table.ts';

/** Returns a YAML list of maps as a table: each key is a heading, each map a row. */
export function tableFromYaml(
  file: string,
  tree: Tree,
  limits: Limits,
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
  const rows = maps.map((map) => rowOf(map, names, findings));
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

function rowOf(map: MapTree, names: readonly string[], findings: Finding[]): Row {
  const cells = names.map((name): TextCell => {
    const entry = map.entries.get(name);
    if (!entry) return { text: '', at: map.at };
    if (entry.value.kind === 'scalar') return { text: entry.value.text.trim(), at: entry.value.at };
    findings.push(
      finding('E047', `${quoted(name)} is a ${entry.value.kind}, and a text or a number is wanted`, {
        at: entry.value.at,
      }),
    );
    return { text: '', at: entry.value.at };
  });
  return { at: map.at, cells };
}
