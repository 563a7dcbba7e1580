import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blamed, COUNTED, knownFigures, type Counted } from '../../../src/check/figures/identities.ts';
import { createBook } from '../../../src/metrics/book.ts';
import { createEvaluator } from '../../../src/metrics/evaluate.ts';
import { createRegistry } from '../../../src/metrics/registry.ts';
import type { Basis } from '../../../src/model/dataset.ts';
import { meeting, month, table } from '../../support/dataset.ts';

const FEB = month('2021-02');

type Figures = Readonly<Partial<Record<Counted, number | string>>>;

function blamedIn(figures: Figures, basis: Basis = 'headcount') {
  const observations = table([FEB], Object.entries(figures), { basis });
  const evaluator = createEvaluator(createBook([meeting({ observations })]), createRegistry([]).registry);
  const known = knownFigures(evaluator, { period: FEB, group: {}, basis });
  return blamed(known).map(({ known: one, alike }) => [one.id, ...alike.map(({ id }) => id)]);
}

/** Returns the six figures as they follow from three of them. */
function sixOf([establishment, permanent, agency]: readonly [number, number, number]) {
  return {
    unfilled: establishment - permanent - agency,
    vacancies: establishment - permanent,
    in_post: permanent + agency,
    establishment,
    permanent,
    agency,
  };
}

const three = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500));

describe('posts and workers', () => {
  it('agree in whichever of them are given, where all follow from three', () => {
    fc.assert(
      fc.property(three, fc.subarray([...COUNTED]), (counts, given) => {
        const six = sixOf(counts);
        expect(blamedIn(Object.fromEntries(given.map((id) => [id, six[id]])))).toEqual([]);
      }),
    );
  });

  it('name the one figure that is wrong where all six are given', () => {
    fc.assert(
      fc.property(three, fc.constantFrom(...COUNTED), fc.integer({ min: 1, max: 50 }), (counts, id, by) => {
        const six = sixOf(counts);
        expect(blamedIn({ ...six, [id]: six[id] + by })).toEqual([[id]]);
      }),
    );
  });

  it('give one finding for one fault, whichever of them are given', () => {
    fc.assert(
      fc.property(three, fc.subarray([...COUNTED]), fc.constantFrom(...COUNTED), (counts, given, id) => {
        const six = { ...sixOf(counts) };
        six[id] += 7;
        const found = blamedIn(Object.fromEntries(given.map((one) => [one, six[one]])));
        expect(found.length).toBeLessThan(2);
        if (found[0] !== undefined) expect(found[0]).toContain(id);
      }),
    );
  });

  it.each([
    [{ establishment: 209, permanent: 146, agency: 39, unfilled: 30 }, 'unfilled'],
    [{ establishment: 209, permanent: 146, vacancies: 60 }, 'vacancies'],
    [{ permanent: 146, agency: 39, in_post: 180 }, 'in_post'],
    [{ establishment: 209, in_post: 185, unfilled: 30 }, 'unfilled'],
    [{ vacancies: 63, agency: 39, unfilled: 30 }, 'unfilled'],
    [{ establishment: 209, in_post: 185, agency: 39, vacancies: 60 }, 'vacancies'],
    [{ vacancies: 63, permanent: 146, in_post: 185, unfilled: 30 }, 'unfilled'],
  ] satisfies [Figures, Counted][])(
    'name what a definition gives where one reckoning is off: %j',
    (figures, id) => {
      expect(blamedIn(figures).map(([first]) => first)).toEqual([id]);
    },
  );

  it('may be off by the rounding of full-time equivalents, each by itself, and no more', () => {
    const posts = { establishment: '209.0', permanent: '146.0' };
    expect(blamedIn({ ...posts, vacancies: '63.1' }, 'fte')).toEqual([]);
    expect(blamedIn({ ...posts, vacancies: '63.2' }, 'fte')).not.toEqual([]);
  });

  it('agree where one is given to the whole number and the others with decimals', () => {
    expect(blamedIn({ establishment: '209.4', permanent: 185, vacancies: 24 })).toEqual([]);
    expect(blamedIn({ establishment: '209.4', permanent: 185, vacancies: 25 })).not.toEqual([]);
  });
});
