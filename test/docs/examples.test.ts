import { describe, expect, it } from 'vitest';
import {
  DEFINITION,
  INDICATORS,
  PRODUCT_MATRIX,
  SECTIONS_OF_TEXT,
  TARGETS,
  WORKSTREAM,
} from '../../scripts/docs/data-format-parts.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { readConfig } from '../../src/read/config/read-config.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { decode } from '../../src/read/decode.ts';
import { readPaper } from '../../src/read/paper.ts';
import { paperSettings } from '../../src/read/paper-settings.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';

const HEAD = `version: 1
organisation: Anytown Council
programme: Improvement Programme
board: { name: Improvement Board }`;

function treeOf(text: string) {
  const { source } = decode('cip-report.yaml', new TextEncoder().encode(text), 'utf-8');
  const { tree, findings } = readYaml(source!, DEFAULT_LIMITS);
  expect(findings).toEqual([]);
  return tree!;
}

describe("the documentation's examples", () => {
  const text = [HEAD, WORKSTREAM, PRODUCT_MATRIX, DEFINITION, INDICATORS, TARGETS].join('\n');
  const tree = treeOf(text);
  const { config, findings: faults } = readConfig(tree);
  const { paper, findings: paperFaults } = readPaper(
    treeOf(SECTIONS_OF_TEXT),
    paperSettings(tree, 'workforce'),
  );

  it('are read without a finding', () => {
    expect([...faults, ...paperFaults]).toEqual([]);
  });

  it('hold what they say', () => {
    const { matrix, targets, definitions } = config!.programme;
    expect(matrix?.cells).toHaveLength(25);
    expect(matrix?.cells.find((cell) => cell.likelihood === '4' && cell.impact === '4')).toMatchObject({
      score: '16',
      rating: 'red',
    });
    expect(targets.map((target) => target.id)).toEqual(['agency-15', 'convert-24', 'permanent-plan']);
    expect(targets[2]?.plan.map((step) => step.period.key)).toEqual(['2026-03', '2026-09']);
    expect(createRegistry(definitions).findings).toEqual([]);
    expect(config!.programme.indicators.map((one) => one.limits.length)).toEqual([1, 2, 0, 0]);
    expect(config!.workstreams[0]?.tables.map((one) => one.rows)).toEqual([
      { kind: 'members', dimension: 'team' },
      { kind: 'members', dimension: 'team' },
    ]);
    expect(paper?.sections.map((one) => one.id)).toEqual(['purpose', 'considerations', 'our-own']);
  });
});
