import type { ViewBlock, ViewSentence } from '../view.ts';
import type { Waterfall } from './waterfall.ts';

/** What the paper shows as one: a part of a section with so many entries, of which it may show the first. */
export interface Piece {
  /** The section's id; its part of the comparison is before the first hyphen. */
  readonly section: string;
  /** The heading that it stands under. */
  readonly title: string;
  /** What a board would call it where it is not shown: `figures by team`; empty for what is of no weight. */
  readonly name: string;
  /** Whose it is, where there are several workstreams. */
  readonly workstream: string;
  /** Whether it takes the whole width; else it stands in one of two columns. */
  readonly across: boolean;
  /** Who has room first: the least number. */
  readonly weight: number;
  readonly content: PieceContent;
  /** The names of the figures that its board looks at first. */
  readonly headlines: readonly string[];
  /** Entries that a board must not be without: a list's first, and of figures the headlines and what is better or worse. */
  readonly grave: number;
  /** How many entries it has: rows, items, sentences; 1 for what is whole or not there. */
  readonly count: number;
}

export type PieceContent =
  | { readonly kind: 'sentences'; readonly sentences: readonly ViewSentence[] }
  | { readonly kind: 'waterfall'; readonly chart: Waterfall }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | Extract<ViewBlock, { kind: 'table' | 'items' }>;

/** Returns the part of the comparison that a section is of: with several workstreams its id has the workstream's behind. */
export function partOf(section: string): string {
  return section.split('-', 1).join('');
}
