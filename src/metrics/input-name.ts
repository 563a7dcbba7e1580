import type { Reference } from './expression.ts';

/** Returns the name by which a formula's references are told apart: twelve months of a measure is not the measure. */
export function inputName({ id, through }: Pick<Reference, 'id' | 'through'>): string {
  return `${through ?? ''} ${id}`;
}
