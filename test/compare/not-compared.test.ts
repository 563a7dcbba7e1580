import { describe, expect, it } from 'vitest';
import type { Form, Part } from '../../src/compare/comparison.ts';
import { compareSides } from '../../src/compare/compare.ts';
import type { ComparedSide } from '../../src/compare/side.ts';
import type { Dataset, Observation } from '../../src/model/dataset.ts';
import type { Period } from '../../src/model/period.ts';
import { indicator } from '../support/board.ts';
import { financialYear, month, quarter, table } from '../support/dataset.ts';
import { definition, papers, repo, withFigures } from './settings/sides.ts';

const [MAR, APR] = [month('2024-03'), month('2024-04')];

function sideOf(dataset: Dataset, label: string): ComparedSide {
  return { dataset, ref: { label, asked: label }, papers: [papers(dataset)] };
}

function between(
  before: Dataset,
  after: Dataset,
  parts: readonly Part[] = ['workforce'],
  form: Form = 'files',
) {
  const [one, other] = [sideOf(before, 'march.csv'), sideOf(after, 'april.csv')];
  return compareSides(one, other, { form, version: '0', parts });
}

function team(name: string, periods: readonly Period[], ...permanent: number[]): Observation[] {
  return table(periods, [['permanent', ...permanent]], { group: { team: name } });
}

describe('tables of two bases', () => {
  const [inFte, inHeads] = (['fte', 'headcount'] as const).map((basis, index) =>
    repo({}, { observations: table([[MAR, APR][index]!], [['agency', 8 + index]], { basis }) }, { basis }),
  );

  it('say so, and that no figure is compared with one of the other', () => {
    const { notCompared, differs, workstreams } = between(inFte!, inHeads!);
    expect(notCompared).toEqual([
      'march.csv counts full-time equivalents, april.csv heads: no figure is compared with one on another basis.',
    ]);
    expect(workstreams[0]?.settings.map(({ what, text }) => [what, text])).toEqual([
      ['basis', 'How workers are counted: now headcount; it was full-time equivalent'],
    ]);
    expect(differs).toBe(true);
  });

  it('is said of indicators, and not where no figures are compared', () => {
    expect(between(inFte!, inHeads!, ['indicators']).notCompared).toHaveLength(1);
    expect(between(inFte!, inHeads!, ['risks'])).toMatchObject({ notCompared: [], differs: false });
    expect(between(inFte!, inFte!).notCompared).toEqual([]);
  });
});

describe('what changes the meaning of figures', () => {
  const figures = table(
    [MAR],
    [
      ['permanent', 40],
      ['agency', 10],
    ],
  );
  const rate = definition('agency_rate', 'agency / permanent');
  const told = (after: Dataset, parts: readonly Part[], form: Form = 'folders') =>
    between(withFigures(figures), after, parts, form).settings.map(({ id }) => id);

  it.each<[string, readonly Part[], readonly string[]]>([
    ['of the workforce', ['workforce'], ['agency_rate']],
    ['of indicators', ['indicators'], ['agency_rate']],
    ['of definitions', ['definitions'], ['agency_rate']],
    ['of risks', ['risks'], []],
    ['of targets', ['targets'], []],
  ])('is told with a comparison %s', (_, parts, ids) => {
    const after = withFigures(figures, { definitions: [rate] });
    expect(told(after, parts)).toEqual(ids);
    expect(told(after, parts, 'files')).toEqual(ids);
  });

  it('is told of overlapping dimensions too, and of a label only with the definitions', () => {
    const after = withFigures(figures, { overlapping: ['team'], labels: { agency: 'Locums' } });
    expect(told(after, ['workforce'])).toEqual(['overlapping.team']);
    expect(told(after, ['definitions'])).toEqual(['overlapping.team', 'agency']);
  });

  it('is not told of a new definition on which no figure stands that differs', () => {
    const after = withFigures(figures, { definitions: [definition('locum_share', 'starters / permanent')] });
    expect(told(after, ['workforce'])).toEqual([]);
    expect(told(after, ['definitions'])).toEqual(['locum_share']);
    const used = withFigures(
      table(
        [MAR],
        [
          ['permanent', 40],
          ['agency', 10],
          ['locum_share', '25%'],
        ],
      ),
      {
        definitions: [definition('locum_share', 'agency / permanent')],
      },
    );
    expect(told(used, ['workforce'])).toEqual(['locum_share']);
  });
});

