import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { findingCounts } from '../../../src/model/finding-counts.ts';
import { junit } from '../../../src/render/findings/junit.ts';
import type { CheckReport } from '../../../src/report/check-report.ts';
import { checked, found, hostileFindings, placed } from '../../support/check-report.ts';

type Outcome = { readonly '@message': string; readonly '@type'?: string; readonly '#text'?: string };

interface Test {
  readonly '@classname': string;
  readonly '@name': string;
  readonly '@file'?: string;
  readonly failure?: Outcome;
  readonly skipped?: Outcome;
}

interface Suite {
  readonly '@name': string;
  readonly '@tests': string;
  readonly '@failures': string;
  readonly '@skipped': string;
  readonly testcase?: readonly Test[];
  readonly 'system-out'?: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => name === 'testcase' || name === 'testsuite',
});

function suites(report: CheckReport): readonly Suite[] {
  // What is not well-formed is an error.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what takes its place is a package of its own
  const { testsuites } = parser.parse(junit(report), true) as { testsuites: { testsuite: readonly Suite[] } };
  return testsuites.testsuite;
}

const suite = (report: CheckReport, name: string) => suites(report).find((one) => one['@name'] === name);

describe('junit', () => {
  it('has a suite an area and shows what has passed', () => {
    const all = suites(checked([]));
    expect(all.map((one) => one['@name'])).toEqual([
      'reading',
      'figures',
      'milestones-and-actions',
      'risks',
      'text-and-targets',
      'gates',
    ]);
    const figures = all[1]?.testcase ?? [];
    expect(figures.map((one) => one['@name'])).toContain('W104 stated-figure');
    expect(figures.every((one) => one.failure === undefined)).toBe(true);
    for (const one of all) expect(Number(one['@tests'])).toBe(one.testcase?.length ?? 0);
  });

  it('fails on errors and warnings, skips what is accepted, and passes notes', () => {
    const accepted = { reason: 'Counted a week late.', by: 'Head of Workforce' };
    const figures = suite(
      checked([
        found('W104', 'the rate is wrong', {
          at: placed(3, 28),
          about: 'agency_rate@2026-10',
          why: 'stated 55%',
        }),
        found('W104', 'another', { at: placed(4, 28) }),
        found('W110', 'm', { about: 'permanent@2026-10', accepted }),
        found('N118', 'revised', { at: placed(5, 1) }),
      ]),
      'figures',
    );
    expect(figures).toMatchObject({ '@failures': '2', '@skipped': '1' });
    const named = (name: string) => figures?.testcase?.filter((one) => one['@name'].startsWith(name)) ?? [];
    expect(named('W104')).toHaveLength(2);
    expect(named('W104')[0]).toMatchObject({
      '@name': 'W104 stated-figure: agency_rate@2026-10 at data/workforce/2026-11-09/workforce.csv:3:28',
      '@file': 'data/workforce/2026-11-09/workforce.csv',
      failure: { '@message': 'the rate is wrong', '@type': 'warning' },
    });
    expect(named('W104')[0]?.failure?.['#text']).toContain('stated 55%');
    expect(named('W110')[0]?.skipped?.['@message']).toBe(
      'accepted by Head of Workforce: Counted a week late.',
    );
    expect(named('N118')[0]?.failure).toBeUndefined();
  });

  it('has a test for each gate, and says how many findings it leaves out', () => {
    const gates = [
      { name: 'error', of: 'findings', failed: false, because: [] },
      {
        name: 'red-risk',
        of: 'state',
        failed: true,
        because: [{ text: 'risk:R1 "Too few"', at: placed(2, 1) }],
      },
    ] as const;
    const more = findingCounts([found('E001', 'a'), found('W104', 'b')]);
    const last = suite(checked([], { gates, more }), 'gates');
    expect(last).toMatchObject({ '@tests': '2', '@failures': '1' });
    expect(last?.testcase?.[1]?.failure?.['#text']).toContain('risk:R1');
    expect(last?.['system-out']).toBe('and 2 more (1 error and 1 warning)');
  });

  it('stays well-formed, whatever the data holds, and starts no command of a CI system', () => {
    const findings = hostileFindings();
    const text = junit(checked(findings));
    const figures = suite(checked(findings), 'figures');
    expect(figures).toMatchObject({
      '@failures': String(findings.length / 2),
      '@skipped': String(findings.length / 2),
    });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066\ufeff\ufffe\uffff]/);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(text).not.toMatch(/##\w*\[/);
    expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });
});
