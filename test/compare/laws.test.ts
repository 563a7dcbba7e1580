import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareSides } from '../../src/compare/compare.ts';
import {
  PARTS,
  type Comparison,
  type FigureChange,
  type FigureResult,
  type SideRef,
  type WorkstreamComparison,
} from '../../src/compare/comparison.ts';
import { cellsOf } from '../../src/compare/figures/cells.ts';
import { entriesOfActions } from '../../src/compare/lists/actions.ts';
import { entriesOfEscalations } from '../../src/compare/lists/escalations.ts';
import { entriesOfMilestones } from '../../src/compare/lists/milestones.ts';
import { entriesOfRecommendations } from '../../src/compare/lists/recommendations.ts';
import { entriesOfResolutions } from '../../src/compare/lists/resolutions.ts';
import { entriesOfRisks } from '../../src/compare/lists/risks.ts';
import { settingsOf } from '../../src/compare/settings/compare-settings.ts';
import { workstreamSettingsOf } from '../../src/compare/settings/workstream-settings.ts';
import type { ComparedSide, PaperPair, SidePapers } from '../../src/compare/side.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { oneLine } from '../../src/model/one-line.ts';
import { createContext } from '../../src/papers/context.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { applied, cellText, sortedEntries, type Given } from '../support/applied.ts';
import { changedAtRandom, type RandomChange } from '../support/changed-dataset.ts';

const LISTS = ['milestones', 'risks', 'actions', 'recommendations', 'resolutions', 'escalations'] as const;

/** Each compares the whole of an example several times. */
const RUNS = 20;

let base: Dataset;
/** The same, read once more: equal by what it says, and not the same object. */
let again: Dataset;

beforeAll(async () => {
  [base, again] = await Promise.all([readExample(), readExample()]);
});

async function readExample(): Promise<Dataset> {
  const root = fileURLToPath(new URL('../../examples/programme', import.meta.url));
  const { dataset } = await readDataRepo(root);
  if (dataset === undefined) throw new Error('the example cannot be read');
  return dataset;
}

function sideOf(dataset: Dataset, label: string): ComparedSide {
  const ref: SideRef = { label, asked: label };
  const papers = dataset.workstreams.flatMap((workstream): SidePapers[] => {
    const meeting = workstream.meetings.at(-1);
    if (meeting === undefined) return [];
    const context = createContext(dataset, { workstream, meeting });
    return [{ context, period: context.periods.at(-1) }];
  });
  return { dataset, ref, papers };
}

/** As a reader of the JSON gets it. */
function compared(before: ComparedSide, after: ComparedSide): Comparison {
  const comparison = compareSides(before, after, { form: 'folders', version: '0', parts: PARTS });
  return JSON.parse(JSON.stringify(comparison)) as Comparison;
}

