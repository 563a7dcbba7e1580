import { formatPeriod, formatPeriodInFull } from '../model/format.ts';
import type { PaperContext } from '../papers/context.ts';
import { redRisks } from '../papers/evidence.ts';
import { indicatorStates } from '../papers/indicator-state.ts';
import { CITABLE } from '../papers/resolve.ts';
import { figureSubject, subjectOf } from '../papers/subject.ts';
import { evaluationText } from '../metrics/wording.ts';
import { actionStatus } from '../risk/action-state.ts';
import { milestoneStatus } from '../risk/milestone-state.ts';
import type { Action, Milestone, Recommendation, Risk } from '../model/dataset.ts';
import { actionState, milestoneState } from './entries.ts';
import type { CountedItem, CountExplanation } from './explanation.ts';
import { findingsOn, papersRef, type Papers } from './papers.ts';
import { riskState } from './risk.ts';

/** Returns what a count of the papers counts: every name that a text can cite beside figures. */
export function explainCount(papers: Papers, name: string): CountExplanation | undefined {
  const citable = Object.hasOwn(CITABLE, name) ? CITABLE[name] : undefined;
  if (citable === undefined) return undefined;
  const counted = COUNTED[name]?.(papers.context) ?? [];
  return {
    kind: 'count',
    id: name,
    title: citable.is,
    papers: papersRef(papers),
    value: citable.textOf(papers.context) ?? 'none',
    is: citable.is,
    counted,
    findings: findingsOn(
      papers,
      [name],
      counted.flatMap((one) => one.at ?? []),
    ),
  };
}

type Counted = (context: PaperContext) => CountedItem[];

const COUNTED: Readonly<Record<string, Counted>> = {
  period: ({ periods }) => periods.map((one) => ({ id: one.key, text: formatPeriodInFull(one) })),
  'milestones.total': milestones(() => true),
  'milestones.complete': milestones((_, state) => state === 'complete'),
  'milestones.overdue': milestones((_, state) => state === 'overdue'),
  'milestones.due_soon': milestones((_, state) => state === 'due_soon'),
  'milestones.slipped': milestones((one, _, isLate) => isLate && !one.complete),
  'risks.open': risks(({ open }) => open),
  'risks.closed': risks(({ open }) => !open),
  'risks.red': (context) => redRisks(context).map((one) => riskItem(context, one)),
  'actions.open': actions((one) => one.state === 'open'),
  'actions.overdue': actions((one, context) => statusOf(one, context) === 'overdue'),
  'actions.complete': actions((one) => one.state === 'complete'),
  'recommendations.total': recommendations(() => true),
  'recommendations.complete': recommendations(({ status }) => status === 'complete'),
  'indicators.red': (context) => indicatorItems(context).filter(({ state }) => state === 'red'),
};

function milestones(counts: (one: Milestone, state: string, isLate: boolean) => boolean): Counted {
  return (context) => {
    const { meeting, asOf, programme } = context;
    return meeting.milestones
      .filter((one) => {
        const { state, slip } = milestoneStatus(one, asOf, programme.dueSoonDays);
        return counts(one, state, slip !== undefined);
      })
      .map((one) => milestoneItem(context, one));
  };
}

function risks(counts: (one: Risk) => boolean): Counted {
  return (context) => context.meeting.risks.filter(counts).map((one) => riskItem(context, one));
}

function actions(counts: (one: Action, context: PaperContext) => boolean): Counted {
  return (context) =>
    context.meeting.actions.filter((one) => counts(one, context)).map((one) => actionItem(context, one));
}

function recommendations(counts: (one: Recommendation) => boolean): Counted {
  return ({ meeting }) =>
    meeting.recommendations.filter(counts).map(({ reference, recommendation, status, at }) => ({
      id: subjectOf('recommendation', reference),
      text: recommendation.value,
      state: status?.replaceAll('_', ' ') ?? 'no status given',
      at,
    }));
}

function statusOf(action: Action, { asOf, programme }: PaperContext): string {
  return actionStatus(action, asOf, programme.dueSoonDays).state;
}

/** Returns a milestone as it was counted. */
export function milestoneItem(context: PaperContext, one: Milestone): CountedItem {
  const { reference, milestone: text, at } = one;
  return { id: subjectOf('milestone', reference), text, state: milestoneState(context, one), at };
}

/** Returns an action as it was counted. */
export function actionItem(context: PaperContext, one: Action): CountedItem {
  const { reference, action: text, at } = one;
  return { id: subjectOf('action', reference), text, state: actionState(context, one), at };
}

/** Returns a risk as it was counted. */
export function riskItem(context: PaperContext, one: Risk): CountedItem {
  const { reference, risk: text, at } = one;
  return { id: subjectOf('risk', reference), text, state: riskState(context, one), at };
}

/** Returns the latest figures of indicators that are held against a level. */
export function indicatorItems(context: PaperContext): CountedItem[] {
  return indicatorStates(context).map(({ indicator, figure, judgement, limit }) => ({
    id: figureSubject(figure.key, context),
    text: `${indicator.label}, ${formatPeriod(figure.key.period)}: ${evaluationText(figure, context.figures.registry)}`,
    state: judgement.rag,
    at: figure.given?.observation.at ?? limit.at,
  }));
}
