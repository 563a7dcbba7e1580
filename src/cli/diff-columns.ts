import { disarmed, visible } from '../model/visible.ts';
import type { Line, Look, Span } from './output.ts';

/** Scripts and signs that take two columns of a terminal: East Asian wide forms, and pictures. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;
/** Marks that stand on the character before them. */
const NO_WIDTH = /^\p{M}$/u;
/** Asks for the picture of the character before it, which is wide. */
const AS_PICTURE = '\ufe0f';

/** Returns how many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  let last = 0;
  for (const char of text) {
    const own = char === AS_PICTURE ? (last === 1 ? 1 : 0) : widthOf(char);
    columns += own;
    if (own > 0) last = char === AS_PICTURE ? 2 : own;
  }
  return columns;
}

function widthOf(char: string): number {
  if (char < '\u0300') return 1;
  if (NO_WIDTH.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

/**
 * Returns a text on one line and as it is written to the terminal: what is escaped there takes more columns, so that it has to
 * be known before anything is laid out.
 */
export function shown(text: string): string {
  const plain = disarmed(visible(text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim()));
  // At the start of a line the output would put a backslash before it, and any word can come to stand there.
  return plain.replace(/(^|\s)::/g, '$1\\::');
}

/** Returns a text with spaces behind it, or before it, up to a width. */
export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const room = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return align === 'left' ? `${text}${room}` : `${room}${text}`;
}

/** Returns a text that fits: where it does not, its beginning and its end, since either may tell it from others. */
export function cutInMiddle(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  const half = Math.max(0, Math.floor((width - 1) / 2));
  const start = startOf(text, width - 1 - half);
  return `${start.trimEnd()}…${endOf(text, half).trimStart()}`;
}

/** The most characters that a text of so few columns has: marks take none, and could be without end. */
const CHARACTERS_A_COLUMN = 4;

function startOf(text: string, width: number): string {
  let start = '';
  for (const char of text) {
    const next = start + char;
    if (columnsOf(next) > width || next.length > width * CHARACTERS_A_COLUMN) break;
    start = next;
  }
  return start;
}

function endOf(text: string, width: number): string {
  let end = '';
  for (const char of Array.from(text.slice(-width * CHARACTERS_A_COLUMN)).reverse()) {
    if (columnsOf(char + end) > width) break;
    end = char + end;
  }
  return end;
}

/** How spans stand on a terminal: what is too wide is broken at spaces, and a word that fits no line within itself. */
export interface Room {
  readonly width: number;
  /** Columns before the first line, and before those that follow. */
  readonly indent: number;
  readonly hanging?: number;
}

/** Returns a text as lines that fit. */
export function wrappedText(text: string, room: Room, look?: Look): Line[] {
  return wrappedSpans([look ? { text: shown(text), look } : { text: shown(text) }], room);
}

/** Returns spans as lines that fit. Their texts must be as they are shown. */
export function wrappedSpans(spans: readonly Span[], { width, indent, hanging = indent }: Room): Line[] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = indent;
  const start = (by: number): void => {
    line = by > 0 ? [{ text: ' '.repeat(by) }] : [];
    lines.push(line);
    used = by;
  };
  start(indent);
  let isEmpty = true;
  for (const word of wordsOf(spans)) {
    const wide = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    if (!isEmpty && used + 1 + wide > width) {
      start(hanging);
      isEmpty = true;
    }
    if (!isEmpty) {
      const look = line.at(-1)?.look;
      line.push(look !== undefined && look === word[0]?.look ? { text: ' ', look } : { text: ' ' });
      used += 1;
    }
    for (const [index, piece] of piecesOf(
      word,
      Math.max(1, width - used),
      Math.max(1, width - hanging),
    ).entries()) {
      if (index > 0) start(hanging);
      line.push(...piece);
      used += piece.reduce((sum, { text }) => sum + columnsOf(text), 0);
    }
    isEmpty = false;
  }
  return lines.map(joined);
}

/** Neighbours of one look are one span, and a space between two of one look has it too. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last?.look === span.look && last !== undefined)
      all[all.length - 1] = { ...last, text: last.text + span.text };
    else all.push(span);
  }
  return all;
}

/** Words, each with the looks of its parts: two spans that touch make one word. */
function wordsOf(spans: readonly Span[]): Span[][] {
  const words: Span[][] = [];
  let isOpen = false;
  for (const span of spans) {
    for (const part of span.text.split(/( +)/)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        isOpen = false;
        continue;
      }
      if (!isOpen) words.push([]);
      words.at(-1)?.push({ ...span, text: part });
      isOpen = true;
    }
  }
  return words;
}

/** A word in pieces that fit: as it is, where it does. */
function piecesOf(word: readonly Span[], first: number, others: number): Span[][] {
  const pieces: Span[][] = [[]];
  let room = first;
  for (const span of word) {
    let text = '';
    const close = (): void => {
      if (text !== '') pieces.at(-1)?.push({ ...span, text });
      text = '';
    };
    for (const char of span.text) {
      const wide = widthOf(char);
      if (wide > room) {
        close();
        pieces.push([]);
        room = others;
      }
      text += char;
      room -= wide;
    }
    close();
  }
  return pieces;
}
