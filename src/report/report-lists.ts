import type { Place } from '../model/place.ts';
import type { PeriodRef } from '../model/period-ref.ts';

export interface ActionRow {
  readonly reference: string;
  readonly action: string;
  readonly owner?: string;
  readonly raised?: PeriodRef;
  readonly due?: PeriodRef;
  readonly revised?: PeriodRef;
  readonly done?: PeriodRef;
  readonly state: 'open' | 'due_soon' | 'overdue' | 'complete' | 'withdrawn';
  /** `Overdue by 19 days`, `Due by 30 April 2021`. */
  readonly stateText: string;
  /** Whether it stood in the last meeting's papers, and as what. */
  readonly carried?: { readonly meeting: string; readonly state: 'open' | 'complete' | 'withdrawn' };
  readonly comment: string;
  readonly at: Place;
}

/** An action that was open when earlier papers last listed it, and that this paper does not list, which is a finding. */
export interface MissingActionRow {
  readonly reference: string;
  readonly action: string;
  readonly owner?: string;
  readonly due?: PeriodRef;
  readonly revised?: PeriodRef;
  /** The meeting whose papers last listed it. */
  readonly meeting: string;
  /** Where they did. */
  readonly at: Place;
}

/** Texts are Markdown with their citations filled in. */
export interface RecommendationRow {
  readonly reference: string;
  readonly recommendation: string;
  readonly source?: string;
  readonly status?: 'not_started' | 'in_progress' | 'complete' | 'rejected';
  readonly statusText: string;
  readonly owner?: string;
  readonly due?: PeriodRef;
  readonly progress?: string;
  readonly inPlace?: string;
  readonly evidence: readonly string[];
  readonly actions: readonly { readonly reference: string; readonly stateText: string }[];
  readonly at: Place;
}

export interface ResolutionRow {
  readonly reference: string;
  /** Markdown. */
  readonly resolution: string;
  readonly due?: PeriodRef;
  readonly at: Place;
}

export interface AnswerRow extends ResolutionRow {
  /** The meeting that resolved it. */
  readonly meeting: string;
  /** Markdown; absent where the report does not answer it, which is a finding. */
  readonly answer?: string;
}
