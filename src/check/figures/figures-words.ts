import { plural } from '../../model/format.ts';

/** Returns a figure and how many others it stands for, with its verb: `agency and 2 other figures`, `are`. */
export function figuresWords(id: string, others: number): { readonly figure: string; readonly verb: string } {
  return others === 0
    ? { figure: id, verb: 'is' }
    : { figure: `${id} and ${plural(others, 'other figure')}`, verb: 'are' };
}
