import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/check/index.ts';
import { CATALOGUE } from '../../../src/model/catalogue.ts';
import { findingName, findingsIn, type RuleCase, type RuleCases } from '../../support/rule-cases.ts';
import { BOARD_CASES } from './board.ts';
import { CHANGE_CASES } from './changes.ts';
import { FIGURE_CASES } from './figures.ts';
import { MOVEMENT_CASES } from './movements.ts';
import { PROSE_CASES } from './prose.ts';
import { VALUE_CASES } from './values.ts';

const ALL: readonly RuleCases[] = [
  ...FIGURE_CASES,
  ...MOVEMENT_CASES,
  ...CHANGE_CASES,
  ...BOARD_CASES,
  ...PROSE_CASES,
  ...VALUE_CASES,
];

const nameOf = ({ codes }: Pick<RuleCases, 'codes'>): string => codes.join(' ');

describe('the base repo', () => {
  it('gives no finding at all', async () => {
    expect(await findingsIn([])).toEqual([]);
  });
});

describe('every rule', () => {
  it('has codes of its own, which are in the catalogue', () => {
    const codes = RULES.flatMap((one) => one.codes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(CATALOGUE).toHaveProperty(code);
  });
});

describe.each(ALL.map((one) => [nameOf(one), one] as const))('%s', (_, { codes, fires, quiet, edge }) => {
  const all: (readonly [string, RuleCase])[] = [
    ...fires.map((one) => [`finds: ${one.name}`, one] as const),
    ...quiet.map((one) => [`leaves alone: ${one.name}`, one] as const),
    ...(typeof edge === 'string' ? [] : edge.map((one) => [`at the edge: ${one.name}`, one] as const)),
  ];
  it.each(all)('%s', async (_name, { edits, finds = [] }) => {
    const found = await findingsIn(edits);
    expect(found.map(findingName).sort()).toEqual([...finds].sort());
  });

  it('has a case that fires for each of its codes', () => {
    const found = fires.flatMap(({ finds = [] }) => finds.map((one) => one.slice(0, 4)));
    for (const code of codes) expect(found).toContain(code);
    expect(quiet.length).toBeGreaterThan(0);
  });
});
