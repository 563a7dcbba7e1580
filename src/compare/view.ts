import type { BridgeBetween, Comparison, WordRun } from './comparison.ts';

/** What every output shows of a comparison: words and tables, in the order in which a board asks. */
export interface ChangesView {
  readonly comparison: Comparison;
  readonly language: 'en-GB';
  /** `What changed: Jan 2021 to Feb 2021`. */
  readonly title: string;
  /** `Luton Council · Children's Improvement Programme`, `Jan 2021 → Feb 2021`; short lines under the title. */
  readonly facts: readonly string[];
  /** The same for a terminal, with the options that were typed; absent where no fact has one. */
  readonly factsAsTyped?: readonly string[];
  /** The few sentences that say it all, the most important first; one sentence where nothing differs. */
  readonly summary: readonly ViewSentence[];
  readonly sections: readonly ViewSection[];
  /** What is not compared. Nobody can type an option of `diff` in a paper: none is in them. */
  readonly notes: readonly string[];
  /** The same for a terminal, with the options that compare it; absent where no sentence has one. */
  readonly notesToType?: readonly string[];
}

/** `bad` asks for attention; `quiet` is of no weight. */
export type Tone = 'good' | 'bad' | 'neutral' | 'quiet';

export interface ViewSentence {
  readonly text: string;
  readonly tone: Tone;
}

export interface ViewSection {
  /** `definitions`, `rag`, `workforce`, `why`, `restated`, `groups`, `milestones` …; with the workstream's where there are several. */
  readonly id: string;
  readonly title: string;
  /** Set on the first section of each workstream where there are several. */
  readonly workstream?: string;
  readonly blocks: readonly ViewBlock[];
}

export type ViewBlock =
  | ViewTable
  | { readonly kind: 'items'; readonly items: readonly ViewItem[]; readonly more?: string }
  | { readonly kind: 'bridge'; readonly bridge: BridgeBetween; readonly lines: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly tone: Tone; readonly whole?: Whole };

/** The format that has all of what is only counted: a terminal adds the option that gives it. */
export type Whole = 'json' | 'csv';

export interface ViewTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly ViewRow[];
  /** What is collapsed: `12 smaller changes, under 5%`. */
  readonly more?: string;
  /** Set where `more` says that another format has it. */
  readonly whole?: Whole;
}

export interface ViewColumn {
  readonly title: string;
  /** Numbers stand to the right, aligned. */
  readonly align: 'left' | 'right';
}

export interface ViewRow {
  /** As many as columns; a heading row has one. */
  readonly cells: readonly string[];
  readonly kind: 'row' | 'heading';
  readonly tone: Tone;
  /** Lines that belong under the row: what the papers state, other definitions. */
  readonly notes: readonly string[];
}

/** An entry of a list that changed. */
export interface ViewItem {
  /** `new`, `escalated`, `slipped`: the word for what happened. */
  readonly mark: string;
  readonly tone: Tone;
  /** `WFR6`, and what it is; the reference may be empty. */
  readonly reference: string;
  readonly title: string;
  /** An option of `diff` that a terminal proposes: `--renamed 'North=North East'`. Not for a paper or a comment. */
  readonly option?: string;
  /** One line each: `Slipped 5 months, to September 2021`. */
  readonly lines: readonly string[];
  /** Fields whose words changed. */
  readonly words: readonly { readonly label: string; readonly runs: readonly WordRun[] }[];
}
