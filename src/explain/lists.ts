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
import type { EntryExplanation, ListKind } from './explanation.ts';
import { papersRef, type Papers } from './papers.ts';
import { explainRisk, riskState } from './risk.ts';
import { explainTarget } from './target.ts';

/** An entry of one of the papers' lists, before it is explained. */
export interface Entry {
  readonly kind: ListKind;
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
  const { meeting, meetings } = context;
  return [
    ...meeting.risks.map((one) =>
      entry('risk', one.reference, one.risk, {
        state: () => riskState(context, one),
        explain: () => explainRisk(papers, one),
      }),
    ),
    ...meeting.milestones.map((one) =>
      entry('milestone', one.reference, one.milestone, {
        state: () => milestoneState(context, one),
        explain: () => explainMilestone(papers, one),
      }),
    ),
    ...meeting.actions.map((one) =>
      entry('action', one.reference, one.action, {
        state: () => actionState(context, one),
        explain: () => explainAction(papers, one),
      }),
    ),
    ...meeting.recommendations.map((one) =>
      entry('recommendation', one.reference, one.recommendation.value, {
        explain: () => explainRecommendation(papers, one),
      }),
    ),
    ...resolutionLedger(meetings).resolutions.map(({ resolution: one }) =>
      entry('resolution', one.reference, one.resolution.value, {
        explain: () => explainResolution(papers, one),
      }),
    ),
    ...targetsOf(context).map((one) =>
      entry('target', one.id, one.label, { explain: () => explainTarget(papers, one) }),
    ),
  ];
}

/**
 * Returns the entries of a name: `risk:WFR1`, `risk WFR1`, or its reference alone. Several where lists or entries share
 * the reference.
 */
export function entriesNamed(papers: Papers, asked: string): EntryExplanation[] {
  const [, kind = '', reference = ''] = /^([a-z]+)[:\s](.+)$/is.exec(asked) ?? [];
  const known = entriesOf(papers).filter(
    (one) =>
      isReference(one.reference, asked) ||
      (one.kind === kind.toLowerCase() && isReference(one.reference, reference)),
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

/** How it stands is the account's own word where nothing shorter is given. */
function entry(
  kind: ListKind,
  reference: string,
  title: string,
  { explain, state = () => explain().state }: Pick<Entry, 'explain'> & Partial<Pick<Entry, 'state'>>,
): Entry {
  return { kind, reference, title, state, explain };
}
