import type { Acceptance } from '../model/checks.ts';
import type { Dataset, Programme } from '../model/dataset.ts';
import { finding, isFault, type Finding } from '../model/finding.ts';

/**
 * Returns the findings on a workstream's papers as the configuration wants them: with its severities in place of the
 * default ones, and those that are accepted marked with reason and role. What is an error by default stays one, and no
 * error is ever accepted.
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
export interface FoundIn {
  /** Undefined for what belongs to no workstream: the configuration, the benchmarks. */
  readonly workstream: string | undefined;
  readonly findings: readonly Finding[];
}

/** Returns W090 for each acceptance that none of the findings matches, settled like any other. */
export function unusedAcceptances(
  programme: Pick<Programme, 'checks'>,
  found: readonly FoundIn[],
): Finding[] {
  const unused = programme.checks.accepted.filter((entry) =>
    found.every(({ workstream, findings }) => !findings.some((one) => isAccepted(one, entry, workstream))),
  );
  return settle(
    unused.map(({ code, of, workstream, at }) =>
      finding(
        'W090',
        `no ${code} is found of ${of}${workstream === undefined ? '' : ` in the papers of ${workstream}`}`,
        { at, about: of },
      ),
    ),
    programme,
    undefined,
  );
}

function isAccepted({ code, about }: Finding, entry: Acceptance, workstream: string | undefined): boolean {
  return (
    entry.code === code &&
    entry.of === about &&
    (entry.workstream === undefined || entry.workstream === workstream)
  );
}
