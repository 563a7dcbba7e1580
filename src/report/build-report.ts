import { allFiguresRead, createContext, type PaperContext } from '../papers/context.ts';
import { checkPapers } from '../check/index.ts';
import { matched, settle, settleRead } from '../check/settle.ts';
import type { Dataset, Paper, Theme } from '../model/dataset.ts';
import { hasErrors, hidesData, sortFindings, type Finding } from '../model/finding.ts';
import type { Sourced } from '../model/place.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { isTemplateName, TEMPLATES } from '../model/templates.ts';
import { checkedSection } from './checked.ts';
import { definitionRows } from './definitions.ts';
import { createFigureSet, type FigureSet } from './figures.ts';
import { findingsOnInputs, reportInputs } from './inputs.ts';
import { milestoneCounts } from './milestones.ts';
import { createNarrative, type Narrative } from './narrative.ts';
import { withChecked } from './page-evidence.ts';
import { pageFindings } from './page-findings.ts';
import { reportParts } from './parts.ts';
import { REPORT_SCHEMA, type CheckedSection, type Report } from './report.ts';
import { reportSections } from './sections.ts';
import { sinceLastMeeting } from './since.ts';

export interface ReportRequest {
  /** Id of the workstream. */
  readonly workstream: string;
  /** Id of its meeting. */
  readonly meeting: string;
  /** The date as of which to judge; the meeting's unless given. */
  readonly asOf?: PlainDate | undefined;
  /** The program's version. */
  readonly version: string;
  /** What reading the data repo found. */
  readonly findings: readonly Finding[];
}

export interface BuiltReport {
  /** Undefined where reading or checking found an error: nothing is published then. */
  readonly report: Report | undefined;
  /** What checking found, in order of place; what reading found is not repeated. */
  readonly findings: Finding[];
  /** What the rules saw. */
  readonly context: PaperContext;
  /** What was recomputed; undefined where a figure of the workstream could not be read, since then nothing is compared. */
  readonly checked: CheckedSection | undefined;
}

