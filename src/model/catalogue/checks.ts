import type { CatalogueEntry } from './entry.ts';

/** Findings on what the configuration says of the rules themselves. */
export const CHECK_CODES = {
  E014: {
    severity: 'error',
    rule: 'check-limit',
    title: 'a limit under `checks` cannot be used',
    help: 'give the most that is no finding, as a number above zero',
    example: 'unexplained: -2',
  },
  W090: {
    severity: 'warning',
    rule: 'acceptance-unused',
    title: 'a finding is accepted that is not found, or no longer says the same',
    help: 'remove the entry under `accepted` in cip-report.yaml, or correct what it names',
    example: 'finding: W110, of: permanent@2021-01, where the movement has been explained',
  },
  W091: {
    severity: 'warning',
    rule: 'acceptance-ambiguous',
    title: 'an acceptance fits several findings, and accepts none of them',
    help: 'give under `says` more words of the finding that is meant, and each of the others an entry of its own',
    example: "finding: W132, of: agency_rate, says: 'stated', where two rows of it are found",
  },
  E098: {
    severity: 'error',
    rule: 'check-unknown',
    title: 'the configuration names a finding that there is not',
    help: 'use a code or the name of a rule, as in docs/findings.md',
    example: 'severities: { figure-resated: warning }',
  },
  E099: {
    severity: 'error',
    rule: 'severity-fixed',
    title: 'an error is given another severity or accepted, or a finding on acceptances is accepted',
    help: 'remove the entry, and correct what the error is about',
    example: 'severities: { E112: warning }',
  },
} as const satisfies Record<string, CatalogueEntry>;
