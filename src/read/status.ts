import { fold, nearest } from '../model/suggest.ts';
import { quoted, read, unread, type Reading } from './grammar/reading.ts';
import type { TextCell } from './table/table.ts';

/** The words that people use for each status. */
export type StatusWords<S extends string> = Readonly<Record<S, readonly string[]>>;

/** Returns the status that a cell names, or a problem with the word that was likely meant. */
export function readStatus<S extends string>(
  cell: TextCell,
  words: StatusWords<S>,
  thing = 'status',
): Reading<S> {
  const statuses = Object.keys(words) as S[];
  const written = fold(cell.text.replace(/\.$/, ''));
  const status = statuses.find((one) => words[one].some((word) => fold(word) === written));
  if (status !== undefined) return read(status);
  const all = statuses.flatMap((one) => [...words[one]]);
  const meant = nearest(cell.text, all);
  return unread('E081', `the ${thing} ${quoted(cell.text)} is not known`, {
    why: `known are ${all.join(', ')}`,
    help: meant === undefined ? 'use one of these words' : `did you mean ${quoted(meant)}?`,
  });
}
