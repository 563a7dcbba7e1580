import type { PdfIdentity } from './settle.ts';

/** What the sample says of itself. */
export const SAMPLE: PdfIdentity = { title: 'A sample', lang: 'en-GB', date: '2021-04-19' };

/** How many rows the table of the sample has below its headings, and how many glyphs each of its cells. */
const [ROWS, GLYPHS] = [30, 20];

/**
 * Returns a small PDF as the browser writes them, with every kind of thing that is mended: a background and a running
 * foot outside the tree, headings of a table that are painted anew on its second page, wrappers that say nothing, items
 * of lists without a body, spans of one cell, a link without words, and a picture without its place.
 */
export function samplePdf({ title, lang }: Omit<PdfIdentity, 'date'> = SAMPLE): Uint8Array {
  const pages = [2, 3];
  const first = [
    mark(0, text(20, 'a')),
    mark(1, text(40, 'b')),
    mark(2, text(60, 'ab')),
    mark(3, 'q 1 0 0 1 9 70 cm 0 0 5 5 re f Q'),
    mark(4, text(80, 'a')),
    mark(5, text(80, 'b')),
    mark(6, text(100, '1')),
  ];
  const rows = Array.from({ length: ROWS }, (_, row) =>
    mark(7 + row, text(120 + 10 * row, 'ab'.repeat(GLYPHS))),
  );
  const half = ROWS / 2;
  const headings = (mcid: number): string => mark(mcid, text(110, 'b'));
  const body = [
    ...first,
    headings(7 + ROWS),
    ...rows.slice(0, half),
    '\nq 0 .5 100.25 1 re W n 0 0 100 100 re f Q',
  ];
  const contents = [body, [headings(0), ...rows.slice(half)]].map(
    (parts) => `.24 0 0 -.24 0 842 cm\n1 1 1 rg\n0 0 2479 3508 re\nf\n${parts.join('')}\n${FOOT}`,
  );
  const cell = (row: number): string => {
    const place = row < half ? '/Pg 2 0 R /K ' : '/Pg 3 0 R /K ';
    return `<</Type /StructElem /S /TD ${place}${7 + row} /A [<</O /Table /Headers [(h)]>> <</O /Table /RowSpan 1>>]>>`;
  };
  const element = (type: string, kids: string, more = ''): string =>
    `<</Type /StructElem /S /${type} /Pg 2 0 R /K ${kids} ${more}>>`;
  const table = ROWS_AT + ROWS;
  const objects = [
    `<</Title (${title}) /Creator (Chromium) /Producer (Skia/PDF) /CreationDate (${NOW}) /ModDate (${NOW})>>`,
    ...pages.map(
      (_, index) =>
        `<</Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents ${5 + index} 0 R /StructParents ${index} ` +
        `/Resources <</Font <</F1 7 0 R>>>>${index === 0 ? ' /Annots [11 0 R]' : ''}>>`,
    ),
    `<</Type /Pages /Count 2 /Kids [2 0 R 3 0 R]>>`,
    ...contents.map(stream),
    '<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 10 0 R>>',
    '<</Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor 9 0 R /DW 500 /W [1 [500 480] 3 4 510]>>',
    '<</Type /FontDescriptor /FontName /A /FontFile2 6 0 R>>',
    stream(
      '2 beginbfchar\n<0001> <0061>\n<0002> <0062>\nendbfchar\n1 beginbfrange\n<0003> <0004> <0030>\nendbfrange',
    ),
    '<</Type /Annot /Subtype /Link /Rect [9 9 20 20] /Dest /top /StructParent 100000>>',
    `<</Type /Catalog /Pages 4 0 R /Lang (${lang}) /MarkInfo <</Type /MarkInfo /Marked true>> /StructTreeRoot 13 0 R ` +
      '/Dests <</top [2 0 R /XYZ 0 800 0]>> /Outlines 27 0 R>>',
    '<</Type /StructTreeRoot /K 14 0 R /ParentTree 29 0 R /ParentTreeNextKey 2>>',
    `<</Type /StructElem /S /Document /P 13 0 R /K [15 0 R 17 0 R 18 0 R 20 0 R 23 0 R ${table} 0 R]>>`,
    element('NonStruct', '16 0 R'),
    element('H1', '0'),
    element('NonStruct', '1'),
    element('P', '[19 0 R]'),
    element('Strong', '2'),
    element('L', '21 0 R'),
    element('LI', '[22 0 R 5]'),
    element('Lbl', '4'),
    element('P', '[24 0 R 25 0 R]'),
    element('Figure', '3', '/Alt (A square)'),
    element('Link', '[6 <</Type /OBJR /Obj 11 0 R>>]'),
    `<</Type /StructElem /S /TR /K <</Type /StructElem /S /TH /ID (h) /Pg 2 0 R /K [${7 + ROWS} <</Type /MCR /Pg 3 0 R /MCID 0>>] /A <</O /Table /Scope /Column>>>>>>`,
    '<</Type /Outlines /First 28 0 R /Last 28 0 R /Count 1>>',
    '<</Title (aa) /Parent 27 0 R /Dest [2 0 R /XYZ 0 800 0] /SE 16 0 R>>',
    '<</Type /ParentTree /Nums [0 [16 0 R] 1 [26 0 R] 100000 25 0 R]>>',
    ...rows.map((_, row) => `<</Type /StructElem /S /TR /K ${cell(row)}>>`),
    `<</Type /StructElem /S /Table /K [26 0 R ${rows.map((_, row) => `${ROWS_AT + row} 0 R`).join(' ')}]>>`,
  ];
  return fileOf(objects);
}

const NOW = "D:20260101000000+00'00'";
const ROWS_AT = 30;
const FOOT = '/Artifact <</Type /Pagination>>BDC\nBT /F1 9 Tf 1 0 0 -1 9 3450 Tm <0003> Tj ET\nEMC\n';
const CODES: ReadonlyMap<string, string> = new Map([
  ['a', '0001'],
  ['b', '0002'],
  ['1', '0004'],
]);

/** Each glyph is shown by itself, as the browser does. */
function text(y: number, letters: string): string {
  const glyphs = Array.from(letters, (letter) => `<${CODES.get(letter) ?? ''}> Tj`).join('\n7.25 0 Td ');
  return `BT\n/F1 16 Tf\n1 0 0 -1 40 ${y} Tm\n${glyphs}\nET`;
}

function mark(mcid: number, content: string): string {
  return `\n/P <</MCID ${mcid} >>BDC\n${content}\nEMC`;
}

function stream(content: string): string {
  return `<</Length ${content.length}>> stream\n${content}\nendstream`;
}

function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const starts: number[] = [];
  for (const [index, object] of objects.entries()) {
    starts.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}\n` +
      `/Root 12 0 R\n/Info 1 0 R>>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}
