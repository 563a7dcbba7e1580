import type { Rag } from '../model/dataset.ts';
import { plural } from './format.ts';
import type { Figure, Report, TargetProgress } from './report.ts';
import { sparkline, targetChart, type Sparkline, type TimeChart } from './view-charts.ts';
import {
  dateText,
  figureOf,
  markdownText,
  periodInFull,
  sentence,
  type MarkdownText,
  type SignName,
  type StateView,
  type Tone,
  type TableRef,
} from './view-text.ts';

/** A RAG as word, shape and tone, with its meaning. */
export interface RagView {
  readonly rag: Rag;
  readonly word: string;
  readonly sign: SignName;
  readonly short: string;
  readonly meaning: string;
}

const RAGS: Readonly<Record<Rag, RagView>> = {
  green: {
    rag: 'green',
    word: 'Green',
    sign: 'tick',
    short: 'on plan',
    meaning: 'The work goes to plan and within tolerance. No action is needed.',
  },
  amber: {
    rag: 'amber',
    word: 'Amber',
    sign: 'alert',
    short: 'off plan, recoverable',
    meaning: 'The work is off plan; the lead has a way to bring it back within tolerance.',
  },
  red: {
    rag: 'red',
    word: 'Red',
    sign: 'cross',
    short: 'off plan',
    meaning: 'The work is off plan and outside tolerance. The board must act.',
  },
  blue: { rag: 'blue', word: 'Blue', sign: 'star', short: 'complete', meaning: 'The work is complete.' },
};

export interface SummaryView {
  readonly rag: {
    readonly current: RagView;
    readonly previous: RagView | null;
    readonly change: string;
    readonly reason: MarkdownText;
    readonly despite: MarkdownText | null;
    readonly evidence: readonly StateView[];
    /** Where the evidence points elsewhere than the stated RAG. */
    readonly disagreement: string;
  };
  readonly asks: readonly { readonly kind: string; readonly text: MarkdownText }[];
  readonly headlines: readonly HeadlineView[];
  readonly target: TimeChart | null;
  readonly milestones: MilestonesSummary;
  readonly targets: readonly TargetView[];
  readonly checked: string;
}

export interface HeadlineView {
  readonly label: string;
  readonly text: string;
  readonly mark: string;
  readonly noteHref: string;
  readonly period: string;
  readonly change: StateView | null;
  readonly detail: string;
  readonly sparkline: Sparkline | null;
}

export interface MilestonesSummary {
  readonly title: string;
  readonly rows: readonly MilestoneView[];
  readonly more: string;
}

export interface MilestoneView {
  readonly reference: string;
  readonly milestone: string;
  readonly due: string;
  readonly revised: string;
  readonly actual: string;
  readonly state: StateView;
  readonly comment: string;
}

export interface TargetView {
  readonly label: string;
  readonly target: string;
  readonly by: string;
  readonly now: string;
  readonly gap: string;
  readonly required: string;
  readonly requiredPeople: string;
  readonly pace: string;
  readonly paceNote: string;
  readonly state: StateView;
  readonly note: string;
}

const ASKS = { decide: 'For decision', support: 'For support', note: 'For noting' } as const;
const TONES = { good: 'tick', attention: 'alert', bad: 'cross' } as const;

/** The most open milestones that page one lists; the section on milestones lists all. */
const LISTED = 4;

export function summaryView(report: Report, chartTable: TableRef): SummaryView {
  return {
    rag: ragView(report),
    asks: report.asks.map((ask) => ({ kind: ASKS[ask.kind], text: markdownText(ask.markdown, 2) })),
    headlines: report.workforce.headlines.flatMap((id) => {
      const figure = figureOf(report, id);
      return figure ? [headlineView(report, figure)] : [];
    }),
    target: targetChart(report, chartTable),
    milestones: milestonesSummary(report),
    targets: report.targets.map((target) => targetView(report, target)),
    checked: checkedText(report),
  };
}

function ragView(report: Report): SummaryView['rag'] {
  const { rag, meeting } = report;
  const since =
    meeting.previous === undefined ? 'since the last report' : `since ${dateText(meeting.previous)}`;
  const previous = rag.previous === undefined ? null : RAGS[rag.previous];
  const change =
    previous === null
      ? 'First report'
      : previous.rag === rag.current
        ? `Unchanged ${since}`
        : `Changed from ${previous.word} ${since}`;
  return {
    current: RAGS[rag.current],
    previous,
    change,
    reason: markdownText(rag.reason, 2),
    despite: rag.despite === undefined ? null : markdownText(rag.despite, 2),
    evidence: rag.evidence.map((item) => ({ sign: TONES[item.tone], tone: item.tone, text: item.text })),
    disagreement: rag.agrees ? '' : `The evidence alone points to ${RAGS[rag.indicated].word}.`,
  };
}

