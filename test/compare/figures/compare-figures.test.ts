import { describe, expect, it } from 'vitest';
import { isBelow, isWithin } from '../../../src/compare/figures/limit.ts';
import { exact } from '../../../src/model/exact.ts';
import type { Indicator, Observation } from '../../../src/model/dataset.ts';
import type { MetricUnit } from '../../../src/model/definition.ts';
import { financialYear, month, place, quarter, table } from '../../support/dataset.ts';
import type { SmallDataset } from '../../support/figure-set.ts';
import { agencyRate, compared, limit, side, told } from './small-sides.ts';

const [JAN, FEB, MAR] = [month('2021-01'), month('2021-02'), month('2021-03')];

const TABLE = [
  ['permanent', 144, 146],
  ['agency', 36, 39],
];

function papers(observations: readonly Observation[], change: SmallDataset = {}): SmallDataset {
  return { ...change, meeting: { observations, ...change.meeting } };
}

const january = side(
  papers(
    table(
      [JAN],
      [
        ['permanent', 144],
        ['agency', 36],
      ],
    ),
  ),
  JAN,
);
const february = side(papers(table([JAN, FEB], TABLE)), FEB);

describe('two sides with other latest periods', () => {
  it('sets the one period against the other, and names the period that is new', () => {
    const { figures, restated, periods } = compared(january, february);
    expect(told(figures)).toEqual([
      'in_post: 180 → 185, +5',
      'agency: 36 → 39, +3',
      'permanent: 144 → 146, +2',
      'agency_rate: 20.00% → 21.08%, +1.08 pp',
    ]);
    expect(restated).toEqual([]);
    expect(periods.new.map(({ key }) => key)).toEqual(['2021-02']);
    expect(periods.gone).toEqual([]);
  });

  it('says of a computed figure by which formula, and of a given one where it stands', () => {
    const { figures } = compared(january, february);
    const [agency, rate] = ['agency', 'agency_rate'].map((id) => figures.find((one) => one.id === id));
    expect(agency?.after).toMatchObject({
      source: 'given',
      at: { file: 'workforce/2021-04-19/workforce.csv' },
    });
    expect(agency).not.toHaveProperty('formula');
    expect(rate).toMatchObject({ formula: 'agency ÷ (permanent + agency)', after: { source: 'computed' } });
    expect(rate?.after).not.toHaveProperty('at');
  });

  it('does not set what happened in a month against what happened in a year', () => {
    const year = financialYear(2021);
    const yearly = side(
      papers(
        table(
          [year],
          [
            ['leavers', 12],
            ['permanent', 150],
          ],
        ),
      ),
      year,
    );
    const monthly = side(
      papers(
        table(
          [FEB],
          [
            ['leavers', 1],
            ['permanent', 146],
          ],
        ),
      ),
      FEB,
    );
    // Turnover is of twelve months in either; leavers and their rate are not.
    expect(told(compared(monthly, yearly).figures)).toEqual([
      'permanent: 146 → 150, +4',
      'turnover_rate: – → 8.0%, new',
    ]);
  });

  it('compares nothing where a side has no period', () => {
    const { figures, cells } = compared(side(papers([])), february);
    expect(figures).toEqual([]);
    expect(cells.map(({ before }) => before)).toEqual([null, null, null, null]);
  });
});

describe('what is no difference', () => {
  const rows = table([JAN, FEB], [...TABLE, ['agency_rate (stated)', '20.00%', '21.08%']]);
  const one = side(papers(rows), FEB);
  it.each<[string, readonly Observation[]]>([
    ['the order of rows', rows.toReversed()],
    ['another file', rows.map((row) => ({ ...row, at: { ...row.at, file: 'workforce-2.csv', line: 9 } }))],
    ['an empty cell', [...rows, ...table([FEB], [['starters', '–']])]],
    ['a number stated twice', [...rows, ...table([JAN], [['agency_rate (stated)', '20.0%']])]],
    [
      'other decimals',
      table(
        [JAN, FEB],
        [
          ['permanent', '144.0', 146],
          ['agency', '36', '39.00'],
          ['agency_rate (stated)', '20%', '21.08%'],
        ],
      ),
    ],
    ['another notation', table([JAN, FEB], [...TABLE, ['agency_rate (stated)', '0.2', '0.2108']])],
  ])('%s', (_, others) => {
    const other = side(papers(others), FEB);
    const nothing = { figures: [], restated: [], cells: [], periods: { new: [], gone: [] } };
    expect(compared(one, other)).toEqual(nothing);
    expect(compared(other, one)).toEqual(nothing);
  });
});

