import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/compare/figures/cells.ts';
import type {
  CellChange,
  CellValue,
  FigureChange,
  FigureSide,
  Form,
  WorkstreamComparison,
} from '../../../src/compare/comparison.ts';
import type { SidePapers } from '../../../src/compare/side.ts';
import type { Observation } from '../../../src/model/dataset.ts';
import { exact, toDecimal } from '../../../src/model/exact.ts';
import { month, table, target } from '../../support/dataset.ts';
import { agencyRate, compared, side } from './small-sides.ts';

const MONTHS = ['2021-01', '2021-02', '2021-03'];

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 12 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('2.5', '0.25', '12.0') },
);
const given = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 2, arbitrary: fc.constantFrom('', '–', 'c', 'z', '<5', '<10') },
);
const printed = fc.constantFrom('', '', '20%', '20.0%', '21.08%', 'c');

const MEASURES = ['permanent', 'agency', 'establishment', 'unfilled', 'leavers'];
const GROUPS = [{}, { team: 'Duty' }, { team: 'Court' }, { team: 'Duty', role: 'Manager' }];

/** Cells of measures, groups and months; what is printed of a rate, maybe twice. */
const cells = fc.record({
  given: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...MEASURES), fc.constantFrom(...GROUPS), fc.constantFrom(...MONTHS), given),
    { maxLength: 12, selector: (one) => JSON.stringify(one.slice(0, 3)) },
  ),
  stated: fc.array(fc.tuple(fc.constantFrom(...MONTHS), printed), { maxLength: 3 }),
});

function observationsOf({ given: rows, stated }: Cells): Observation[] {
  return [
    ...rows.flatMap(([measure, group, key, text], index) =>
      table([month(key)], [[measure, text]], { group, line: index + 2 }),
    ),
    ...stated.flatMap(([key, text], index) =>
      table([month(key)], [['agency_rate (stated)', text]], { line: index + 40 }),
    ),
  ];
}

type Cells = typeof cells extends fc.Arbitrary<infer T> ? T : never;

/** Papers of one meeting, or of one that follows another; with one of three definitions of a rate. */
const papers = fc.record({
  now: cells,
  earlier: fc.option(cells, { nil: undefined }),
  formula: fc.constantFrom(undefined, 'agency / establishment', 'agency / in_post'),
  period: fc.constantFrom(...MONTHS),
  hasOwnTable: fc.boolean(),
});

type Papers = typeof papers extends fc.Arbitrary<infer T> ? T : never;

function sideOf({ now, earlier, formula, period, hasOwnTable }: Papers): SidePapers {
  const before = earlier && [{ ...emptyMeeting(), observations: observationsOf(earlier) }];
  const definitions = formula === undefined ? [] : [agencyRate(formula)];
  return side(
    {
      meeting: { observations: observationsOf(now) },
      ...(before && { before }),
      programme: { targets: [target()], definitions },
      workstream: hasOwnTable ? { table: [{ label: 'All', rows: ['agency_rate', 'in_post'] }] } : {},
    },
    period,
  );
}

function emptyMeeting() {
  const { context } = side({ meeting: { id: '2021-03-01' } });
  return context.meeting;
}

type Compared = ReturnType<typeof compared>;

interface Sides extends Omit<Compared, 'figures' | 'restated'> {
  readonly figures: readonly { readonly id: string }[];
  readonly restated: readonly { readonly id: string }[];
}

/** Returns it with its figures in the order of their ids: what one side alone knows to be revised is no order of both. */
function unordered(sides: Sides): Sides {
  return { ...sides, figures: sides.figures.toSorted(({ id: a }, { id: b }) => a.localeCompare(b)) };
}

/** Returns the comparison with its two sides exchanged, as far as it does not depend on which of them is the second. */
function mirrored({ figures: all, restated, cells, periods }: Compared): Sides {
  const figures = all.filter(isMovement);
  const cell = (one: CellChange) => ({ ...one, before: one.after, after: one.before });
  return {
    figures: figures.map(mirroredFigure),
    restated: restated.map(mirroredFigure),
    cells: cells.map(cell),
    periods: { new: periods.gone, gone: periods.new },
  };
}

/** What only one side knows, that the other's period was revised, has no mirror: a figure that is listed for that alone. */
function isMovement({ revised, otherwise, before, after }: FigureChange): boolean {
  const isSame = (a: FigureSide, b: FigureSide) => isDeepStrictEqual(a.result, b.result);
  return (
    revised === undefined ||
    !isSame(before, after) ||
    (otherwise !== undefined && !isSame(otherwise.before, otherwise.after))
  );
}

interface Numbers {
  readonly before: FigureSide;
  readonly after: FigureSide;
  readonly absolute?: { readonly decimal: string };
}

function core({ before, after, absolute }: Numbers) {
  return { before, after, absolute: absolute && toDecimal(exact(absolute.decimal)) };
}

function exchanged({ before, after, absolute }: Numbers) {
  return { before: after, after: before, absolute: absolute && toDecimal(exact(absolute.decimal).neg()) };
}

