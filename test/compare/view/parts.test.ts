import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Comparison,
  FigureChange,
  WordRun,
  WorkstreamComparison,
} from '../../../src/compare/comparison.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import { printedSum } from '../../../src/compare/view/rates.ts';
import { trimmedRuns } from '../../../src/compare/view/word-runs.ts';
import type { ViewBlock, ViewTable } from '../../../src/compare/view.ts';
import { exact } from '../../../src/model/exact.ts';
import { formatPoints } from '../../../src/model/format.ts';
import {
  amount,
  comparison,
  entry,
  figure,
  FULL,
  group,
  HOSTILE_TEXTS,
  setting,
  withText,
  workstream,
} from '../../support/comparisons.ts';
import { without } from '../../support/without.ts';

const blocksOf = (one: Comparison): ViewBlock[] =>
  changesView(one).sections.flatMap((section) => section.blocks);

const tablesOf = (one: Comparison): ViewTable[] =>
  blocksOf(one).flatMap((block) => (block.kind === 'table' ? [block] : []));

const summaryOf = (change: Parameters<typeof workstream>[0]): string[] =>
  changesView(comparison({ workstreams: [workstream(change)] })).summary.map((one) => one.text);

const withFigures = (...figures: FigureChange[]): Comparison =>
  comparison({ floor: '5%', tolerance: '0.05', workstreams: [workstream({ figures })] });

describe('tables of figures', () => {
  it('collapse what is under the floor into one line with the largest', () => {
    const small = (label: string, relative: string, text: string): FigureChange =>
      figure({ label, within: 'floor', relative: amount(relative, text) });
    const [table] = tablesOf(
      withFigures(figure(), small('A', '0.01', '+1.0%'), small('B', '-0.04', '−4.0%')),
    );
    expect(table?.rows).toHaveLength(1);
    expect(table?.more).toBe('2 smaller changes, under 5%: the largest is B, +2 (−4.0%)');
  });

  it('count what is within the tolerance in a quiet line', () => {
    const blocks = blocksOf(withFigures(figure({ within: 'tolerance' })));
    expect(blocks).toEqual([
      { kind: 'text', text: '1 change within the tolerance of 0.05 is taken for none.', tone: 'quiet' },
    ]);
  });

  it('have as many cells as columns, and one in a heading', () => {
    for (const { columns, rows } of tablesOf(FULL))
      for (const { cells, kind } of rows) expect(cells).toHaveLength(kind === 'heading' ? 1 : columns.length);
  });

  it('show a marker with what it means', () => {
    expect(tablesOf(FULL).flatMap((one) => one.rows.flatMap((row) => row.cells))).toContain(
      'c (confidential)',
    );
  });

  it('name a basis that is not the workstream’s', () => {
    expect(tablesOf(withFigures(figure({ basis: 'fte' }))).map((one) => one.caption)).toEqual([
      'Counts, full-time equivalent',
    ]);
  });
});

describe('effects by member', () => {
  it('tell eight members, and the others in one row, so that every column adds up as printed', () => {
    const table = tablesOf(FULL).find((one) => one.caption.startsWith('Agency rate by team'));
    const rows = table?.rows ?? [];
    expect(rows).toHaveLength(10);
    expect(rows[8]?.cells[0]).toBe('3 others by team');
    for (const column of [3, 4, 5]) {
      const texts = rows.map((row) => row.cells[column] ?? '');
      expect(printedSum(texts.slice(0, -1))).toBe(texts.at(-1));
    }
  });

  it('add up in any number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1 }), (hundredths) => {
        const texts = hundredths.map((one) => formatPoints(exact(one).div(10_000), 2));
        const sum = hundredths.reduce((total, one) => total + one, 0);
        expect(printedSum(texts)).toBe(formatPoints(exact(sum).div(10_000), 2));
      }),
    );
  });

  it.each([
    [['+1.5', '−0.5'], '+1.0'],
    [['+£1,200', '−£1,300'], '−£100'],
    [['0', '0'], '0'],
  ])('add up in other units: %j', (texts, sum) => {
    expect(printedSum(texts)).toBe(sum);
  });
});

describe('summary', () => {
  it('tells milestones by what happened to each above all', () => {
    const milestones = (['newly_overdue', 'slipped', 'slipped'] as const).map((kind, index) =>
      entry({ reference: `M${index.toString()}`, kinds: [kind] }),
    );
    expect(summaryOf({ milestones })).toEqual(['1 milestone is newly overdue, 2 slipped.']);
  });

  it('tells what changes the meaning of all else first', () => {
    expect(summaryOf({ figures: [figure()], settings: [setting({ text: 'The basis is now FTE' })] })).toEqual(
      ['The basis is now FTE.', 'Agency workers rose from 37 to 39: +2 (+5.4%).'],
    );
  });

  it('says nothing of figures without a number, of groups, of level ones and of small ones', () => {
    const figures = [
      figure({ within: 'floor' }),
      figure({ group: { team: 'Duty' } }),
      figure({ movement: 'level' }),
      figure({ kind: 'marker' }),
    ];
    expect(summaryOf({ figures })).toEqual(['What differs is told below.']);
  });

  it('proposes a renaming once', () => {
    const groups = [
      group({ kind: 'gone', name: 'North', perhaps: { name: 'North East', because: '7 of 7' } }),
      group({ kind: 'new', name: 'North East', perhaps: { name: 'North', because: '7 of 7' } }),
    ];
    expect(summaryOf({ groups })).toEqual(['Team North may now be called North East.']);
  });

  it('has at most eight sentences, of several workstreams ten with their names', () => {
    const several = comparison({
      ...FULL,
      workstreams: [...FULL.workstreams, workstream({ figures: [figure()] })],
    });
    const { summary } = changesView(several);
    expect(changesView(FULL).summary).toHaveLength(8);
    expect(summary).toHaveLength(10);
    expect(summary.map((one) => one.text)).toContain('Workforce: WFR6 escalated from Amber to Red.');
  });
});

