import { ownerOf, settleRead, unusedAcceptances } from '../check/settle.ts';
import type { Dataset } from '../model/dataset.ts';
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
export function judge(dataset: Dataset, { papers: names, read, asOf, version }: JudgeRequest): Judged {
  const papers = names.map((one): JudgedPapers => ({
    ...one,
    ...buildReport(dataset, { ...one, asOf, version, findings: read }),
  }));
  const ofReading = settleRead(read, dataset);
  const found = [
    ...ofReading.map((one) => ({ ...one, papers: [] })),
    ...papers.flatMap(({ workstream, meeting, findings }) =>
      findings.map((one) => ({ ...one, papers: [{ workstream, meeting }] })),
    ),
  ];
  const isWhole = asOf === undefined && hasEveryLatest(dataset, names) && !found.some(isFault);
  const sources = [
    ...ofReading.map((one) => ({ workstream: ownerOf(one, dataset.workstreams), findings: [one] })),
    ...papers,
  ];
  const unused = isWhole ? unusedAcceptances(dataset.programme, sources) : [];
  return { papers, findings: merged([...found, ...unused.map((one) => ({ ...one, papers: [] }))]) };
}

/** Whether the latest papers of every workstream are among them: else what is not found may yet be there. */
function hasEveryLatest({ workstreams }: Dataset, names: readonly PapersName[]): boolean {
  return workstreams.every(({ id, meetings }) => {
    const latest = meetings.at(-1);
    return names.some(({ workstream, meeting }) => workstream === id && meeting === latest?.id);
  });
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
