import type { Basis, Rag } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import type { Finding } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import type { Place } from '../model/place.ts';
import type { ThemeColours } from '../model/theme.ts';
import type { NotMet } from '../metrics/targets.ts';
import type { MilestoneState } from '../risk/milestone-state.ts';
import type {
  ActionRow,
  AnswerRow,
  MissingActionRow,
  RecommendationRow,
  ResolutionRow,
} from './report-lists.ts';
import type { CheckedSection } from './report-checked.ts';
import type { Figure } from './report-figures.ts';
import type { PeriodRef } from '../model/period-ref.ts';
import type { BenchmarkComparison, FigureTable, IndicatorRow, Trend } from './report-tables.ts';

export type * from './report-checked.ts';
export type * from './report-figures.ts';
export type * from './report-lists.ts';
export type { PeriodRef } from '../model/period-ref.ts';
export type * from './report-tables.ts';

/** The version of `report.json`. A change that would break a reader of it raises the number. */
export const REPORT_SCHEMA = 'cip-report/report@1';

/**
 * One report: plain JSON, complete, the contract between what is computed and every renderer. `report.json` is this
 * object. Numbers are decimal strings, exact where `exact` is true, so that no reader loses a digit. Texts are
 * Markdown only where a comment says so; live citations are already filled in.
 */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly generator: { readonly name: 'cip-report'; readonly version: string };
  readonly template: string;
  /** The report's title: its own, or `Workforce highlight report`. */
  readonly title: string;
  readonly language: 'en-GB';
  readonly organisation: string;
  readonly programme: string;
  readonly board: string;
  readonly boardShort?: string;
  /** What the council's own abbreviations stand for: `MASH`. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  readonly workstream: { readonly id: string; readonly title: string };
  readonly draft: boolean;
  readonly meeting: { readonly id: string; readonly date: string; readonly previous?: string };
  /** The date as of which milestones, targets and freshness are judged. */
  readonly asOf: string;
  /** Who presents it. */
  readonly reportBy?: string;
  readonly sponsor?: string;
  readonly lead?: string;
  readonly completedBy?: string;
  readonly period?: { readonly from: string; readonly to: string };
  readonly nextPeriod?: { readonly from: string; readonly to: string };
  /** The sections in the order of the page; each has something in it. */
  readonly sections: readonly ReportSection[];
  readonly theme: ReportTheme;
  readonly rag?: RagSection;
  readonly asks: readonly { readonly kind: 'decide' | 'support' | 'note'; readonly markdown: string }[];
  readonly escalations: readonly { readonly matter: string; readonly action: string }[];
  /** Markdown. */
  readonly progress?: string;
  /** Markdown. */
  readonly next?: string;
  /** What happened to milestones, risks and actions since the meeting before, in the sentences that `diff` gives. */
  readonly since?: { readonly meeting: string; readonly texts: readonly string[] };
  readonly workforce: WorkforceSection;
  /** Further tables, by the ids that the configuration gives them. */
  readonly tables: readonly FigureTable[];
  readonly trends: readonly Trend[];
  readonly indicators: readonly IndicatorRow[];
  readonly benchmarks: readonly BenchmarkComparison[];
  /** Every figure that is printed anywhere, by id; other sections refer to these ids. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly targets: readonly TargetProgress[];
  readonly milestones: readonly MilestoneRow[];
  readonly milestoneCounts: Readonly<Record<MilestoneState, number>> & { readonly slippedTotal: number };
  readonly risks: RiskSection;
  readonly actions: readonly ActionRow[];
  /** Open actions of earlier papers that this one does not list. */
  readonly missingActions: readonly MissingActionRow[];
  readonly recommendations: readonly RecommendationRow[];
  /** What earlier meetings resolved, with this report's answer. */
  readonly answers: readonly AnswerRow[];
  /** What this meeting resolved: for the next report. */
  readonly resolutions: readonly ResolutionRow[];
  /** Markdown. */
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  /** Marks on figures (`*`) and what they mean. Text is Markdown. */
  readonly notes: readonly {
    readonly mark: string;
    readonly markdown: string;
    readonly figures: readonly string[];
  }[];
  readonly appendices: readonly { readonly title: string; readonly markdown: string }[];
  /** The definitions that this report's figures use. */
  readonly definitions: readonly DefinitionRow[];
  readonly checked: CheckedSection;
  /** Warnings and notes on this report's data. A report is never made from data with errors. */
  readonly findings: readonly Finding[];
  /** Every file that this report was made from. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}

/** A section of the page. Numbers of sections and paragraphs are for the template to give. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** `computed`: made from the report's other parts under the same id; `text`: its blocks are all there is. */
  readonly kind: 'computed' | 'text';
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'text'; readonly heading?: string; readonly markdown: string }
  /** A table, a trend or a computed section in this place; it is not shown in its own section again. */
  | {
      readonly kind: 'show';
      readonly heading?: string;
      readonly what: 'table' | 'trend' | 'section';
      readonly id: string;
    };

