import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';

const KEYS = new Map<string, PDFName>();
const TEXTS = new Map<PDFName, string>();

/** Returns a name by its text. The library looks for escapes in it each time, which takes longer than all else here. */
export function keyOf(text: string): PDFName {
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const name = PDFName.of(text);
  KEYS.set(text, name);
  return name;
}

/** Returns the object of a key that is a dictionary, or undefined. */
export function dictAt(owner: PDFDict | undefined, key: string): PDFDict | undefined {
  const found = owner?.lookup(keyOf(key));
  return found instanceof PDFDict ? found : undefined;
}

/** Returns the object of a key that is an array, or undefined. */
export function arrayAt(owner: PDFDict | undefined, key: string): PDFArray | undefined {
  const found = owner?.lookup(keyOf(key));
  return found instanceof PDFArray ? found : undefined;
}

/** Returns the name of a key without its slash, or undefined. */
export function nameAt(owner: PDFDict | undefined, key: string): string | undefined {
  return asName(owner?.lookup(keyOf(key)));
}

/** Returns the number of a key, or undefined. */
export function numberAt(owner: PDFDict | undefined, key: string): number | undefined {
  const found = owner?.lookup(keyOf(key));
  return found instanceof PDFNumber ? found.asNumber() : undefined;
}

/** Returns the text string of a key, or undefined. */
export function textAt(owner: PDFDict | undefined, key: string): string | undefined {
  return asText(owner?.lookup(keyOf(key)));
}

/** Returns the reference of a key, or undefined where there is none or the object itself stands there. */
export function refAt(owner: PDFDict | undefined, key: string): PDFRef | undefined {
  const found = owner?.get(keyOf(key));
  return found instanceof PDFRef ? found : undefined;
}

/** Returns whether a key is true; a key that is not there is false. */
export function isTrue(owner: PDFDict | undefined, key: string): boolean {
  return String(owner?.lookup(keyOf(key))) === 'true';
}

/** Returns the text of a name without its slash, or undefined where it is none. */
export function asName(object: PDFObject | undefined): string | undefined {
  if (!(object instanceof PDFName)) return undefined;
  const known = TEXTS.get(object);
  if (known !== undefined) return known;
  const text = object.decodeText();
  TEXTS.set(object, text);
  return text;
}

/** Returns the text of a text string in either of its forms, or undefined where it is none. */
export function asText(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** Returns a text as the shortest text string: plain where it is ASCII, UTF-16 otherwise. */
export function textString(text: string): PDFString | PDFHexString {
  return /^[ !"#$%&'*-[\]-~]*$/.test(text) ? PDFString.of(text) : PDFHexString.fromText(text);
}

/** Returns the objects of a key: those of its array, or the one that stands there, or none. References are followed. */
export function itemsAt(owner: PDFDict | undefined, key: string): PDFObject[] {
  const found = owner?.lookup(keyOf(key));
  if (found === undefined) return [];
  if (!(found instanceof PDFArray)) return [found];
  return found.asArray().flatMap((one) => owner?.context.lookup(one) ?? []);
}

/** Returns the pages of a document in order, with their references. */
export function pagesOf(context: PDFContext): { ref: PDFRef; dict: PDFDict }[] {
  const seen = new Set<PDFRef>();
  const under = (ref: PDFRef | undefined): { ref: PDFRef; dict: PDFDict }[] => {
    const dict = context.lookup(ref);
    if (ref === undefined || !(dict instanceof PDFDict) || seen.has(ref)) return [];
    seen.add(ref);
    const kids = arrayAt(dict, 'Kids');
    if (kids === undefined) return [{ ref, dict }];
    return kids.asArray().flatMap((kid) => (kid instanceof PDFRef ? under(kid) : []));
  };
  return under(refAt(catalogOf(context), 'Pages'));
}

/** Returns the document's catalogue, or undefined. */
export function catalogOf(context: PDFContext): PDFDict | undefined {
  const root = context.lookup(context.trailerInfo.Root);
  return root instanceof PDFDict ? root : undefined;
}

/** Returns the bytes of a stream as a string of one character a byte, or an empty one where it is none. */
export function streamText(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return '';
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const plain = filter === undefined ? stream.contents : undefined;
  if (plain !== undefined) return Buffer.from(plain).toString('latin1');
  if (asName(filter) === 'FlateDecode' && !stream.dict.has(PDFName.of('DecodeParms')))
    return inflateSync(stream.contents).toString('latin1');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** Returns what a page paints, its streams joined. */
export function contentOf(page: PDFDict): string {
  return itemsAt(page, 'Contents').map(streamText).join('\n');
}

/** Returns the sheet of a page in points: left, bottom, right, top; A4 where it says none. */
export function mediaBox(page: PDFDict): readonly [number, number, number, number] {
  const [left, bottom, right, top] = itemsAt(page, 'MediaBox').map((one) =>
    one instanceof PDFNumber ? one.asNumber() : 0,
  );
  return [left ?? 0, bottom ?? 0, right ?? 595.28, top ?? 841.89];
}
