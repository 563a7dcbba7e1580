import { describe, expect, it } from 'vitest';
import type { ActionRow, Report, ReportSection } from '../../../src/report/report.ts';
import { reportView, type ReportView } from '../../../src/report/view.ts';
import { fullReport } from '../../support/full-report.ts';
import { FULL, LUTON, withTallMatrix } from '../../support/luton-report.ts';
import { without } from '../../support/without.ts';

const computed = (id: string): ReportSection => ({ id, title: id, kind: 'computed', blocks: [] });

function withSections(report: Report, ...ids: string[]): Report {
  return { ...report, sections: ids.map(computed) };
}

function partsOf(view: ReportView, id: string): string[] {
  const section = view.body.find((one) => one.id === id);
  return (section?.paragraphs ?? []).flatMap(({ parts }) => parts.map(({ part }) => part));
}

describe('the sections of a page', () => {
  it('stand in the order of the report, numbered by it, as do the tables', () => {
    const view = reportView(withSections(LUTON, 'risks', 'milestones', 'escalations'), 'committee-report');
    expect(view.body.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 risks',
      '2 milestones',
      '3 escalations',
    ]);
    expect(
      [view.tables.open, view.tables.milestones, view.tables.escalations].map((one) => one.number),
    ).toEqual(['Table 1', 'Table 4', 'Table 5']);
    expect(view.tables.workforce).toEqual({ id: '', number: '' });
  });

  it('are referred to from the first page only where the page has them', () => {
    const report = withSections(withTallMatrix(FULL), 'workforce', 'risks');
    const { summary, sections } = reportView(report, 'highlight-report');
    expect(sections.checked.number).toBe('');
    expect(summary.matrixMore).toMatchObject({ section: 'section 2' });
    expect(summary.milestonesMore ?? summary.targetsMore).toBeNull();
    const many = {
      ...report,
      milestones: Array.from({ length: 30 }, (_, index) => ({
        ...FULL.milestones.at(-1)!,
        reference: `M${index}`,
      })),
    };
    const more = reportView(many, 'highlight-report').summary.milestonesMore;
    expect(more).toMatchObject({ href: '', section: '' });
    expect(more?.text).toMatch(/^\d+ more milestones\.$/);
  });

  it('that a text shows are referred to by the number of that text', () => {
    const report: Report = {
      ...LUTON,
      sections: [
        computed('workforce'),
        {
          id: 'risk_management',
          title: 'Risk management',
          kind: 'text',
          blocks: [
            { kind: 'text', markdown: 'The risks are these.' },
            { kind: 'show', what: 'section', id: 'risks', heading: 'Risk log' },
          ],
        },
      ],
    };
    const view = reportView(report, 'committee-report');
    expect(view.sections.risks).toMatchObject({ id: 'section-risk_management', number: '2' });
    expect(view.body[1]?.paragraphs.map((one) => [one.number, one.heading, one.parts[0]?.part])).toEqual([
      ['2.1', '', 'text'],
      ['2.2', 'Risk log', 'risks'],
    ]);
  });

  it('of text never take the place of the page’s own anchors', () => {
    const own: ReportSection = {
      id: 'main',
      title: 'Main',
      kind: 'text',
      blocks: [{ kind: 'text', markdown: 'Text.' }],
    };
    expect(reportView({ ...LUTON, sections: [own] }, 'committee-report').body[0]?.id).toBe('section-main');
  });

  it('repeat the RAG in full even where the configuration leaves that section out, if the first page cuts it', () => {
    const asks = Array.from({ length: 9 }, () => LUTON.asks).flat();
    const report = withSections({ ...LUTON, asks }, 'risks');
    expect(reportView(report, 'highlight-report').body.map((one) => one.id)).toEqual(['status', 'risks']);
    expect(reportView(report, 'committee-report').body.map((one) => one.id)).toEqual(['risks']);
  });

  it('have the notes on figures with the tables, where the page does not have the workforce’s own', () => {
    const full = fullReport('committee-report');
    const tables: ReportSection = {
      ...computed('tables'),
      blocks: full.tables.map((one) => ({ kind: 'show', what: 'table', id: one.id })),
    };
    const report = { ...full, sections: [computed('risks'), tables, computed('checked')] };
    const view = reportView(report, 'committee-report');
    expect(partsOf(view, 'tables').at(-1)).toBe('notes');
    expect(
      partsOf(reportView(withSections(full, 'risks', 'actions'), 'committee-report'), 'actions'),
    ).toEqual(['actions', 'notes']);
    expect(partsOf(reportView(withSections(LUTON, 'workforce'), 'committee-report'), 'workforce')).toEqual([
      'workforce',
    ]);
  });
});

