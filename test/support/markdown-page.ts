import MarkdownIt from 'markdown-it';

/** What stands between two characters so that GitHub makes no link of them. */
const APART = /\u200b/g;

/** Returns Markdown as the HTML that GitHub makes of it, its own tags among it; nothing in it is linked by itself. */
export function markdownPage(markdown: string): string {
  return new MarkdownIt({ html: true }).render(markdown).replace(APART, '');
}

/** Returns the words of markup, one space between them. */
export function wordsOf(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Returns the numbers of a text, each as often as it stands there. */
export function numbersOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [number] of text.matchAll(/\d[\d,]*(?:\.\d+)?%?/g)) {
    const plain = number.replace(/,$/, '');
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return counts;
}

/** Returns the levels of a page's headings in their order. */
export function headingLevels(html: string): number[] {
  return [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
}

/**
 * Returns the numbers that a page prints as text, each as often as it stands there. Not counted are drawings, whose values
 * have tables of their own, and what a table has twice because a sheet has an edge: the labels of its rows in each piece.
 */
export function pageNumbers(html: string): Map<string, number> {
  const text = html
    .replace(/<(style|svg|title)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<table\b(?:(?!<\/table>)[\s\S])*?<\/table>/g, (table) =>
      /<caption[^>]*>(?:(?!<\/caption>)[\s\S])*continued<\/caption>/.test(table)
        ? table.replace(/<caption[^>]*>[\s\S]*?<\/caption>|<th scope="row"[\s\S]*?<\/th>/g, ' ')
        : table,
    );
  return numbersOf(wordsOf(text));
}
