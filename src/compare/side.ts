import type { Dataset } from '../model/dataset.ts';
import type { Exact } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import type { PaperContext } from '../papers/context.ts';
import type { Form, Part, SideRef } from './comparison.ts';

/** One side: a data repo as it stood, and whose papers of it are compared. */
export interface ComparedSide {
  readonly dataset: Dataset;
  readonly ref: SideRef;
  /** At most one meeting's papers of each workstream. */
  readonly papers: readonly SidePapers[];
}

/** One workstream's papers on a side. */
export interface SidePapers {
  readonly context: PaperContext;
  /** The period whose figures are compared; absent where the papers have no figures. */
  readonly period: Period | undefined;
}

/** The same workstream on both sides. */
export interface PaperPair {
  readonly form: Form;
  readonly before: SidePapers;
  readonly after: SidePapers;
}

/** An amount of change, as `--tolerance` and `--floor` give it. */
export interface ChangeLimit {
  /** A share for a percentage: 5% is 0.05. */
  readonly value: Exact;
  /**
   * `percent`: of what the figure was. `plain`: in the figure's own printed unit: workers, FTE, pounds, months, and
   * percentage points of a share.
   */
  readonly notation: 'plain' | 'percent';
  /** As typed. */
  readonly text: string;
}

export interface CompareRequest {
  readonly form: Form;
  /** The program's version. */
  readonly version: string;
  readonly parts: readonly Part[];
  readonly tolerance?: ChangeLimit;
  readonly floor?: ChangeLimit;
}
