import { placeText, type Place } from '../model/place.ts';
import type { Explanation } from './explanation.ts';

/** Returns every place that explanations name, each once, in their order: what their history is asked for. */
export function placesNamed(explanations: readonly Explanation[]): Place[] {
  const places = new Map<string, Place>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isPlace(value)) places.set(placeText(value), value);
    else for (const one of Object.values(value)) collect(one);
  };
  collect(explanations);
  return [...places.values()];
}

function isPlace(value: object): value is Place {
  return 'file' in value && 'line' in value && 'column' in value && 'length' in value;
}
