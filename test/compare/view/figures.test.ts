import { describe, expect, it } from 'vitest';
import type { Comparison, FigureChange, WorkstreamComparison } from '../../../src/compare/comparison.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import type { ViewBlock, ViewRow, ViewSentence, ViewTable } from '../../../src/compare/view.ts';
import { amount, comparison, FEB, figure, group, JAN, workstream } from '../../support/comparisons.ts';

const of = (change: Partial<WorkstreamComparison>, whole: Partial<Comparison> = {}): Comparison =>
  comparison({ ...whole, workstreams: [workstream(change)] });

const blocksOf = (one: Comparison): ViewBlock[] =>
  changesView(one).sections.flatMap((section) => section.blocks);

const tablesOf = (one: Comparison): ViewTable[] =>
  blocksOf(one).flatMap((block) => (block.kind === 'table' ? [block] : []));

const rowsOf = (...figures: FigureChange[]): ViewRow[] =>
  tablesOf(of({ figures })).flatMap((one) => one.rows);

const notesOf = (...figures: FigureChange[]): string[] => rowsOf(...figures).flatMap((row) => row.notes);

const textsOf = (one: Comparison): string[] =>
  blocksOf(one).flatMap((block) => (block.kind === 'text' ? [block.text] : []));

const summaryOf = (...figures: FigureChange[]): readonly ViewSentence[] =>
  changesView(of({ figures })).summary;

const side = (decimal: string, text: string, period = JAN): FigureChange['before'] => ({
  ...figure().before,
  period,
  result: { kind: 'number', decimal, exact: true },
  text,
});

const named = (metric: string, change: Partial<FigureChange> = {}): FigureChange =>
  figure({ id: metric, metric, label: metric, ...change });

const rate = (change: Partial<FigureChange> = {}): FigureChange =>
  figure({ id: 'rate', metric: 'rate', label: 'Rate', unit: 'share', formula: 'a ÷ b', ...change });

/** 22 in January, which the second side gives as 23 (or so), and 20 in February. */
const revised = (restated: string, difference: string, text: string): FigureChange =>
  figure({
    label: 'Agency',
    before: side('22', '22.0'),
    after: side('20', '20.0', FEB),
    absolute: amount('-2', '−2.0'),
    relative: amount('-0.0909', '−9.1%'),
    movement: 'down',
    good: true,
    revised: {
      before: side(restated, `${restated}.0`),
      absolute: amount(difference, text),
      relative: amount('-0.1304', '−13%'),
      movement: difference === '0' ? 'level' : difference.startsWith('-') ? 'down' : 'up',
      good: difference === '0' ? null : difference.startsWith('-'),
    },
  });

