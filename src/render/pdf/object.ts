import { unescaped } from './literal.ts';

/** One object of a PDF, with where it begins in the file. */
export interface PdfObject {
  readonly start: number;
  readonly text: string;
}

/**
 * Returns the object to which `/key n 0 R` of the trailer refers, or undefined. Only for files as Chrome writes
 * them: one plain cross-reference table, and objects that are not packed into streams.
 */
export function pdfObject(file: string, trailer: string, key: string): PdfObject | undefined {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(trailer)?.[1];
  if (number === undefined) return undefined;
  const begin = new RegExp(`(?<=[\\r\\n])${number} 0 obj\\s`).exec(file);
  if (!begin) return undefined;
  const start = begin.index;
  const end = file.indexOf('endobj', start);
  return end < 0 ? undefined : { start, text: file.slice(start, end) };
}

/** Returns the text string under a key of an object, in either of the two forms that PDF has, or undefined. */
export function pdfText(object: PdfObject, key: string): string | undefined {
  const hex = new RegExp(`/${key} <([0-9A-Fa-f]*)>`).exec(object.text)?.[1];
  if (hex !== undefined) return decoded(Buffer.from(hex, 'hex'));
  const literal = new RegExp(`/${key} \\(((?:[^\\\\()]|\\\\[\\s\\S])*)\\)`).exec(object.text)?.[1];
  return literal === undefined ? undefined : decoded(Buffer.from(unescaped(literal), 'latin1'));
}

// PDFDocEncoding is taken as Latin-1: Chrome uses it for ASCII alone and writes UTF-16 for the rest.
function decoded(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}
