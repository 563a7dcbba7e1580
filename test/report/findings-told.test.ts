import { describe, expect, it } from 'vitest';
import { finding, type Finding } from '../../src/model/finding.ts';
import { acceptedDiffering, findingsBesideDiffering } from '../../src/report/checked.ts';
import { statedText } from '../../src/report/check-summary.ts';
import { place } from '../support/board.ts';

const at = (line: number) => place(line, 3, 'workforce/2021-04-19/workforce.csv');
const accepted = (one: Finding): Finding => ({
  ...one,
  accepted: { reason: 'Counted late.', by: 'Head of Workforce' },
});
const differing = [2, 3].map((line) => ({
  label: 'Agency',
  period: {
    kind: 'month' as const,
    key: '2021-02',
    label: 'Feb 2021',
    start: '2021-02-01',
    end: '2021-02-28',
  },
  statedText: '4',
  computedText: '5',
  at: at(line),
  explanation: '',
}));
const checked = { recomputed: 2, agreed: 0, typed: { numbers: 0, tied: 0, agreed: 0, list: [] }, differing };

it('leaves out what the table of stated figures tells already, and nothing else', () => {
  const findings = [
    finding('W104', 'told', { at: at(2) }),
    finding('W105', 'told', { at: at(3) }),
    finding('W105', 'told further along its row', { at: at(1), related: [at(3)] }),
    accepted(finding('W110', 'accepted')),
    finding('W104', 'of another place', { at: at(4) }),
    finding('W106', 'of another kind', { at: at(2) }),
    finding('W115', 'of no place'),
  ];
  const left = findingsBesideDiffering({ findings, checked });
  expect(left.map((one) => one.message)).toEqual(['of another place', 'of another kind', 'of no place']);
});

describe('a stated figure that differs', () => {
  it('is accepted where all that is found of it is', () => {
    const lines = (findings: readonly Finding[]) =>
      [...acceptedDiffering({ findings, checked })].map((one) => one.at.line);
    const one = finding('W104', 'told', { at: at(2) });
    expect(lines([one, accepted(finding('W104', 'told', { at: at(3) }))])).toEqual([3]);
    expect(lines([one, accepted(finding('W105', 'also told', { at: at(2) }))])).toEqual([]);
    expect(lines([accepted(finding('W110', 'of another kind', { at: at(2) }))])).toEqual([]);
    expect(lines([accepted(finding('W105', 'a row', { at: at(1), related: [at(2), at(3)] }))])).toEqual([
      2, 3,
    ]);
  });

  it('is counted as accepted beside those that do not agree', () => {
    const end = (recomputed: number, agreed: number, count: number) =>
      statedText({ recomputed, agreed, accepted: count }).split(': ')[1];
    expect(end(26, 25, 0)).toBe('25 agree, 1 does not');
    expect(end(26, 25, 1)).toBe('25 agree, 1 does not (accepted)');
    expect(end(26, 24, 1)).toBe('24 agree, 2 do not (1 of them accepted)');
    expect(end(26, 24, 2)).toBe('24 agree, 2 do not (all accepted)');
  });
});
