import { describe, expect, it } from 'vitest';
import { gateNamed, judgeGates, nearestGate } from '../../src/check/gates.ts';
import { finding, type Finding } from '../../src/model/finding.ts';
import { context, meeting, milestone, risk } from '../support/board.ts';

const ACCEPTED = { reason: 'Known.', by: 'Head of Workforce' };
const accepted = (one: Finding): Finding => ({ ...one, accepted: ACCEPTED });

function failed(
  name: string,
  findings: readonly Finding[],
  papers: Parameters<typeof judgeGates>[2] = [],
): string[] {
  const gate = gateNamed(name);
  if (gate === undefined) throw new RangeError(name);
  return judgeGates([gate], findings, papers).flatMap((one) => one.because.map(({ text }) => text));
}

/** Why nobody knows whether a state holds; the gate fails for it. */
function open(name: string, papers: Parameters<typeof judgeGates>[2]): string[] {
  const gate = gateNamed(name);
  if (gate === undefined) throw new RangeError(name);
  return judgeGates([gate], [], papers).flatMap(({ unknown = [], failed, because }) => {
    expect(failed).toBe(unknown.length + because.length > 0);
    return unknown.map(({ text }) => text);
  });
}

describe('a gate', () => {
  const all = [
    finding('E001', 'e'),
    finding('W110', 'w'),
    finding('N118', 'n'),
    accepted(finding('W104', 'a')),
  ];

  it('of a severity stops it and what is worse, and nothing that is accepted', () => {
    expect(failed('error', all)).toEqual(['E001 e']);
    expect(failed('warning', all)).toEqual(['E001 e', 'W110 w']);
    expect(failed('note', all)).toEqual(['E001 e', 'W110 w', 'N118 n']);
  });

  it('goes by the severity that the configuration gives', () => {
    expect(failed('error', [{ ...finding('W110', 'raised'), severity: 'error' }])).toEqual(['W110 raised']);
    expect(failed('warning', [{ ...finding('W110', 'lowered'), severity: 'note' }])).toEqual([]);
  });

  it('of a code or a rule stops just that', () => {
    expect(failed('W110', all)).toEqual(['W110 w']);
    expect(failed('stated-figure', [...all, finding('W104', 'open')])).toEqual(['W104 open']);
  });

  it('of a state goes by the papers, whether or not a finding on it is accepted', () => {
    const red = risk('R1', 'High', 'Critical');
    const late = milestone('2021-01');
    const papers = [context([meeting('2021-04-19', { risks: [red], milestones: [late] })])];
    expect(failed('red-risk', [], papers)).toEqual([expect.stringMatching(/^risk:R1 "/)]);
    expect(failed('overdue', [], papers)).toEqual(['milestone:Strategy is overdue by 78 days']);
    expect(failed('target-missed', [], papers)).toEqual([]);
    expect(failed('red-risk', [], [...papers, ...papers])).toHaveLength(1);
  });

  it('of old figures stops them, accepted or not', () => {
    const old = finding('W144', 'the latest figures are of Feb 2021');
    expect(failed('stale', [finding('W110', 'w'), old])).toEqual([`W144 ${old.message}`]);
    expect(failed('stale', [accepted(old)])).toHaveLength(1);
    expect(failed('stale', [finding('W110', 'w')])).toEqual([]);
  });

  it('of a state that cannot be known fails, and says why', () => {
    const unjudged = risk('R7', 'Nonsense', 'Critical');
    expect(open('red-risk', [context([meeting('2021-04-19', { risks: [unjudged] })])])).toEqual([
      'risk:R7 has no rating that is known',
    ]);
    const papers = context([meeting('2021-04-19', {})]);
    const unread = (file: string) => [{ ...papers, faulty: new Set([file]) }];
    expect(open('red-risk', unread('workforce/2021-04-19/risks.csv'))).toEqual([
      'workforce/2021-04-19/risks.csv could not be read as a whole',
    ]);
    expect(open('red-risk', unread('workforce/2021-04-19/actions.csv'))).toEqual([]);
    expect(open('overdue', unread('workforce/2021-04-19/actions.csv'))).toHaveLength(1);
    expect(open('stale', unread('workforce/2021-04-19/workforce.csv'))).toHaveLength(1);
    expect(open('target-missed', unread('workforce/2021-04-19/workforce.csv'))).toHaveLength(1);
    expect(open('red-risk', [])).toEqual(['no papers could be read']);
  });

  it('has a name that is known; what was likely meant is said', () => {
    expect(gateNamed('red-risks')).toBeUndefined();
    expect(nearestGate('red-risks')).toBe('red-risk');
    expect(nearestGate('warnings')).toBe('warning');
    expect(nearestGate('E104')).toBe('W104');
    expect(gateNamed('constructor')).toBeUndefined();
  });
});
