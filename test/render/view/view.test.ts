import { describe, expect, it } from 'vitest';
import type { PeriodRef, TargetProgress } from '../../../src/report/report.ts';
import { reportView } from '../../../src/report/view.ts';
import { targetFinding } from '../../../src/report/view-charts.ts';
import { dateRange, periodInColumn } from '../../../src/report/view-text.ts';
import { tailOf, widestTail } from '../../../src/report/view-workforce.ts';
import { FULL, LUTON, month, withTallMatrix } from '../../support/luton-report.ts';

const view = reportView(LUTON, 'highlight-report');
const full = reportView(FULL, 'highlight-report');

describe('the first page', () => {
  it('says whether the work is on plan, and since when', () => {
    expect(view.summary.rag!.current).toMatchObject({ word: 'Green', short: 'on plan', sign: 'tick' });
    expect(view.summary.rag!.change).toBe('Unchanged since the last report');
    expect(full.summary.rag!.change).toBe('Changed from Amber since 15 February 2021');
    expect(view.summary.rag!.disagreement).toBe('The evidence alone points to Amber.');
  });

  it('says what is asked in words', () => {
    expect(full.summary.asks.map((ask) => ask.kind)).toEqual(['For decision', 'For support', 'For noting']);
  });

  it('gives each headline its change and whether that is better or worse', () => {
    expect(
      view.summary.headlines.map((one) => [
        one.label,
        one.text,
        one.mark,
        one.change?.text,
        one.since,
        one.aim,
      ]),
    ).toEqual([
      ['Agency rate', '21.08%', '', 'Worse: +1.08 pp', 'since Jan 2021', 'Target 10% by Feb 2022'],
      ['Permanent', '146', '', 'Better: +2', 'since Jan 2021', ''],
      ['Agency', '39', '', 'Worse: +3', 'since Jan 2021', ''],
      ['Vacancies', '24', '*', 'Worse: +7', 'since Jan 2021', ''],
    ]);
  });

  it('draws across a sparkline what its figure is held to', () => {
    const [rate, permanent] = view.summary.headlines.map((one) => one.sparkline);
    expect(rate?.level).toBe(0.1);
    expect(rate?.title).toMatch(/; line across at the target, 10%$/);
    expect(permanent?.level).toBeNull();
  });

  it('draws a sparkline from three points on', () => {
    expect(view.summary.headlines.map((one) => one.sparkline?.points.length)).toEqual([3, 3, 5, 3]);
    const two = {
      ...LUTON.workforce,
      series: LUTON.workforce.series.map((one) => ({ ...one, figures: one.figures.slice(-2) })),
    };
    expect(
      reportView({ ...LUTON, workforce: two }, 'highlight-report').summary.headlines[0]?.sparkline,
    ).toBeNull();
  });

  it('states what the target needs, and that three points are not a trend', () => {
    expect(view.summary.target?.title).toBe(
      'Agency rate 21.08% in February 2021; it must fall by 0.92 percentage points a month to reach 10% by February 2022',
    );
    expect(view.summary.target?.notes).toContain('Three points are not a trend.');
  });

  it('leaves the matrix to the risk log before it leaves out a request', () => {
    expect(view.summary.matrix).not.toBeNull();
    expect(view.summary.matrixMore).toBeNull();
    expect(full.summary.matrix).not.toBeNull();
    const tall = reportView(withTallMatrix(FULL), 'highlight-report');
    expect(tall.summary).toMatchObject({ grid: false, matrix: null });
    expect(tall.summary.asks).toHaveLength(FULL.asks.length);
    expect(tall.summary.matrixMore).toEqual({
      text: 'The matrix of risks: ',
      href: '#risks',
      section: `section ${tall.sections.risks.number}`,
      title: tall.sections.risks.title,
    });
  });

  it('counts complete milestones and lists the others, the most urgent first', () => {
    expect(view.summary.milestonesTitle).toBe('6 of 7 milestones complete, 1 slipped 5 months');
    expect(view.summary.milestones.map((row) => row.milestone)).toEqual([
      'Three-year workforce strategy launched',
    ]);
    expect(full.summary.milestones.map((row) => row.state.tone)).toEqual([
      'bad',
      'bad',
      'bad',
      'bad',
      'attention',
    ]);
    expect(full.summary.milestonesMore).toBeNull();
  });
});

describe('the finding of a target', () => {
  const figure = LUTON.figures['agency_rate@2021-02']!;
  const target = LUTON.targets[2]!;
  const by = (over: Partial<TargetProgress>): string => targetFinding({ ...target, ...over }, figure);

  it('follows its state and its direction', () => {
    expect(by({ state: 'achieved' })).toBe(
      'Agency rate 21.08% in February 2021: the target of 10% by February 2022 is met',
    );
    expect(by({ state: 'at_target' })).toBe(
      'Agency rate 21.08% in February 2021, at target; the target is 10% by February 2022',
    );
    expect(by({ state: 'missed' })).toBe(
      'Agency rate 21.08% in February 2021: the target of 10% by February 2022 was missed',
    );
    expect(by({ direction: 'higher', path: { ...target.path!, requiredText: '+2 a month' } })).toBe(
      'Agency rate 21.08% in February 2021; it must rise by 2 a month to reach 10% by February 2022',
    );
  });
});

