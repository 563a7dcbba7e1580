import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../../src/compare/figures/compare-figures.ts';
import type { FigureChange } from '../../../src/compare/comparison.ts';
import { createContext } from '../../../src/papers/context.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { month } from '../../support/dataset.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

async function twoMonths(example: string, from: string, to: string) {
  const { dataset } = await readDataRepo(`${EXAMPLES}/${example}`);
  const [workstream] = dataset?.workstreams ?? [];
  const meeting = workstream?.meetings.at(-1);
  if (!dataset || !workstream || !meeting) throw new Error(`no papers in ${example}`);
  const context = createContext(dataset, { workstream, meeting });
  const [before, after] = [from, to].map((key) => ({ context, period: month(key) }));
  return compareFigures({ form: 'periods', before: before!, after: after! }, { parts: ['workforce'] });
}

/** Before, after, the change in the figure's own terms, and relative: `−` where there is none. */
type Row = readonly [id: string, before: string, after: string, absolute: string, relative: string];

function rowOf({ id, before, after, absolute, relative }: FigureChange): Row {
  return [id, before.text, after.text, absolute?.text ?? '−', relative?.text ?? '−'];
}

function statedOf(figures: readonly FigureChange[]): Row[] {
  return figures.flatMap(({ id, stated }) =>
    stated
      ? [[id, stated.before, stated.after, stated.absolute.text, stated.relative?.text ?? '−'] as const]
      : [],
  );
}

describe('Luton, January to February 2021', () => {
  it('gives every figure of the table that changed, the largest first', async () => {
    const { figures, restated, periods } = await twoMonths('luton', '2021-01', '2021-02');
    expect(figures.map(rowOf)).toEqual([
      // 209 − 197 = 12; 12 ÷ 197 = 6.09%
      ['establishment', '197', '209', '+12', '+6.1%'],
      // 0 − 10 = −10, all of them
      ['starters', '10', '0', '−10', '−100%'],
      // 24 − 17 = 7; 7 ÷ 17 = 41.2%
      ['unfilled', '17', '24', '+7', '+41%'],
      // 144 + 36 = 180, 146 + 39 = 185; 5 ÷ 180 = 2.78%
      ['in_post', '180', '185', '+5', '+2.8%'],
      // 39 − 36 = 3; 3 ÷ 36 = 8.33%
      ['agency', '36', '39', '+3', '+8.3%'],
      // 146 − 144 = 2; 2 ÷ 144 = 1.39%
      ['permanent', '144', '146', '+2', '+1.4%'],
      // 10 ÷ 144 = 6.944%, 0 ÷ 146 = 0
      ['starters_rate', '6.94%', '0.00%', '−6.94 pp', '−100%'],
      // 36 ÷ 180 = 20%, 39 ÷ 185 = 21.081%; 1.081 ÷ 20 = 5.41%
      ['agency_rate', '20.00%', '21.08%', '+1.08 pp', '+5.4%'],
      // 1 ÷ 144 = 0.6944%, 1 ÷ 146 = 0.6849%; 144 ÷ 146 − 1 = −1.37%. The one leaver of each month is no change.
      ['leavers_rate', '0.69%', '0.68%', '−0.01 pp', '−1.4%'],
    ]);
    expect(restated).toEqual([]);
    expect(periods).toEqual({ new: [], gone: [] });
  });

  it('takes of a rate that is printed twice the one that follows from the data', async () => {
    const { figures } = await twoMonths('luton', '2021-01', '2021-02');
    expect(statedOf(figures)).toEqual([
      ['in_post', '180', '185', '+5', '+2.8%'],
      // 21.08 − 20.00 = 1.08; 1.08 ÷ 20 = 5.4%
      ['agency_rate', '20.00%', '21.08%', '+1.08 pp', '+5.4%'],
      // Not the 6.94% and 0.00% of the row that is headed so and is of starters.
      ['leavers_rate', '0.69%', '0.68%', '−0.01 pp', '−1.4%'],
    ]);
  });

  it('names the direction that is wanted', async () => {
    const { figures } = await twoMonths('luton', '2021-01', '2021-02');
    const good = Object.fromEntries(figures.map((one) => [one.id, [one.movement, one.good]]));
    expect(good).toMatchObject({
      agency: ['up', false],
      permanent: ['up', true],
      establishment: ['up', null],
      agency_rate: ['up', false],
    });
  });
});

