import { describe, expect, it } from 'vitest';
import { isLikeTotal, isTotalName } from '../../src/model/total-name.ts';
import { memberKey } from '../../src/model/member-key.ts';
import { withOneName } from '../../src/read/workforce/members.ts';
import type { Observation } from '../../src/model/dataset.ts';
import type { Period } from '../../src/model/period.ts';
import { meeting, month, table } from '../support/dataset.ts';

const FEB = month('2024-02');
const MAR = month('2024-03');

function team(name: string, period: Period = MAR, dimension = 'team'): Observation[] {
  return table([period], [['agency', 5]], { group: { [dimension]: name } });
}

function settled(...meetings: Observation[][]) {
  const papers = meetings.map((observations, index) =>
    meeting({ id: `2024-0${index + 4}-01`, observations }),
  );
  return withOneName(papers, {
    organisation: 'Luton Council',
    population: 'Children and Family Social Workers',
  }).map((one) => one.observations.map(({ group, stated }) => [Object.values(group)[0] ?? '', stated]));
}

describe('a member in several spellings', () => {
  it('is one, in that of the newest figure', () => {
    expect(
      settled([...team('duty & MASH', FEB)], [...team('Duty and MASH', FEB), ...team('Duty and Mash')]),
    ).toEqual([
      [['Duty and Mash', false]],
      [
        ['Duty and Mash', false],
        ['Duty and Mash', false],
      ],
    ]);
  });

  it.each([
    ['Duty  Team', 'duty team'],
    ['Duty-Team', 'Duty Team'],
    ['Assessment&MASH', 'Assessment and MASH'],
    ['Disabled Children’s', "disabled children's"],
  ])('"%s" is "%s"', (one, other) => {
    expect(memberKey(one)).toBe(memberKey(other));
  });

  it('is not one with a name that only looks like it', () => {
    expect(memberKey('Team 1')).not.toBe(memberKey('Team 11'));
  });
});

describe('a row of another word for a total', () => {
  it.each([
    'All teams',
    'Total FTE',
    'Whole workforce',
    'Council',
    'Council total',
    'All staff',
    'Luton Council',
    'All Children and Family Social Workers',
    'Total (headcount)',
    "All Children's Services",
  ])('%s is stated, and about no member', (name) => {
    expect(settled([...team('Duty'), ...team(name)])).toEqual([
      [
        ['Duty', false],
        ['', true],
      ],
    ]);
  });

  it.each(['All Saints', 'Whole Family Team', 'Grand Union', 'Totally Local', 'Allocations', 'County'])(
    '%s is the name of a team',
    (name) => {
      expect(settled([...team('Duty'), ...team(name)])).toEqual([
        [
          ['Duty', false],
          [name, false],
        ],
      ]);
    },
  );

  it('stays a group where there is no other', () => {
    expect(settled([...team('All teams')])).toEqual([[['All teams', false]]]);
  });

  it('is an authority like the others where authorities are named', () => {
    const others = [...team('Luton Council', MAR, 'authority'), ...team('Bedford', MAR, 'authority')];
    expect(settled(others)[0]).toEqual([
      ['Luton Council', false],
      ['Bedford', false],
    ]);
  });

  it('is a group like the others among staff groups, unless it counts all staff', () => {
    const groups = (name: string) =>
      settled([...team('Management', MAR, 'staff_group'), ...team(name, MAR, 'staff_group')])[0]?.[1]?.[1];
    expect(groups('Children and Family Social Workers')).toBe(false);
    expect(groups('All social workers')).toBe(false);
    expect(groups('All staff')).toBe(true);
  });

  it('is known by its first or last word at least to be like one', () => {
    expect(['total safeguarding', 'safeguarding total', 'all saints'].every(isLikeTotal)).toBe(true);
    expect(isLikeTotal('the whole family')).toBe(false);
    expect(isTotalName('total safeguarding', 'team', { organisation: '', population: '' })).toBe(false);
  });
});
