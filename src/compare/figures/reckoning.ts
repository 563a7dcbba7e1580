import type { FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { idsBehind } from '../../metrics/family.ts';
import { kindOf, type FigureKind, type Registry } from '../../metrics/registry.ts';
import { canonicalFormula } from '../../metrics/same-formula.ts';
import type { PaperPair } from '../side.ts';
import { figuresUnder } from './under.ts';

/** Both sides' figures under one registry. */
export interface Reckoning {
  readonly registry: Registry;
  readonly before: Evaluator;
  readonly after: Evaluator;
}

/** How a pair of papers is reckoned: by one definition on both sides. */
export interface Reckonings {
  /** Under the second side's definitions. */
  readonly second: Reckoning;
  /** Under the first side's; the same where both are the same papers. */
  readonly first: Reckoning;
  /** Returns under which definitions a figure is compared: those of the second side, unless it does not have the id. */
  readonly mainOf: (id: string) => Reckoning;
  /** Returns the first side's definitions where those of a figure, or of anything below it, are others. */
  readonly otherOf: (id: string) => Reckoning | undefined;
  /** Returns both, each once: what does not depend on which side is the second. */
  readonly allOf: (id: string) => readonly Reckoning[];
}

/** A figure of both sides under one registry. */
export interface Reckoned {
  readonly registry: Registry;
  readonly kind: FigureKind;
  readonly before: Evaluation;
  readonly after: Evaluation;
}

/** Returns how the pair's figures are reckoned. */
export function createReckonings({ before, after }: PaperPair): Reckonings {
  const [a, b] = [before.context.figures, after.context.figures];
  const second: Reckoning = { registry: b.registry, before: figuresUnder(a, b.registry), after: b };
  const first: Reckoning =
    a.registry === b.registry
      ? second
      : { registry: a.registry, before: a, after: figuresUnder(b, a.registry) };
  const others = new Map<string, boolean>();
  const isOther = (id: string): boolean => {
    const known = others.get(id) ?? !isSameDefinition(id, a.registry, b.registry);
    others.set(id, known);
    return known;
  };
  const mainOf = (id: string): Reckoning => (kindOf(b.registry, id) === undefined ? first : second);
  const otherOf = (id: string): Reckoning | undefined => {
    const isOfBoth = [a, b].every(({ registry }) => kindOf(registry, id) !== undefined);
    return first !== second && isOfBoth && isOther(id) ? first : undefined;
  };
  const allOf = (id: string): readonly Reckoning[] => {
    const other = otherOf(id);
    return other ? [mainOf(id), other] : [mainOf(id)];
  };
  return { second, first, mainOf, otherOf, allOf };
}

/** Returns a figure of both sides; undefined for an id that nothing is known of. */
export function reckon(
  { registry, before, after }: Reckoning,
  from: FigureKey,
  to: FigureKey,
): Reckoned | undefined {
  const kind = kindOf(registry, to.id);
  return kind && { registry, kind, before: before.evaluate(from), after: after.evaluate(to) };
}

function isSameDefinition(id: string, a: Registry, b: Registry): boolean {
  const [one, other] = [a, b].map((registry) =>
    canonicalFormula({ kind: 'reference', id, column: 1 }, (of) => kindOf(registry, of)?.expression),
  );
  if (one !== undefined && other !== undefined) return one === other;
  return formulasBehind(a, id) === formulasBehind(b, id);
}

/** Of formulas that are too long to be written out. */
function formulasBehind(registry: Registry, id: string): string {
  const formulas = [...idsBehind(registry, id)].map((one) => [one, kindOf(registry, one)?.formula ?? '']);
  return JSON.stringify(formulas.sort());
}
