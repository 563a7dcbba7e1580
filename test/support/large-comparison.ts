import type {
  BridgeBetween,
  Comparison,
  FigureChange,
  WorkstreamComparison,
} from '../../src/compare/comparison.ts';
import {
  amount,
  comparison,
  entry,
  FEB,
  figure,
  FULL,
  FULL_WORKSTREAM,
  group,
  JAN,
  setting,
  workstream,
} from './comparisons.ts';

/** Returns a comparison of so many workstreams in which everything changed so many times, with these words everywhere. */
export function largeComparison(workstreams: number, each: number, words: string): Comparison {
  return comparison({
    ...FULL,
    settings: times(each, (at) => setting({ id: `definition_${at}`, text: `${at} ${words}` })),
    workstreams: times(workstreams, (at) => large(`pillar-${at}`, each, words)),
    notCompared: times(each, () => words),
  });
}

function large(id: string, each: number, words: string): WorkstreamComparison {
  const list = (letter: string) =>
    times(each, (at) =>
      entry({
        reference: `${letter}${at}`,
        title: words,
        kinds: ['other'],
        texts: [words, words],
        good: at % 2 === 0,
        fields: [
          {
            field: 'comment',
            before: words,
            after: words,
            words: [
              { kind: 'same', text: `${words} ` },
              { kind: 'removed', text: words },
              { kind: 'added', text: words },
            ],
          },
        ],
      }),
    );
  return workstream({
    ...FULL_WORKSTREAM,
    id,
    title: `${id} ${words}`,
    figures: [...figures(each, words, {}), ...figures(each, words, { team: words })],
    restated: figures(each, words, {}),
    groups: times(each, (at) => group({ kind: 'new', name: `${at} ${words}` })),
    bridges: [bridge(words), bridge(words)],
    milestones: times(each, (at) => ({ ...list('M')[at]!, kinds: ['slipped'] })),
    risks: times(each, (at) => ({ ...list('R')[at]!, kinds: ['escalated'] })),
    actions: times(each, (at) => ({ ...list('A')[at]!, kinds: ['completed'] })),
    recommendations: [],
    resolutions: [],
    escalations: [],
  });
}

function figures(count: number, words: string, of: Readonly<Record<string, string>>): FigureChange[] {
  return times(count, (at) =>
    figure({
      id: `m${at}`,
      metric: `m${at}`,
      label: `${at} ${words}`,
      group: of,
      formula: words,
      good: at % 3 === 0,
    }),
  );
}

function bridge(words: string): BridgeBetween {
  const flow = (at: number) =>
    ({ id: `f${at}`, label: `${at} ${words}`, kind: 'in', amount: amount('1', '1') }) as const;
  return {
    group: {},
    basis: 'headcount',
    from: JAN,
    to: FEB,
    periods: 1,
    steps: [{ id: 'p', label: 'Permanent', kind: 'level', amount: amount('144', '144') }, ...times(6, flow)],
    expected: amount('150', '150'),
    closing: amount('146', '146'),
    unexplained: amount('-4', '−4'),
    explained: false,
  };
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
