import { oneLine } from '../../model/one-line.ts';
import type { FieldChange, RagChange } from '../comparison.ts';
import type { ViewItem } from '../view.ts';

/** Returns an entry without the words that changed in it: that they did is a line, where nothing else is told of it. */
export function boardItem(item: ViewItem): ViewItem {
  const { lines, words } = item;
  if (words.length === 0) return item;
  const changed = words.map(({ label }) => `${label} changed`);
  return { ...item, lines: lines.length > 0 ? lines : changed, words: [] };
}

/** Returns the RAG with what its reason is now, in place of the words that went and came. */
export function ragItem(item: ViewItem, { fields }: RagChange): ViewItem {
  const now = fields.flatMap(({ field, words }): string[] => {
    if (words === undefined) return [];
    const label = field === 'despite' ? 'Despite, now' : field === 'reason' ? 'Reason now' : `${field} now`;
    return [`${label}: ${wordsNow(words)}`];
  });
  return { ...item, mark: '', lines: [...now, ...item.lines], words: [] };
}

function wordsNow(words: NonNullable<FieldChange['words']>): string {
  return oneLine(
    words
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join(''),
  );
}
