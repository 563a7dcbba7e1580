import type { FigureResult } from '../metrics/result.ts';
import type { Basis, Group, Rag } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import type { PeriodRef } from '../model/period-ref.ts';
import type { Place } from '../model/place.ts';

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

/** How a figure moved: one of the two sides may have no number. */
export interface FigureChange {
  /** The figure without its period: `agency_rate`, `agency[team=Duty]`; with it where it was restated: `agency@2021-01`. */
  readonly id: string;
  readonly metric: string;
  readonly label: string;
  readonly group: Group;
  readonly basis: Basis;
  /** Whether it is of a table of indicators. */
  readonly indicator: boolean;
  readonly unit: MetricUnit;
  /** The decimals at which its change is printed: of what is no count, those of the less precise side. */
  readonly places: number;
  /**
   * `new` and `gone`: one side gives nothing; `marker`: one side, or both, give a marker in place of a number; `changed`:
   * two numbers.
   */
  readonly kind: 'changed' | 'new' | 'gone' | 'marker';
  readonly before: FigureSide;
  readonly after: FigureSide;
  /** after − before; of a share in percentage points (0.0108 is 1.08 pp). For two numbers. */
  readonly absolute?: Amount;
  /** (after − before) ÷ before; absent where before is zero or negative, and where the change is printed as none. */
  readonly relative?: Amount;
  readonly movement?: 'up' | 'down' | 'level';
  /** Whether the movement is towards what is wanted; null where neither way is known to be. */
  readonly good: boolean | null;
  /** Of what happens in a period: periods lie between the two, and what happened in them is in neither. Then `good` is null. */
  readonly apart?: true;
  /** Small: `tolerance` is taken for no difference, `floor` is told with others in one line. */
  readonly within?: 'tolerance' | 'floor';
  /** Of a computed figure: the formula in words under which both sides are reckoned, that of the second side. */
  readonly formula?: string;
  /** Where the first side reckons by another formula: the same change under that one. */
  readonly otherwise?: {
    readonly formula: string;
    readonly before: FigureSide;
    readonly after: FigureSide;
    readonly absolute?: Amount;
    readonly relative?: Amount;
  };
  /**
   * Where the second side gives the first side's period another figure: what it says that it was, and the change from
   * that. What was restated is no movement: the order of figures and `within` go by this change, and so does who prints it.
   */
  readonly revised?: {
    readonly before: FigureSide;
    readonly absolute?: Amount;
    readonly relative?: Amount;
    readonly movement?: 'up' | 'down' | 'level';
    readonly good: boolean | null;
  };
  /** Of sums of other members, who they are: `team Fostering is new`. The change is also one of who is counted. */
  readonly members?: string;
  /** What the papers print for the two, where they print both: `44%` and `33%`: −11 pp, −25%. */
  readonly stated?: {
    readonly before: string;
    readonly after: string;
    readonly absolute: Amount;
    readonly relative?: Amount;
  };
}

/** A figure on one side. */
export interface FigureSide {
  readonly period: PeriodRef;
  readonly result: FigureResult;
  /** As printed: `21.08%`, `193`, `c`, `–`. */
  readonly text: string;
  readonly source: 'given' | 'computed';
  readonly at?: Place;
}

/** A number, and how it is printed. */
export interface Amount {
  /** Decimal string: exact where the number has a finite decimal form, else rounded to 12 decimals. */
  readonly decimal: string;
  readonly text: string;
}

/** One cell that differs: what is given, and what is stated. */
export interface CellChange {
  readonly metric: string;
  readonly group: Group;
  readonly basis: Basis;
  /** Absent where two periods are compared: then the cells are those of the two periods. */
  readonly period?: PeriodRef;
  readonly stated: boolean;
  /** Whether it is of a table of indicators. */
  readonly indicator: boolean;
  /** null: not in the tables. */
  readonly before: CellValue | null;
  readonly after: CellValue | null;
  /** Set on two numbers that differ by no more than the tolerance. */
  readonly within?: 'tolerance';
}

/** A cell as it is compared: notation and decimals are no difference, a value and a marker are. */
export interface CellValue {
  readonly kind: 'number' | 'marker' | 'missing';
  /** Decimal string of a number (a share for a percentage), or the marker with its bound: `c`, `fewer_than 5`. */
  readonly value?: string;
  /** As written. */
  readonly text: string;
  readonly at: Place;
}

/** A member of a dimension that only one side has, or a whole dimension. */
export interface GroupChange {
  /** `new` and `gone`: a member; `breakdown_new` and `breakdown_gone`: a dimension that one side does not have at all. */
  readonly kind: 'new' | 'gone' | 'breakdown_new' | 'breakdown_gone';
  readonly dimension: string;
  /** Absent for a dimension. */
  readonly name?: string;
  /** How many figures it has on the side that has it. */
  readonly figures: number;
  /** The member on the other side that it may be under another name, where the figures say so. Never assumed. */
  readonly perhaps?: {
    readonly name: string;
    /** `7 of 7 figures of Jan 2021 to Feb 2021 are the same`. */
    readonly because: string;
  };
  readonly at?: Place;
}

