import type { Meeting, Resolution } from '../../model/dataset.ts';
import { formatDate } from '../../model/format.ts';
import { reportedResolutions, resolutionLedger } from '../../papers/resolution-state.ts';
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

const LIST: Omit<ListShape<Resolution, ResolutionChangeKind>, 'isGone'> = {
  fields: FIELDS,
  about: ABOUT,
  reference: (one) => one.reference,
  hasReferences: true,
  at: (one) => one.at,
  kinds: ['new', 'answered', 'gone', 'reworded', 'other'],
  board: ['gone', 'new', 'other', 'reworded', 'answered'],
  weighty: ['due'],
  isNew,
  happened: () => [],
};

/** Returns what happened to the resolutions that the two sides' papers list, what matters most first. */
export function compareResolutions(pair: PaperPair): EntryChange<ResolutionChangeKind>[] {
  const { before, after } = pair;
  const [was, now] = [before.context.meeting.resolutions, after.context.meeting.resolutions];
  const shape = { ...LIST, isGone: goneBetween(pair), printing: printingOf(pair) };
  return compareLists(shape, was, now).map(({ change }) => change);
}

/** Returns a side's resolutions in the form in which they are compared. */
export function entriesOfResolutions({ context }: SidePapers): ListEntry[] {
  return entriesOf(LIST, context.meeting.resolutions);
}

function isNew(now: Resolution): Happening<ResolutionChangeKind> {
  return happened('new', `New: an answer is wanted ${wantedWords(now)}`, null);
}

function wantedWords({ due }: Resolution): string {
  return due ? whenWords(due) : 'in the next report';
}

/**
 * Returns what is said of a resolution that the second side does not list. What one meeting resolved is for the papers of
 * later ones to answer, and not to list again; of one and the same meeting it is left out.
 */
function goneBetween({ before, after }: PaperPair): (was: Resolution) => Happening<ResolutionChangeKind> {
  const { meeting } = before.context;
  const later = after.context.meetings.filter(({ date }) => date > meeting.date);
  if (later.length === 0) return () => happened('gone', 'Gone: no longer listed', null);
  // The resolutions as the first side has them: the second side's papers of that meeting may have other ones, or none.
  const meetings = [meeting, ...later];
  const { resolutions } = resolutionLedger(meetings);
  const reported = reportedResolutions(meetings, after.context.asOf);
  return (was) => {
    const answer = resolutions.find(({ resolution }) => resolution === was)?.answers.at(-1);
    if (answer) return happened('answered', answeredText(answer.meeting, after.context.meeting), true);
    return reported.some(({ resolution }) => resolution === was)
      ? { ...happened('gone', 'No answer to it in these papers', false), size: 1 }
      : happened('gone', `Not answered yet: an answer is wanted ${wantedWords(was)}`, null);
  };
}

function answeredText(answered: Meeting, now: Meeting): string {
  return answered === now
    ? 'Answered in this report'
    : `Answered in the report of ${formatDate(answered.date)}`;
}

function happened(
  kind: ResolutionChangeKind,
  text: string,
  good: boolean | null,
): Happening<ResolutionChangeKind> {
  return { kind, text, good, tells: [] };
}
