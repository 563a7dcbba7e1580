import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryChange } from '../../../src/compare/comparison.ts';
import { compareActions, entriesOfActions } from '../../../src/compare/lists/actions.ts';
import type { ListEntry } from '../../../src/compare/lists/entries.ts';
import { compareEscalations, entriesOfEscalations } from '../../../src/compare/lists/escalations.ts';
import { compareMilestones, entriesOfMilestones } from '../../../src/compare/lists/milestones.ts';
import {
  compareRecommendations,
  entriesOfRecommendations,
} from '../../../src/compare/lists/recommendations.ts';
import { compareResolutions, entriesOfResolutions } from '../../../src/compare/lists/resolutions.ts';
import { compareRisks, entriesOfRisks } from '../../../src/compare/lists/risks.ts';
import type { PaperPair, SidePapers } from '../../../src/compare/side.ts';
import type { Meeting } from '../../../src/model/dataset.ts';
import type { Matrix } from '../../../src/model/matrix.ts';
import type { Period } from '../../../src/model/period.ts';
import type { Place } from '../../../src/model/place.ts';
import { fold } from '../../../src/model/suggest.ts';
import {
  action,
  LUTON_MATRIX,
  matrix,
  milestone,
  period,
  place,
  recommendation,
  resolution,
  risk,
  sourced,
} from '../../support/board.ts';
import { paper } from '../../support/dataset.ts';
import { pairOf, swapped } from './pairs.ts';

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const references = fc.constantFrom('M1', 'm 1', 'M2', 'M-2', 'M10', 'Plan');
const texts = fc.constantFrom('', 'a b c d e', 'a b c d f', 'A  b\nc d e', 'x y', 'x–y', 'one', '<b>|=1');
const words = texts.map((text) => sourced(text));
const periods: fc.Arbitrary<Period> = fc
  .constantFrom('2021-03', '2021-03-31', '2021-04-01', '2021-04', '2021-summer', '2021-08', '2022-01-15')
  .map(period);
const levels = fc.constantFrom('Low', 'low', 'Medium', 'High', 'Significant', 'Critical', 'Likely');

/** Fields that are not given are left out. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const milestones = fc
  .record({
    reference: references,
    milestone: texts,
    due: periods,
    revised: optional(periods),
    actual: optional(periods),
    complete: fc.boolean(),
    comment: texts,
  })
  .map((one) => milestone('2021-03', given(one)));

const risks = fc
  .record({
    reference: references,
    risk: texts,
    likelihood: levels,
    impact: levels,
    statedScore: optional(fc.constantFrom('5', '5.0', '9', 'B II')),
    statedRating: optional(fc.constantFrom('Red', 'red', 'Amber')),
    mitigation: texts,
    mitigationDate: optional(periods),
    owner: optional(texts),
    open: fc.boolean(),
    comment: texts,
  })
  .map((one) => risk(one.reference, one.likelihood, one.impact, given(one)));

const actions = fc
  .record({
    reference: references,
    action: texts,
    owner: optional(texts),
    raised: optional(periods),
    due: optional(periods),
    revised: optional(periods),
    done: optional(periods),
    state: fc.constantFrom('open' as const, 'complete' as const, 'withdrawn' as const),
    comment: texts,
  })
  .map((one) => action(one.reference, one));

const recommendations = fc
  .record({
    reference: references,
    recommendation: words,
    source: optional(texts),
    status: optional(fc.constantFrom('not_started', 'in_progress', 'complete', 'rejected')),
    owner: optional(texts),
    due: optional(periods),
    progress: optional(words),
    inPlace: optional(words),
    evidence: fc.array(words, { maxLength: 2 }),
    actions: fc.array(words, { maxLength: 2 }),
  })
  .map((one) => recommendation(one.reference, one));

const resolutions = fc
  .record({ reference: references, resolution: words, due: optional(periods) })
  .map((one) => resolution(one.reference, one));

const escalations = fc.record({ matter: words, action: words });

type Papers = Partial<Meeting>;

/** Every entry has a line of its own, so that it is known by its place whatever its reference. */
function onLines<T extends { readonly at: Place }>(entries: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .array(entries, { maxLength: 5 })
    .map((all) => all.map((one, index) => ({ ...one, at: place(index + 1) })));
}

