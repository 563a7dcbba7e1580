import { describe, expect, it } from 'vitest';
import { compareSettings } from '../../../src/compare/settings/compare-settings.ts';
import { effectsOf } from '../../../src/compare/settings/effects.ts';
import type { Programme } from '../../../src/model/dataset.ts';
import { LUTON_MATRIX } from '../../support/board.ts';
import { lutonObservations, LUTON_PERIODS } from '../../support/dataset.ts';
import { definition, pairOf, withFigures } from './sides.ts';

const JANUARY = lutonObservations().filter(({ period }) => period.key !== LUTON_PERIODS[2]!.key);
const SHARE = { definitions: [definition('agency_rate', 'agency / establishment')] };

function effects(before: Partial<Programme>, after: Partial<Programme>) {
  const sides = [withFigures(JANUARY, before), withFigures(lutonObservations(), after)] as const;
  const [change] = compareSettings(...sides);
  return change === undefined ? [] : effectsOf(change, [pairOf(...sides)]);
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
    expect(rate && effectsOf(rate, [pairOf(...sides)])).toEqual([]);
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
