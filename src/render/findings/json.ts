import { CATALOGUE } from '../../model/catalogue.ts';
import { safeJson } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';

/** Returns a check as JSON, complete and versioned; each finding also has the name of its rule. */
export function checkJson(report: CheckReport): string {
  const findings = report.findings.map(({ code, ...rest }) => ({
    code,
    rule: CATALOGUE[code].rule,
    ...rest,
  }));
  return safeJson({ ...report, findings });
}