describe('figures of one period', () => {
  const restate = (...rows: (string | number)[][]) =>
    compared(february, side(papers(table([JAN, FEB], rows)), FEB));

  it('are restated with all that follows, the oldest first', () => {
    const { figures, restated } = restate(['permanent', 144, 146], ['agency', 37, 38]);
    expect(figures).toEqual([]);
    expect(told(restated)).toEqual([
      'agency@2021-01: 36 → 37, +1',
      'in_post@2021-01: 180 → 181, +1',
      // 37 ÷ 181 = 20.442%
      'agency_rate@2021-01: 20.00% → 20.44%, +0.44 pp',
      'agency@2021-02: 39 → 38, −1',
      'in_post@2021-02: 185 → 184, −1',
      // 38 ÷ 184 = 20.652%, 39 ÷ 185 = 21.081%
      'agency_rate@2021-02: 21.08% → 20.65%, −0.43 pp',
    ]);
  });

  it('are compared as markers where one is a marker, and are gone where the cell is empty', () => {
    expect(told(restate(['permanent', 144, 146], ['agency', 'c', '<5']).restated)).toEqual([
      'agency@2021-01: 36 → c, marker',
      'in_post@2021-01: 180 → c, marker',
      'agency_rate@2021-01: 20.00% → c, marker',
      'agency@2021-02: 39 → <5, marker',
      'in_post@2021-02: 185 → c, marker',
      'agency_rate@2021-02: 21.08% → c, marker',
    ]);
    const { restated, cells } = restate(['permanent', 144, 146], ['agency', 36, '–']);
    expect(told(restated)).toEqual([
      'agency@2021-02: 39 → –, gone',
      'in_post@2021-02: 185 → –, gone',
      'agency_rate@2021-02: 21.08% → –, gone',
    ]);
    expect(cells).toMatchObject([{ metric: 'agency', before: { value: '39' }, after: null }]);
    expect(restated.map(({ absolute, relative, good }) => [absolute, relative, good])).toEqual(
      Array.from({ length: 3 }, () => [undefined, undefined, null]),
    );
  });

  it('tells other bounds of a marker apart, and no two of one', () => {
    const withMarker = (marker: string) =>
      side(
        papers(
          table(
            [FEB],
            [
              ['agency', marker],
              ['permanent', 9],
            ],
          ),
        ),
        FEB,
      );
    expect(told(compared(withMarker('<5'), withMarker('<10')).restated)).toEqual([
      'agency@2021-02: <5 → <10, marker',
    ]);
    expect(compared(withMarker('<5'), withMarker('<5')).cells).toEqual([]);
  });

  it('are restated at later periods too where they are taken over a year', () => {
    const months = Array.from({ length: 13 }, (_, index) =>
      month(`${index < 9 ? 2020 : 2021}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`),
    );
    const leavers = (first: number) =>
      side(
        papers(
          table(months, [
            ['leavers', first, ...Array.from({ length: 12 }, () => 1)],
            ['permanent', ...Array.from({ length: 13 }, () => 100)],
          ]),
        ),
        months.at(-1),
      );
    const { restated } = compared(leavers(1), leavers(3));
    expect(told(restated.filter(({ metric }) => metric === 'turnover_rate'))).toEqual([
      // The twelve months to March 2021 begin with the one that was restated; those to April 2021 do not.
      expect.stringMatching(/^turnover_rate@2021-03: 12\.0+% → 14\.0+%, \+2\.0+ pp$/),
    ]);
  });

  it('are not restated of a period that one side only has', () => {
    const { restated, periods } = compared(february, january);
    expect(restated).toEqual([]);
    expect(periods.gone.map(({ key }) => key)).toEqual(['2021-02']);
  });
});

