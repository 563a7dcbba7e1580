import { describe, expect, it } from 'vitest';
import type {
  BridgeBetween,
  BridgeStep,
  FigureChange,
  RateSplit,
  SignalRow,
  WorkstreamComparison,
} from '../../../src/compare/comparison.ts';
import { whyBlocks } from '../../../src/compare/view/why.ts';
import type { ViewBlock, ViewTable } from '../../../src/compare/view.ts';
import { amount, FEB, figure, JAN, workstream } from '../../support/comparisons.ts';

const why = (change: Partial<WorkstreamComparison>): ViewBlock[] => whyBlocks(workstream(change));

const linesOf = (bridges: readonly BridgeBetween[]): string[] =>
  why({ bridges }).flatMap((block) =>
    block.kind === 'bridge' ? block.lines : block.kind === 'text' ? [block.text] : [],
  );

const step = (label: string, kind: BridgeStep['kind'], text: string): BridgeStep => ({
  id: label.toLowerCase(),
  label,
  kind,
  amount: amount(text, text),
});

function bridge(change: Partial<BridgeBetween> = {}): BridgeBetween {
  return {
    group: {},
    basis: 'headcount',
    from: JAN,
    to: FEB,
    periods: 1,
    steps: [step('Permanent', 'level', '144'), step('Starters', 'in', '0'), step('Leavers', 'out', '1')],
    expected: amount('143', '143'),
    closing: amount('146', '146'),
    unexplained: amount('3', '+3'),
    explained: false,
    ...change,
  };
}

const ofTeam = (team: string, change: Partial<BridgeBetween> = {}): BridgeBetween =>
  bridge({ group: { team }, ...change });
const NOTHING = { unexplained: amount('0', '0'), closing: amount('143', '143'), explained: true };

describe('the bridge of the whole', () => {
  it('is two short lines, with each movement in the number that it has', () => {
    expect(linesOf([bridge()])).toEqual([
      'Permanent staff, Jan 2021 to Feb 2021:',
      '144 at the end of Jan 2021 + 0 starters − 1 leaver = 143 expected; 146 were there: +3 unexplained.',
    ]);
  });

  it.each([
    ['Leavers', '1', '1 leaver'],
    ['Leavers', '2', '2 leavers'],
    ['Leavers', '1.0', '1.0 leavers'],
    ['Transfers in', '1', '1 transfer in'],
    ['Staff who left us', '1', '1 staff who left us'],
    ['Loss', '1', '1 loss'],
  ])('has %s of %s as %s', (label, text, words) => {
    const steps = [step('Permanent', 'level', '144'), step(label, 'out', text)];
    expect(linesOf([bridge({ steps })])[1]).toContain(`144 at the end of Jan 2021 − ${words} =`);
  });

  it('says that nothing is unexplained, and prints what is left within the tolerance', () => {
    expect(linesOf([bridge(NOTHING)])[1]).toMatch(/143 were there: nothing unexplained\.$/);
    const rounding = bridge({ unexplained: amount('0.04', '0.0'), explained: true });
    expect(linesOf([rounding])[1]).toMatch(/: 0\.0 left over, within rounding and tolerance\.$/);
    const small = bridge({ unexplained: amount('-0.5', '−0.5'), explained: true });
    expect(linesOf([small])[1]).toMatch(/: −0\.5 left over, within rounding and tolerance\.$/);
  });

  it('does not call unexplained what may be of who is counted', () => {
    const fostering = bridge({ members: 'team Fostering is new' });
    expect(linesOf([fostering])[1]).toMatch(
      / = 143 expected; 146 were there: \+3, and who is counted differs: team Fostering is new\.$/,
    );
    const rounding = { unexplained: amount('0.1', '+0.1'), explained: true };
    expect(linesOf([{ ...fostering, ...rounding }])[1]).toMatch(
      /: \+0\.1 left over, within rounding and tolerance\.$/,
    );
  });

  it('says over how many periods it goes', () => {
    expect(linesOf([bridge({ periods: 2 })])[0]).toBe(
      'Permanent staff, Jan 2021 to Feb 2021, movements of 2 months added up:',
    );
  });

  it('is one line where it cannot be reckoned', () => {
    expect(linesOf([bridge({ steps: [], because: 'the data has no starters' })])).toEqual([
      'Permanent staff, Jan 2021 to Feb 2021: no bridge can be reckoned, since the data has no starters.',
    ]);
  });
});

