import type { FigureResult } from '../metrics/result.ts';
import type { Basis } from '../model/dataset.ts';
import type { PeriodRef } from '../model/period-ref.ts';
import type { CellChange, FigureChange, GroupChange } from './comparison-figures.ts';
import type {
  ActionChangeKind,
  EntryChange,
  EscalationChangeKind,
  MilestoneChangeKind,
  RagChange,
  RecommendationChangeKind,
  ResolutionChangeKind,
  RiskChange,
} from './comparison-lists.ts';
import type { BridgeBetween, RateSplit, SignalRow } from './comparison-reasons.ts';
import type { SettingChange } from './comparison-settings.ts';

// One contract: its parts are told apart by subject, and taken from here.
export type * from './comparison-figures.ts';
export type * from './comparison-lists.ts';
export type * from './comparison-reasons.ts';
export type * from './comparison-settings.ts';
export type { FigureResult, PeriodRef };

/** The version of the JSON of `diff`. A change that would break a reader of it raises the number. */
export const COMPARISON_SCHEMA = 'cip-report/comparison@1';

/** What the two sides are. */
export const FORMS = ['periods', 'meetings', 'folders', 'files', 'revisions'] as const;
export type Form = (typeof FORMS)[number];

/** What can be compared alone, in the order in which a board asks. */
export const PARTS = [
  'definitions',
  'rag',
  'workforce',
  'indicators',
  'targets',
  'milestones',
  'risks',
  'actions',
  'recommendations',
  'resolutions',
  'escalations',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * What really changed between two sides: plain JSON, complete, the contract between what is computed and every output.
 * Numbers are decimal strings: exact, or rounded to 12 decimals where they have no finite form, as a `result` says of itself
 * (`exact`). What is the same on both sides is not in it.
 *
 * `cells`, the `fields` of entries, `rag` and `settings` are the whole difference of what the two sides give: put into
 * what the first gives, they make what the second gives. Everything else is what that comes to.
 */
export interface Comparison {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly generator: { readonly name: 'cip-report'; readonly version: string };
  readonly language: 'en-GB';
  readonly form: Form;
  /** The second side's; empty for tables without a data repo. */
  readonly organisation: string;
  readonly programme: string;
  readonly before: SideRef;
  readonly after: SideRef;
  /** Members that were taken for one under two names, as the user said; the first side's are compared under the new one. */
  readonly renamed?: readonly { readonly dimension?: string; readonly from: string; readonly to: string }[];
  /** The parts that were compared. */
  readonly parts: readonly Part[];
  /** As it was asked for: `0.05`, `2%`. Changes within it are marked, and are no difference. */
  readonly tolerance?: string;
  /** As it was asked for: changes under it are told in one line. */
  readonly floor?: string;
  /** Whether anything differs, beyond the tolerance. */
  readonly differs: boolean;
  /** What holds for the whole programme: definitions, matrix, measures. Said first: it changes what all else means. */
  readonly settings: readonly SettingChange[];
  readonly workstreams: readonly WorkstreamComparison[];
  /** Workstreams that one side only has, by title. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** What is not compared and might be expected to be, in sentences. */
  readonly notCompared: readonly string[];
}

/** One side, in words and by its name. */
export interface SideRef {
  /** `Jan 2021`, `19 April 2021`, `main~1 (a1b2c3d)`, `workforce-feb.csv`. */
  readonly label: string;
  /** What the user typed. */
  readonly asked: string;
  readonly commit?: { readonly hash: string; readonly date: string; readonly subject: string };
}

export interface WorkstreamComparison {
  readonly id: string;
  readonly title: string;
  readonly population: string;
  readonly basis: Basis;
  /** Ids of the measures and metrics that its board looks at first, in order. */
  readonly headlines: readonly string[];
  readonly before: PapersRef;
  readonly after: PapersRef;
  /** What the configuration says of this workstream: basis, population, targets. */
  readonly settings: readonly SettingChange[];
  readonly rag?: RagChange;
  /**
   * Figures of `before.period` and `after.period`, by unit, the whole before groups, the largest change first. Empty where
   * both sides have the same latest period: then every difference of a figure is a restatement.
   */
  readonly figures: readonly FigureChange[];
  /** Figures of one period that differ between the sides, oldest first. */
  readonly restated: readonly FigureChange[];
  /** Every cell that differs: the whole difference of what the tables give. */
  readonly cells: readonly CellChange[];
  readonly groups: readonly GroupChange[];
  /** Periods that only one side has. */
  readonly periods: { readonly new: readonly PeriodRef[]; readonly gone: readonly PeriodRef[] };
  readonly bridges: readonly BridgeBetween[];
  /** Why rates changed, by `FigureChange.id`. */
  readonly rates: readonly RateSplit[];
  /** What history says of changes, by `FigureChange.id`; only where it allows to say anything. */
  readonly signals: readonly SignalRow[];
  readonly milestones: readonly EntryChange<MilestoneChangeKind>[];
  readonly risks: readonly RiskChange[];
  readonly actions: readonly EntryChange<ActionChangeKind>[];
  readonly recommendations: readonly EntryChange<RecommendationChangeKind>[];
  readonly resolutions: readonly EntryChange<ResolutionChangeKind>[];
  readonly escalations: readonly EntryChange<EscalationChangeKind>[];
}

/** Whose papers stand on a side. */
export interface PapersRef {
  /** The meeting's date; absent for a table without one. */
  readonly meeting?: string;
  /** As of which milestones and actions are judged. */
  readonly asOf: string;
  /** The period whose figures are compared; absent where the side has none. */
  readonly period?: PeriodRef;
}
