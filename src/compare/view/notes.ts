import type { Comparison } from '../comparison.ts';
import type { ChangesView } from '../view.ts';
import { brief, sentence, SENTENCE } from './texts.ts';

/** The end of a sentence that says what to type: `: compare them with --meeting 2026-09-14`, `, or use --since-last-meeting`. */
const COMMAND = /[,:;] [^,:;]*? --[a-z][a-z-]*(?: [^\s,:;]+)?$/;

/**
 * Returns what is not compared, in sentences: for a reader who has no command line without what to type, and with it for a
 * terminal where any sentence says it.
 */
export function notesOf({ notCompared }: Comparison): Pick<ChangesView, 'notes' | 'notesToType'> {
  const typed = notCompared.map((note) => sentence(brief(note, SENTENCE)));
  const notes = typed.map((note) => sentence(note.replace(/\.$/, '').replace(COMMAND, '')));
  return { notes, ...(notes.some((note, index) => note !== typed[index]) && { notesToType: typed }) };
}
