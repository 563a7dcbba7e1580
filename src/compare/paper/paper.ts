import type { Waterfall } from './waterfall.ts';

/**
 * The paper of a comparison: what stands on its one or two sheets, chosen by room. Every text is cut to its place and none
 * is computed any more.
 */
export interface ChangesPaper {
  readonly language: 'en-GB';
  /** In full, for the window and the PDF. */
  readonly title: string;
  readonly heading: string;
  /** Whose paper it is; empty for tables without a data repo. */
  readonly eyebrow: string;
  /** Empty where the heading says both. */
  readonly sides: readonly PaperSide[];
  readonly facts: readonly string[];
  /** One or two. */
  readonly sheets: readonly PaperSheet[];
}

export interface PaperSide {
  readonly term: string;
  readonly label: string;
  /** Commit or meeting; may be empty. */
  readonly detail: string;
}

export interface PaperSheet {
  readonly first: boolean;
  readonly zones: readonly PaperZone[];
  /** What is not on the paper and where it is; what is not compared. */
  readonly foot: readonly string[];
}

/** Sections across the sheet, or in two columns. */
export interface PaperZone {
  readonly columns: boolean;
  /** Whether it is one section, whose heading stands above both columns. */
  readonly single: boolean;
  /** Whether no section goes on in the other column. */
  readonly kept: boolean;
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** One of these is there, the others are null. */
export interface PaperBlock {
  readonly sentences: readonly PaperSentence[] | null;
  readonly table: PaperTable | null;
  readonly items: readonly PaperItem[] | null;
  readonly waterfall: PaperWaterfall | null;
  /** Lines of words, each a paragraph. */
  readonly lines: readonly string[] | null;
  /** What is counted and not shown: `and 14 more changes`. */
  readonly more: string;
}

export type PaperTone = 'good' | 'bad' | 'plain';

/** A tone as a sign and in a word; none for what is neither. */
export interface PaperMark {
  readonly tone: PaperTone;
  readonly sign: 'tick' | 'alert';
  readonly word: string;
}

export interface PaperSentence {
  readonly text: string;
  readonly tone: PaperTone;
  readonly mark: PaperMark | null;
}

export interface PaperTable {
  readonly id: string;
  readonly caption: string;
  /** Whether the heading above says what the caption does: then it is not printed, and still read out. */
  readonly isSaid: boolean;
  readonly columns: readonly PaperColumn[];
  /** How many columns there are. */
  readonly span: number;
  readonly rows: readonly PaperRow[];
}

export interface PaperColumn {
  readonly title: string;
  readonly numeric: boolean;
  /** Per cent of the sheet's width. */
  readonly width: number;
}

export interface PaperRow {
  readonly heading: boolean;
  /** The first cell: what the row is of. */
  readonly name: string;
  readonly cells: readonly PaperCell[];
  readonly notes: readonly string[];
}

export interface PaperCell {
  readonly text: string;
  readonly numeric: boolean;
  readonly mark: PaperMark | null;
}

export interface PaperItem {
  /** Whether it has a line with the word and the reference. */
  readonly headed: boolean;
  /** The word for what happened. */
  readonly mark: string;
  readonly tone: PaperTone;
  readonly sign: 'tick' | 'alert' | 'dash';
  readonly reference: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly words: readonly PaperWords[];
}

/** A text whose words changed, shortened to where they did. */
export interface PaperWords {
  readonly label: string;
  readonly runs: readonly PaperRun[];
}

export interface PaperRun {
  readonly text: string;
  readonly removed: boolean;
  readonly added: boolean;
}

export interface PaperWaterfall {
  readonly chart: Waterfall;
  readonly caption: string;
}