describe('the bridges of groups', () => {
  it('are a line each where something is unexplained, and else one line', () => {
    const names = ['A', 'B', 'C'];
    expect(linesOf([ofTeam('Duty'), ...names.map((one) => ofTeam(one, NOTHING))])).toEqual([
      'Team Duty: 144 + 0 starters − 1 leaver = 143 expected; 146 were there: +3 unexplained.',
      'The bridges of 3 teams leave nothing unexplained.',
    ]);
    expect(linesOf([ofTeam('A', NOTHING)])).toEqual(['The bridge of team A leaves nothing unexplained.']);
  });

  it('are at most five, and the others counted', () => {
    const lines = linesOf(Array.from({ length: 7 }, (_, at) => ofTeam(at.toString())));
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('2 more bridges leave something over: the JSON has all.');
  });

  it('do not hide what the tolerance covers', () => {
    const small = { unexplained: amount('0.5', '+0.5'), explained: true };
    expect(linesOf([ofTeam('A', small), ofTeam('B', NOTHING)])).toEqual([
      'The bridges of 2 teams leave nothing unexplained beyond rounding and tolerance.',
    ]);
  });
});

const members: RateSplit['by'] = {
  dimension: 'team',
  members: [],
  mix: amount('0', '0.00 pp'),
  within: amount('0.01', '+1.00 pp'),
};

function split(id: string, change: Partial<RateSplit> = {}): RateSplit {
  return {
    figure: id,
    label: id,
    change: amount('0.01', '+1.00 pp'),
    numerator: { label: 'agency', before: '36', after: '39', effect: amount('0.0164', '+1.64 pp') },
    denominator: {
      label: 'permanent + agency',
      before: '180',
      after: '185',
      effect: amount('-0.0064', '−0.64 pp'),
    },
    ...change,
  };
}

const rateOf = (id: string, change: Partial<FigureChange> = {}): FigureChange =>
  figure({ id, metric: id, label: id, unit: 'share', ...change });

