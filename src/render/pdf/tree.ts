import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import {
  asName,
  asText,
  catalogOf,
  dictAt,
  itemsAt,
  keyOf,
  nameAt,
  numberAt,
  refAt,
  textAt,
} from './objects.ts';

/** Content of a page that belongs to a structure element. */
export interface MarkedKid {
  readonly kind: 'mark';
  /** Counted from 0; −1 where no page is named. */
  readonly page: number;
  /** Its number in the content of the page. */
  mcid: number;
}

/** An annotation that belongs to a structure element. */
export interface ObjectKid {
  readonly kind: 'object';
  readonly page: number;
  readonly ref: PDFRef | undefined;
}

/** A structure element. Its kind and its kids may be changed: `writeTree` puts them into the file. */
export interface StructElement {
  readonly kind: 'element';
  /** `H2`, as the file has it. */
  type: string;
  readonly dict: PDFDict;
  /** Where the file has it; an element without is new, or stands in its parent itself. */
  ref: PDFRef | undefined;
  kids: Kid[];
}

export type Kid = StructElement | MarkedKid | ObjectKid;

/** Returns the elements at the top of a document's tree; empty where it has none. */
export function readTree(context: PDFContext, pages: readonly { readonly ref: PDFRef }[]): StructElement[] {
  const numbers = new Map(pages.map(({ ref }, index) => [ref, index]));
  const root = dictAt(catalogOf(context), 'StructTreeRoot');
  const seen = new Set<PDFDict>();
  const pageOf = (dict: PDFDict, inherited: number): number => {
    const ref = refAt(dict, 'Pg');
    return ref === undefined ? inherited : (numbers.get(ref) ?? -1);
  };
  const kidsOf = (owner: PDFDict, page: number): Kid[] => {
    const written = owner.get(keyOf('K'));
    const found = context.lookup(written);
    const list = found instanceof PDFArray ? found.asArray() : [written];
    return list.flatMap((one) => kidOf(one, page) ?? []);
  };
  const kidOf = (written: PDFObject | undefined, page: number): Kid | undefined => {
    const object = context.lookup(written);
    if (object instanceof PDFNumber) return { kind: 'mark', page, mcid: object.asNumber() };
    if (!(object instanceof PDFDict)) return undefined;
    const type = nameAt(object, 'Type');
    if (type === 'MCR')
      return { kind: 'mark', page: pageOf(object, page), mcid: numberAt(object, 'MCID') ?? -1 };
    if (type === 'OBJR') return { kind: 'object', page: pageOf(object, page), ref: refAt(object, 'Obj') };
    if (seen.has(object)) return undefined;
    seen.add(object);
    return {
      kind: 'element',
      type: nameAt(object, 'S') ?? '',
      dict: object,
      ref: written instanceof PDFRef ? written : undefined,
      kids: kidsOf(object, pageOf(object, -1)),
    };
  };
  return root === undefined ? [] : kidsOf(root, -1).filter((kid) => kid.kind === 'element');
}

/** Returns an element that is not in the file yet. */
export function newElement(context: PDFContext, type: string, kids: Kid[]): StructElement {
  const dict = context.obj({ Type: 'StructElem' });
  dict.set(keyOf('S'), PDFName.of(type));
  return { kind: 'element', type, dict, ref: undefined, kids };
}

/** Returns every element of a tree, each before its kids. */
export function elementsOf(elements: readonly Kid[]): StructElement[] {
  const found: StructElement[] = [];
  const add = (kids: readonly Kid[]): void => {
    for (const kid of kids) {
      if (kid.kind !== 'element') continue;
      found.push(kid);
      add(kid.kids);
    }
  };
  add(elements);
  return found;
}

/** Returns the content that belongs to an element and to those within it, in reading order. */
export function marksOf(element: StructElement): MarkedKid[] {
  const found: MarkedKid[] = [];
  const add = (kids: readonly Kid[]): void => {
    for (const kid of kids)
      if (kid.kind === 'element') add(kid.kids);
      else if (kid.kind === 'mark') found.push(kid);
  };
  add(element.kids);
  return found;
}

/** Returns the attributes of an element by name, whoever owns them. */
export function attributesOf(element: StructElement): ReadonlyMap<string, PDFObject> {
  const attributes = new Map<string, PDFObject>();
  for (const one of itemsAt(element.dict, 'A'))
    if (one instanceof PDFDict)
      for (const key of one.keys()) {
        const value = one.lookup(key);
        if (value !== undefined) attributes.set(asName(key) ?? '', value);
      }
  return attributes;
}

/** Returns one attribute of an element, whoever owns it, or undefined. */
export function attributeOf(element: StructElement, name: string): PDFObject | undefined {
  const key = keyOf(name);
  let found: PDFObject | undefined;
  for (const one of itemsAt(element.dict, 'A')) if (one instanceof PDFDict) found = one.lookup(key) ?? found;
  return found;
}

/** Returns the ids of the headings that a cell of a table names; empty where it names none. */
export function headersOf(cell: StructElement): string[] {
  const headers = attributeOf(cell, 'Headers');
  return headers instanceof PDFArray ? headers.asArray().flatMap((one) => asText(one) ?? []) : [];
}

/** Returns what stands for an element's picture or text in words, or undefined. */
export function altOf(element: StructElement): string | undefined {
  return textAt(element.dict, 'Alt');
}
