import type { Place, SourceLine, Sourced } from '../../model/place.ts';

/** A YAML value with places: all that is left of the parser's own nodes. */
export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree {
  readonly kind: 'map';
  readonly at: Place;
  /** By key, in the order in which they were written. */
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Tree;
}

export interface ListTree {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly Tree[];
}

export interface ScalarTree {
  readonly kind: 'scalar';
  readonly at: Place;
  readonly value: string | number | boolean | null;
  /** As written: `0.10` and not 0.1. */
  readonly text: string;
  /** Of a text: where the lines of the file stand in it; absent where that is not known. */
  readonly lines?: readonly SourceLine[];
  /** Of an empty value: what stands behind a # on its line, which YAML takes for a comment. */
  readonly comment?: string;
}

export type Path = readonly PropertyKey[];

/** Returns the value under a path; undefined where there is none. */
export function under(tree: Tree, path: Path): Tree | undefined {
  let here: Tree | undefined = tree;
  for (const step of path) {
    if (here?.kind === 'map') here = here.entries.get(String(step))?.value;
    else if (here?.kind === 'list') here = here.items[Number(step)];
    else return undefined;
  }
  return here;
}

/** Returns the place of the value under a path, or of the nearest value above it. */
export function placeUnder(tree: Tree, path: Path): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const here = under(tree, path.slice(0, length));
    if (here) return here.at;
  }
  return tree.at;
}

/** Returns the place of the key that a path ends with, or of the nearest value above it. */
export function keyPlaceUnder(tree: Tree, path: Path): Place {
  const parent = under(tree, path.slice(0, -1));
  const entry = parent?.kind === 'map' ? parent.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyAt ?? placeUnder(tree, path);
}

/** Returns the keys of the map under a path, in the order in which they were written. */
export function keysUnder(tree: Tree, path: Path): readonly string[] {
  const here = under(tree, path);
  return here?.kind === 'map' ? [...here.entries.keys()] : [];
}

/** Returns the text of the scalar under a path as it was written. */
export function textUnder(tree: Tree, path: Path): string | undefined {
  const here = under(tree, path);
  return here?.kind === 'scalar' ? here.text : undefined;
}

/** Returns the text of the scalar under a path with its places; empty where there is none. */
export function sourcedUnder(tree: Tree, path: Path): Sourced<string> {
  const here = under(tree, path);
  const lines = here?.kind === 'scalar' ? here.lines : undefined;
  return { value: textUnder(tree, path) ?? '', at: placeUnder(tree, path), ...(lines && { lines }) };
}

/** Returns the plain value, for a schema. Maps have no prototype, so that no key of data means anything else. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(plain);
    case 'map': {
      const map = Object.create(null) as Record<string, unknown>;
      for (const entry of tree.entries.values()) map[entry.key] = plain(entry.value);
      return map;
    }
  }
}
