import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { figureTableViews } from '../../src/report/view-figure-tables.ts';
import { fullReport } from '../support/full-report.ts';

const FULL = fullReport('committee-report');
const [TABLE] = FULL.tables;

function viewOf(change: Partial<Report['tables'][number]>) {
  const table = { ...TABLE!, ...change };
  return figureTableViews({ ...FULL, tables: [table] }).get(table.id)!;
}

describe('the heading of a column', () => {
  it.each([
    ['Jul 2023', true],
    ['Sept 2023', true],
    ['2023/24', true],
    ['Q3 2023/24', true],
    ['Summer 2023', true],
    ['Agency rate', false],
    ['Posts added in 2023', false],
  ])('is kept on one line where it is a period: %s is %s', (label, dated) => {
    const columns = TABLE!.columns.map(() => label);
    expect(viewOf({ columns }).columns.every((one) => one.dated === dated)).toBe(true);
  });
});

describe('the line under the title of a table', () => {
  it('says whom it counts', () => {
    expect(viewOf({ title: 'Sickness by month', scope: 'Social Care' }).scope).toBe('Social Care');
  });

  it('is left out where the title has said it', () => {
    expect(viewOf({ title: 'Sickness in social care', scope: 'Social Care' }).scope).toBe('');
  });
});
