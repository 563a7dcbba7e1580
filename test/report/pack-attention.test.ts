import { describe, expect, it } from 'vitest';
import { packSummary } from '../../src/report/pack-summary.ts';
import { buildPack } from '../../src/report/pack.ts';
import type { IndicatorRow, Report } from '../../src/report/report.ts';
import { LUTON } from '../support/luton-report.ts';

const AT = { file: 'workforce/2021-02-15/actions.csv', line: 2, column: 1, length: 2 };

const BARE: Report = {
  ...LUTON,
  asks: [],
  targets: [],
  indicators: [],
  milestones: [],
  actions: [],
  answers: [],
  risks: { ...LUTON.risks, open: [], closed: [] },
};

function summary(report: Report) {
  const made = packSummary(buildPack([report]), 'summary', () => '#report');
  return { ...made, attention: made.rows[0]?.attention.map(({ tone, text }) => `${tone}: ${text}`) };
}

function indicator(id: string, rag: 'green' | 'amber' | 'red', figure: string): IndicatorRow {
  const limit = { kind: 'cap', text: 'at most 10%', rag, gapText: 'over', met: rag === 'green' };
  return { indicator: id, label: id, group: {}, figure, series: [], limit } as unknown as IndicatorRow;
}

describe('what a pack says of a workstream without faults', () => {
  it('is nothing of what was not given', () => {
    const { attention, overdueTitle, risksTitle } = summary(BARE);
    expect(attention).toEqual(['plain: No data on progress or risk']);
    expect(overdueTitle).toBe('No milestones or actions are given');
    expect(risksTitle).toBe('No risk log is given');
  });

  it('is what its own data shows', () => {
    const { attention, overdueTitle } = summary({ ...BARE, milestones: LUTON.milestones });
    expect(attention).toEqual(['good: No milestone overdue']);
    expect(overdueTitle).toBe('Nothing is overdue');
  });
});

describe('what a pack tells the board to look at', () => {
  const [figure = ''] = LUTON.workforce.headlines;
  const report: Report = {
    ...BARE,
    indicators: [
      indicator('a', 'red', figure),
      indicator('b', 'amber', figure),
      indicator('c', 'green', figure),
    ],
    missingActions: [{ reference: 'A3', action: 'Write the plan', meeting: '2021-02-15', at: AT }],
    answers: [{ reference: 'R1', resolution: 'Show **it** in\nfull\\*.', meeting: '2021-02-15', at: AT }],
  };

  it('is also an indicator, a lost action and a resolution without an answer', () => {
    expect(summary(report).attention).toEqual([
      'bad: 1 indicator outside its level',
      'attention: 1 action missing',
      'attention: 1 resolution not answered',
      'attention: 1 indicator outside its level, within tolerance',
    ]);
  });

  it('is listed under what is overdue', () => {
    const { overdueTitle, overdue } = summary(report);
    expect(overdueTitle).toBe('1 action missing, 1 resolution not answered');
    expect(overdue.map(({ reference, text, state }) => [reference, text, state.text])).toEqual([
      ['A3', 'Write the plan', 'Missing from the paper'],
      ['R1', 'Show it in full*.', 'Resolved on 15 February 2021, not answered'],
    ]);
  });
});

describe('the figures of a pack', () => {
  const ids = LUTON.workforce.series.flatMap(({ figures }) => figures.slice(-1)).slice(0, 6);
  const report: Report = {
    ...BARE,
    workforce: { ...LUTON.workforce, headlines: [] },
    indicators: ids.map((id, at) => indicator(id, at === 5 ? 'red' : at === 4 ? 'amber' : 'green', id)),
  };

  it('begin with those outside their levels, and say how many there are beside', () => {
    const [one] = buildPack([report]).workstreams;
    expect(ids).toHaveLength(6);
    expect(one?.headlines.map((headline) => headline.figure)).toEqual([ids[5], ids[4], ids[0], ids[1]]);
    expect(one?.moreHeadlines).toBe(2);
    expect(summary(report).rows[0]?.headlinesMore).toBe('2 more figures in the report.');
  });
});

describe('what a pack says is asked', () => {
  it('is also what the section of the decision asks', () => {
    const section = {
      id: 'decision',
      title: 'Recommendations',
      kind: 'text' as const,
      blocks: [{ kind: 'text' as const, markdown: 'Agree the plan.' }],
    };
    const { asks } = summary({ ...BARE, sections: [section, ...LUTON.sections] });
    expect(asks.map(({ kind, text }) => kind + text.markdown)).toEqual(['Agree the plan.']);
  });
});
