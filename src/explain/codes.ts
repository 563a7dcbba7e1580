import { CATALOGUE, sameNumber, type FindingCode } from '../model/catalogue.ts';
import type { CatalogueEntry } from '../model/catalogue/entry.ts';
import type { Checks } from '../model/checks.ts';
import type { Finding } from '../model/finding.ts';
import { nearestId } from '../model/suggest.ts';
import type { CodeExplanation } from './explanation.ts';
import { papersRef, type Papers } from './papers.ts';

const ENTRIES: readonly (readonly [FindingCode, CatalogueEntry])[] = codes().map((code) => [
  code,
  CATALOGUE[code],
]);

function codes(): FindingCode[] {
  return Object.keys(CATALOGUE).filter((code): code is FindingCode => Object.hasOwn(CATALOGUE, code));
}

/** What codes are explained by: the configuration's word on them, and everything that was found. */
export interface CodeScope {
  readonly checks: Checks;
  readonly papers: readonly Papers[];
  /** What reading the data repo found, which is of no papers alone; those of the papers may hold it too. */
  readonly read: readonly Finding[];
}

/** Returns the explanations of a code (`W104`), or of every code of a rule (`stated-figure`); none where it is neither. */
export function explainCodes(asked: string, scope: CodeScope): CodeExplanation[] {
  const named = ENTRIES.filter(([code, { rule }]) => code === asked.toUpperCase() || rule === asked);
  return named.map(([code, entry]) => explainCode(code, entry, scope));
}

/** Returns whether a name looks like a code. */
export function isCode(asked: string): boolean {
  return /^[a-z]\d{3}$/i.test(asked);
}

/**
 * Returns what may have been meant by a code that does not exist: the one of the same number, or else the nearest rule;
 * undefined where the name does not look like a code.
 */
export function codeHelp(asked: string): string | undefined {
  if (!isCode(asked)) return undefined;
  const known = sameNumber(asked).map((code) => `${code} (${CATALOGUE[code].rule})`);
  return known.length > 0 ? `did you mean ${known.join(' or ')}?` : 'docs/findings.md lists every code';
}

/** The name of every rule. */
export const RULES: readonly string[] = [...new Set(ENTRIES.map(([, { rule }]) => rule))];

/** Returns the name of a rule that is near, or undefined. */
export function nearestRule(asked: string): string | undefined {
  return nearestId(asked, RULES);
}

function explainCode(code: FindingCode, entry: CatalogueEntry, scope: CodeScope): CodeExplanation {
  const { rule, title, severity, help, example } = entry;
  const { checks, papers, read } = scope;
  const choice = checks.severities.find((one) => one.code === code);
  const accepted = checks.accepted.filter((one) => one.code === code);
  const inPapers = papers.flatMap((one) =>
    one.findings
      .filter((finding) => !read.includes(finding))
      .map((finding) => ({ papers: papersRef(one), finding })),
  );
  const found = [...read.map((finding) => ({ finding })), ...inPapers];
  return {
    kind: 'code',
    id: code,
    rule,
    title,
    severity: { default: severity, ...(choice && { configured: choice.severity, at: choice.at }) },
    help,
    example,
    accepted: accepted.map(({ of, reason, by, at }) => ({ of, reason: reason.value, by, at })),
    searched: papers.length > 0,
    found: found.filter(({ finding }) => finding.code === code),
  };
}