describe('a side without a period for the whole', () => {
  const overlapping = { overlapping: ['team'] };
  const [march, april] = [
    [...team('Duty', [MAR], 8), ...team('Court', [MAR], 9)],
    [...team('Duty', [MAR, APR], 8, 10), ...team('Court', [MAR, APR], 9, 9)],
  ];

  it('has its groups compared at the latest that any of them has', () => {
    const { notCompared, workstreams } = between(
      withFigures(march, overlapping),
      withFigures(april, overlapping),
    );
    const sentence = (file: string, period: string) =>
      `${file} has no period for the whole: its groups are compared at ${period}, the latest that any of them has.`;
    expect(notCompared).toEqual([sentence('march.csv', 'Mar 2024'), sentence('april.csv', 'Apr 2024')]);
    expect(workstreams[0]?.figures.map(({ id, absolute }) => [id, absolute?.text])).toEqual([
      ['permanent[team=Duty]', '+2'],
    ]);
    expect(workstreams[0]?.after.period?.key).toBe('2024-04');
  });

  it('is compared with one that has the whole', () => {
    const { notCompared, workstreams, settings } = between(
      withFigures(march),
      withFigures(april, overlapping),
    );
    expect(notCompared).toHaveLength(1);
    expect(settings.map(({ id, effects }) => [id, effects.length])).toEqual([['overlapping.team', 2]]);
    expect(workstreams[0]?.figures.map(({ id, kind }) => [id, kind])).toContainEqual([
      'permanent[team=Duty]',
      'changed',
    ]);
  });

  it('says that it has no figures at all, and nothing where neither has', () => {
    expect(between(withFigures([]), withFigures(april)).notCompared).toEqual([
      'march.csv has no figures of the workforce: none is compared.',
    ]);
    expect(between(withFigures([]), withFigures([])).notCompared).toEqual([]);
    expect(between(withFigures([]), withFigures(april), ['risks']).notCompared).toEqual([]);
  });
});

describe('two latest periods of different kinds', () => {
  const Q4 = quarter(2023, 4);
  const figures = (period: Period) =>
    withFigures(
      table(
        [period],
        [
          ['permanent', 40],
          ['starters', 3],
          ['leavers', 2],
        ],
      ),
    );

  it('name what happened in them and is not compared', () => {
    const { notCompared, workstreams } = between(figures(APR), figures(Q4));
    expect(notCompared).toEqual([
      'What happened in Apr 2024 (a month) is not compared with what happened in Q4 2023/24 (a quarter): Starters, Leavers, Starters rate and Leavers rate.',
    ]);
    const ids = workstreams[0]?.figures.map(({ id }) => id) ?? [];
    expect(ids.filter((id) => id.startsWith('starters') || id.startsWith('leaver'))).toEqual([]);
  });

  it('say nothing where the kinds are the same, or nothing happened', () => {
    expect(between(figures(MAR), figures(APR)).notCompared).toEqual([]);
    const levels = (period: Period) => withFigures(table([period], [['permanent', 40]]));
    expect(between(levels(APR), levels(Q4)).notCompared).toEqual([]);
  });

  it('are of indicators each of its own', () => {
    const visits = indicator('visits', { unit: 'count', nature: 'flow' });
    const side = (period: Period) =>
      repo({ indicators: [visits] }, { indicators: table([period], [['visits', 5]]) });
    expect(between(side(APR), side(financialYear(2023)), ['indicators']).notCompared).toEqual([
      `What happened in Apr 2024 (a month) is not compared with what happened in 2023/24 (a year): ${visits.label}.`,
    ]);
    expect(between(side(MAR), side(APR), ['indicators']).notCompared).toEqual([]);
  });
});
