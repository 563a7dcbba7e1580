/** What stands between braces in a template. Comments and the ends of blocks print nothing. */
export interface TemplateMark {
  readonly kind: 'comment' | 'open' | 'else' | 'close' | 'value';
  /** The block that it opens or closes: `if`. Empty of the others. */
  readonly name: string;
  /** As written, braces and all. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether its braces are closed before the next are opened. */
  readonly closed: boolean;
}

/** Returns what stands between braces, in order. `\{{` is text, as the template engine has it. */
export function marksIn(text: string): TemplateMark[] {
  const marks: TemplateMark[] = [];
  for (let start = text.indexOf('{{'); start >= 0;) {
    const isText = text.charAt(start - 1) === '\\' && text.charAt(start - 2) !== '\\';
    const end = isText ? start + 2 : endOfMark(text, start);
    if (!isText) marks.push(markAt(text, start, end));
    start = text.indexOf('{{', end);
  }
  return marks;
}

function markAt(text: string, start: number, end: number): TemplateMark {
  const written = text.slice(start, end);
  const [, sign = '', name = ''] = /^\{\{\{?~?\s*([!#^/]?)\s*>?\s*([^\s{}~]*)/.exec(written) ?? [];
  const isElse = /^\{\{~?\s*(?:else\b|\^\s*~?\}\})/.test(written);
  const kind =
    sign === '!'
      ? 'comment'
      : isElse
        ? 'else'
        : sign === '/'
          ? 'close'
          : sign === '#' || sign === '^'
            ? 'open'
            : 'value';
  const closed = written.endsWith('}}') && (kind === 'comment' || !written.slice(2).includes('{{'));
  return { kind, name: kind === 'open' || kind === 'close' ? name : '', text: written, start, end, closed };
}

/** Braces in a text within the braces (`{{sign "}}"}}`) end nothing. */
const INSIDE = /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[[^\]]*\]|[^}]|\}(?!\})/y;

function endOfMark(text: string, start: number): number {
  const comment = /^\{\{~?!(--)?/.exec(text.slice(start, start + 6));
  if (comment) {
    const end = text.slice(start).search(comment[1] === undefined ? /\}\}/ : /--~?\}\}/);
    return end < 0 ? text.length : text.indexOf('}}', start + end) + 2;
  }
  const close = text.startsWith('{{{', start) ? '}}}' : '}}';
  let at = start + close.length;
  for (INSIDE.lastIndex = at; INSIDE.test(text); INSIDE.lastIndex = at) at = INSIDE.lastIndex;
  return text.startsWith(close, at) ? at + close.length : Math.min(text.length, at + 2);
}

/** What is wrong with how blocks and braces are closed: where, and in words. */
export interface UnclosedMark {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
}

/** Returns the first place at which braces or a block are not closed, or a block is closed that is not open. */
export function unclosedMark(text: string): UnclosedMark | undefined {
  const open: TemplateMark[] = [];
  for (const mark of marksIn(text)) {
    const { start: at } = mark;
    if (!mark.closed)
      return { at, length: 2, message: 'braces that are opened here are not closed', help: 'end it with }}' };
    if (mark.kind === 'open') open.push(mark);
    if (mark.kind !== 'close') continue;
    const block = open.pop();
    if (block?.name === mark.name) continue;
    const length = mark.text.length;
    if (block === undefined)
      return { at, length, message: `${mark.text} closes no block`, help: 'take it out, or open its block' };
    return {
      at,
      length,
      message: `${mark.text} closes ${block.text} of line ${lineAt(text, block.start)}`,
      help: `close that block first, with {{/${block.name}}}`,
    };
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  return {
    at: last.start,
    length: last.text.length,
    message: `the block ${last.text} of line ${lineAt(text, last.start)} is not closed`,
    help: `end it with {{/${last.name}}}`,
  };
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
