import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { findingCounts } from '../../../src/model/finding-counts.ts';
import { junit } from '../../../src/render/findings/junit.ts';
import type { CheckReport } from '../../../src/report/check-report.ts';
import {
  checked,
  failedState,
  found,
  hostileFindings,
  hostileState,
  placed,
} from '../../support/check-report.ts';

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

  it('shows no code as passed whose findings are not listed', () => {
    const left = (code: 'W104' | 'W132' | 'N118') => ({
      code,
      ...findingCounts([found(code, 'm'), found(code, 'n')]),
    });
    const report = checked([found('W132', 'listed')], {
      moreByCode: [left('W104'), left('W132'), left('N118')],
    });
    const tests = suite(report, 'figures')?.testcase ?? [];
    const of = (code: string) => tests.filter((one) => one['@name'].startsWith(code));
    expect(of('W104').map((one) => [one['@name'], one.failure?.['@message']])).toEqual([
      ['W104 stated-figure: 2 not listed', '2 not listed (2 warnings)'],
    ]);
    expect(of('W132')).toHaveLength(2);
    expect(of('N118')).toMatchObject([{ skipped: { '@message': '2 not listed (2 notes)' } }]);
  });

  it('shows no rule as passed that was not run', () => {
    const papers = [{ workstream: 'workforce', meeting: '2026-11-09', asOf: '2026-11-09' }];
    const report = checked([], { papers, notRun: ['W104'] });
    const tests = suite(report, 'figures')?.testcase ?? [];
    expect(tests.find((one) => one['@name'].startsWith('W104'))).toMatchObject({
      '@name': 'W104 stated-figure: not run',
      skipped: {
        '@message': 'not every figure of workforce 2026-11-09 could be read, so nothing was compared there',
      },
    });
  });

  it('puts codes of one number in one order, whatever the order of the catalogue', () => {
    const names = suites(checked([])).flatMap((one) => (one.testcase ?? []).map((test) => test['@name']));
    const codes = names.filter((name) => /^[EWN]\d{3} /.test(name)).map((name) => name.slice(0, 4));
    expect(codes).toEqual(codes.toSorted((a, b) => (a.slice(1) + a < b.slice(1) + b ? -1 : 1)));
    expect(new Set(codes).size).toBe(codes.length);
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
        name: 'W104',
        of: 'findings',
        failed: true,
        because: [{ text: 'W104 the rate is wrong', at: placed(3, 28) }],
      },
      failedState('red-risk', [
        { about: 'risk:R1', text: 'risk:R1 "Too few"', at: placed(2, 1) },
        { about: 'risk:R4', text: 'risk:R4 "Too many"', at: placed(5, 1) },
      ]),
    ] as const;
    const more = findingCounts([found('E001', 'a'), found('W104', 'b')]);
    const last = suite(checked([], { gates, more }), 'gates');
    expect(last).toMatchObject({ '@tests': '4', '@failures': '3' });
    expect(last?.testcase?.[1]?.failure?.['#text']).toBe(
      'W104 the rate is wrong (data/workforce/2026-11-09/workforce.csv:3:28)',
    );
    expect(last?.testcase?.[2]).toMatchObject({
      '@name': 'red-risk: risk:R1 (data/workforce/2026-11-09/workforce.csv:2:1)',
      '@file': 'data/workforce/2026-11-09/workforce.csv',
      failure: { '@message': 'risk:R1 "Too few"', '@type': 'gate' },
    });
    expect(last?.testcase?.[3]?.['@name']).toContain('risk:R4');
    expect(last?.['system-out']).toBe('and 2 more (1 error and 1 warning)');
  });

  it('stays well-formed, whatever the data holds, and starts no command of a CI system', () => {
    const findings = hostileFindings();
    const report = checked(findings, { gates: [hostileState()] });
    const text = junit(report);
    const figures = suite(report, 'figures');
    expect(suite(report, 'gates')?.testcase).toHaveLength(findings.length / 2);
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
