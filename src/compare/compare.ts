import { idsBehind } from '../metrics/family.ts';
import type { Dataset } from '../model/dataset.ts';
import { periodRef } from '../model/period-ref.ts';
import { DEFAULT_HEADLINES } from '../papers/default-figures.ts';
import {
  COMPARISON_SCHEMA,
  type Comparison,
  type Form,
  type PapersRef,
  type Part,
  type SettingChange,
  type WorkstreamComparison,
} from './comparison.ts';
import { compareFigures } from './figures/compare-figures.ts';
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
import { createEffects } from './settings/effects.ts';
import { notCompared, withGroupPeriods } from './not-compared.ts';
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
  const spelt = pairs.map((pair) => withGroupPeriods(inOneSpelling(pair)));
  const configured = configuredInOneSpelling(before.dataset, after.dataset);
  const compared = spelt.map((pair) => ({ pair, comparison: compareWorkstream(pair, request) }));
  const workstreams = compared.map(({ comparison }) => comparison);
  const settings = programmeSettings(configured, after.dataset, compared, request);
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
    differs: settings.length + onlyBefore.length + onlyAfter.length > 0 || workstreams.some(differs),
    settings,
    workstreams,
    onlyBefore,
    onlyAfter,
    notCompared: notCompared(pairs, spelt, { before: before.ref, after: after.ref }, request),
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

interface Compared {
  readonly pair: PaperPair;
  readonly comparison: WorkstreamComparison;
}

/** What the configuration says does not differ between two periods of the same papers. */
function programmeSettings(
  before: Dataset,
  after: Dataset,
  compared: readonly Compared[],
  { form, parts }: CompareRequest,
): SettingChange[] {
  if (form === 'periods') return [];
  const effects = createEffects(compared.map(({ pair }) => pair));
  return compareSettings(before, after)
    .filter((change) => isAsked(change, parts) && (parts.includes('definitions') || bears(change, compared)))
    .map((change) => ({ ...change, effects: effects(change) }));
}

/** Where definitions are not asked for, what came or went is told only where a figure that differs stands on it. */
function bears({ id, kind, what }: SettingChange, compared: readonly Compared[]): boolean {
  if (kind === 'changed' || !MEANINGS.includes(what) || what === 'overlapping') return true;
  return compared.some(({ pair, comparison: { figures, restated, cells } }) => {
    const metrics = new Set([...figures, ...restated, ...cells].map(({ metric }) => metric));
    return [pair.before, pair.after].some(({ context }) =>
      [...metrics].some((metric) => idsBehind(context.figures.registry, metric).has(id)),
    );
  });
}

/** What changes the meaning of figures goes with these, whatever else is asked for. */
const MEANINGS: readonly SettingChange['what'][] = [
  'definition',
  'measure',
  'indicator',
  'basis',
  'population',
  'overlapping',
];

/** Levels, dated or not, are asked for together; all else changes what the other lines mean. */
function isAsked({ what }: SettingChange, parts: readonly Part[]): boolean {
  if (what === 'target' || what === 'limit') return parts.includes('targets');
  const isOfFigures = what !== 'indicator' && parts.includes('workforce');
  if (MEANINGS.includes(what) && (isOfFigures || parts.includes('indicators'))) return true;
  return parts.includes('definitions');
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
    settings: form === 'periods' ? [] : compareWorkstreamSettings(pair).filter((one) => isAsked(one, parts)),
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

function differs(one: WorkstreamComparison): boolean {
  const { settings, rag, figures, restated, cells, groups, periods } = one;
  const lists = [
    one.milestones,
    one.risks,
    one.actions,
    one.recommendations,
    one.resolutions,
    one.escalations,
  ];
  return (
    rag !== undefined ||
    [settings, groups, periods.new, periods.gone, ...lists].some((some) => some.length > 0) ||
    [...figures, ...restated, ...cells].some(({ within }) => within !== 'tolerance')
  );
}
