import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, sortFindings, type Finding } from '../model/finding.ts';
import { renderHtml } from '../render/html.ts';
import { templateName, viewOf } from '../render/html-templates.ts';
import type { OwnTemplates } from '../render/own-templates.ts';
import { renderPack } from '../render/pack-html.ts';
import { pagesOfLinks } from '../render/pdf-pages.ts';
import type { PdfIdentity } from '../render/pdf.ts';
import type { PublishFile, SetAside } from '../render/publish-stage.ts';
import { TemplateError } from '../render/template-error.ts';
import { serialiseReport } from '../report/build-report.ts';
import { packView, type PagesById } from '../report/pack-view.ts';
import { buildPack, packStem, reportStem, serialisePack } from '../report/pack.ts';
import type { Report } from '../report/report.ts';
import type { Printing } from './printing.ts';

/** A paper that is ready to be printed. */
export interface Page {
  /** `workforce-2021-04-19`. */
  readonly stem: string;
  /** For people: `workforce 2021-04-19`. */
  readonly name: string;
  readonly isPack: boolean;
  readonly html: string;
  readonly json: string;
  readonly identity: PdfIdentity;
  /** Gives the page with the numbers of its contents, where it has contents: they are known once it was printed. */
  readonly numbered?: (pages: PagesById) => Promise<string>;
}

/** A report or a pack as files: HTML, PDF where it could be made, JSON. */
export interface Paper {
  readonly stem: string;
  readonly isPack: boolean;
  readonly files: readonly PublishFile[];
  /** Why there is no PDF although one was wanted. */
  readonly faults: readonly Finding[];
}

/**
 * Returns the pages of packs and of reports, packs first. Throws one TemplateError for all of them where a template does
 * not fit: each place is said once.
 */
export async function renderPages(
  reports: readonly Report[],
  packs: readonly (readonly Report[])[],
  own: OwnTemplates | undefined,
  onStep: (step: string) => void,
): Promise<Page[]> {
  const pages: Page[] = [];
  const faults: Finding[] = [];
  const makers = [
    ...packs.map((members) => () => packPage(members, own)),
    ...reports.map((report) => () => reportPage(report, own)),
  ];
  for (const [index, make] of makers.entries()) {
    onStep(`page ${index + 1} of ${makers.length}`);
    try {
      pages.push(await make());
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      faults.push(...error.findings);
    }
  }
  if (faults.length > 0) throw new TemplateError(sortFindings(faults));
  return pages;
}

async function reportPage(report: Report, own: OwnTemplates | undefined): Promise<Page> {
  const { title } = viewOf(report, templateName(report.template));
  return {
    stem: reportStem(report),
    name: `${report.workstream.id} ${report.meeting.date}`,
    isPack: false,
    html: await renderHtml(report, own),
    json: serialiseReport(report),
    identity: { title, lang: report.language, date: report.meeting.date },
  };
}

async function packPage(reports: readonly Report[], own: OwnTemplates | undefined): Promise<Page> {
  const pack = buildPack(reports);
  const { title } = packView(pack, reports);
  return {
    stem: packStem(pack),
    name: `pack ${pack.date}`,
    isPack: true,
    html: await renderPack(pack, reports, { own }),
    json: serialisePack(pack),
    identity: { title, lang: pack.language, date: pack.date },
    numbered: (pages) => renderPack(pack, reports, { pages, own }),
  };
}

/** Returns a page's files. Without `printing` no PDF is made, and none is missed. */
export async function printPaper(page: Page, printing: Printing | undefined): Promise<Paper> {
  const { stem, isPack, html, json } = page;
  const files = [textFile(`${stem}.html`, html), textFile(`${stem}.json`, json)];
  if (printing === undefined) return { stem, isPack, files, faults: [] };
  const pdf = await printPage(page, printing);
  if (!(pdf instanceof Uint8Array)) return { stem, isPack, files, faults: [pdf] };
  return { stem, isPack, files: files.toSpliced(1, 0, { name: `${stem}.pdf`, bytes: pdf }), faults: [] };
}

/** Prints a page; one with contents twice, since only the first print says on which pages things stand. */
async function printPage(page: Page, printing: Printing): Promise<Uint8Array | Finding> {
  const { html, identity, numbered } = page;
  const first = await printing.print(html, identity);
  if (!(first instanceof Uint8Array) || numbered === undefined) return first;
  const pages = pagesOfLinks(first);
  const second = await printing.print(await numbered(pages), identity);
  if (!(second instanceof Uint8Array) || areSame(pages, pagesOfLinks(second))) return second;
  return finding('E906', 'the page numbers in the contents of the pack moved what they number');
}

function areSame(a: PagesById, b: PagesById): boolean {
  return a.size > 0 && a.size === b.size && [...a].every(([id, page]) => b.get(id) === page);
}

function textFile(name: string, text: string): PublishFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** What becomes of PDFs of an earlier build that this one has no PDF to replace with. */
export interface Outdated {
  readonly setAside: readonly SetAside[];
  /** Says where each went; true once the exchange was made. */
  readonly findings: readonly Finding[];
}

/**
 * Returns which PDFs of an earlier build would stand beside newer HTML and JSON, and are to go on under another name:
 * they are not of one build. A PDF of the same data is left alone.
 */
export function outdatedPdfs(outDir: string, papers: readonly Paper[]): Outdated {
  const setAside = papers.flatMap(({ stem, files }) => {
    const name = `${stem}.pdf`;
    if (files.some((file) => file.name === name) || !existsSync(join(outDir, name))) return [];
    const json = files.find((file) => file.name === `${stem}.json`);
    return json && sameContent(join(outDir, json.name), json.bytes)
      ? []
      : [{ name, as: `${stem}.earlier.pdf` }];
  });
  const findings = setAside.map(({ name, as }) =>
    finding(
      'W910',
      `${name} is of an earlier build and does not show this data: it is now ${join(outDir, as)}`,
    ),
  );
  return { setAside, findings };
}

function sameContent(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0;
}
