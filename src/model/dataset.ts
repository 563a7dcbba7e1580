import type { Cell } from './cell.ts';
import type { Direction, MetricDefinition } from './definition.ts';
import type { Exact } from './exact.ts';
import type { Matrix } from './matrix.ts';
import type { Period } from './period.ts';
import type { Place, Sourced } from './place.ts';
import type { PlainDate } from './plain-date.ts';

export type Basis = 'headcount' | 'fte';
export type Rag = 'red' | 'amber' | 'green' | 'blue';

/** Everything that was read from a data repo: values with places, nothing computed. */
export interface Dataset {
  readonly programme: Programme;
  readonly workstreams: readonly Workstream[];
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
  readonly matrix?: Matrix;
  /** The council's own definitions, which win over the registry's of the same id. */
  readonly definitions: readonly Sourced<MetricDefinition>[];
  /** The council's own words for measures and metrics, by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Places of single entries of the configuration: `labels.unfilled`, `headings.workforce.Agency %`. */
  readonly fields?: Readonly<Record<string, Place>>;
  readonly targets: readonly Target[];
  /** The council's own words for its RAG, printed beside it; the program adds no judgement of its own. */
  readonly ragMeanings: Readonly<Partial<Record<Rag, RagMeaning>>>;
  /** A milestone due within so many days of the meeting is due soon. */
  readonly dueSoonDays: number;
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
  /** What the council states of a target without a metric. Stated, and shown as stated. */
  readonly stated?: { readonly outcome: 'achieved' | 'missed'; readonly note?: string; readonly at: Place };
  /** Places of single entries: `metric`, `value`. */
  readonly fields?: Readonly<Record<string, Place>>;
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

/** One board meeting's papers: one folder. */
export interface Meeting {
  /** The folder's name, an ISO date. */
  readonly id: string;
  readonly date: PlainDate;
  /** Path of the folder in the data repo. */
  readonly folder: string;
  readonly paper: Paper;
  readonly observations: readonly Observation[];
  readonly milestones: readonly Milestone[];
  readonly risks: readonly Risk[];
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

/** `report.yaml`: what people write. */
export interface Paper {
  readonly draft: boolean;
  readonly sponsor: string;
  readonly lead: string;
  readonly completedBy: string;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate };
  readonly nextPeriod: { readonly from: PlainDate; readonly to: PlainDate };
  readonly rag: StatedRag;
  /** What is asked of the board, most important first. */
  readonly asks: readonly Ask[];
  readonly escalations: readonly Escalation[];
  /** Markdown. */
  readonly progress: Sourced<string>;
  /** Markdown. */
  readonly next: Sourced<string>;
  /** Markdown, printed under the workforce table. */
  readonly commentary?: Sourced<string>;
  /** What a mark on a figure means: `*` → text. */
  readonly notes: readonly FootNote[];
  readonly appendices: readonly Appendix[];
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
