import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/check/index.ts';
import { CATALOGUE } from '../../../src/model/catalogue.ts';
import {
  findingName,
  findingsIn,
  findingsOf,
  inEditedBase,
  type RuleCase,
  type RuleCases,
} from '../../support/rule-cases.ts';
import { BOARD_CASES } from './board.ts';
import { CHANGE_CASES } from './changes.ts';
import { CONTINUITY_CASES } from './continuity.ts';
import { FIGURE_CASES } from './figures.ts';
import { MOVEMENT_CASES } from './movements.ts';
import { PROSE_CASES } from './prose.ts';
import { VALUE_CASES } from './values.ts';

const ALL: readonly RuleCases[] = [
  ...FIGURE_CASES,
  ...MOVEMENT_CASES,
  ...CONTINUITY_CASES,
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

  // The cases below are read from memory.
  it('finds on the disk what it finds in memory', async () => {
    const edits = [
      { file: 'workforce/2026-11-09/report.yaml', by: 'sponsor: [' },
      { file: 'workforce/2026-11-09/strangers.txt', by: 'x' },
    ];
    const found = await findingsIn(edits);
    expect(found).not.toEqual([]);
    expect(await inEditedBase(edits, findingsOf)).toEqual(found);
  });
});

describe('every rule', () => {
  it('has codes of its own, which are in the catalogue', () => {
    const codes = RULES.flatMap((one) => one.codes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(CATALOGUE).toHaveProperty(code);
  });

  it('has cases: one that it finds, one that it leaves alone, and one at the edge of rounding or why there is none', () => {
    const cases = new Map(ALL.flatMap((one) => one.codes.map((code) => [code, one] as const)));
    for (const { codes } of RULES)
      for (const code of codes) {
        const found = cases.get(code)?.fires.flatMap(({ finds = [] }) => finds.map((one) => one.slice(0, 4)));
        expect([code, found?.includes(code)]).toEqual([code, true]);
        expect([code, cases.get(code)?.quiet.length]).not.toEqual([code, 0]);
        expect([code, cases.get(code)?.edge.length]).not.toEqual([code, 0]);
      }
  });
});

describe.each(ALL.map((one) => [nameOf(one), one] as const))('%s', (_, { fires, quiet, edge }) => {
  const all: (readonly [string, RuleCase])[] = [
    ...fires.map((one) => [`finds: ${one.name}`, one] as const),
    ...quiet.map((one) => [`leaves alone: ${one.name}`, one] as const),
    ...(typeof edge === 'string' ? [] : edge.map((one) => [`at the edge: ${one.name}`, one] as const)),
  ];
  it.each(all)('%s', async (_name, { edits, finds = [], asOf }) => {
    const found = await findingsIn(edits, asOf);
    expect(found.map(findingName).sort()).toEqual([...finds].sort());
  });
});
