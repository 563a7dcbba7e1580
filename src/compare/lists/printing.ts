import type { PaperContext } from '../../papers/context.ts';
import { fillCitations, printedWords } from '../../papers/fill-citations.ts';
import type { PaperPair } from '../side.ts';

/** How one side's papers print the texts of a list. */
export interface Print {
  readonly text: (written: string) => string;
  /** The text as a title: on one line, without marks of Markdown. */
  readonly title: (written: string) => string;
}

/** How each side's papers print the texts of a list. */
export interface Printing {
  readonly before: Print;
  readonly after: Print;
}

const PLAIN: Print = { text: (written) => written, title: (written) => written };

/** Of texts that are neither Markdown nor cite figures: as they are written. */
export const AS_WRITTEN: Printing = { before: PLAIN, after: PLAIN };

/** Returns how the sides print Markdown with live citations: each fills in its own figures. */
export function printingOf({ before, after }: PaperPair): Printing {
  return { before: printOf(before.context), after: printOf(after.context) };
}

function printOf(context: PaperContext): Print {
  return {
    text: (written) => fillCitations(context, written),
    title: (written) => printedWords(context, written),
  };
}
