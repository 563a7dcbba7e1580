import type { Comparison } from '../comparison.ts';
import type { ChangesView } from '../view.ts';
import { brief, sentence, SENTENCE } from './texts.ts';

/** The end of a sentence that says what to type: `: compare them with --meeting 2026-09-14`, `, or use --since-last-meeting`. */
const COMMAND = /[,:;] [^,:;]*? --[a-z][a-z-]*(?: [^\s,:;]+)?$/;

/** That a table does not say what it counts: told under the title, where it is said what is counted. */
const ASSUMED = /^(.+) does not say what its figures count: they are taken for [^:]+\.$/;

/** Returns the sides that do not say what their figures count, by name. */
export function assumedSides({ notCompared }: Comparison): string[] {
  return notCompared.flatMap((note) => ASSUMED.exec(note)?.[1] ?? []);
}

/**
 * Returns what is not compared, in sentences: for a reader who has no command line without what to type, and with it for a
 * terminal where any sentence says it.
 */
export function notesOf({ notCompared }: Comparison): Pick<ChangesView, 'notes' | 'notesToType'> {
  const told = notCompared.filter((note) => !ASSUMED.test(note));
  const typed = told.map((note) => sentence(brief(note, SENTENCE)));
  const notes = typed.map((note) => sentence(note.replace(/\.$/, '').replace(COMMAND, '')));
  return { notes, ...(notes.some((note, index) => note !== typed[index]) && { notesToType: typed }) };
}
