import type { Rag } from '../model/dataset.ts';
import type { RagSection, Report } from './report.ts';
import { dateText, markdownText, type MarkdownText, type SignName, type StateView } from './view-text.ts';

/** A RAG as word, shape and tone, with its meaning. */
export interface RagView {
  /** Names the class that gives the colour: `rag-green`. */
  readonly rag: Rag;
  /** `Green`, `Amber`, `Red` or `Blue`. */
  readonly word: string;
  /** The shape beside the word, drawn by `{{sign sign "sign"}}`. */
  readonly sign: SignName;
  /** The council's own word for it: `on plan`; may be empty. */
  readonly short: string;
  /** What the council means by it, in a sentence or more; may be empty. */
  readonly meaning: string;
}

/** A RAG in words and as a shape; tones follow its name. */
export const RAGS: Readonly<Record<Rag, Pick<RagView, 'word' | 'sign'>>> = {
  green: { word: 'Green', sign: 'tick' },
  amber: { word: 'Amber', sign: 'alert' },
  red: { word: 'Red', sign: 'cross' },
  blue: { word: 'Blue', sign: 'star' },
};

/** Returns a RAG with the council's own words for it; the program puts none into its mouth. */
function viewOf(rag: Rag, { meanings }: RagSection): RagView {
  const { label = '', meaning = '' } = meanings[rag] ?? {};
  return { rag, ...RAGS[rag], short: label, meaning };
}

export interface RagSummary {
  /** The RAG of this report. */
  readonly current: RagView;
  /** The RAG before this report; nothing in a first report. */
  readonly previous: RagView | null;
  /** `Changed from Green since 14 September 2026`, `First report`. */
  readonly change: string;
  /** Why it is this RAG. */
  readonly reason: MarkdownText;
  /** Why it is this RAG where the evidence points to another. */
  readonly despite: MarkdownText | null;
  /** What the data says beside it: `2 targets achieved (stated), 1 on course`, one a line. */
  readonly evidence: readonly StateView[];
  /** Where the evidence points elsewhere than the stated RAG. */
  readonly disagreement: string;
}

const TONES = { good: 'tick', attention: 'alert', bad: 'cross', plain: 'open' } as const;

/** Returns the stated RAG with its reason, and the evidence beside it. */
export function ragView(rag: RagSection, meeting: Report['meeting']): RagSummary {
  const reported = rag.previous ?? rag.lastReported;
  return {
    current: viewOf(rag.current, rag),
    previous: reported === undefined ? null : viewOf(reported, rag),
    change: changeText(rag, meeting, reported),
    reason: markdownText(rag.reason, 2),
    despite: rag.despite === undefined ? null : markdownText(rag.despite, 2),
    evidence: rag.evidence.map((item) => ({ sign: TONES[item.tone], tone: item.tone, text: item.text })),
    // Where a paper has nothing to judge by, nothing points anywhere.
    disagreement:
      rag.agrees || rag.evidence.length === 0
        ? ''
        : `The evidence alone points to ${RAGS[rag.indicated].word}.`,
  };
}

/** What this paper gives as the previous RAG is a fact since a date only where the last paper does not say otherwise. */
function changeText(rag: RagSection, meeting: Report['meeting'], previous: Rag | undefined): string {
  if (previous === undefined) return 'First report';
  const date = meeting.previous === undefined ? 'the last report' : dateText(meeting.previous);
  const isAgreed = rag.lastReported === undefined || rag.lastReported === previous;
  const since = isAgreed ? ` since ${date}` : '';
  if (previous !== rag.current) return `Changed from ${RAGS[previous].word}${since}`;
  return isAgreed ? `Unchanged${since}` : `Given as ${RAGS[previous].word} before`;
}
