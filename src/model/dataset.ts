import type { Cell } from './cell.ts';
import type { Checks } from './checks.ts';
import type { Direction, MeasureDefinition, MetricDefinition, MetricUnit } from './definition.ts';
import type { Exact } from './exact.ts';
import type { Action, Milestone, Recommendation, Resolution, Risk } from './lists.ts';
import type { Matrix } from './matrix.ts';
import type { Paper, Rag } from './paper.ts';
import type { Period } from './period.ts';
import type { Place, Sourced } from './place.ts';
import type { PlainDate } from './plain-date.ts';
import type { GivenColours } from './theme.ts';

export type * from './lists.ts';
export type * from './paper.ts';

export type Basis = 'headcount' | 'fte';

/** Everything that was read from a data repo: values with places, nothing computed. */
export interface Dataset {
  readonly programme: Programme;
  readonly workstreams: readonly Workstream[];
  /** National, regional and other councils' figures that the whole programme is set beside. */
  readonly benchmarks: readonly Benchmark[];
  /** Every file that was read, in order of path. */
  readonly inputs: readonly InputFile[];
}

export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What `cip-report.yaml` says of the whole programme. */
export interface Programme {
  readonly organisation: string;
  readonly name: string;
  readonly board: string;
  /** A short form of the board's name, used on the page after its first mention: `CIB`. */
  readonly boardShort?: string;
  /** What the council's own abbreviations stand for: `MASH`. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  readonly matrix?: Matrix;
  /** The council's own definitions, which win over the registry's of the same id. */
  readonly definitions: readonly Sourced<MetricDefinition>[];
  /** The council's own base measures, beside the shipped ones: `vacant_posts`. */
  readonly measures: readonly Sourced<MeasureDefinition>[];
  /** Series beside the workforce: caseloads, visits on time, sickness, costs. */
  readonly indicators: readonly Indicator[];
  /** Ids of figures that the configuration has and that could not be read: a finding says so already. */
  readonly faulty?: readonly string[];
  /** Dimensions whose members overlap or leave somebody out, so that they are never added up: `staff_group`. */
  readonly overlapping: readonly string[];
  readonly comparators?: Comparators;
  readonly theme: Theme;
  /** The council's own words for measures and metrics, by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Places of single entries of the configuration: `labels.unfilled`, `abbreviations.MASH`, `headings.workforce.Agency %`. */
  readonly fields?: Readonly<Record<string, Place>>;
  readonly targets: readonly Target[];
  /** The council's own words for its RAG, printed beside it; the program adds no judgement of its own. */
  readonly ragMeanings: Readonly<Partial<Record<Rag, RagMeaning>>>;
  /** A milestone due within so many days of the meeting is due soon. */
  readonly dueSoonDays: number;
  readonly checks: Checks;
}

/** What a council means by a RAG: `on plan`, and a sentence. */
export interface RagMeaning {
  readonly label: string;
  readonly meaning?: string;
}

/** A level that a measure or metric is to reach by a date. */
export interface Target {
  readonly id: string;
  readonly at: Place;
  readonly workstream: string;
  readonly label: string;
  /** Measure or metric id; absent for a target that no figure of the data can show. */
  readonly metric?: string;
  readonly direction: Exclude<Direction, 'none'>;
  readonly value: Exact;
  readonly notation: 'plain' | 'percent';
  readonly by: Period;
  /** Whose figure it is; the whole workforce where it is empty. */
  readonly of: Group;
  /** The planned path (glidepath), oldest first; empty where none was agreed. */
  readonly plan: readonly PlannedLevel[];
  /** What the council states of a target without a metric. Stated, and shown as stated. */
  readonly stated?: { readonly outcome: 'achieved' | 'missed'; readonly note?: string; readonly at: Place };
  /** Places of single entries: `metric`, `value`. */
  readonly fields?: Readonly<Record<string, Place>>;
}

/** What a glidepath plans for the end of a period. */
export interface PlannedLevel {
  readonly period: Period;
  readonly value: Exact;
  readonly at: Place;
}

/**
 * A series that the council follows. It is a measure or metric of the registry like any other: it is evaluated, cited,
 * charted and compared by its id. With `parts`, `<id>_numerator` and `<id>_denominator` are measures, and the indicator
 * is their quotient where its own value is not given.
 */
