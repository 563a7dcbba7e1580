import { finding } from '../../model/finding.ts';
import { formatCell, formatPeriod, formatList, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { FigureRule } from './figure-context.ts';

/** W108 and W109: a mark on a figure and the note on it belong together; each mark is one finding. */
export const marksAndNotes: FigureRule = ({ meeting }) => {
  const marked = groupBy(
    meeting.observations.filter((one) => one.cell.mark !== undefined),
    (one) => one.cell.mark ?? '',
  );
  const notes = new Set(meeting.paper.notes.map((note) => note.mark));
  const withoutNote = [...marked].flatMap(([mark, [first, ...more]]) => {
    if (first === undefined || notes.has(mark)) return [];
    const others = more.length === 0 ? '' : ` and ${plural(more.length, 'other figure')}`;
    const figure = `${formatCell(first.cell)}${mark} (${first.measure}, ${formatPeriod(first.period)})`;
    return [
      finding('W108', `no note says what "${mark}" means on ${figure}${others}`, {
        at: first.at,
        help: `add '${mark}' with its text under \`notes\` in ${meeting.folder}/report.yaml, or remove it`,
        related: more.map((one) => one.at),
      }),
    ];
  });
  const withoutMark = meeting.paper.notes
    .filter((note) => !marked.has(note.mark))
    .map((note) => {
      const why =
        marked.size === 0
          ? 'no figure has a mark'
          : `marks on figures: ${formatList([...marked.keys()].map((mark) => `"${mark}"`))}`;
      return finding('W109', `the note "${note.mark}" belongs to no figure`, { at: note.text.at, why });
    });
  return [...withoutNote, ...withoutMark];
};
