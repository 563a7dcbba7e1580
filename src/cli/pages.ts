import { sortFindings, type Finding } from '../model/finding.ts';
import { renderHtml } from '../render/html.ts';
import { templateName, viewOf } from '../render/html-templates.ts';
import type { OwnTemplates } from '../render/own-templates.ts';
import { renderPack } from '../render/pack-html.ts';
import type { PdfIdentity } from '../render/pdf/settle.ts';
import { TemplateError } from '../render/template-error.ts';
import { serialiseReport } from '../report/build-report.ts';
import { packView, type PagesById } from '../report/pack-view.ts';
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
  readonly identity: PdfIdentity;
  /** Gives the page with the numbers of its contents, where it has contents: they are known once it was printed. */
  readonly numbered?: (pages: PagesById) => Promise<string>;
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
  const views: Views = memoised((report) => viewOf(report, templateName(report.template)));
  const faults: Finding[] = [];
  const makers = [
    ...packs.map((members) => () => packPage(members, views, own)),
    ...reports.map((report) => () => reportPage(report, views, own)),
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

async function reportPage(report: Report, views: Views, own: OwnTemplates | undefined): Promise<Page> {
  const view = views(report);
  return {
    stem: reportStem(report),
    name: `${report.workstream.id} ${report.meeting.date}`,
    isPack: false,
    html: await renderHtml(report, own, view),
    json: serialiseReport(report),
    identity: { title: view.title, lang: report.language, date: report.meeting.date },
  };
}

async function packPage(
  reports: readonly Report[],
  views: Views,
  own: OwnTemplates | undefined,
): Promise<Page> {
  const pack = buildPack(reports);
  const view = packView(pack, reports, views);
  return {
    stem: packStem(pack),
    name: `pack ${pack.date}`,
    isPack: true,
    html: await renderPack(pack, view, { own }),
    json: serialisePack(pack),
    identity: { title: view.title, lang: pack.language, date: pack.date },
    numbered: (pages) => renderPack(pack, view, { pages, own }),
  };
}
