import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSettings, settingsOf } from '../../../src/compare/settings/compare-settings.ts';
import type { Dataset, Programme } from '../../../src/model/dataset.ts';
import { indicator, limit, LUTON_MATRIX, matrix } from '../../support/board.ts';
import { place } from '../../support/dataset.ts';
import { definition, mirrored, put, repo } from './sides.ts';

const textsOf = (before: Partial<Programme>, after: Partial<Programme>): string[] =>
  compareSettings(repo(before), repo(after)).map(({ text }) => text);

const measure = (description: string) => ({
  value: { id: 'posts', label: 'Posts out', nature: 'stock', direction: 'lower', description } as const,
  at: place(1),
});

const AXES = [
  ['Low', 'Medium', 'High'],
  ['Noticeable', 'Significant', 'Critical'],
] as const;
const RESCORED = matrix(...AXES, [
  '1 green | 3 green | 6 amber',
  '2 green | 6 red | 8 red',
  '4 amber | 7 red   | 9 red',
]);
const WIDER = matrix(['Low', 'Medium', 'High', 'Certain'], AXES[1], [
  '1 green | 3 green | 6 amber',
  '2 green | 5 amber | 8 red',
  '4 amber | 7 red | 9 red',
  '5 amber | 8 red | 10 red',
]);
const withoutSevere = {
  ...LUTON_MATRIX,
  ratings: LUTON_MATRIX.ratings.map((one) => ({ ...one, severe: false })),
};

describe('what two configurations say differently', () => {
  it.each<[string, Partial<Programme>, Partial<Programme>, string[]]>([
    [
      'a definition',
      {},
      { definitions: [definition('agency_rate', 'agency / establishment')] },
      ['Agency rate is now agency ÷ establishment; it was agency ÷ (permanent + agency)'],
    ],
    [
      'the same reckoning, written otherwise',
      {},
      {
        definitions: [
          definition('agency_rate', 'agency / in_post', {
            description: 'Agency workers as a share of everyone in post.',
          }),
        ],
      },
      [],
    ],
    [
      'decimals and direction',
      {},
      {
        definitions: [
          definition('agency_rate', 'agency / (agency + permanent)', { places: 1, direction: 'none' }),
        ],
      },
      [
        'Agency rate is now neither better nor worse when higher, printed with 1 decimal; it was better when lower, printed with 2 decimals',
      ],
    ],
    [
      'what another definition stands on',
      {},
      {
        definitions: [
          definition('vacancies', 'establishment - permanent - agency', {
            label: 'Vacancies',
            unit: 'count',
            places: 0,
            description: 'Posts without a permanent holder, whether agency workers cover them or not.',
          }),
        ],
      },
      [
        'Vacancies is now establishment − permanent − agency; it was establishment − permanent',
        'Vacancy rate is computed from vacancies, defined otherwise now',
        'Agency cover of vacancies is computed from vacancies, defined otherwise now',
      ],
    ],
    [
      'a label',
      {},
      { labels: { agency: 'Locums' } },
      ['Agency is now called "Locums"; it was called "Agency"'],
    ],
    [
      'a definition that cannot be used',
      {},
      { definitions: [definition('starters_rate', 'starters / nobody')] },
      ['Starters rate is now without a definition that can be used; it was starters ÷ permanent'],
    ],
    [
      'a new and a gone figure',
      { definitions: [definition('cover', 'agency / vacancies', { label: 'Cover' })] },
      { measures: [measure('Posts under recruitment.')] },
      ['Cover is gone; it was agency ÷ vacancies', 'Posts out is new: Posts under recruitment'],
    ],
    [
      'what a measure counts',
      { measures: [measure('Posts under recruitment.')] },
      { measures: [measure('Posts advertised.')] },
      ['Posts out is now described as "Posts advertised."; it was described as "Posts under recruitment."'],
    ],
    [
      'the parts of an indicator',
      {
        indicators: [
          indicator('visits', {
            label: 'Visits',
            unit: 'share',
            parts: { numerator: 'on time', denominator: 'due' },
          }),
        ],
      },
      {
        indicators: [
          indicator('visits', {
            label: 'Visits',
            unit: 'share',
            parts: { numerator: 'on time', denominator: 'made' },
          }),
        ],
      },
      ['Visits is now on time ÷ made; it was on time ÷ due'],
    ],
    [
      'a cell of the matrix',
      { matrix: LUTON_MATRIX },
      { matrix: RESCORED },
      ['Medium × Significant: 5 Amber → 6 Red'],
    ],
    [
      'a cell of a matrix drawn the other way',
      { matrix: { ...LUTON_MATRIX, rows: 'impact' } },
      { matrix: { ...RESCORED, rows: 'impact' } },
      ['Significant × Medium: 5 Amber → 6 Red'],
    ],
    [
      'a level',
      { matrix: LUTON_MATRIX },
      { matrix: WIDER },
      ['Likelihood in the risk matrix is now Low, Medium, High and Certain; it was Low, Medium and High'],
    ],
    [
      'what is severe',
      { matrix: LUTON_MATRIX },
      { matrix: withoutSevere },
      ['The rating Red is now not severe; it was severe'],
    ],
    [
      'a matrix',
      {},
      { matrix: LUTON_MATRIX },
      ['The risk matrix is new: 3 × 3, with the ratings Green, Amber and Red'],
    ],
    [
      'what overlaps',
      { overlapping: ['staff_group'] },
      { overlapping: ['team'] },
      [
        'Figures by staff group no longer overlap, and are added up now',
        'Figures by team overlap now, and are no longer added up',
      ],
    ],
    [
      'a level of an indicator',
      {
        indicators: [
          indicator('load', { label: 'Load', limits: [limit('18'), limit('25', { of: { team: 'Duty' } })] }),
        ],
      },
      {
        indicators: [
          indicator('load', {
            label: 'Load',
            limits: [limit('25.0', { of: { team: 'Duty' } }), limit('20')],
          }),
        ],
      },
      ['The level of "Load": now at most 20; it was at most 18'],
    ],
  ])('tells %s', (_, before, after, texts) => {
    expect(textsOf(before, after)).toEqual(texts);
  });

  it('names a figure called as part of the matrix by an id of its own', () => {
    const after = { matrix: LUTON_MATRIX, definitions: [definition('matrix', 'agency / permanent')] };
    const ids = compareSettings(repo(), repo(after)).map(({ id }) => id);
    expect(ids).toEqual(['matrix', 'matrix.all']);
  });
});