function headlineView(report: Report, figure: Figure): HeadlineView {
  const target = report.targets.find((one) => one.metric === figure.metric);
  const note = report.notes.findIndex((one) => one.mark === figure.mark);
  const judged = judgement(figure.change?.good ?? null);
  const goal = target ? [`target ${target.targetText}`] : [];
  return {
    label: figure.label,
    text: figure.text,
    mark: figure.mark ?? '',
    noteHref: note < 0 ? '' : `#note-${note + 1}`,
    period: periodInFull(figure.period),
    change: figure.change ? changeView(figure.change) : null,
    detail: sentence([...judged, ...goal].join('; ')),
    sparkline: sparkline(report, figure),
  };
}

function judgement(good: boolean | null): string[] {
  if (good === null) return [];
  return [good ? 'better' : 'worse'];
}

const MOVED = { up: 'up', down: 'down', level: 'level' } as const;

function changeView(change: NonNullable<Figure['change']>): StateView {
  const tone: Tone = change.good === null ? 'plain' : change.good ? 'good' : 'attention';
  const text = change.movement === 'level' ? 'No change' : change.text;
  return { sign: MOVED[change.movement], tone, text: `${text} since ${change.from.label}` };
}

const MILESTONE_STATES = {
  complete: { sign: 'tick', tone: 'good' },
  overdue: { sign: 'cross', tone: 'bad' },
  due_soon: { sign: 'open', tone: 'plain' },
  slipped: { sign: 'alert', tone: 'attention' },
  on_track: { sign: 'open', tone: 'plain' },
} as const;

const URGENCY = { overdue: 0, slipped: 1, due_soon: 2, on_track: 3, complete: 4 } as const;

export function milestoneViews(report: Report): MilestoneView[] {
  return report.milestones.map((row) => ({
    reference: row.reference,
    milestone: row.milestone,
    due: row.due.label,
    revised: row.revised?.label ?? '',
    actual: row.actual?.label ?? '',
    state: { ...MILESTONE_STATES[row.state], text: row.stateText },
    comment: row.comment,
  }));
}

function milestonesSummary(report: Report): MilestonesSummary {
  const views = milestoneViews(report);
  const open = report.milestones
    .map((row, index) => ({ row, view: views[index] }))
    .filter(({ row }) => row.state !== 'complete')
    .sort((a, b) => URGENCY[a.row.state] - URGENCY[b.row.state]);
  const hidden = open.length - LISTED;
  return {
    title: milestonesTitle(report),
    rows: open.slice(0, LISTED).flatMap(({ view }) => (view ? [view] : [])),
    more: hidden > 0 ? `${plural(hidden, 'more milestone')} in Key milestones.` : '',
  };
}

function milestonesTitle(report: Report): string {
  const { complete, overdue, slipped, due_soon } = report.milestoneCounts;
  const total = report.milestones.length;
  if (total === 0) return 'No milestone is set';
  const parts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(slipped > 0 ? [`${slipped} slipped`] : []),
    ...(due_soon > 0 ? [`${due_soon} due soon`] : []),
  ];
  const done =
    complete === total
      ? `All ${plural(total, 'milestone')} complete`
      : `${complete} of ${plural(total, 'milestone')} complete`;
  return [done, ...parts].join(', ');
}

const TARGET_STATES: Readonly<Record<TargetProgress['state'], StateView>> = {
  achieved: { sign: 'tick', tone: 'good', text: 'Achieved' },
  on_course: { sign: 'open', tone: 'plain', text: 'On course' },
  off_course: { sign: 'alert', tone: 'attention', text: 'Off course' },
  missed: { sign: 'cross', tone: 'bad', text: 'Missed' },
  unknown: { sign: 'dash', tone: 'plain', text: 'Not known' },
};

function targetView(report: Report, target: TargetProgress): TargetView {
  const { path } = target;
  const state = TARGET_STATES[target.state];
  return {
    label: target.label,
    target: target.targetText,
    by: target.by.label,
    now: figureOf(report, target.figure)?.text ?? '–',
    gap: path?.gapText ?? '–',
    required: path?.requiredText ?? '–',
    requiredPeople:
      path?.requiredPeopleText === undefined
        ? ''
        : `about ${path.requiredPeopleText} ${path.requiredPeopleOf ?? ''} a month at today’s total`,
    pace: path?.paceText ?? '–',
    paceNote: paceNote(path),
    state: target.basis === 'stated' ? { ...state, text: `${state.text} (stated)` } : state,
    note: target.note ?? '',
  };
}

function paceNote(path: TargetProgress['path']): string {
  if (path?.paceText === undefined) return '';
  const since = path.paceFrom ? [`since ${path.paceFrom.label}`] : [];
  const last = path.lastStepText === undefined ? [] : [`last step ${path.lastStepText}`];
  const caution = path.trend ? [] : ['too few points for a trend'];
  return [...since, ...last, ...caution].join('; ');
}

function checkedText(report: Report): string {
  const { recomputed, agreed, differing } = report.checked;
  if (recomputed === 0) return 'The council states no derived figure, so none was compared.';
  const rest =
    differing.length === 0 ? '' : `, ${differing.length} ${differing.length === 1 ? 'does' : 'do'} not`;
  return `${plural(recomputed, 'stated figure')} recomputed: ${agreed} ${agreed === 1 ? 'agrees' : 'agree'}${rest}.`;
}
