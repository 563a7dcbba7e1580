import type { NumberCell } from '../../model/cell.ts';
import type { Basis } from '../../model/dataset.ts';
import { exact } from '../../model/exact.ts';
import { MONTHS } from '../../model/months.ts';
import type { Period } from '../../model/period.ts';
import { splitCitations } from '../../papers/citation.ts';
import { readWhen, type When } from './when.ts';

/** Where something stands in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number that somebody typed, which may be a figure. */
export interface NumberToken extends Span {
  readonly kind: 'number';
  readonly cell: NumberCell;
  /** `11 percentage points`: a difference of two shares. */
  readonly points: boolean;
  /** What is said of how people are counted: `39.5 FTE`. */
  readonly basis?: Basis;
}

export interface WordToken extends Span {
  readonly kind: 'word';
  /** In lower case and in the singular, as far as that can be told: `worker`. */
  readonly stem: string;
  readonly raw: string;
}

export interface PeriodToken extends Span {
  readonly kind: 'period';
  /** Undefined where no period can be told from it. */
  readonly when: When | undefined;
}

/** What ends a sentence, or parts it. */
export interface BreakToken extends Span {
  readonly kind: 'break';
  readonly sign: 'sentence' | 'hard' | 'colon' | 'comma' | 'open' | 'close';
}

/** `other`: what is neither a word nor a figure, such as a reference, a sum of money, a time. */
interface PlainToken extends Span {
  readonly kind: 'citation' | 'other';
}

export type Token = NumberToken | WordToken | PeriodToken | BreakToken | PlainToken;

const FULL = `(?:${MONTHS.join('|')})`;
const SHORT = `(?:Sept|${MONTHS.map((name) => name.slice(0, 3)).join('|')})`;
const MONTH = `(?:${FULL}|${SHORT})`;
const YEAR = '(?:19|20|21)\\d{2}';
const INNER = "\\p{L}\\p{N}£$€%+#&@'’/.−–-";
/** Stands for a citation, for code and for an address, as long as they are. */
const HELD = '\uFFFC';
/** Stands for `{{period}}`, as long as it is. */
const LATEST = '\uFFFB';
/** A line may end within a date, and the next be indented. */
const GAP = '\\s{1,9}';

// No part repeats what a part within it repeats: the time is that of reading the text once.
const SCAN = new RegExp(
  [
    `(?<held>${HELD}+)`,
    `(?<latest>${LATEST}+)`,
    `(?<iso>(?<!\\d[.-])\\b${YEAR}-\\d{2}-\\d{2}\\b)`,
    `(?<numeric>\\b\\d{1,2}[/.]\\d{1,2}[/.]${YEAR}\\b)`,
    `(?<day>\\b\\d{1,2}(?:st|nd|rd|th)?${GAP}(?:of${GAP})?${MONTH}(?:,?${GAP}${YEAR})?\\b)`,
    `(?<month>\\b${MONTH}(?:${GAP}${YEAR}|-(?:${YEAR}|\\d{2})|\\s?['’]\\d{2})\\b|\\b${FULL}\\b|\\b${SHORT}\\b(?!['’-]))`,
    `(?<quarter>\\bQ[1-4]\\b(?:${GAP}${YEAR}[/–-]\\d{2,4}\\b)?)`,
    `(?<season>\\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\\b(?:${GAP}${YEAR}\\b)?)`,
    `(?<years>\\b${YEAR}[/–-]\\d{2}(?:\\d{2})?\\b(?!-))`,
    `(?<chunk>[${INNER}]+(?:(?<=\\d)[,:](?=\\d)[${INNER}]+)*)`,
    `(?<sign>[^\\s*_"“”])`,
  ].join('|'),
  'gu',
);

