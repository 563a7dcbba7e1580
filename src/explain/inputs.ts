import { groupText } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluation.ts';
import { labelOf } from '../metrics/registry.ts';
import { evaluationText, groupWords, originText } from '../metrics/wording.ts';
import { formatPeriod } from '../model/format.ts';
import type { PaperContext } from '../papers/context.ts';
import { figureSubject } from '../papers/subject.ts';
import type { Place } from '../model/place.ts';
import type { InputNode, Origin } from './explanation.ts';

/** Returns how a figure came about. */
export function originOf({ outcome, source, dimension }: Evaluation): Origin {
  if (outcome.kind === 'missing') return 'missing';
  if (source === 'given') return 'given';
  return dimension === undefined ? 'computed' : 'added_up';
}

/**
 * Returns what a figure rests on as a tree, in the order of its formula. A figure that is needed in several places has
 * its own inputs in the first of them only: definitions that share others would grow without end.
 */
export function inputTree(context: PaperContext, evaluation: Evaluation): InputNode[] {
  return nodesUnder(context, evaluation, evaluation, new Set());
}

/** Returns every place of a tree, in its order. */
export function placesIn(nodes: readonly InputNode[]): Place[] {
  return nodes.flatMap(({ at, inputs }) => [...(at ? [at] : []), ...placesIn(inputs)]);
}

function nodesUnder(context: PaperContext, root: Evaluation, of: Evaluation, seen: Set<string>): InputNode[] {
  return of.inputs.flatMap((input) => input.evaluations.map((one) => nodeOf(context, root, one, seen)));
}

function nodeOf(context: PaperContext, root: Evaluation, one: Evaluation, seen: Set<string>): InputNode {
  const { registry } = context.figures;
  const { key, outcome, given } = one;
  const id = figureSubject(key, context);
  const origin = originOf(one);
  const formula = originText(one, registry);
  const isAbove = seen.has(id) && one.inputs.length > 0;
  seen.add(id);
  return {
    id,
    label: labelOf(registry, key.id),
    ...(key.period.key !== root.key.period.key && { period: formatPeriod(key.period) }),
    ...(groupText(key.group) !== groupText(root.key.group) && { of: groupWords(key.group) }),
    text: evaluationText(one, registry),
    origin,
    ...(one.source === 'given' && given && { at: given.observation.at, heading: given.observation.label }),
    ...(formula !== undefined && { formula }),
    ...(outcome.kind === 'missing' && { because: outcome.reasons.join('; ') }),
    ...(isAbove && { above: true }),
    inputs: isAbove ? [] : nodesUnder(context, root, one, seen),
  };
}
