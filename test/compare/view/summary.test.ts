import { describe, expect, it } from 'vitest';
import type {
  BridgeBetween,
  Comparison,
  FigureChange,
  RiskCell,
  WorkstreamComparison,
} from '../../../src/compare/comparison.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import { amount, comparison, entry, FEB, figure, group, JAN, workstream } from '../../support/comparisons.ts';
import { without } from '../../support/without.ts';

const textsOf = (...workstreams: WorkstreamComparison[]): string[] => {
  const one: Comparison = comparison({ workstreams });
  return changesView(one).summary.map(({ text }) => text);
};

const summaryOf = (change: Partial<WorkstreamComparison>): string[] => textsOf(workstream(change));

const HIGH: RiskCell = {
  likelihood: 'Likely',
  impact: 'Major',
  score: '16',
  rating: 'high',
  ratingLabel: 'High',
  severe: true,
};
const MEDIUM: RiskCell = { ...HIGH, score: '12', rating: 'medium', ratingLabel: 'Medium', severe: false };

describe('the summary of several workstreams', () => {
  it('has risks that moved and what slipped before what is merely new or gone', () => {
    const busy = workstream({
      figures: [figure()],
      milestones: [entry({ reference: 'M1', kinds: ['new'] as const })],
      groups: [group({ kind: 'new', name: 'Fostering' })],
      risks: [
        {
          ...entry({ reference: 'R1', kinds: ['de_escalated'] as const, good: true }),
          from: HIGH,
          to: MEDIUM,
        },
      ],
      actions: [entry({ reference: 'A1', kinds: ['slipped'] as const, good: false })],
      resolutions: [entry({ reference: 'P1', kinds: ['new'] as const })],
      escalations: [entry({ reference: 'E', kinds: ['gone'] as const })],
    });
    const texts = textsOf(
      busy,
      { ...busy, id: 'third', title: 'Third' },
      { ...busy, id: 'other', title: 'Other', figures: [] },
    );
    expect(texts).toHaveLength(10);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Workforce: R1 de-escalated from High to Medium.',
        'Workforce: 1 action slipped.',
        'Other: R1 de-escalated from High to Medium.',
        'Other: 1 action slipped.',
      ]),
    );
    expect(texts.filter((text) => /resolution|escalation is/.test(text))).toEqual([]);
  });
});

describe('the sentence on a bridge', () => {
  const bridge = (change: Partial<BridgeBetween> = {}): BridgeBetween => ({
    group: {},
    basis: 'headcount',
    from: JAN,
    to: FEB,
    periods: 1,
    steps: [
      { id: 'permanent', label: 'Permanent', kind: 'level', amount: amount('144', '144') },
      { id: 'starters', label: 'Starters', kind: 'in', amount: amount('0', '0') },
      { id: 'leavers', label: 'Leavers', kind: 'out', amount: amount('1', '1') },
    ],
    expected: amount('143', '143'),
    closing: amount('146', '146'),
    unexplained: amount('3', '+3'),
    explained: false,
    ...change,
  });

  it('says what is left, and by what it is not explained', () => {
    expect(summaryOf({ bridges: [bridge()] })).toEqual([
      'Of the change in permanent staff, +3 is not explained by starters and leavers.',
    ]);
  });

  it('speaks of no change where there is none', () => {
    const same = bridge({ closing: amount('144', '144'), unexplained: amount('1', '+1') });
    expect(summaryOf({ bridges: [same] })).toEqual([
      'Of permanent staff, +1 is not explained by starters and leavers.',
    ]);
  });

  it.each([
    ['it is within the tolerance', bridge({ explained: true })],
    ['others are counted', bridge({ members: 'team Duty is new' })],
    ['it is of a group', bridge({ group: { team: 'Duty' } })],
  ])('is none where %s', (_, one) => {
    expect(summaryOf({ bridges: [one] })).toEqual(['What differs is told below.']);
  });
});

describe('the establishment', () => {
  const named = (metric: string, change: Partial<FigureChange> = {}): FigureChange =>
    figure({ id: metric, metric, label: metric, ...change });
  const wordsOf = (...figures: FigureChange[]): (string | undefined)[] =>
    summaryOf({ headlines: ['agency', 'vacancies'], figures }).map((text) => text.split(' ')[0]);

  it('stands before what is counted from it', () => {
    const posts = [named('agency'), named('vacancies')];
    expect(wordsOf(...posts, named('establishment'))).toEqual(['agency', 'establishment', 'vacancies']);
    expect(wordsOf(...posts, named('establishment', { within: 'floor' }))).toEqual(['agency', 'vacancies']);
  });

  it('is not told of what is not counted from it', () => {
    const figures = [named('agency'), named('permanent'), named('establishment')];
    expect(
      summaryOf({ headlines: ['agency', 'permanent'], figures }).map((text) => text.split(' ')[0]),
    ).toEqual(['agency', 'permanent']);
  });
});

describe('members that moved against each other', () => {
  const of = (name: string, decimal: string, text: string, group = 'role'): FigureChange =>
    figure({ id: name, group: { [group]: name }, absolute: amount(decimal, text) });
  const endOf = (...members: FigureChange[]): string | undefined =>
    summaryOf({ figures: [figure(), ...members] })[0]?.split('(+5.4%)')[1];

  it('end the sentence where they make its change, the largest first', () => {
    expect(endOf(of('Workers', '-1', '−1'), of('Managers', '3', '+3'))).toBe(': Managers +3, Workers −1.');
  });

  it.each([
    ['they moved alike', [of('Workers', '1', '+1'), of('Managers', '1', '+1')]],
    ['they do not make the change', [of('Workers', '-1', '−1'), of('Managers', '4', '+4')]],
    ['they are of two dimensions', [of('Workers', '-1', '−1'), of('Duty', '3', '+3', 'team')]],
    ['there are more than four', ['-1', '1', '1', '1', '0'].map((n) => of(n, n, n))],
    [
      'one has no number',
      [
        of('Workers', '-1', '−1'),
        of('Managers', '3', '+3'),
        without(figure({ kind: 'marker', group: { role: 'Others' } }), 'absolute'),
      ],
    ],
  ])('are not told where %s', (_, members) => {
    expect(endOf(...members)).toBe('.');
  });
});
