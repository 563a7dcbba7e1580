import type { Meeting, Observation } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatCell, formatPeriod, formatList, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { figuresOf, keyOf } from '../../metrics/book.ts';
import { allFiguresRead } from '../../papers/context.ts';
import { figureSubject, subjectOf } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** W108: a mark on figures without a note; each mark is one finding. */
export const marksWithoutNote: Check = (context) => {
  const { meeting, faulty } = context;
  const notes = new Set(meeting.paper.notes.map((note) => note.mark));
  // A note that could not be read may well be the one.
  if (faulty.has(`${meeting.folder}/report.yaml`)) return [];
  return [...markedFigures(meeting)].flatMap(([mark, [first, ...more]]) => {
    if (first === undefined || notes.has(mark)) return [];
    const others = more.length === 0 ? '' : ` and ${plural(more.length, 'other figure')}`;
    const figure = `${formatCell(first.cell)}${mark} (${first.measure}, ${formatPeriod(first.period)})`;
    return [
      finding('W108', `no note says what "${mark}" means on ${figure}${others}`, {
        at: first.at,
        about: figureSubject(keyOf(first), context),
        help: `add '${mark}' with its text under \`notes\` in ${meeting.folder}/report.yaml, or remove it`,
        related: more.map((one) => one.at),
      }),
    ];
  });
};

/** W109: a note on a mark that no figure has. */
export const notesWithoutMark: Check = (context) => {
  const { meeting, faulty } = context;
  // The mark may be on a figure that could not be read, or the note itself be what is wrong.
  if (!allFiguresRead(context) || faulty.has(`${meeting.folder}/report.yaml`)) return [];
  const marked = markedFigures(meeting);
  const why =
    marked.size === 0
      ? 'no figure has a mark'
      : `marks on figures: ${formatList([...marked.keys()].map((mark) => `"${mark}"`))}`;
  return meeting.paper.notes
    .filter((note) => !marked.has(note.mark))
    .map((note) =>
      finding('W109', `the note "${note.mark}" belongs to no figure`, {
        at: note.text.at,
        about: subjectOf('note', note.mark),
        why,
      }),
    );
};

function markedFigures(meeting: Meeting): Map<string, Observation[]> {
  return groupBy(
    figuresOf(meeting).filter((one) => one.cell.mark !== undefined),
    (one) => one.cell.mark ?? '',
  );
}
