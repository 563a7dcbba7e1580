import { describe, expect, it } from 'vitest';
import { FIGURE_RULES } from '../../../src/check/figures/index.ts';
import { createContext } from '../../../src/papers/context.ts';
import type { MetricDefinition } from '../../../src/model/definition.ts';
import type { Observation } from '../../../src/model/dataset.ts';
import { meeting, month, place, programme, table, workstream } from '../../support/dataset.ts';

const FEB = month('2021-02');

/** A share that can be below zero. */
const OVER: MetricDefinition = {
  id: 'unfilled_share',
  label: 'Unfilled share of establishment',
  formula: 'unfilled / establishment',
  unit: 'share',
  places: 1,
  direction: 'lower',
  description: '',
  usedBy: [],
  origin: 'council',
};

function found(observations: readonly Observation[]) {
  const current = meeting({ observations: [...observations] });
  const stream = workstream({ meetings: [current] });
  const definitions = [{ value: OVER, at: place(40, 1, 1, 'cip-report.yaml') }];
  const dataset = {
    programme: programme({ definitions }),
    workstreams: [stream],
    benchmarks: [],
    inputs: [],
  };
  const context = createContext(dataset, { workstream: stream, meeting: current });
  return FIGURE_RULES.flatMap((rule) => rule.check(context));
}

function team(name: string, line: number, counts: readonly [number, number, number], rate: string) {
  const [establishment, permanent, agency] = counts;
  const data = Object.entries({ establishment, permanent, agency });
  return [
    ...table([FEB], data, {
      group: { team: name },
      line,
      file: `workforce/2021-04-19/workforce-${line}.csv`,
    }),
    ...table([FEB], [['agency_share_of_establishment (stated) | Agency Rate %', rate]], {
      group: { team: name },
      line,
    }),
  ];
}

describe('definitions that are mixed in a column (W132)', () => {
  it('are one finding that lists the figures of the other one, with what each should be', () => {
    const findings = found([
      ...team('Assessment', 2, [44, 12, 27], '69%'),
      ...team('Children & Families', 3, [121, 47, 54], '53%'),
      ...team('Corporate Parenting', 4, [37, 23, 16], '43%'),
      ...team('Disabled Children', 5, [20, 20, 0], '0%'),
    ]);
    expect(findings).toMatchObject([
      {
        code: 'W132',
        about: 'agency_share_of_establishment',
        message:
          'the column "Agency Rate %" mixes definitions: of its 4 figures 1 is agency ÷ establishment, 2 are agency ÷ (permanent + agency) and 1 is either',
        why: 'agency ÷ (permanent + agency), not agency ÷ establishment, gives 69% for team Assessment (not 61%) and 53% for team Children & Families (not 45%)',
        help: 'use one definition throughout, or give these figures a heading of their own and map that to "agency_rate (stated)" in cip-report.yaml',
        at: { line: 2 },
        related: [{ line: 3 }],
      },
    ]);
  });
});

describe('a stated rate', () => {
  const over = (rate: string) =>
    found(
      table(
        [FEB],
        [
          ['establishment', 80],
          ['permanent', 80],
          ['agency', 10],
          ['unfilled_share (stated)', rate],
        ],
      ),
    ).map((one) => one.code);

  // (80 − 80 − 10) ÷ 80 is −12.5%.
  it('below zero is rounded away from it', () => {
    expect(over('-12.5%')).toEqual([]);
    expect(over('-13%')).toEqual([]);
    expect(over('-12%')).toEqual(['W104']);
    expect(over('13%')).toEqual(['W104']);
  });

  it('of nobody at all is not judged', () => {
    const rows = [
      ['permanent', 0],
      ['agency', 0],
      ['agency_rate (stated)', '0%'],
    ];
    expect(found(table([FEB], rows))).toEqual([]);
  });
});
