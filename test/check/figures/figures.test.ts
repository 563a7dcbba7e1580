import { describe, expect, it } from 'vitest';
import { createContext } from '../../../src/papers/context.ts';
import { FIGURE_RULES } from '../../../src/check/figures/index.ts';
import { MOVEMENT_RULES } from '../../../src/check/movements/index.ts';
import type { Meeting, Observation, Programme, Workstream } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { MetricDefinition } from '../../../src/model/definition.ts';
import { indicator } from '../../support/board.ts';
import {
  financialYear,
  lutonDataset,
  meeting,
  month,
  paper,
  place,
  programme,
  table,
  target,
  workstream,
} from '../../support/dataset.ts';

const RULES = [...FIGURE_RULES, ...MOVEMENT_RULES];

const JAN = month('2021-01');
const FEB = month('2021-02');

interface Case {
  readonly observations?: Observation[];
  readonly meeting?: Partial<Meeting>;
  readonly earlier?: Observation[];
  readonly workstream?: Partial<Workstream>;
  readonly programme?: Partial<Programme>;
}

function found(one: Case): Finding[] {
  const current = meeting({ observations: one.observations ?? [], ...one.meeting });
  const before = one.earlier ? [meeting({ id: '2021-02-15', observations: one.earlier })] : [];
  const stream = workstream({ meetings: [...before, current], ...one.workstream });
  const dataset = { programme: programme(one.programme), workstreams: [stream], benchmarks: [], inputs: [] };
  const context = createContext(dataset, { workstream: stream, meeting: current });
  return RULES.flatMap((rule) => rule.check(context));
}

function codes(one: Case): string[] {
  return found(one).map((finding) => finding.code);
}

describe("Luton's paper", () => {
  const dataset = lutonDataset();
  const [stream] = dataset.workstreams;
  const context = createContext(dataset, { workstream: stream!, meeting: stream!.meetings[0]! });
  const findings = RULES.flatMap((rule) => rule.check(context));

  it('has one wrong label and two unexplained movements, and nothing else', () => {
    expect(
      findings.map((one) => `${one.code} ${String(one.at?.line)}:${String(one.at?.column)} ${one.message}`),
    ).toEqual([
      'W105 5:20 the row "% of permanent workers leaving in the period" holds the starters rate, not the leavers rate, which line 7 states already: its label is likely wrong',
      'W110 3:28 permanent staff in Jan 2021: −6 unexplained',
      'W110 3:36 permanent staff in Feb 2021: +3 unexplained',
    ]);
  });

  it('is told why', () => {
    expect(findings.map((one) => one.why)).toEqual([
      'stated 0.71%, 6.94% and 0.00% · starters ÷ permanent gives exactly these · leavers ÷ permanent gives 0.71%, 0.69% and 0.68%',
      'permanent 141 (Dec 2020) + starters 10 − leavers 1 = 150; the data gives 144',
      'permanent 144 (Jan 2021) + starters 0 − leavers 1 = 143; the data gives 146',
    ]);
    expect(findings[0]?.related?.map((one) => [one.line, one.column])).toEqual([
      [5, 28],
      [5, 36],
      [7, 20],
    ]);
    expect(findings[0]?.help).toContain('"starters_rate (stated)"');
  });
});

describe('a consistent paper', () => {
  it('has no findings', () => {
    const observations = table(
      [JAN, FEB],
      [
        ['establishment', 200, 200],
        ['permanent', 140, 142],
        ['agency', 40, 38],
        ['unfilled', 20, '20*'],
        ['vacancies', 60, 58],
        ['starters', 5, 4],
        ['leavers', 3, 2],
        ['in_post (stated)', 180, 180],
        ['agency_rate (stated)', '22.2%', '21.1%'],
        ['leavers_rate (stated)', '2.14%', '1.41%'],
      ],
    );
    const notes = [{ mark: '*', text: { value: 'Provisional.', at: place(80) } }];
    expect(found({ observations, meeting: { paper: paper({ notes }) } })).toEqual([]);
  });
});

