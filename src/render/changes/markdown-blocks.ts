import { plural } from '../../model/format.ts';
import type { WordRun } from '../../compare/comparison.ts';
import type { ViewBlock, ViewItem, ViewRow, ViewTable } from '../../compare/view.ts';
import { tableHead, tableRow } from '../markdown-blocks/table.ts';
import { markdownHtml, markdownText } from '../markdown-blocks/text.ts';

/** A block in lines: what stands before its entries, the entries, any of which may be left out, and what follows them. */
export interface MarkdownBlock {
  readonly head: readonly string[];
  readonly entries: readonly string[];
  readonly tail: readonly string[];
}

/** More entries than these are folded away. */
const LONG = 12;

/** Returns a block of a view as Markdown. */
export function markdownBlock(block: ViewBlock): MarkdownBlock {
  switch (block.kind) {
    case 'table':
      return tableBlock(block);
    case 'items':
      return folded(plural(block.items.length, 'entry', 'entries'), {
        head: [],
        entries: block.items.map(itemText),
        tail: block.more === undefined ? [''] : ['', markdownText(block.more), ''],
      });
    case 'bridge':
      return bridgeBlock(block.lines);
    case 'text':
      return { head: [], entries: [markdownText(block.text)], tail: [''] };
  }
}

function tableBlock({ caption, columns, rows, more }: ViewTable): MarkdownBlock {
  const title = `**${markdownText(caption)}**`;
  const isFolded = rows.length > LONG;
  return folded(`${caption}: ${plural(rows.length, 'row')}`, {
    head: [
      ...(isFolded ? [] : [title, '']),
      ...tableHead(
        columns.map((one) => ({ title: markdownText(one.title), isNumeric: one.align === 'right' })),
      ),
    ],
    entries: rows.map((row) => rowText(row, columns.length)),
    tail: more === undefined ? [''] : ['', markdownText(more), ''],
  });
}

function rowText({ cells, kind, notes }: ViewRow, width: number): string {
  const texts = cells.map(markdownText);
  if (kind === 'heading') texts[0] = `**${texts[0] ?? ''}**`;
  texts[0] = [texts[0] ?? '', ...notes.map((note) => `<sub>${markdownText(note)}</sub>`)].join('<br>');
  return tableRow(texts, width);
}

function itemText({ mark, reference, title, lines, words }: ViewItem): string {
  const name = [reference, title].filter((text) => text !== '').map(markdownText);
  const head = [`**${markdownText(mark)}**`, name.join(': ')].filter((text) => text !== '').join(' ');
  const below = [
    ...lines.map(markdownText),
    ...words.map(({ label, runs }) => `${markdownText(label)}: ${runs.map(runText).join('')}`),
  ];
  return [`- ${head}`, ...below.map((line) => `  - ${line}`)].join('\n');
}

const TAGS = { removed: 'del', added: 'ins' } as const;

// Tags and not `~~` or `**`, which do not begin or end at a space.
function runText({ kind, text }: WordRun): string {
  return kind === 'same' ? markdownText(text) : `<${TAGS[kind]}>${markdownText(text)}</${TAGS[kind]}>`;
}

// The sum is in its words: a table would say it again.
function bridgeBlock(lines: readonly string[]): MarkdownBlock {
  return { head: [], entries: [lines.map(markdownText).join(' ')], tail: [''] };
}

function folded(title: string, block: MarkdownBlock): MarkdownBlock {
  if (block.entries.length <= LONG) return block;
  return {
    head: [`<details><summary>${markdownHtml(title)}</summary>`, '', ...block.head],
    entries: block.entries,
    tail: [...block.tail, '</details>', ''],
  };
}
