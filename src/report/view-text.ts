import type { Place } from '../model/place.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { formatDate, formatDateShort, formatPeriodInFull, midSentence } from './format.ts';
import type { Figure, PeriodRef, Report } from './report.ts';

/** Text that is still Markdown: the renderer turns it into checked HTML, with headings below `level`. */
export interface MarkdownText {
  readonly markdown: string;
  /** The level of the heading that it stands under. */
  readonly level: number;
}

/** A numbered table; both are empty where the report has no such table. */
export interface TableRef {
  /** What a link to the table leads to: `table-5`; empty where the page has no such table. */
  readonly id: string;
  /** What stands before its caption: `Table 5`; empty where the page has no such table. */
  readonly number: string;
}

/**
 * Returns the number of a table that a part of the report prints: `figure-table`, `trend` or `plan` and its id, `benchmark`
 * and its place in the report's list.
 */
export type TableOf = (part: string, id: string) => TableRef;

/** For a page that numbers no tables. */
export const NO_TABLE: TableOf = () => ({ id: '', number: '' });

/** What a sign beside a word looks like; the word always says the same. */
export type SignName = 'tick' | 'alert' | 'cross' | 'open' | 'dash' | 'star' | 'up' | 'down' | 'level';

export type Tone = 'good' | 'attention' | 'bad' | 'plain';

/** A state in words, with a shape and a tone that repeat it. */
export interface StateView {
  /** The shape beside the word, drawn by `{{sign sign "sign"}}`. */
  readonly sign: SignName;
  /** Good or bad news: names a class (`tone-good`), which gives the colour. */
  readonly tone: Tone;
  /** The state in words: `Overdue by 19 days`. */
  readonly text: string;
}

export function markdownText(markdown: string, level: number): MarkdownText {
  return { markdown, level };
}

/** Returns a place in words: `Line 5 of workforce/2021-04-19/workforce.csv`. */
export function placeInWords({ file, line }: Pick<Place, 'file' | 'line'>): string {
  return `Line ${line} of ${file}`;
}

/** Returns `19 April 2021` for a report's ISO date. */
export function dateText(date: string): string {
  // A report holds dates as plain JSON strings; they were checked when they were read.
  return formatDate(date as PlainDate);
}

/** Returns a period as prose has it: `February 2021`. */
export function periodInFull(ref: PeriodRef): string {
  return formatPeriodInFull({
    kind: ref.kind,
    key: ref.key,
    start: ref.start as PlainDate,
    end: ref.end as PlainDate,
  });
}

/** Returns a period as a narrow column has it: `19 Apr 2021` for a day, and a month that does not break. */
export function periodInColumn(ref: PeriodRef): string {
  if (ref.kind !== 'day' && ref.kind !== 'month') return ref.label;
  const text = ref.kind === 'day' ? formatDateShort(ref.start as PlainDate) : ref.label;
  return text.replace(' ', '\u00a0');
}

/** Returns `15 February to 19 April 2021`, with the year once where it is the same. */
export function dateRange(from: string, to: string): string {
  const start = dateText(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, -5) : start} to ${dateText(to)}`;
}

/** Returns the figure of an id, where the report has it. */
export function figureOf(report: Report, id: string | undefined): Figure | undefined {
  return id === undefined ? undefined : report.figures[id];
}

/** Returns a figure's number, or null for a marker and for a missing one. For drawing only: never printed. */
export function numberOf(figure: Figure): number | null {
  return figure.result.kind === 'number' ? Number(figure.result.decimal) : null;
}

/** Returns `pp` written out: a board paper's title is no place for an abbreviation. */
export function spelledOut(text: string): string {
  return text.replace(/ pp\b/g, ' percentage points');
}

/** Returns a signed text without its sign. */
export function unsigned(text: string): string {
  return text.replace(/^[-+−]/, '');
}

/** Returns the text with a capital first letter, unless it starts with an id (`leavers_rate`). */
export function sentence(text: string): string {
  return /^\w*_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the members that a group names, as the data has them: `Social workers, Assessment`; empty for the whole. */
export function groupLabel(group: Figure['group']): string {
  return Object.values(group).join(', ');
}

/** Returns a figure's label with whose it is: `Assessment: agency rate`; the label alone for the whole. */
export function labelOfGroup({ label, group }: Pick<Figure, 'label' | 'group'>): string {
  const members = groupLabel(group);
  return members === '' ? label : `${members}: ${midSentence(label)}`;
}
