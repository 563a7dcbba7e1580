import type { Resolution } from '../../model/dataset.ts';
import type { EntryChange, ResolutionChangeKind } from '../comparison.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { compareLists, entriesOf, type Happening, type ListEntry, type ListShape } from './entries.ts';
import { periodField, proseField, wordField, type Field } from './fields.ts';
import { whenWords } from './period-text.ts';
import { printingOf } from './printing.ts';

const ABOUT = proseField<Resolution>('resolution', 'Resolution', (one) => one.resolution.value);

const FIELDS: readonly Field<Resolution>[] = [
  wordField('reference', 'Reference', (one) => one.reference),
  ABOUT,
  periodField('due', 'Date of the answer', (one) => one.due),
];

const LIST: ListShape<Resolution, ResolutionChangeKind> = {
  fields: FIELDS,
  about: ABOUT,
  reference: (one) => one.reference,
  hasReferences: true,
  at: (one) => one.at,
  kinds: ['new', 'gone', 'reworded', 'other'],
  board: ['gone', 'new', 'other', 'reworded'],
  weighty: ['due'],
  isNew,
  isGone: () => ({ kind: 'gone', text: 'Gone: no longer listed', good: null, tells: [] }),
  happened: () => [],
};

/** Returns what happened to the resolutions that the two sides' papers list, what matters most first. */
export function compareResolutions(pair: PaperPair): EntryChange<ResolutionChangeKind>[] {
  const { before, after } = pair;
  const [was, now] = [before.context.meeting.resolutions, after.context.meeting.resolutions];
  return compareLists({ ...LIST, printing: printingOf(pair) }, was, now).map(({ change }) => change);
}

/** Returns a side's resolutions in the form in which they are compared. */
export function entriesOfResolutions({ context }: SidePapers): ListEntry[] {
  return entriesOf(LIST, context.meeting.resolutions);
}

function isNew({ due }: Resolution): Happening<ResolutionChangeKind> {
  const wanted = due ? whenWords(due) : 'in the next report';
  return { kind: 'new', text: `New: an answer is wanted ${wanted}`, good: null, tells: [] };
}
