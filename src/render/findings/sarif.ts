import { CATALOGUE, type FindingCode } from '../../model/catalogue.ts';
import type { Place } from '../../model/place.ts';
import { safeJson, visible } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';
import type { FoundFinding } from '../../report/judge.ts';
import { failedStates, type FailedState } from './failed-states.ts';
import { pathInRepository } from './path.ts';
import { findingWords } from './words.ts';

/** Returns a check as SARIF 2.1.0: a rule for each code that occurs, and for each gate of a state that fails. */
export function sarif(report: CheckReport): string {
  const codes = [...new Set(report.findings.map((one) => one.code))].sort();
  const states = failedStates(report);
  const gates = [...new Set(states.map((one) => one.gate))];
  const results = [
    ...report.findings.map((one) => ({ result: resultOf(one, report), name: subjectName(one) })),
    ...states.map((one) => ({ result: gateResultOf(one, report), name: stateName(one) })),
  ];
  const names = fingerprints(results.map((one) => one.name));
  const rules = [...codes, ...gates.map(gateId)];
  const { name, version } = report.generator;
  return safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name, semanticVersion: version, rules: [...codes.map(ruleOf), ...gates.map(gateRuleOf)] },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        results: results.map(({ result }, index) => ({
          ...result,
          ruleIndex: rules.indexOf(result.ruleId),
          partialFingerprints: { 'cipReportSubject/v1': names[index] },
        })),
        properties: {
          papers: report.papers,
          summary: report.summary,
          more: report.more,
          gates: report.gates,
        },
      },
    ],
  });
}

function ruleOf(code: FindingCode) {
  const { rule, title, help, example, severity } = CATALOGUE[code];
  return {
    id: code,
    name: rule,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. For example: ${example}` },
    help: { text: help },
    defaultConfiguration: { level: severity },
  };
}

function gateId(gate: string): string {
  return `gate/${gate}`;
}

function gateRuleOf(gate: string) {
  return {
    id: gateId(gate),
    name: gate,
    shortDescription: { text: `Gate ${gate}: a state of the papers that fails this check` },
    defaultConfiguration: { level: 'error' },
  };
}

function gateResultOf({ gate, reason: { text, about, at } }: FailedState, report: CheckReport) {
  return {
    ruleId: gateId(gate),
    level: 'error',
    message: { text: visible(text) },
    ...(at && { locations: [locationOf(at, report)] }),
    properties: { ...(about !== undefined && { about }), gate },
  };
}

function resultOf(one: FoundFinding, report: CheckReport) {
  const { code, severity, at, related = [], about, accepted, papers } = one;
  return {
    ruleId: code,
    level: severity,
    message: { text: findingWords(one).join('\n') },
    ...(at && { locations: [locationOf(at, report)] }),
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => ({ id: index + 1, ...locationOf(place, report) })),
    }),
    ...(accepted && {
      suppressions: [
        { kind: 'external', status: 'accepted', justification: `${accepted.reason} (${accepted.by})` },
      ],
    }),
    properties: { ...(about !== undefined && { about }), papers },
  };
}

function locationOf({ file, line, column, length }: Place, report: CheckReport) {
  const uri = pathInRepository(file, report).split('/').map(encoded).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endColumn: column + length },
    },
  };
}

/** Half a character has no encoding, and YAML can write one. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** What stays the same when lines move, and from one meeting's papers to the next: workstream, code and what it is about. */
function subjectName({ code, about, at, message, papers }: FoundFinding): readonly string[] {
  return [papers[0]?.workstream ?? '', code, about ?? `${at?.file ?? ''} ${message}`];
}

/** An entry of a list stands in its workstream's folder. */
function stateName({ gate, reason: { about, text, at } }: FailedState): readonly string[] {
  return [at?.file.split('/')[0] ?? '', gateId(gate), about ?? text];
}

/** Returns the names as fingerprints, numbered where several results have one in common. */
function fingerprints(names: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  return names.map((parts) => {
    const name = parts.map(encoded).join('/');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}/${count}`;
  });
}
