import type { Token } from 'markdown-it';
import type { MarkdownText } from '../../report/view-text.ts';
import { withoutControls } from '../controls.ts';
import { loadMarkdownReader } from '../markdown.ts';
import { tableHead, tableRow } from '../markdown-blocks/table.ts';
import { heading, joined, list, numberedList } from './blocks.ts';
import { BREAK, code, stacked } from './inline.ts';
import { inlineText } from './prose-inline.ts';
import { treeOf, type ProseNode } from './prose-tree.ts';

/** A council's own Markdown, written anew. */
export interface ProseText {
  /** Its first paragraph, in one line; empty where it begins with something else. */
  readonly opening: string;
  readonly rest: readonly string[];
}

/** Writes a council's own Markdown anew. */
export interface Prose {
  /** Returns the text as blocks. */
  readonly text: (text: MarkdownText) => ProseText;
  /** Returns the text in one line, as a cell of a table can hold it. */
  readonly cell: (text: MarkdownText) => string;
}

/**
 * Returns what writes a council's Markdown anew, its headings lowered by so many levels. The text is read by the rules of
 * the page and written from what was read: nothing in it is HTML, no text in it is markup, and no block that it opens
 * stays open. A link on the page itself keeps its words alone, since Markdown has no such places.
 */
export async function loadProse(lowered: number): Promise<Prose> {
  const read = await loadMarkdownReader();
  const nodesOf = ({ markdown, level }: MarkdownText): ProseNode[] =>
    treeOf(read(withoutControls(markdown), level + lowered));
  return {
    text: (text) => {
      const nodes = nodesOf(text);
      const [first, ...others] = nodes;
      return first?.token.type === 'paragraph_open'
        ? { opening: blockOf(first), rest: blocksOf(others) }
        : { opening: '', rest: blocksOf(nodes) };
    },
    cell: (text) => cellOf(nodesOf(text)),
  };
}

/** Returns a text's blocks. */
export function proseBlocks({ opening, rest }: ProseText): string[] {
  return [opening, ...rest].filter((one) => one !== '');
}

/** Returns a text's blocks with words before its first paragraph. */
export function led(lead: string, { opening, rest }: ProseText): string[] {
  return [[lead, opening].filter((one) => one !== '').join(' '), ...rest].filter((one) => one !== '');
}

function blocksOf(nodes: readonly ProseNode[]): string[] {
  return nodes.map(blockOf).filter((one) => one !== '');
}

function blockOf({ token, children }: ProseNode): string {
  switch (token.type) {
    case 'heading_open':
      return heading(Number(token.tag.slice(1)), inlineOf(children));
    case 'bullet_list_open':
      return list(children.map((one) => blocksOf(one.children)));
    case 'ordered_list_open':
      return numberedList(
        children.map((one) => blocksOf(one.children)),
        startOf(token),
      );
    case 'blockquote_open':
      return joined(blocksOf(children)).replace(/^/gm, '> ').replace(/ +$/gm, '');
    case 'fence':
    case 'code_block':
      return fenced(token.content);
    case 'hr':
      return '---';
    case 'table_open':
      return tableOf(children);
    default:
      return inlineOf(children);
  }
}

/** Returns the text of a paragraph, a heading or a cell. */
function inlineOf(children: readonly ProseNode[]): string {
  return inlineText(children.flatMap(({ token }) => treeOf(token.children ?? [])));
}

/** Returns a heading in a cell, in bold: what is bold in it already would end that, so it stands there without. */
function boldOf(children: readonly ProseNode[]): string {
  const nodes = children.flatMap(({ token }) => treeOf(token.children ?? []));
  return `**${inlineText(withoutBold(nodes))}**`;
}

function withoutBold(nodes: readonly ProseNode[]): ProseNode[] {
  return nodes.flatMap((node) => {
    const children = withoutBold(node.children);
    return node.token.type === 'strong_open' ? children : [{ ...node, children }];
  });
}

function startOf(token: Token): number {
  return Number(token.attrGet('start') ?? 1);
}

/** Returns a block of code between fences that no line of it can close. */
function fenced(content: string): string {
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [fence, ...content.trimEnd().split('\n'), fence].join('\n');
}

function tableOf(parts: readonly ProseNode[]): string {
  const [head, ...rows] = cellsOf(parts);
  if (head === undefined) return '';
  return [
    ...tableHead(head.map((title) => ({ title, isNumeric: false }))),
    ...rows.map((cells) => tableRow(cells, head.length)),
  ].join('\n');
}

function cellsOf(parts: readonly ProseNode[]): string[][] {
  return parts.flatMap((part) =>
    part.children.map((row) => row.children.map((cell) => inlineOf(cell.children))),
  );
}

/** What begins a line of a cell that was an entry of a list. */
const POINT = '• ';

function cellOf(nodes: readonly ProseNode[]): string {
  return stacked(...nodes.map(linesInCell));
}

function linesInCell({ token, children }: ProseNode): string {
  switch (token.type) {
    case 'heading_open':
      return boldOf(children);
    case 'bullet_list_open':
      return stacked(...children.map((one) => `${POINT}${cellOf(one.children)}`));
    case 'ordered_list_open':
      return stacked(...children.map((one, index) => `${startOf(token) + index}. ${cellOf(one.children)}`));
    case 'blockquote_open':
      return cellOf(children);
    case 'fence':
    case 'code_block':
      return token.content.trimEnd().split('\n').map(code).join(BREAK);
    case 'hr':
      return '';
    case 'table_open':
      return stacked(...cellsOf(children).map((cells) => cells.join(' · ')));
    default:
      return inlineOf(children);
  }
}
