import type { TemplateName } from '../model/templates.ts';
import type { Report } from './report.ts';
import { dateRange, dateText, periodInFull } from './view-text.ts';

/** A fact at the head of the page; `columns` of the page's twelve is its width. */
export interface FactView {
  /** What the fact is: `Sponsor`. */
  readonly term: string;
  /** The fact itself: `Service Director (programme sponsor)`. */
  readonly value: string;
  /** How wide it is, in twelfths of the page: `6`. */
  readonly columns: string;
}

/** The organisation's mark, inside the page; sizes are those of the box it is drawn in, in CSS pixels. */
export interface LogoView {
  /** The picture itself, as a `data:` address. */
  readonly source: string;
  /** What is read out in its place: the council's name. */
  readonly alt: string;
  /** In pixels: `176`. */
  readonly width: string;
  /** In pixels: `48`. */
  readonly height: string;
}

type Fact = readonly [term: string, value: string | undefined, columns: number];

/** Returns what stands under the title: facts that the report has, in rows of twelve columns. */
export function factViews(report: Report, template: TemplateName): FactView[] {
  const facts = template === 'highlight-report' ? highlightFacts(report) : committeeFacts(report);
  return facts.flatMap(([term, value, columns]) =>
    value === undefined ? [] : [{ term, value, columns: `${columns}` }],
  );
}

function highlightFacts(report: Report): Fact[] {
  return [
    ['Board', `${boardText(report)}, ${dateText(report.meeting.date)}`, 6],
    ['Period', spanText(report.period), 4],
    ['Data to', latestPeriod(report), 2],
    ['Sponsor', report.sponsor, 3],
    ['Lead', report.lead, 3],
    ['Completed by', report.completedBy, 3],
    ['Pillar', report.workstream.title, 3],
    ['Report by', report.reportBy, 3],
  ];
}

function committeeFacts(report: Report): Fact[] {
  const body = isCommittee(report.board) ? 'Committee' : 'Board';
  return [
    [body, boardText(report), 6],
    ['Meeting date', dateText(report.meeting.date), 3],
    ['Workstream', report.workstream.title, 3],
    ['Report by', report.reportBy, 6],
    ['Data to', latestPeriod(report), 3],
    ['Sponsor', report.sponsor, 3],
    ['Lead', report.lead, 3],
    ['Completed by', report.completedBy, 3],
    ['Period', spanText(report.period), 4],
  ];
}

/** Returns whether the body that a paper goes to calls itself a committee. */
export function isCommittee(board: string): boolean {
  return /\bcommittee\b/i.test(board);
}

function boardText({ board, boardShort }: Report): string {
  return boardShort === undefined ? board : `${board} (${boardShort})`;
}

function latestPeriod({ workforce }: Report): string | undefined {
  const latest = workforce.periods.at(-1);
  return latest && periodInFull(latest);
}

function spanText(span: Report['period']): string | undefined {
  return span && dateRange(span.from, span.to);
}

/** Width and height of the box that a logo is fitted into, in CSS pixels. */
const LOGO_BOX = { width: 176, height: 48 } as const;

/** Returns the logo as a picture inside the page, no larger than its box, or null where there is none. */
export function logoView({ theme, organisation }: Pick<Report, 'theme' | 'organisation'>): LogoView | null {
  const { logo } = theme;
  if (logo === undefined) return null;
  const scale = Math.min(1, LOGO_BOX.width / logo.width, LOGO_BOX.height / logo.height);
  return {
    source: `data:${logo.mediaType};base64,${logo.base64}`,
    alt: organisation,
    width: `${Math.max(1, Math.round(logo.width * scale))}`,
    height: `${Math.max(1, Math.round(logo.height * scale))}`,
  };
}