describe('a stated figure (W104)', () => {
  const stated = (text: string, ...more: (readonly [string, string | number])[]): Finding[] =>
    found({
      observations: table(
        [FEB],
        [['agency', 27], ['permanent', 12], ['agency_rate (stated)', text], ...more],
      ),
    });

  it('that does not follow is shown with its reckoning, and the definitions that would give it', () => {
    const [one, ...rest] = stated('61.36%', ['establishment', 44]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      code: 'W104',
      message: 'the agency rate for Feb 2021 is stated as 61.36%; the data gives 69.23%',
      why: 'stated 61.36% · Agency rate: agency ÷ (permanent + agency) = 27 ÷ (12 + 27) = 69.23% · Agency share of establishment: agency ÷ establishment = 27 ÷ 44 = 61.36%',
      help: 'correct the figure, or map the heading to "agency_share_of_establishment (stated)" in cip-report.yaml',
      at: { line: 4 },
    });
    expect(one?.related?.map((at) => at.line)).toEqual([2, 3]);
  });

  it.each(['61.4%', '61%'])('that alone and at %s is of another definition may be so by chance', (text) => {
    const [one] = stated(text, ['establishment', 44]);
    expect(one?.why).toContain(` · ${text} would also be given by Agency share of establishment: agency ÷`);
    expect(one?.help).not.toContain('map the heading');
  });

  it('that with others under its heading is of another definition is so by no chance', () => {
    const row = (team: string, line: number, agency: number, text: string) =>
      table(
        [FEB],
        [
          ['agency', agency],
          ['permanent', 12],
          ['establishment', 44],
          ['agency_rate (stated)', text],
        ],
        { group: { team }, line },
      );
    const findings = found({
      observations: [...row('Assessment', 2, 27, '61%'), ...row('Court', 9, 20, '45%')],
    });
    expect(findings).toMatchObject([
      {
        code: 'W105',
        about: 'agency_rate',
        message:
          'the column "agency_rate" holds the agency share of establishment, not the agency rate: its label is likely wrong',
      },
    ]);
  });

  it('of an indicator is not explained by a figure of the workforce that comes to the same', () => {
    const parts = { numerator: 'stayed', denominator: 'completed' };
    const findings = found({
      programme: { indicators: [indicator('stayed', { unit: 'share', parts })] },
      meeting: {
        indicators: table(
          [FEB],
          [
            ['stayed_numerator', 19],
            ['stayed_denominator', 27],
            ['stayed (stated)', '75.00%'],
          ],
        ),
      },
      observations: table(
        [FEB],
        [
          ['agency', 3],
          ['permanent', 1],
        ],
      ),
    });
    expect(findings.map((one) => one.why)).toEqual([
      expect.stringContaining('no other definition gives 75.00%'),
    ]);
  });

  it('that no definition gives says so', () => {
    expect(stated('55%', ['establishment', 44])[0]?.why).toContain('no other definition gives 55%');
  });

  // 27 ÷ 39 is 69.2307…%.
  it.each(['69%', '69.2%', '69.23%', '69.231%', '69.2308%'])('agrees at its own precision: %s', (text) => {
    expect(stated(text)).toEqual([]);
  });

  it.each(['70%', '69.1%', '69.3%', '69.22%', '69.24%', '69.230%'])(
    'differs at its own precision: %s',
    (text) => {
      expect(stated(text).map((one) => one.code)).toEqual(['W104']);
    },
  );

  it('rounds half away from zero', () => {
    const half = (text: string) =>
      codes({
        observations: table(
          [FEB],
          [
            ['agency', 1],
            ['permanent', 7],
            ['agency_rate (stated)', text],
          ],
        ),
      });
    // 1 ÷ 8 is 12.5%.
    expect(half('13%')).toEqual([]);
    expect(half('12%')).toEqual(['W104']);
  });

  it.each(['69.2', '0.692', '0.55'])(
    'that has no %% sign (%s) is not taken for one of its readings',
    (text) => {
      expect(stated(text).map((one) => one.code)).toEqual(['E111']);
    },
  );

  it('of full-time equivalents agrees where the rounding of its parts allows it', () => {
    const fte = (text: string) =>
      codes({
        workstream: { basis: 'fte' },
        observations: table(
          [FEB],
          [
            ['agency', '3.0'],
            ['permanent', '10.0'],
            ['agency_rate (stated)', text],
          ],
          { basis: 'fte' },
        ),
      });
    // 3 ÷ 13 is 23.08%; with 2.95 to 3.05 and 9.95 to 10.05 it may be 22.5% to 23.7%.
    expect(fte('23.4%')).toEqual([]);
    expect(fte('24.0%')).toEqual(['W104']);
  });

  it('of whole cases beside full-time equivalents takes the cases for counted', () => {
    const load = (text: string) =>
      codes({
        workstream: { basis: 'fte' },
        observations: table(
          [FEB],
          [
            ['cases', 100],
            ['case_holders', '6.0'],
            ['average_caseload (stated)', text],
          ],
          { basis: 'fte' },
        ),
      });
    // 100 ÷ 5.95 to 6.05 is 16.53 to 16.81; 99.5 to 100.5 cases would allow 16.45 to 16.89.
    expect(load('16.60')).toEqual([]);
    expect(load('16.50')).toEqual(['W104']);
  });

  it('is compared with a figure that the data gives too', () => {
    const findings = found({
      observations: table(
        [FEB],
        [
          ['agency', 27],
          ['agency (stated)', 28],
        ],
      ),
    });
    expect(findings).toMatchObject([
      { code: 'W104', why: 'stated 28 · Agency: the data gives 27 · no other definition gives 28' },
    ]);
  });

  it('that is a marker or has no parts is not judged', () => {
    expect(stated('c')).toEqual([]);
    expect(
      codes({
        observations: table(
          [FEB],
          [
            ['agency_rate (stated)', '20%'],
            ['agency', 'c'],
            ['permanent', 9],
          ],
        ),
      }),
    ).toEqual([]);
    expect(codes({ observations: table([FEB], [['agency_rate (stated)', '20%']]) })).toEqual([]);
  });

  it('in earlier papers is left to the check of those', () => {
    const earlier = table(
      [JAN],
      [
        ['agency', 27],
        ['permanent', 12],
        ['agency_rate (stated)', '55%'],
      ],
    );
    expect(
      codes({
        earlier,
        observations: table(
          [JAN],
          [
            ['agency', 27],
            ['permanent', 12],
          ],
        ),
      }),
    ).toEqual([]);
  });
});

