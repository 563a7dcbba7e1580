import type { Comparison, WorkstreamComparison } from '../../compare/comparison.ts';
import { safeJson } from '../../model/visible.ts';

/** Returns a comparison as JSON, complete and versioned, with its keys in the order of the contract. */
export function comparisonJson(comparison: Comparison): string {
  const workstreams = comparison.workstreams.map((one) => ordered(one, WORKSTREAM_KEYS));
  return safeJson({ ...ordered(comparison, KEYS), workstreams });
}

// Records, so that the compiler finds a key that is not in its list.
const KEYS: Readonly<Record<keyof Comparison, true>> = {
  schema: true,
  generator: true,
  language: true,
  form: true,
  organisation: true,
  programme: true,
  before: true,
  after: true,
  renamed: true,
  parts: true,
  tolerance: true,
  floor: true,
  differs: true,
  settings: true,
  workstreams: true,
  onlyBefore: true,
  onlyAfter: true,
  notCompared: true,
};

const WORKSTREAM_KEYS: Readonly<Record<keyof WorkstreamComparison, true>> = {
  id: true,
  title: true,
  population: true,
  basis: true,
  headlines: true,
  before: true,
  after: true,
  settings: true,
  rag: true,
  figures: true,
  restated: true,
  cells: true,
  groups: true,
  periods: true,
  bridges: true,
  rates: true,
  signals: true,
  milestones: true,
  risks: true,
  actions: true,
  recommendations: true,
  resolutions: true,
  escalations: true,
};

function ordered<T extends object>(value: T, keys: Readonly<Record<keyof T, true>>): Partial<T> {
  const copy: Partial<T> = {};
  for (const key of Object.keys(keys)) if (isKeyOf(value, key)) copy[key] = value[key];
  return copy;
}

function isKeyOf<T extends object>(value: T, key: PropertyKey): key is keyof T {
  return key in value;
}
