import { describe, expect, it } from 'vitest';
import type { Comparison, FigureChange, WorkstreamComparison } from '../../../src/compare/comparison.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import type { ViewItem, ViewTable } from '../../../src/compare/view.ts';
import { amount, comparison, FEB, figure, JAN, setting, workstream } from '../../support/comparisons.ts';

const of = (change: Partial<WorkstreamComparison>, whole: Partial<Comparison> = {}): Comparison =>
  comparison({ ...whole, workstreams: [workstream(change)] });

const tablesOf = (one: Comparison): ViewTable[] =>
  changesView(one).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );

const itemsOf = (one: Comparison): ViewItem[] =>
  changesView(one).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'items' ? block.items : [])),
  );

const named = (label: string, change: Partial<FigureChange> = {}): FigureChange =>
  figure({ id: label, metric: label, label, ...change });

describe('what happened in two months that lie apart', () => {
  const figures = [
    named('Agency'),
    named('Starters', { apart: true, good: null }),
    named('Leavers', { apart: true, good: null }),
  ];
  const notesOf = (one: Comparison): (readonly string[])[] =>
    tablesOf(one).flatMap(({ rows }) => rows.map(({ notes }) => notes));
  const bridge = { group: {}, basis: 'headcount', from: JAN, to: FEB, periods: 2, steps: [] } as const;

  it('is in no sentence, and says once in a table that it is of that month alone', () => {
    const one = of({ figures, bridges: [bridge] });
    expect(changesView(one).summary.map(({ text }) => text.split(' ')[0])).toEqual(['Agency']);
    expect(notesOf(one)).toEqual([
      [],
      ['in Feb 2021 alone, as is Leavers; the months between are in the bridge'],
      [],
    ]);
  });

  it.each([
    ['none is reckoned', [{ ...bridge, because: 'no starters' }], false],
    ['there is none', [], false],
    ['it is of an indicator', [bridge], true],
  ])('names no bridge where %s', (_, bridges, indicator) => {
    const [, starters] = figures;
    const one = of({ figures: starters ? [{ ...starters, indicator }] : [], bridges });
    expect(notesOf(one)).toEqual([['in Feb 2021 alone; the months between are not counted']]);
  });
});

describe('the columns of figures', () => {
  const side = (period: FigureChange['before']['period']) => ({ ...figure().before, period });
  const [march, april] = [
    { ...JAN, key: '2021-03', label: 'Mar 2021' },
    { ...JAN, key: '2021-04', label: 'Apr 2021' },
  ];
  const visits = named('Visits', { indicator: true, before: side(march), after: side(april) });
  const titles = (one: Comparison) => tablesOf(one).map(({ columns }) => columns.map(({ title }) => title));

  it('are the periods where all rows share them', () => {
    expect(titles(of({ figures: [visits] }))[0]?.slice(1, 3)).toEqual(['Mar 2021', 'Apr 2021']);
  });

  it('are the sides where they do not, and each row says of which periods it is', () => {
    const one = of({ figures: [visits, named('Audits', { indicator: true })] });
    expect(titles(one)[0]?.slice(1, 3)).toEqual(['Jan 2021', 'Feb 2021']);
    expect(tablesOf(one)[0]?.rows.map(({ notes }) => notes)).toEqual([
      ['Mar 2021 → Apr 2021'],
      ['Jan 2021 → Feb 2021'],
    ]);
  });
});

describe('members that were taken for one', () => {
  const renamed = [{ dimension: 'team', from: 'North', to: 'North East' }];

  it('are told under the title, with the option for a terminal alone, and under the groups', () => {
    const one = of({ figures: [figure()] }, { renamed });
    const { facts, factsAsTyped } = changesView(one);
    expect(facts.at(-1)).toBe('North and North East are taken for one');
    expect(factsAsTyped).toEqual([...facts.slice(0, -1), 'North = North East, as said with --renamed']);
    expect(itemsOf(one)).toMatchObject([{ mark: 'renamed', title: 'Team North → North East' }]);
  });

  it('are told in the workstreams that have changes of them', () => {
    const workstreams = [
      workstream({ figures: [figure()] }),
      workstream({ id: 'other', title: 'Other', figures: [figure({ group: { team: 'North East' } })] }),
    ];
    const { sections } = changesView(comparison({ renamed, workstreams }));
    expect(sections.filter(({ title }) => title === 'Groups and periods').map(({ id }) => id)).toEqual([
      'groups-other',
    ]);
  });

  it('are no fact where there are none', () => {
    expect(changesView(of({ figures: [figure()] }))).not.toHaveProperty('factsAsTyped');
  });
});

