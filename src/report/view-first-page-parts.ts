import type { TimeLineContent } from './view-time-line-layout.ts';

/** What the first page may show of each part; the sections that follow show everything. */
export interface FirstPageRoom {
  /** Lines of the RAG's reason, and of why it stands in spite of the evidence. */
  readonly reason: number;
  readonly despite: number;
  readonly asks: number;
  /** Lines of one ask. */
  readonly askLines: number;
  readonly headlines: number;
  /** 0 where what happened since the last meeting has to be read in the sections. */
  readonly since: number;
  readonly targets: number;
  /** Rows of labels on the time line; 0 where a list of milestones has to do. */
  readonly timeLine: number;
  /** In the list that stands in place of the time line. */
  readonly milestones: number;
  /** 0 where the matrix of risks has to stand in the risk log instead. */
  readonly matrix: number;
  /** The worst open risks in words. */
  readonly risks: number;
  /** 0 where the chart of the target has to be a low one. */
  readonly chart: number;
}

/** What the first page would show if it had no end. */
export interface FirstPageParts {
  readonly head: {
    readonly eyebrow: string;
    readonly title: string;
    readonly hasLogo: boolean;
    /** Each with its term. */
    readonly facts: readonly string[];
  };
  /** What stands between the RAG and its reason; null where the paper states no RAG. */
  readonly ragLines: readonly string[] | null;
  readonly reason: string;
  readonly despite: string;
  readonly asks: readonly string[];
  /** Whether a line leads to a section that asks for more. */
  readonly hasLink?: boolean;
  readonly evidence: readonly string[];
  readonly headlines: readonly HeadlineTexts[];
  /** What happened since the last meeting; empty for nothing. */
  readonly since: string;
  readonly target: { readonly title: string; readonly notes: string } | null;
  readonly matrix: {
    readonly title: string;
    readonly notes: string;
    readonly height: number;
    readonly wide: boolean;
  } | null;
  /** How many lines each of the worst open risks takes, by the column that it stands in. */
  readonly risks: Readonly<Record<keyof typeof LINE.topRisk, readonly number[]>>;
  readonly targets: readonly string[];
  /** The height of the time line with its title and notes, in points, by its size and by its lanes; null where there is none. */
  readonly timeLine: Readonly<Record<TimeLineContent['size'], readonly number[]>> | null;
  readonly milestonesTitle: string;
  readonly milestones: readonly { readonly text: string; readonly state: string }[];
  readonly trust: string;
}

/** The texts of a headline card that may need more than a line. */
export interface HeadlineTexts {
  readonly label: string;
  readonly change: string;
  /** On a line of its own where more than two cards stand in a row. */
  readonly since: string;
  readonly aim: string;
}

/** Characters that a line of each place holds in print: an average letter of Source Sans 3 is 0.43 em wide. */
export const LINE = {
  eyebrow: 125,
  facts: 118,
  title: 52,
  titleByLogo: 36,
  status: 57,
  ask: 53,
  headline: { 2: 56, 3: 36, 4: 26 },
  since: 127,
  evidence: 56,
  target: 47,
  milestone: 42,
  chartTitle: 61,
  chartNotes: 87,
  timeLineTitle: { narrow: 52, half: 61, full: 105 },
  timeLineNotes: { narrow: 74, half: 87, full: 145 },
  matrixTitle: 40,
  matrixNotes: 52,
  topRisk: { narrow: 41, wide: 51 },
  trustBeside: 46,
  trustBesideWide: 56,
  trustBelow: 127,
} as const;

/** Lines of a target's or a milestone's name on the first page. */
export const NAME_LINES = 2;
