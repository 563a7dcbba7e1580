import { figuresOf, keyOf, keyText, type FigureKey } from '../../metrics/book.ts';
import { dimensionsOf } from '../../metrics/census.ts';
import { once } from '../../model/once.ts';
import type { Meeting } from '../../model/dataset.ts';

/** A group of more dimensions has too many others around it to look at each. */
const DIMENSIONS = 6;

/**
 * Returns the keys of the figures that a meeting's papers give, and of all groups around theirs, each once. Several rules
 * look at the same keys, and a table of many groups has very many.
 */
export const keysAround = once((meeting: Meeting): readonly FigureKey[] => {
  const keys = new Map<string, FigureKey>();
  const add = (key: FigureKey): void => {
    const name = keyText(key);
    if (keys.has(name)) return;
    keys.set(name, key);
    for (const [dimension] of dimensionsOf(key.group)) add({ ...key, group: without(key.group, dimension) });
  };
  for (const one of figuresOf(meeting))
    if (!one.stated && Object.keys(one.group).length <= DIMENSIONS) add(keyOf(one));
  return [...keys.values()];
});

function without(group: FigureKey['group'], dimension: string): FigureKey['group'] {
  return Object.fromEntries(Object.entries(group).filter(([name]) => name !== dimension));
}
