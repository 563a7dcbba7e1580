import { finding, type Finding } from '../../model/finding.ts';
import { withoutControls } from '../controls.ts';
import { pdfObject, pdfText, type PdfObject } from './object.ts';

/** What a PDF must say of itself. */
export interface PdfIdentity {
  readonly title: string;
  /** `en-GB`. */
  readonly lang: string;
  /** `2021-04-19` or `2021-04-19T12:30:00Z`; see `dateFromEpoch`. */
  readonly date: string;
}

/** Returns `SOURCE_DATE_EPOCH` (seconds since 1970) as a date for `PdfIdentity`, or undefined where it is none. */
export function dateFromEpoch(seconds: string): string | undefined {
  if (!/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * Returns the browser's PDF with the given date in place of the clock's, every other byte as it was; or a finding
 * where it is not a whole PDF, or where title, language or tags are not what the page said.
 */
export function settlePdf(bytes: Uint8Array, identity: PdfIdentity): Uint8Array | Finding {
  const date = pdfDate(identity.date);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts = partsOf(text);
  if (typeof parts === 'string') return faulty(parts);
  const problem = identityProblem(parts, identity);
  if (problem !== undefined) return faulty(problem);
  const settled = Uint8Array.from(bytes);
  for (const key of ['CreationDate', 'ModDate']) {
    const value = new RegExp(`/${key} \\((D:\\d{14}[+-]\\d\\d'\\d\\d')\\)`, 'g');
    const [found, ...more] = [...parts.info.text.matchAll(value)];
    const written = found?.[1];
    if (found === undefined || written === undefined || more.length > 0)
      return faulty(`/${key} is not there once`);
    if (written.length !== date.length) return faulty(`/${key} has another form: ${written}`);
    settled.set(Buffer.from(date, 'latin1'), parts.info.start + found.index + `/${key} (`.length);
  }
  return settled;
}

/** Returns how many pages a PDF of the browser has. */
export function pageCount(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Returns whether a PDF holds at least one embedded font, without which its text is not on the page. */
export function hasFonts(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/FontDescriptor');
}

interface Parts {
  readonly info: PdfObject;
  readonly root: PdfObject;
}

function partsOf(text: string): Parts | string {
  if (!text.startsWith('%PDF-1.')) return 'it does not begin as a PDF does';
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  if (!end || !text.startsWith('xref', Number(end[1]))) return 'its end is missing';
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const info = pdfObject(text, trailer, 'Info');
  const root = pdfObject(text, trailer, 'Root');
  if (!info || !root) return 'its information or its catalogue is missing';
  return { info, root };
}

function identityProblem({ info, root }: Parts, identity: PdfIdentity): string | undefined {
  const title = pdfText(info, 'Title');
  if (title === undefined || asTitle(title) !== asTitle(identity.title))
    return `its title is ${quoted(title)}, not ${quoted(identity.title)}`;
  const lang = pdfText(root, 'Lang');
  if (lang !== identity.lang) return `its language is ${quoted(lang)}, not ${quoted(identity.lang)}`;
  if (!/\/Marked true/.test(root.text) || !/\/StructTreeRoot /.test(root.text)) return 'it is not tagged';
  return undefined;
}

// As a browser reads `<title>` on a page that has lost its controls: runs of white space are one space.
function asTitle(text: string): string {
  return withoutControls(text)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
}

function pdfDate(date: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)Z)?$/.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = match;
  return `D:${year}${month}${day}${hour}${minute}${second}+00'00'`;
}

function quoted(text: string | undefined): string {
  return text === undefined ? 'missing' : `"${text}"`;
}

function faulty(problem: string): Finding {
  return finding('E906', `the PDF that the browser wrote cannot be used: ${problem}`);
}
