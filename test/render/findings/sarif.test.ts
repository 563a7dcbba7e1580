import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../../src/render/findings/sarif.ts';
import type { CheckReport } from '../../../src/report/check-report.ts';
import {
  checked,
  failedState,
  found,
  hostileFindings,
  hostileState,
  placed,
} from '../../support/check-report.ts';

const require = createRequire(import.meta.url);
const SCHEMA = readFileSync(
  require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
  'utf8',
);

// One pattern of the schema is no Unicode pattern.
const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(SCHEMA) as object);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
}

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly name: string }[] };
  };
  readonly results: readonly Result[];
}

/** The run, once the schema has passed it. */
function run(report: CheckReport): Run {
  const log = JSON.parse(sarif(report)) as { runs: [Run] };
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

const prints = (report: CheckReport) =>
  run(report).results.map((one) => one.partialFingerprints['cipReportSubject/v1']);

describe('sarif', () => {
  it('is valid without findings, where the schema takes not just anything', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {}, results: [] }] })).toBe(false);
    expect(run(checked([])).results).toEqual([]);
  });

  it('gives rule, level, place and what belongs to it', () => {
    const { tool, results } = run(
      checked([
        found('W110', 'b', { at: placed(4, 2) }),
        found('W104', 'a', { at: placed(3, 28), related: [placed(1, 1)], about: 'agency_rate@2026-10' }),
        found('E001', 'no file'),
      ]),
    );
    expect(tool.driver.rules.map((one) => one.id)).toEqual(['E001', 'W104', 'W110']);
    expect(results.map((one) => [one.ruleId, one.ruleIndex, one.level])).toEqual([
      ['W110', 2, 'warning'],
      ['W104', 1, 'warning'],
      ['E001', 0, 'error'],
    ]);
    expect(results[1]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'data/workforce/2026-11-09/workforce.csv', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 28, endColumn: 31 },
    });
    expect(results[1]?.relatedLocations).toHaveLength(1);
    expect(results[2]?.locations).toBeUndefined();
  });

  it('has a result for each thing that fails a gate of a state, with a rule and a name that stays', () => {
    const about = 'risk:R1';
    const state = (line: number) =>
      failedState('red-risk', [{ about, text: 'risk:R1 "Too few"', at: placed(line, 1) }]);
    const { tool, results } = run(checked([found('W104', 'a')], { gates: [state(2)] }));
    expect(tool.driver.rules.map((one) => one.id)).toEqual(['W104', 'gate/red-risk']);
    expect(results[1]).toMatchObject({ ruleId: 'gate/red-risk', ruleIndex: 1, level: 'error' });
    expect(results[1]?.locations?.[0]?.physicalLocation.region).toMatchObject({ startLine: 2 });
    expect(prints(checked([], { gates: [state(9)] }))).toEqual(prints(checked([], { gates: [state(2)] })));
  });

  it('suppresses what is accepted, with reason and role', () => {
    const accepted = { reason: 'Counted a week late.', by: 'Head of Workforce' };
    const { results } = run(checked([found('W110', 'm', { about: 'permanent@2026-10', accepted })]));
    expect(results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Counted a week late. (Head of Workforce)' },
    ]);
  });

  it('names a finding alike when its line moves, and no two alike', () => {
    const about = 'permanent@2026-10';
    const before = [
      found('W110', 'a', { at: placed(3, 1), about }),
      found('W110', 'b', { at: placed(3, 9), about }),
      found('W118', 'a', { at: placed(3, 1), about }),
      found('W011', 'not read', { at: placed(1, 1, 1, 'a.txt') }),
    ];
    const after = before.map((one) => ({
      ...one,
      ...(one.at && { at: { ...one.at, line: one.at.line + 5 } }),
    }));
    expect(prints(checked(after))).toEqual(prints(checked(before)));
    expect(new Set(prints(checked(before))).size).toBe(before.length);
  });

  it('stays valid, and its paths stay paths, whatever the data holds', () => {
    const gate = hostileState();
    const { results } = run(checked(hostileFindings(), { gates: [gate] }));
    expect(results).toHaveLength(hostileFindings().length + gate.because.length);
    for (const { locations = [], message } of results) {
      expect(message.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      for (const { physicalLocation } of locations)
        expect(physicalLocation.artifactLocation.uri).toMatch(/^data\/workforce\/[\w.~%!'()*/-]+$/);
    }
  });
});
