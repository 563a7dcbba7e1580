import { describe, expect, it } from 'vitest';
import { renamingsOf, withRenamed } from '../../src/cli/diff-renamed.ts';
import { UsageError } from '../../src/cli/exit-code.ts';
import type { Dataset, Observation } from '../../src/model/dataset.ts';
import { LUTON_PERIODS, meeting, programme, table, target, workstream } from '../support/dataset.ts';

function figures(dimension: string, names: readonly string[], period = 0): Observation[] {
  return names.flatMap((name) =>
    table(LUTON_PERIODS.slice(period, period + 1), [['agency', 5]], { group: { [dimension]: name } }),
  );
}

function dataset(observations: readonly Observation[]): Dataset {
  return {
    programme: programme({ targets: [target({ of: { team: 'North' } })] }),
    workstreams: [workstream({ meetings: [meeting({ observations })] })],
    benchmarks: [],
    inputs: [],
  };
}

const BEFORE = dataset([...figures('team', ['North', 'South']), ...figures('role', ['Manager', 'A=B'])]);
const AFTER = dataset([...figures('team', ['North East', 'South']), ...figures('role', ['Leader', 'C'])]);

function groups({ workstreams }: Dataset) {
  return workstreams.flatMap(({ meetings }) =>
    meetings.flatMap(({ observations }) => observations.map(({ group }) => group)),
  );
}

function refusal(texts: readonly string[], before = BEFORE, after = AFTER): string {
  try {
    withRenamed(before, after, texts);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.help}`;
    throw error;
  }
  throw new Error(`taken: ${texts.join(', ')}`);
}

describe('withRenamed', () => {
  it('names a member as on the second side, in its figures and in the targets of it', () => {
    const renamed = withRenamed(BEFORE, AFTER, ['North=North East', 'role:Manager = leader']);
    expect(groups(renamed)).toEqual([
      { team: 'North East' },
      { team: 'South' },
      { role: 'Leader' },
      { role: 'A=B' },
    ]);
    expect(renamed.programme.targets.map(({ of }) => of)).toEqual([{ team: 'North East' }]);
  });

  it('changes nothing where nothing is renamed', () => {
    expect(withRenamed(BEFORE, AFTER, [])).toBe(BEFORE);
  });

  it('says what it renamed, with the names as the sides spell them', () => {
    expect(renamingsOf(BEFORE, AFTER, ['north=north east', 'role:Manager = leader'])).toEqual([
      { from: 'North', to: 'North East' },
      { dimension: 'role', from: 'Manager', to: 'Leader' },
    ]);
    expect(renamingsOf(BEFORE, AFTER, [])).toEqual([]);
  });

  it('finds a name with an = in it', () => {
    expect(groups(withRenamed(BEFORE, AFTER, ['A=B=C']))[3]).toEqual({ role: 'C' });
  });

  it.each<[readonly string[], RegExp]>([
    [['North'], /does not name two groups/],
    [['=North'], /does not name two groups/],
    [['Nort=North East'], /first side has no member "Nort" \| did you mean "North"\?/],
    [['North=Nowhere at all'], /second side has no member "Nowhere at all" \| it has "North East", "South"/],
    [['role:North=North East'], /no .*"North"/],
    [['South=south'], /names one member twice/],
    [['North=North East', 'North=South'], /"North" is named twice/],
    [['North=North East', 'South=North East'], /"North East" is named twice/],
    [
      ['North=South'],
      /the first side has both "South" and "North", in workforce\/2021-04-19\/workforce\.csv/,
    ],
  ])('refuses %j', (texts, expected) => {
    expect(refusal(texts)).toMatch(expected);
  });

  it('allows a name that the first side has at another time only', () => {
    const both = dataset([...figures('team', ['North'], 0), ...figures('team', ['North East'], 1)]);
    expect(groups(withRenamed(both, both, ['North=North East']))).toEqual([
      { team: 'North East' },
      { team: 'North East' },
    ]);
  });
});
