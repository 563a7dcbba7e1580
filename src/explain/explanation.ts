import type { Finding, Severity } from '../model/finding.ts';
import type { Direction, MetricUnit } from '../model/definition.ts';
import type { Place } from '../model/place.ts';
import type { Rag } from '../model/dataset.ts';
import type { EvidenceItem, FigureResult } from '../report/report.ts';

/** The version of what `explain` prints as JSON. A change that would break a reader of it raises the number. */
export const EXPLANATION_SCHEMA = 'cip-report/explanation@1';

/** Where something comes from: plain JSON. It computes nothing that the report does not. */
export type Explanation =
  FigureExplanation | EntryExplanation | RagExplanation | CountExplanation | CodeExplanation;

/** Whose papers an explanation is of. */
export interface PapersRef {
  readonly workstream: { readonly id: string; readonly title: string };
  readonly meeting: string;
  /** The date as of which it is judged. */
  readonly asOf: string;
}

/** Findings about the thing itself, and those that are about others and name one of its places. */
export interface FindingsOn {
  readonly about: readonly Finding[];
  readonly touching: readonly Finding[];
}

/** A line of what is known, with the place it was read from. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly at?: Place;
}

interface OfPapers {
  /** Its name: what `explain` takes, acceptances name and findings are about. */
  readonly id: string;
  readonly title: string;
  readonly papers: PapersRef;
  readonly findings: FindingsOn;
}

/** How a figure came about. `missing`: nobody gave it, and it could not be computed. */
export type Origin = 'given' | 'added_up' | 'computed' | 'missing';

export interface FigureExplanation extends OfPapers {
  readonly kind: 'figure';
  readonly metric: string;
  readonly period: string;
  /** Whose figure it is: `the whole workforce`, `team Assessment`. */
  readonly of: string;
  readonly isWhole: boolean;
  readonly basis: string;
  readonly value: FigureValue;
  readonly origin: Origin;
  /** Where a given figure was read. */
  readonly at?: Place;
  readonly formula?: {
    /** `agency ÷ (permanent + agency)`, or `sum of 4 teams`. */
    readonly words: string;
    /** As the registry or the configuration writes it; absent for a sum over groups. */
    readonly ids?: string;
    /** `39 ÷ (146 + 39) = 0.210810… = 21.08%`. */
    readonly numbers: string;
  };
  readonly inputs: readonly InputNode[];
  readonly definition: Definition;
  /** Rates of the same kind by other definitions, and what they give here. */
  readonly others: readonly OtherRate[];
  /** What the source itself prints for it. */
  readonly stated: readonly { readonly text: string; readonly agrees: boolean; readonly at: Place }[];
  /** What it was before, the newest first. */
  readonly earlier: readonly {
    readonly id: string;
    readonly period: string;
    readonly text: string;
    readonly change?: string;
  }[];
  /** What earlier papers gave for the same period, the newest first. */
  readonly restated: readonly { readonly text: string; readonly meeting: string; readonly at?: Place }[];
  /** Targets and levels that it is held against. */
  readonly goals: readonly Fact[];
  readonly benchmarks: readonly Fact[];
  /** Why it moved, as the papers record it. */
  readonly reasons: readonly Fact[];
  /** Where the report prints it. */
  readonly printed: readonly string[];
}

export interface FigureValue {
  /** As printed. */
  readonly text: string;
  readonly result: FigureResult;
  /** Exactly, as a fraction: `39/185`. */
  readonly fraction?: string;
  /** How the exact value became the printed one, in words. */
  readonly rounding: string;
}

/** A figure that another rests on, with what it rests on itself. */
export interface InputNode {
  readonly id: string;
  readonly label: string;
  /** Where it is of another period than the figure itself. */
  readonly period?: string;
  /** Where it is of another group. */
  readonly of?: string;
  readonly text: string;
  readonly origin: Origin;
  readonly at?: Place;
  /** What the data calls it: the heading of its row or column. */
  readonly heading?: string;
  readonly formula?: string;
  /** Why it is missing. */
  readonly because?: string;
  /** Set where the figure stands in this tree already, with its own inputs there. */
  readonly above?: true;
  readonly inputs: readonly InputNode[];
}

export interface Definition {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly nature?: 'stock' | 'flow';
  /** `measure` and `registry` ship with the program; `council` comes from cip-report.yaml. */
  readonly origin: 'measure' | 'registry' | 'council';
  /** Of the council's own: where it stands. */
  readonly at?: Place;
  readonly usedBy: readonly string[];
}

export interface OtherRate {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
  readonly text: string;
  readonly usedBy: readonly string[];
}

/** Lists whose entries have references. */
export type ListKind = 'risk' | 'milestone' | 'action' | 'recommendation' | 'resolution' | 'target';

/** `subject`: whatever else a finding is about, as a file or a paragraph. */
export type EntryKind = ListKind | 'subject';

/** An entry of a list. */
export interface EntryExplanation extends OfPapers {
  readonly kind: EntryKind;
  /** How it stands, in a few words: `8, Red`, `Overdue by 19 days`. */
  readonly state: string;
  /** How that was judged. */
  readonly because: readonly string[];
  readonly facts: readonly Fact[];
  readonly at?: Place;
}

export interface RagExplanation extends OfPapers {
  readonly kind: 'rag';
  readonly stated: { readonly rag: Rag; readonly at: Place };
  readonly previous?: Rag;
  readonly lastReported?: Rag;
  readonly indicated: Rag;
  /** The condition that gave the indicated RAG. */
  readonly when: string;
  readonly agrees: boolean;
  readonly reason: Fact;
  readonly despite?: Fact;
  readonly evidence: readonly EvidenceItem[];
  /** What was counted, and how each of it stands. */
  readonly counted: readonly CountedItem[];
}

export interface CountedItem {
  readonly id: string;
  readonly text: string;
  readonly state?: string;
  readonly at?: Place;
}

export interface CountExplanation extends OfPapers {
  readonly kind: 'count';
  readonly value: string;
  /** What it counts, in words. */
  readonly is: string;
  readonly counted: readonly CountedItem[];
}

/** A code of a finding, with what was found under it. */
export interface CodeExplanation {
  readonly kind: 'code';
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: { readonly default: Severity; readonly configured?: Severity; readonly at?: Place };
  readonly help: string;
  readonly example: string;
  readonly accepted: readonly {
    readonly of: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Place;
  }[];
  /** Whether there were papers to look in: a code has its meaning without any. */
  readonly searched: boolean;
  /** In the papers at hand. */
  readonly found: readonly { readonly papers?: PapersRef; readonly finding: Finding }[];
}

/** What can be explained of one workstream's papers, by kind. */
export interface Explainable {
  readonly papers: PapersRef;
  readonly groups: readonly {
    readonly title: string;
    readonly items: readonly { readonly id: string; readonly text: string }[];
  }[];
}
