import { readImage, readToken, startOfContent } from './content-lexer.ts';
import type { Matrix } from './geometry.ts';

/** One operator of a content stream with its operands. The same object is used for each: keep nothing of it. */
export interface Operation {
  name: string;
  /** Where the operation before it ends: white space and operands are part of this one. */
  from: number;
  to: number;
  readonly text: string;
  readonly count: number;
  /** Returns an operand as it is written, or an empty text. Brackets of arrays and dictionaries are operands of their own. */
  readonly operand: (index: number) => string;
  /** Returns an operand as a number, 0 where it is none. */
  readonly number: (index: number) => number;
}

/** Returns all operands of an operation, as they are written. */
export function operandsOf({ count, operand }: Operation): string[] {
  return Array.from({ length: count }, (_, index) => operand(index));
}

const SHOWS = new Set(['Tj', 'TJ', "'", '"']);

/** Whether an operation shows text. */
export function showsText({ name }: Operation): boolean {
  return SHOWS.has(name);
}

/** Returns the strings among the operands of what shows text, as they are written. */
export function stringsOf(operation: Operation): string[] {
  return operandsOf(operation).filter((part) => /^(?:\(|<(?!<))/.test(part));
}

/** Returns the operands of an operation that takes a matrix. */
export function matrixOf(operation: Operation): Matrix {
  return [
    operation.number(0),
    operation.number(1),
    operation.number(2),
    operation.number(3),
    operation.number(4),
    operation.number(5),
  ];
}

/** Takes a glyph with the move before it: what `Td` of `x` and `y` does, and then the operation, which is `Tj`. */
export type GlyphVisit = (x: number, y: number, operation: Operation) => void;

/**
 * Calls `visit` for every operation of a content stream, in order; in place of a move and the glyph after it, `visitGlyph`
 * where it is given.
 */
export function eachOperation(
  text: string,
  visit: (operation: Operation) => void,
  visitGlyph?: GlyphVisit,
): void {
  const starts: number[] = [];
  const ends: number[] = [];
  let count = 0;
  const operation: Operation = {
    name: '',
    from: 0,
    to: 0,
    text,
    get count() {
      return count;
    },
    operand: (index) => (index < count ? text.slice(starts[index], ends[index]) : ''),
    number: (index) => (index < count ? numberIn(text, starts[index] ?? 0, ends[index] ?? 0) : 0),
  };
  const cursor = startOfContent();
  const glyph: Glyph = { x: 0, y: 0, moved: 0, from: 0, end: 0, to: 0 };
  for (let start = 0; readToken(text, cursor); start = cursor.at) {
    if (cursor.kind === 'space' || cursor.kind === 'comment') continue;
    const name = cursor.kind === 'word' ? nameIn(text, start, cursor.at) : '';
    if (name === '' || name === 'true' || name === 'false' || name === 'null') {
      starts[count] = start;
      ends[count] = cursor.at;
      count += 1;
      continue;
    }
    // An inline image is one operation, `EI`: what stands before its bytes are its operands.
    if (name === 'BI') continue;
    if (name === 'ID') {
      readImage(text, cursor);
      continue;
    }
    operation.name = name;
    operation.to = cursor.at;
    visit(operation);
    operation.from = cursor.at;
    if (visitGlyph !== undefined && name === 'Tj') {
      // Most of what a page holds is of this one form, which takes a fraction of the time by itself.
      count = 1;
      while (readGlyph(text, cursor.at, glyph)) {
        starts[0] = glyph.from;
        ends[0] = glyph.end;
        operation.from = glyph.moved;
        operation.to = glyph.to;
        visitGlyph(glyph.x, glyph.y, operation);
        cursor.at = glyph.to;
        operation.from = cursor.at;
      }
    }
    count = 0;
  }
}

/** A glyph and the move before it, as the browser writes nearly all: `5.630127 0 Td <0085> Tj`. */
interface Glyph {
  x: number;
  y: number;
  /** Where the move ends, from where to where the glyph's code stands, and where all ends. */
  moved: number;
  from: number;
  end: number;
  to: number;
}

/** Reads a glyph that stands in its own line after the operation that ends at a place; false where something else does. */
function readGlyph(text: string, at: number, glyph: Glyph): boolean {
  if (text.charCodeAt(at) !== NEWLINE) return false;
  const first = endOfNumber(text, at + 1);
  if (first === at + 1 || text.charCodeAt(first) !== SPACE) return false;
  const second = endOfNumber(text, first + 1);
  if (second === first + 1 || !text.startsWith(' Td <', second)) return false;
  const from = second + ' Td '.length;
  const end = text.indexOf('>', from) + 1;
  if (end === 0 || !text.startsWith(' Tj\n', end)) return false;
  glyph.x = numberIn(text, at + 1, first);
  glyph.y = numberIn(text, first + 1, second);
  glyph.moved = second + ' Td'.length;
  glyph.from = from;
  glyph.end = end;
  glyph.to = end + ' Tj'.length;
  return true;
}

/** Returns where a number ends, or where it should begin if there is none. */
function endOfNumber(text: string, from: number): number {
  let digits = 0;
  let points = 0;
  for (let at = text.charCodeAt(from) === MINUS ? from + 1 : from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits += 1;
    else if (code === POINT) points += 1;
    else return digits > 0 && points < 2 ? at : from;
  }
}

/** Names of operators, which have three letters at most, by their bytes: the same text each time, and none is cut out anew. */
const NAMES = new Map<number, string>();

function nameIn(text: string, from: number, to: number): string {
  if (to - from > 3) return text.slice(from, to);
  let key = 0;
  for (let at = from; at < to; at += 1) key = key * 256 + text.charCodeAt(at);
  const known = NAMES.get(key);
  if (known !== undefined) return known;
  const name = text.slice(from, to);
  NAMES.set(key, name);
  return name;
}

/** As many digits as a number holds exactly. */
const EXACT = 15;

/** Returns what `Number` returns of a part of a text, without cutting it out; 0 where it is none. */
function numberIn(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  const isSigned = first === MINUS || first === PLUS;
  let digits = 0;
  let scale = 0;
  for (let at = isSigned ? from + 1 : from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && scale === 0) scale = 1;
    else if (code < ZERO || code > NINE || to - from > EXACT) return Number(text.slice(from, to)) || 0;
    else {
      digits = digits * 10 + code - ZERO;
      scale *= 10;
    }
  }
  const size = scale === 0 ? digits : digits / scale;
  return first === MINUS ? -size : size;
}

const [NEWLINE, SPACE, PLUS, MINUS, POINT, ZERO, NINE] = [0x0a, 0x20, 0x2b, 0x2d, 0x2e, 0x30, 0x39];
