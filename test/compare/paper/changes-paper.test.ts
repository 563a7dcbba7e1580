import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { changesPaper } from '../../../src/compare/paper/changes-paper.ts';
import type { ChangesPaper, PaperBlock } from '../../../src/compare/paper/paper.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import {
  amount,
  comparison,
  entry,
  EQUAL,
  figure,
  FULL,
  FULL_WORKSTREAM,
  HOSTILE,
  SEVERAL,
  SMALL,
  workstream,
} from '../../support/comparisons.ts';

const measure = (text: string): number => Array.from(text).length * 0.5;

function paperOf(one: Comparison): ChangesPaper {
  return changesPaper(changesView(one), measure);
}

function blocksOf({ sheets }: ChangesPaper, at?: number): PaperBlock[] {
  const some = at === undefined ? sheets : sheets.slice(at, at + 1);
  return some.flatMap(({ zones }) =>
    zones.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks)),
  );
}

function titles({ sheets }: ChangesPaper, at: number): string[] {
  return (sheets[at]?.zones ?? []).flatMap(({ sections }) => sections.map(({ title }) => title));
}

const MANY = comparison({
  workstreams: [
    workstream({
      figures: Array.from({ length: 70 }, (_, at) =>
        figure({ id: `m${at}`, metric: `m${at}`, label: `Figure ${at}`, absolute: amount('2', '+2') }),
      ),
      bridges: FULL_WORKSTREAM.bridges,
      risks: Array.from({ length: 90 }, (_, at) =>
        entry({ reference: `R${at}`, kinds: ['new'], texts: ['New'] }),
      ),
      recommendations: Array.from({ length: 60 }, (_, at) =>
        entry({ reference: `A${at}`, kinds: ['new'], texts: ['New'] }),
      ),
    }),
  ],
});

