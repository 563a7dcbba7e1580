import { finding, type Finding } from '../model/finding.ts';
import { controlCharacterName, controlCharactersIn } from './control-characters.ts';
import { quoted } from './grammar/reading.ts';
import { SourceText } from './source-text.ts';

export type Encoding = 'utf-8' | 'windows-1252';

export interface Decoded {
  /** The text, also where it is faulty, so that its lines can be shown; absent for what is no text at all. */
  readonly source?: SourceText;
  /** Whether the text may be read on. */
  readonly sound: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Returns the text of a file's bytes: strictly UTF-8, without a byte order mark, every line break as `\n`. Bytes that
 * are not UTF-8 give an error at the first bad one; with `windows-1252` such a file, and no other, is read as that,
 * since one data repo may hold files of both kinds.
 */
export function decode(file: string, bytes: Uint8Array, wanted: Encoding): Decoded {
  const foreign = foreignFormat(file, bytes);
  if (foreign) return { sound: false, findings: [foreign] };
  const encoding = wanted === 'windows-1252' && firstBadByte(bytes) === undefined ? 'utf-8' : wanted;
  const source = new SourceText(file, sameLineBreaks(decodeLoosely(bytes, encoding)));
  const faults = encoding === 'utf-8' ? invalidUtf8(source, bytes) : [];
  const findings = faults.length > 0 ? faults : [...webPage(source), ...controlCharacters(source)];
  return { source, sound: findings.length === 0, findings };
}

/** Decodes with U+FFFD for each bad byte, and takes off the byte order mark at the start. */
function decodeLoosely(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === 'utf-8' ? new TextDecoder('utf-8').decode(bytes) : decodeWindows1252(bytes);
}

/** Bytes 80 to 9F of Windows-1252; Node's own decoder reads them as Latin-1 control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

function sameLineBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function foreignFormat(file: string, bytes: Uint8Array): Finding | undefined {
  const at = { file, line: 1, column: 1, length: 1 };
  const startsWith = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0xd0, 0xcf, 0x11, 0xe0))
    return finding('E007', 'this is a workbook or another archive, and not text', {
      at,
      why: 'its first bytes are those of an Excel or zip file, whatever the name says',
      help: 'open it in the spreadsheet program and save the sheet as "CSV UTF-8"',
    });
  if (startsWith(0x25, 0x50, 0x44, 0x46))
    return finding('E007', 'this is a PDF, and not text', { at, help: 'type the figures into a CSV file' });
  const utf16 = utf16Sign(bytes);
  if (utf16 === undefined) return undefined;
  return finding('E007', 'this is UTF-16 text, and only UTF-8 is read', {
    at,
    why: utf16,
    help: 'save it as UTF-8: in Excel choose "CSV UTF-8", and not "Unicode Text"',
  });
}

/** Text of Latin letters in UTF-16 has a NUL for every other byte, with or without a byte order mark. */
function utf16Sign(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return 'it starts with the byte order mark of UTF-16';
  const sample = bytes.subarray(0, 200);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const most = Math.max(...nuls);
  return most >= 2 && most * 2 >= sample.length * 0.8 ? 'every other byte is a NUL' : undefined;
}

function invalidUtf8(source: SourceText, bytes: Uint8Array): Finding[] {
  const offset = firstBadByte(bytes);
  if (offset === undefined) return [];
  const before = sameLineBreaks(decodeLoosely(bytes.subarray(0, offset), 'utf-8'));
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const looksLike = decodeWindows1252(bytes.subarray(offset, offset + 1));
  return [
    finding('E006', `the byte 0x${byte} is not valid UTF-8`, {
      at: source.place(before.length),
      why: `in Windows-1252, which Excel uses for plain "CSV", it would be ${quoted(looksLike)}`,
    }),
  ];
}

/** Returns the offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7). */
function firstBadByte(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const next = (offset: number, from = 0x80, to = 0xbf) => {
    const byte = bytes[at + offset];
    return byte !== undefined && byte >= from && byte <= to;
  };
  if (first >= 0xc2 && first <= 0xdf) return next(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const [from, to] = first === 0xe0 ? [0xa0, 0xbf] : first === 0xed ? [0x80, 0x9f] : [0x80, 0xbf];
    return next(1, from, to) && next(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const [from, to] = first === 0xf0 ? [0x90, 0xbf] : first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
    return next(1, from, to) && next(2) && next(3) ? 4 : 0;
  }
  return 0;
}

function webPage(source: SourceText): Finding[] {
  if (
    !source.file.endsWith('.csv') ||
    !/^\s*<(?:!doctype|html|\?xml|table|head|body|meta)\b/i.test(source.text)
  )
    return [];
  return [
    finding('E007', 'this is a web page, and not CSV', {
      at: source.place(source.text.search(/\S/)),
      why: 'some systems save a web page under the name of a CSV file, and Excel opens it without a word',
      help: 'open it in the spreadsheet program and save the sheet as "CSV UTF-8"',
    }),
  ];
}

function controlCharacters(source: SourceText): Finding[] {
  const found = controlCharactersIn(source.text);
  const first = found[0];
  if (!first) return [];
  return [
    finding('E008', `there is a control character, ${controlCharacterName(first.code)}`, {
      at: source.place(first.offset),
      why: found.length > 1 ? `the file holds ${found.length} control characters in all` : undefined,
      related: found.slice(1, 4).map((one) => source.place(one.offset)),
    }),
  ];
}