describe('recommendations', () => {
  it('are each given in full in a report on them', () => {
    const view = reportView(fullReport('recommendations-report'), 'recommendations-report');
    expect(partsOf(view, 'recommendations')).toEqual(Array.from({ length: 5 }, () => 'recommendation'));
    const section = view.body.find((one) => one.id === 'recommendations');
    expect(section?.paragraphs.map((one) => one.heading)).toEqual([
      'Recommendation 1',
      'Recommendation 2',
      'Ofsted 3',
      'Recommendation 4',
      'Recommendation 5',
    ]);
  });

  it('are a table of what is in place in other papers, and the rest follows it', () => {
    const view = reportView(fullReport('committee-report'), 'committee-report');
    expect(partsOf(view, 'recommendations')).toEqual([
      'recommendations-table',
      'recommendation',
      'recommendation',
      'recommendation',
    ]);
    expect(view.recommendations.map((one) => one.reference)).toEqual(['1', '5']);
  });

  it('are counted by status on the first page, those with work to do first', () => {
    const { glance } = reportView(fullReport('recommendations-report'), 'recommendations-report');
    expect(glance.counts.map((one) => [one.count, one.text, one.sign])).toEqual([
      ['1', 'Not started', 'alert'],
      ['1', 'In progress', 'open'],
      ['1', 'Complete', 'tick'],
      ['1', 'Rejected', 'dash'],
      ['1', 'No status given', 'dash'],
    ]);
  });
});

describe('actions', () => {
  const view = reportView(fullReport('committee-report'), 'committee-report');

  it('say from when they are carried, and which date was set first', () => {
    expect(view.actions[0]).toMatchObject({
      due: 'Mar\u00a02021',
      first: 'Feb\u00a02021',
      carried: 'Carried from 15 February 2021, open then',
      state: { sign: 'cross', tone: 'bad', text: 'Overdue by 19 days' },
    });
    expect(view.actionsTitle).toBe('9 actions: 6 overdue, 1 due soon, 1 complete, 1 withdrawn');
  });

  it('that are overdue are named on the first page, and the rest of them counted', () => {
    expect(view.glance.actions).toEqual({ sign: 'cross', tone: 'bad', text: '6 actions overdue' });
    expect(view.glance.next).toEqual([]);
    expect(view.glance.overdue.map((one) => one.reference)).toEqual(['A1', 'A4', 'A5', 'A6', 'A7']);
    expect(view.glance.overdueMore).toMatchObject({ text: '1 more action: ', href: '#actions' });
    const none = reportView({ ...LUTON, actions: [] }, 'recommendations-report').glance;
    expect([none.actions, none.next, none.overdueMore]).toEqual([null, [], null]);
  });

  it('that are due next are named where few are overdue, the first to be due first', () => {
    const full = fullReport('committee-report');
    const due = (month: number): ActionRow => {
      const end = `2021-0${month}-28`;
      const period = { ...full.actions[0]!.due!, key: `2021-0${month}`, end };
      return { ...without(full.actions[0]!, 'revised'), reference: `M${month}`, state: 'open', due: period };
    };
    const undated = { ...without(due(5), 'due'), reference: 'U' };
    const actions = [due(9), due(7), undated, due(8), due(6)];
    const { glance } = reportView({ ...full, actions }, 'recommendations-report');
    expect(glance.actions).toMatchObject({ sign: 'tick', text: 'No action is overdue' });
    expect(glance.next.map((one) => one.reference)).toEqual(['M6', 'M7', 'M8']);
  });
});