describe('the paper of a comparison', () => {
  it.each([
    ['nothing differs', EQUAL, 1],
    ['little changed', SMALL, 1],
    ['everything changed', FULL, 2],
    ['there are several workstreams', SEVERAL, 2],
    ['texts are hostile', HOSTILE, 2],
    ['there is very much', MANY, 2],
  ])('has as many sheets as it needs and never more than two: %s', (_, one, sheets) => {
    expect(paperOf(one).sheets).toHaveLength(sheets);
  });

  it('begins with what is said first: the summary, definitions, the RAG, figures', () => {
    expect(titles(paperOf(FULL), 0).slice(0, 4)).toEqual([
      'In short',
      'Definitions and matrix',
      'RAG',
      'Workforce',
    ]);
  });

  it('has the largest figures on its first sheet and the bridge on either, however much there is', () => {
    const paper = paperOf(MANY);
    const blocks = blocksOf(paper, 0);
    const rows = blocks.flatMap(({ table }) => table?.rows ?? []);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows[0]?.name).toBe('Figure 0');
    expect(blocksOf(paper).filter(({ waterfall }) => waterfall !== null)).toHaveLength(1);
  });

  it('counts exactly what it does not show, and says where all is', () => {
    const paper = paperOf(MANY);
    const shown = blocksOf(paper).map(({ table, items, more }) => ({
      count: table?.rows.filter(({ heading }) => !heading).length ?? items?.length ?? 0,
      more: Number(/and (\d+) more change/.exec(more)?.[1] ?? 0),
    }));
    const sums = shown.filter(({ count }) => count > 0);
    expect(sums.reduce((sum, { count, more }) => sum + count + more, 0)).toBe(70 + 90);
    const foot = paper.sheets.at(-1)?.foot ?? [];
    expect(foot).toContain('Not shown here: recommendations.');
    expect(foot.at(-1)).toBe('The CSV lists every change (cip-report diff --format csv).');
  });

  it('says nothing of more where all is shown', () => {
    const paper = paperOf(SMALL);
    expect(blocksOf(paper).every(({ more }) => more === '')).toBe(true);
    expect(paper.sheets.at(-1)?.foot).toEqual([]);
  });

  it('names what has no room at all', () => {
    const paper = paperOf(SEVERAL);
    const named = paper.sheets.at(-1)?.foot.join(' ') ?? '';
    expect(named).toMatch(
      /^Benchmarks are not compared. Not shown here: of Workforce .*figures by team. The CSV lists every change/,
    );
    expect(named).not.toMatch(/\(\d+ lines?\)/);
  });

  it('cuts no list of milestones or risks to one while it shows figures of single teams', () => {
    const many = (letter: string) =>
      Array.from({ length: 12 }, (_, at) =>
        entry({ reference: `${letter}${at}`, kinds: ['new'] as const, texts: ['New'] }),
      );
    const teams = Array.from({ length: 12 }, (_, at) =>
      figure({ id: `agency[team=T${at}]`, group: { team: `T${at}` } }),
    );
    const paper = paperOf(
      comparison({
        workstreams: [workstream({ figures: [figure(), ...teams], milestones: many('M'), risks: many('R') })],
      }),
    );
    const items = blocksOf(paper).flatMap((block) => block.items ?? []);
    for (const letter of ['M', 'R'])
      expect(items.filter(({ reference }) => reference.startsWith(letter))).toHaveLength(12);
  });

  it('shows what is grave in the lists of every workstream before figures that are neither better nor worse', () => {
    const neutral = Array.from({ length: 30 }, (_, at) =>
      figure({ id: `m${at}`, metric: `m${at}`, label: `Figure ${at}`, good: null }),
    );
    const lists = {
      figures: neutral,
      risks: [
        entry({ reference: 'R3', kinds: ['new'] as const, texts: ['New'] }),
        entry({ reference: 'R1', kinds: ['de_escalated'] as const, texts: ['De-escalated'], good: true }),
      ],
      milestones: [
        entry({ reference: 'M1', kinds: ['completed'] as const, texts: ['Completed'], good: true }),
        entry({ reference: 'M2', kinds: ['slipped'] as const, texts: ['Slipped'], good: false }),
      ],
      actions: [
        entry({ reference: 'A1', kinds: ['newly_overdue'] as const, texts: ['Overdue'], good: false }),
      ],
      escalations: [entry({ reference: 'E1', kinds: ['new'] as const, texts: ['New'] })],
    };
    const workstreams = ['one', 'two', 'three'].map((id) => workstream({ id, title: id, ...lists }));
    const paper = paperOf(comparison({ workstreams }));
    const items = blocksOf(paper).flatMap((block) => block.items ?? []);
    for (const grave of ['R1', 'M1', 'M2', 'A1', 'E1'])
      expect(items.filter(({ reference }) => reference === grave)).toHaveLength(3);
    expect(blocksOf(paper).some(({ more }) => more !== '')).toBe(true);
  });

  it('has the entries of a list by their gravity: bad, then better, then new', () => {
    const risks = [
      entry({ reference: 'R3', kinds: ['new'] as const, texts: ['New'] }),
      entry({ reference: 'R1', kinds: ['de_escalated'] as const, texts: ['De-escalated'], good: true }),
      entry({ reference: 'R2', kinds: ['escalated'] as const, texts: ['Escalated'], good: false }),
    ];
    const paper = paperOf(comparison({ workstreams: [workstream({ figures: [], risks })] }));
    const items = blocksOf(paper).flatMap((block) => block.items ?? []);
    expect(items.map(({ reference }) => reference)).toEqual(['R2', 'R1', 'R3']);
  });

  it('goes by workstream, and in each from what happened to why', () => {
    const one = workstream({
      figures: [figure()],
      bridges: FULL_WORKSTREAM.bridges,
      risks: [entry({ reference: 'R1', kinds: ['new'] as const, texts: ['New'] })],
    });
    const paper = paperOf(
      comparison({ workstreams: [one, { ...one, id: 'performance', title: 'Performance' }] }),
    );
    expect(
      [...titles(paper, 0), ...titles(paper, 1)].filter((title) => !title.endsWith('continued')),
    ).toEqual([
      'In short',
      'Workforce: figures',
      'Workforce: risks',
      'Workforce: why figures changed',
      'Performance: workforce',
      'Performance: risks',
      'Performance: why figures changed',
    ]);
  });

  it('gives no reading to a change that is printed as none', () => {
    const none = figure({ id: 'm1', metric: 'm1', absolute: amount('0', '0.0'), good: true });
    const paper = paperOf(comparison({ workstreams: [workstream({ figures: [figure(), none] })] }));
    const [table] = blocksOf(paper).flatMap((block) => block.table ?? []);
    const marks = table?.rows
      .filter(({ heading }) => !heading)
      .map(({ cells }) => cells.at(-1)?.mark !== null);
    expect(marks).toEqual([true, false]);
  });

  it('draws the bridge of a workstream alone, and tells of several one that leaves nothing over in words', () => {
    const bridges = FULL_WORKSTREAM.bridges.map((bridge) => ({ ...bridge, explained: true }));
    const blocks = (ids: readonly string[]) =>
      blocksOf(paperOf(comparison({ workstreams: ids.map((id) => workstream({ id, title: id, bridges })) })));
    expect(blocks(['one']).filter(({ waterfall }) => waterfall !== null)).toHaveLength(1);
    const several = blocks(['one', 'other']);
    expect(several.every(({ waterfall }) => waterfall === null)).toBe(true);
    expect(several.flatMap(({ lines }) => lines ?? []).join(' ')).toContain('expected');
  });

  it('prints what the reason of the RAG is now, and no words that went', () => {
    const rag = FULL_WORKSTREAM.rag;
    expect(rag).toBeDefined();
    const items = blocksOf(paperOf(FULL)).flatMap((block) => block.items ?? []);
    const [item] = items.filter(({ lines }) => lines.some((line) => line.startsWith('Reason now: ')));
    expect(item?.title).toBe(rag?.text);
    expect(item?.words).toEqual([]);
  });

  it('gives no reading to what was restated', () => {
    const restated = figure({ id: 'agency@2021-01', good: false });
    const paper = paperOf(comparison({ workstreams: [workstream({ restated: [restated], figures: [] })] }));
    const [table] = blocksOf(paper).flatMap((block) => block.table ?? []);
    expect(table?.columns.map(({ title }) => title)).not.toContain('Reading');
    expect(table?.rows.flatMap(({ cells }) => cells).every(({ mark }) => mark === null)).toBe(true);
  });

  it('shows a table whose rows add up whole or not at all', () => {
    for (const { table } of blocksOf(paperOf(FULL)))
      if (table?.caption.startsWith('Where the change')) expect(table.rows.at(-1)?.name).toBe('Together');
  });

  it('has widths that fill the sheet, a heading apart', () => {
    for (const one of [SMALL, FULL, SEVERAL, HOSTILE, MANY])
      for (const { table } of blocksOf(paperOf(one)))
        if (table) expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
  });

  it('is the same for the same comparison', () => {
    expect(paperOf(FULL)).toEqual(paperOf(FULL));
  });
});
