import * as z from 'zod/mini';

/** What is said of a key to the people who write it; the documentation and the JSON Schemas are made from it too. */
export interface KeyDoc {
  readonly description: string;
  /** As one would write it in YAML, for a message on a missing key. */
  readonly example?: string;
  /** The template without which it could be left out. */
  readonly neededBy?: string;
}

export const KEYS = z.registry<KeyDoc>();

/** Returns the schema, documented. Each key needs a schema object of its own. */
export function key<S extends z.core.$ZodType>(schema: S, description: string, example?: string): S {
  KEYS.add(schema, { description, ...(example !== undefined && { example }) });
  return schema;
}

/** A text that is not empty. */
export const text = () => z.string().check(z.regex(/\S/));

/** An id: what others refer to. */
export const id = () => z.string().check(z.regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/));

/** Returns whether a text can be an id. */
export function isId(word: string): boolean {
  return z.safeParse(id(), word).success;
}

/** The id of a measure or metric: a word that can stand in a formula. */
export const figureId = () => z.string().check(z.regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/));

/** A word or number that is read as text: `Medium`, `4`, `BII`. */
export const label = () => z.union([text(), z.number()]);

/** Returns the schema under a path of data; undefined where the schema knows none. */
export function schemaUnder(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined {
  let here: z.core.$ZodType | undefined = schema;
  for (const step of path) here = here && child(unwrapped(here), step);
  return here && unwrapped(here);
}

/** Returns the keys that a schema knows under a path; empty where any key is allowed. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const here = alternatives(schemaUnder(schema, path)).find(isObject);
  return here ? Object.keys(here._zod.def.shape) : [];
}

/** Returns what is documented of the key under a path. */
export function keyDoc(schema: z.core.$ZodType, path: readonly PropertyKey[]): KeyDoc | undefined {
  const parent = schemaUnder(schema, path.slice(0, -1));
  const step = path.at(-1);
  const here = parent && step !== undefined ? child(parent, step) : undefined;
  return here && KEYS.get(here);
}

/** Returns whether the key under a path may be left out. */
export function isOptional(schema: z.core.$ZodType, path: readonly PropertyKey[]): boolean {
  const parent = schemaUnder(schema, path.slice(0, -1));
  const step = path.at(-1);
  return parent !== undefined && step !== undefined && child(parent, step) instanceof z.ZodMiniOptional;
}

function child(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | undefined {
  if (isObject(schema))
    return Object.hasOwn(schema._zod.def.shape, step) ? schema._zod.def.shape[String(step)] : undefined;
  if (schema instanceof z.ZodMiniArray) return isIndex(step) ? schema._zod.def.element : undefined;
  if (schema instanceof z.ZodMiniRecord) return schema._zod.def.valueType;
  if (schema instanceof z.ZodMiniUnion)
    return alternatives(schema)
      .map((one) => child(one, step))
      .find((one) => one !== undefined);
  return undefined;
}

/** Returns the schemas of which a value may follow any. */
export function alternatives(schema: z.core.$ZodType | undefined): readonly z.core.$ZodType[] {
  if (schema === undefined) return [];
  return schema instanceof z.ZodMiniUnion ? schema._zod.def.options.flatMap(alternatives) : [schema];
}

function isIndex(step: PropertyKey): boolean {
  return /^\d+$/.test(String(step));
}

function isObject(
  schema: z.core.$ZodType | undefined,
): schema is z.ZodMiniObject<Record<string, z.core.SomeType & z.core.$ZodType>> {
  return schema instanceof z.ZodMiniObject;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNonOptional
    ? unwrapped(schema._zod.def.innerType)
    : schema;
}
