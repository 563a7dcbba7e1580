import { divisionsOf, figuresOf, groupText, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { isSum } from '../../metrics/expression.ts';
import { idsBehind } from '../../metrics/family.ts';
import type { FigureKind } from '../../metrics/figure-kind.ts';
import { kindOf } from '../../metrics/registry.ts';
import {
  dimensionWords,
  evaluationText,
  groupWords,
  placesBehind,
  reckoningText,
} from '../../metrics/wording.ts';
import type { Meeting } from '../../model/dataset.ts';
import { compareExact, exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Check } from '../rule.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject, groupSubject } from '../../papers/subject.ts';
import { keysAround } from './groups-within.ts';

/** W129: a share that is computed is more than everybody: its part is larger than its whole. About the share. */
export const sharesBeyondAll: Check = (context) => {
  const { meeting, figures } = context;
  const kinds = kindsIn(context).filter((kind) => kind.unit === 'share' && isBounded(figures, kind));
  return ratesOf(figures, kinds, subjectsIn(meeting))
    .filter(isBeyond)
    .map((rate) => {
      const text = evaluationText(rate, context.figures.registry);
      const { id, period, group } = rate.key;
      return finding('W129', `${id} for ${formatPeriod(period)} is ${text} for ${groupWords(group)}`, {
        about: figureSubject(rate.key, context),
        at: placesBehind(rate)[0],
        why: reckoningText(rate, text, context.figures),
        related: placesBehind(rate).slice(1),
      });
    });
};

/**
 * W130: a rate whose parts are added up by different dimensions, which may not hold the same people. One finding for all
 * periods of a group, about the rate.
 */
export const ratesOfTwoDimensions: Check = (context) => {
  const { meeting, figures } = context;
  const divided = subjectsIn(meeting).filter((key) => divisionsOf(figures.book, key).length > 1);
  const mixed = ratesOf(figures, kindsIn(context), divided).flatMap((rate) => {
    const sums = sumsBehind(rate);
    const dimensions = [...new Set(sums.map(dimensionWords))].sort();
    return dimensions.length < 2 ? [] : [{ rate, dimensions, sums }];
  });
  const groups = groupBy(mixed, ({ rate: { key }, dimensions }) =>
    JSON.stringify([key.id, groupWords(key.group), dimensions]),
  );
  return [...groups.values()].flatMap((all): Finding[] => {
    const last = all.at(-1);
    if (last === undefined) return [];
    const { rate, dimensions, sums } = last;
    const { id, period, group } = rate.key;
    const parts = new Map(sums.map((sum) => [sum.key.id, `${sum.key.id} by ${dimensionWords(sum)}`]));
    return [
      finding(
        'W130',
        `${id} for ${formatPeriod(period)} is computed from figures added up by ${formatList(dimensions)} for ${groupWords(group)}`,
        {
          about: groupSubject(id, group),
          at: placesBehind(rate)[0],
          why: `added up: ${formatList([...parts.values()])}`,
        },
      ),
    ];
  });
};

/** Returns the rates of which these papers give every figure that they stand on. */
function kindsIn({ meeting, figures: { registry } }: PaperContext): FigureKind[] {
  const given = new Set(figuresOf(meeting).map(({ measure }) => measure));
  return [...registry.kinds.values()].filter(({ id, expression }) => {
    if (expression === undefined || isSum(expression)) return false;
    const counted = [...idsBehind(registry, id)].filter((one) => !kindOf(registry, one)?.expression);
    return counted.every((one) => given.has(one));
  });
}

/** Returns the groups and periods of these papers' figures, each once. */
function subjectsIn(meeting: Meeting): FigureKey[] {
  const subjects = groupBy(keysAround(meeting), ({ period, basis, group }) =>
    JSON.stringify([period.kind, period.key, basis, groupText(group)]),
  );
  return [...subjects.values()].flatMap(([first]) => first ?? []);
}

/** Returns those that definitions give a number. */
function ratesOf(
  { evaluate }: Evaluator,
  kinds: readonly FigureKind[],
  subjects: readonly FigureKey[],
): Evaluation[] {
  return subjects
    .flatMap((key) => kinds.map(({ id }) => evaluate({ ...key, id })))
    .filter(({ source, outcome }) => source === 'computed' && outcome.kind === 'number');
}

/** Who leaves in a period may be more than who is there at its end, and workers more than posts: such a share has no bound. */
function isBounded({ registry }: Evaluator, { id }: FigureKind): boolean {
  const behind = idsBehind(registry, id);
  const natures = new Set([...behind].flatMap((one) => kindOf(registry, one)?.nature ?? []));
  // Each worker may cover more than one post: 105.3 vacancies with 103.4 agency workers.
  const isCover = behind.has('vacancies_covered_by_agency') && behind.has('agency');
  return natures.size <= 1 && !behind.has('establishment') && !isCover;
}

function isBeyond({ outcome }: Evaluation): boolean {
  return outcome.kind === 'number' && compareExact(outcome.number.low, exact(1)) > 0;
}

/** Returns the sums that a rate is computed from, not what those are added up from themselves. */
function sumsBehind({ inputs }: Evaluation): Evaluation[] {
  return inputs
    .flatMap((input) => input.evaluations)
    .flatMap((one) => (one.dimension === undefined ? sumsBehind(one) : [one]));
}
