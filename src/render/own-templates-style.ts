import { finding, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import { COLOUR_NAMES, COLOURS, isSeries, SERIES } from '../model/theme.ts';
import { placeAt } from './template-place.ts';

/** What a council's style sheet may not hold, and why. Looked for with comments and escapes resolved. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly message: string; readonly why: string }[] = [
  {
    pattern: /<\/style/gi,
    message: 'a style sheet may not hold "</style"',
    why: 'a browser would end the style sheet there and read on as markup',
  },
  {
    pattern: /@import\b/gi,
    message: 'a style sheet may not import another',
    why: 'a report is one file: nothing is fetched',
  },
  {
    pattern: /(?<![\w-])(?:url|src)\(\s*["']?(?!\s*["']?data:)/gi,
    message: 'a style sheet may refer to nothing outside of it',
    why: 'a report is one file: nothing is fetched, only data: addresses are shown',
  },
  {
    pattern: /(?<![\w])image-set\(/gi,
    message: 'a style sheet may not choose among pictures',
    why: 'a report is one file: nothing is fetched',
  },
];

/** Returns what a style sheet has that it may not have, each with its place. */
export function styleFindings(file: string, css: string): Finding[] {
  const { text, offsets } = withoutEscapes(css);
  const forbidden = FORBIDDEN.flatMap(({ pattern, message, why }) =>
    [...text.matchAll(pattern)].map((match) => {
      const start = offsets[match.index] ?? css.length;
      const end = offsets[match.index + match[0].length] ?? css.length;
      return finding('E507', message, { at: placeAt(file, css, start, end), why });
    }),
  );
  return [...forbidden, ...unclosedFindings(file, css), ...colourFindings(file, css)];
}

/** Comments and texts, whole or up to the end; a line ends a text that is not closed. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*("?)|'(?:\\[\s\S]|[^'\\\n])*('?)|url\(\s*[^"')\s][^)]*\)|\\[\s\S]|[{}]/gi;

function unclosedFindings(file: string, css: string): Finding[] {
  const told = (at: number, message: string): Finding[] => [
    finding('E512', message, { at: placeAt(file, css, at, at + 1) }),
  ];
  const open: number[] = [];
  for (const match of css.matchAll(TOKEN)) {
    const [token, double, single] = match;
    const isText = double !== undefined || single !== undefined;
    if (token.startsWith('/*') && (token.length < 4 || !token.endsWith('*/')))
      return told(match.index, 'a comment that is opened here is not closed');
    if (isText && double !== '"' && single !== "'")
      return told(match.index, 'the quotation mark opened here is not closed on its line');
    if (token === '{') open.push(match.index);
    else if (token === '}' && open.pop() === undefined)
      return told(match.index, 'a brace is closed here that is not open');
  }
  const last = open.at(-1);
  return last === undefined ? [] : told(last, 'the brace opened here is not closed');
}

/** Returns a note where colours of the page are set otherwise than they ship, at the first of them. */
function colourFindings(file: string, css: string): Finding[] {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const set = [...plain.matchAll(/(?<![\w-])--([a-z][\w-]*)\s*:\s*([^;}]*)/g)].flatMap((match) => {
    const [, written = '', value = ''] = match;
    const name = COLOUR_NAMES.find((one) => one === written);
    if (name === undefined) return [];
    const shipped: string[] = isSeries(name)
      ? [`var(--${SERIES[name].as})`]
      : [COLOURS[name].light, COLOURS[name].dark];
    return shipped.includes(value.trim().toLowerCase()) ? [] : [{ name, at: match.index }];
  });
  const [first] = set;
  if (first === undefined) return [];
  const names = formatList([...new Set(set.map(({ name }) => `--${name}`))]);
  return [
    finding('N513', `the style sheet sets ${names}: colours set here are not checked`, {
      at: placeAt(file, css, first.at, first.at + first.name.length + 2),
    }),
  ];
}

/** A style sheet as it means what it says, and where each of its characters was written. */
interface Resolved {
  readonly text: string;
  readonly offsets: readonly number[];
}

const ESCAPE = /\\(?:([0-9a-f]{1,6})[ \t\n\f\r]?|([^\n\f\r]))/giy;

/** Returns the style sheet with its escapes (`\75 rl`) as the characters that they stand for. */
function withoutEscapes(css: string): Resolved {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < css.length;) {
    ESCAPE.lastIndex = at;
    const match = css.charAt(at) === '\\' ? ESCAPE.exec(css) : null;
    const meant = match ? characterOf(match[1], match[2]) : css.charAt(at);
    for (const unit of meant.split('')) {
      text += unit;
      offsets.push(at);
    }
    at += match ? match[0].length : 1;
  }
  return { text, offsets };
}

function characterOf(hex: string | undefined, plain: string | undefined): string {
  if (hex === undefined) return plain ?? '';
  const point = Number.parseInt(hex, 16);
  return point === 0 || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}
