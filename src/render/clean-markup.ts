import type { Schema } from 'hast-util-sanitize';

/** Markup that the Markdown renderer should never give: it must go through the sanitiser before it is used. */
export class UncleanMarkup extends Error {
  constructor() {
    super('the Markdown renderer gave markup beyond the list');
    this.name = 'UncleanMarkup';
  }
}

export type Sanitiser = (html: string) => string;

const BARE = ['p', 'br', 'hr', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'];
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'];
const TABLE = ['table', 'thead', 'tbody', 'tr', 'td'];

const ALLOWED: Schema = {
  tagNames: [...BARE, ...HEADINGS, ...TABLE, 'th', 'a'],
  attributes: { a: ['href'], ol: ['start'], th: ['scope'] },
  protocols: { href: ['https', 'mailto'] },
  strip: ['script', 'style'],
};

// Text without `<`, and tags from the list written in the one way in which the renderer writes them: nothing that a
// browser could read otherwise than it is meant. What differs in any way is for the sanitiser.
const CLEAN = new RegExp(
  `^[^<]*(?:<(?:/?(?:${[...BARE, ...HEADINGS, ...TABLE].join('|')})|/a|/th|th scope="col"|ol start="\\d{1,9}"` +
    `|a href="(?:https://|mailto:|#)[^"<>\\s]*")>[^<]*)*$`,
);

/**
 * Returns the markup where it holds nothing but the tags of a board paper's text, else what the sanitiser leaves of it;
 * throws UncleanMarkup where that is needed and was not given. markdown-it with `html: false` should give nothing else,
 * but a fault there must not become a hole in a board paper.
 */
export function cleanMarkup(html: string, sanitise: Sanitiser | undefined): string {
  if (CLEAN.test(html)) return html;
  if (sanitise === undefined) throw new UncleanMarkup();
  return sanitise(html);
}

/** Returns the sanitiser: it parses as a browser does, and keeps the tags and attributes of the list. */
export async function loadSanitiser(): Promise<Sanitiser> {
  const [{ fromHtml }, { sanitize }, { toHtml }] = await Promise.all([
    import('hast-util-from-html'),
    import('hast-util-sanitize'),
    import('hast-util-to-html'),
  ]);
  return (html) =>
    toHtml(sanitize(fromHtml(html, { fragment: true }), ALLOWED), {
      characterReferences: { useNamedReferences: true },
    });
}
