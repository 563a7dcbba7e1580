import {
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { readToken, startOfContent, type Cursor } from './content-lexer.ts';
import { numberIn } from './content-operations.ts';
import { keyOf } from './objects.ts';

/**
 * Returns the objects of a PDF. Only for files as Chrome writes them, for which `settlePdf` stands: one plain
 * cross-reference table, by which each object is found, and objects that are not packed into streams. Throws where it is
 * another. The library's own reader tries every byte for what could stand there, and takes five times as long.
 */
export function readObjects(bytes: Uint8Array): PDFContext {
  const reader = new Reader(bytes);
  return reader.document();
}

/** Whole numbers below this are the same object wherever they stand. */
const SHARED = 4096;

class Reader {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #cursor: Cursor = startOfContent();
  readonly #context = PDFContext.create();
  readonly #names = new Map<string, PDFName>();
  readonly #numbers: PDFNumber[] = [];
  readonly #refs: PDFRef[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }

  document(): PDFContext {
    for (const [number, place] of this.#places())
      this.#context.assign(this.#ref(number), this.#object(place));
    const trailer = this.#valueAt(this.#text.lastIndexOf('trailer') + 'trailer'.length);
    if (!(trailer instanceof PDFDict)) throw new Error('the trailer is no dictionary');
    for (const key of ['Root', 'Info', 'ID'] as const) {
      const value = trailer.get(keyOf(key));
      if (value !== undefined) this.#context.trailerInfo[key] = value;
    }
    return this.#context;
  }

  /** Returns where each object begins, by number, as the table says: entries of twenty bytes each. */
  #places(): [number, number][] {
    const text = this.#text;
    const places: [number, number][] = [];
    const section = /\s*(\d+) (\d+) *(?:\r\n|\n|\r)/y;
    section.lastIndex = Number(/startxref\s+(\d+)/.exec(text.slice(-64))?.[1]) + 'xref'.length;
    for (let found = section.exec(text); found !== null; found = section.exec(text)) {
      const [first, count] = [Number(found[1]), Number(found[2])];
      const start = section.lastIndex;
      for (let index = 0; index < count; index += 1) {
        const entry = start + 20 * index;
        if (text[entry + 17] === 'n') places.push([first + index, numberIn(text, entry, entry + 10)]);
      }
      section.lastIndex = start + 20 * count;
    }
    return places;
  }

  /** Returns the object that begins with its number at a place. */
  #object(place: number): PDFObject {
    this.#cursor.at = place;
    for (const expected of ['number', 'number', 'word'])
      if (this.#next() < place || this.#cursor.kind !== expected)
        throw new Error(`no object begins at byte ${place}`);
    const object = this.#value(this.#next());
    const end = this.#next();
    if (object instanceof PDFDict && this.#isWord(end, 'stream')) return this.#stream(object);
    if (!this.#isWord(end, 'endobj')) throw new Error(`the object at byte ${place} does not end`);
    return object;
  }

  #stream(dict: PDFDict): PDFObject {
    const length = dict.lookup(keyOf('Length'));
    if (!(length instanceof PDFNumber)) throw new Error('a stream does not say its length');
    const line = this.#cursor.at;
    const start = line + (this.#text[line] === '\r' ? 2 : 1);
    this.#cursor.at = start + length.asNumber();
    if (!this.#isWord(this.#next(), 'endstream'))
      throw new Error(`a stream at byte ${line} has another length`);
    return PDFRawStream.of(dict, this.#bytes.subarray(start, start + length.asNumber()));
  }

  #valueAt(place: number): PDFObject {
    this.#cursor.at = place;
    return this.#value(this.#next());
  }

  /** Moves over white space, comments and one token; returns where that begins. */
  #next(): number {
    const cursor = this.#cursor;
    for (let from = cursor.at; readToken(this.#text, cursor); from = cursor.at)
      if (cursor.kind !== 'space' && cursor.kind !== 'comment') return from;
    throw new Error('the file ends within an object');
  }

  /** Returns whether the token that begins at a place closes what is open; throws where it closes something else. */
  #closes(from: number, expected: ']' | '>>'): boolean {
    if (this.#cursor.kind !== 'close') return false;
    if (!this.#isWord(from, expected)) throw new Error(`${expected} is missing at byte ${from}`);
    return true;
  }

  #isWord(from: number, word: string): boolean {
    return this.#cursor.at - from === word.length && this.#text.startsWith(word, from);
  }

  /** Returns the object whose first token begins at a place and was read last. */
  #value(from: number): PDFObject {
    const { kind, at } = this.#cursor;
    if (kind === 'name') return this.#name(this.#text.slice(from + 1, at));
    if (kind === 'number') return this.#number(from, at);
    if (kind === 'string') return PDFString.of(this.#text.slice(from + 1, at - 1));
    if (kind === 'hex') return PDFHexString.of(this.#text.slice(from + 1, at - 1));
    if (kind === 'open') return at - from === 2 ? this.#dict() : this.#array();
    return this.#word(from);
  }

  #word(from: number): PDFObject {
    if (this.#isWord(from, 'true')) return PDFBool.True;
    if (this.#isWord(from, 'false')) return PDFBool.False;
    if (this.#isWord(from, 'null')) return PDFNull;
    throw new Error(`no object can begin at byte ${from}`);
  }

  #dict(): PDFDict {
    const entries = new Map<PDFName, PDFObject>();
    for (let from = this.#next(); !this.#closes(from, '>>'); from = this.#next()) {
      if (this.#cursor.kind !== 'name') throw new Error(`a key is missing at byte ${from}`);
      const key = this.#name(this.#text.slice(from + 1, this.#cursor.at));
      entries.set(key, this.#value(this.#next()));
    }
    return PDFDict.fromMapWithContext(entries, this.#context);
  }

  #array(): PDFArray {
    const array = PDFArray.withContext(this.#context);
    for (let from = this.#next(); !this.#closes(from, ']'); from = this.#next())
      array.push(this.#value(from));
    return array;
  }

  #name(written: string): PDFName {
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    // The library knows escapes in capital letters alone.
    const name = PDFName.of(written.replace(/#[0-9A-Fa-f]{2}/g, (escape) => escape.toUpperCase()));
    this.#names.set(written, name);
    return name;
  }

  #number(from: number, to: number): PDFObject {
    const value = numberIn(this.#text, from, to);
    if (this.#text.startsWith(' 0 R', to)) {
      this.#cursor.at += 4;
      return this.#ref(value);
    }
    if (!Number.isInteger(value) || value < 0 || value >= SHARED) return PDFNumber.of(value);
    return (this.#numbers[value] ??= PDFNumber.of(value));
  }

  #ref(number: number): PDFRef {
    return (this.#refs[number] ??= PDFRef.of(number));
  }
}