describe('Devon, July 2023 to March 2024', () => {
  const ofGroup = async (name: string) => {
    const { figures } = await twoMonths('devon', '2023-07', '2024-03');
    return figures.filter(({ group }) => group['staff_group'] === name && Object.keys(group).length === 1);
  };

  it('gives the changes of managers and leaders', async () => {
    const of = (id: string) => `${id}[staff_group=Management and leadership]`;
    const figures = await ofGroup('Management and leadership');
    expect(figures.map(rowOf)).toEqual([
      // 4.5 + 16.0 + 1.0 + 6.0 = 27.5 − 21.5 = 6.0; 6 ÷ 21.5 = 27.9%
      [of('permanent'), '21.5', '27.5', '+6.0', '+28%'],
      // 5.5 + 7.0 + 4.0 + 0 = 16.5 − 21.5 = −5.0; 5 ÷ 21.5 = 23.3%
      [of('agency'), '21.5', '16.5', '−5.0', '−23%'],
      // 21.5 + 21.5 = 43.0, 27.5 + 16.5 = 44.0; 1 ÷ 43 = 2.33%
      [of('in_post'), '43.0', '44.0', '+1.0', '+2.3%'],
      // 12 + 25 + 7 + 6 = 50; 1 ÷ 49 = 2.04%. Unfilled stays at 6.0: 49 − 43.0, 50 − 44.0.
      [of('establishment'), '49', '50', '+1', '+2.0%'],
      // 21.5 ÷ 43 = 50%, 16.5 ÷ 44 = 37.5%; 12.5 ÷ 50 = 25%
      [of('agency_rate'), '50.00%', '37.50%', '−12.50 pp', '−25%'],
      // 21.5 ÷ 49 = 43.878%, 27.5 ÷ 50 = 55%; 11.122 ÷ 43.878 = 25.3%
      [of('permanent_share_of_establishment'), '43.9%', '55.0%', '+11.1 pp', '+25%'],
      // 21.5 ÷ 49 = 43.878%, 16.5 ÷ 50 = 33%; 10.878 ÷ 43.878 = 24.8%
      [of('agency_share_of_establishment'), '43.9%', '33.0%', '−10.9 pp', '−25%'],
    ]);
    expect(statedOf(figures)).toContainEqual([
      of('agency_share_of_establishment'),
      // 33 − 44 = −11; 11 ÷ 44 = 25%
      ...['44%', '33%', '−11 pp', '−25%'],
    ]);
    expect(statedOf(figures)).toContainEqual([of('agency'), '21.5', '16.5', '−5.0', '−23%']);
  });

  it('gives the changes of social workers', async () => {
    const of = (id: string) => `${id}[staff_group=Social workers]`;
    const figures = await ofGroup('Social workers');
    expect(figures.map(rowOf)).toEqual([
      // 218 − 209.8 = 8.2, 225 − 196.6 = 28.4; 20.2 ÷ 8.2 = 246.3%
      [of('unfilled'), '8.2', '28.4', '+20.2', '+246%'],
      // 113.6 + 96.2 = 209.8, 101.0 + 95.6 = 196.6; 13.2 ÷ 209.8 = 6.29%
      [of('in_post'), '209.8', '196.6', '−13.2', '−6.3%'],
      // 27.0 + 53.8 + 15.8 + 4.4 = 101.0 − 113.6 = −12.6; 12.6 ÷ 113.6 = 11.1%
      [of('agency'), '113.6', '101.0', '−12.6', '−11%'],
      // 44 + 121 + 37 + 23 = 225; 7 ÷ 218 = 3.21%
      [of('establishment'), '218', '225', '+7', '+3.2%'],
      // 12.0 + 46.8 + 22.7 + 14.1 = 95.6 − 96.2 = −0.6; 0.6 ÷ 96.2 = 0.62%
      [of('permanent'), '96.2', '95.6', '−0.6', '−0.6%'],
      // 113.6 ÷ 218 = 52.110%, 101 ÷ 225 = 44.889%; 7.221 ÷ 52.110 = 13.9%
      [of('agency_share_of_establishment'), '52.1%', '44.9%', '−7.2 pp', '−14%'],
      // 113.6 ÷ 209.8 = 54.147%, 101 ÷ 196.6 = 51.373%; 2.773 ÷ 54.147 = 5.12%
      [of('agency_rate'), '54.15%', '51.37%', '−2.77 pp', '−5.1%'],
      // 96.2 ÷ 209.8 = 45.853%, 95.6 ÷ 196.6 = 48.627%; 2.773 ÷ 45.853 = 6.049%
      [of('permanent_share_of_in_post'), '45.85%', '48.63%', '+2.77 pp', '+6.0%'],
      // 96.2 ÷ 218 = 44.128%, 95.6 ÷ 225 = 42.489%; 1.639 ÷ 44.128 = 3.71%
      [of('permanent_share_of_establishment'), '44.1%', '42.5%', '−1.6 pp', '−3.7%'],
    ]);
    expect(statedOf(figures)).toContainEqual([
      of('agency_share_of_establishment'),
      // 45 − 52 = −7; 7 ÷ 52 = 13.46%
      ...['52%', '45%', '−7 pp', '−13%'],
    ]);
  });

  it('tells no team as new: July has none', async () => {
    const { figures, cells } = await twoMonths('devon', '2023-07', '2024-03');
    expect(figures.filter(({ group }) => 'team' in group)).toEqual([]);
    const ofTeams = cells.filter(({ group, stated }) => 'team' in group && !stated);
    // Four teams of each staff group, with posts, agency and permanent.
    expect(ofTeams.map(({ before, after }) => [before, after?.kind])).toEqual(
      Array.from({ length: 24 }, () => [null, 'number']),
    );
  });
});
