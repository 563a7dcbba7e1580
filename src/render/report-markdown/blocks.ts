import { tableHead, tableRow, type MarkdownColumn } from '../markdown-blocks/table.ts';
import { bold, plain, spaced, stacked } from './inline.ts';

/** Returns the blocks of a document or of a list's entry, with an empty line between them; empty ones are left out. */
export function joined(blocks: readonly string[]): string {
  const filled = blocks.filter((one) => one !== '');
  return filled.map((block, index) => `${between(filled[index - 1], block)}${block}`).join('');
}

/** Two lists one after the other would be one, and the numbers of the second would go on from the first. */
function between(before: string | undefined, block: string): string {
  if (before === undefined) return '';
  return LISTS.some((list) => list.test(before) && list.test(block)) ? '\n\n<!-- -->\n\n' : '\n\n';
}

const LISTS = [/^- /, /^\d+\. /];

/** Returns a heading of the text, which is Markdown already, on a level from 1. */
export function heading(level: number, text: string): string {
  return text === '' ? '' : `${'#'.repeat(Math.min(6, level))} ${text}`;
}

/** Returns a list of entries, each of one block or several. An empty list is nothing. */
export function list(entries: readonly (readonly string[])[]): string {
  return listWith(entries, () => '- ');
}

/** Returns a list with numbers from `start`. */
export function numberedList(entries: readonly (readonly string[])[], start: number): string {
  return listWith(entries, (index) => `${start + index}. `);
}

function listWith(entries: readonly (readonly string[])[], markerAt: (index: number) => string): string {
  const isLoose = entries.some((blocks) => blocks.length > 1);
  return entries
    .map((blocks, index) => `${markerAt(index)}${indented(joined(blocks), markerAt(index).length)}`)
    .join(isLoose ? '\n\n' : '\n');
}

function indented(text: string, by: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);
}

/** A table of the page. Cells and headings are Markdown, in a line each. */
export interface Table {
  /** `Table 3`; empty where it has no number. */
  readonly number: string;
  readonly caption: string;
  /** What is told of it below its caption. */
  readonly scope?: string;
  readonly columns: readonly MarkdownColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** Returns a table below its number and caption in bold; a stop parts them, since a caption may begin with a number. */
export function table({ number, caption, scope = '', columns, rows }: Table): string {
  const width = columns.length;
  return joined([
    stacked(bold(spaced(number === '' ? '' : `${number}.`, caption)), plain(scope)),
    [...tableHead(columns), ...rows.map((cells) => tableRow(cells, width))].join('\n'),
  ]);
}

/** Returns a column of words. */
export function words(title: string): MarkdownColumn {
  return { title: plain(title), isNumeric: false };
}

/** Returns a column of figures. */
export function figures(title: string): MarkdownColumn {
  return { title: plain(title), isNumeric: true };
}
