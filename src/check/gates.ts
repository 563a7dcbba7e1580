import { CATALOGUE, sameNumber, type FindingCode, type RuleName } from '../model/catalogue.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { plural } from '../model/format.ts';
import { placeText, type Place } from '../model/place.ts';
import { nearest } from '../model/suggest.ts';
import { allFiguresRead, type PaperContext } from '../papers/context.ts';
import { isJudged, missedTargets, redRisks } from '../papers/evidence.ts';
import { overdueItems } from '../papers/overdue.ts';
import { subjectOf } from '../papers/subject.ts';

/** A state of the papers that a gate can be about: it holds whether or not anybody accepts what is found of it. */
type GateState = 'red-risk' | 'overdue' | 'stale' | 'target-missed';

/** What must not be for a check to pass, by the name that it was asked for. */
export type Gate =
  | { readonly name: string; readonly kind: 'severity'; readonly severity: Severity }
  | { readonly name: string; readonly kind: 'findings'; readonly codes: readonly FindingCode[] }
  | { readonly name: string; readonly kind: 'state'; readonly state: GateState };

/** Why a gate fails: one for each thing that stands in it. */
interface GateReason {
  /** What stands in it, by a name that does not move with its line: `risk:R1`. */
  readonly about?: string;
  readonly text: string;
  readonly at?: Place;
}

export interface GateResult {
  readonly name: string;
  /** What it is about: findings, or a state of the papers. */
  readonly of: 'findings' | 'state';
  readonly failed: boolean;
  readonly because: readonly GateReason[];
  /** Why nobody can know whether the state holds: what was not read may be what it is about. It fails the gate too. */
  readonly unknown?: readonly GateReason[];
}

/** Judged by their state, whatever is accepted. */
export const GATE_STATES: readonly GateState[] = ['red-risk', 'overdue', 'stale', 'target-missed'];

/** Gravest first: a gate of one stops it and all before it. */
export const GATE_SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const CODES = Object.keys(CATALOGUE) as FindingCode[];

/** The rule whose findings are the state `stale`. */
const STALE: RuleName = 'figures-old';

/** Returns the gate of a name; undefined where there is none. */
export function gateNamed(name: string): Gate | undefined {
  const severity = GATE_SEVERITIES.find((one) => one === name);
  if (severity !== undefined) return { name, kind: 'severity', severity };
  const state = GATE_STATES.find((one) => one === name);
  if (state !== undefined) return { name, kind: 'state', state };
  const codes = CODES.filter((one) => one === name || CATALOGUE[one].rule === name);
  return codes.length === 0 ? undefined : { name, kind: 'findings', codes };
}

/** Returns the name that was most likely meant by one that there is not. */
export function nearestGate(name: string): string | undefined {
  const [same] = sameNumber(name);
  if (same !== undefined) return same;
  const rules = CODES.map((code) => CATALOGUE[code].rule);
  return nearest(name, [...GATE_SEVERITIES, ...GATE_STATES, ...rules, ...CODES]);
}

/** Returns whether each gate holds, and what stands in those that do not. */
export function judgeGates(
  gates: readonly Gate[],
  findings: readonly Finding[],
  papers: readonly PaperContext[],
): GateResult[] {
  return gates.map((gate) => {
    const because = reasons(gate, findings, papers);
    const { name } = gate;
    if (gate.kind !== 'state') return { name, of: 'findings', failed: because.length > 0, because };
    const unknown = unknowns(gate.state, papers);
    const failed = because.length > 0 || unknown.length > 0;
    return { name, of: 'state', failed, because, ...(unknown.length > 0 && { unknown }) };
  });
}

function reasons(gate: Gate, findings: readonly Finding[], papers: readonly PaperContext[]): GateReason[] {
  switch (gate.kind) {
    case 'severity': {
      const failing = GATE_SEVERITIES.slice(0, GATE_SEVERITIES.indexOf(gate.severity) + 1);
      return open(findings)
        .filter(({ severity }) => failing.includes(severity))
        .map(findingReason);
    }
    case 'findings':
      return open(findings)
        .filter(({ code }) => gate.codes.includes(code))
        .map(findingReason);
    case 'state':
      return stateReasons(gate.state, findings, papers);
  }
}

function stateReasons(
  state: GateState,
  findings: readonly Finding[],
  papers: readonly PaperContext[],
): GateReason[] {
  switch (state) {
    case 'red-risk':
      return eachOnce(papers, redRisks, ({ reference, risk, at }) =>
        entryReason(subjectOf('risk', reference), quotedShort(risk), at),
      );
    case 'overdue':
      return eachOnce(papers, overdueItems, ({ kind, reference, overdueDays, at }) =>
        entryReason(subjectOf(kind, reference), `is overdue by ${plural(overdueDays, 'day')}`, at),
      );
    case 'target-missed':
      return eachOnce(papers, missedTargets, ({ id, label, at }) =>
        entryReason(subjectOf('target', id), quotedShort(label), at),
      );
    case 'stale':
      return findings.filter(({ code }) => CATALOGUE[code].rule === STALE).map(findingReason);
  }
}

/** Which files a state is read from; any that may hold figures where there is none. */
const FILES_OF: Readonly<Partial<Record<GateState, RegExp>>> = {
  'red-risk': /\/risks\.(?:csv|yaml)$/,
  overdue: /\/(?:milestones|actions|recommendations)\.(?:csv|yaml)$/,
};

/** Why a state of the papers cannot be known. */
function unknowns(state: GateState, papers: readonly PaperContext[]): GateReason[] {
  if (papers.length === 0) return [{ text: 'no papers could be read' }];
  const files = FILES_OF[state];
  const unread = eachOnce(
    papers,
    ({ faulty, workstream }) =>
      [...faulty].filter((file) => (files?.test(file) ?? false) && file.startsWith(`${workstream.id}/`)),
    (file) => ({ text: `${file} could not be read as a whole`, at: { file, line: 1, column: 1, length: 1 } }),
  );
  const unjudged = eachOnce(
    state === 'red-risk' ? papers : [],
    ({ meeting, programme }) => meeting.risks.filter((one) => one.open && !isJudged(one, programme)),
    ({ reference, at }) => entryReason(subjectOf('risk', reference), 'has no rating that is known', at),
  );
  const withoutFigures = papers
    .filter((one) => files === undefined && !allFiguresRead(one))
    .map(({ workstream, meeting }) => ({
      text: `not every figure of ${workstream.id} ${meeting.id} could be read`,
    }));
  return [...unread, ...unjudged, ...withoutFigures];
}

/** Its text begins with what it is about. */
function entryReason(about: string, text: string, at: Place): GateReason & { readonly at: Place } {
  return { about, text: `${about} ${text}`, at };
}

/** Of several meetings' papers, each entry of a list once. */
function eachOnce<T>(
  papers: readonly PaperContext[],
  listOf: (context: PaperContext) => readonly T[],
  reason: (item: T) => GateReason & { readonly at: Place },
): GateReason[] {
  const all = papers.flatMap((one) => listOf(one).map(reason));
  return [...new Map(all.map((one) => [placeText(one.at), one])).values()];
}

/** The most characters of an entry's text that a reason quotes. */
const QUOTED = 80;

function quotedShort(text: string): string {
  const chars = Array.from(text);
  return `"${chars.length > QUOTED ? `${chars.slice(0, QUOTED - 1).join('')}…` : text}"`;
}

function open(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => one.accepted === undefined);
}

function findingReason({ code, about, message, at }: Finding): GateReason {
  return { ...(about !== undefined && { about }), text: `${code} ${message}`, ...(at && { at }) };
}
