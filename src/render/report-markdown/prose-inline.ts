import { BREAK, code, inner } from './inline.ts';
import type { ProseNode } from './prose-tree.ts';

/** What stands on both sides of a run of text: a character, or nothing at an end of its line. */
interface Beside {
  readonly before: string;
  readonly after: string;
}

/** Returns the text within a paragraph, a heading or a cell, in one line. */
export function inlineText(nodes: readonly ProseNode[]): string {
  return run(nodes, { before: '', after: '' }).trim();
}

function run(nodes: readonly ProseNode[], { before, after }: Beside): string {
  let out = '';
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    const beside = { before: out.at(-1) ?? before, after: next === undefined ? after : firstOf(next) };
    // Before a link it would make an image of it.
    if (node.token.type === 'link_open' && out.endsWith('!')) out = `${out.slice(0, -1)}&#33;`;
    out += one(node, beside);
  }
  return out;
}

function one(node: ProseNode, beside: Beside): string {
  const { token, children } = node;
  switch (token.type) {
    case 'text':
      return inner(token.content);
    case 'code_inline':
      return beside.before === '`' ? `<code>${inner(token.content)}</code>` : code(token.content);
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return BREAK;
    case 'strong_open':
      return emphasised(children, beside, '**', 'strong');
    case 'em_open':
      return emphasised(children, beside, '*', 'em');
    case 's_open':
      return `<del>${run(children, INSIDE)}</del>`;
    case 'link_open':
      return linked(run(children, INSIDE), String(token.attrGet('href') ?? ''));
    default:
      return inner(token.content);
  }
}

/** Within another piece of markup asterisks are not used again: two kinds side by side could be read otherwise. */
const INSIDE: Beside = { before: '*', after: '*' };

const OPENS_AFTER = /^[\s(]?$/;
const CLOSES_BEFORE = /^[\s.,;:?)]?$/;

/** Asterisks are read as emphasis only between spaces or the like; everywhere else stand tags. */
function emphasised(
  children: readonly ProseNode[],
  { before, after }: Beside,
  sign: string,
  tag: string,
): string {
  const text = run(children, INSIDE);
  const isPlain =
    OPENS_AFTER.test(before) && CLOSES_BEFORE.test(after) && /^\S/.test(text) && /\S$/.test(text);
  return isPlain ? `${sign}${text}${sign}` : `<${tag}>${text}</${tag}>`;
}

/** Returns the character that a node begins with, as far as it matters to what stands before it. */
function firstOf({ token }: ProseNode): string {
  if (token.type === 'softbreak') return ' ';
  return token.type === 'text' ? token.content.charAt(0) : '*';
}

/** A place on the page is none in Markdown. Of the address, what could end it or be read as markup is encoded. */
function linked(text: string, href: string): string {
  if (href.startsWith('#') || text.trim() === '') return text;
  const address = href.replace(
    /[\s()<>|\\`$[\]]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${text}](${address.replace(/&/g, '&amp;')})`;
}