export interface Indicator {
  readonly id: string;
  readonly at: Place;
  readonly label: string;
  readonly unit: MetricUnit;
  readonly places: number;
  readonly direction: Direction;
  readonly nature: 'stock' | 'flow';
  readonly description: string;
  /** Whether the figures of groups add up to that of all of them: referrals do, an average rate of pay does not. */
  readonly addsUp?: boolean;
  readonly parts?: { readonly numerator: string; readonly denominator: string };
  /** The level it is held against; several where groups have levels of their own. */
  readonly limits: readonly IndicatorLimit[];
  /** `4 (0 new)`: the word in the brackets, and the indicator that takes the number before it. */
  readonly bracket?: { readonly word: string; readonly indicator: string };
  /** Workstreams whose reports list it; empty for all. */
  readonly workstreams: readonly string[];
}

/** A level that holds at all times, unlike a target, which has a date. */
export interface IndicatorLimit {
  readonly kind: 'target' | 'cap' | 'floor';
  /** `lower`: at most the value; `higher`: at least. */
  readonly direction: Exclude<Direction, 'none'>;
  readonly value: Exact;
  readonly notation: 'plain' | 'percent';
  /** Beyond the value but not beyond this it is amber, and red further off; without it, it is red at once. */
  readonly amberTo?: Exact;
  /** Whose level; the whole where it is empty. */
  readonly of: Group;
  readonly at: Place;
}

/** Somebody else's figure to set a council's own beside. */
export interface Benchmark {
  /** Measure, metric or indicator id. */
  readonly metric: string;
  /** The formula that the publisher's figure follows, in the registry's grammar; undefined where it is not known. */
  readonly formula?: string;
  readonly basis?: Basis;
  readonly place: string;
  readonly level: 'england' | 'region' | 'authority' | 'other';
  readonly period: Period;
  /** How the publisher names the period where that is not as people here do: `2024 (30 September)`. */
  readonly periodLabel?: string;
  readonly cell: Cell;
  /** Who published it: `DfE, Children's social work workforce`. */
  readonly source: string;
  /** Who is counted. */
  readonly population?: string;
  readonly at: Place;
}

/** Whom a council wants to be set beside. */
export interface Comparators {
  /** The council's own name in the publisher's data. */
  readonly authority: string;
  readonly region?: string;
  readonly neighbours: readonly string[];
  readonly at: Place;
}

/** How the council's papers look: colours by name, as `#rrggbb`, and a logo. */
export interface Theme {
  readonly light?: GivenColours;
  readonly dark?: GivenColours;
  /** The colour of headings, where it is not that of the text. */
  readonly headings?: 'accent';
  readonly logo?: Logo;
}

export interface Logo {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly base64: string;
  /** Pixels or user units: what its proportions are. */
  readonly width: number;
  readonly height: number;
  readonly at: Place;
}

/** One line of work with its own reports (a pillar). */
export interface Workstream {
  readonly id: string;
  readonly title: string;
  readonly template: string;
  readonly basis: Basis;
  /** Who is counted, for captions: `Children and Family Social Workers`. */
  readonly population: string;
  /** Ids of measures and metrics for the first page, in order; empty for the template's choice. */
  readonly headlines: readonly string[];
  /** Rows of the workforce table, in order; empty for everything that the data can give. */
  readonly table: readonly TableGroup[];
  /** Further tables, in order: by team, by month, of a staff group, of indicators. */
  readonly tables: readonly TableSpec[];
  /** Charts over time, in order. */
  readonly charts: readonly ChartSpec[];
  /** Sections in order; empty for the template's own choice. */
  readonly sections: readonly SectionChoice[];
  /** The most periods in the workforce table, latest ones first to stay; charts show every period. */
  readonly periods?: number;
  /** Places of single entries of the configuration: `headlines.0`, `table.Agency.1`. */
  readonly fields?: Readonly<Record<string, Place>>;
  /** Oldest first. */
  readonly meetings: readonly Meeting[];
  /** Meetings whose papers could not be read, and which `meetings` lacks: what is wrong with them is a finding. */
  readonly unreadable?: readonly PlainDate[];
}

export interface TableGroup {
  readonly label: string;
  /** Ids of measures and metrics. */
  readonly rows: readonly string[];
}