const formula = fc.constantFrom(
  'agency / (permanent + agency)',
  'agency / in_post',
  'agency / establishment',
  'agency / nobody',
);
const config = fc.record({
  definitions: fc.uniqueArray(
    fc
      .record({
        id: fc.constantFrom('agency_rate', 'in_post', 'vacancies', 'own'),
        formula,
        places: fc.nat(2),
      })
      .map(({ id, formula: text, places }) => definition(id, text, { places })),
    { selector: ({ value }) => value.id },
  ),
  measures: fc.constantFrom([], [measure('One.')], [measure('Other.')]),
  indicators: fc.constantFrom(
    [],
    [indicator('load', { limits: [limit('18')] })],
    [indicator('load', { unit: 'count', limits: [limit('18', { of: { team: 'a.b' } })] })],
  ),
  overlapping: fc.subarray(['team', 'staff_group']),
  labels: fc.constantFrom({}, { agency: 'Locums' }),
}) satisfies fc.Arbitrary<Partial<Programme>>;
const anyMatrix = fc.constantFrom(undefined, LUTON_MATRIX, RESCORED, WIDER, withoutSevere, {
  ...WIDER,
  ratings: [...WIDER.ratings, { id: 'blue', label: 'Blue', colour: 'blue' as const, severe: false }],
});
const side = fc.tuple(config, anyMatrix).map(([rest, one]) => repo({ ...rest, ...(one && { matrix: one }) }));

/** The same, with what has no order the other way round. */
function shuffled({ programme, ...rest }: Dataset): Dataset {
  const { definitions, indicators, overlapping, matrix: own } = programme;
  return {
    ...rest,
    programme: {
      ...programme,
      definitions: definitions.toReversed(),
      indicators: indicators.map((one) => ({ ...one, limits: one.limits.toReversed() })).toReversed(),
      overlapping: overlapping.toReversed(),
      ...(own && { matrix: { ...own, cells: own.cells.toReversed() } }),
    },
  };
}

describe('the laws of settings', () => {
  it('finds nothing where lists are in another order', () => {
    fc.assert(
      fc.property(side, (one) => {
        expect(compareSettings(one, shuffled(one))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('turns the first side into the second', () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const changes = compareSettings(before, after);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        expect(put(settingsOf(before), changes)).toEqual(settingsOf(after));
      }),
    );
  });

  it('is mirrored by the other way round', () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const one = compareSettings(before, after).map(mirrored);
        const other = compareSettings(after, before).map(({ what, id, kind, before: b, after: a }) => ({
          what,
          id,
          kind,
          before: b,
          after: a,
        }));
        expect(new Set(one.map((x) => JSON.stringify(x)))).toEqual(
          new Set(other.map((x) => JSON.stringify(x))),
        );
      }),
    );
  });
});
