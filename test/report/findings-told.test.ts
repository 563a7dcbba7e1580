import { expect, it } from 'vitest';
import { finding } from '../../src/model/finding.ts';
import { findingsBesideDiffering } from '../../src/report/checked.ts';
import { place } from '../support/board.ts';

it('leaves out what the table of stated figures tells already, and nothing else', () => {
  const at = (line: number) => place(line, 3, 'workforce/2021-04-19/workforce.csv');
  const findings = [
    finding('W104', 'told', { at: at(2) }),
    finding('W105', 'told', { at: at(3) }),
    finding('W105', 'told further along its row', { at: at(1), related: [at(3)] }),
    { ...finding('W110', 'accepted'), accepted: { reason: 'Counted late.', by: 'Head of Workforce' } },
    finding('W104', 'of another place', { at: at(4) }),
    finding('W106', 'of another kind', { at: at(2) }),
    finding('W115', 'of no place'),
  ];
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
  const left = findingsBesideDiffering({
    findings,
    checked: { recomputed: 2, agreed: 0, typed: { numbers: 0, tied: 0, agreed: 0 }, differing },
  });
  expect(left.map((one) => one.message)).toEqual(['of another place', 'of another kind', 'of no place']);
});
