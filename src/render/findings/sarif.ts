import { CATALOGUE, type FindingCode } from '../../model/catalogue.ts';
import type { Place } from '../../model/place.ts';
import { safeJson } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';
import type { FoundFinding } from '../../report/judge.ts';
import { pathInRepository } from './path.ts';
import { findingWords } from './words.ts';

/** Returns a check as SARIF 2.1.0, with a rule for each code that occurs. */
export function sarif(report: CheckReport): string {
  const codes = [...new Set(report.findings.map((one) => one.code))].sort();
  const names = fingerprints(report.findings);
  const { name, version } = report.generator;
  return safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, semanticVersion: version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        results: report.findings.map((one, index) => ({
          ...resultOf(one, report),
          ruleIndex: codes.indexOf(one.code),
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

/**
 * Returns a name for each finding that stays the same when lines move, and from one meeting's papers to the next: its
 * workstream, its code and what it is about, numbered where several have these in common.
 */
function fingerprints(findings: readonly FoundFinding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, about, at, message, papers }) => {
    const owner = papers[0]?.workstream ?? '';
    const name = [owner, code, about ?? `${at?.file ?? ''} ${message}`].map(encoded).join('/');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}/${count}`;
  });
}