/** A reason that says no figure can be wrong about none. */
const HAS_FIGURE = /\d|\{\{/;

/**
 * Returns the report of one meeting, computed and checked. It prints why findings are accepted, and which are is known only
 * when they are found: where such a reason has figures, it is checked again with it among its texts. The same dataset and request give the same report. Throws
 * a RangeError where the dataset has no such workstream or meeting.
 */
export function buildReport(dataset: Dataset, request: ReportRequest): BuiltReport {
  const built = buildWith(dataset, request, []);
  const reasons = printedReasons(dataset, built).filter(({ value }) => HAS_FIGURE.test(value));
  return reasons.length === 0 ? built : buildWith(dataset, request, reasons);
}

function printedReasons(
  { programme }: Dataset,
  { report, findings, context }: BuiltReport,
): Sourced<string>[] {
  const found = { workstream: context.workstream.id, findings: report?.findings ?? findings };
  return matched(programme.checks.accepted, found).map(({ reason }) => reason);
}

function buildWith(
  dataset: Dataset,
  request: ReportRequest,
  reasons: readonly Sourced<string>[],
): BuiltReport {
  const context = contextOf(dataset, request, reasons);
  const { programme, workstream } = context;
  const settled = (found: readonly Finding[]) => settle(found, programme, workstream.id);
  const checked = allFiguresRead(context) ? checkedSection(context) : undefined;
  const read = findingsOnInputs(
    context,
    settleRead(request.findings, dataset).flatMap(({ findings }) => findings),
  );
  const findings = settled(checkPapers(context));
  // A page of data that is not all there would tell of gaps that it does not have.
  if (checked === undefined || [...read, ...findings].some(hidesData))
    return { report: undefined, findings, context, checked };
  const { report, onPage, filled } = assemble(context, {
    ...request,
    checked,
    before: [...read, ...findings],
    settled,
  });
  const all = sortFindings([...findings.map(filled), ...onPage]);
  const isRefused = hasErrors(request.findings) || hasErrors(report.findings);
  return { report: isRefused ? undefined : report, findings: all, context, checked };
}

/** Returns `report.json`: keys in a fixed order, two spaces, a final newline. */
export function serialiseReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function contextOf(
  dataset: Dataset,
  request: ReportRequest,
  reasons: readonly Sourced<string>[],
): PaperContext {
  const workstream = dataset.workstreams.find((one) => one.id === request.workstream);
  const meeting = workstream?.meetings.find((one) => one.id === request.meeting);
  if (!workstream || !meeting)
    throw new RangeError(`no meeting ${request.meeting} of a workstream ${request.workstream}`);
  return createContext(dataset, { workstream, meeting, asOf: request.asOf, read: request.findings, reasons });
}

interface Assembly {
  readonly version: string;
  readonly checked: CheckedSection;
  /** What was found before the page was made. */
  readonly before: readonly Finding[];
  readonly settled: (found: readonly Finding[]) => Finding[];
}

function assemble(
  context: PaperContext,
  { version, checked, before, settled }: Assembly,
): { report: Report; onPage: Finding[]; filled: (one: Finding) => Finding } {
  const { programme, workstream, meeting, previous, asOf } = context;
  const figures = createFigureSet(context);
  const narrative = createNarrative(figures);
  // What prints figures comes before `figures` and `definitions`, which hold what was asked for.
  const parts = reportParts(figures, narrative);
  const sections = reportSections(context, narrative, parts);
  const notes = footNotes(figures, narrative);
  const since = sinceLastMeeting(context);
  const filled = ({ accepted, ...one }: Finding): Finding => ({
    ...one,
    ...(accepted && { accepted: { ...accepted, reason: narrative.plain({ value: accepted.reason }) } }),
  });
  const onPage = settled(pageFindings(context, { parts, sections, figures: figures.all() })).map(filled);
  const findings = sortFindings([...before.map(filled), ...onPage]);
  const report: Report = {
    schema: REPORT_SCHEMA,
    generator: { name: 'cip-report', version },
    template: workstream.template,
    title: reportTitle(context),
    language: 'en-GB',
    organisation: programme.organisation,
    programme: programme.name,
    board: programme.board,
    ...(programme.boardShort !== undefined && { boardShort: programme.boardShort }),
    ...(programme.abbreviations && { abbreviations: programme.abbreviations }),
    workstream: { id: workstream.id, title: workstream.title },
    draft: meeting.paper.draft,
    meeting: { id: meeting.id, date: meeting.date, ...(previous && { previous: previous.id }) },
    asOf,
    ...header(meeting.paper),
    ...(since && { since }),
    sections: withChecked(context, sections, findings),
    theme: reportTheme(programme.theme),
    ...parts,
    figures: figures.all(),
    milestoneCounts: milestoneCounts(context),
    notes,
    definitions: definitionRows(figures),
    checked,
    findings,
    inputs: reportInputs(context),
  };
  return { report, onPage, filled };
}

/** Returns the theme without the place of the logo, whose file is among the inputs. */
function reportTheme({ logo, ...look }: Theme): Report['theme'] {
  if (logo === undefined) return look;
  const { mediaType, base64, width, height } = logo;
  return { ...look, logo: { mediaType, base64, width, height } };
}

/** Returns the report's own title, or what its template calls a report of the workstream. */
function reportTitle({ workstream, meeting: { paper } }: PaperContext): string {
  const { template, title } = workstream;
  const kind = isTemplateName(template) ? TEMPLATES[template].title : template;
  return paper.title ?? `${title} ${kind}`;
}

/** Who presents and who wrote the paper, and when for; each where the paper says so. */
function header({ reportBy, sponsor, lead, completedBy, period, nextPeriod }: Paper) {
  return {
    ...(reportBy !== undefined && { reportBy }),
    ...(sponsor !== undefined && { sponsor }),
    ...(lead !== undefined && { lead }),
    ...(completedBy !== undefined && { completedBy }),
    ...(period && { period }),
    ...(nextPeriod && { nextPeriod }),
  };
}

/** Returns the notes, each with the figures that carry its mark; those that the notes cite are among them. */
function footNotes(figures: FigureSet, narrative: Narrative): Report['notes'] {
  const notes = figures.context.meeting.paper.notes.map(({ mark, text }) => ({
    mark,
    markdown: narrative.markdown(text),
  }));
  return notes.map((note) => ({ ...note, figures: marked(figures, note.mark) }));
}

/** Ids of the report's figures that carry the mark. */
function marked(figures: FigureSet, mark: string): string[] {
  return Object.values(figures.all())
    .filter((figure) => figure.mark === mark)
    .map((figure) => figure.id);
}