/** How it looks: the council's own colours, as `#rrggbb` by name, and its logo. */
export interface ReportTheme extends ThemeColours {
  /** The colour of headings, where it is not that of the text. */
  readonly headings?: 'accent';
  readonly logo?: ReportLogo;
}

export interface ReportLogo {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

export interface WorkforceSection {
  readonly population: string;
  readonly basis: Basis;
  /** Columns of the table, oldest first. */
  readonly periods: readonly PeriodRef[];
  readonly groups: readonly {
    readonly label: string;
    readonly rows: readonly {
      readonly metric: string;
      readonly label: string;
      readonly unit: MetricUnit;
      /** A figure id per period. */
      readonly figures: readonly string[];
    }[];
  }[];
  /** Figure ids for the first page. */
  readonly headlines: readonly string[];
  /** Series for charts: figure ids oldest first, over every period that the data holds. */
  readonly series: readonly {
    readonly metric: string;
    readonly label: string;
    readonly figures: readonly string[];
  }[];
  /** The movement of permanent staff between successive periods: what was left over is unexplained. */
  readonly bridges: readonly Bridge[];
  /** The reasons that were recorded for movements of figures: what they explain is no finding. */
  readonly movements: readonly MovementRow[];
  /** Markdown. */
  readonly commentary?: string;
}

/**
 * previous permanent + starters + conversions + transfers in − leavers − transfers out = now, and what is left over.
 * Texts are printed numbers. Conversions and transfers are there where the data records them.
 */
export interface Bridge {
  readonly from: PeriodRef;
  readonly to: PeriodRef;
  /** Ids of the figures that it is reckoned from: before, each flow, now. */
  readonly figures: readonly string[];
  readonly opening: string;
  readonly starters: string;
  readonly conversions?: string;
  readonly transfersIn?: string;
  readonly leavers: string;
  readonly transfersOut?: string;
  readonly expected: string;
  readonly closing: string;
  /** Decimal string, closing − expected. */
  readonly unexplained: string;
  readonly unexplainedText: string;
  /** Whether reasons are recorded for all of that. */
  readonly reasoned?: boolean;
}

/** Why a figure moved from the period before to its own, as the council recorded it. */
export interface MovementRow {
  /** Id of the figure after the movement. */
  readonly figure: string;
  /** The amount that the reason is for: `−6 beyond starters and leavers`, `+3 since Jan 2021`. */
  readonly amountText: string;
  /** Markdown. */
  readonly markdown: string;
  readonly at: Place;
}

export interface RagSection {
  /** As this paper gives it. */
  readonly previous?: Rag;
  /** As the last paper reported it, where that is at hand. */
  readonly lastReported?: Rag;
  readonly current: Rag;
  /** What the council says each RAG means, where it says so. */
  readonly meanings: Readonly<Partial<Record<Rag, { readonly label: string; readonly meaning?: string }>>>;
  /** Markdown. */
  readonly reason: string;
  /** Markdown: why the stated RAG stands where the evidence points elsewhere. */
  readonly despite?: string;
  readonly evidence: readonly EvidenceItem[];
  /** The RAG that the evidence alone would give. */
  readonly indicated: Rag;
  readonly agrees: boolean;
}

export interface EvidenceItem {
  readonly kind: 'targets' | 'indicators' | 'milestones' | 'actions' | 'risks';
  /** `No red risk`, `2 milestones overdue`. */
  readonly text: string;
  readonly tone: 'good' | 'attention' | 'bad' | 'plain';
}

export interface TargetProgress {
  readonly id: string;
  /** Where the target, and its level, was agreed. */
  readonly at: Place;
  readonly label: string;
  readonly metric?: string;
  readonly direction: 'lower' | 'higher';
  /** `10%`. */
  readonly targetText: string;
  readonly targetDecimal: string;
  readonly by: PeriodRef;
  /** `at_target`: the latest figure meets it, and its date is still ahead. */
  readonly state: 'achieved' | 'at_target' | 'on_course' | 'off_course' | 'missed' | 'unknown';
  /** `computed` from the data, or `stated` by the council and not checkable. */
  readonly basis: 'computed' | 'stated';
  readonly note?: string;
  /** The agreed glidepath, plan against actual. */
  readonly plan?: readonly PlanRow[];
  /** When the plan's last level is met at the recent pace. */
  readonly metAt?: PeriodRef;
  /** Why there is no such month, where there is a plan and a figure: `far` is more than 20 years off. */
  readonly notMet?: NotMet;
  /** Latest figure id, where a metric is given. */
  readonly figure?: string;
  /** Figure ids of the target's own group in every period that the data has, oldest first. */
  readonly series?: readonly string[];
  /** Against the target, from here: only for a target with a metric that is not yet due. */
  readonly path?: {
    /** `11.08 pp`. */
    readonly gapText: string;
    readonly months: number;
    /** `−0.92 pp a month`. */
    readonly requiredText: string;
    readonly requiredDecimal: string;
    /** The required change in people at today's total, where the metric is a share of in-post staff: `1.7`. */
    readonly requiredPeopleText?: string;
    /** What that number of people counts, by the council's label where it has one: `agency workers`, `locums`. */
    readonly requiredPeopleOf?: string;
    /** The change a month over the periods at hand. */
    readonly paceText?: string;
    readonly paceDecimal?: string;
    readonly paceFrom?: PeriodRef;
    readonly paceMeets: boolean | null;
    /** The last step alone: `+1.08 pp`. */
    readonly lastStepText?: string;
    /** Fewer points than a trend needs: the pace is arithmetic, not a forecast. */
    readonly trend: boolean;
    /** Planned values from the latest figure to the target, for the chart. */
    readonly glidepath: readonly {
      readonly period: PeriodRef;
      readonly decimal: string;
      readonly text: string;
    }[];
  };
}

export interface PlanRow {
  readonly period: PeriodRef;
  /** Where its level stands. */
  readonly at: Place;
  readonly planText: string;
  readonly planDecimal: string;
  /** Figure id, once the period has ended and the data has it. */
  readonly figure?: string;
  /** Actual minus plan. */
  readonly differenceText?: string;
  readonly state: 'met' | 'behind' | 'ahead_of_us' | 'unknown';
}

export type { MilestoneState };

export interface MilestoneRow {
  readonly reference: string;
  readonly milestone: string;
  readonly due: PeriodRef;
  readonly revised?: PeriodRef;
  readonly actual?: PeriodRef;
  readonly state: MilestoneState;
  /** `Slipped 5 months`, `Overdue by 19 days`. */
  readonly stateText: string;
  /** `5 months`, where it moved. */
  readonly slipText?: string;
  readonly comment: string;
  readonly at: Place;
}

export interface RiskSection {
  readonly matrix?: Matrix;
  readonly open: readonly RiskRow[];
  readonly closed: readonly RiskRow[];
  /** Counts of open risks by rating id. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface RiskRow {
  readonly reference: string;
  readonly risk: string;
  readonly likelihood: string;
  readonly impact: string;
  /** From the matrix; absent where the pair has no cell (swapped or unknown levels). */
  readonly score?: string;
  /** Rating id. */
  readonly rating?: string;
  readonly ratingLabel?: string;
  readonly severe: boolean;
  /** The management action of the cell. */
  readonly action?: string;
  readonly statedScore?: string;
  /** Whether the stated score is the matrix's; absent where either is. */
  readonly scoreAgrees?: boolean;
  /** Set where the levels only make sense exchanged: what they would then score. */
  readonly swapped?: {
    readonly likelihood: string;
    readonly impact: string;
    readonly score: string;
    readonly rating: string;
  };
  readonly mitigation: string;
  readonly mitigationDate?: PeriodRef;
  readonly owner?: string;
  readonly comment: string;
  /** Since the previous meeting's papers, where there are any. */
  readonly movement?: { readonly kind: 'new' | 'up' | 'down' | 'same' | 'closed'; readonly text: string };
  readonly at: Place;
}

export interface DefinitionRow {
  readonly id: string;
  readonly label: string;
  /** With ÷ and ×, as people write it; absent for a base measure. */
  readonly formulaText?: string;
  readonly description: string;
  readonly usedBy: readonly string[];
  readonly origin: 'measure' | 'registry' | 'council';
}
