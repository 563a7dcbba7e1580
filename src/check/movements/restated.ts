import { figuresOf, keyOf, lookUp, type FigureKey } from '../../metrics/book.ts';
import { labelOf } from '../../metrics/registry.ts';
import { evaluationText, groupWords } from '../../metrics/wording.ts';
import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate, formatPeriod, midSentence, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { oneLine } from '../../model/one-line.ts';
import type { PaperContext } from '../../papers/context.ts';
import { heldReason } from '../../papers/movements.ts';
import { restatementOf, type Restatement } from '../../papers/restatement.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** The most figures that a finding lists. */
const LISTED = 6;

interface Restated {
  readonly observation: Observation;
  readonly key: FigureKey;
  readonly before: Restatement;
}

/**
 * N118: figures that these papers give, and the last ones gave differently. One finding for those of one period in a file:
 * who corrects a month of a table corrects its totals too.
 */
export const restatedFigures: Check = (context) => {
  const restated = figuresOf(context.meeting).flatMap((observation): Restated[] => {
    const key = keyOf(observation);
    const before = observation.stated ? undefined : restatementOf(context, key);
    return before === undefined ? [] : [{ observation, key, before }];
  });
  const months = groupBy(restated, ({ observation: { at, period } }) =>
    JSON.stringify([at.file, period.kind, period.key]),
  );
  return [...months.values()].flatMap((all) => restatedFinding(all, context));
};

function restatedFinding(all: readonly Restated[], context: PaperContext): Finding[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  const { observation, key, before } = first;
  const then = `at the meeting of ${formatDate(before.meeting.date)}`;
  const when = formatPeriod(observation.period);
  const listed = all.slice(0, LISTED).map((one) => `${nameOf(one, context)} ${nowAndThen(one, context)}`);
  const more = all.length > LISTED ? [`and ${(all.length - LISTED).toString()} more`] : [];
  const reasons = [
    ...new Set(all.flatMap((one) => heldReason(context, one.key)?.reason.value ?? []).map(oneLine)),
  ].map((reason) => `recorded as its reason: ${reason}`);
  const message =
    others.length === 0
      ? `${nameOf(first, context)} for ${when} ${nowAndThen(first, context)} ${then}`
      : `${plural(all.length, 'figure')} for ${when} were others ${then}`;
  const why = [...(others.length === 0 ? [] : [[...listed, ...more].join('; ')]), ...reasons];
  return [
    finding('N118', message, {
      about: figureSubject(key, context),
      at: observation.at,
      ...(why.length > 0 && { why: why.join(' · ') }),
      related: [
        ...others.map((one) => one.observation.at),
        ...all.flatMap((one) => lookUp(context.figures.book, one.key)?.restated.map(({ at }) => at) ?? []),
      ],
    }),
  ];
}

function nameOf({ key: { id, group } }: Restated, { figures }: PaperContext): string {
  const of = Object.keys(group).length === 0 ? '' : ` of ${groupWords(group)}`;
  return `${midSentence(labelOf(figures.registry, id))}${of}`;
}

function nowAndThen({ key, before }: Restated, { figures }: PaperContext): string {
  return `is ${evaluationText(figures.evaluate(key), figures.registry)}, and was ${before.text}`;
}
