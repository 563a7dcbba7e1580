import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { SourceText } from '../../src/read/source-text.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';
import type { Tree } from '../../src/read/yaml/tree.ts';

/** Returns a YAML text as a tree; throws where it cannot be understood. */
export function yamlTree(text: string, file = 'cip-report.yaml'): Tree {
  const { tree, findings } = readYaml(new SourceText(file, text), DEFAULT_LIMITS);
  if (!tree || findings.length > 0) throw new Error(findings.map((one) => one.message).join('\n'));
  return tree;
}
