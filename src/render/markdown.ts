import type { MarkdownIt, Token } from 'markdown-it';
import { cleanMarkup, type Sanitiser } from './clean-markup.ts';

/** Renders Markdown to checked HTML; headings are placed below `level`, the heading that the text stands under. */
export type MarkdownRenderer = (markdown: string, level: number) => string;

const SCHEMES = new Set(['https:', 'mailto:']);

/**
 * Returns a renderer. What it gives is clean markup; without a sanitiser it throws UncleanMarkup where a text would
 * need one.
 */
export async function loadMarkdown(sanitise?: Sanitiser): Promise<MarkdownRenderer> {
  const parser = await loadParser();
  addScopeToHeadings(parser);
  leaveOutAttributes(parser);
  return (markdown, level) =>
    cleanMarkup(
      parser.renderer.render(tokensOf(parser, markdown, level), parser.options, {}).trim(),
      sanitise,
    );
}

/** Reads Markdown: what it is made of, with headings placed below `level`. */
export type MarkdownReader = (markdown: string, level: number) => Token[];

/** Returns a reader by the rules of the page: no HTML, no image, only links that may stand. */
export async function loadMarkdownReader(): Promise<MarkdownReader> {
  const parser = await loadParser();
  return (markdown, level) => tokensOf(parser, markdown, level);
}

/** The library loads here, only when a page is made. */
async function loadParser(): Promise<MarkdownIt> {
  const { default: markdownIt } = await import('markdown-it');
  const parser = markdownIt({ html: false, linkify: false, typographer: false });
  parser.validateLink = isAllowedLink;
  keepAltTextOfImages(parser);
  parser.core.ruler.push('links_that_lead_nowhere', ({ tokens }) => {
    for (const token of tokens) token.children = withoutEmptyLinks(token.children ?? []);
  });
  return parser;
}

function tokensOf(parser: MarkdownIt, markdown: string, level: number): Token[] {
  const tokens = parser.parse(markdown, {});
  demoteHeadings(tokens, level);
  return tokens;
}

/** Whether a link may stand: an `https:` or `mailto:` address, or a place on the same page. */
export function isAllowedLink(href: string): boolean {
  if (href.startsWith('#')) return true;
  try {
    return SCHEMES.has(new URL(href).protocol);
  } catch {
    return false;
  }
}

// Nothing is fetched, so an image cannot be shown; what it says can.
function keepAltTextOfImages(parser: MarkdownIt): void {
  // The rule for images asks validateLink as well, and would leave the source text of an image with a local path.
  parser.inline.ruler.before('image', 'image_alt', (state, silent) => {
    const start = state.pos;
    if (state.src.charAt(start) !== '!' || state.src.charAt(start + 1) !== '[') return false;
    const end = parser.helpers.parseLinkLabel(state, start + 1, false);
    if (end < 0) return false;
    const close = closingParenthesis(state.src, end + 1);
    if (close < 0) return false;
    if (!silent) state.push('text', '', 0).content = state.src.slice(start + 2, end);
    state.pos = close + 1;
    return true;
  });
  parser.renderer.rules['image'] = (tokens, index) => parser.utils.escapeHtml(tokens[index]?.content ?? '');
}

/** Returns where the `)` stands that closes the `(` at `open`, or -1. */
function closingParenthesis(text: string, open: number): number {
  if (text.charAt(open) !== '(') return -1;
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth === 0) return at;
    else if (char === '\n' && text.charAt(at + 1) === '\n') return -1;
  }
  return -1;
}

function addScopeToHeadings(parser: MarkdownIt): void {
  parser.renderer.rules['th_open'] = () => '<th scope="col">';
}

// The language of a code block, the alignment of a column and the title of a link would be a class, a style and a tip
// under the mouse; a board paper has none of them.
function leaveOutAttributes(parser: MarkdownIt): void {
  parser.renderer.rules['fence'] = (tokens, index) =>
    `<pre><code>${parser.utils.escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
  parser.renderer.rules['td_open'] = () => '<td>';
  parser.renderer.rules['link_open'] = (tokens, index) =>
    `<a href="${parser.utils.escapeHtml(String(tokens[index]?.attrGet('href') ?? ''))}">`;
}

/** Returns the tokens without links that have no address (`[a]()`), their texts kept. Links do not nest. */
function withoutEmptyLinks(tokens: readonly Token[]): Token[] {
  let inEmpty = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') {
      inEmpty = (token.attrGet('href') ?? '') === '';
      return !inEmpty;
    }
    return !(token.type === 'link_close' && inEmpty);
  });
}

/** Puts the text's highest heading one level below `level`, and the others in step, without a gap. */
function demoteHeadings(tokens: readonly Token[], level: number): void {
  const used = [...new Set(tokens.filter((one) => one.type === 'heading_open').map((one) => one.tag))].sort();
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, level + 1 + used.indexOf(token.tag))}`;
  }
}
