import { abbreviationsIn, glossaryOf, type AbbreviationView } from './abbreviations.ts';
import { contentsLine, withPage, type ContentsLine, type PagesById } from './contents.ts';
import { isTemplateName, type TemplateName } from '../model/templates.ts';
import { formatList } from './format.ts';
import { packSummary, type PackSummary } from './pack-summary.ts';
import type { Pack } from './pack.ts';
import type { Report } from './report.ts';
import { textWithin } from './text-width.ts';
import { isCommittee, logoView, type FactView, type LogoView } from './view-head.ts';
import { dateText } from './view-text.ts';
import { reportView, RUNNING, type ReportView } from './view.ts';

/** What the page of a pack shows before the reports: texts, nothing left to compute. */
export interface PackView {
  /** For the `lang` of the page: `en-GB`. */
  readonly language: string;
  /** The document's title. */
  readonly title: string;
  /** One sentence for search engines and lists of papers. */
  readonly description: string;
  /** The council: `Luton Council`. */
  readonly organisation: string;
  /** The programme: `Children's Improvement Programme`. */
  readonly programme: string;
  /** `Board pack`. */
  readonly kind: string;
  /** Whether the pack is a draft, and says so. */
  readonly draft: boolean;
  /** What the head and the foot of each printed page say. */
  readonly running: ReportView['running'];
  /** The council's logo; nothing where the theme has none. */
  readonly logo: LogoView | null;
  /** The facts under the title: the board and its meetings. */
  readonly facts: readonly FactView[];
  /** A line for the summary and for each report. */
  readonly contents: readonly ContentsEntry[];
  /** Where every workstream stands. */
  readonly summary: PackSummary;
  /** Every report, printed by its own template. */
  readonly reports: readonly PackReport[];
  /** What the abbreviations of the pack and its reports stand for; the last page lists them. */
  readonly abbreviations: readonly AbbreviationView[];
}

/** A line of the contents; `page` is empty where it is not known: on a screen, and before the first print. */
export interface ContentsEntry {
  /** The link to it: `#workforce--report`. */
  readonly href: string;
  /** The title: `Workforce highlight report`. */
  readonly text: string;
  /** What it belongs to: the workstream, and the meeting where reports are for several. */
  readonly detail: string;
  /** The printed page that it starts on: `7`; empty where that is not known. */
  readonly page: string;
  /** The sections of the report; none for the summary. */
  readonly sections: readonly ContentsLine[];
}

/** A report inside the pack. */
export interface PackReport {
  /** What its ids begin with: `workforce--`. */
  readonly prefix: string;
  /** What the contents lead to: `workforce--report`. */
  readonly id: string;
  /** Of the printed pages: named, since each report has a running head of its own. */
  readonly sheet: string;
  /** The template that prints it: `highlight-report`. */
  readonly template: TemplateName;
  /** The report's title: `Workforce highlight report`. */
  readonly label: string;
  /** What the head and the foot of each of its printed pages say. */
  readonly running: ReportView['running'];
  /** The view of the report, for its own template. */
  readonly view: ReportView;
}

const SUMMARY_ID = 'programme-summary';
const ABBREVIATIONS_ID = 'abbreviations';

/** Returns the view with the numbers of its contents, as far as they are known. */
export function withPages(view: PackView, pages: PagesById): PackView {
  const contents = view.contents.map((one) => ({
    ...withPage(one, pages),
    sections: one.sections.map((section) => withPage(section, pages)),
  }));
  return { ...view, contents };
}

/** Returns the view of a pack and of the reports in it; `viewOf` gives a report's own view where it is made already. */
export function packView(
  pack: Pack,
  reports: readonly Report[],
  viewOf: (report: Report) => ReportView = viewOfReport,
): PackView {
  const inside = reports.map((report) => packReport(pack, report, viewOf(report)));
  const dates = formatList(pack.meetings.map(dateText));
  const title = `${pack.programme}: ${pack.title.toLowerCase()}, ${dateText(pack.date)}`;
  const titles = formatList(pack.workstreams.map((one) => one.title));
  const summary = packSummary(pack, SUMMARY_ID, (workstream) => `#${prefixOf(workstream)}report`);
  const abbreviations = abbreviationsIn([summary, inside], glossaryOf(pack));
  return {
    language: pack.language,
    title: pack.draft ? `${title} (draft)` : title,
    description: `${pack.organisation}: reports on ${titles} to the ${pack.board} of ${dates}.`,
    organisation: pack.organisation,
    programme: pack.programme,
    kind: pack.title,
    draft: pack.draft,
    running: runningTexts(pack, inside, reports),
    logo: logoView(pack),
    facts: [
      {
        term: isCommittee(pack.board) ? 'Committee' : 'Board',
        value: pack.boardShort === undefined ? pack.board : `${pack.board} (${pack.boardShort})`,
        columns: '6',
      },
      { term: pack.meetings.length === 1 ? 'Meeting date' : 'Meeting dates', value: dates, columns: '6' },
    ],
    contents: [
      { href: `#${SUMMARY_ID}`, text: 'Programme summary', detail: '', page: '', sections: [] },
      ...inside.map((one, index) => contentsEntry(pack, one, index)),
      ...(abbreviations.length === 0
        ? []
        : [{ href: `#${ABBREVIATIONS_ID}`, text: 'Abbreviations', detail: '', page: '', sections: [] }]),
    ],
    summary,
    reports: inside,
    abbreviations,
  };
}

function prefixOf(workstream: string): string {
  // An id has no two dashes in a row, so that no prefix is the beginning of another report's ids.
  return `${workstream}--`;
}

function viewOfReport(report: Report): ReportView {
  return reportView(report, templateOf(report));
}

function templateOf({ template }: Report): TemplateName {
  if (!isTemplateName(template)) throw new RangeError(`no template ${template}`);
  return template;
}

function packReport(pack: Pack, report: Report, view: ReportView): PackReport {
  const prefix = prefixOf(report.workstream.id);
  return {
    prefix,
    id: `${prefix}report`,
    sheet: `sheet-${report.workstream.id}`,
    template: templateOf(report),
    label: report.title,
    running: {
      ...view.running,
      title: textWithin(`${pack.programme}: ${report.title}`, RUNNING.size, RUNNING.width),
    },
    view: { ...view, appendix: { ...view.appendix, abbreviations: [] } },
  };
}

function contentsEntry(pack: Pack, { prefix, id, view }: PackReport, index: number): ContentsEntry {
  const workstream = pack.workstreams[index];
  const date = workstream && pack.meetings.length > 1 ? dateText(workstream.meeting.date) : '';
  const draft = workstream?.draft === true ? 'draft' : '';
  const named = view.heading.startsWith(view.workstream) ? '' : view.workstream;
  return {
    href: `#${id}`,
    text: view.heading,
    detail: [named, date, draft].filter((one) => one !== '').join(', '),
    page: '',
    sections: view.body.map((section) => contentsLine(section, prefix)),
  };
}

/** Returns what the cover and the summary say above and below; the foot is that of the latest meeting's reports. */
function runningTexts(
  pack: Pack,
  inside: readonly PackReport[],
  reports: readonly Report[],
): ReportView['running'] {
  const latest = reports.findIndex((one) => one.meeting.date === pack.date);
  return {
    title: textWithin(`${pack.programme}: ${pack.title.toLowerCase()}`, RUNNING.size, RUNNING.width),
    draft: pack.draft ? 'Draft' : '',
    meeting: inside[latest]?.view.running.meeting ?? '',
  };
}
