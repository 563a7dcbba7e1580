import type { Target } from '../model/dataset.ts';
import { formatPeriod, formatPeriodInFull } from '../model/format.ts';
import { figureSubject } from '../papers/subject.ts';
import type { PaperContext } from '../papers/context.ts';
import { isPastUnjudged, judgeTarget, type TargetState } from '../papers/target-state.ts';
import { createFigureSet } from '../report/figures.ts';
import type { TargetProgress } from '../report/report.ts';
import { targetRows } from '../report/targets.ts';
import { evaluationText, groupWords } from '../metrics/wording.ts';
import { entryExplanation, fact } from './entry.ts';
import type { EntryExplanation, Fact } from './explanation.ts';
import type { Papers } from './papers.ts';

/** How a target stands, in words. */
const TARGET_STATES: Readonly<Record<TargetState, string>> = {
  achieved: 'achieved',
  at_target: 'at target now',
  on_course: 'on course',
  off_course: 'off course',
  missed: 'missed',
  unknown: 'cannot be judged yet',
};

const EARLY_STATES: Readonly<Partial<Record<TargetState, string>>> = {
  on_course: 'too early to judge: its recent pace would reach it, over too few points for a trend',
  off_course: 'too slow so far, over too few points for a trend',
};

/** Returns how a target stands, in words: one whose date has passed without a figure is no longer one to wait for. */
export function targetWords(context: PaperContext, target: Target): string {
  if (isPastUnjudged(context, target))
    return 'not shown to be met: its date has passed, and there is no figure for it';
  const { state, path } = judgeTarget(context, target);
  // As the report prints it: a pace over too few points for a trend promises nothing.
  const isEarly = path?.trend === false;
  return (isEarly ? EARLY_STATES[state] : undefined) ?? TARGET_STATES[state];
}

/** Returns how a target was judged: by which figure, as of when, with its gap, required pace and plan. */
export function explainTarget(papers: Papers, target: Target): EntryExplanation {
  const { context } = papers;
  const { figure, basis } = judgeTarget(context, target);
  const row = targetRows(createFigureSet(context)).find(({ id }) => id === target.id);
  const { registry } = context.figures;
  const fields = target.fields ?? {};
  const judged =
    figure &&
    `judged by ${figureSubject(figure.key, context)}, which is ${evaluationText(figure, registry)}, on unrounded values`;
  return entryExplanation(papers, 'target', {
    reference: target.id,
    title: target.label,
    at: target.at,
    fields,
    state: targetWords(context, target),
    because: [
      basis === 'stated'
        ? 'stated by the council: no figure of the data can show it'
        : (judged ?? 'the data gives no figure to judge it by'),
      ...(row?.note === undefined ? [] : [row.note]),
      ...(row ? pathWords(row) : []),
    ],
    facts: [
      ...fact('level', boundOf(target, row), fields['value'] ?? target.at),
      ...fact('by', formatPeriodInFull(target.by), fields['by']),
      ...fact('figure', target.metric, fields['metric']),
      ...(Object.keys(target.of).length > 0 ? fact('of', groupWords(target.of)) : []),
      ...(target.stated ? [{ label: 'stated', text: target.stated.outcome, at: target.stated.at }] : []),
      ...planFacts(target, row),
    ],
  });
}

function boundOf({ direction }: Target, row: TargetProgress | undefined): string {
  return `${direction === 'lower' ? 'at most' : 'at least'} ${row?.targetText ?? ''}`;
}

/** The gap and the pace that the report prints, each with its reckoning. */
function pathWords({ path, targetText }: TargetProgress): string[] {
  if (path === undefined) return [];
  const { gapText, months, requiredText, paceText, paceFrom, requiredPeopleText, requiredPeopleOf } = path;
  return [
    `${gapText} from ${targetText}, over ${months} months: ${requiredText} is required`,
    ...(requiredPeopleText === undefined
      ? []
      : [
          `that is ${requiredPeopleText} ${requiredPeopleOf ?? ''} a month, while everyone in post stays as many`,
        ]),
    ...(paceText === undefined
      ? []
      : [`the recent pace is ${paceText}${paceFrom ? `, since ${paceFrom.label}` : ''}`]),
  ];
}

function planFacts({ plan }: Target, row: TargetProgress | undefined): Fact[] {
  return plan.map(({ period, at }, index) => {
    const { planText = '', differenceText } = row?.plan?.[index] ?? {};
    const difference = differenceText === undefined ? '' : ` (${differenceText} against it)`;
    return { label: `plan for ${formatPeriod(period)}`, text: `${planText}${difference}`, at };
  });
}
