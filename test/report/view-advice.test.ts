import { describe, expect, it } from 'vitest';
import { CATALOGUE, type FindingCode } from '../../src/model/catalogue.ts';
import { finding } from '../../src/model/finding.ts';
import { adviceOf } from '../../src/report/view-advice.ts';

/** Those that papers can have: 0xx to 4xx. */
const CODES = (Object.keys(CATALOGUE) as FindingCode[]).filter((code) => /^[WN][0-4]/.test(code));

describe('what a paper says is to be done', () => {
  it.each(CODES)('is told for %s, without a file or a key of the data repo', (code) => {
    const advice = adviceOf(finding(code, 'something was found'));
    expect(advice).not.toBe('');
    expect(advice).not.toMatch(/`|\.(?:ya?ml|csv|json)\b|\{|\w_\w|--/);
  });

  it('is the advice of the case at hand where that names no file', () => {
    expect(adviceOf({ code: 'W303', help: 'did you mean "Low"?' })).toBe('did you mean "Low"?');
  });

  it('is what the code asks for where the case at hand names a file', () => {
    expect(adviceOf({ code: 'W303', help: 'exchange them in risks.csv' })).toBe(CATALOGUE.W303.help);
  });

  it('is the words of the paper for a code that is mended in a file', () => {
    const help = 'record the reason under `movements` in report.yaml: { of: permanent@2021-01, by: -6 }';
    expect(adviceOf({ code: 'W110', help })).toMatch(/^correct the figure that is wrong, or give the reason/);
  });
});
