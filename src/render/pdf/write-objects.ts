import { PDFNumber, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib';
import { keyOf } from './objects.ts';

/**
 * Returns the file that holds the objects, in the order of their numbers, as the library's own writer has it; that copies
 * byte by byte what is copied here at once.
 */
export function writeObjects(context: PDFContext): Uint8Array {
  const parts: Uint8Array[] = [];
  let text = `${context.header.toString()}\n\n`;
  let written = 0;
  const entries: [number, number][] = [];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    entries.push([objectNumber, written + text.length]);
    text += `${objectNumber} 0 obj\n`;
    if (object instanceof PDFRawStream) {
      const { dict, contents } = object;
      dict.set(keyOf('Length'), PDFNumber.of(contents.length));
      text += `${dict.toString()}\nstream\n`;
      parts.push(Buffer.from(text, 'latin1'), contents);
      written += text.length + contents.length;
      text = '\nendstream';
    } else text += object.toString();
    text += '\nendobj\n\n';
  }
  const place = written + text.length;
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = context.obj({ Size: context.largestObjectNumber + 1, Root, Info, ID });
  text += `${tableOf(entries)}\ntrailer\n${trailer.toString()}\n\nstartxref\n${place}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(text, 'latin1')]);
}

/** Returns the table of where objects begin: a section for each run of numbers, in which the first is of none. */
function tableOf(entries: readonly (readonly [number, number])[]): string {
  const sections: { first: number; lines: string[] }[] = [{ first: 0, lines: ['0000000000 65535 f \n'] }];
  for (const [number, place] of entries) {
    const last = sections.at(-1);
    const line = `${String(place).padStart(10, '0')} 00000 n \n`;
    if (last !== undefined && last.first + last.lines.length === number) last.lines.push(line);
    else sections.push({ first: number, lines: [line] });
  }
  return `xref\n${sections.map(({ first, lines }) => `${first} ${lines.length}\n${lines.join('')}`).join('')}`;
}
