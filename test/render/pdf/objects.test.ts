import { PDFDict, PDFName, PDFNumber, PDFParser, PDFRawStream, PDFString, PDFWriter } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readObjects } from '../../../src/render/pdf/read-objects.ts';
import { samplePdf } from '../../../src/render/pdf/sample.ts';
import { writeObjects } from '../../../src/render/pdf/write-objects.ts';

/** Returns a file of these objects, numbered from 1, as the browser writes it; the first is the catalogue. */
function fileOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const entries = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const place = text.length;
  text += `xref\n0 ${entries.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  text += `trailer\n<</Size ${entries.length + 1}\n/Root 1 0 R>>\nstartxref\n${place}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const CATALOG = '<</Type /Catalog>>';

/** Returns how the objects of a file read when they are written by the library. */
async function byLibrary(bytes: Uint8Array): Promise<string> {
  const context = await PDFParser.forBytesWithOptions(bytes, Infinity).parseDocument();
  return Buffer.from(await PDFWriter.forContext(context, Infinity).serializeToBuffer()).toString('latin1');
}

function again(bytes: Uint8Array): string {
  const context = readObjects(bytes);
  const [, version = ''] = /^%PDF-1\.(\d)/.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return Buffer.from(writeObjects(context))
    .toString('latin1')
    .replace(/^%PDF-1\.\d/, `%PDF-1.${version}`);
}

describe('objects of a PDF', () => {
  it.each([
    ['the sample', samplePdf()],
    ['numbers', fileOf([CATALOG, '[0 -1 .5 -.25 4095 4096 1.50 16777216 .0000001 123456789012345 -0]'])],
    ['names', fileOf([CATALOG, '[/A /A#20B /a#2Fb /#c3#A9 / /A.b-c*d]'])],
    ['strings', fileOf([CATALOG, String.raw`[() (a(b)c) (\)\\\() (\101) <> <fEfF0041> <41 42>]`])],
    ['words', fileOf([CATALOG, '[true false null]', 'null', 'true', '42', '/Name'])],
    ['nested objects', fileOf([CATALOG, '<</A [<</B [1 0 R [2 0 R 7]]>> <<>> []] /C<</D/E>>/F(g)>>'])],
    ['comments and room', fileOf([CATALOG, ' % not this >>\n<< /A % nor ] this\r\n 1\t/B\f2 >> '])],
    ['streams', fileOf([CATALOG, '<</Length 9>> stream\nendstream\nendstream', '<</Length 3 0 R>>'])],
    [
      'a stream whose length is told elsewhere',
      fileOf([CATALOG, '2', '<</Length 2 0 R>> stream\r\nab\nendstream']),
    ],
  ])('are read and written as the library does: %s', async (_what, bytes) => {
    expect(again(bytes)).toBe(await byLibrary(bytes));
  });

  it('are in sections of the table where numbers are missing', async () => {
    const bytes = fileOf([CATALOG, '1', '2', '3', '4']);
    const context = readObjects(bytes);
    for (const [ref] of context.enumerateIndirectObjects())
      if (ref.objectNumber === 2 || ref.objectNumber === 4) context.delete(ref);
    const written = writeObjects(context);
    expect(Buffer.from(written).toString('latin1')).toMatch(
      /xref\n0 2\n.{19}\n.{19}\n3 1\n.{19}\n5 1\n.{19}\n\ntrailer/,
    );
    expect(readObjects(written).enumerateIndirectObjects()).toHaveLength(3);
    expect(Buffer.from(written).toString('latin1')).toBe(await byLibrary(written));
  });

  it('say how long their streams are once they are written', () => {
    const context = readObjects(fileOf([CATALOG]));
    const ref = context.register(PDFRawStream.of(PDFDict.withContext(context), Buffer.from('abc')));
    const stream = readObjects(writeObjects(context)).lookup(ref);
    expect(
      stream instanceof PDFRawStream && stream.dict.lookup(PDFName.of('Length'), PDFNumber).asNumber(),
    ).toBe(3);
  });

  it('share no string, and keep the bytes of one', () => {
    const [, text] = readObjects(fileOf([CATALOG, '(\xe9\\\n)'])).enumerateIndirectObjects();
    expect(text?.[1] instanceof PDFString && text[1].asString()).toBe('\xe9\\\n');
  });

  it.each([
    ['a wrong bracket', '[1 >>', /\] is missing/],
    ['a bracket too many', '[1]]', /does not end/],
    ['a key that is none', '<<1 2>>', /a key is missing/],
    ['a word that is no object', '[obj]', /no object can begin/],
    ['an object in two', '1 2', /does not end/],
    ['a list without end', '[1 2', /no object can begin/],
    ['a stream of another length', '<</Length 2>> stream\nabc\nendstream', /another length/],
    ['a stream without a length', '<<>> stream\nabc\nendstream', /does not say its length/],
  ])('are refused: %s', (_what, object, why) => {
    expect(() => readObjects(fileOf([CATALOG, object]))).toThrow(why);
  });

  it('are refused where the table is wrong, or the file ends', () => {
    const text = Buffer.from(fileOf([CATALOG, '[1 2]'])).toString('latin1');
    expect(() => readObjects(Buffer.from(text.replace('0000000009', '0000000010'), 'latin1'))).toThrow(
      'no object begins',
    );
    const cut = text.slice(0, text.indexOf('>>\nstartxref')) + text.slice(text.indexOf('\nstartxref'));
    expect(() => readObjects(Buffer.from(cut, 'latin1'))).toThrow();
  });
});
