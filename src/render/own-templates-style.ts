import { finding, type Finding } from '../model/finding.ts';

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
  return FORBIDDEN.flatMap(({ pattern, message, why }) =>
    [...text.matchAll(pattern)].map((match) => {
      const start = offsets[match.index] ?? css.length;
      const end = offsets[match.index + match[0].length] ?? css.length;
      const before = css.slice(0, start).split('\n');
      return finding('E507', message, {
        at: {
          file,
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
          length: Math.max(1, (css.slice(start, end).split('\n')[0] ?? '').length),
        },
        why,
      });
    }),
  );
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
