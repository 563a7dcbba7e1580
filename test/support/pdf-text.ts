import { inflateSync } from 'node:zlib';

export interface Bookmark {
  readonly title: string;
  /** Counted from 1. */
  readonly page: number;
}

/** Returns the bodies of the PDF's objects by number; the program writes no compressed object streams. */
function objectsOf(pdf: string): Map<string, string> {
  return new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
}

function referenceIn(body: string, key: string): string | undefined {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];
}

function pagesOf(objects: ReadonlyMap<string, string>, id: string): string[] {
  const body = objects.get(id) ?? '';
  if (!/\/Type \/Pages\b/.test(body)) return [id];
  const kids = /\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => pagesOf(objects, kid));
}

function textOf(body: string): string {
  const hex = /\/Title <FEFF([0-9A-F]*)>/i.exec(body)?.[1];
  if (hex !== undefined) return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return (/\/Title \(((?:\\.|[^\\)])*)\)/.exec(body)?.[1] ?? '').replace(/\\(.)/g, '$1');
}

/** Returns the PDF's bookmarks in the order of the page: its headings. */
export function bookmarksOf(pdf: string): Bookmark[] {
  const objects = objectsOf(pdf);
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
  const pages = pagesOf(objects, referenceIn(catalog, 'Pages') ?? '');
  const under = (parent: string): Bookmark[] => {
    const found: Bookmark[] = [];
    let id = referenceIn(objects.get(parent) ?? '', 'First');
    while (id !== undefined) {
      const body = objects.get(id) ?? '';
      const page = /\/Dest \[ ?(\d+) 0 R/.exec(body)?.[1] ?? '';
      found.push({ title: textOf(body), page: pages.indexOf(page) + 1 }, ...under(id));
      id = referenceIn(body, 'Next');
    }
    return found;
  };
  return under(referenceIn(catalog, 'Outlines') ?? '');
}

/** Returns the text of a page, counted from 1, a line of the sheet a line, without white space. Only for PDFs as Chrome writes them. */
export function linesOf(bytes: Buffer, page: number): string[] {
  const pdf = bytes.toString('latin1');
  const objects = objectsOf(pdf);
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
  const body = objects.get(pagesOf(objects, referenceIn(catalog, 'Pages') ?? '')[page - 1] ?? '') ?? '';
  const content = streamOf(objects.get(referenceIn(body, 'Contents') ?? '') ?? '');
  const fonts = new Map(
    [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      lettersOf(streamOf(objects.get(referenceIn(objects.get(id) ?? '', 'ToUnicode') ?? '') ?? '')),
    ]),
  );
  const lines: { at: string; text: string }[] = [];
  for (const [, block = ''] of content.matchAll(/\nBT\n([\s\S]*?)\nET/g)) {
    const letters = fonts.get(/^\/(F\d+) /.exec(block)?.[1] ?? '');
    const glyphs = [...block.matchAll(/<([0-9A-F]+)> Tj/g)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/g) ?? [],
    );
    const text = glyphs
      .map((glyph) => letters?.get(glyph) ?? '')
      .join('')
      .replace(/\s/g, '');
    const at = / (\S+) Tm/.exec(block)?.[1] ?? '';
    const last = lines.at(-1);
    if (last?.at === at) last.text += text;
    else lines.push({ at, text });
  }
  return lines.map((line) => line.text);
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1')).toString(
    'latin1',
  );
}

/** Returns what each glyph of a font stands for. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(glyph, text(hex));
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (
        let glyph = parseInt(from, 16), point = parseInt(hex, 16);
        glyph <= parseInt(to, 16);
        glyph += 1, point += 1
      )
        letters.set(glyph.toString(16).toUpperCase().padStart(4, '0'), String.fromCharCode(point));
  return letters;
}
