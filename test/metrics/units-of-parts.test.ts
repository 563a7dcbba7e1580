import { describe, expect, it } from 'vitest';
import { createRegistry, kindOf } from '../../src/metrics/registry.ts';
import type { Indicator } from '../../src/model/dataset.ts';
import type { MetricUnit } from '../../src/model/definition.ts';
import { readVocabularies } from '../../src/read/config/vocabularies.ts';
import { place } from '../support/dataset.ts';
import { yamlTree } from '../support/yaml.ts';

const PARTS: readonly (readonly [MetricUnit, MetricUnit, MetricUnit])[] = [
  ['money', 'money', 'count'],
  ['duration', 'duration', 'count'],
  ['share', 'count', 'count'],
  ['ratio', 'count', 'count'],
];

function indicator(unit: MetricUnit): Indicator {
  return {
    id: 'cost',
    at: place(1),
    label: 'Cost',
    unit,
    places: 0,
    direction: 'lower',
    nature: 'flow',
    description: 'A cost.',
    parts: { numerator: 'Spent', denominator: 'Posts' },
    limits: [],
    workstreams: [],
  };
}

describe('the parts of an indicator', () => {
  it.each(PARTS)('of %s are %s and %s, to the reader of tables and to the registry', (unit, ...units) => {
    const text = `indicators:\n  - { id: cost, label: Cost, unit: ${unit}, numerator: Spent, denominator: Posts }\n`;
    const { names } = readVocabularies(yamlTree(text)).indicators;
    const { registry } = createRegistry([], {}, { indicators: [indicator(unit)] });
    const ids = ['cost_numerator', 'cost_denominator'];
    expect(ids.map((id) => kindOf(registry, id)?.unit)).toEqual(units);
    expect(['spent', 'posts'].map((name) => names.get(name))).toEqual(ids);
    expect(ids.map((id) => readVocabularies(yamlTree(text)).indicators.figures.get(id)?.unit)).toEqual(units);
  });
});
