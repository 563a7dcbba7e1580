import { midSentence } from '../model/format.ts';
import { dimensionsOf } from './census.ts';
import { partsOf, type Evaluation, type Input } from './evaluation.ts';
import type { Expression } from './expression.ts';
import { once } from '../model/once.ts';
import { labelOf, type Registry } from './registry.ts';

/**
 * Returns why a formula over sums is not to be used: one of its inputs leaves out a member to which it does not apply
 * (`z`), and another counts that member, so that their difference or quotient is of no group at all. Undefined where all
 * leave out the same. What only adds is not concerned: `z` adds nothing.
 */
export function unevenInputs(
  expression: Expression,
  inputs: readonly Input[],
  registry: Registry,
): string | undefined {
  if (onlyAdds(expression)) return undefined;
  const leftOut = inputs.map(({ reference, evaluations }) => ({
    id: reference.id,
    names: new Set(evaluations.flatMap(namesLeftOut)),
  }));
  for (const one of leftOut)
    for (const name of one.names) {
      const other = leftOut.find(({ names }) => !names.has(name));
      if (other !== undefined)
        return `${midSentence(labelOf(registry, one.id))} leaves out ${name} (z), and ${midSentence(labelOf(registry, other.id))} does not`;
    }
  return undefined;
}

function onlyAdds(expression: Expression): boolean {
  switch (expression.kind) {
    case 'reference':
      return true;
    case 'number':
    case 'negated':
      return false;
    case 'operation':
      return expression.operator === '+' && onlyAdds(expression.left) && onlyAdds(expression.right);
  }
}

/** Returns the members, in words, that a figure was added up without because it does not apply to them. */
function namesLeftOut(evaluation: Evaluation): readonly string[] {
  return evaluation.inputs.length === 0 ? [] : namesLeftOutThroughout(evaluation);
}

const namesLeftOutThroughout = once((evaluation: Evaluation): readonly string[] => {
  const { dimension, inputs } = evaluation;
  const own = partsOf(evaluation).flatMap(({ key, outcome }) =>
    outcome.kind === 'marker' && outcome.marker === 'z' && dimension !== undefined
      ? [memberWords(key.group)]
      : [],
  );
  return [...own, ...inputs.flatMap((input) => input.evaluations).flatMap(namesLeftOut)];
});

function memberWords(group: Evaluation['key']['group']): string {
  return dimensionsOf(group)
    .map(([dimension, name]) => `${dimension.replaceAll('_', ' ')} ${name}`)
    .join(', ');
}
