import { readCsv } from '../../src/read/csv/read-csv.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { SourceText } from '../../src/read/source-text.ts';
import { tableFromYaml } from '../../src/read/table/from-yaml.ts';
import type { Table } from '../../src/read/table/table.ts';
import type { Tree } from '../../src/read/yaml/tree.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';

/** Returns the table of a CSV text; throws where there is none. */
export function csvTable(text: string, file = 'table.csv'): Table {
  const { table, findings } = readCsv(new SourceText(file, text), DEFAULT_LIMITS);
  if (table && findings.length === 0) return table;
  throw new Error(findings.map((one) => one.message).join('; '));
}

/** Returns the tree of a YAML text; throws where there is none. */
export function yamlTree(text: string, file = 'table.yaml'): Tree {
  const { tree, findings } = readYaml(new SourceText(file, text), DEFAULT_LIMITS);
  if (tree && findings.length === 0) return tree;
  throw new Error(findings.map((one) => one.message).join('; '));
}

/** Returns the table of a YAML text, with what is wrong with it. */
export function yamlTable(text: string, holdsList?: (heading: string) => boolean) {
  return tableFromYaml('table.yaml', yamlTree(text), DEFAULT_LIMITS, holdsList);
}
