/** What abbreviations stand for, by their letters: `FTE`. */
export type Glossary = Readonly<Record<string, string>>;

/** Abbreviations that the program itself prints, and those that papers on a children's workforce have in common. */
const GLOSSARY: Glossary = {
  ASYE: 'assessed and supported year in employment',
  CSV: 'comma-separated values',
  DfE: 'Department for Education',
  FTE: 'full-time equivalent',
  HR: 'human resources',
  JSON: 'JavaScript Object Notation',
  KPI: 'key performance indicator',
  NQSW: 'newly qualified social worker',
  NQSWs: 'newly qualified social workers',
  RAG: 'red, amber or green',
  'SHA-256': 'Secure Hash Algorithm, 256 bits',
  XmR: 'individual values and moving range',
  pp: 'percentage points',
};

/** Returns whether an abbreviation is one of those that the program knows: its pages may print it themselves. */
export function isCommon(short: string): boolean {
  return Object.hasOwn(GLOSSARY, short);
}

/** What of a report says what its abbreviations stand for. */
export interface Abbreviated {
  readonly board?: string;
  readonly boardShort?: string;
  readonly abbreviations?: Glossary;
}

/** Returns the glossary of a page: the program's own, the short form of the board's name, and the council's, which win. */
export function glossaryOf({ board, boardShort, abbreviations }: Abbreviated): Glossary {
  const isShort = board !== undefined && boardShort !== undefined && /^[\p{L}\p{N}]+$/u.test(boardShort);
  return { ...GLOSSARY, ...(isShort && { [boardShort]: board }), ...abbreviations };
}

/**
 * Returns the source of what finds these words in a text, whole and in the same case, the longest first; nothing for no
 * word. It is read with the flag `u`.
 */
export function wordsPattern(words: readonly string[]): string | undefined {
  const escaped = words
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .sort((a, b) => b.length - a.length);
  if (escaped.length === 0) return undefined;
  return `(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`;
}

/** An abbreviation of a paper, for its list. */
export interface AbbreviationView {
  /** Its letters: `FTE`. */
  readonly short: string;
  /** What it stands for: `full-time equivalent`. */
  readonly meaning: string;
}

/** Of a view, what is no text of the page: places, addresses, ids, pictures, formulas, and sections that it may not have. */
const NO_TEXT = new Set(['formula', 'href', 'id', 'logo', 'noteHref', 'path', 'place', 'sections', 'sign']);

/** What the page itself prints where its view has these. */
const PRINTED_BY: ReadonlyMap<string, string> = new Map([
  ['hasLevels', 'RAG'],
  ['inPoints', 'pp'],
  ['required', 'pp'],
  ['sha256', 'SHA-256'],
]);

/** Of Markdown, what is no word: code, and the addresses of links. */
const NO_WORD = /`[^`]*`|\]\([^)]*\)/g;

/**
 * Returns the abbreviations that occur in the texts of a view, in order of their letters. A plural (`NQSWs`) is left out
 * where its singular stands beside it.
 */
export function abbreviationsIn(view: unknown, glossary: Glossary): AbbreviationView[] {
  const source = wordsPattern(Object.keys(glossary));
  if (source === undefined) return [];
  const pattern = new RegExp(source, 'gu');
  const found = new Set<string>();
  eachText(view, (text) => {
    for (const [word] of text.replace(NO_WORD, ' ').matchAll(pattern)) found.add(word);
  });
  return Object.entries(glossary)
    .filter(([short]) => found.has(short) && !(short.endsWith('s') && found.has(short.slice(0, -1))))
    .map(([short, meaning]) => ({ short, meaning }))
    .sort((a, b) => order(a.short.toLowerCase(), b.short.toLowerCase()) || order(a.short, b.short));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function eachText(value: unknown, take: (text: string) => void): void {
  if (typeof value === 'string') take(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    const printed = PRINTED_BY.get(key);
    if (printed === undefined && !NO_TEXT.has(key)) eachText(inside, take);
    if (printed !== undefined && inside !== false) take(printed);
  }
}
