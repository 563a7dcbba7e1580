import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renamed } from '../../../src/compare/groups/renamed.ts';
import type { Renaming } from '../../../src/compare/side.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import { month, place, table } from '../../support/dataset.ts';
import { repo } from '../settings/sides.ts';

const [JANUARY, FEBRUARY] = [month('2021-01'), month('2021-02')];

const rows = (team: string, period = JANUARY, role?: string) =>
  table([period], [['agency', 5]], { group: { team, ...(role !== undefined && { role }) } });

const names = ({ workstreams }: Dataset): string[] =>
  workstreams.flatMap(({ meetings }) =>
    meetings.flatMap(({ observations, indicators, changes }) =>
      [...observations, ...indicators, ...changes].map(({ group }) => Object.values(group).join('/')),
    ),
  );

const data = repo(
  {},
  {
    observations: [...rows('Duty'), ...rows('Court'), ...rows('Intake', FEBRUARY, 'Duty')],
    indicators: rows('Duty'),
    changes: [
      {
        id: 'agency',
        to: JANUARY,
        group: { team: 'Duty' },
        basis: 'headcount',
        value: exact(1),
        written: 'plain',
        places: 0,
        signed: true,
        heading: 'Change',
        label: 'Agency',
        at: place(2),
      },
    ],
  },
);

describe('members under another name', () => {
  it.each<[string, Renaming[], string[], number, number]>([
    [
      'in every table',
      [{ from: 'Duty', to: 'Response' }],
      ['Response', 'Court', 'Intake/Response', 'Response', 'Response'],
      0,
      0,
    ],
    [
      'in one dimension',
      [{ dimension: 'role', from: 'Duty', to: 'Manager' }],
      ['Duty', 'Court', 'Intake/Manager', 'Duty', 'Duty'],
      0,
      0,
    ],
    [
      'by the exact name',
      [{ from: 'duty', to: 'Response' }],
      ['Duty', 'Court', 'Intake/Duty', 'Duty', 'Duty'],
      1,
      0,
    ],
    [
      'not in a dimension without it',
      [{ dimension: 'role', from: 'Court', to: 'Law' }],
      ['Duty', 'Court', 'Intake/Duty', 'Duty', 'Duty'],
      1,
      0,
    ],
    [
      'not where the name has a figure',
      [{ from: 'Duty', to: 'Court' }],
      ['Duty', 'Court', 'Intake/Duty', 'Duty', 'Duty'],
      0,
      1,
    ],
    [
      'where the name has figures of other periods',
      [{ dimension: 'team', from: 'Duty', to: 'Intake' }],
      ['Intake', 'Court', 'Intake/Duty', 'Intake', 'Intake'],
      0,
      0,
    ],
    [
      'in exchange',
      [
        { from: 'Duty', to: 'Court' },
        { from: 'Court', to: 'Duty' },
      ],
      ['Court', 'Duty', 'Intake/Court', 'Court', 'Court'],
      0,
      0,
    ],
    [
      'not two to one',
      [
        { from: 'Duty', to: 'All' },
        { from: 'Court', to: 'All' },
      ],
      ['Duty', 'Court', 'Intake/Duty', 'Duty', 'Duty'],
      0,
      2,
    ],
    [
      'not into what stays after all',
      [
        { from: 'Duty', to: 'Court' },
        { from: 'Court', to: 'Intake' },
        { from: 'Intake', to: 'Duty' },
      ],
      ['Court', 'Intake', 'Duty/Court', 'Court', 'Court'],
      0,
      0,
    ],
  ])('%s', (_, renamings, expected, unknown, clashes) => {
    const result = renamed(data, renamings);
    expect(names(result.dataset)).toEqual(expected);
    expect([result.unknown.length, result.clashes.length]).toEqual([unknown, clashes]);
  });

  it('changes nothing but names, and gives them back', () => {
    const there = renamed(data, [{ dimension: 'team', from: 'Duty', to: 'Response' }]);
    const back = renamed(there.dataset, [{ dimension: 'team', from: 'Response', to: 'Duty' }]);
    expect(back.dataset).toEqual(data);
  });

  it('never makes two figures of one key', () => {
    const name = fc.constantFrom('Duty', 'Court', 'Intake', 'Other');
    const renaming = fc.record({ from: name, to: name });
    fc.assert(
      fc.property(fc.array(renaming, { maxLength: 4 }), (renamings) => {
        const result = renamed(data, renamings);
        const keys = result.dataset.workstreams[0]!.meetings[0]!.observations.map(({ group, period }) =>
          JSON.stringify([period.key, group]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
