import type { Place } from '../../src/model/place.ts';
import { finding, type FindingDetail } from '../../src/model/finding.ts';
import { findingCounts } from '../../src/model/finding-counts.ts';
import type { FindingCode } from '../../src/model/catalogue.ts';
import { CHECK_SCHEMA, type CheckReport } from '../../src/report/check-report.ts';
import type { FoundFinding } from '../../src/report/judge.ts';

const PAPERS = { workstream: 'workforce', meeting: '2026-11-09' };

/** A finding of the papers of one meeting. */
export function found(
  code: FindingCode,
  message: string,
  detail: FindingDetail & Pick<FoundFinding, 'accepted'> = {},
): FoundFinding {
  const { accepted, ...rest } = detail;
  return { ...finding(code, message, rest), ...(accepted && { accepted }), papers: [PAPERS] };
}

/** A place in the workforce table. */
export function placed(
  line: number,
  column: number,
  length = 3,
  file = 'workforce/2026-11-09/workforce.csv',
): Place {
  return { file, line, column, length };
}

/** A check that came to these findings. */
export function checked(findings: readonly FoundFinding[], change: Partial<CheckReport> = {}): CheckReport {
  return {
    schema: CHECK_SCHEMA,
    generator: { name: 'cip-report', version: '1.2.3' },
    prefix: 'data/',
    papers: [
      {
        ...PAPERS,
        asOf: '2026-11-09',
        stated: { recomputed: 12, agreed: 11, accepted: 0 },
        typed: { numbers: 34, tied: 12, agreed: 12, list: [] },
      },
    ],
    findings,
    more: findingCounts([]),
    moreByCode: [],
    notRun: [],
    summary: findingCounts(findings),
    gates: [{ name: 'error', of: 'findings', failed: false, because: [] }],
    ...change,
  };
}

/** A gate of a state that fails, because of what stands at a place. */
export function failedState(
  name: string,
  because: CheckReport['gates'][number]['because'],
): CheckReport['gates'][number] {
  return { name, of: 'state', failed: true, because };
}

/** What data would have to hold to forge output: commands of CI systems, escapes, marks of every format. */
const HOSTILE = [
  '::error file=x::forged',
  '\n::warning::forged',
  '\r\n::set-output name=a::b',
  '##[error]forged',
  '##vso[task.complete result=Succeeded;]',
  '%0A::error::forged',
  ']]></failure></testcase>',
  '"><testcase name="forged"/>',
  '\' & < > " , : ;',
  '\u001b[2J\u001b]0;title\u0007',
  'user\u202etxt.exe\u2066',
  'zero\u200bwidth\ufeff',
  '\u0000\u0008\u000b\u001f\u007f\u0085\u2028\u2029',
  'half \ud800 a character \udc00',
  '\ufffe\uffff',
  '${{ github.token }}',
] as const;

/** Hostile texts in every field of what fails a gate of a state. */
export function hostileState(): CheckReport['gates'][number] {
  return failedState(
    'red-risk',
    HOSTILE.map((text, index) => ({
      about: `risk:${text}`,
      text,
      at: placed(index + 1, 1, 3, `workforce/${text}/risks.csv`),
    })),
  );
}

/** Hostile texts in every field of a finding that data can reach. */
export function hostileFindings(): FoundFinding[] {
  return HOSTILE.flatMap((text, index) => [
    found('W104', text, {
      at: placed(index + 1, 1, 3, `workforce/${text}/workforce.csv`),
      about: `agency@2026-10[team=${text}]`,
      why: `${text}\n${text}`,
      help: text,
      related: [placed(9, 9, 1, text)],
    }),
    found('W110', text, { about: text, accepted: { reason: text, by: text } }),
  ]);
}
