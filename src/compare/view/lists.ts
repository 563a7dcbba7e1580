import { capitalised, plural, spaced } from '../../model/format.ts';
import type { EntryChange, FieldChange, RagChange } from '../comparison.ts';
import type { Tone, ViewBlock, ViewItem } from '../view.ts';
import { toneOf } from './figure-rows.ts';
import { isGood, KINDS, rankOf, type EntryKind } from './kinds.ts';
import { brief, NAME, SENTENCE, TITLE } from './texts.ts';
import { isRewritten, textsApart, trimmedRuns } from './word-runs.ts';

/** Returns what happened to the entries of a list, what asks for attention first. */
export function entryBlocks(entries: readonly EntryChange<EntryKind>[]): ViewBlock[] {
  const told = entries.filter((one) => !readsTheSame(one));
  const ordered = told.toSorted((a, b) => rankOf(a.kinds[0]) - rankOf(b.kinds[0]));
  return [
    ...(ordered.length === 0 ? [] : [{ kind: 'items', items: ordered.map(entryItem) } as const]),
    ...sameBlocks(entries.length - told.length, ordered.length > 0),
  ];
}

/**
 * Returns whether an entry differs in nothing that its papers print: a live citation that became a typed number which reads
 * the same is no rewording worth an entry.
 */
export function readsTheSame({ fields }: EntryChange<EntryKind>): boolean {
  return fields.length > 0 && fields.every(isSameAsPrinted);
}

function isSameAsPrinted({ words }: FieldChange): boolean {
  return words !== undefined && words.every(({ kind }) => kind === 'same');
}

function sameBlocks(count: number, isMore: boolean): ViewBlock[] {
  if (count === 0) return [];
  const more = isMore ? 'more entry' : 'entry';
  const many = isMore ? 'more entries' : 'entries';
  const text = `${plural(count, `${more} is`, `${many} are`)} written otherwise and ${count === 1 ? 'reads' : 'read'} the same: the JSON has ${count === 1 ? 'it' : 'them'}.`;
  return [{ kind: 'text', text, tone: 'quiet', whole: 'json' }];
}

/** Returns what happened to the RAG: the rating, and the words of its reason. */
export function ragBlocks(rag: RagChange | undefined): ViewBlock[] {
  if (rag === undefined) return [];
  const isRated = rag.before !== rag.after;
  const item: ViewItem = {
    mark: 'RAG',
    tone: isRated ? toneOf(rag.good) : 'quiet',
    reference: '',
    title: brief(rag.text, TITLE),
    lines: [
      ...rag.fields.filter((one) => one.words === undefined).flatMap(fieldLine),
      ...rewrittenLines(rag.fields),
    ],
    words: changedWords(rag.fields),
  };
  return [{ kind: 'items', items: [item] }];
}

function entryItem({ reference, title, kinds, texts, good, fields }: EntryChange<EntryKind>): ViewItem {
  const [first] = kinds;
  const { mark } = KINDS[first ?? 'other'];
  const words = changedWords(fields);
  const told = fields.filter((one) => one.words !== undefined).map(({ field }) => fieldLabel(field));
  return {
    mark,
    tone: toneOfEntry(good, kinds),
    reference: brief(reference, NAME),
    title: brief(title, TITLE),
    lines: [
      ...texts
        .map((text) => brief(text, SENTENCE))
        .map((text) => withoutMark(text, mark))
        .filter((text) => text !== '' && !told.some((label) => isSaidBy(label, text))),
      ...rewrittenLines(fields),
    ],
    words,
  };
}

/** The word for what happened stands before the entry already: `New: due in January 2027` is `Due in January 2027`. */
function withoutMark(text: string, mark: string): string {
  if (!text.toLowerCase().startsWith(mark)) return text;
  const rest = text.slice(mark.length);
  return rest === '' ? '' : rest.startsWith(': ') ? capitalised(rest.slice(2)) : text;
}

/** The words that changed say that they did. */
function isSaidBy(label: string, text: string): boolean {
  return text === `${label} changed` || text === `${label} reworded` || text === `${label} re-worded`;
}

/** What is only worded otherwise is of no weight. */
function toneOfEntry(good: boolean | null, kinds: readonly EntryKind[]): Tone {
  const isQuiet = kinds.every((kind) => kind === 'reworded' || kind === 'other');
  return good === null && isQuiet ? 'quiet' : toneOf(isGood({ kinds, good }));
}

function changedWords(fields: readonly FieldChange[]): ViewItem['words'] {
  return fields
    .filter((one) => !isSameAsPrinted(one))
    .flatMap(({ field, words }) =>
      words === undefined || isRewritten(words)
        ? []
        : [{ label: fieldLabel(field), runs: trimmedRuns(words) }],
    );
}

/** `Reason now: …` and `Reason before: …`: word by word nobody can read what was written anew. */
function rewrittenLines(fields: readonly FieldChange[]): string[] {
  return fields.flatMap(({ field, words = [] }) => {
    if (!isRewritten(words)) return [];
    const label = fieldLabel(field);
    const { before, after } = textsApart(words);
    return [`${label} now: ${brief(after, SENTENCE)}`, `${label} before: ${brief(before, SENTENCE)}`];
  });
}

function fieldLine({ field, before, after }: FieldChange): string[] {
  const label = fieldLabel(field);
  if (after === null)
    return before === null ? [] : [`${label} is no longer given: ${brief(before, SENTENCE)}`];
  return [`${label}: ${brief(after, SENTENCE)}`];
}

function fieldLabel(field: string): string {
  return brief(capitalised(spaced(field)), NAME);
}
