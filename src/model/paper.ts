import type { Notation } from './cell.ts';
import type { Exact } from './exact.ts';
import type { Place, Sourced } from './place.ts';
import type { PlainDate } from './plain-date.ts';

export type Rag = 'red' | 'amber' | 'green' | 'blue';

/** `report.yaml`: what people write. What a template needs of it is in model/templates.ts. */
export interface Paper {
  readonly draft: boolean;
  /** The report's own title, in place of the template's. */
  readonly title?: string;
  /** Who presents the report, by role. */
  readonly reportBy?: string;
  readonly sponsor?: string;
  readonly lead?: string;
  readonly completedBy?: string;
  readonly period?: DateSpan;
  /** Where it is written. */
  readonly periodAt?: Place;
  readonly nextPeriod?: DateSpan;
  readonly nextPeriodAt?: Place;
  readonly rag?: StatedRag;
  /** What is asked of the board, most important first. */
  readonly asks: readonly Ask[];
  readonly escalations: readonly Escalation[];
  /** Markdown. */
  readonly progress?: Sourced<string>;
  /** Markdown. */
  readonly next?: Sourced<string>;
  /** Markdown, printed under the workforce table. */
  readonly commentary?: Sourced<string>;
  /** Sections of text: the front matter of a committee report, and the paper's own. */
  readonly sections: readonly PaperSection[];
  readonly questions: readonly Question[];
  /** Answers to the resolutions of the meeting before, by their references. */
  readonly answers: readonly Answer[];
  /** What a mark on a figure means: `*` → text. */
  readonly notes: readonly FootNote[];
  readonly appendices: readonly Appendix[];
  /** Why a figure moved as it did, where the other figures do not say. */
  readonly movements: readonly Movement[];
}

export interface DateSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A section of text, made of paragraphs that can be numbered, with tables and charts among them. */
export interface PaperSection {
  /** One of the known sections of text, or the paper's own id; then it has a title. */
  readonly id: string;
  readonly title?: string;
  readonly blocks: readonly SectionBlock[];
  readonly at: Place;
}

export type SectionBlock =
  | { readonly kind: 'text'; readonly heading?: string; readonly text: Sourced<string> }
  /** A table, a chart or a computed section, by its id, in this place. */
  | { readonly kind: 'show'; readonly heading?: string; readonly id: string; readonly at: Place };

export interface Question {
  readonly question: Sourced<string>;
  readonly answer: Sourced<string>;
}

export interface Answer {
  /** Reference of the resolution. */
  readonly resolution: string;
  readonly text: Sourced<string>;
  readonly at: Place;
}

export interface StatedRag {
  readonly previous?: Rag;
  readonly current: Rag;
  /** Markdown. */
  readonly reason: Sourced<string>;
  /** Given where the evidence points elsewhere: why the stated RAG stands all the same. */
  readonly despite?: Sourced<string>;
  readonly at: Place;
}

export interface Ask {
  /** `decide` needs a decision, `support` an action, `note` only notice. */
  readonly kind: 'decide' | 'support' | 'note';
  readonly text: Sourced<string>;
}

export interface Escalation {
  readonly matter: Sourced<string>;
  readonly action: Sourced<string>;
}

export interface FootNote {
  readonly mark: string;
  readonly text: Sourced<string>;
}

export interface Appendix {
  readonly title: string;
  readonly text: Sourced<string>;
}

/** Why a figure moved from the period before to its own, recorded for the board. */
export interface Movement {
  /** The figure after the movement: `permanent@2021-01`. */
  readonly of: Sourced<string>;
  readonly by: MovedBy;
  /** Markdown. */
  readonly reason: Sourced<string>;
}

/** The amount that a reason is for: what starters and leavers leave over, or else the whole change. */
export interface MovedBy {
  /** A share for percentage points: +1.08 pp is 0.0108. */
  readonly value: Exact;
  readonly notation: Notation;
  /** Decimals as written. */
  readonly places: number;
  readonly at: Place;
}
