import { escapeMarkdown, markdownWords } from '../model/markdown-text.ts';
import { splitCitations } from './citation.ts';
import type { CitationResult } from './citation-result.ts';
import type { PaperContext } from './context.ts';
import { resolveCitation } from './resolve.ts';

/** What a live citation comes to, and what it stands between. */
export interface Cited {
  readonly found: Extract<CitationResult, { kind: 'text' }>;
  /** Within a Markdown code span. */
  readonly inCode: boolean;
  /** The text before it, filled in, and the words after it up to the next citation. */
  readonly before: string;
  readonly after: string;
}

/**
 * Returns a text as one meeting's papers print it: its live citations filled in, each as `print` gives it, by default as
 * it reads. One that comes to nothing stays as it is written.
 */
export function fillCitations(
  context: PaperContext,
  text: string,
  print: (cited: Cited) => string = ({ found }) => found.text,
): string {
  const pieces = splitCitations(text);
  let filled = '';
  pieces.forEach((piece, index) => {
    if (piece.kind === 'words') {
      filled += piece.text;
      return;
    }
    const found = resolveCitation(context, piece.subject);
    if (found.kind === 'problem') {
      filled += piece.written;
      return;
    }
    const next = pieces[index + 1];
    const after = next?.kind === 'words' ? next.text : '';
    filled += print({ found, inCode: piece.inCode, before: filled, after });
  });
  return filled;
}

/** Returns the words of a Markdown text as one meeting's papers print it: on one line, without marks of Markdown. */
export function printedWords(context: PaperContext, markdown: string): string {
  return markdownWords(
    fillCitations(context, markdown, ({ found, inCode }) =>
      inCode ? found.text : escapeMarkdown(found.text),
    ),
  );
}
