import {
  ambiguousAcceptances,
  settleRead,
  unmatched,
  unusedAcceptances,
  type FoundIn,
  type FoundOfAcceptance,
} from '../check/settle.ts';
import type { Acceptance } from '../model/checks.ts';
import type { Dataset, Workstream } from '../model/dataset.ts';
import { findingKey, isFault, sortFindings, type Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { buildReport, type BuiltReport } from './build-report.ts';

/** One meeting's papers, by its workstream's id and its own. */
export interface PapersName {
  readonly workstream: string;
  readonly meeting: string;
}

export interface JudgeRequest {
  readonly papers: readonly PapersName[];
  /** What reading the data repo found. */
  readonly read: readonly Finding[];
  /** The date as of which to judge; each meeting's own unless given. */
  readonly asOf?: PlainDate | undefined;
  /** The program's version. */
  readonly version: string;
}

export interface JudgedPapers extends PapersName, BuiltReport {}

/** A finding, and in which papers it was found; in none where reading the data repo found it. */
export interface FoundFinding extends Finding {
  readonly papers: readonly PapersName[];
}

/** What a data repo comes to: its reports, and everything that was found. */
export interface Judged {
  readonly papers: readonly JudgedPapers[];
  /** Of reading, of all papers and of the acceptances, in order of place, each once. */
  readonly findings: readonly FoundFinding[];
}

/** Makes the reports of papers and says what was found: the one way in which `build` and `check` come to findings. */
export function judge(dataset: Dataset, request: JudgeRequest): Judged {
  const ofReading = settleRead(request.read, dataset);
  const made = reportsOf(dataset, request, []);
  const onAcceptances = findingsOnAcceptances(dataset, request, [...ofReading, ...made]);
  // What is found of an acceptance is known when all reports are made, and belongs into them too.
  const papers = onAcceptances.length === 0 ? made : reportsOf(dataset, request, onAcceptances);
  const found = [
    ...[...ofReading.flatMap(({ findings }) => findings), ...onAcceptances.map(({ finding }) => finding)].map(
      (one) => ({ ...one, papers: [] }),
    ),
    ...papers.flatMap(({ workstream, meeting, findings }) =>
      findings.map((one) => ({ ...one, papers: [{ workstream, meeting }] })),
    ),
  ];
  return { papers, findings: merged(found) };
}

function reportsOf(
  dataset: Dataset,
  { papers, read, asOf, version }: JudgeRequest,
  onAcceptances: readonly FoundOfAcceptance[],
): JudgedPapers[] {
  return papers.map((one) => {
    const told = onAcceptances.filter(({ workstream = one.workstream }) => workstream === one.workstream);
    const findings = [...read, ...told.map(({ finding }) => finding)];
    return { ...one, ...buildReport(dataset, { ...one, asOf, version, findings }) };
  });
}

/** Returns W091 for each acceptance that fits several findings, and W090 for each that is of use nowhere. */
function findingsOnAcceptances(
  dataset: Dataset,
  request: JudgeRequest,
  found: readonly FoundIn[],
): FoundOfAcceptance[] {
  const { programme } = dataset;
  const ambiguous = ambiguousAcceptances(programme.checks.accepted, programme, found);
  const isWhole = request.asOf === undefined && !found.some(({ findings }) => findings.some(isFault));
  return isWhole ? [...ambiguous, ...unusedIn(dataset, request, found)] : ambiguous;
}

/**
 * Returns W090 for each acceptance that is of use nowhere. What is accepted for one meeting is no longer found in the next
 * one's papers, and is still wanted for its own: earlier papers are made where, and as far back as, that is in doubt.
 */
function unusedIn(
  dataset: Dataset,
  { papers, read, version }: JudgeRequest,
  found: readonly FoundIn[],
): FoundOfAcceptance[] {
  const { programme, workstreams } = dataset;
  const judged = workstreams.filter((one) => hasLatest(one, papers)).map(({ id }) => id);
  const isJudged = ({ workstream }: Acceptance) =>
    workstream === undefined ? judged.length === workstreams.length : judged.includes(workstream);
  let entries = unmatched(programme.checks.accepted, found).filter(isJudged);
  for (const one of otherPapers(dataset, papers)) {
    if (!entries.some(({ workstream = one.workstream }) => workstream === one.workstream)) continue;
    const { findings } = buildReport(dataset, { ...one, version, findings: read });
    // What a fault hides may be what is accepted.
    if (findings.some(isFault)) return [];
    entries = unmatched(entries, [{ workstream: one.workstream, findings }]);
  }
  return unusedAcceptances(entries, programme, found);
}

/** The papers that are not among these, newest first. */
function otherPapers({ workstreams }: Dataset, papers: readonly PapersName[]): PapersName[] {
  return workstreams.flatMap(({ id: workstream, meetings }) =>
    meetings
      .map(({ id: meeting }) => ({ workstream, meeting }))
      .filter((one) => !papers.some((name) => name.workstream === workstream && name.meeting === one.meeting))
      .reverse(),
  );
}

/** Whether the latest papers of a workstream are among them: else what is not found may yet be there. */
function hasLatest({ id, meetings }: Workstream, names: readonly PapersName[]): boolean {
  const latest = meetings.at(-1);
  return names.some(({ workstream, meeting }) => workstream === id && meeting === latest?.id);
}

/** What several papers have in common is one finding. It is accepted where it is accepted in each of them. */
function merged(found: readonly FoundFinding[]): FoundFinding[] {
  const groups = [...groupBy(found, findingKey).values()];
  const each = groups.flatMap((some) => {
    const first = some.find((one) => one.accepted === undefined) ?? some[0];
    return first ? { ...first, papers: some.flatMap((one) => one.papers) } : [];
  });
  return sortFindings(each);
}
