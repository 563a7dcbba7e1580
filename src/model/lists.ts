import type { Period } from './period.ts';
import type { Place, Sourced } from './place.ts';

/** A step of the plan that the board has agreed, with its dates. */
export interface Milestone {
  readonly reference: string;
  readonly milestone: string;
  readonly due: Period;
  readonly revised?: Period;
  readonly actual?: Period;
  readonly complete: boolean;
  readonly comment: string;
  readonly at: Place;
  /** Places of single cells by field name. */
  readonly fields: Readonly<Record<string, Place>>;
}

/** An entry of the risk log. */
export interface Risk {
  readonly reference: string;
  readonly risk: string;
  /** As written. */
  readonly likelihood: string;
  /** As written. */
  readonly impact: string;
  readonly statedScore?: string;
  readonly statedRating?: string;
  readonly mitigation: string;
  readonly mitigationDate?: Period;
  readonly owner?: string;
  readonly open: boolean;
  readonly comment: string;
  readonly at: Place;
  readonly fields: Readonly<Record<string, Place>>;
}

/** Something that somebody has undertaken to do, carried from meeting to meeting until it is done. */
export interface Action {
  readonly reference: string;
  readonly action: string;
  readonly owner?: string;
  readonly raised?: Period;
  readonly due?: Period;
  readonly revised?: Period;
  readonly done?: Period;
  readonly state: 'open' | 'complete' | 'withdrawn';
  readonly comment: string;
  readonly at: Place;
  readonly fields: Readonly<Record<string, Place>>;
}

/** What a scrutiny body or an inspectorate asked for, and the progress on it. Texts are Markdown. */
export interface Recommendation {
  readonly reference: string;
  readonly recommendation: Sourced<string>;
  /** Who made it: `Ofsted inspection, September 2012`. */
  readonly source?: string;
  readonly status?: 'not_started' | 'in_progress' | 'complete' | 'rejected';
  readonly owner?: string;
  readonly due?: Period;
  readonly progress?: Sourced<string>;
  /** What is in place now. */
  readonly inPlace?: Sourced<string>;
  /** Live citations, with words around them: `Agency {{agency[staff_group=Social workers]}} FTE`. */
  readonly evidence: readonly Sourced<string>[];
  /** References of actions. */
  readonly actions: readonly Sourced<string>[];
  readonly at: Place;
  readonly fields: Readonly<Record<string, Place>>;
}

/** What a committee decided, and wants to read about in the next report. */
export interface Resolution {
  readonly reference: string;
  readonly resolution: Sourced<string>;
  /** When the answer is wanted; the next report where it is left out. */
  readonly due?: Period;
  readonly at: Place;
  readonly fields: Readonly<Record<string, Place>>;
}
