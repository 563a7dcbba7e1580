import { marksIn } from './template-marks.ts';

/** The paths of what is around a place, the innermost last; the empty path is the part's own context. */
type Scopes = readonly string[];

/** A block that is open: what is around it, and around what it holds. */
interface Block {
  readonly around: Scopes;
  readonly within: Scopes;
}

/** Texts, and the names of what a helper or a part is given by name: no paths. */
const NO_PATH = /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|[\w-]+=/g;

/**
 * Returns what the values of a template print, as paths from its own context: `page.csp` of
 * `{{#with page}}{{csp}}{{/with}}`, `reports[].content` of what is printed of each report, `@root.title`; and its parts, as
 * `> opening`. A block asks, and prints nothing itself.
 */
export function printedPaths(text: string): Set<string> {
  const printed = new Set<string>();
  const blocks: Block[] = [];
  const scopes = (): Scopes => blocks.at(-1)?.within ?? [''];
  for (const { kind, text: written } of marksIn(text)) {
    const words = wordsOf(written);
    if (kind === 'open') blocks.push({ around: scopes(), within: inside(words, scopes()) });
    else if (kind === 'close') blocks.pop();
    else if (kind === 'else') {
      const block = blocks.pop();
      if (block) blocks.push({ ...block, within: inside(words.slice(1), block.around) });
    } else if (kind === 'value') for (const path of printedBy(words, scopes())) printed.add(path);
  }
  return printed;
}

/** Returns what stands between braces, word by word: `['>', 'text', 'body']`. */
function wordsOf(mark: string): string[] {
  return mark
    .replace(/^\{\{\{?~?[#^&]?|~?\}?\}\}$/g, '')
    .replace(/^\s*>/, '> ')
    .replace(NO_PATH, ' ')
    .split(/[\s()]+/)
    .filter((word) => word !== '');
}

function inside([block = '', path = '']: readonly string[], around: Scopes): Scopes {
  if (block === 'with') return [...around, resolved(path, around)];
  if (block === 'each') return [...around, `${resolved(path, around)}[]`];
  return around;
}

/** A word before others is a helper; the first behind `>` a part. */
function printedBy(words: readonly string[], scopes: Scopes): string[] {
  const [first = '', second = '', ...others] = words;
  if (first === '>') return [`> ${second}`, ...others.map((one) => resolved(one, scopes))];
  return (words.length > 1 ? words.slice(1) : words).map((one) => resolved(one, scopes));
}

/** Returns a path from the part's own context; of one that leads out of it, a path that leads nowhere. */
function resolved(written: string, scopes: Scopes): string {
  if (written.startsWith('@')) return written;
  const [, out = '', rest = ''] = /^((?:\.\.(?:\/|$))*)(.*)$/s.exec(written) ?? [];
  const scope = scopes.at(-1 - out.split('..').length + 1) ?? '..';
  const path = rest
    .replace(/^(?:this|\.)(?:[./]|$)/, '')
    .replace(/[[\]]/g, '')
    .replaceAll('/', '.');
  return [scope, path].filter((one) => one !== '').join('.');
}