describe('where changes of rates come from', () => {
  const tablesOf = (blocks: readonly ViewBlock[]): ViewTable[] =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

  it('is one table of the whole’s rates, the headlines first, with the parts by name', () => {
    const figures = ['other', 'agency_rate'].map((id) => rateOf(id));
    const [table, ...more] = tablesOf(why({ figures, rates: figures.map(({ id }) => split(id)) }));
    expect(table?.columns.map(({ title }) => title)).toEqual([
      'Rate',
      'Change',
      'From the numerator',
      'From the denominator',
    ]);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['agency_rate', '+1.00 pp', '+1.64 pp', '−0.64 pp'],
      ['other', '+1.00 pp', '+1.64 pp', '−0.64 pp'],
    ]);
    expect(table?.rows[0]?.notes).toEqual(['agency 36 → 39; permanent + agency 180 → 185']);
    expect(more).toEqual([]);
  });

  it('has members of two headlines at most, and counts the others and the rates of groups', () => {
    const headlines = ['a', 'b', 'c'];
    const whole = ['d', ...headlines].map((id) => rateOf(id));
    const groups = ['x', 'y'].map((id) => rateOf(id, { group: { team: id } }));
    const figures = [...whole, ...groups];
    const blocks = why({ headlines, figures, rates: figures.map(({ id }) => split(id, { by: members })) });
    expect(tablesOf(blocks).map(({ caption }) => caption)).toEqual([
      'Where changes of rates come from',
      'a by team: from who is counted (mix) and from own rates (within)',
      'b by team: from who is counted (mix) and from own rates (within)',
    ]);
    expect(blocks.at(-1)).toEqual({
      kind: 'text',
      text: 'More in the JSON: effects by team for 2 more rates, and the parts of 2 rates of teams.',
      tone: 'quiet',
      whole: 'json',
    });
  });

  it('is of groups where there is none of the whole', () => {
    const figures = [rateOf('x', { group: { team: 'Duty' } })];
    expect(tablesOf(why({ figures, rates: [split('x')] }))[0]?.rows[0]?.cells[0]).toBe('x, team Duty');
  });

  it('says of a headline why it is not split, and of a restated rate from what the parts add up', () => {
    const { before } = rateOf('x');
    const figures = [rateOf('agency_rate', { revised: { before, good: null } }), rateOf('x')];
    const rates = figures.map(({ id }) => split(id, { notSplit: 'teams make 138 of 141' }));
    expect(tablesOf(why({ figures, rates }))[0]?.rows.map(({ notes }) => notes.slice(1))).toEqual([
      ['from 37, as Jan 2021 was given first', 'not split by members: teams make 138 of 141'],
      [],
    ]);
  });

  it('says which change is split, in both tables', () => {
    const { before } = rateOf('x');
    const revised = {
      before: { ...before, text: '14.98%' },
      absolute: amount('0.01', '+1.00 pp'),
      good: null,
    };
    const rates = [split('agency_rate', { since: 'revised', by: members })];
    const tables = tablesOf(why({ figures: [rateOf('agency_rate', { revised })], rates }));
    expect(tables.map(({ rows }) => rows.at(-1)?.notes.at(-1))).toEqual([
      'from 14.98%, as restated',
      'from 14.98%, as restated',
    ]);
  });

  it('says what each measure does where one is divided by itself among others', () => {
    const measures = [
      { label: 'agency', before: '20', after: '30', effect: amount('0.0641', '+6.41 pp') },
      { label: 'permanent', before: '100', after: '100', effect: amount('0', '0.00 pp') },
    ];
    const noteOf = (change: Partial<RateSplit>) =>
      tablesOf(why({ figures: [rateOf('x')], rates: [split('x', { measures, ...change })] }))[0]?.rows[0]
        ?.notes[1];
    expect(noteOf({})).toBe('agency +6.41 pp, permanent 0.00 pp: the denominator counts agency too');
    const denominator = { ...split('x').denominator, label: 'workforce' };
    expect(noteOf({ denominator })).toBe('measure by measure: agency +6.41 pp, permanent 0.00 pp');
  });

  it('is not told of small changes', () => {
    expect(why({ figures: [rateOf('x', { within: 'floor' })], rates: [split('x')] })).toEqual([]);
  });
});

describe('what history says', () => {
  const signal = (id: string, kind: SignalRow['kind']): SignalRow => ({
    figure: id,
    label: id,
    kind,
    text: kind === 'signal' ? 'Outside the usual range' : 'Within the usual range',
    points: 14,
  });

  it('is told in full of headlines, and of others only that it is more than usual', () => {
    const figures = [
      rateOf('x'),
      rateOf('y'),
      rateOf('agency'),
      rateOf('agency_rate'),
      rateOf('z', { group: { team: 'Duty' } }),
    ];
    const signals = [
      signal('x', 'usual'),
      signal('y', 'signal'),
      signal('agency', 'usual'),
      signal('agency_rate', 'signal'),
      signal('z', 'signal'),
    ];
    expect(why({ figures, signals })).toEqual([
      { kind: 'text', text: 'agency_rate: outside the usual range.', tone: 'neutral' },
      { kind: 'text', text: 'agency: within the usual range.', tone: 'quiet' },
      { kind: 'text', text: 'More than the usual ups and downs, too: y; z, team Duty.', tone: 'neutral' },
    ]);
  });
});