describe('groups', () => {
  const team = (name: string, ...rows: (string | number)[][]) =>
    table([JAN, FEB], rows, { group: { team: name } });
  const duty = team('Duty', ['agency', 4, 5], ['permanent', 6, 5]);
  const court = team('Court', ['agency', 1, 1], ['permanent', 9, 9]);
  const fostering = team('Fostering', ['agency', 2, 2], ['permanent', 8, 8]);

  it('of one side only are cells, and change the whole, which says who is new', () => {
    const { restated, cells, figures } = compared(
      side(papers([...duty, ...court]), FEB),
      side(papers([...duty, ...court, ...fostering]), FEB),
    );
    expect(figures).toEqual([]);
    // 6 of 20 workers, and 8 of 30
    expect(told(restated.filter(({ id }) => id.startsWith('agency') && id.endsWith('-02')))).toEqual([
      'agency@2021-02: 6 → 8, +2',
      'agency_rate@2021-02: 30.00% → 26.67%, −3.33 pp',
    ]);
    expect(restated.filter(({ group }) => 'team' in group)).toEqual([]);
    expect(new Set(restated.map(({ members }) => members))).toEqual(new Set(['team Fostering is new']));
    expect(restated.map(({ good }) => good)).toEqual(restated.map(() => null));
    expect(cells.map(({ group }) => group)).toEqual(Array.from({ length: 4 }, () => ({ team: 'Fostering' })));
  });

  it('of two periods are told as new or gone only where both periods have the group', () => {
    const [first, second] = [JAN, FEB].map((period) =>
      side(
        papers([
          ...duty,
          ...court,
          ...table([FEB], [['agency', 2]], { group: { team: 'Fostering' } }),
          ...table([FEB], [['starters', 3]], { group: { team: 'Duty' } }),
        ]),
        period,
      ),
    );
    const { figures } = compared(first!, second!, { form: 'periods' });
    const ofTeams = figures.filter(({ group }) => 'team' in group);
    expect(told(ofTeams)).toEqual([
      'agency[team=Duty]: 4 → 5, +1',
      'permanent[team=Duty]: 6 → 5, −1',
      'starters[team=Duty]: – → 3, new',
      'agency_rate[team=Duty]: 40.00% → 50.00%, +10.00 pp',
      'starters_rate[team=Duty]: – → 60.00%, new',
    ]);
  });

  it('come after the whole, and the largest change first', () => {
    const { restated } = compared(
      side(papers([...duty, ...court]), FEB),
      side(
        papers([
          ...team('Duty', ['agency', 4, 6], ['permanent', 6, 5]),
          ...team('Court', ['agency', 1, 4], ['permanent', 9, 9]),
        ]),
        FEB,
      ),
    );
    expect(restated.filter(({ metric }) => metric === 'agency').map(({ id }) => id)).toEqual([
      'agency@2021-02',
      'agency@2021-02[team=Court]',
      'agency@2021-02[team=Duty]',
    ]);
  });
});

