import { describe, expect, it } from 'vitest';
import type {
  ChartSpec,
  Observation,
  Paper,
  PaperSection,
  SectionBlock,
  TableSpec,
  Workstream,
} from '../../src/model/dataset.ts';
import { TEMPLATES } from '../../src/model/templates.ts';
import { reportParts } from '../../src/report/parts.ts';
import type { ReportSection } from '../../src/report/report.ts';
import { reportSections } from '../../src/report/sections.ts';
import { place, sourced } from '../support/board.ts';
import { LUTON_PERIODS, paper, table } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

const FIGURES: Observation[] = table(LUTON_PERIODS, [
  ['agency', 52, 36, 39],
  ['permanent', 141, 144, 146],
]);

function text(value: string, heading?: string): SectionBlock {
  return { kind: 'text', text: sourced(value), ...(heading !== undefined && { heading }) };
}

function show(id: string, heading?: string): SectionBlock {
  return { kind: 'show', id, at: place(), ...(heading !== undefined && { heading }) };
}

function section(id: string, blocks: readonly SectionBlock[], title?: string): PaperSection {
  return { id, blocks, at: place(), ...(title !== undefined && { title }) };
}

function tableSpec(id: string): TableSpec {
  return {
    id,
    at: place(),
    title: `Table ${id}`,
    of: {},
    figures: [sourced('agency')],
    rows: { kind: 'periods' },
    columns: { kind: 'figures' },
    periods: [],
  };
}

function chartSpec(id: string): ChartSpec {
  return { id, at: place(), figures: [sourced('agency')], of: {}, limits: true };
}

function made(
  change: { paper?: Partial<Paper>; workstream?: Partial<Workstream>; figures?: readonly Observation[] } = {},
): ReportSection[] {
  const figures = figureSet({
    meeting: { observations: change.figures ?? FIGURES, paper: paper(change.paper) },
    ...(change.workstream && { workstream: change.workstream }),
  });
  return reportSections(figures.context, figures.narrative, reportParts(figures, figures.narrative));
}

const idsOf = (sections: readonly ReportSection[]) => sections.map((one) => one.id);
const choice = (id: string, title?: string) => ({ id, at: place(), ...(title !== undefined && { title }) });