describe('words that changed', () => {
  const runs = fc.array(
    fc.record({
      kind: fc.constantFrom('same' as const, 'removed' as const, 'added' as const),
      text: fc.stringMatching(/^ ?([a-z]{1,8} ){1,40}$/),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('keep every short change whole, and of the rest a few words', () => {
    fc.assert(
      fc.property(runs, (all: WordRun[]) => {
        const changed = (some: readonly WordRun[]) => some.filter((one) => one.kind !== 'same');
        const trimmed = trimmedRuns(all);
        expect(changed(trimmed)).toEqual(changed(all));
        for (const { kind, text } of trimmed)
          if (kind === 'same') expect(text.trim().split(' ').length).toBeLessThanOrEqual(13);
      }),
    );
  });

  it('stay near the change', () => {
    const before = Array.from({ length: 30 }, (_, index) => `w${index.toString()}`).join(' ');
    expect(
      trimmedRuns([
        { kind: 'same', text: `${before} ` },
        { kind: 'added', text: 'new ' },
        { kind: 'same', text: before },
      ]).map((one) => one.text),
    ).toEqual(['… w24 w25 w26 w27 w28 w29 ', 'new ', 'w0 w1 w2 w3 w4 w5 …']);
  });
});

describe('text of the data', () => {
  it.each(HOSTILE_TEXTS)('is on one line and of a sane length: %j', (text) => {
    const view = without(changesView(withText(text)), 'comparison');
    const texts: string[] = [];
    JSON.stringify(view, (key, value: unknown) => {
      if (key === 'bridge') return undefined;
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.filter((one) => /[\r\n\t]/.test(one))).toEqual([]);
    expect(texts.filter((one) => one.length > 1000)).toEqual([]);
  });
});

describe('what is not compared', () => {
  it.each([
    [
      'The papers of 14 September 2026 (Workforce, Quality) differ too: compare them with --meeting 2026-09-14.',
      'The papers of 14 September 2026 (Workforce, Quality) differ too.',
    ],
    [
      'Milestones belong to a meeting, not to a data period: compare two meetings, or use --since-last-meeting.',
      'Milestones belong to a meeting, not to a data period: compare two meetings.',
    ],
  ])('names options for a terminal alone: %s', (typed, plain) => {
    const { notes, notesToType } = changesView(comparison({ notCompared: [typed, 'Nothing else.'] }));
    expect([notes, notesToType]).toEqual([
      [plain, 'Nothing else.'],
      [typed, 'Nothing else.'],
    ]);
  });

  it('is said once where nothing is to type', () => {
    const text = '"a: b --c.md" differs too, and is not compared.';
    expect(changesView(comparison({ notCompared: [text] }))).toMatchObject({ notes: [text] });
    expect(changesView(comparison({ notCompared: [text] }))).not.toHaveProperty('notesToType');
  });

  it('is one line for figures that the two sides count otherwise', () => {
    const { before, after } = figure();
    const none = { result: { kind: 'missing', because: '' }, text: '–' } as const;
    const lost = (label: string) =>
      figure({ metric: label, label, basis: 'fte', kind: 'gone', after: { ...after, ...none } });
    const come = (label: string) =>
      figure({ metric: label, label, kind: 'new', before: { ...before, ...none } });
    expect(blocksOf(withFigures(lost('A'), lost('B'), come('A'), come('B'), come('C')))).toMatchObject([
      {
        text: 'Counted as full-time equivalent in Jan 2021 and as headcount in Feb 2021: A (37 and 39), B (37 and 39).',
      },
      { text: 'No figure for Jan 2021: C (39 in Feb 2021).' },
    ]);
  });
});

describe('what the papers of one side print', () => {
  it('is not said twice of what both print, each on its own basis', () => {
    const [one] = FULL.workstreams.flatMap(({ cells }) => cells.filter(({ stated }) => stated));
    if (one === undefined) throw new Error('no stated cell');
    const other = { ...one, basis: 'fte', before: null, after: one.before } as const;
    const textsOf = (cells: WorkstreamComparison['cells']) =>
      blocksOf(comparison({ workstreams: [workstream({ cells })] })).flatMap((block) =>
        block.kind === 'text' ? [block.text.split(':')[0]] : [],
      );
    expect(textsOf([one])).toEqual(['Only the papers of Jan 2021 print']);
    expect(textsOf([one, { ...other, basis: one.basis }])).toHaveLength(2);
    expect(textsOf([one, other])).toEqual([]);
  });
});
