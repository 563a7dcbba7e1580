import type { Rag, StatedRag } from '../../model/dataset.ts';
import { capitalised } from '../../model/format.ts';
import type { RagChange } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import { joinedSentences } from './entries.ts';
import { changedFields, fieldSentence, proseField, withWords, wordField, type Field } from './fields.ts';
import { printingOf } from './printing.ts';

/** What is worse stands first. Blue is work that is complete, which is neither worse nor better than Green. */
const ORDER: Readonly<Record<Rag, number>> = { red: 0, amber: 1, green: 2, blue: 2 };

type Stated = Partial<StatedRag>;

const TEXTS: readonly Field<Stated>[] = [
  proseField('reason', 'Reason', (one) => one.reason?.value),
  proseField('despite', 'Why it stands despite the evidence', (one) => one.despite?.value),
];

/** What the papers say that the RAG was before: another meeting's papers say another as a matter of course. */
const PREVIOUS: Field<Stated> = {
  ...wordField('previous', 'Previous RAG', (one) => one.previous),
  shown: ({ previous }) => (previous ? capitalised(previous) : ''),
};

/**
 * Returns how the RAG and what is said of it changed; undefined where nothing did. The previous RAG that the papers state
 * is among it only where both sides are papers of one meeting.
 */
export function compareRag(pair: PaperPair): RagChange | undefined {
  const { before, after } = pair;
  const [was, now] = [before.context.meeting, after.context.meeting];
  const [then, is]: readonly [Stated, Stated] = [was.paper.rag ?? {}, now.paper.rag ?? {}];
  const compared = was.id === now.id ? [...TEXTS, PREVIOUS] : TEXTS;
  const fields = withWords(compared, [changedFields(compared, then, is)], printingOf(pair)).flat();
  if (then.current === is.current && fields.length === 0) return undefined;
  const hasPrevious = fields.some(({ field }) => field === PREVIOUS.name);
  const previous = hasPrevious ? [fieldSentence(PREVIOUS, then, is)] : [];
  return {
    before: then.current ?? null,
    after: is.current ?? null,
    text: joinedSentences([currentWords(then.current, is.current), ...previous]),
    good: goodOf(then.current, is.current),
    fields,
  };
}

function currentWords(was: Rag | undefined, now: Rag | undefined): string {
  if (was === now) return now ? `${capitalised(now)} as before` : 'No RAG, as before';
  if (was === undefined) return `${now ? capitalised(now) : ''}; no RAG was given before`;
  return now ? `${capitalised(was)} to ${capitalised(now)}` : `No RAG is given; it was ${capitalised(was)}`;
}

function goodOf(was: Rag | undefined, now: Rag | undefined): boolean | null {
  if (!was || !now || ORDER[was] === ORDER[now]) return null;
  return ORDER[now] > ORDER[was];
}