describe('a row of stated figures (W105)', () => {
  const rows = (...texts: string[]) =>
    codes({
      observations: table(
        [JAN, FEB],
        [
          ['agency', 30, 20],
          ['permanent', 100, 100],
          ['establishment', 150, 160],
          ['agency_rate (stated)', ...texts],
        ],
      ),
    });

  it('that another definition gives as a whole is one finding, and none a cell', () => {
    expect(rows('20.0%', '12.5%')).toEqual(['W105']);
  });

  it('that another definition gives only in part is a finding a cell', () => {
    expect(rows('20.0%', '12.6%')).toEqual(['W104', 'W104']);
    expect(rows('23.1%', '12.5%')).toEqual(['W104']);
  });

  it('that its own definition gives is none, whatever else does', () => {
    expect(rows('23.1%', '16.7%')).toEqual([]);
  });

  it('of one number throughout tells nothing of its label', () => {
    const observations = table(
      [JAN, FEB],
      [
        ['leavers', 2, 2],
        ['starters', 0, 0],
        ['permanent', 100, 98],
        ['leavers_rate (stated)', '0.0%', '0.0%'],
      ],
    );
    expect(codes({ observations })).toEqual(['W104', 'W104']);
  });
});

describe('a figure stated twice (W106)', () => {
  const rate = ['agency_rate (stated)', '23.1%'];
  const parts = [
    ['agency', 30],
    ['permanent', 100],
  ];

  it('is found within one table', () => {
    expect(codes({ observations: table([FEB], [...parts, rate, rate]) })).toEqual(['W106']);
  });

  it('is none in two tables, for two groups, or in two periods', () => {
    const other = table([FEB], [rate], { file: 'workforce/2021-04-19/workforce-b.csv' });
    expect(codes({ observations: [...table([FEB], [...parts, rate]), ...other] })).toEqual([]);
    const team = table([FEB], [rate], { group: { team: 'A' }, line: 9 });
    expect(codes({ observations: [...table([FEB], [...parts, rate]), ...team] })).toEqual([]);
    const january = table([JAN], [rate], { line: 9 });
    expect(codes({ observations: [...table([FEB], [...parts, rate]), ...january] })).toEqual([]);
  });
});

