import type { FigureKey } from '../metrics/book.ts';

/**
 * What is at fault in a citation: how it is `written`, `data` that lacks what it cites, the `whole` of which workforce
 * data gives nothing (its own finding), or a `definition` with its own finding.
 */
export type CitationFault = 'written' | 'data' | 'whole' | 'definition';

/** Why a citation comes to nothing. */
export interface Problem {
  readonly kind: 'problem';
  readonly message: string;
  readonly help?: string;
  readonly fault: CitationFault;
}

/** What a citation comes to: its text, with the figure behind it where it is one, or why it comes to nothing. */
export type CitationResult =
  { readonly kind: 'text'; readonly text: string; readonly figure?: FigureKey } | Problem;