describe('the workforce section', () => {
  it('states what both lines did, from their first figures to their last', () => {
    expect(view.workforce.chart?.title).toBe(
      'Permanent rose from 141 in December 2020 to 146 in February 2021; agency fell from 66 in January 2020 to 39 in February 2021',
    );
  });

  it('names the council as the source of its chart, and every file that it is drawn from beside its values', () => {
    expect(view.appendix.valuesFrom).toBe('From workforce.csv and workforce-history.csv.');
    expect(view.workforce.chart?.notes).toEqual([
      'Source: Luton Council, headcount.',
      'Five points are not a trend.',
      'Dashed: months between without a figure.',
    ]);
  });

  it('lists the values of the chart, a dash where a period has none', () => {
    expect(
      view.workforce.series?.rows.map((row) => [row.period, ...row.cells.map((cell) => cell.text)]),
    ).toEqual([
      ['Jan 2020', '–', '66'],
      ['May 2020', '–', '72'],
      ['Dec 2020', '141', '52'],
      ['Jan 2021', '144', '36'],
      ['Feb 2021', '146', '39'],
    ]);
  });

  it('shows what the bridge leaves unexplained', () => {
    expect(
      view.workforce.bridge?.rows.map((one) => [one.expected, one.closing, one.unexplained, one.explained]),
    ).toEqual([
      ['150', '144', '−6', false],
      ['143', '146', '+3', false],
    ]);
  });

  it('shows a marker as it stands', () => {
    const figure = {
      ...LUTON.figures['agency@2021-02']!,
      text: 'c',
      result: { kind: 'marker' as const, marker: 'c' as const },
    };
    const marked = reportView(
      { ...LUTON, figures: { ...LUTON.figures, 'agency@2021-02': figure } },
      'highlight-report',
    );
    expect(marked.workforce.groups[2]?.rows[0]?.cells.at(-1)).toMatchObject({ text: 'c', tail: '0' });
    expect(marked.workforce.chart?.series[1]?.points.at(-1)?.value).toBeNull();
  });
});

it.each([
  ['193', '0'],
  ['26.94%', '2p'],
  ['−0.5', '1'],
  ['1,234.50', '2'],
  ['12%', '0p'],
  ['c', '0'],
  ['–', '0'],
  ['<5', '0'],
  ['£250,000', '0'],
  ['£1,234.50', '2'],
  ['−£0.5', '1'],
])('aligns %s on its decimal point', (text, tail) => {
  expect(tailOf(text)).toBe(tail);
});

it('leaves the room of the widest tail', () => {
  const cells = ['193', '26.94%', '1.5'].map((text) => ({
    text,
    unit: '' as const,
    tail: tailOf(text),
    mark: '',
    noteHref: '',
  }));
  expect(widestTail(cells)).toBe('2p');
  expect(widestTail([])).toBe('0');
});

describe('risks', () => {
  it('counts open risks by rating and says that none is red', () => {
    expect(view.risks.summary).toBe('4 open risks: none red, 3 amber, 1 green');
    expect(full.risks.summary).toBe('5 open risks: 1 red, 3 amber, 1 green');
  });

  it('says where levels are the wrong way round, and shows the score as stated', () => {
    expect(view.risks.closed[0]).toMatchObject({
      score: '3 as stated',
      colour: 'none',
      note: 'Levels are the wrong way round in the risk log; exchanged, the matrix scores 3.',
    });
  });

  it('says where the stated score is not the matrix’s', () => {
    expect(full.risks.open[0]).toMatchObject({
      score: '5 Amber',
      note: 'The risk log states 4.',
      movement: 'Up from 3',
    });
  });
});

it('numbers the tables that there are, without a gap', () => {
  const numbers = (tables: typeof view.tables): string[] =>
    Object.values(tables)
      .map((one) => one.number)
      .filter((one) => one !== '');
  expect(numbers(view.tables)).toEqual(Array.from({ length: 14 }, (_, index) => `Table ${index + 1}`));
  const fewer = reportView(
    { ...LUTON, escalations: [], risks: { ...LUTON.risks, closed: [] } },
    'highlight-report',
  );
  expect(numbers(fewer.tables)).toEqual(Array.from({ length: 12 }, (_, index) => `Table ${index + 1}`));
  expect(fewer.summary.target?.table).toEqual(fewer.tables.path);
});

it('writes a range with its year once', () => {
  expect(dateRange('2021-02-15', '2021-04-19')).toBe('15 February to 19 April 2021');
  expect(dateRange('2020-12-15', '2021-04-19')).toBe('15 December 2020 to 19 April 2021');
  expect(month('2021-02').end).toBe('2021-02-28');
});

describe('periodInColumn', () => {
  const ref = (kind: 'day' | 'month' | 'season', label: string): PeriodRef => ({
    kind,
    key: label,
    label,
    start: '2026-09-22',
    end: '2026-09-22',
  });

  it('shortens a day, which may break before the year, and keeps a month in one piece', () => {
    expect(periodInColumn(ref('day', '22 September 2026'))).toBe('22\u00a0Sep 2026');
    expect(periodInColumn(ref('month', 'Sep 2026'))).toBe('Sep\u00a02026');
    expect(periodInColumn(ref('season', 'Summer 2021'))).toBe('Summer 2021');
  });
});
