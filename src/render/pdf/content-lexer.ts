/** What a token of a content stream is. Content of inline images is one token. */
export type TokenKind =
  'space' | 'comment' | 'number' | 'name' | 'string' | 'hex' | 'open' | 'close' | 'word' | 'image';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Where a reader of a content stream stands; `kind` is that of the token that was read last. */
export interface Cursor {
  at: number;
  kind: TokenKind;
}

const SPACE = 1;
const DELIMITER = 2;
const CLASSES = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) CLASSES[code] = SPACE;
for (const one of '()<>[]{}/%') CLASSES[one.charCodeAt(0)] = DELIMITER;

function classAt(text: string, at: number): number {
  return CLASSES[text.charCodeAt(at)] ?? 0;
}

/** Returns a cursor at the start of a content stream. */
export function startOfContent(): Cursor {
  return { at: 0, kind: 'space' };
}

/** Moves a cursor over one token of a content stream (a string of bytes); false at its end. Reads any bytes at all. */
export function readToken(text: string, cursor: Cursor): boolean {
  const from = cursor.at;
  if (from >= text.length) return false;
  const kind = classAt(text, from);
  if (kind === SPACE) {
    cursor.at = skip(text, from + 1, SPACE);
    cursor.kind = 'space';
  } else if (kind === DELIMITER) readDelimited(text, cursor);
  else {
    cursor.at = skip(text, from + 1, 0);
    cursor.kind = isNumber(text, from, cursor.at) ? 'number' : 'word';
  }
  return true;
}

/** Moves a cursor that stands behind `ID` over the bytes of an inline image, up to its `EI`. */
export function readImage(text: string, cursor: Cursor): void {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = cursor.at;
  const found = end.exec(text);
  cursor.at = found ? found.index : text.length;
  cursor.kind = 'image';
}

/** Returns every token of a content stream, white space among them: joined again they are the same bytes. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const cursor = startOfContent();
  for (let from = 0; readToken(text, cursor); from = cursor.at) {
    const token = { kind: cursor.kind, text: text.slice(from, cursor.at) };
    tokens.push(token);
    if (token.kind !== 'word' || token.text !== 'ID') continue;
    const start = cursor.at;
    readImage(text, cursor);
    if (cursor.at > start) tokens.push({ kind: 'image', text: text.slice(start, cursor.at) });
  }
  return tokens;
}

function skip(text: string, from: number, kind: number): number {
  let at = from;
  while (at < text.length && classAt(text, at) === kind) at += 1;
  return at;
}

function isNumber(text: string, from: number, to: number): boolean {
  let digits = 0;
  let points = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
    else if (code === 46) points += 1;
    else if ((code !== 43 && code !== 45) || at !== from) return false;
  }
  return digits > 0 && points < 2;
}

function readDelimited(text: string, cursor: Cursor): void {
  const from = cursor.at;
  const [first, second] = [text[from], text[from + 1]];
  cursor.at = from + 1;
  if (first === '/') {
    cursor.at = skip(text, from + 1, 0);
    cursor.kind = 'name';
  } else if (first === '%') {
    while (cursor.at < text.length && text[cursor.at] !== '\n' && text[cursor.at] !== '\r') cursor.at += 1;
    cursor.kind = 'comment';
  } else if (first === '(') {
    cursor.at = endOfString(text, from);
    cursor.kind = 'string';
  } else if (first === '<' && second !== '<') {
    const end = text.indexOf('>', from);
    cursor.at = end < 0 ? text.length : end + 1;
    cursor.kind = 'hex';
  } else {
    if ((first === '<' || first === '>') && second === first) cursor.at = from + 2;
    cursor.kind = first === '<' || first === '[' || first === '{' ? 'open' : 'close';
  }
}

/** Brackets within a string are balanced, or written with a backslash. */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const one = text[at];
    if (one === '\\') at += 1;
    else if (one === '(') depth += 1;
    else if (one === ')' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}
