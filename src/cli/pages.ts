import { sortFindings, type Finding } from '../model/finding.ts';
import { renderHtml } from '../render/html.ts';
import { templateName, viewOf } from '../render/html-templates.ts';
import type { OwnTemplates } from '../render/own-templates.ts';
import { renderPack } from '../render/pack-html.ts';
import type { MarkdownExtent } from '../render/report-markdown/report.ts';
import type { PdfIdentity } from '../render/pdf/settle.ts';
import { TemplateError } from '../render/template-error.ts';
import { serialiseReport } from '../report/build-report.ts';
import { withContentsPages, type PagesById } from '../report/contents.ts';
import { packView } from '../report/pack-view.ts';
import { buildPack, packStem, reportStem, serialisePack } from '../report/pack.ts';
import type { Report } from '../report/report.ts';
import type { ReportView } from '../report/view.ts';

/** A paper that is ready to be printed. */
export interface Page {
  /** `workforce-2021-04-19`. */
  readonly stem: string;
  /** For people: `workforce 2021-04-19`. */
  readonly name: string;
  readonly isPack: boolean;
  readonly html: string;
  readonly json: string;
  /** The same as Markdown, as far as it was asked for. */
  readonly markdown: readonly MarkdownFile[];
  readonly identity: PdfIdentity;
  /** Gives the page with the numbers of its contents, where it has contents: they are known once it was printed. */
  readonly numbered?: (pages: PagesById) => Promise<string>;
}

/** A paper or its first page as Markdown, and how its file's name ends: `.md`, `.summary.md`. */
export interface MarkdownFile {
  readonly ending: MarkdownEnding;
  readonly text: string;
}

export type MarkdownEnding = (typeof MARKDOWN_ENDINGS)[MarkdownExtent];

/** How the names of Markdown files end, by how much of a paper they hold. */
export const MARKDOWN_ENDINGS = { whole: '.md', summary: '.summary.md' } as const satisfies Record<
  MarkdownExtent,
  string
>;

/** How papers are made. */
export interface PageChoice {
  readonly own: OwnTemplates | undefined;
  /** What is written as Markdown too; empty for nothing. */
  readonly markdown: readonly MarkdownExtent[];
}

/**
 * Returns the pages of packs and of reports, packs first. Throws one TemplateError for all of them where a template does
 * not fit: each place is said once.
 */
export async function renderPages(
  reports: readonly Report[],
  packs: readonly (readonly Report[])[],
  choice: PageChoice,
  onStep: (step: string) => void,
): Promise<Page[]> {
  const pages: Page[] = [];
  const views: Views = memoised((report) => viewOf(report, templateName(report.template)));
  const faults: Finding[] = [];
  const makers = [
    ...packs.map((members) => () => packPage(members, views, choice)),
    ...reports.map((report) => () => reportPage(report, views, choice)),
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

/** The view of each report, made once, for its own page and for its pack's. */
type Views = (report: Report) => ReportView;

function memoised(make: Views): Views {
  const made = new Map<Report, ReportView>();
  return (report) => {
    const view = made.get(report) ?? make(report);
    made.set(report, view);
    return view;
  };
}

async function reportPage(report: Report, views: Views, { own, markdown }: PageChoice): Promise<Page> {
  const view = views(report);
  return {
    stem: reportStem(report),
    name: `${report.workstream.id} ${report.meeting.date}`,
    isPack: false,
    html: await renderHtml(report, own, view),
    json: serialiseReport(report),
    markdown: await markdownFiles(markdown, async (extent) => {
      const { reportMarkdown } = await import('../render/report-markdown/report.ts');
      return reportMarkdown(view, templateName(report.template), extent);
    }),
    identity: { title: view.title, lang: report.language, date: report.meeting.date },
    ...(view.contents?.long && {
      numbered: (pages) => renderHtml(report, own, withContentsPages(view, pages)),
    }),
  };
}

async function packPage(
  reports: readonly Report[],
  views: Views,
  { own, markdown }: PageChoice,
): Promise<Page> {
  const pack = buildPack(reports);
  const view = packView(pack, reports, views);
  return {
    stem: packStem(pack),
    name: `pack ${pack.date}`,
    isPack: true,
    html: await renderPack(pack, view, { own }),
    json: serialisePack(pack),
    markdown: await markdownFiles(markdown, async (extent) => {
      const { packMarkdown } = await import('../render/report-markdown/pack.ts');
      return packMarkdown(view, extent);
    }),
    identity: { title: view.title, lang: pack.language, date: pack.date },
    numbered: (pages) => renderPack(pack, view, { pages, own }),
  };
}

async function markdownFiles(
  extents: readonly MarkdownExtent[],
  write: (extent: MarkdownExtent) => Promise<string>,
): Promise<MarkdownFile[]> {
  return Promise.all(
    extents.map(async (extent) => ({ ending: MARKDOWN_ENDINGS[extent], text: await write(extent) })),
  );
}
