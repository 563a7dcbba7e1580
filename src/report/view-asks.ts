import type { SectionId } from '../model/sections.ts';
import type { Report, ReportSection } from './report.ts';
import { linesOf } from './view-excerpt.ts';
import { LINE } from './view-first-page-parts.ts';
import { markdownText, type MarkdownText } from './view-text.ts';

/** What the readers are asked, with what it is headed. */
export interface AskView {
  /** `For decision`, `For support` or `For noting`; empty where the words of the paper say it. */
  readonly kind: string;
  /** What is asked. */
  readonly text: MarkdownText;
}

/** What each kind of request is headed. What a paper's own section asks is headed by nothing: its words say it. */
export const ASKS = {
  decide: 'For decision',
  support: 'For support',
  note: 'For noting',
  decision: '',
} as const;

/** A request of the data, or a paragraph of the section that holds what is to be agreed. */
export interface Ask {
  readonly kind: keyof typeof ASKS;
  /** Markdown. */
  readonly markdown: string;
}

/** A section that is quoted has no more paragraphs than these, of no more lines. */
const QUOTED = { paragraphs: 3, lines: 3 } as const;

/** Characters on a line of a first page whose requests run across it. */
export const ACROSS = 110;

const DECISION: SectionId = 'decision';

/** Returns the section that holds what the readers are asked to agree, where the paper has one. */
export function decisionOf({ sections }: Report): ReportSection | undefined {
  return sections.find((one) => one.id === DECISION);
}

/** Returns the paragraphs of the section of the decision; none where they are too long to be quoted whole. */
export function quotedDecision(report: Report): Ask[] {
  const blocks = decisionOf(report)?.blocks ?? [];
  const width = report.template === 'committee-report' ? ACROSS : LINE.ask;
  const isShort = blocks.every(
    (block) => block.kind === 'text' && linesOf(block.markdown, width) <= QUOTED.lines,
  );
  if (!isShort || blocks.length > QUOTED.paragraphs) return [];
  return decisionParagraphs(report);
}

/** Returns every paragraph of the section of the decision, however long. */
export function decisionParagraphs(report: Report): Ask[] {
  return (decisionOf(report)?.blocks ?? []).flatMap((block) =>
    block.kind === 'text' ? [{ kind: 'decision', markdown: block.markdown }] : [],
  );
}

/** Returns everything that is asked, in the order of the paper: its requests, then what its section asks where that is short. */
export function asksOf(report: Report): Ask[] {
  return [...report.asks, ...quotedDecision(report)];
}

/** Returns what is asked in full. */
export function askViews(report: Report): AskView[] {
  return asksOf(report).map((ask) => ({ kind: ASKS[ask.kind], text: markdownText(ask.markdown, 2) }));
}
