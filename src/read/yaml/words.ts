import * as z from 'zod/mini';
import { schemaUnder } from '../schema/key.ts';
import type { Entry, MapTree, Tree } from './tree.ts';

/**
 * Returns the tree with each word of a closed list (`green`, `headcount`) as the schema spells it, however it was
 * capitalised: people write `Amber` and `FTE`. Any other value stays as it is.
 */
export function withKnownWords(schema: z.core.$ZodType | undefined, tree: Tree): Tree {
  if (schema === undefined) return tree;
  switch (tree.kind) {
    case 'map':
      return { ...tree, entries: knownEntries(schema, tree) };
    case 'list':
      return { ...tree, items: tree.items.map((item) => withKnownWords(schemaUnder(schema, [0]), item)) };
    case 'scalar': {
      const word = typeof tree.value === 'string' ? knownWord(schema, tree.value) : undefined;
      return word === undefined ? tree : { ...tree, value: word };
    }
  }
}

function knownEntries(schema: z.core.$ZodType, { entries }: MapTree): ReadonlyMap<string, Entry> {
  return new Map(
    [...entries].map(([name, entry]) => [
      name,
      { ...entry, value: withKnownWords(schemaUnder(schema, [name]), entry.value) },
    ]),
  );
}

function knownWord(schema: z.core.$ZodType, written: string): string | undefined {
  if (!(schema instanceof z.ZodMiniEnum)) return undefined;
  const wanted = written.trim().toLowerCase();
  return Object.values(schema._zod.def.entries)
    .map(String)
    .find((word) => word === wanted);
}