describe('one definition on both sides', () => {
  const rows = (agency: number) =>
    table(
      [FEB],
      [
        ['permanent', 100],
        ['agency', agency],
        ['establishment', 200],
      ],
    );
  const own = (agency: number, formula: string) =>
    side(papers(rows(agency), { programme: { definitions: [agencyRate(formula)] } }), FEB);

  it('is the second side’s, with the first side’s beside it', () => {
    const { restated } = compared(
      own(25, 'agency / establishment'),
      own(50, 'agency / (permanent + agency)'),
    );
    const rate = restated.find(({ metric }) => metric === 'agency_rate');
    expect(rate).toMatchObject({
      formula: 'agency ÷ (permanent + agency)',
      // 25 ÷ 125 and 50 ÷ 150
      before: { text: '20.00%' },
      after: { text: '33.33%' },
      absolute: { text: '+13.33 pp' },
      otherwise: {
        formula: 'agency ÷ establishment',
        before: { text: '12.50%' },
        after: { text: '25.00%' },
        absolute: { text: '+12.50 pp' },
        relative: { text: '+100%' },
      },
    });
  });

  it('is the same where the formula is only written in another way', () => {
    const { restated } = compared(own(25, 'agency / in_post'), own(50, 'agency / (agency + permanent)'));
    expect(restated.find(({ metric }) => metric === 'agency_rate')).not.toHaveProperty('otherwise');
  });

  it('alone is no difference of a figure', () => {
    const { restated, figures, cells } = compared(
      own(25, 'agency / establishment'),
      own(25, 'agency / permanent'),
    );
    expect([restated, figures, cells]).toEqual([[], [], []]);
  });

  it('that gives no figure on either side leaves the other side’s', () => {
    const { restated } = compared(
      own(25, 'agency / establishment'),
      own(50, 'agency / vacancies_covered_by_agency'),
    );
    const rate = restated.find(({ metric }) => metric === 'agency_rate');
    expect(rate).toMatchObject({ formula: 'agency ÷ establishment', after: { text: '25.00%' } });
    expect(rate).not.toHaveProperty('otherwise');
  });
});

describe('indicators', () => {
  const visits: Indicator = {
    id: 'visits',
    at: place(1),
    label: 'Visits on time',
    unit: 'share',
    places: 1,
    direction: 'higher',
    nature: 'flow',
    description: '',
    parts: { numerator: 'visits made', denominator: 'visits due' },
    limits: [],
    workstreams: [],
  };
  const made = (periods: readonly (typeof JAN)[], numbers: readonly number[]) =>
    side(
      {
        programme: { indicators: [visits] },
        meeting: {
          observations: table([FEB], [['agency', 39]]),
          indicators: table(periods, [
            ['visits_numerator', ...numbers],
            ['visits_denominator', ...numbers.map(() => 100)],
          ]),
        },
      },
      FEB,
    );

  it('are compared at their own latest periods', () => {
    const { figures, restated, periods } = compared(made([JAN], [80]), made([JAN, MAR], [80, 90]));
    expect(told(figures)).toEqual(['visits_numerator: 80 → 90, +10', 'visits: 80.0% → 90.0%, +10.0 pp']);
    expect(
      figures.map(({ indicator, before, after }) => [indicator, before.period.key, after.period.key]),
    ).toEqual(Array.from({ length: 2 }, () => [true, '2021-01', '2021-03']));
    expect([restated, periods]).toEqual([[], { new: [], gone: [] }]);
  });

  it('are restated where the latest period is the same', () => {
    const { figures, restated } = compared(made([JAN], [80]), made([JAN], [85]));
    expect(figures).toEqual([]);
    expect(told(restated)).toEqual([
      'visits_numerator@2021-01: 80 → 85, +5',
      'visits@2021-01: 80.0% → 85.0%, +5.0 pp',
    ]);
  });

  it('are not set beside periods of another length', () => {
    const { figures } = compared(made([JAN], [80]), made([quarter(2021, 1)], [90]));
    expect(figures).toEqual([]);
  });

  it('are left out where only the workforce is asked for, and are alone where only they are', () => {
    const [first, second] = [made([JAN], [80]), made([JAN, MAR], [80, 90])];
    const workforce = compared(first, second, { parts: ['workforce'] });
    expect([workforce.figures, workforce.cells]).toEqual([[], []]);
    const { cells } = compared(january, february, { parts: ['indicators'] });
    expect(cells).toEqual([]);
  });
});

