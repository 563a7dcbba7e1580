import { markerMeaning } from '../model/marker-words.ts';
import { groupBy } from '../model/group-by.ts';
import { escapeMarkdown } from '../model/markdown-text.ts';
import type { Figure, Report } from './report.ts';
import { formatBasis } from './format.ts';
import { dateText, figureOf, markdownText, sentence, type MarkdownText } from './view-text.ts';

/** A note under the workforce table, and the mark that leads to it. */
export interface NoteView {
  /** What a mark beside a figure leads to: `note-1`. */
  readonly id: string;
  /** The mark, as it stands beside the figures: `*`. */
  readonly mark: string;
  /** The note itself. */
  readonly text: MarkdownText;
}

/** The mark beside a figure; `noteHref` is empty where no note says what it means. */
export interface MarkView {
  /** The marks of a figure's notes: `*`; empty where it has none. */
  readonly mark: string;
  /** The link to the first of these notes: `#note-1`; empty where the page does not print it. */
  readonly noteHref: string;
}

/** Marks a figure that was another at the last meeting, as official statistics do. No mark of a council is a letter. */
const REVISED = 'r';

/** Returns the council's notes, one on revised figures where the report has any, and what each marker in its tables stands for. */
export function noteViews(report: Report): NoteView[] {
  const own = report.notes.map(({ mark, markdown }) => ({ mark, markdown }));
  const revised = revisions(report);
  const notes = [...own, ...(revised === '' ? [] : [{ mark: REVISED, markdown: revised }])];
  return [...notes, ...markerNotes(report, notes)].map((note, index) => ({
    id: `note-${index + 1}`,
    mark: note.mark,
    text: markdownText(note.markdown, 3),
  }));
}

/** What a marker stands for, once for all tables; a count that is fewer than another says so itself. */
function markerNotes(
  report: Report,
  notes: readonly { readonly mark: string }[],
): { readonly mark: string; readonly markdown: string }[] {
  const told = new Set(notes.map(({ mark }) => mark));
  const words = new Map<string, string>();
  for (const id of shownFigures(report)) {
    const figure = figureOf(report, id);
    if (figure?.result.kind !== 'marker' || figure.result.marker === 'fewer_than') continue;
    words.set(figure.text, markerMeaning(figure.result.marker));
  }
  return [...words]
    .filter(([mark]) => !told.has(mark))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([mark, text]) => ({ mark, markdown: `${sentence(text)}.` }));
}

/** Returns a figure's mark: the council's own before that of a revision, with the link to the first of them. */
export function markOf(figure: Figure | undefined, notes: readonly NoteView[]): MarkView {
  const marks = [
    ...(figure?.mark === undefined ? [] : [figure.mark]),
    ...(figure?.restated ? [REVISED] : []),
  ];
  const note = notes.find((one) => one.mark === marks[0]);
  return { mark: marks.join(' '), noteHref: note ? `#${note.id}` : '' };
}

/** Returns the figures of the page that the last papers gave differently, with what they were. */
export function revisedFigures(report: Report): Revised {
  return [...shownFigures(report)].flatMap((id) => {
    const figure = figureOf(report, id);
    return figure?.restated ? [{ figure, was: figure.restated }] : [];
  });
}

/** Returns the link to the note on revised figures. */
export function revisedHref(report: Report): string {
  const note = noteViews(report).find((one) => one.mark === REVISED);
  return note ? `#${note.id}` : '';
}

function revisions(report: Report): string {
  const revised = revisedFigures(report);
  const meetings = groupBy(revised, ({ was }) => was.meeting);
  return [...meetings]
    .map(([meeting, members]) => `Revised since the meeting of ${dateText(meeting)}: ${wasText(members)}.`)
    .join(' ');
}

/** Returns the ids of the figures that the page prints in tables and as headlines. */
function shownFigures({ workforce, tables, indicators }: Report): Set<string> {
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return new Set([
    ...workforce.groups.flatMap((group) => group.rows.flatMap((row) => row.figures)),
    ...workforce.headlines,
    ...cells.flatMap(({ figure, bracket }) => (bracket ? [figure, bracket.figure] : [figure])),
    ...indicators.map((one) => one.figure),
  ]);
}

type Revised = readonly { readonly figure: Figure; readonly was: NonNullable<Figure['restated']> }[];

/** Returns `Agency`, with whose it is where that is not the whole, and its basis if wanted: `Agency (Assessment, FTE)`. */
function nameOf({ label, group, basis }: Figure, hasBasis: boolean): string {
  const members = Object.keys(group)
    .sort()
    .map((dimension) => group[dimension] ?? '');
  const named = [...members, ...(hasBasis ? [formatBasis(basis)] : [])];
  return named.length === 0 ? label : `${label} (${named.join(', ')})`;
}

/** Returns `Agency for Jan 2021 was 36, for Dec 2020 was 50; Agency (Assessment) for Jan 2021 was 14`. */
function wasText(revised: Revised): string {
  const hasBases = new Set(revised.map(({ figure }) => figure.basis)).size > 1;
  return [...groupBy(revised, ({ figure }) => nameOf(figure, hasBases))]
    .map(([label, members]) => {
      const periods = members.map(({ figure, was }) => `for ${figure.period.label} was ${was.text}`);
      return `${label} ${periods.join(', ')}`;
    })
    .map(escapeMarkdown)
    .join('; ');
}
