import type { Dataset, Meeting } from '../model/dataset.ts';
import { exact } from '../model/exact.ts';
import { periodRef } from '../model/period-ref.ts';
import { DEFAULT_HEADLINES } from '../papers/default-figures.ts';
import {
  COMPARISON_SCHEMA,
  type CellChange,
  type Comparison,
  type Form,
  type PapersRef,
  type Part,
  type SettingChange,
  type WorkstreamComparison,
} from './comparison.ts';
import { compareFigures } from './figures/compare-figures.ts';
import { isWithin } from './figures/limit.ts';
import { compareGroups } from './groups/compare-groups.ts';
import { configuredInOneSpelling, inOneSpelling } from './groups/one-spelling.ts';
import { compareActions } from './lists/actions.ts';
import { compareEscalations } from './lists/escalations.ts';
import { compareMilestones } from './lists/milestones.ts';
import { compareRag } from './lists/rag.ts';
import { compareRecommendations } from './lists/recommendations.ts';
import { compareResolutions } from './lists/resolutions.ts';
import { compareRisks } from './lists/risks.ts';
import { compareSettings } from './settings/compare-settings.ts';
import { compareWorkstreamSettings } from './settings/workstream-settings.ts';
import { effectsOf } from './settings/effects.ts';
import type { ComparedSide, CompareRequest, PaperPair, SidePapers } from './side.ts';
import { bridgesBetween } from './why/bridge.ts';
import { rateSplits } from './why/rate-splits.ts';
import { signalsOf } from './why/signals.ts';

/**
 * Returns what really changed from one side to the other. Workstreams are the same by their ids; of tables without a data
 * repo there is one on each side, whatever it is called. Equal sides give a comparison that does not differ, and swapped
 * ones the mirror of it. `notCompared` is for the caller to complete: what it left out of the sides is not seen here.
 */
export function compareSides(before: ComparedSide, after: ComparedSide, request: CompareRequest): Comparison {
  const { form, version, parts, tolerance, floor } = request;
  const pairs = pairsOf(before, after, request);
  const spelt = pairs.map(inOneSpelling);
  const configured = configuredInOneSpelling(before.dataset, after.dataset);
  const settings = programmeSettings(configured, after.dataset, spelt, request);
  const compared = spelt.map((pair) => ({ pair, comparison: compareWorkstream(pair, request) }));
  const workstreams = compared.map(({ comparison }) => comparison);
  const [onlyBefore, onlyAfter] = [unpaired(before, pairs, 'before'), unpaired(after, pairs, 'after')];
  const { organisation, name } = after.dataset.programme;
  return {
    schema: COMPARISON_SCHEMA,
    generator: { name: 'cip-report', version },
    language: 'en-GB',
    form,
    organisation,
    programme: name,
    before: before.ref,
    after: after.ref,
    parts,
    ...(tolerance && { tolerance: tolerance.text }),
    ...(floor && { floor: floor.text }),
    differs:
      settings.length + onlyBefore.length + onlyAfter.length > 0 ||
      compared.some(({ pair, comparison }) => differs(comparison, pair, request)),
    settings,
    workstreams,
    onlyBefore,
    onlyAfter,
    notCompared: form === 'periods' ? withoutPeriods(pairs, parts) : [],
  };
}

function pairsOf(before: ComparedSide, after: ComparedSide, { form }: CompareRequest): PaperPair[] {
  const only = form === 'files' ? before.papers[0] : undefined;
  return after.papers.flatMap((one) => {
    const other = only ?? before.papers.find((some) => idOf(some) === idOf(one));
    return other === undefined ? [] : [{ form, before: other, after: one }];
  });
}

function unpaired({ papers }: ComparedSide, pairs: readonly PaperPair[], side: 'before' | 'after'): string[] {
  return papers
    .filter((one) => !pairs.some((pair) => pair[side] === one))
    .map(({ context }) => context.workstream.title);
}

function idOf({ context }: SidePapers): string {
  return context.workstream.id;
}

/** What the configuration says does not differ between two periods of the same papers. */
function programmeSettings(
  before: Dataset,
  after: Dataset,
  pairs: readonly PaperPair[],
  { form, parts }: CompareRequest,
): SettingChange[] {
  if (form === 'periods') return [];
  return compareSettings(before, after)
    .filter((change) => parts.includes(partOf(change)))
    .map((change) => ({ ...change, effects: effectsOf(change, pairs) }));
}