const HIDDEN = /`+[^`]*`+|\]\([^)\n]{0,300}\)|<[^<>\s]{1,300}>|https?:\/\/\S+/g;
/** The mark of an item of a list, or the number of a paragraph. */
const LEAD = /^\s*(?:[-*+]\s+|\(?\d{1,3}[.)]\s+|\d{1,3}(?:\.\d{1,3})+\.?\s+|>\s*)/u;
const NUMBER = /^([−–+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|pp|fte|wte)?$/iu;
const SPELT = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const BASES: Readonly<Record<string, Basis>> = { fte: 'fte', wte: 'fte', headcount: 'headcount' };

/**
 * Returns the paragraphs of a text (an item of a list is one) as tokens; tables and headings are left out. `latest`: the
 * period that `{{period}}` prints.
 */
export function tokensOf(text: string, latest?: Period): Token[][] {
  const masked = mask(text);
  return paragraphs(masked).map(([start, end]) => scan(masked, [start, end], latest));
}

/** Returns the basis that a word names. */
export function basisNamed(word: string): Basis | undefined {
  return Object.hasOwn(BASES, word) ? BASES[word] : undefined;
}

/** Returns a word as words are compared: in lower case, in the singular, without its apostrophe. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s?$/u, '');
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  return lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}

/** Returns the text, as long as it was, without what no figure stands in. */
function mask(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const piece of splitCitations(text)) {
    if (piece.kind === 'words') continue;
    const isPeriod = piece.subject.kind === 'name' && piece.subject.name === 'period';
    parts.push(bare(text.slice(end, piece.offset)), held(piece.written, isPeriod ? LATEST : HELD));
    end = piece.offset + piece.written.length;
  }
  parts.push(bare(text.slice(end)));
  return parts.join('').replace(HIDDEN, (part) => held(part, HELD));
}

function bare(words: string): string {
  return words.replaceAll(HELD, ' ').replaceAll(LATEST, ' ');
}

/** Breaks of lines stay, since paragraphs are made of them. */
function held(part: string, by: string): string {
  return part.replace(/[^\n]/g, by);
}

/** Returns where each paragraph starts, after the mark or number that leads it, and ends. */
function paragraphs(text: string): [number, number][] {
  const found: [number, number][] = [];
  let isOpen = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const lead = LEAD.exec(line)?.[0] ?? '';
    const end = start + line.length;
    const last = found.at(-1);
    if (/^\s*(?:$|[|#])/u.test(line)) isOpen = false;
    else if (isOpen && last !== undefined && lead === '') last[1] = end;
    else {
      found.push([start + lead.length, end]);
      isOpen = true;
    }
    start = end + 1;
  }
  return found;
}

function scan(text: string, [start, end]: readonly [number, number], latest: Period | undefined): Token[] {
  const paragraph = text.slice(start, end).replaceAll('\n', ' ');
  return [...paragraph.matchAll(SCAN)].flatMap((match): Token[] => {
    const { held: citation, latest: isLatest, chunk, sign } = match.groups ?? {};
    const at = start + match.index;
    const span = { start: at, end: at + match[0].length };
    if (citation !== undefined) return [{ kind: 'citation', ...span }];
    if (sign !== undefined) return [signToken(sign, span)];
    if (isLatest !== undefined)
      return [{ kind: 'period', when: latest && { kind: 'period', period: latest }, ...span }];
    if (chunk === undefined)
      return [{ kind: 'period', when: readWhen(match[0].replace(/\s+/g, ' ')), ...span }];
    const after = paragraph.slice(match.index + chunk.length, match.index + chunk.length + 8);
    return chunkTokens(chunk, at, after);
  });
}

function signToken(sign: string, span: Span): Token {
  switch (sign) {
    case ',':
      return { kind: 'break', sign: 'comma', ...span };
    case ':':
      return { kind: 'break', sign: 'colon', ...span };
    case ';':
    case '—':
      return { kind: 'break', sign: 'hard', ...span };
    case '!':
    case '?':
      return { kind: 'break', sign: 'sentence', ...span };
    case '(':
    case '[':
      return { kind: 'break', sign: 'open', ...span };
    case ')':
    case ']':
      return { kind: 'break', sign: 'close', ...span };
    default:
      return { kind: 'other', ...span };
  }
}

const ENDING: ReadonlySet<string> = new Set(['.', "'", '’', '–', '-']);

/** A word or number, and the full stop behind it. A stop before a small letter or a number ends no sentence: `approx. 39`. */
function chunkTokens(chunk: string, at: number, after: string): Token[] {
  let last = chunk.length;
  while (last > 0 && ENDING.has(chunk.charAt(last - 1))) last -= 1;
  const core = chunk.slice(0, last);
  const start = at + (/^['‘’.]+/u.exec(core)?.[0].length ?? 0);
  const span = { start, end: at + core.length };
  const tokens: Token[] = core === '' ? [] : [coreToken(core.slice(start - at), span)];
  const tail = chunk.slice(core.length);
  const rest = { start: span.end, end: at + chunk.length };
  if (/^[–-]+$/u.test(tail) && core === '') tokens.push({ kind: 'break', sign: 'hard', ...rest });
  else if (tail.includes('.')) {
    const isEnd = /^[\s*_"”’)\]]*(?:$|(?<=\s|^)[^\p{Ll}\d\s])/u.test(after);
    tokens.push(isEnd ? { kind: 'break', sign: 'sentence', ...rest } : { kind: 'other', ...rest });
  }
  return tokens;
}

function coreToken(text: string, span: Span): Token {
  const number = NUMBER.exec(text);
  if (number !== null) return numberToken(number, span);
  if (/[\d£$€@#&%+/]/u.test(text)) return { kind: 'other', ...span };
  const spelt = SPELT.indexOf(text.toLowerCase());
  if (spelt >= 0) return { kind: 'number', points: false, cell: plain((spelt + 2).toString(), 0), ...span };
  return { kind: 'word', stem: stemOf(text), raw: text, ...span };
}

/** Years and numbers that start with a 0, as those of telephones do, are none that a figure has. */
function numberToken([, sign = '', whole = '', decimals, unit = '']: RegExpExecArray, span: Span): Token {
  const isYear = decimals === undefined && unit === '' && /^(?:19|20|21)\d{2}$/.test(whole);
  if (isYear) return { kind: 'period', when: undefined, ...span };
  if (/^0\d/.test(whole) || whole.length + (decimals?.length ?? 0) > 15) return { kind: 'other', ...span };
  const digits = `${/[−–-]/u.test(sign) ? '-' : ''}${whole.replaceAll(',', '')}`;
  const written = decimals === undefined ? digits : `${digits}.${decimals}`;
  const places = decimals?.length ?? 0;
  const mark = unit.toLowerCase();
  const basis = basisNamed(mark);
  const isShare = mark === '%' || mark === 'pp';
  return {
    kind: 'number',
    cell: isShare ? percent(written, places) : plain(written, places),
    points: mark === 'pp',
    ...(basis && { basis }),
    ...span,
  };
}

function plain(written: string, places: number): NumberCell {
  return { kind: 'number', value: exact(written), notation: 'plain', places };
}

function percent(written: string, places: number): NumberCell {
  return { kind: 'number', value: exact(written).div(100), notation: 'percent', places };
}

/** Returns the number as a percentage: `60.7 per cent` is written in two words. */
export function asPercent(token: NumberToken, end: number, points: boolean): NumberToken {
  const { cell } = token;
  const value = cell.notation === 'percent' ? cell.value : cell.value.div(100);
  return { ...token, end, points, cell: { ...cell, value, notation: 'percent' } };
}
