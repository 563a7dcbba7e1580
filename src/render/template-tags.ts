import { marksIn, type TemplateMark } from './template-marks.ts';

/** The markup of a template as it could be printed, and where each of its characters was written. */
export interface PrintedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Stands for a value, whatever it is: a character that no name and no address starts with. */
export const VALUE = '\ue000';

/** Which branches of blocks are printed. */
export type Branches = 'all' | 'first' | 'else';

/**
 * Returns the text of a template without what stands in braces: comments and the ends of blocks are nothing, so that what they
 * divide (`<scr{{! }}ipt>`) is whole, and `VALUE` stands for each value.
 */
export function printedText(text: string, branches: Branches): PrintedText {
  let printed = '';
  const offsets: number[] = [];
  let at = 0;
  const blocks: ('first' | 'else')[] = [];
  const isPrinted = (): boolean => branches === 'all' || blocks.every((one) => one === branches);
  const add = (end: number): void => {
    for (; isPrinted() && at < end; at += 1) {
      printed += text.charAt(at);
      offsets.push(at);
    }
    at = end;
  };
  for (const mark of marksIn(text)) {
    add(mark.start);
    if (/^\{\{\{?~/.test(mark.text)) {
      printed = printed.trimEnd();
      offsets.length = printed.length;
    }
    if (mark.kind === 'value' && isPrinted()) {
      printed += VALUE;
      offsets.push(mark.start);
    }
    enter(blocks, mark);
    at = /~\}\}\}?$/.test(mark.text) ? mark.end + (/\S|$/.exec(text.slice(mark.end))?.index ?? 0) : mark.end;
  }
  add(text.length);
  return { text: printed, offsets };
}

function enter(blocks: ('first' | 'else')[], { kind }: TemplateMark): void {
  if (kind === 'open') blocks.push('first');
  else if (kind === 'close') blocks.pop();
  else if (kind === 'else' && blocks.length > 0) blocks[blocks.length - 1] = 'else';
}

export interface Tag {
  /** In small letters. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  /** In small letters. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** As it is written, with its character references. */
  readonly value: string;
  /** Where the quotation mark stands that its value starts with. */
  readonly quote: number | undefined;
  readonly isClosed: boolean;
}

/** Comments, declarations and the ends of elements, as browsers read them; then the start of an element. */
const MARKUP = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<[!?][^>]*>?|<\/[^>]*>?|<([a-z\ue000][^\s/>]*)/gi;
const ATTRIBUTE = /[\s/]*(?:(>)|(=?[^\s/>=]+)(?:\s*=\s*(?:"([^"]*)("?)|'([^']*)('?)|([^\s>]*)))?)/y;

/** Returns the start tags in a text, in order: the way in which browsers find them, whatever stands around. */
export function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(text); match !== null; match = MARKUP.exec(text)) {
    if (match[1] === undefined) continue;
    const { attributes, end } = attributesFrom(text, match.index + match[0].length);
    tags.push({ name: match[1].toLowerCase(), start: match.index, end, attributes });
    MARKUP.lastIndex = end;
  }
  return tags;
}

function attributesFrom(
  text: string,
  from: number,
): { readonly attributes: readonly Attribute[]; readonly end: number } {
  const attributes: Attribute[] = [];
  for (let end = from; ; end = ATTRIBUTE.lastIndex) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(text);
    if (match === null || match[1] !== undefined)
      return { attributes, end: match ? ATTRIBUTE.lastIndex : text.length };
    const [whole, , name = '', double, doubleEnd, single, singleEnd, bare] = match;
    const start = match.index + whole.indexOf(name);
    const value = double ?? single ?? bare ?? '';
    const isQuoted = double !== undefined || single !== undefined;
    const isClosed = !isQuoted || doubleEnd === '"' || singleEnd === "'";
    const valueEnd = ATTRIBUTE.lastIndex - (isQuoted && isClosed ? 1 : 0);
    attributes.push({
      name: name.toLowerCase(),
      start,
      end: ATTRIBUTE.lastIndex,
      value,
      quote: isQuoted ? valueEnd - value.length - 1 : undefined,
      isClosed,
    });
  }
}
