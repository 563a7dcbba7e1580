import type { PDFContext } from '@cantoo/pdf-lib';
import { newElement, type Kid, type StructElement } from './tree.ts';

/** Kinds that hold other elements and no text of their own. */
const GROUPS: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'TOC',
  'TOCI',
  'Index',
]);

/** Kinds of what stands within a line. */
export const INLINE_KINDS: ReadonlySet<string> = new Set([
  'Span',
  'Link',
  'Code',
  'Strong',
  'Em',
  'Sub',
  'Quote',
  'Note',
  'Reference',
  'Annot',
]);
const MAY_BE_EMPTY = new Set(['TD', 'TH']);
const SAYS_NOTHING = new Set(['/Type', '/S', '/P', '/K', '/Pg']);

/**
 * Takes out of a tree the wrappers that say nothing and the elements that hold nothing, puts text that stood between
 * blocks into paragraphs, and the text of list items into `LBody`.
 */
export function makeLean(context: PDFContext, elements: readonly StructElement[]): void {
  for (const element of elements) {
    dropEmpty(element);
    tidy(context, element);
  }
}

/** Returns what is in a wrapper that says nothing itself, or undefined where it is none. */
function wrappedIn(kid: Kid): readonly Kid[] | undefined {
  if (kid.kind !== 'element' || kid.type !== 'NonStruct') return undefined;
  return kid.dict.keys().every((key) => SAYS_NOTHING.has(key.asString())) ? kid.kids : undefined;
}

function dropEmpty(element: StructElement): void {
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'element') return true;
    dropEmpty(kid);
    return !isEmpty(kid);
  });
}

/** An item of a list that has only its sign says nothing either. */
function isEmpty({ type, kids }: StructElement): boolean {
  if (type === 'LI') return kids.every((kid) => kid.kind === 'element' && kid.type === 'Lbl');
  return kids.length === 0 && !MAY_BE_EMPTY.has(type);
}

function tidy(context: PDFContext, element: StructElement): void {
  const make = (type: string, kids: Kid[]): StructElement => newElement(context, type, kids);
  element.kids = GROUPS.has(element.type) ? grouped(element.kids, make) : flat(element.kids);
  if (element.type === 'LI') element.kids = listItem(element.kids, make);
  for (const kid of element.kids) if (kid.kind === 'element') tidy(context, kid);
}

type Make = (type: string, kids: Kid[]) => StructElement;

function flat(kids: readonly Kid[]): Kid[] {
  return kids.flatMap((kid) => {
    const inner = wrappedIn(kid);
    return inner === undefined ? [kid] : flat(inner);
  });
}

/** A wrapper of text alone, or an element within a line. */
function isInline(kid: Kid): boolean {
  if (kid.kind !== 'element') return true;
  return wrappedIn(kid)?.every((one) => one.kind !== 'element') ?? INLINE_KINDS.has(kid.type);
}

function holdsBlock(kid: Kid): boolean {
  if (kid.kind !== 'element') return false;
  return wrappedIn(kid)?.some(holdsBlock) ?? !INLINE_KINDS.has(kid.type);
}

function grouped(kids: readonly Kid[], make: Make): Kid[] {
  const result: Kid[] = [];
  let line: Kid[] = [];
  const endLine = (): void => {
    if (line.length > 0) result.push(make('P', line));
    line = [];
  };
  const isLine = kids.some(isInline);
  for (const kid of kids) {
    if (isInline(kid) || (isLine && !holdsBlock(kid))) line.push(...flat([kid]));
    else {
      endLine();
      const inner = wrappedIn(kid);
      result.push(...(inner === undefined ? [kid] : grouped(inner, make)));
    }
  }
  endLine();
  return result;
}

function listItem(kids: readonly Kid[], make: Make): Kid[] {
  const isPart = (kid: Kid, type: string): boolean => kid.kind === 'element' && kid.type === type;
  if (kids.some((kid) => isPart(kid, 'LBody'))) return [...kids];
  const labels = kids.filter((kid) => isPart(kid, 'Lbl'));
  const body = kids.filter((kid) => !isPart(kid, 'Lbl'));
  return body.length === 0 ? labels : [...labels, make('LBody', body)];
}