describe('the first page of a paper for a committee', () => {
  it('has the figures of indicators, each against its level, where no headline is named', () => {
    const full = fullReport('committee-report');
    const report = { ...full, workforce: { ...full.workforce, headlines: [] } };
    const { headlines, period } = reportView(report, 'committee-report').glance;
    expect(period).toBe('June 2024');
    expect(
      headlines.slice(0, 2).map((one) => [one.label, one.text, one.change?.text, one.since, one.aim]),
    ).toEqual([
      ['Statutory visits on time', '81.7%', 'Better: +2.7 pp', 'since May 2024', 'Target at least 90%'],
      ['Average caseload', '16.44', '1.56 below the cap', '', 'Cap at most 18'],
    ]);
    expect(headlines[1]?.change).toMatchObject({ sign: 'tick', tone: 'good' });
  });

  it('leads to the section that holds what is to be agreed', () => {
    const full = fullReport('committee-report');
    expect(reportView(full, 'committee-report').glance.decision).toBeNull();
    const blocks = [{ kind: 'text' as const, markdown: 'That the board agrees the new date. '.repeat(20) }];
    const sections = full.sections.map((one) => (one.id === 'decision' ? { ...one, blocks } : one));
    const { glance } = reportView({ ...full, sections }, 'committee-report');
    expect(glance.decision).toMatchObject({ id: 'section-decision', number: '3' });
    expect(reportView(LUTON, 'committee-report').glance.decision).toBeNull();
  });

  it('speaks of a committee only where there is one', () => {
    const named = (board: string) => reportView({ ...LUTON, board }, 'committee-report');
    expect(named('Children’s Scrutiny Committee')).toMatchObject({ audience: 'committee' });
    expect(named('Children’s Scrutiny Committee').facts[0]?.term).toBe('Committee');
    expect(named('Improvement Board').audience).toBe('board');
    expect(named('Improvement Board').facts[0]?.term).toBe('Board');
  });
});

describe('the head of a page', () => {
  it('has the facts that there are, and no other', () => {
    const rest = without(without(LUTON, 'sponsor'), 'period');
    const view = reportView({ ...rest, reportBy: 'Director' }, 'highlight-report');
    expect(view.facts.map((one) => one.term)).toEqual([
      'Board',
      'Data to',
      'Lead',
      'Completed by',
      'Pillar',
      'Report by',
    ]);
    expect(reportView(LUTON, 'highlight-report').facts.map((one) => one.columns)).toEqual([
      '6',
      '4',
      '2',
      '3',
      '3',
      '3',
      '3',
    ]);
  });

  it('says the report’s title above each page, and shortens the board’s name no more than it must', () => {
    const board = 'Health and Social Care Overview and Scrutiny Committee';
    const rest = without(LUTON, 'boardShort');
    const { running } = reportView({ ...rest, board, title: 'Workforce' }, 'committee-report');
    expect(running.title).toBe('Workforce');
    expect(running.meeting).toBe(`Luton Council, ${board}, 19 April 2021`);
    const long = reportView({ ...rest, board: board.repeat(3) }, 'committee-report').running.meeting;
    expect(long).toMatch(/^Luton Council, Health .*…, 19 April 2021$/);
  });

  it('fits a logo into its box, whatever its size, and keeps its shape', () => {
    const logo = { mediaType: 'image/png', base64: 'AAAA' } as const;
    const size = (width: number, height: number): unknown => {
      const view = reportView({ ...LUTON, theme: { logo: { ...logo, width, height } } }, 'highlight-report');
      return [Number(view.logo?.width), Number(view.logo?.height)];
    };
    expect(size(360, 120)).toEqual([144, 48]);
    expect(size(2000, 100)).toEqual([176, 9]);
    expect(size(40, 30)).toEqual([40, 30]);
    expect(size(3000, 1)).toEqual([176, 1]);
  });
});

describe('a paper without a RAG', () => {
  const view = reportView(without(LUTON, 'rag'), 'highlight-report');

  it('shows none, and asks what it asks', () => {
    expect(view.summary.rag).toBeNull();
    expect(view.status.rag).toBeNull();
    expect(view.glance.rag).toBeNull();
    expect(view.summary.asks).toHaveLength(1);
  });
});
