import type { Acceptance } from '../model/checks.ts';
import type { Dataset, Programme } from '../model/dataset.ts';
import { finding, isFault, type Finding } from '../model/finding.ts';
import { nearest } from '../model/suggest.ts';

/**
 * Returns the findings on a workstream's papers as the configuration wants them: with its severities in place of the
 * default ones, and those that are accepted marked with reason and role. What is an error by default stays one, and is never
 * accepted; a warning that the configuration takes for an error can be.
 */
export function settle(
  findings: readonly Finding[],
  { checks }: Pick<Programme, 'checks'>,
  workstream: string | undefined,
): Finding[] {
  const severities = new Map(checks.severities.map(({ code, severity }) => [code, severity]));
  return findings.map((one) => {
    const severity = severities.get(one.code) ?? one.severity;
    const accepted = checks.accepted.find((entry) => isAccepted(one, entry, workstream));
    return {
      ...one,
      severity,
      ...(accepted && { accepted: { reason: accepted.reason.value, by: accepted.by } }),
    };
  });
}

/**
 * Returns what reading found as the configuration wants it. Such a finding is about its file, unless it names something
 * better, and belongs to the workstream in whose folder that is.
 */
export function settleRead(
  findings: readonly Finding[],
  { programme, workstreams }: Pick<Dataset, 'programme' | 'workstreams'>,
): Finding[] {
  return findings.flatMap((one) => {
    const named = one.at === undefined || isFault(one) ? one : { about: one.at.file, ...one };
    return settle([named], programme, ownerOf(one, workstreams));
  });
}

/** Returns the id of the workstream in whose folder a finding is. */
export function ownerOf({ at }: Finding, workstreams: Dataset['workstreams']): string | undefined {
  return workstreams.find(({ id }) => at?.file.startsWith(`${id}/`))?.id;
}

/** Findings, and in whose papers they are. */
interface FoundIn {
  /** Undefined for what belongs to no workstream: the configuration, the benchmarks. */
  readonly workstream: string | undefined;
  readonly findings: readonly Finding[];
}

/** Returns the acceptances that none of the findings matches. */
export function unmatched(entries: readonly Acceptance[], found: readonly FoundIn[]): Acceptance[] {
  return entries.filter((entry) =>
    found.every(({ workstream, findings }) => !findings.some((one) => isAccepted(one, entry, workstream))),
  );
}

/** Returns W090 for each of these acceptances, settled like any other: none of the findings matches it. */
export function unusedAcceptances(
  entries: readonly Acceptance[],
  programme: Pick<Programme, 'checks'>,
  found: readonly FoundIn[],
): Finding[] {
  const unused = entries.map((entry) => {
    const { code, of, workstream, at } = entry;
    const meant = likelyMeant(entry, found);
    return finding(
      'W090',
      `no ${code} is found of ${of}${workstream === undefined ? '' : ` in the papers of ${workstream}`}`,
      {
        at,
        about: of,
        help:
          meant === undefined
            ? undefined
            : `did you mean ${meant}? If not, remove the entry under \`accepted\` in cip-report.yaml`,
      },
    );
  });
  return settle(unused, programme, undefined);
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

function isAccepted({ code, about }: Finding, entry: Acceptance, workstream: string | undefined): boolean {
  return (
    entry.code === code &&
    entry.of === about &&
    (entry.workstream === undefined || entry.workstream === workstream)
  );
}