describe('what the papers state', () => {
  it('is set beside the change only where it is printed for both', () => {
    const rows = table(
      [JAN, FEB],
      [...TABLE, ['agency_rate (stated)', '20%', '21%'], ['in_post (stated)', 180, '']],
    );
    const [first, second] = [JAN, FEB].map((period) => side(papers(rows), period));
    const { figures } = compared(first!, second!, { form: 'periods' });
    expect(figures.filter(({ stated }) => stated).map(({ id, stated }) => [id, stated])).toEqual([
      [
        'agency_rate',
        {
          before: '20%',
          after: '21%',
          absolute: { decimal: '0.01', text: '+1 pp' },
          relative: { decimal: '0.05', text: '+5.0%' },
        },
      ],
    ]);
  });
});

describe('a limit', () => {
  it.each<[string, string, string, MetricUnit, boolean, boolean]>([
    ['5%', '95', '100', 'count', true, false],
    ['5%', '94.99', '100', 'count', false, false],
    ['5%', '95.01', '100', 'count', true, true],
    ['5%', '0', '0.01', 'count', false, false],
    ['100%', '0', '3', 'count', true, false],
    ['5%', '0', '0', 'count', true, false],
    ['5%', '-10', '-10.1', 'count', true, true],
    ['100%', '-10', '10', 'count', false, false],
    ['0.5', '0.2', '0.205', 'share', true, false],
    ['0.5', '0.2', '0.2051', 'share', false, false],
    ['0.5', '0', '0.5', 'count', true, false],
    ['0', '3', '3', 'count', true, false],
    ['2', '101', '100', 'duration', true, true],
  ])('of %s from %s to %s (%s)', (text, before, after, unit, within, below) => {
    const [one, other] = [exact(before), exact(after)];
    expect([isWithin(limit(text), one, other, unit), isWithin(limit(text), other, one, unit)]).toEqual([
      within,
      within,
    ]);
    expect([isBelow(limit(text), one, other, unit), isBelow(limit(text), other, one, unit)]).toEqual([
      below,
      below,
    ]);
  });

  it.each<[string, string, string, string, string | undefined]>([
    ['agency', '20', '20.9', '5%', 'tolerance'],
    ['agency', '20', '21.9', '5%', undefined],
    ['agency', '20', 'c', '5%', undefined],
    ['agency_rate (stated)', '20%', '21%', '1', 'tolerance'],
    ['agency_rate (stated)', '20%', '21.1%', '1', undefined],
    // Nobody defines it: the % sign says what it is.
    ['sickness_rate (stated)', '20%', '22%', '0.05', undefined],
    ['sickness_rate (stated)', '20%', '20.04%', '0.05', 'tolerance'],
  ])('marks a cell of %s that goes from %s to %s, at %s, as %s', (measure, before, after, text, within) => {
    const [one, other] = [before, after].map((cell) => side(papers(table([FEB], [[measure, cell]])), FEB));
    const { cells } = compared(one!, other!, { tolerance: limit(text) });
    expect(cells.map((cell) => cell.within)).toEqual([within]);
    for (const cell of compared(one!, other!).cells) expect(cell).not.toHaveProperty('within');
  });

  it('marks changes and drops none; what is no change of numbers is never small', () => {
    const first = side(
      papers(
        table(
          [FEB],
          [
            ['permanent', 144],
            ['agency', 36],
            ['establishment', 200],
            ['starters', 1],
          ],
        ),
      ),
      FEB,
    );
    const second = side(
      papers(
        table(
          [FEB],
          [
            ['permanent', 145],
            ['agency', 40],
            ['establishment', 'c'],
            ['starters', 1],
          ],
        ),
      ),
      FEB,
    );
    const { restated } = compared(first, second, { tolerance: limit('1%'), floor: limit('5') });
    const within = Object.fromEntries(restated.map((one) => [one.metric, one.within]));
    expect(within).toMatchObject({ permanent: 'tolerance', agency: 'floor', establishment: undefined });
    expect(restated.find(({ metric }) => metric === 'establishment')?.kind).toBe('marker');
  });
});