/** Levels, dated or not, are asked for together; all else changes what the other lines mean. */
function partOf({ what }: SettingChange): Part {
  return what === 'target' || what === 'limit' ? 'targets' : 'definitions';
}

function compareWorkstream(pair: PaperPair, request: CompareRequest): WorkstreamComparison {
  const { before, after, form } = pair;
  const { parts } = request;
  const { id, title, population, basis, headlines } = after.context.workstream;
  const has = (...some: readonly Part[]) => some.some((part) => parts.includes(part));
  const hasFigures = has('workforce', 'indicators');
  const compared = compareFigures(pair, request);
  // Lists, RAG and settings belong to papers: two periods of the same papers share them.
  const listed = <T>(part: Part, compare: (of: PaperPair) => T[]): T[] =>
    form !== 'periods' && has(part) ? compare(pair) : [];
  const rag = form !== 'periods' && has('rag') ? compareRag(pair) : undefined;
  return {
    id,
    title,
    population,
    basis,
    headlines: headlines.length > 0 ? headlines : DEFAULT_HEADLINES,
    before: papersRef(before, form),
    after: papersRef(after, form),
    settings: form === 'periods' ? [] : compareWorkstreamSettings(pair).filter((one) => has(partOf(one))),
    ...(rag && { rag }),
    ...compared,
    groups: hasFigures ? compareGroups(pair) : [],
    bridges: has('workforce') ? bridgesBetween(pair) : [],
    rates: rateSplits(pair, compared.figures),
    signals: signalsOf(pair, compared.figures),
    milestones: listed('milestones', compareMilestones),
    risks: listed('risks', compareRisks),
    actions: listed('actions', compareActions),
    recommendations: listed('recommendations', compareRecommendations),
    resolutions: listed('resolutions', compareResolutions),
    escalations: listed('escalations', compareEscalations),
  };
}

function papersRef({ context, period }: SidePapers, form: Form): PapersRef {
  return {
    ...(form !== 'files' && { meeting: context.meeting.date }),
    asOf: context.asOf,
    ...(period && { period: periodRef(period) }),
  };
}

function differs(
  one: WorkstreamComparison,
  { after: { context } }: PaperPair,
  { tolerance }: CompareRequest,
): boolean {
  const { settings, rag, figures, restated, cells, groups, periods } = one;
  const lists = [
    one.milestones,
    one.risks,
    one.actions,
    one.recommendations,
    one.resolutions,
    one.escalations,
  ];
  const isBeyond = ({ metric, before, after }: CellChange): boolean => {
    if (tolerance === undefined || before?.kind !== 'number' || after?.kind !== 'number') return true;
    const unit = context.figures.registry.kinds.get(metric)?.unit ?? 'count';
    return !isWithin(tolerance, exact(before.value ?? '0'), exact(after.value ?? '0'), unit);
  };
  return (
    rag !== undefined ||
    [settings, groups, periods.new, periods.gone, ...lists].some((some) => some.length > 0) ||
    [...figures, ...restated].some(({ within }) => within !== 'tolerance') ||
    cells.some(isBeyond)
  );
}

/** Which parts of the papers have no period, where there is anything of them. */
function withoutPeriods(pairs: readonly PaperPair[], parts: readonly Part[]): string[] {
  const named: readonly [Part, (meeting: Meeting) => boolean][] = [
    ['rag', ({ paper }) => paper.rag !== undefined],
    ['milestones', ({ milestones }) => milestones.length > 0],
    ['risks', ({ risks }) => risks.length > 0],
    ['actions', ({ actions }) => actions.length > 0],
    ['recommendations', ({ recommendations }) => recommendations.length > 0],
  ];
  const left = named.filter(
    ([part, has]) => parts.includes(part) && pairs.some(({ after }) => has(after.context.meeting)),
  );
  if (left.length === 0) return [];
  return [
    'Milestones, risks, actions and the RAG belong to a meeting, not to a data period: compare two meetings, or use --since-last-meeting.',
  ];
}
