import { references } from './expression.ts';
import { kindOf, type FigureKind, type Registry } from './registry.ts';

/** Returns the id and every id that its definition stands on. */
export function idsBehind(registry: Registry, id: string): ReadonlySet<string> {
  const ids = new Set<string>();
  const collect = (one: string): void => {
    if (ids.has(one)) return;
    ids.add(one);
    const expression = kindOf(registry, one)?.expression;
    for (const reference of expression ? references(expression) : []) collect(reference.id);
  };
  collect(id);
  return ids;
}

/**
 * Returns whether one figure could be meant where another is named: both are of the workforce, or both count one thing.
 * Indicators stand each for itself, so that one explains nothing of another.
 */
export function isOfOneFamily(registry: Registry, a: FigureKind, b: FigureKind): boolean {
  const [counted, others] = [countedIn(registry, a), countedIn(registry, b)];
  if (counted.every(isOfWorkforce) && others.every(isOfWorkforce)) return true;
  return counted.some((one) => others.includes(one));
}

/** Returns what a figure comes down to: what is counted, not computed. */
function countedIn(registry: Registry, { id }: FigureKind): FigureKind[] {
  const kinds = [...idsBehind(registry, id)].flatMap((one) => kindOf(registry, one) ?? []);
  return kinds.filter((kind) => kind.expression === undefined);
}

/** A shipped measure stays one where an indicator of its id adds levels to it. */
function isOfWorkforce({ series, origin }: FigureKind): boolean {
  return series === undefined || origin === 'measure';
}