/** A section of the paper, by its id in the list of sections or of the paper's own. */
export interface SectionChoice {
  readonly id: string;
  readonly title?: string;
  readonly at: Place;
}

/** What runs down or across a table. */
export type TableAxis =
  | { readonly kind: 'figures' }
  | { readonly kind: 'periods' }
  /** A row (or column) for each member of a dimension, in the order of the data. */
  | { readonly kind: 'members'; readonly dimension: string };

/**
 * A table of figures: two axes out of figures, periods and the members of a dimension. What is on neither axis is fixed:
 * one figure, the latest period, the whole.
 */
export interface TableSpec {
  readonly id: string;
  readonly at: Place;
  readonly title: string;
  /** Within which group: `{ staff_group: 'Social workers' }`; empty for the whole. */
  readonly of: Group;
  /** The workstream's where it is left out. */
  readonly basis?: Basis;
  readonly figures: readonly Sourced<string>[];
  readonly rows: TableAxis;
  readonly columns: TableAxis;
  /** Named periods; the latest where there are none and no axis is of periods, else all (at most `workstream.periods`). */
  readonly periods: readonly Period[];
  /** The label of the computed total of the members; none where it is left out. */
  readonly total?: string;
  /** Markdown under the table. */
  readonly note?: Sourced<string>;
}

/**
 * A chart over time. One figure with 12 points or more gets the limits and signals of an XmR chart (fewer: trial limits),
 * unless `limits` is false; several figures are lines.
 */
export interface ChartSpec {
  readonly id: string;
  readonly at: Place;
  readonly title?: string;
  readonly figures: readonly Sourced<string>[];
  readonly of: Group;
  readonly basis?: Basis;
  readonly limits: boolean;
}

/** One board meeting's papers: one folder. */
export interface Meeting {
  /** The folder's name, an ISO date. */
  readonly id: string;
  readonly date: PlainDate;
  /** Path of the folder in the data repo. */
  readonly folder: string;
  readonly paper: Paper;
  readonly observations: readonly Observation[];
  /** Values of indicators (and of their numerators and denominators), by the ids of the registry. */
  readonly indicators: readonly Observation[];
  /** Changes that the tables print beside the figures. Stated: compared with the figures, never used as data. */
  readonly changes: readonly StatedChange[];
  readonly benchmarks: readonly Benchmark[];
  readonly milestones: readonly Milestone[];
  readonly risks: readonly Risk[];
  readonly actions: readonly Action[];
  readonly recommendations: readonly Recommendation[];
  /** What the committee resolved at this meeting: the next report has to answer it. */
  readonly resolutions: readonly Resolution[];
}

/** A group within the workforce: `{ team: 'Assessment', role: 'Social Worker' }`. Empty for the whole. */
export type Group = Readonly<Record<string, string>>;

/** One figure: what it counts, of whom, when, on which basis, and where it was read. */
export interface Observation {
  /** Measure id (`permanent`), or for a stated figure also a metric id (`agency_rate`). */
  readonly measure: string;
  readonly period: Period;
  readonly group: Group;
  readonly basis: Basis;
  readonly cell: Cell;
  /** A stated figure is what the council printed: checked against the data, never used as data. */
  readonly stated: boolean;
  /** The council's own wording of the row or column. */
  readonly label: string;
  readonly at: Place;
}

/** A change of one figure between two periods, as a table prints it. */
export interface StatedChange {
  /** Measure, metric or indicator id. */
  readonly id: string;
  /** Where it is left out, the last period before `to` in which the figure is known. */
  readonly from?: Period;
  readonly to: Period;
  readonly group: Group;
  readonly basis: Basis;
  /** The number as it is written, in its own unit: −11 for `-11%`, `-11 pp` and `11% reduction`. */
  readonly value: Exact;
  /** The unit behind the number: none, a % sign, or percentage points. */
  readonly written: 'plain' | 'percent' | 'points';
  /** Whether the cell says that it is a number of full-time equivalents, as `5 FTE` does. */
  readonly isFte?: true;
  /** Decimals as written. */
  readonly places: number;
  /** Whether a sign, brackets or a word says which way; a bare `11%` does not. */
  readonly signed: boolean;
  /** The council's own heading of the column. */
  readonly heading: string;
  /** The council's own wording of the figure: of the row, or of the column where each row is a period. */
  readonly label: string;
  readonly at: Place;
}
