import { oneLine } from '../../model/one-line.ts';
import type { FieldChange, RagChange } from '../comparison.ts';
import type { Tone, ViewItem } from '../view.ts';

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
  // Of a text that was written anew the view gives both, which would say it twice.
  const others = item.lines.filter((line) => !/^\S+ (?:now|before): /.test(line));
  return { ...item, mark: '', lines: [...now, ...others], words: [] };
}

function wordsNow(words: NonNullable<FieldChange['words']>): string {
  return oneLine(
    words
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join(''),
  );
}

/** What asks for attention first, then what got better, then what is neither: what is only new stands behind both. */
const GRAVITY: readonly Tone[] = ['bad', 'good', 'neutral', 'quiet'];

/** Of each list, what a board must not be without: a new escalation is neither good nor bad. */
const GRAVE: Readonly<Partial<Record<string, readonly Tone[]>>> = {
  risks: ['bad', 'good'],
  milestones: ['bad', 'good'],
  actions: ['bad'],
  escalations: ['bad', 'good', 'neutral'],
  recommendations: ['bad'],
  resolutions: ['bad'],
};

/** Returns the entries of a list by their gravity; those of the same keep their order. */
export function byGravity(items: readonly ViewItem[]): ViewItem[] {
  return items.toSorted((a, b) => GRAVITY.indexOf(a.tone) - GRAVITY.indexOf(b.tone));
}

/** Returns how many entries of a part's list a board must not be without: by gravity they are the first. */
export function graveCount(part: string, items: readonly ViewItem[]): number {
  const tones = GRAVE[part] ?? [];
  return items.filter(({ tone }) => tones.includes(tone)).length;
}
