import { wordsPattern, type Glossary } from '../report/abbreviations.ts';
import { escapeText } from './charts/svg.ts';

/** A comment, a doctype or a tag, whose quoted attributes may hold a `>`; else text up to the next `<`. */
const TOKEN = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][a-z0-9]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+|</gi;

/** What may hold letters that are no words of the page: their text stays as it is, and so does a link's name. */
const UNTOUCHED = new Set(['a', 'abbr', 'code', 'pre', 'script', 'style', 'svg', 'textarea', 'title']);
/** Paths of files, hashes and formulas, and the list of abbreviations, by their classes. */
const NO_WORDS = /\sclass="(?:[^"]*\s)?(?:path|hash|formula|abbreviations)(?:\s[^"]*)?"/;
/** Each of these says anew what its abbreviations stand for: readers go from table to table. */
const SCOPES = new Set(['article', 'header', 'nav', 'section', 'table']);
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

/** An element that is open, and whether its text stays as it is or its abbreviations are told anew. */
interface Open {
  readonly name: string;
  readonly isUntouched: boolean;
  readonly told: Set<string> | undefined;
}

/**
 * Returns a page in which the first mention of an abbreviation in each section and each table is an `<abbr>` that says what
 * it stands for. Only whole words of the text are taken, in the same case; without these tags the page is what it was.
 */
export function withAbbreviations(html: string, glossary: Glossary): string {
  const start = Math.max(0, html.search(/<body[\s>]/i));
  const pattern = wordsOf(glossary);
  if (pattern === undefined) return html;
  const meanings = new Map(Object.entries(glossary).map(([word, meaning]) => [escapeText(word), meaning]));
  const open: Open[] = [];
  const whole = new Set<string>();
  const marked = (text: string): string => {
    const told = open.findLast((one) => one.told !== undefined)?.told ?? whole;
    return text.replace(pattern, (word) => {
      const meaning = meanings.get(word);
      if (meaning === undefined || told.has(word)) return word;
      told.add(word);
      return `<abbr title="${escapeText(meaning)}">${word}</abbr>`;
    });
  };
  const written = html
    .slice(start)
    .replace(TOKEN, (token: string, slash?: string, name?: string, attributes?: string) => {
      if (name === undefined) return token.startsWith('<') || isUntouched(open) ? token : marked(token);
      const tag = name.toLowerCase();
      if (slash === '/') close(open, tag);
      else if (!VOID.has(tag) && attributes?.endsWith('/') !== true)
        open.push({
          name: tag,
          isUntouched: UNTOUCHED.has(tag) || NO_WORDS.test(attributes ?? ''),
          told: SCOPES.has(tag) ? new Set() : undefined,
        });
      return token;
    });
  return html.slice(0, start) + written;
}

function isUntouched(open: readonly Open[]): boolean {
  return open.some((one) => one.isUntouched);
}

/** Takes the innermost element of the name from those that are open, with what was left open in it. */
function close(open: Open[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name);
  if (at >= 0) open.length = at;
}

/** Returns what finds the words of a glossary in escaped text; an entity (`&amp;`) is no word. */
function wordsOf(glossary: Glossary): RegExp | undefined {
  const source = wordsPattern(Object.keys(glossary).map(escapeText));
  return source === undefined ? undefined : new RegExp(`&#?[A-Za-z0-9]+;|${source}`, 'gu');
}