function givenOf(side: ComparedSide, id: string, pair: PaperPair): Given {
  const papers = side.papers.find(({ context }) => context.workstream.id === id);
  if (papers === undefined) throw new Error(`no papers of ${id}`);
  const { current, reason, despite, previous } = papers.context.meeting.paper.rag ?? {};
  const texts = { current, despite: despite?.value, previous, reason: reason?.value };
  const settings = [...settingsOf(side.dataset), ...workstreamSettingsOf(papers.context)];
  const lists = {
    milestones: entriesOfMilestones(papers),
    risks: entriesOfRisks(pair, papers),
    actions: entriesOfActions(papers),
    recommendations: entriesOfRecommendations(papers),
    resolutions: entriesOfResolutions(papers),
    escalations: entriesOfEscalations(papers),
  };
  return {
    cells: cellsOf(papers, 'folders')
      .map(({ of, stated, indicator, value }) =>
        cellText(
          { metric: of.id, group: of.group, basis: of.basis, period: of.period as never, stated, indicator },
          value,
        ),
      )
      .sort(),
    lists: Object.fromEntries(LISTS.map((list) => [list, sortedEntries(lists[list])])),
    rag: Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, oneLine(text)]])),
    ),
    settings: Object.fromEntries(settings.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The first side as it is, with the places of its entries, by which the difference names them. */
function withPlaces(given: Given, papers: SidePapers, pair: PaperPair): Given {
  return {
    ...given,
    lists: {
      milestones: entriesOfMilestones(papers),
      risks: entriesOfRisks(pair, papers),
      actions: entriesOfActions(papers),
      recommendations: entriesOfRecommendations(papers),
      resolutions: entriesOfResolutions(papers),
      escalations: entriesOfEscalations(papers),
    },
  };
}

/** Of what happened in one direction, what happened in the other. */
const MIRRORED: Readonly<Record<string, string>> = {
  new: 'gone',
  breakdown_new: 'breakdown_gone',
  slipped: 'pulled_forward',
  newly_overdue: 'no_longer_overdue',
  escalated: 'de_escalated',
  mitigation_later: 'mitigation_earlier',
  advanced: 'set_back',
};

/** Words for a state that is left or taken up: which of them it was, the other direction does not know. */
const STATES: Readonly<Record<string, string>> = {
  completed: 'state',
  closed: 'state',
  withdrawn: 'state',
  reopened: 'state',
};

/** A recommendation that is complete has advanced; a resolution that is answered is listed no longer. */
function asKind(kind: string, list: string): string {
  if (list === 'resolutions' && kind === 'answered') return 'gone';
  if (list === 'recommendations') return kind === 'completed' ? 'advanced' : kind;
  return STATES[kind] ?? kind;
}

function mirroredKind(kind: string): string {
  const back = Object.entries(MIRRORED).find(([, other]) => other === kind);
  return MIRRORED[kind] ?? back?.[0] ?? kind;
}

function kindOf(before: FigureResult, after: FigureResult): string {
  if (before.kind === 'missing') return 'new';
  if (after.kind === 'missing') return 'gone';
  return before.kind === 'number' && after.kind === 'number' ? 'changed' : 'marker';
}

/** A figure that is listed only because the second side says that it was another has no mirror: one side knows both. */
function isMovement({ revised, otherwise, before, after }: FigureChange): boolean {
  return (
    revised === undefined ||
    otherwise !== undefined ||
    JSON.stringify(before.result) !== JSON.stringify(after.result)
  );
}

const changes: fc.Arbitrary<RandomChange[]> = fc.array(
  fc.record({ kind: fc.nat(), position: fc.nat(), value: fc.nat() }),
  { maxLength: 6 },
);

describe('the laws of a comparison', () => {
  it('gives nothing for equal sides', () => {
    fc.assert(
      fc.property(changes, (some) => {
        const [a, b] = [sideOf(changedAtRandom(base, some), 'A'), sideOf(changedAtRandom(again, some), 'B')];
        const { differs, settings, onlyBefore, onlyAfter, workstreams } = compared(a, b);
        expect({ differs, settings, onlyBefore, onlyAfter }).toEqual({
          differs: false,
          settings: [],
          onlyBefore: [],
          onlyAfter: [],
        });
        for (const { headlines, periods, ...one } of workstreams) {
          expect(headlines).not.toEqual([]);
          expect(periods).toEqual({ new: [], gone: [] });
          // Whatever else a workstream has is a list of changes, and empty.
          for (const [name, value] of Object.entries(one))
            if (Array.isArray(value)) expect(value, name).toEqual([]);
          expect(Object.keys(one)).not.toContain('rag');
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('makes the second side of the first', () => {
    fc.assert(
      fc.property(changes, changes, (one, other) => {
        const [a, b] = [sideOf(changedAtRandom(base, one), 'A'), sideOf(changedAtRandom(base, other), 'B')];
        const json = compared(a, b);
        for (const after of b.papers) {
          const { id } = after.context.workstream;
          const before = a.papers.find(({ context }) => context.workstream.id === id);
          if (before === undefined) continue;
          const pair: PaperPair = { form: 'folders', before, after };
          const first = withPlaces(givenOf(a, id, pair), before, pair);
          const made = applied(first, json, { workstream: id, lists: LISTS });
          expect(made).toEqual(givenOf(b, id, pair));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives for swapped sides the mirror', () => {
    fc.assert(
      fc.property(changes, changes, (one, other) => {
        const [a, b] = [sideOf(changedAtRandom(base, one), 'A'), sideOf(changedAtRandom(base, other), 'B')];
        const [there, back] = [compared(a, b), compared(b, a)];
        expect(back.differs).toBe(there.differs);
        expect(back.settings.map(({ id, before, after }) => [id, after, before]).sort()).toEqual(
          there.settings.map(({ id, before, after }) => [id, before, after]).sort(),
        );
        for (const [index, forth] of there.workstreams.entries()) {
          const mirror = back.workstreams[index];
          if (mirror === undefined) throw new Error('a workstream is missing');
          const cell = ({ metric, group, period }: (typeof forth.cells)[number]) => [
            metric,
            group,
            period?.key,
          ];
          const byText = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
          expect(byText(mirror.cells.map((c) => [...cell(c), c.after?.value, c.before?.value]))).toEqual(
            byText(forth.cells.map((c) => [...cell(c), c.before?.value, c.after?.value])),
          );
          const negated = (text: string | undefined) =>
            text === undefined || text === '0' ? text : text.startsWith('-') ? text.slice(1) : `-${text}`;
          for (const part of ['figures', 'restated'] as const) {
            const row = (id: string, before: FigureResult, after: FigureResult, decimal?: string) => [
              id,
              kindOf(before, after),
              // Why there is none is said in the words of the second side.
              before.kind === 'missing' ? before.kind : before,
              after.kind === 'missing' ? after.kind : after,
              decimal,
            ];
            // Under one definition on both sides: swapped, it is the other side's.
            const swapped = mirror[part].filter(isMovement).map((f) => {
              const { before, after, absolute } = f.otherwise ?? f;
              return row(f.id, after.result, before.result, negated(absolute?.decimal));
            });
            const straight = forth[part]
              .filter(isMovement)
              .map((f) => row(f.id, f.before.result, f.after.result, f.absolute?.decimal));
            for (const f of forth[part]) expect(f.kind, f.id).toBe(kindOf(f.before.result, f.after.result));
            expect(byText(swapped), part).toEqual(byText(straight));
          }
          expect(
            byText(mirror.groups.map((g) => [mirroredKind(g.kind), g.dimension, g.name, g.perhaps?.name])),
          ).toEqual(byText(forth.groups.map((g) => [g.kind, g.dimension, g.name, g.perhaps?.name])));
          for (const list of LISTS)
            expect(
              byText(mirror[list].map(({ fields }) => fields.map((f) => [f.field, f.after, f.before]))),
              list,
            ).toEqual(
              byText(forth[list].map(({ fields }) => fields.map((f) => [f.field, f.before, f.after]))),
            );
          for (const list of LISTS) {
            const kinds = (of: WorkstreamComparison, as: (kind: string) => string) =>
              byText(
                of[list].map((one) => [...new Set(one.kinds.map((kind) => as(asKind(kind, list))))].sort()),
              );
            expect(kinds(mirror, mirroredKind), list).toEqual(kinds(forth, (kind) => kind));
          }
          const turned = { up: 'down', down: 'up', level: 'level', none: 'none' } as const;
          if (there.settings.length === 0)
            expect(
              byText(mirror.figures.filter(isMovement).map((f) => [f.id, turned[f.movement ?? 'none']])),
            ).toEqual(byText(forth.figures.filter(isMovement).map((f) => [f.id, f.movement ?? 'none'])));
          const effects = (rates: typeof forth.rates, sign: (text: string) => string | undefined) =>
            byText(
              rates.map((r) => [
                r.figure,
                sign(r.numerator.effect.decimal),
                sign(r.denominator.effect.decimal),
              ]),
            );
          // Where definitions differ, each direction splits the rate of its own second side.
          // What was restated is known to one side alone, and so is the split of what is left.
          const revised = new Set(
            [...forth.figures, ...mirror.figures].flatMap((f) => (f.revised ? [f.id] : [])),
          );
          const ofBoth = ({ rates }: WorkstreamComparison) => rates.filter((r) => !revised.has(r.figure));
          if (there.settings.length === 0)
            expect(effects(ofBoth(mirror), negated)).toEqual(effects(ofBoth(forth), (text) => text));
          expect(byText(mirror.bridges)).toEqual(byText(forth.bridges));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
