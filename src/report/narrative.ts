import { escapeMarkdown } from '../model/markdown-text.ts';
import type { Sourced } from '../model/place.ts';
import { fillCitations } from '../papers/fill-citations.ts';
import type { FigureSet } from './figures.ts';

/** Fills the live citations of one meeting's texts. Figures that are cited join the report's set. */
export interface Narrative {
  /** For Markdown: what is filled in reads as it is and starts no markup. */
  readonly markdown: (text: Sourced<string>) => string;
  /** For text that is shown as it is. */
  readonly plain: (text: Pick<Sourced<string>, 'value'>) => string;
}

/** Returns the narrative of one meeting's papers. A citation that does not resolve is an error, and stays as written. */
export function createNarrative(figures: FigureSet): Narrative {
  return {
    markdown: ({ value }) => fill(figures, value, true),
    plain: ({ value }) => fill(figures, value, false),
  };
}

function fill(figures: FigureSet, text: string, isMarkdown: boolean): string {
  return fillCitations(figures.context, text, ({ found, inCode, before, after }) => {
    if (found.figure) {
      const { id, period, group, basis } = found.figure;
      figures.figure(id, period, group, basis);
    }
    return isMarkdown && !inCode ? markdownValue(found.text, before, after) : found.text;
  });
}

/**
 * Returns a value as Markdown that shows it: punctuation that could be markup is escaped, and a number that opens a
 * line before a full stop is written so that it does not start a numbered list.
 */
function markdownValue(value: string, before: string, after: string): string {
  const escaped = escapeMarkdown(value);
  const opensLine = /^[\s>*+\-\d.)]*$/.test(before.slice(before.lastIndexOf('\n') + 1));
  if (!opensLine || !/^\d+$/.test(value) || !/^[.)]/.test(after)) return escaped;
  return `&#${value.charCodeAt(0)};${value.slice(1)}`;
}