describe('given figures (W107)', () => {
  it('that do not add up are found, with the sum', () => {
    const observations = table(
      [FEB],
      [
        ['establishment', 209],
        ['permanent', 146],
        ['agency', 39],
        ['unfilled', 30],
      ],
    );
    expect(found({ observations })).toMatchObject([
      {
        code: 'W107',
        message: 'unfilled for Feb 2021 is given as 30, and its parts give 24',
        why: 'given 30 · establishment − permanent − agency = 209 − 146 − 39 = 24',
        at: { line: 5 },
      },
    ]);
  });

  it('of full-time equivalents may be off by their rounding, and no more', () => {
    const fte = (unfilled: string) =>
      codes({
        workstream: { basis: 'fte' },
        observations: table(
          [FEB],
          [
            ['establishment', '20.0'],
            ['permanent', '10.3'],
            ['agency', '3.3'],
            ['unfilled', unfilled],
          ],
          { basis: 'fte' },
        ),
      });
    expect(fte('6.4')).toEqual([]);
    expect(fte('6.6')).toEqual([]);
    expect(fte('6.7')).toEqual(['W107']);
  });

  it('are not judged where a part is missing or hidden', () => {
    expect(
      codes({
        observations: table(
          [FEB],
          [
            ['establishment', 209],
            ['permanent', 'c'],
            ['agency', 39],
            ['unfilled', 30],
          ],
        ),
      }),
    ).toEqual([]);
    expect(
      codes({
        observations: table(
          [FEB],
          [
            ['establishment', 209],
            ['agency', 39],
            ['unfilled', 30],
          ],
        ),
      }),
    ).toEqual([]);
  });

  it('may be rates', () => {
    expect(
      codes({
        observations: table(
          [FEB],
          [
            ['agency', 30],
            ['permanent', 100],
            ['agency_rate', '25%'],
          ],
        ),
      }),
    ).toEqual(['W107']);
    expect(
      codes({
        observations: table(
          [FEB],
          [
            ['agency', 30],
            ['permanent', 100],
            ['agency_rate', '23%'],
          ],
        ),
      }),
    ).toEqual([]);
  });
});

describe('marks and notes (W108, W109)', () => {
  const note = (mark: string) => paper({ notes: [{ mark, text: { value: 'Text.', at: place(80) } }] });

  it('belong together', () => {
    const observations = table([JAN, FEB], [['unfilled', '17*', '24*']]);
    expect(codes({ observations, meeting: { paper: note('*') } })).toEqual([]);
    expect(found({ observations })).toMatchObject([
      {
        code: 'W108',
        message: 'no note says what "*" means on 17* (unfilled, Jan 2021) and 1 other figure',
        at: { line: 2 },
      },
    ]);
    expect(codes({ observations, meeting: { paper: note('†') } })).toEqual(['W108', 'W109']);
    expect(found({ meeting: { paper: note('*') } })).toMatchObject([
      { code: 'W109', why: 'no figure has a mark', at: { line: 80 } },
    ]);
  });
});

describe('the bridge (W110)', () => {
  it('is quiet where everything is explained, and speaks of one head', () => {
    const staff = (closing: number) =>
      codes({
        observations: table(
          [JAN, FEB],
          [
            ['permanent', 100, closing],
            ['starters', 0, 3],
            ['leavers', 0, 1],
          ],
        ),
      });
    expect(staff(102)).toEqual([]);
    expect(staff(103)).toEqual(['W110']);
  });

  it('speaks of what these papers close with, from whatever papers it opened, and not of older movements', () => {
    const months = [month('2020-11'), month('2020-12'), JAN, FEB];
    const rows = (...cells: number[][]) => [
      ['permanent', ...cells[0]!],
      ['starters', ...cells[0]!.map(() => 0)],
      ['leavers', ...cells[0]!.map(() => 0)],
    ];
    const earlier = table(months.slice(0, 3), rows([90, 95, 100]));
    const observations = table([FEB], rows([103]));
    const findings = found({ earlier, observations });
    expect(findings.map((one) => one.message)).toEqual(['permanent staff in Feb 2021: +3 unexplained']);
  });
});

