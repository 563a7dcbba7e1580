import { describe, expect, it } from 'vitest';
import { BENCHMARK_RULES } from '../../../src/check/board/benchmarks.ts';
import { NARRATIVE_RULES } from '../../../src/check/board/narrative.ts';
import {
  action,
  codesAndMessages,
  context,
  indicator,
  LIST_RULES,
  LUTON_MATRIX,
  meeting,
  place,
  recommendation,
  risk,
  sourced,
} from '../../support/board.ts';
import { cell, month, paper, table } from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

function cited(text: string, duty = [JAN]) {
  const seen = context(
    [
      meeting('2021-04-19', {
        paper: paper({ commentary: sourced(text) }),
        observations: [
          ...table([JAN, FEB], [['agency', 9, 8]]),
          ...table(duty, [['agency', ...duty.map(() => 5)]], { group: { team: 'Duty' } }),
        ],
        indicators: table([JAN], [['visits', 7]]),
      }),
    ],
    { programme: { indicators: [indicator('visits')] } },
  );
  return NARRATIVE_RULES.flatMap((rule) => rule.check(seen)).filter(({ code }) => code === 'W417');
}

describe('a citation without a period', () => {
  it('is told of where its figure is older than others of its kind', () => {
    expect(cited('Duty has {{agency[team=Duty]}} now.')).toMatchObject([
      {
        message: '{{agency[team=Duty]}} is of January 2021',
        why: 'the papers have figures for February 2021',
        help: 'write the period into it, as in {{agency@2021-01[team=Duty]}}, and into the sentence',
      },
    ]);
  });

  it.each(['{{agency}}', '{{agency@2021-01[team=Duty]}}', '{{visits}}'])('%s is not', (text) => {
    expect(cited(text)).toEqual([]);
  });

  it('is not where its group is up to date', () => {
    expect(cited('{{agency[team=Duty]}}', [JAN, FEB])).toEqual([]);
  });
});

describe('what was open two meetings ago, and is in no papers since', () => {
  const seen = context(
    [
      meeting('2020-12-14', {
        actions: [action('A1'), action('A2', { state: 'complete' })],
        risks: [risk('WFR1', 'High', 'High')],
        recommendations: [recommendation('R1', { status: 'in_progress' })],
      }),
      meeting('2021-02-15'),
      meeting('2021-04-19'),
    ],
    { programme: { matrix: LUTON_MATRIX } },
  );

  it('is not forgotten', () => {
    expect(codesAndMessages(LIST_RULES, seen)).toEqual([
      'W208 action A1 was open on 14 December 2020 and is no longer listed',
      'W410 recommendation R1 was in progress on 14 December 2020 and is no longer listed',
      'W308 WFR1 was open on 14 December 2020 and is no longer in the risk log',
    ]);
  });
});

describe('the reference of an open action', () => {
  const given = (text: string) =>
    codesAndMessages(
      LIST_RULES,
      context([
        meeting('2021-02-15', { actions: [action('A1', { action: 'Fill the vacant posts' })] }),
        meeting('2021-04-19', { actions: [action('A1', { action: text })] }),
      ]),
    );

  it('is not to be given to another', () => {
    expect(given('Review our rota')).toEqual(['W215 action A1 was another on 15 February 2021']);
  });

  it('stays where the action is only worded anew', () => {
    expect(given('Appoint to all POSTS that are empty')).toEqual([]);
  });
});

it('a benchmark of a year that had not begun is told of', () => {
  const benchmark = (key: string) => ({
    metric: 'agency_rate',
    place: 'England',
    level: 'england' as const,
    period: month(key),
    cell: cell('17.8%'),
    source: 'DfE',
    at: place(),
  });
  const seen = context([meeting('2021-04-19', { benchmarks: [benchmark('2021-04'), benchmark('2022-09')] })]);
  expect(codesAndMessages(BENCHMARK_RULES, seen)).toEqual([
    'W419 the benchmark agency_rate of England is for Sep 2022, which had not begun',
  ]);
});
