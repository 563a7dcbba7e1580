import { finding, type Finding } from '../model/finding.ts';
import { pagesOfLinks } from '../render/pdf/pages.ts';
import type { PublishFile } from '../render/publish-stage.ts';
import type { PagesById } from '../report/contents.ts';
import type { Page } from './pages.ts';
import type { Printing } from './printing.ts';

/** A report or a pack as files: HTML, PDF where it could be made, JSON, and Markdown where it was asked for. */
export interface Paper {
  readonly stem: string;
  readonly isPack: boolean;
  readonly files: readonly PublishFile[];
  /** Why there is no PDF although one was wanted. */
  readonly faults: readonly Finding[];
}

/** Returns a page's files. Without `printing` no PDF is made, and none is missed; none is printed after the last page. */
export async function printPaper(
  page: Page,
  printing: Printing | undefined,
  isLast: boolean,
): Promise<Paper> {
  const { stem, isPack, html, json, markdown } = page;
  const files = [
    textFile(`${stem}.html`, html),
    ...markdown.map(({ ending, text }) => textFile(`${stem}${ending}`, text)),
    textFile(`${stem}.json`, json),
  ];
  if (printing === undefined) return { stem, isPack, files, faults: [] };
  const pdf = await printPage(page, printing, isLast);
  if (!(pdf instanceof Uint8Array)) return { stem, isPack, files, faults: [pdf] };
  return { stem, isPack, files: files.toSpliced(1, 0, { name: `${stem}.pdf`, bytes: pdf }), faults: [] };
}

/** Prints a page; one with contents twice, since only the first print says on which pages things stand. */
async function printPage(page: Page, printing: Printing, isLast: boolean): Promise<Uint8Array | Finding> {
  const { html, identity, numbered } = page;
  const first = await printing.print(html, identity, isLast && numbered === undefined);
  if (!(first instanceof Uint8Array) || numbered === undefined) return first;
  const pages = pagesOfLinks(first);
  const second = await printing.print(await numbered(pages), identity, isLast);
  if (!(second instanceof Uint8Array) || areSame(pages, pagesOfLinks(second))) return second;
  return finding('E906', 'the page numbers in its contents moved what they number');
}

function areSame(a: PagesById, b: PagesById): boolean {
  return a.size > 0 && a.size === b.size && [...a].every(([id, page]) => b.get(id) === page);
}

function textFile(name: string, text: string): PublishFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