describe('unknown names (E103)', () => {
  it('are found in headlines, table, labels and targets, where they stand', () => {
    const at = place(12, 30, 10, 'cip-report.yaml');
    const findings = found({
      workstream: {
        headlines: ['agency', 'agency_rte'],
        table: [{ label: 'All', rows: ['inpost'] }],
        fields: { 'headlines.1': at },
      },
      programme: { labels: { permanant: 'Staff' }, targets: [target({ metric: 'leaver_rate' })] },
    });
    expect(findings.map((one) => [one.code, one.message, one.help, one.at?.line])).toEqual([
      [
        'E103',
        '"agency_rte" in headlines of workforce is neither a measure nor a metric',
        'did you mean agency_rate? Otherwise add it under `indicators` or `measures` in cip-report.yaml',
        12,
      ],
      [
        'E103',
        '"inpost" in table of workforce, group "All" is neither a measure nor a metric',
        'did you mean in_post? Otherwise add it under `indicators` or `measures` in cip-report.yaml',
        1,
      ],
      [
        'E103',
        '"permanant" in labels is neither a measure nor a metric',
        'did you mean permanent? Otherwise add it under `indicators` or `measures` in cip-report.yaml',
        1,
      ],
      [
        'E103',
        '"leaver_rate" in target agency-10 is neither a measure nor a metric',
        'did you mean leavers_rate? Otherwise add it under `indicators` or `measures` in cip-report.yaml',
        70,
      ],
    ]);
  });

  it('are found in headings, once each', () => {
    const observations = table([JAN, FEB], [['agency_rte (stated) | Agency %', '20%', '21%']]);
    expect(found({ observations })).toMatchObject([
      {
        code: 'E103',
        message: 'the heading "Agency %" stands for "agency_rte", which is neither a measure nor a metric',
      },
    ]);
  });

  it('are not those of a definition that has its own finding (E101), nor of what stands on it', () => {
    const ours = (id: string, formula: string): MetricDefinition => ({
      id,
      label: 'Ours',
      formula,
      unit: 'share',
      places: 1,
      direction: 'lower',
      description: '',
      usedBy: [],
      origin: 'council',
    });
    const definitions = [ours('ours', 'agency /'), ours('theirs', '1 - ours')].map((value, index) => ({
      value,
      at: place(40 + index, 1, 1, 'cip-report.yaml'),
    }));
    const observations = table([FEB], [['theirs (stated)', '20%']]);
    const named = { headlines: ['ours', 'theirs'] };
    expect(codes({ observations, workstream: named, programme: { definitions } })).toEqual(['E101']);
  });
});

describe('percent or plain (E111)', () => {
  it.each([
    ['agency_rate', '21.08', 'write 21.08%'],
    ['agency_rate (stated)', '20.9', 'write 20.9%'],
    ['agency_rate (stated)', '0.171', 'write 17.1% if it is a part of 1, or 0.171% if it is a percentage'],
    ['permanent', '70%', 'write the number without %'],
    ['average_caseload', '16%', 'write the number without %'],
    ['permanent (stated)', '70%', 'write the number without %'],
  ])('%s %s', (measure, text, help) => {
    const findings = found({ observations: table([FEB], [[measure, text]]) });
    expect(findings.map((one) => one.code)).toEqual(['E111']);
    expect(findings[0]!.help).toContain(help);
  });

  it('lets what is right pass', () => {
    const rows = [
      ['agency_rate', '21.08%'],
      ['permanent', 70],
      ['average_caseload', '16.9'],
      ['vacancy_rate (stated)', '8.1%'],
    ];
    expect(codes({ observations: table([FEB], rows) })).toEqual([]);
  });

  it('judges targets likewise', () => {
    const share = target({ notation: 'plain', value: exact(10) });
    const count = target({ metric: 'agency' });
    expect(codes({ programme: { targets: [share] } })).toEqual(['E111']);
    expect(codes({ programme: { targets: [count] } })).toEqual(['E111']);
    expect(
      codes({
        programme: { targets: [target(), target({ metric: 'agency', notation: 'plain', value: exact(10) })] },
      }),
    ).toEqual([]);
  });
});

describe('a table of authorities', () => {
  it('compares each with its own figures', () => {
    const year = financialYear(2019);
    const authority = (name: string, rate: string, line: number) =>
      table(
        [year],
        [
          ['agency', 30],
          ['permanent', 100],
          ['agency_rate (stated)', rate],
        ],
        { group: { authority: name }, line },
      );
    const all = table([year], [['agency', 60]], { line: 16 });
    const findings = found({
      observations: [...authority('A', '23.1%', 2), ...authority('B', '30.0%', 9), ...all],
    });
    expect(findings.map((one) => [one.code, one.at?.line])).toEqual([['W104', 11]]);
  });
});
