import type { GateResult } from '../check/gates.ts';
import { RULES } from '../check/index.ts';
import type { FindingCode } from '../model/catalogue.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { findingCounts, type FindingCounts } from '../model/finding-counts.ts';
import { groupBy } from '../model/group-by.ts';
import { allFiguresRead } from '../papers/context.ts';
import { acceptedDiffering } from './checked.ts';
import type { CheckedSection, Report } from './report.ts';
import type { FoundFinding, Judged, PapersName } from './judge.ts';

/** The version of what `check --format json` prints. A change that would break a reader of it raises the number. */
export const CHECK_SCHEMA = 'cip-report/check@1';

/** What one run of `check` came to: plain JSON, complete; every format starts from it. */
export interface CheckReport {
  readonly schema: typeof CHECK_SCHEMA;
  readonly generator: Report['generator'];
  /** Where the data repo is, from where the program was started: put before a file, it gives a path. Empty if there. */
  readonly prefix: string;
  /** The papers that were made and checked. */
  readonly papers: readonly CheckedPapers[];
  /** In order of place. */
  readonly findings: readonly FoundFinding[];
  /** Findings that `--max-findings` leaves out; they are counted in the summary and by the gates. */
  readonly more: FindingCounts;
  /** The same by code: a code without a listed finding has not passed for that. */
  readonly moreByCode: readonly MoreOfCode[];
  /** Codes whose rules were not run on some of the papers, since what they compare could not be read. */
  readonly notRun: readonly FindingCode[];
  /** All findings, those left out among them. */
  readonly summary: FindingCounts;
  readonly gates: readonly GateResult[];
}

export interface CheckedPapers extends PapersName {
  /** The date as of which they were judged. */
  readonly asOf: string;
  /** Stated figures, computed again. Absent where a figure could not be read, since then nothing is compared. */
  readonly stated?: StatedCounts;
  /** Numbers that people typed into the text. */
  readonly typed?: CheckedSection['typed'];
}

/** Findings of a code that are not listed. */
interface MoreOfCode extends FindingCounts {
  readonly code: FindingCode;
}

/** How many stated figures were recomputed, how many agree, and how many of the others are accepted as they are. */
export interface StatedCounts extends Pick<CheckedSection, 'recomputed' | 'agreed'> {
  readonly accepted: number;
}

export interface CheckRequest {
  readonly version: string;
  readonly prefix: string;
  readonly gates: readonly GateResult[];
  /** The most findings to list: the gravest. */
  readonly most?: number | undefined;
}

/** Returns what a check came to, with as many findings as are wanted. */
export function checkReport(
  { papers, findings }: Judged,
  { version, prefix, gates, most = Infinity }: CheckRequest,
): CheckReport {
  const listed = gravest(findings, most);
  const left = findings.filter((one) => !listed.has(one));
  return {
    schema: CHECK_SCHEMA,
    generator: { name: 'cip-report', version },
    prefix,
    papers: papers.map(({ workstream, meeting, context, checked, findings }) => ({
      workstream,
      meeting,
      asOf: context.asOf,
      ...(checked && {
        stated: statedCounts(checked, findings),
        typed: checked.typed,
      }),
    })),
    findings: findings.filter((one) => listed.has(one)),
    more: findingCounts(left),
    moreByCode: [...groupBy(left, ({ code }) => code)].map(([code, some]) => ({
      code,
      ...findingCounts(some),
    })),
    notRun: codesNotRun(papers),
    summary: findingCounts(findings),
    gates,
  };
}

/** Where no papers could be made, no rule was run. */
function codesNotRun(papers: Judged['papers']): FindingCode[] {
  const isRead = papers.every(({ context }) => allFiguresRead(context));
  return RULES.filter(({ onFigures }) => papers.length === 0 || (!isRead && onFigures === true)).flatMap(
    ({ codes }) => codes,
  );
}

/** Returns the counts of what is stated, with those of the findings on it that are accepted. */
export function statedCounts(checked: CheckedSection, findings: readonly Finding[]): StatedCounts {
  const { recomputed, agreed } = checked;
  return { recomputed, agreed, accepted: acceptedDiffering({ checked, findings }).size };
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** A limit must never hide an error behind notes that happen to stand before it. */
function gravest(findings: readonly FoundFinding[], most: number): ReadonlySet<FoundFinding> {
  const gravity = (one: FoundFinding) => (one.accepted === undefined ? GRAVITY[one.severity] : 3);
  return new Set(findings.toSorted((a, b) => gravity(a) - gravity(b)).slice(0, most));
}
