import type { FindingCode } from './catalogue.ts';
import type { Exact } from './exact.ts';
import type { Severity } from './finding.ts';
import type { Place, Sourced } from './place.ts';

/** What `cip-report.yaml` says of the rules: limits, severities, and findings that are accepted. */
export interface Checks {
  /** Figures whose last period ended more than so many days before the meeting are old. */
  readonly freshnessDays: number;
  /** So many permanent workers may be left unexplained by starters and leavers; none where it is left out. */
  readonly unexplained?: Exact;
  /** From one period to the next a figure changes by no more than this. */
  readonly jumps: readonly JumpLimit[];
  readonly severities: readonly SeverityChoice[];
  readonly accepted: readonly Acceptance[];
}

/** The most by which a figure is expected to change from one period to the next. */
export interface JumpLimit {
  /** Measure or metric id. */
  readonly id: string;
  readonly value: Exact;
  /** `percent`: of the earlier figure; of a share, percentage points. */
  readonly notation: 'plain' | 'percent';
  readonly at: Place;
}

/** The severity that a council gives to the findings of a code, in place of the default. */
export interface SeverityChoice {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly at: Place;
}

/** A finding that the council knows of and leaves as it is. It is printed with its reason, never hidden. */
export interface Acceptance {
  readonly code: FindingCode;
  /** What the finding is about, as its `about` says: `permanent@2021-01`, `risk:WFR6`. */
  readonly of: string;
  /** Words of the finding's message, with its value: where the value is another, it is another finding. */
  readonly says: Sourced<string>;
  /** In whose papers; any workstream's where it is left out. */
  readonly workstream?: string;
  readonly reason: Sourced<string>;
  /** The role of whoever accepts it. */
  readonly by: string;
  /** Where it says what the finding is about. */
  readonly at: Place;
}

/** Returns the words of an acceptance as they are compared: white space is one space, and a hyphen is a minus. */
export function foldedWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/-/g, '−');
}

/** What holds where the configuration says nothing. */
export const DEFAULT_CHECKS: Checks = {
  // A quarter, and a month to put its figures together.
  freshnessDays: 122,
  jumps: [],
  severities: [],
  accepted: [],
};