const matters = onLines(escalations.map((one) => ({ ...one, at: one.matter.at }))).map((all) =>
  all.map(({ matter, action: wanted, at }) => ({ matter: { ...matter, at }, action: wanted })),
);

/** A list, the papers that have it alone, and the same papers in another order. */
const LISTS: readonly {
  readonly name: string;
  readonly papers: fc.Arbitrary<Papers>;
  readonly turned: (papers: Papers) => Papers;
  readonly compare: (pair: PaperPair) => readonly EntryChange<string>[];
  readonly entries: (pair: PaperPair, side: SidePapers) => readonly ListEntry[];
}[] = [
  {
    name: 'milestones',
    papers: onLines(milestones).map((all) => ({ milestones: all })),
    turned: (papers) => ({ milestones: papers.milestones?.toReversed() ?? [] }),
    compare: compareMilestones,
    entries: (_, side) => entriesOfMilestones(side),
  },
  {
    name: 'risks',
    papers: onLines(risks).map((all) => ({ risks: all })),
    turned: (papers) => ({ risks: papers.risks?.toReversed() ?? [] }),
    compare: compareRisks,
    entries: entriesOfRisks,
  },
  {
    name: 'actions',
    papers: onLines(actions).map((all) => ({ actions: all })),
    turned: (papers) => ({ actions: papers.actions?.toReversed() ?? [] }),
    compare: compareActions,
    entries: (_, side) => entriesOfActions(side),
  },
  {
    name: 'recommendations',
    papers: onLines(recommendations).map((all) => ({ recommendations: all })),
    turned: (papers) => ({ recommendations: papers.recommendations?.toReversed() ?? [] }),
    compare: compareRecommendations,
    entries: (_, side) => entriesOfRecommendations(side),
  },
  {
    name: 'resolutions',
    papers: onLines(resolutions).map((all) => ({ resolutions: all })),
    turned: (papers) => ({ resolutions: papers.resolutions?.toReversed() ?? [] }),
    compare: compareResolutions,
    entries: (_, side) => entriesOfResolutions(side),
  },
  {
    name: 'escalations',
    papers: matters.map((all) => ({ paper: paper({ escalations: all }) })),
    turned: (papers) => ({ paper: paper({ escalations: papers.paper?.escalations.toReversed() ?? [] }) }),
    compare: compareEscalations,
    entries: (_, side) => entriesOfEscalations(side),
  },
];

const OTHER_MATRIX = matrix(
  ['Low', 'High'],
  ['Significant', 'Critical'],
  ['1 green | 5 red', '2 amber | 9 red'],
);

const sides = fc.record({
  asOf: fc.constantFrom('2021-03-31', '2021-04-19', '2021-09-01'),
  programme: fc.constantFrom<{ matrix: Matrix }>({ matrix: LUTON_MATRIX }, { matrix: OTHER_MATRIX }),
});

function pairsOf(papers: fc.Arbitrary<Papers>): fc.Arbitrary<PaperPair> {
  return fc
    .tuple(papers, papers, sides, sides)
    .map(([was, now, before, after]) => pairOf(was, now, { before, after }));
}

const FOLDED = new Set(['reference', 'likelihood', 'impact', 'rating', 'status', 'actions']);