describe('the sentences on figures', () => {
  it('are of the headlines in their order, whatever the size, and of no others', () => {
    const figures = ['starters', 'unfilled', 'agency', 'permanent', 'agency_rate'].map((one) => named(one));
    expect(summaryOf(...figures).map(({ text }) => text.split(' ')[0])).toEqual([
      'agency_rate',
      'permanent',
      'agency',
      'unfilled',
    ]);
  });

  it('are of at most four, and once of each', () => {
    const headlines = ['a', 'b', 'c', 'd', 'e'];
    const figures = [...headlines.map((one) => named(one)), named('a', { basis: 'fte' })];
    const { summary } = changesView(of({ headlines, figures }));
    expect(summary.map(({ text }) => text.split(' ')[0])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are of the largest others only where fewer than two headlines changed', () => {
    const large = named('starters', { relative: amount('-1', '−100%') });
    const small = named('leavers', { relative: amount('0.1', '+10%') });
    const words = (...figures: FigureChange[]) => summaryOf(...figures).map(({ text }) => text.split(' ')[0]);
    expect(words(small, large, named('agency'))).toEqual(['agency', 'starters', 'leavers']);
    expect(words(small, large, named('agency'), named('permanent'))).toEqual(['permanent', 'agency']);
  });

  it('tell the movement from what was restated', () => {
    expect(summaryOf(revised('23', '-3', '−3.0'))).toEqual([
      { text: 'Agency fell from 23.0 (restated from 22.0) to 20.0: −3.0 (−13%).', tone: 'good' },
    ]);
  });

  it('turn with the movement where the restated figure is on the other side', () => {
    expect(summaryOf(revised('19', '1', '+1.0'))).toEqual([
      { text: 'Agency rose from 19.0 (restated from 22.0) to 20.0: +1.0 (−13%).', tone: 'bad' },
    ]);
    expect(summaryOf(revised('20', '0', '0.0'))).toEqual([
      { text: 'Agency is 20.0, as Jan 2021 is now given (restated from 22.0).', tone: 'neutral' },
    ]);
  });
});

describe('the row of a restated figure', () => {
  it.each([
    ['23', '-3', 'good'],
    ['19', '1', 'bad'],
    ['20', '0', 'neutral'],
  ])('has the tone of the movement from what is given now: %s', (now, difference, tone) => {
    const [table] = changesView(of({ figures: [revised(now, difference, difference)] })).sections.flatMap(
      ({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
    );
    expect(table?.rows.map((row) => row.tone)).toEqual([tone]);
  });

  it('is no movement where the two are printed otherwise and are level', () => {
    const { revised: now, ...one } = revised('20', '0', '0.0');
    const level = {
      ...one,
      revised: { ...now, before: side('19.8', '20'), good: null, movement: 'level' },
    } as const;
    expect(summaryOf(level).map(({ text }) => text)).toEqual([
      'Agency is 20.0; Jan 2021 is now given as 20 (restated from 22.0).',
    ]);
  });
});

describe('the lines under a row', () => {
  it('are the formula for rates of the whole alone, once in a table', () => {
    expect(notesOf(rate(), rate({ basis: 'headcount', id: 'rate2' }))).toEqual(['a ÷ b']);
    expect(notesOf(rate({ group: { team: 'Duty' } }))).toEqual([]);
    expect(notesOf(figure({ formula: 'sum of 4 teams' }))).toEqual([]);
  });

  it('are the former definition everywhere, with its formula at a rate of the whole', () => {
    const { before, after } = figure();
    const otherwise = { formula: 'a ÷ c', before, after, absolute: amount('2', '+2') };
    expect(notesOf(rate({ otherwise }))).toEqual(['a ÷ b; under the former definition, a ÷ c: 37 → 39, +2']);
    expect(notesOf(rate({ otherwise, group: { team: 'Duty' } }))).toEqual([
      'under the former definition: 37 → 39, +2',
    ]);
  });

  it.each([
    ['the same', { before: '37', after: '39', absolute: '+2', relative: '+5.4%' }, []],
    [
      'another change alone',
      { before: '37', after: '39', absolute: '+2', relative: '+5%' },
      ['as the papers print it: 37 → 39, +2 (+5%)'],
    ],
    [
      'another figure',
      { before: '36.8', after: '39', absolute: '+2', relative: '+5.4%' },
      ['as the papers print it: 36.8 → 39, +2 (+5.4%)'],
    ],
  ])('are what the papers print only where that reads otherwise: %s', (_, printed, notes) => {
    const { before, after } = printed;
    const [absolute, relative] = [amount('2', printed.absolute), amount('0.05', printed.relative)];
    expect(notesOf(figure({ stated: { before, after, absolute, relative } }))).toEqual(notes);
  });

  it('are what the first period was given as, where the row stands on what it is given as now', () => {
    const one = revised('23', '-3', '−3.0');
    const [row] = rowsOf(one);
    expect(row?.cells).toEqual(['Agency', '23.0', '20.0', '−3.0', '−13%']);
    expect(row?.notes).toEqual(['Jan 2021 was restated: it was given as 22.0']);
  });

  it('are what the first period is given as now, where that is no number to change from', () => {
    const { revised: now, ...one } = revised('23', '-3', '−3.0');
    if (now === undefined) throw new Error('not restated');
    const before: FigureChange['before'] = {
      ...now.before,
      result: { kind: 'marker', marker: 'c' },
      text: 'c',
    };
    const [row] = rowsOf({ ...one, revised: { before, good: null } });
    expect(row?.cells).toEqual(['Agency', '22.0', '20.0', '−2.0', '−9.1%']);
    expect(row?.notes).toEqual(['Jan 2021 is now given as c (confidential)']);
  });
});

describe('who is counted', () => {
  const members = 'team Corporate parenting is new; team Children in care is gone';
  const figures = [figure({ members }), rate({ members }), rate({ id: 'other', label: 'Other' })];

  it('is told once for all figures that count others', () => {
    expect(textsOf(of({ figures }))).toEqual([`Who is counted differs in Agency workers, Rate: ${members}.`]);
  });

  it('ends the sentence on a figure, unless nobody has come or gone', () => {
    const [text] = summaryOf(figure({ members: 'team Fostering is new' })).map((one) => one.text);
    expect(text).toBe('Agency workers rose from 37 to 39: +2 (+5.4%); team Fostering is new.');
    const perhaps = { name: 'Corporate parenting', because: '5 of 5' };
    const groups = [group({ kind: 'gone', name: 'Children in care', perhaps })];
    const { summary } = changesView(of({ figures: [figure({ members })], groups }));
    expect(summary[0]?.text).toBe('Agency workers rose from 37 to 39: +2 (+5.4%).');
  });

  it('is told as a renaming where one is proposed for exactly these', () => {
    const perhaps = { name: 'Corporate parenting', because: '5 of 5' };
    const groups = [group({ kind: 'gone', name: 'Children in care', perhaps })];
    expect(textsOf(of({ figures, groups }))).toEqual([
      'The totals include Corporate parenting, perhaps Children in care under another name.',
    ]);
    const other = [group({ kind: 'gone', name: 'Duty', perhaps })];
    expect(textsOf(of({ figures, groups: other }))[0]).toContain('Who is counted differs');
  });
});

describe('figures that one side lacks', () => {
  const missing: FigureChange['before'] = { ...side('0', '–'), result: { kind: 'missing', because: '' } };
  const fresh = (label: string): FigureChange =>
    named(label, { kind: 'new', before: missing, after: side('13', '13', FEB) });

  it('are one line for each side, and no rows', () => {
    const gone = named('Old', { kind: 'gone', after: { ...missing, period: FEB }, before: side('1', '1') });
    const one = of({ figures: [fresh('A'), gone, fresh('B')] });
    expect(tablesOf(one)).toEqual([]);
    expect(textsOf(one)).toEqual([
      'No figure for Jan 2021: A (13 in Feb 2021), B (13 in Feb 2021).',
      'No figure for Feb 2021: Old (1 in Jan 2021).',
    ]);
  });

  it('are counted where they are many', () => {
    const figures = Array.from({ length: 12 }, (_, index) => fresh(`F${index.toString()}`));
    expect(textsOf(of({ figures }))[0]).toMatch(/F7 \(13 in Feb 2021\), and 4 more\.$/);
  });
});

describe('tables by group', () => {
  const inTeam = (team: string, change: Partial<FigureChange> = {}): FigureChange =>
    figure({ id: `agency[team=${team}]`, group: { team }, ...change });

  it('have the name of a group as a heading, and of two dimensions both', () => {
    const headings = (one: FigureChange) => rowsOf(one).find(({ kind }) => kind === 'heading')?.cells;
    expect(headings(inTeam('Duty'))).toEqual(['Duty']);
    expect(headings(figure({ group: { grade: '3', team: 'Duty' } }))).toEqual(['Grade 3, team Duty']);
  });

  it('have no heading for a group whose changes are all small', () => {
    const [table] = tablesOf(
      of({ figures: [inTeam('A'), inTeam('B', { within: 'floor' })] }, { floor: '5%' }),
    );
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual(['A', 'Agency workers']);
    expect(table?.more).toBe('1 smaller change, under 5%: Agency workers, team B, +2 (+5.4%)');
  });

  it('have the twelve groups whose headlines changed most, in the order given, and count the others', () => {
    const teams = Array.from({ length: 15 }, (_, index) => `T${index.toString()}`);
    const figures = teams.map((team, index) =>
      inTeam(team, { relative: amount(`0.${(index + 10).toString()}`, '+1%') }),
    );
    // As large as can be, but nothing that the board looks at first.
    const others = teams
      .slice(0, 3)
      .map((team) =>
        inTeam(team, { id: `x[team=${team}]`, metric: 'starters', relative: amount('9', '+900%') }),
      );
    const [table] = tablesOf(of({ figures: [...others, ...figures] }));
    const headings = table?.rows.filter(({ kind }) => kind === 'heading').map(({ cells }) => cells[0]);
    expect(headings).toEqual(teams.slice(3));
    expect(table).toMatchObject({ more: '3 more teams changed less: the CSV lists all', whole: 'csv' });
  });
});

describe('what was restated', () => {
  const given = (change: Partial<FigureChange> = {}): FigureChange =>
    figure({ after: side('39', '39'), ...change });
  const computed = (label: string, change: Partial<FigureChange> = {}): FigureChange => {
    const one = given({ label, ...change });
    return {
      ...one,
      before: { ...one.before, source: 'computed' },
      after: { ...one.after, source: 'computed' },
    };
  };

  it('is the figures given otherwise in rows, and what follows from them in one line', () => {
    const restated = [
      computed('Total'),
      given({ group: { team: 'Duty' } }),
      computed('Rate', { metric: 'agency_rate' }),
    ];
    const one = of({ restated });
    expect(tablesOf(one).flatMap(({ rows }) => rows.map(({ cells }) => cells[0]))).toEqual([
      'Jan 2021',
      'Agency workers, team Duty',
    ]);
    expect(textsOf(one)).toEqual(['What follows: Rate 37 → 39; Total 37 → 39.']);
    expect(changesView(one).summary.map(({ text }) => text)).toEqual([
      'Jan 2021 was restated: Agency workers, team Duty from 37 to 39, and 2 figures that follow.',
    ]);
  });

  it('names eight of what follows, and counts the others', () => {
    const follows = (count: number) =>
      textsOf(
        of({
          restated: [given(), ...Array.from({ length: count }, (_, at) => computed(`F${at.toString()}`))],
        }),
      )[0];
    expect(follows(8)).toMatch(/; F7 37 → 39\.$/);
    expect(follows(11)).toMatch(/; F6 37 → 39; and 4 more\.$/);
  });

  it('has a line for figures that one side alone prints, and no rows', () => {
    const at = { file: 'a.csv', line: 1, column: 1, length: 1 };
    const cells: WorkstreamComparison['cells'] = [
      null,
      { kind: 'number' as const, value: '8', text: '8', at },
    ].map((before) => ({
      metric: before === null ? 'placed_pupils' : 'agency',
      group: {},
      basis: 'fte',
      period: JAN,
      stated: true,
      indicator: false,
      before,
      after: { kind: 'number', value: '9', text: '9', at },
    }));
    const one = of({ cells });
    expect(tablesOf(one).flatMap(({ rows }) => rows.map((each) => each.cells))).toEqual([
      ['Jan 2021'],
      ['agency', '8', '9'],
    ]);
    expect(textsOf(one)).toEqual(['Only the papers of Feb 2021 print: placed pupils (9 for Jan 2021).']);
  });

  it('says that it is reckoned otherwise where nothing is given otherwise', () => {
    expect(textsOf(of({ restated: [computed('Rate')] }))).toEqual([
      'Reckoned otherwise now: Rate for Jan 2021 37 → 39.',
    ]);
  });
});
