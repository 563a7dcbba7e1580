import { isReference } from '../risk/reference.ts';
import { targetsOf } from '../papers/target-state.ts';
import { resolutionLedger } from '../papers/resolution-state.ts';
import {
  actionState,
  explainAction,
  explainMilestone,
  explainRecommendation,
  explainResolution,
  milestoneState,
} from './entries.ts';
import type { EntryExplanation, EntryKind } from './explanation.ts';
import { papersRef, type Papers } from './papers.ts';
import { explainRisk, riskState } from './risk.ts';
import { explainTarget } from './target.ts';

/** An entry of one of the papers' lists, before it is explained. */
export interface Entry {
  readonly kind: EntryKind;
  readonly reference: string;
  /** What it is, in the papers' own words. */
  readonly title: string;
  /** How it stands, in a few words. */
  readonly state: () => string;
  readonly explain: () => EntryExplanation;
}

/** Returns every entry that has a reference: risks, milestones, actions, recommendations, resolutions and targets. */
export function entriesOf(papers: Papers): Entry[] {
  const { context } = papers;
  const { risks, milestones, actions, recommendations } = context.meeting;
  const resolutions = resolutionLedger(context.meetings).resolutions.map((one) => one.resolution);
  return [
    ...risks.map((risk) =>
      entry(
        'risk',
        risk.reference,
        risk.risk,
        () => riskState(context, risk),
        () => explainRisk(papers, risk),
      ),
    ),
    ...milestones.map((one) =>
      entry(
        'milestone',
        one.reference,
        one.milestone,
        () => milestoneState(context, one),
        () => explainMilestone(papers, one),
      ),
    ),
    ...actions.map((one) =>
      entry(
        'action',
        one.reference,
        one.action,
        () => actionState(context, one),
        () => explainAction(papers, one),
      ),
    ),
    ...recommendations.map((one) =>
      explained(
        'recommendation',
        one.reference,
        () => explainRecommendation(papers, one),
        one.recommendation.value,
      ),
    ),
    ...resolutions.map((one) =>
      explained('resolution', one.reference, () => explainResolution(papers, one), one.resolution.value),
    ),
    ...targetsOf(context).map((one) =>
      explained('target', one.id, () => explainTarget(papers, one), one.label),
    ),
  ];
}

/**
 * Returns the entries of a name: `risk:WFR1`, or its reference alone. Several where lists or entries share the reference.
 */
export function entriesNamed(papers: Papers, asked: string): EntryExplanation[] {
  const [, kind, reference] = /^([a-z]+):(.+)$/s.exec(asked) ?? [];
  const known = entriesOf(papers).filter((one) =>
    kind === undefined
      ? isReference(one.reference, asked)
      : one.kind === kind && isReference(one.reference, reference ?? ''),
  );
  return known.map((one) => one.explain());
}

/**
 * Returns what was found under a name that is no entry's: a file, a paragraph, a published figure, a figure of a period
 * for which the data holds nothing. Undefined where no finding is about it.
 */
export function foundUnder(papers: Papers, name: string): EntryExplanation | undefined {
  const about = papers.findings.filter((one) => one.about === name);
  if (about.length === 0) return undefined;
  return {
    kind: 'subject',
    id: name,
    title: name,
    papers: papersRef(papers),
    state: '',
    because: [],
    facts: [],
    findings: { about, touching: [] },
  };
}

function explained(
  kind: EntryKind,
  reference: string,
  explain: () => EntryExplanation,
  title: string,
): Entry {
  return entry(kind, reference, title, () => explain().state, explain);
}

function entry(
  kind: EntryKind,
  reference: string,
  title: string,
  state: () => string,
  explain: () => EntryExplanation,
): Entry {
  return { kind, reference, title, state, explain };
}
