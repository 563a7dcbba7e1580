import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/csv/read-csv.ts';
import { dayFirst } from '../../src/read/grammar/date.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { readMilestones } from '../../src/read/milestones.ts';
import { readPaper } from '../../src/read/paper.ts';
import { SourceText } from '../../src/read/source-text.ts';
import { nearestSection } from '../../src/read/section-choices.ts';
import { withDaysFirst } from '../../src/read/table/dates.ts';
import type { Table } from '../../src/read/table/table.ts';
import { readWorkforce } from '../../src/read/workforce/read-workforce.ts';
import { MEASURE_WORDS, vocabularyOf } from '../../src/read/workforce/vocabulary.ts';
import { yamlTree } from '../support/yaml.ts';

const vocabulary = vocabularyOf('workforce', MEASURE_WORDS, []);

function table(text: string): Table {
  const read = readCsv(new SourceText('w.csv', text), DEFAULT_LIMITS).table;
  if (!read) throw new Error('no table');
  return read;
}

function periods(text: string, isDayFirst: boolean): string[] {
  const written = table(text);
  const { observations, findings } = readWorkforce(isDayFirst ? withDaysFirst(written) : written, {
    words: { headings: new Map(), vocabulary },
    basis: 'headcount',
    dayFirst: isDayFirst,
  });
  return [
    ...observations.map(({ period }) => `${period.kind} ${period.key}`),
    ...findings.map(({ code, help }) => `${code} ${help}`),
  ];
}

describe('dates whose day comes first', () => {
  it.each([
    ['10/09/2026', '2026-09-10'],
    [' 1.2.2026 ', '2026-02-01'],
    ['31/12/2026', '2026-12-31'],
    ['31/02/2026', undefined],
    ['10/09/26', undefined],
    ['September 2026', undefined],
  ])('%s is %s', (text, day) => {
    expect(dayFirst(text)).toBe(day);
  });

  it('are months in a period column where all its days are the first of one', () => {
    const months = 'Period,Agency\n01/09/2025,4\n01/10/2025,5\nNov 2025,6\n2025-12-01,6\n';
    expect(periods(months, true)).toEqual([
      'month 2025-09',
      'month 2025-10',
      'month 2025-11',
      'month 2025-12',
    ]);
  });

  it('stay days in a column that has others', () => {
    expect(periods('Period,Agency\n01/09/2025,4\n15/10/2025,5\n', true)).toEqual([
      'day 2025-09-01',
      'day 2025-10-15',
    ]);
  });

  it('are an error without the key, which says how the month is written', () => {
    const [first] = periods('Period,Agency\n01/09/2025,4\n', false);
    expect(first).toMatch(
      /^E063 write Sep 2025, if the month is meant: .*dates: day_first in cip-report\.yaml/,
    );
    // One that can be read in one way only was meant as a day.
    expect(periods('Period,Agency\n2025-09-01,4\n', false)).toEqual(['day 2025-09-01']);
  });

  it('are read in lists and in report.yaml, and leave texts as they are', () => {
    const rows =
      'Reference,Milestone,Date Due,Revised Date,Status,Comments\nA,10/09/2026,10/09/2026,,In progress,\n';
    const { rows: milestones } = readMilestones(withDaysFirst(table(rows)), new Map());
    expect(JSON.stringify(milestones)).toContain('"2026-09-10"');
    expect(JSON.stringify(milestones)).toContain('"10/09/2026"');
    const text = 'period: { from: 01/09/2026, to: 10/09/2026 }\n';
    const settings = { template: 'committee-report', shown: [] };
    const written = yamlTree(`title: Update\nreport_by: Director\n${text}`, 'report.yaml');
    expect(readPaper(written, { ...settings, dayFirst: true }).paper?.period).toEqual({
      from: '2026-09-01',
      to: '2026-09-10',
    });
    expect(readPaper(written, settings).findings.map(({ code }) => code)).toEqual(['E063', 'E063']);
  });
});

describe('a section that is not known', () => {
  it.each([
    ['recommendation', ['decision', 'purpose'], 'decision'],
    ['budget', ['policy', 'financial'], 'policy'],
    ['purpse', ['purpose'], 'purpose'],
    ['community', ['community_impact'], 'community_impact'],
    ['reason', ['reasons'], 'reasons'],
    ['zebra', ['purpose', 'policy'], undefined],
  ])('%s: of %j it is %s', (written, known, meant) => {
    expect(nearestSection(written, known)).toBe(meant);
  });
});
