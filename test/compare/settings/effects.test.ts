import { describe, expect, it } from 'vitest';
import { compareSettings } from '../../../src/compare/settings/compare-settings.ts';
import { createEffects } from '../../../src/compare/settings/effects.ts';
import type { Dataset, Programme } from '../../../src/model/dataset.ts';
import { withGroupPeriods } from '../../../src/compare/not-compared.ts';
import { indicator, LUTON_MATRIX } from '../../support/board.ts';
import { lutonObservations, LUTON_PERIODS, quarter, table } from '../../support/dataset.ts';
import { definition, pairOf, repo, withFigures } from './sides.ts';

const JANUARY = lutonObservations().filter(({ period }) => period.key !== LUTON_PERIODS[2]!.key);
const SHARE = { definitions: [definition('agency_rate', 'agency / establishment')] };

function effects(before: Partial<Programme>, after: Partial<Programme>) {
  const sides = [withFigures(JANUARY, before), withFigures(lutonObservations(), after)] as const;
  const [change] = compareSettings(...sides);
  return change === undefined ? [] : createEffects([pairOf(...sides)])(change);
}

const short = (some: ReturnType<typeof effects>) =>
  some.map((one) => [one.side, one.figure, one.old, one.new, one.change?.text]);

describe('what a changed definition does to figures', () => {
  it('reckons each side by its own data under both definitions', () => {
    // 36 of 180 and of 197; 39 of 185 and of 209.
    expect(short(effects({}, SHARE))).toEqual([
      ['before', 'agency_rate@2021-01', '20.00%', '18.27%', '−1.73 pp'],
      ['after', 'agency_rate@2021-02', '21.08%', '18.66%', '−2.42 pp'],
    ]);
  });

  it('turns round with the sides', () => {
    expect(short(effects(SHARE, {}))).toEqual([
      ['before', 'agency_rate@2021-01', '18.27%', '20.00%', '+1.73 pp'],
      ['after', 'agency_rate@2021-02', '18.66%', '21.08%', '+2.42 pp'],
    ]);
  });

  it('names what stands on it, and what changes nothing not', () => {
    const vacancies = definition('vacancies', 'establishment - permanent - agency', {
      unit: 'count',
      places: 0,
    });
    const after = { definitions: [vacancies] };
    // 209 − 146 = 63, less 39; the rate was 63 of 209 and is 24 of 170.
    expect(short(effects({}, after)).filter(([side]) => side === 'after')).toEqual([
      ['after', 'vacancies@2021-02', '63', '24', '−39'],
      ['after', 'vacancy_rate@2021-02', '30.1%', '14.1%', '−16.0 pp'],
    ]);
    const sides = [withFigures(JANUARY), withFigures(lutonObservations(), after)] as const;
    const rate = compareSettings(...sides).find(({ id }) => id === 'vacancy_rate');
    expect(rate && createEffects([pairOf(...sides)])(rate)).toEqual([]);
  });

  it.each<[string, Partial<Programme>]>([
    ['a matrix', { matrix: LUTON_MATRIX }],
    ['a label', { labels: { agency: 'Locums' } }],
    ['decimals', { definitions: [definition('agency_rate', 'agency / in_post', { places: 1 })] }],
    ['a figure that the data gives', { definitions: [definition('unfilled', 'establishment - agency')] }],
  ])('is nothing of %s', (_, after) => {
    expect(effects({}, after)).toEqual([]);
  });
});

describe('what a dimension that begins to overlap does to figures', () => {
  const TEAMS = (['Duty', 'Court'] as const).flatMap((team, index) =>
    table([LUTON_PERIODS[2]!], [['permanent', 8 + index]], { group: { team } }),
  );
  const both = (before: readonly string[], after: readonly string[]) => {
    const sides = [
      withFigures(TEAMS, { overlapping: before }),
      withFigures(TEAMS, { overlapping: after }),
    ] as const;
    const pair = withGroupPeriods(pairOf(...sides));
    return short(compareSettings(...sides).flatMap(createEffects([pair])));
  };

  it('reckons each side by its own data with and without it', () => {
    expect(both([], ['team'])).toEqual([
      ['before', 'permanent@2021-02', '17', '–', undefined],
      ['after', 'permanent@2021-02', '17', '–', undefined],
    ]);
    expect(both(['team'], [])).toEqual([
      ['before', 'permanent@2021-02', '–', '17', undefined],
      ['after', 'permanent@2021-02', '–', '17', undefined],
    ]);
  });

  it('is nothing of a dimension that the data does not have', () => {
    expect(both([], ['role'])).toEqual([]);
  });
});

describe('what is of tables of indicators', () => {
  const LOADS = table(
    [quarter(2020, 2), quarter(2020, 3)],
    [
      ['calls', 28, 30],
      ['visits', 10, 10],
    ],
  );
  const side = (of: Partial<Programme>, indicators = LOADS) =>
    repo(
      { indicators: ['calls', 'visits'].map((id) => indicator(id, { unit: 'count', places: 0 })), ...of },
      { observations: lutonObservations(), indicators },
    );
  const between = (sides: readonly [Dataset, Dataset]) => {
    const [change] = compareSettings(...sides);
    return change === undefined ? [] : short(createEffects([pairOf(...sides)])(change));
  };
  const load = (formula: string) =>
    side({ definitions: [definition('load', formula, { unit: 'ratio', places: 1, label: 'Load' })] });

  it('is reckoned at its own latest period, which is none of the workforce', () => {
    const sides = [load('calls / visits'), load('calls / (calls + visits)')] as const;
    expect(between(sides).map((one) => one.slice(0, 4))).toEqual([
      ['before', 'load@2020-21-Q3', '3.0', '0.8'],
      ['after', 'load@2020-21-Q3', '3.0', '0.8'],
    ]);
  });

  it('is told of an indicator that is no longer added up', () => {
    const rows = ['North', 'South'].flatMap((area) =>
      table([quarter(2020, 3)], [['calls', 15]], { group: { area } }),
    );
    const adding = (addsUp: boolean) =>
      side({ indicators: [indicator('calls', { unit: 'count', places: 0, addsUp })] }, rows);
    expect(between([adding(true), adding(false)]).map((one) => one.slice(0, 4))).toEqual([
      ['before', 'calls@2020-21-Q3', '30', '–'],
      ['after', 'calls@2020-21-Q3', '30', '–'],
    ]);
  });
});