const OPPOSITE = { new: 'gone', gone: 'new', changed: 'changed', marker: 'marker' } as const;

/** What the first side's definitions make of it is the mirror of what those of the second side make. */
function mirroredFigure(one: FigureChange) {
  const main = one.otherwise ?? one;
  return {
    id: one.id,
    ...exchanged(main),
    otherwise: one.otherwise && exchanged(one),
    kind: one.otherwise === undefined ? OPPOSITE[one.kind] : undefined,
  };
}

function asIs(comparison: Compared): Sides {
  const figure = (one: FigureChange) => ({
    id: one.id,
    ...core(one),
    otherwise: one.otherwise && core(one.otherwise),
    kind: one.otherwise === undefined ? one.kind : undefined,
  });
  return {
    ...comparison,
    figures: comparison.figures.filter(isMovement).map(figure),
    restated: comparison.restated.map(figure),
  };
}

/** Returns what a side gives and states, with the changes put into it: by key, with each value once. */
function patched(before: SidePapers, form: Form, changes: WorkstreamComparison['cells']): string[] {
  const texts = new Set(
    cellsOf(before, form).map(({ of, stated, value }) =>
      cellText(form, { ...of, metric: of.id, stated, value }),
    ),
  );
  for (const change of changes) {
    const { before: old, after, period } = change;
    const key = { ...change, period: period ?? { kind: '', key: '' } };
    if (old) expect(texts.delete(cellText(form, { ...key, value: old }))).toBe(true);
    if (after) texts.add(cellText(form, { ...key, value: after }));
  }
  return [...texts].sort();
}

interface OneCell extends Pick<CellChange, 'metric' | 'group' | 'basis' | 'stated'> {
  readonly period: { readonly kind: string; readonly key: string };
  readonly value: CellValue;
}

function cellText(form: Form, { metric, group, basis, stated, period, value }: OneCell): string {
  const when = form === 'periods' ? null : [period.kind, period.key];
  return JSON.stringify([metric, Object.entries(group).sort(), basis, stated, when, value.kind, value.value]);
}

const form = fc.constantFrom<Form>('folders', 'periods');

describe('the comparison of figures', () => {
  it('of equal sides is empty', () => {
    fc.assert(
      fc.property(papers, form, (some, how) => {
        const one = sideOf(some);
        const nothing = { figures: [], restated: [], cells: [], periods: { new: [], gone: [] } };
        expect(compared(one, how === 'periods' ? one : sideOf(some), { form: how })).toEqual(nothing);
      }),
      { numRuns: 40 },
    );
  });

  it('of swapped sides is the mirror', () => {
    fc.assert(
      fc.property(papers, papers, (some, others) => {
        const [one, other] = [sideOf(some), sideOf(others)];
        expect(unordered(asIs(compared(other, one)))).toEqual(unordered(mirrored(compared(one, other))));
      }),
      { numRuns: 40 },
    );
  });

  it('of two periods of the same papers, swapped, is the mirror', () => {
    fc.assert(
      fc.property(papers, fc.constantFrom(...MONTHS), (some, key) => {
        const one = sideOf(some);
        const other = { ...one, period: month(key) };
        const [there, back] = [
          compared(one, other, { form: 'periods' }),
          compared(other, one, { form: 'periods' }),
        ];
        expect(asIs(back)).toEqual(mirrored(there));
      }),
      { numRuns: 40 },
    );
  });

  it('makes the second side of the first', () => {
    fc.assert(
      fc.property(papers, papers, form, (some, others, how) => {
        const [one, other] = [sideOf(some), sideOf(others)];
        const { cells } = compared(one, other, { form: how });
        expect(patched(one, how, cells)).toEqual(patched(other, how, []));
      }),
      { numRuns: 40 },
    );
  });

  it('says after − before, of what it shows', () => {
    fc.assert(
      fc.property(papers, papers, (some, others) => {
        const [one, other] = [sideOf(some), sideOf(others)];
        const { figures, restated } = compared(one, other);
        for (const { before, after, absolute, kind, revised } of [...figures, ...restated]) {
          const isChanged = before.result.kind === 'number' && after.result.kind === 'number';
          expect([isChanged, absolute !== undefined]).toEqual([kind === 'changed', kind === 'changed']);
          if (before.result.kind !== 'number' || after.result.kind !== 'number') continue;
          if (!before.result.exact || !after.result.exact) continue;
          const isFrom = ({ result }: FigureSide, change: string | undefined) => {
            if (result.kind !== 'number' || after.result.kind !== 'number' || !result.exact) return;
            expect(change).toBe(toDecimal(exact(after.result.decimal).sub(exact(result.decimal))));
          };
          isFrom(before, absolute?.decimal);
          if (revised) isFrom(revised.before, revised.absolute?.decimal);
          if (revised) expect(revised.before.result).not.toEqual(before.result);
        }
      }),
      { numRuns: 40 },
    );
  });
});
