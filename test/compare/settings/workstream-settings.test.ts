import { describe, expect, it } from 'vitest';
import {
  compareWorkstreamSettings,
  workstreamSettingsOf,
} from '../../../src/compare/settings/workstream-settings.ts';
import type { Target, Workstream } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import { month, place, target } from '../../support/dataset.ts';
import { mirrored, pairOf, put, repo } from './sides.ts';

const AGENCY = { label: 'Agency workers at most 10%' };
const PLAN = [
  { period: month('2021-06'), value: exact('0.15'), at: place(1) },
  { period: month('2021-09'), value: exact('0.12'), at: place(2) },
];

const side = (targets: readonly Partial<Target>[], of: Partial<Workstream> = {}) =>
  repo({ targets: targets.map((one) => target({ ...AGENCY, ...one })) }, {}, of);

const CASES: readonly [string, ReturnType<typeof side>, ReturnType<typeof side>, string[]][] = [
  [
    'level and date',
    side([{}]),
    side([{ value: exact('0.12'), by: month('2023-02') }]),
    ['Target "Agency workers at most 10%": now 12% by Feb 2023; it was 10% by Feb 2022'],
  ],
  ['the same level', side([{}]), side([{ value: exact('0.10'), at: place(9) }]), []],
  [
    'group and way',
    side([{}]),
    side([{ of: { team: 'Duty' }, direction: 'higher' }]),
    [
      'Target "Agency workers at most 10%": now a level to stay at or above, of team Duty; it was a level to stay at or below, of the whole workforce',
    ],
  ],
  [
    'a plan',
    side([{}]),
    side([{ plan: PLAN }]),
    [
      'Target "Agency workers at most 10%": now planned at 15% by Jun 2021 and 12% by Sep 2021; it was without a plan',
    ],
  ],
  ['a plan in another order', side([{ plan: PLAN }]), side([{ plan: PLAN.toReversed() }]), []],
  [
    'a new target and one that is gone',
    side([{}]),
    side([{ id: 'agency-5', value: exact('0.05') }]),
    [
      'Target "Agency workers at most 10%" is gone; it was 10% by Feb 2022',
      'Target "Agency workers at most 10%" is new: 5% by Feb 2022',
    ],
  ],
  ['a target of another workstream', side([{}]), side([{}, { id: 'other', workstream: 'finance' }]), []],
  [
    'basis and population',
    side([]),
    side([], { basis: 'fte', population: 'social workers' }),
    [
      'How workers are counted: now full-time equivalent; it was headcount',
      'Who is counted: now social workers; it was children and family social workers',
    ],
  ],
];

describe('what is said differently of a workstream', () => {
  it.each(CASES)('tells %s', (_, before, after, texts) => {
    expect(compareWorkstreamSettings(pairOf(before, after)).map(({ text }) => text)).toEqual(texts);
  });

  it.each(CASES)('turns the first side into the second, and round with the sides: %s', (_, before, after) => {
    const pair = pairOf(before, after);
    const changes = compareWorkstreamSettings(pair);
    expect(put(workstreamSettingsOf(pair.before.context), changes)).toEqual(
      workstreamSettingsOf(pair.after.context),
    );
    const back = compareWorkstreamSettings(pairOf(after, before));
    const told = ({ what, id, kind, before: old, after: now }: (typeof back)[number]) => ({
      what,
      id,
      kind,
      before: old,
      after: now,
    });
    expect(new Set(back.map(told))).toEqual(new Set(changes.map(mirrored)));
  });
});
