import type { Rag } from '../model/dataset.ts';
import type { Place } from '../model/place.ts';

export interface RagChange {
  readonly before: Rag | null;
  readonly after: Rag | null;
  /** `Amber to Red`, `Amber as before`. */
  readonly text: string;
  readonly good: boolean | null;
  /** The reason, and `despite`: word by word. */
  readonly fields: readonly FieldChange[];
}

export type MilestoneChangeKind =
  | 'new'
  | 'gone'
  | 'completed'
  | 'reopened'
  | 'slipped'
  | 'pulled_forward'
  | 'newly_overdue'
  | 'no_longer_overdue'
  | 'reworded'
  | 'other';

export type RiskChangeKind =
  | 'new'
  | 'gone'
  | 'closed'
  | 'reopened'
  | 'escalated'
  | 'de_escalated'
  /** Moved to a cell that is as severe, or whose severity no matrix tells. */
  | 'moved'
  /** The matrix gives the same levels another score or rating. */
  | 'rescored'
  /** The score or rating that the log states. */
  | 'restated_score'
  | 'mitigation_later'
  | 'mitigation_earlier'
  | 'mitigation_date'
  | 'reworded'
  | 'other';

export type ActionChangeKind =
  | 'new'
  | 'gone'
  | 'completed'
  | 'withdrawn'
  | 'reopened'
  | 'slipped'
  | 'pulled_forward'
  | 'newly_overdue'
  | 'no_longer_overdue'
  | 'reworded'
  | 'other';

export type RecommendationChangeKind =
  | 'new'
  | 'gone'
  | 'completed'
  | 'advanced'
  | 'set_back'
  | 'slipped'
  | 'pulled_forward'
  | 'reworded'
  | 'progress'
  | 'other';

/** `answered`: no longer listed, and answered in the second side's papers, as it is to be. */
export type ResolutionChangeKind = 'new' | 'answered' | 'gone' | 'reworded' | 'other';
export type EscalationChangeKind = 'new' | 'gone' | 'reworded' | 'other';

/** What happened to an entry of a list, matched by its reference (an escalation by its words). */
export interface EntryChange<Kind extends string> {
  readonly reference: string;
  /**
   * What it is: the milestone, the risk, on one line, as its papers print it: live citations filled in, no marks of
   * Markdown. The second side's words where it has it.
   */
  readonly title: string;
  /** What matters most first. */
  readonly kinds: readonly Kind[];
  /** A short sentence for each kind, in their order: `Slipped 5 months, to September 2021; it was due in April 2021`. */
  readonly texts: readonly string[];
  /** Of what matters most, where that is good or bad; else of the first of `kinds` that is; null where none is. */
  readonly good: boolean | null;
  /** Every field that differs; all of them for an entry that one side only has. */
  readonly fields: readonly FieldChange[];
  readonly before?: Place;
  readonly after?: Place;
}

export interface RiskChange extends EntryChange<RiskChangeKind> {
  /** Where it was and is on each side's own matrix, where it has a cell there. */
  readonly from?: RiskCell;
  readonly to?: RiskCell;
}

export interface RiskCell {
  /** Labels of the matrix. */
  readonly likelihood: string;
  readonly impact: string;
  readonly score: string;
  readonly rating: string;
  readonly ratingLabel: string;
  readonly severe: boolean;
}

export interface FieldChange {
  /** As in the data format: `due`, `revised`, `mitigation`. */
  readonly field: string;
  /**
   * null: nothing is given. Texts as they are written, live citations and all; periods by their keys (`2021-09`), so that
   * the same day in two spellings is the same.
   */
  readonly before: string | null;
  readonly after: string | null;
  /**
   * Of a text that both sides have: what stayed, went and came, word by word, as each side prints it, live citations filled
   * in: joined without `removed` it is `after` so filled, without `added` it is `before`.
   */
  readonly words?: readonly WordRun[];
}

export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}