/** Previous permanent + starters + conversions + transfers − leavers = now, told forward in time. */
export interface BridgeBetween {
  readonly group: Group;
  readonly basis: Basis;
  readonly from: PeriodRef;
  readonly to: PeriodRef;
  /** How many periods' flows were added up. */
  readonly periods: number;
  /** Opening and flows in their order, each with the sign it has in the sum; empty where the bridge cannot be reckoned. */
  readonly steps: readonly BridgeStep[];
  readonly expected?: Amount;
  readonly closing?: Amount;
  /** closing − expected. */
  readonly unexplained?: Amount;
  /** Whether nothing is left over, or no more than rounding and the papers' tolerance let go. */
  readonly explained?: boolean;
  /**
   * Where its figures are sums of other members, who they are: `team Fostering is new`. What is left over is then also one
   * of who is counted, and it is not known that starters and leavers fail to explain it.
   */
  readonly members?: string;
  /** Why it cannot be reckoned: `no starters for Aug 2023`. */
  readonly because?: string;
}

export interface BridgeStep {
  readonly id: string;
  readonly label: string;
  /** `level`: where it begins; `in` adds, `out` takes away. */
  readonly kind: 'level' | 'in' | 'out';
  /** Without sign. */
  readonly amount: Amount;
}

/**
 * Where the change of a rate comes from. The effects add up to the change as exact numbers, and as they are printed; decimals
 * that are rounded to 12 places may be one off in the last.
 */
export interface RateSplit {
  /** `FigureChange.id`. */
  readonly figure: string;
  readonly label: string;
  /** `FigureChange.absolute`; with `since`, the `absolute` of its `revised`. */
  readonly change: Amount;
  /** `revised`: what the change is from is what the second side says that the figure was. */
  readonly since?: 'revised';
  readonly numerator: RatePart;
  readonly denominator: RatePart;
  /**
   * Where a measure stands in the numerator and in the denominator, so that each of the two effects is partly that one
   * measure's: the change by the measures that the formula rests on, in its order. Their effects add up to the change too.
   */
  readonly measures?: readonly RatePart[];
  /** By the members of a dimension whose figures make the whole; of the whole's rates and of groups of one dimension. */
  readonly by?: {
    readonly dimension: string;
    /** The largest effect first. */
    readonly members: readonly MemberEffect[];
    readonly mix: Amount;
    readonly within: Amount;
  };
  /** Why it is not split by members where the data has some: `teams make 138 of 141`. */
  readonly notSplit?: string;
}

export interface RatePart {
  /** In words: `agency workers`, `permanent + agency`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** What the rate changed by because of it, in the rate's unit. */
  readonly effect: Amount;
}

/** A member's part in the change of the whole's rate. */
export interface MemberEffect {
  readonly name: string;
  /** Its own rate: `52.1%`, `–` where it has none. */
  readonly before: string;
  readonly after: string;
  /** Its share of the denominator. */
  readonly weightBefore: string;
  readonly weightAfter: string;
  /** From its growing or shrinking beside the others. */
  readonly mix: Amount;
  /** From its own rate. */
  readonly within: Amount;
  readonly effect: Amount;
}

/** What an XmR chart says of the second side's figure. */
export interface SignalRow {
  readonly figure: string;
  readonly label: string;
  readonly kind: 'signal' | 'usual';
  /** `Outside the usual range of 31.2 to 44.8 (14 months)`. */
  readonly text: string;
  readonly points: number;
}

/** A change of what the configuration says. */
export interface SettingChange {
  readonly what:
    | 'definition'
    | 'measure'
    | 'indicator'
    | 'matrix'
    | 'target'
    | 'basis'
    | 'population'
    | 'overlapping'
    | 'label'
    | 'limit';
  /** `agency_rate`, `matrix.cells.High.Critical`, `target.agency-10.value`: unique in its list. */
  readonly id: string;
  readonly kind: 'new' | 'gone' | 'changed';
  /** What is said of it: `Agency rate is now agency ÷ establishment; it was agency ÷ (permanent + agency)`. */
  readonly text: string;
  /** null: the side does not have it. As text that is the same where it means the same. */
  readonly before: string | null;
  readonly after: string | null;
  /** What a changed definition alone does to figures. */
  readonly effects: readonly SettingEffect[];
}

/** One side's figure, under both sides' definitions. */
export interface SettingEffect {
  readonly side: 'before' | 'after';
  /** `agency_rate@2021-02`. */
  readonly figure: string;
  readonly label: string;
  readonly period: PeriodRef;
  /** Under the first side's definition. */
  readonly old: string;
  /** Under the second side's. */
  readonly new: string;
  /** new − old. */
  readonly change?: Amount;
}

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
