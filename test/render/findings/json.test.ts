import { describe, expect, it } from 'vitest';
import { checkJson } from '../../../src/render/findings/json.ts';
import { checked, found, hostileFindings, placed } from '../../support/check-report.ts';

describe('checkJson', () => {
  it('is versioned and complete, and names the rule of each finding', () => {
    const report = checked([
      found('W104', 'm', { at: placed(3, 28), about: 'agency_rate@2026-10', why: 'w' }),
    ]);
    const read = JSON.parse(checkJson(report)) as Record<string, unknown>;
    expect(read).toMatchObject({
      schema: 'cip-report/check@1',
      generator: { name: 'cip-report', version: '1.2.3' },
      summary: { total: 1, errors: 0, warnings: 1, notes: 0, accepted: 0 },
      more: { total: 0 },
      gates: [{ name: 'error', failed: false }],
    });
    expect(read['findings']).toEqual([{ ...report.findings[0], rule: 'stated-figure' }]);
  });

  it('reads back as it was, whatever the data holds, and shows nothing that a terminal or a log would act on', () => {
    const findings = hostileFindings();
    const text = checkJson(checked(findings));
    const read = JSON.parse(text) as { findings: { message: string; about: string }[] };
    expect(read.findings.map((one) => one.message)).toEqual(findings.map((one) => one.message));
    expect(read.findings.map((one) => one.about)).toEqual(findings.map((one) => one.about));
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066\ufeff]/,
    );
    expect(text).not.toContain('##');
    expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });
});
