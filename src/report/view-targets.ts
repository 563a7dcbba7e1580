import { groupBy } from '../model/group-by.ts';
import { formatList } from './format.ts';
import type { Report, TargetProgress } from './report.ts';
import { figureOf, periodInColumn, sentence, type StateView } from './view-text.ts';

export interface TargetView {
  /** What is aimed at: `Agency workers at most 10% of social workers in post`. */
  readonly label: string;
  /** The level that is aimed at: `10%`. */
  readonly target: string;
  /** When it is to be reached: `Feb 2022`. */
  readonly by: string;
  /** The latest figure: `21.08%`; `–` where none is measured. */
  readonly now: string;
  /** Of which period the figure is. */
  readonly nowPeriod: string;
  /** The way left: `11.08 pp`; `–` where it cannot be said. */
  readonly gap: string;
  /** A month, from here. */
  readonly required: string;
  /** How the figure has moved, a month: `−2.93 pp`; `–` where it cannot be said. */
  readonly pace: string;
  /** How the target stands: `On course`, `Achieved (stated)`, `Too early to judge`. */
  readonly state: StateView;
}

const TARGET_STATES: Readonly<Record<TargetProgress['state'], StateView>> = {
  achieved: { sign: 'tick', tone: 'good', text: 'Achieved' },
  at_target: { sign: 'tick', tone: 'plain', text: 'At target now' },
  on_course: { sign: 'open', tone: 'plain', text: 'On course' },
  off_course: { sign: 'alert', tone: 'attention', text: 'Off course' },
  missed: { sign: 'cross', tone: 'bad', text: 'Missed' },
  unknown: { sign: 'dash', tone: 'plain', text: 'Not known' },
};

/**
 * What is said of a pace over fewer points than a trend needs: one that is enough is no promise, one that is too slow is
 * told as what it is.
 */
const EARLY_STATES: Readonly<Partial<Record<TargetProgress['state'], StateView>>> = {
  on_course: { ...TARGET_STATES.on_course, text: 'Too early to judge' },
  off_course: { ...TARGET_STATES.off_course, text: 'Too slow so far' },
};

/** Returns how a target stands, in words; `early` where its pace is over fewer points than a trend needs. */
export function targetState(state: TargetProgress['state'], early: boolean): StateView {
  return (early ? EARLY_STATES[state] : undefined) ?? TARGET_STATES[state];
}

/** Returns whether a target's pace is over fewer points than a trend needs. */
export function isEarly({ path }: Pick<TargetProgress, 'path'>): boolean {
  return path?.trend === false;
}

const URGENCY = { missed: 0, off_course: 1, unknown: 2, on_course: 3, at_target: 4, achieved: 5 } as const;

export function targetViews(report: Report): TargetView[] {
  return report.targets.map((target) => targetView(report, target));
}

/** Returns the targets, but for those of `shown`, those that are missed or off course first. */
export function targetsByUrgency(report: Report, shown: readonly string[] = []): TargetView[] {
  return report.targets
    .filter(({ id }) => !shown.includes(id))
    .sort((a, b) => URGENCY[a.state] - URGENCY[b.state])
    .map((target) => targetView(report, target));
}

function targetView(report: Report, target: TargetProgress): TargetView {
  const { path } = target;
  const figure = figureOf(report, target.figure);
  const state = targetState(target.state, isEarly(target));
  return {
    label: target.label,
    target: target.targetText,
    by: periodInColumn(target.by),
    now: figure?.text ?? '–',
    nowPeriod: figure === undefined ? '' : periodInColumn(figure.period),
    gap: path?.gapText ?? '–',
    required: perMonth(path?.requiredText),
    pace: perMonth(path?.paceText),
    state: target.basis === 'stated' ? { ...state, text: `${state.text} (stated)` } : state,
  };
}

function perMonth(text: string | undefined): string {
  return text?.replace(/ a month$/, '') ?? '–';
}

/** Returns whether any gap or pace of these targets is in percentage points. */
export function areInPoints(targets: readonly TargetView[]): boolean {
  return targets.some(({ gap, required, pace }) => / pp$/.test(`${gap}\n${required}\n${pace}`));
}

/** Returns what the table of targets has no column for: why one cannot be judged, what a pace means in people. */
export function targetNotes(report: Report): string[] {
  const remarks = report.targets.flatMap((target) => {
    const parts = [
      ...pathRemarks(target.path),
      ...(target.note === undefined ? [] : [sentence(target.note)]),
    ];
    return parts.length > 0 ? [{ label: target.label, remark: parts.join(' ') }] : [];
  });
  return [...groupBy(remarks, (one) => one.remark)].map(
    ([remark, members]) => `${formatList(members.map((one) => one.label))}: ${remark}`,
  );
}

function pathRemarks(path: TargetProgress['path']): string[] {
  if (path === undefined) return [];
  const { requiredPeopleText, requiredPeopleOf = '', paceText, paceFrom, lastStepText, trend } = path;
  const people =
    requiredPeopleText === undefined
      ? []
      : [`About ${requiredPeopleText} ${requiredPeopleOf} a month at today’s total.`];
  if (paceText === undefined) return people;
  const since = paceFrom ? ` since ${paceFrom.label}` : '';
  const last = lastStepText === undefined ? '' : `; the last step was ${lastStepText}`;
  const caution = trend ? '' : '; too few points for a trend';
  return [...people, `The pace is that${since}${last}${caution}.`];
}
