import type { Acceptance } from '../model/checks.ts';
import type { Programme } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';

/**
 * Returns the findings on a workstream's papers as the configuration wants them: with its severities in place of the
 * default ones, and those that are accepted marked with reason and role. What is an error by default stays one, and no
 * error is ever accepted.
 */
export function settle(
  findings: readonly Finding[],
  { checks }: Pick<Programme, 'checks'>,
  workstream: string,
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

/** Returns W090 for each acceptance that none of the findings on the latest papers of its workstreams matches. */
export function unusedAcceptances(
  { checks }: Pick<Programme, 'checks'>,
  found: readonly { readonly workstream: string; readonly findings: readonly Finding[] }[],
): Finding[] {
  return checks.accepted
    .filter((entry) =>
      found.every(({ workstream, findings }) => !findings.some((one) => isAccepted(one, entry, workstream))),
    )
    .map(({ code, of, at }) => finding('W090', `no ${code} is found of ${of}`, { at, about: of }));
}

function isAccepted({ code, about }: Finding, entry: Acceptance, workstream: string): boolean {
  return (
    entry.code === code &&
    entry.of === about &&
    (entry.workstream === undefined || entry.workstream === workstream)
  );
}