/** The values of an entry, those that are the same alike. */
function canonical(fields: Readonly<Record<string, string>>): string {
  const values = Object.entries(fields).map(([field, value]) => {
    if (field === 'score') return [field, /^[\d.]+$/.test(value) ? String(Number(value)) : fold(value)];
    return [field, FOLDED.has(field) ? fold(value) : value];
  });
  return JSON.stringify(values.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

/** What the first side's entries become with the fields of the changes put into them. */
function applied(entries: readonly ListEntry[], changes: readonly EntryChange<string>[]): string[] {
  const byLine = new Map(entries.map(({ at, fields }) => [at.line, { ...fields }]));
  const added: Record<string, string>[] = [];
  for (const { before, after, fields } of changes) {
    const values = before === undefined ? {} : byLine.get(before.line);
    if (values === undefined) throw new Error('a change of an entry that is not there');
    for (const one of fields) {
      expect(values[one.field] ?? null).toBe(one.before);
      if (one.after === null) Reflect.deleteProperty(values, one.field);
      else values[one.field] = one.after;
    }
    if (before === undefined) added.push(values);
    else if (after === undefined) {
      expect(values).toEqual({});
      byLine.delete(before.line);
    }
  }
  return [...byLine.values(), ...added].map(canonical).sort();
}

const MIRRORS: Readonly<Record<string, readonly string[]>> = {
  new: ['gone'],
  gone: ['new'],
  completed: ['reopened', 'set_back', 'withdrawn', 'completed'],
  reopened: ['completed', 'closed', 'withdrawn'],
  withdrawn: ['reopened', 'completed'],
  closed: ['reopened'],
  slipped: ['pulled_forward'],
  pulled_forward: ['slipped'],
  newly_overdue: ['no_longer_overdue'],
  no_longer_overdue: ['newly_overdue'],
  escalated: ['de_escalated'],
  de_escalated: ['escalated'],
  mitigation_later: ['mitigation_earlier'],
  mitigation_earlier: ['mitigation_later'],
  advanced: ['set_back'],
  set_back: ['advanced', 'completed'],
};

function fieldsKey({ fields }: EntryChange<string>, isMirrored: boolean): string {
  return JSON.stringify(
    fields.map(({ field, before, after }) => (isMirrored ? [field, after, before] : [field, before, after])),
  );
}

function linesKey({ before, after }: EntryChange<string>, isMirrored: boolean): string {
  const lines = [before?.line ?? 0, after?.line ?? 0];
  return JSON.stringify(isMirrored ? lines.reverse() : lines);
}

describe.each(LISTS)('the comparison of $name', ({ papers, turned, compare, entries }) => {
  const pairs = pairsOf(papers);

  it('finds nothing where both sides are the same, in any order', () => {
    fc.assert(
      fc.property(papers, sides, (same, options) => {
        expect(compare(pairOf(same, same, { before: options, after: options }))).toEqual([]);
        expect(compare(pairOf(same, turned(same), { before: options, after: options }))).toEqual([]);
      }),
    );
  });

  it('makes the second side of the first, and has one text for each kind', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const changes = compare(pair);
        const second = entries(pair, pair.after).map(({ fields }) => canonical(fields));
        expect(applied(entries(pair, pair.before), changes)).toEqual(second.sort());
        for (const { kinds, texts: sentences } of changes) {
          expect(kinds.length).toBeGreaterThan(0);
          expect(new Set(kinds).size).toBe(kinds.length);
          expect(sentences.map((text) => text !== '')).toEqual(kinds.map(() => true));
        }
      }),
    );
  });

  it('is its own mirror with the sides exchanged', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const there = compare(pair);
        const back = compare(swapped(pair));
        const keys = (changes: readonly EntryChange<string>[], isMirrored: boolean) =>
          changes.map((one) => linesKey(one, isMirrored) + fieldsKey(one, isMirrored)).sort();
        expect(keys(back, true)).toEqual(keys(there, false));
        for (const one of there) {
          const mirror = back.find((other) => linesKey(other, true) === linesKey(one, false));
          const others = new Set(mirror?.kinds);
          expect(mirror?.kinds).toHaveLength(one.kinds.length);
          for (const kind of one.kinds)
            expect((MIRRORS[kind] ?? [kind]).some((name) => others.has(name))).toBe(true);
        }
      }),
    );
  });
});
