import { describe, expect, it } from 'vitest';
import type { SidePapers } from '../../../src/compare/side.ts';
import { month, table } from '../../support/dataset.ts';
import { compared, side } from './small-sides.ts';

const [JAN, FEB] = [month('2021-01'), month('2021-02')];

type Row = readonly [measure: string, value: string | number];

function papers(key: string, rows: readonly Row[]): SidePapers {
  const observations = table(
    [month(key)],
    rows.map((row) => [...row]),
  );
  return side({ meeting: { observations } }, month(key));
}

const rate = (value: string): readonly Row[] => [['agency_rate', value]];
/** 39 ÷ 185 is 21.08%. */
const PARTS: readonly Row[] = [
  ['permanent', 146],
  ['agency', 39],
];

function rateOf(before: readonly Row[], after: readonly Row[], key = '2021-02') {
  const { figures, restated } = compared(papers('2021-01', before), papers(key, after));
  return (key === '2021-01' ? restated : figures).find(({ metric }) => metric === 'agency_rate');
}

describe('a rate that is given as written', () => {
  it.each<[string, string, { text: string; relative?: string; movement: string; good: boolean | null }]>([
    ['80%', '80.3%', { text: '0 pp', movement: 'level', good: null }],
    ['80.3%', '80%', { text: '0 pp', movement: 'level', good: null }],
    ['80%', '81.2%', { text: '+1 pp', relative: '+1.5%', movement: 'up', good: false }],
    ['80.0%', '80.3%', { text: '+0.3 pp', relative: '+0.4%', movement: 'up', good: false }],
  ])('changes from %s to %s by what both can say', (before, after, { relative, ...wanted }) => {
    const { absolute, relative: own, movement, good } = rateOf(rate(before), rate(after)) ?? {};
    expect({ text: absolute?.text, movement, good }).toEqual(wanted);
    expect(own?.text).toBe(relative);
  });

  it('changes to a reckoned one by what both can say', () => {
    // 39 ÷ 185 = 21.08%
    expect(rateOf(rate('20%'), PARTS)).toMatchObject({
      after: { text: '21.08%' },
      absolute: { text: '+1 pp' },
      places: 0,
    });
  });

  it.each(['21%', '21.1%', '21.08%'])('is no other than the reckoned one that rounds to %s', (written) => {
    expect(rateOf(rate(written), PARTS)).toBeUndefined();
    expect(rateOf(PARTS, rate(written))).toBeUndefined();
    expect(rateOf(rate(written), PARTS, '2021-01')).toBeUndefined();
  });

  it('is restated by a reckoned one that does not round to it', () => {
    expect(rateOf(rate('21.0%'), PARTS, '2021-01')).toMatchObject({ absolute: { text: '+0.1 pp' } });
  });
});

it('keeps the places of rates that are reckoned on both sides', () => {
  const rows = table(
    [JAN, FEB],
    [
      ['permanent', 144, 146],
      ['agency', 36, 39],
    ],
  );
  const both = side({ meeting: { observations: rows } }, FEB);
  const { figures } = compared({ ...both, period: JAN }, both, { form: 'periods' });
  expect(figures.find(({ metric }) => metric === 'agency_rate')).toMatchObject({
    absolute: { text: '+1.08 pp' },
    places: 2,
  });
});
