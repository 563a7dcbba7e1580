import type { Acceptance } from '../model/checks.ts';
import type { Dataset, Programme } from '../model/dataset.ts';
import { finding, isFault, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import { nearest } from '../model/suggest.ts';
import { isAccepted, isAmbiguous, isSubject } from './acceptance.ts';

/**
 * Returns the findings on a workstream's papers as the configuration wants them: with its severities in place of the
 * default ones, and those that are accepted marked with reason and role. What is an error by default stays one, and is never
 * accepted; a warning that the configuration takes for an error can be. What another finding tells is left out while that
 * one is not accepted: who accepts a new name must hear what the table then lacks.
 */
export function settle(
  findings: readonly Finding[],
  { checks }: Pick<Programme, 'checks'>,
  workstream: string | undefined,
): Finding[] {
  const severities = new Map(checks.severities.map(({ code, severity }) => [code, severity]));
  const settled = findings.map((one) => {
    const severity = severities.get(one.code) ?? one.severity;
    const accepted = checks.accepted.find(
      (entry) => isAccepted(one, entry, workstream) && !isAmbiguous(entry, findings, workstream),
    );
    return {
      ...one,
      severity,
      ...(accepted && { accepted: { reason: accepted.reason.value, by: accepted.by } }),
    };
  });
  return withoutTold(settled);
}

function withoutTold(findings: readonly Finding[]): Finding[] {
  const nameOf = ({ code, about }: Pick<Finding, 'code' | 'about'>) => JSON.stringify([code, about]);
  const open = new Set(findings.filter(({ accepted }) => accepted === undefined).map(nameOf));
  return findings.flatMap(({ toldBy, ...one }) => (toldBy && open.has(nameOf(toldBy)) ? [] : [one]));
}

/** Findings, and in whose papers they are. */
export interface FoundIn {
  /** Undefined for what belongs to no workstream: the configuration, the benchmarks. */
  readonly workstream: string | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Returns what reading found as the configuration wants it, by the workstream in whose folder it is. Such a finding is about
 * its file, unless it names something better.
 */
export function settleRead(
  findings: readonly Finding[],
  { programme, workstreams }: Pick<Dataset, 'programme' | 'workstreams'>,
): FoundIn[] {
  const named = findings.map((one) =>
    one.at === undefined || isFault(one) ? one : { about: one.at.file, ...one },
  );
  return [undefined, ...workstreams.map(({ id }) => id)].map((workstream) => ({
    workstream,
    findings: settle(
      named.filter((one) => ownerOf(one, workstreams) === workstream),
      programme,
      workstream,
    ),
  }));
}

function ownerOf({ at }: Finding, workstreams: Dataset['workstreams']): string | undefined {
  return workstreams.find(({ id }) => at?.file.startsWith(`${id}/`))?.id;
}

/** What is found of an acceptance, and in whose papers it is to be told; in everybody's where that is undefined. */
export interface FoundOfAcceptance {
  readonly workstream: string | undefined;
  readonly finding: Finding;
}

/** Returns the acceptances that none of the findings matches. */
export function unmatched(entries: readonly Acceptance[], found: readonly FoundIn[]): Acceptance[] {
  return entries.filter((entry) =>
    found.every(({ workstream, findings }) => !findings.some((one) => isAccepted(one, entry, workstream))),
  );
}

/** Returns the acceptances that are of some of the findings, as their papers print them. */
export function matched(
  entries: readonly Acceptance[],
  { workstream, findings }: FoundIn,
): readonly Acceptance[] {
  return entries.filter(
    (entry) =>
      !isAmbiguous(entry, findings, workstream) && findings.some((one) => isAccepted(one, entry, workstream)),
  );
}

/** Returns W090 for each of these acceptances, settled like any other: none of the findings matches it. */
export function unusedAcceptances(
  entries: readonly Acceptance[],
  programme: Pick<Programme, 'checks'>,
  found: readonly FoundIn[],
): FoundOfAcceptance[] {
  return onAcceptances(
    entries.map((entry) => ({ entry, finding: unusedFinding(entry, found) })),
    programme,
  );
}

/** Returns W091 for each of these acceptances that is of several findings in the same papers. */
export function ambiguousAcceptances(
  entries: readonly Acceptance[],
  programme: Pick<Programme, 'checks'>,
  found: readonly FoundIn[],
): FoundOfAcceptance[] {
  const ambiguous = entries.flatMap((entry) => {
    const papers = found.find(({ workstream, findings }) => isAmbiguous(entry, findings, workstream));
    if (papers === undefined) return [];
    const { code, of, says } = entry;
    const fits = papers.findings.filter((one) => isAccepted(one, entry, papers.workstream));
    return {
      entry,
      finding: finding('W091', `${fits.length} findings ${code} of ${of} say "${says.value.trim()}"`, {
        at: says.at,
        about: of,
        why: fits.map(({ message }) => message).join('\n'),
      }),
    };
  });
  return onAcceptances(ambiguous, programme);
}

function onAcceptances(
  some: readonly { readonly entry: Acceptance; readonly finding: Finding }[],
  programme: Pick<Programme, 'checks'>,
): FoundOfAcceptance[] {
  return some.flatMap(({ entry: { workstream }, finding }) =>
    settle([finding], programme, undefined).map((one) => ({ workstream, finding: one })),
  );
}

/** The most findings whose words are given for others. */
const QUOTED = 3;

function unusedFinding(entry: Acceptance, found: readonly FoundIn[]): Finding {
  const { code, of, says, workstream, at } = entry;
  const where = workstream === undefined ? '' : ` in the papers of ${workstream}`;
  const others = found.flatMap((one) =>
    one.findings.filter((some) => isSubject(some, entry, one.workstream)).map(({ message }) => message),
  );
  if (others.length > 0) {
    const said = [...new Set(others)].slice(0, QUOTED).map((one) => `"${one}"`);
    return finding(
      'W090',
      `no ${code} of ${of}${where} says "${says.value.trim()}": it says ${formatList(said, 'or')}`,
      {
        at: says.at,
        about: of,
        help: 'if it may stay as it is now, give its words with the value under `says`; if not, remove the entry under `accepted` in cip-report.yaml',
      },
    );
  }
  const meant = likelyMeant(entry, found);
  return finding('W090', `no ${code} is found of ${of}${where}`, {
    at,
    about: of,
    help:
      meant === undefined
        ? undefined
        : `did you mean ${meant}? If not, remove the entry under \`accepted\` in cip-report.yaml`,
  });
}

/** Of what the code is found, but for a slip of the pen: another period's figure or another risk is no slip. */
function likelyMeant({ code, of, workstream }: Acceptance, found: readonly FoundIn[]): string | undefined {
  const subjects = found
    .filter((one) => workstream === undefined || one.workstream === workstream)
    .flatMap(({ findings }) => findings)
    .flatMap((one) => (one.code === code && one.about !== undefined ? [one.about] : []));
  return nearest(
    of,
    subjects.filter((one) => digitsOf(one) === digitsOf(of)),
  );
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