describe('reportSections', () => {
  it("has the template's sections in its order, without those that have nothing in them", () => {
    const sections = made();
    expect(idsOf(sections)).toEqual(['status', 'progress', 'workforce', 'checked']);
    expect(sections.map((one) => one.title)).toEqual([
      'RAG and requests in full',
      'Progress and next period',
      'Workforce data',
      'Figures checked',
    ]);
    expect(sections.every((one) => one.kind === 'computed' && one.blocks.length === 0)).toBe(true);
  });

  it('has the sections that the workstream chooses, under its titles', () => {
    const workstream = {
      sections: [choice('workforce', 'Our workforce'), choice('risks'), choice('progress')],
    };
    expect(made({ workstream }).map(({ id, title }) => [id, title])).toEqual([
      ['workforce', 'Our workforce'],
      ['progress', 'Progress and next period'],
    ]);
  });

  it('puts text into the order of the template, with its citations filled in', () => {
    const sections = made({
      workstream: { template: 'committee-report' },
      paper: {
        sections: [
          section('legal', [text('None.')]),
          section('purpose', [text('There are {{agency}} agency workers.', 'Why')], 'Purpose of this report'),
        ],
      },
    });
    expect(idsOf(sections)).toEqual(['purpose', 'status', 'progress', 'workforce', 'legal', 'checked']);
    expect(sections[0]).toEqual({
      id: 'purpose',
      title: 'Purpose of this report',
      kind: 'text',
      blocks: [{ kind: 'text', heading: 'Why', markdown: 'There are 39 agency workers.' }],
    });
    expect(sections[4]?.title).toBe('Legal implications');
  });

  it('puts a section of its own after the one that it follows in the paper', () => {
    const sections = made({
      workstream: { template: 'committee-report' },
      paper: {
        sections: [
          section('first', [text('1')], 'First'),
          section('purpose', [text('2')]),
          section('second', [text('3')], 'Second'),
          section('third', [text('4')], 'Third'),
          section('legal', [text('5')]),
        ],
      },
    });
    expect(idsOf(sections).filter((id) => !['status', 'progress', 'workforce'].includes(id))).toEqual([
      'first',
      'purpose',
      'second',
      'third',
      'legal',
      'checked',
    ]);
  });

  it('puts sections of its own before those that close the paper, where it has no other', () => {
    const sections = made({
      paper: {
        sections: [section('one', [text('1')], 'One'), section('two', [text('2')], 'Two')],
        appendices: [{ title: 'A', text: sourced('…') }],
      },
    });
    expect(idsOf(sections).slice(-4)).toEqual(['one', 'two', 'appendices', 'checked']);
  });

  it.each(['highlight-report', 'committee-report', 'recommendations-report'] as const)(
    'loses nothing that is written in a %s: every section of the paper is there once',
    (template) => {
      const ids = ['own', 'purpose', 'background_papers', 'wards', 'another', 'climate'];
      const written = ids.map((id) => section(id, [text(id)], `The ${id}`));
      for (const sections of [[], [choice('checked'), choice('climate')]]) {
        const found = made({ workstream: { template, sections }, paper: { sections: written } });
        expect(
          idsOf(found)
            .filter((id) => ids.includes(id))
            .sort(),
        ).toEqual([...ids].sort());
        expect(new Set(idsOf(found)).size).toBe(found.length);
      }
    },
  );

  it('shows tables and trends by the blocks of their sections', () => {
    const sections = made({
      workstream: { tables: [tableSpec('t1'), tableSpec('t2')], charts: [chartSpec('c1')] },
    });
    expect(sections.find((one) => one.id === 'tables')?.blocks).toEqual([
      { kind: 'show', what: 'table', id: 't1' },
      { kind: 'show', what: 'table', id: 't2' },
    ]);
    expect(sections.find((one) => one.id === 'trends')?.blocks).toEqual([
      { kind: 'show', what: 'trend', id: 'c1' },
    ]);
  });

  it('shows nothing twice: what stands among paragraphs is left out of its own section', () => {
    const sections = made({
      workstream: { tables: [tableSpec('t1'), tableSpec('t2')], charts: [chartSpec('c1')] },
      paper: {
        sections: [
          section('summary', [
            text('See:'),
            show('t2', 'By month'),
            show('c1'),
            show('workforce'),
            show('t2'),
          ]),
        ],
      },
    });
    expect(idsOf(sections)).toEqual(['status', 'progress', 'tables', 'summary', 'checked']);
    expect(sections.find((one) => one.id === 'summary')?.blocks).toEqual([
      { kind: 'text', markdown: 'See:' },
      { kind: 'show', heading: 'By month', what: 'table', id: 't2' },
      { kind: 'show', what: 'trend', id: 'c1' },
      { kind: 'show', what: 'section', id: 'workforce' },
    ]);
    expect(sections.find((one) => one.id === 'tables')?.blocks).toEqual([
      { kind: 'show', what: 'table', id: 't1' },
    ]);
  });

  it('shows the rest of the tables where all of them are asked for', () => {
    const sections = made({
      workstream: { tables: [tableSpec('t1'), tableSpec('t2'), tableSpec('t3')] },
      paper: { sections: [section('summary', [show('tables', 'In detail'), show('t2')])] },
    });
    expect(sections.find((one) => one.id === 'summary')?.blocks).toEqual([
      { kind: 'show', heading: 'In detail', what: 'table', id: 't1' },
      { kind: 'show', what: 'table', id: 't3' },
      { kind: 'show', what: 'table', id: 't2' },
    ]);
    expect(idsOf(sections)).not.toContain('tables');
  });

  it('leaves out what would show nothing', () => {
    const sections = made({
      paper: { sections: [section('summary', [show('risks'), show('no-such')])] },
    });
    expect(idsOf(sections)).not.toContain('summary');
    expect(idsOf(made({ figures: [] }))).not.toContain('workforce');
  });

  it('knows every computed section of every template', () => {
    const named = Object.values(TEMPLATES).flatMap((one) => one.sections);
    expect(named.length).toBeGreaterThan(80);
    expect(() =>
      made({ workstream: { sections: [...new Set(named)].map((id) => choice(id)) } }),
    ).not.toThrow();
  });
});
