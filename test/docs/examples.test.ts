import { describe, expect, it } from 'vitest';
import { DEFINITION, PRODUCT_MATRIX, TARGETS } from '../../scripts/docs/data-format-parts.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { readConfig } from '../../src/read/config/read-config.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { decode } from '../../src/read/decode.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';

const HEAD = `version: 1
organisation: Anytown Council
programme: Improvement Programme
board: { name: Improvement Board }
workstreams: { workforce: { title: Workforce, population: social workers, basis: fte } }
`;

describe("the documentation's examples", () => {
  const text = [HEAD, PRODUCT_MATRIX, DEFINITION, TARGETS].join('\n');
  const { source } = decode('cip-report.yaml', new TextEncoder().encode(text), 'utf-8');
  const { tree, findings } = readYaml(source!, DEFAULT_LIMITS);
  const { config, findings: faults } = readConfig(tree!);

  it('are read without a finding', () => {
    expect([...findings, ...faults]).toEqual([]);
  });

  it('hold what they say', () => {
    const { matrix, targets, definitions } = config!.programme;
    expect(matrix?.cells).toHaveLength(25);
    expect(matrix?.cells.find((cell) => cell.likelihood === '4' && cell.impact === '4')).toMatchObject({
      score: '16',
      rating: 'red',
    });
    expect(targets.map((target) => target.id)).toEqual(['agency-15', 'convert-24']);
    expect(createRegistry(definitions).findings).toEqual([]);
  });
});
