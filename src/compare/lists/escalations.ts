import type { Escalation } from '../../model/dataset.ts';
import type { EntryChange, EscalationChangeKind } from '../comparison.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { compareLists, entriesOf, type ListEntry, type ListShape } from './entries.ts';
import { proseField, type Field } from './fields.ts';
import { printingOf } from './printing.ts';

/** An escalation with where it stands in its list, from 1. */
interface Numbered extends Escalation {
  readonly number: number;
}

const ABOUT = proseField<Numbered>('matter', 'Matter', (one) => one.matter.value);

const FIELDS: readonly Field<Numbered>[] = [
  ABOUT,
  proseField('action', 'Action required', (one) => one.action.value),
];

const LIST: ListShape<Numbered, EscalationChangeKind> = {
  fields: FIELDS,
  about: ABOUT,
  reference: ({ number }) => `escalation ${number.toString()}`,
  hasReferences: false,
  at: (one) => one.matter.at,
  kinds: ['new', 'gone', 'reworded', 'other'],
  board: ['new', 'gone', 'other', 'reworded'],
  weighty: ['action'],
  isNew: () => ({ kind: 'new', text: 'New', good: null, tells: [] }),
  isGone: () => ({ kind: 'gone', text: 'Gone: no longer listed', good: null, tells: [] }),
  happened: () => [],
};

/**
 * Returns what happened to the matters for escalation, what matters most first. They have no references: one is the same by
 * its words, and the most alike ones are the same reworded. `reference` is `escalation 1`, `escalation 2` by where it stands
 * in the second side's papers, and for one that is gone in the first side's.
 */
export function compareEscalations(pair: PaperPair): EntryChange<EscalationChangeKind>[] {
  const shape = { ...LIST, printing: printingOf(pair) };
  return compareLists(shape, numbered(pair.before), numbered(pair.after)).map(({ change }) => change);
}

/** Returns a side's matters for escalation in the form in which they are compared. */
export function entriesOfEscalations(papers: SidePapers): ListEntry[] {
  return entriesOf(LIST, numbered(papers));
}

function numbered({ context }: SidePapers): Numbered[] {
  return context.meeting.paper.escalations.map((one, index) => ({ ...one, number: index + 1 }));
}