describe('an effect of a definition', () => {
  it('is printed once where both sides have the same', () => {
    const effect = {
      figure: 'agency_rate@2021-02',
      label: 'Agency rate',
      period: FEB,
      old: '21.08%',
      new: '19.50%',
      change: amount('-0.0158', '−1.58 pp'),
    };
    const effects = [
      { ...effect, side: 'before' as const },
      { ...effect, side: 'after' as const },
    ];
    const linesOf = (some: typeof effects) =>
      itemsOf(of({ settings: [setting({ effects: some })] })).map(({ lines }) => lines.length);
    expect(linesOf(effects)).toEqual([1]);
    expect(linesOf(effects.map((one) => (one.side === 'after' ? { ...one, new: '19.60%' } : one)))).toEqual([
      2,
    ]);
  });
});

describe('a basis that nobody names', () => {
  const note = (side: string): string =>
    `${side} does not say what its figures count: they are taken for headcount.`;
  const factOf = (...notCompared: string[]) => {
    const { facts, notes } = changesView(of({}, { form: 'files', notCompared }));
    return [facts.at(-1), notes];
  };

  it('is said with what is counted, and nowhere else', () => {
    expect(factOf(note('a.csv'), note('b.csv'), 'Other.')).toEqual([
      'Headcount, as nothing says otherwise',
      ['Other.'],
    ]);
  });

  it('is said of the side that it is of', () => {
    expect(factOf(note('a.csv'))).toEqual(['Headcount, as nothing in a.csv says otherwise', []]);
  });
});

describe('vacancies beside unfilled posts', () => {
  const [vacancies, unfilled] = [
    named('vacancies', { formula: 'establishment − permanent' }),
    named('unfilled', { formula: 'establishment − permanent − agency' }),
  ];
  const notesOf = (...figures: FigureChange[]) =>
    tablesOf(of({ figures })).flatMap(({ rows }) => rows.flatMap(({ notes }) => notes));

  it('have their definitions, of the whole alone', () => {
    const groups = [vacancies, unfilled].map((one) => ({ ...one, group: { team: 'Duty' } }));
    expect(notesOf(vacancies, unfilled, ...groups)).toEqual([
      'establishment − permanent',
      'establishment − permanent − agency',
    ]);
    expect(notesOf(vacancies, ...groups)).toEqual([]);
  });
});

describe('a text that was written anew', () => {
  const words = [
    { kind: 'same', text: 'The ' },
    { kind: 'removed', text: 'rate is stable ' },
    { kind: 'added', text: 'plan has slipped ' },
    { kind: 'same', text: 'again.' },
  ] as const;
  const fields = [{ field: 'reason', before: '', after: '', words }];
  const rag = { before: 'amber', after: 'red', text: 'Amber to Red', good: false, fields } as const;

  it('stands apart from what it was', () => {
    const [item] = itemsOf(of({ rag }));
    expect(item?.lines).toEqual([
      'Reason now: The plan has slipped again.',
      'Reason before: The rate is stable again.',
    ]);
    expect(item?.words).toEqual([]);
  });

  it('is word by word where half of it stayed, or where nothing went', () => {
    const more = [...words, { kind: 'same', text: ' And more' } as const];
    for (const runs of [more, words.filter(({ kind }) => kind !== 'removed')]) {
      const [item] = itemsOf(
        of({ rag: { ...rag, fields: [{ field: 'reason', before: '', after: '', words: runs }] } }),
      );
      expect(item?.lines).toEqual([]);
      expect(item?.words).toHaveLength(1);
    }
  });

  it('is cut at forty words', () => {
    const long = (word: string) => Array.from({ length: 50 }, () => word).join(' ');
    const runs = [
      { kind: 'removed', text: long('a') },
      { kind: 'added', text: long('b') },
    ] as const;
    const [item] = itemsOf(
      of({ rag: { ...rag, fields: [{ field: 'reason', before: '', after: '', words: runs }] } }),
    );
    expect(item?.lines.map((line) => line.split(' ').length)).toEqual([43, 43]);
  });
});

describe('a section called as its workstream', () => {
  it('has another heading under that', () => {
    const workstreams = ['Workforce', 'Other'].map((title) =>
      workstream({ id: title, title, figures: [figure()] }),
    );
    expect(changesView(comparison({ workstreams })).sections.map(({ title }) => title)).toEqual([
      'Figures',
      'Workforce',
    ]);
  });
});
