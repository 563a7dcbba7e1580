import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/report/report.ts';
import { figureFindings, figurePage } from '../../support/figure-page.ts';
import { withFigureParts } from '../../support/figure-parts.ts';
import { LUTON } from '../../support/luton-report.ts';

const REPORT = withFigureParts(LUTON);
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: { 'void-style': ['error', { style: 'omit' }], 'no-trailing-whitespace': 'off' },
});

let page = '';

beforeAll(async () => {
  page = await figurePage(REPORT);
});

function table(id: string): string {
  return new RegExp(`<table id="${id}"[\\s\\S]*?</table>`).exec(page)?.[0] ?? '';
}

function without(report: Report): Report {
  return { ...report, tables: [], trends: [], indicators: [], benchmarks: [], targets: [] };
}

describe('the page of tables, trends, indicators, comparisons and plans', () => {
  it('uses no path that the views do not have', () => {
    expect(figureFindings(REPORT)).toEqual([]);
  });

  it('is valid HTML', async () => {
    const { results } = await validator.validateString(page);
    expect(
      results.flatMap((one) =>
        one.messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
  });

  it('leaves out the columns of indicators that none fills', async () => {
    const { limit, ...row } = REPORT.indicators[2]!;
    const bare = await figurePage({ ...without(LUTON), figures: REPORT.figures, indicators: [row] });
    const heads = [...bare.matchAll(/<th scope="col"[^>]*>([^<]+)</g)].map((match) => match[1]);
    expect(limit).toBeDefined();
    expect(heads).toEqual(['Indicator', 'Latest']);
    expect(bare).toContain('<th scope="row">Assessment</th>');
  });

  it('prints nothing where there is nothing', async () => {
    const empty = await figurePage(without(LUTON));
    expect(empty).not.toMatch(/<table|<figure|<svg/);
  });

  it('gives every table a caption, a head with a scope in every cell, and a head to every row', () => {
    const tables = [...page.matchAll(/<table[\s\S]*?<\/table>/g)].map(([text]) => text);
    expect(tables.length).toBeGreaterThan(9);
    for (const text of tables) {
      expect(text).toMatch(/<caption id="[\w-]+"><b>Table \d+<\/b> /);
      const [head = '', body = ''] = text.split('<tbody>');
      expect(head.match(/<th /g)).toHaveLength(head.match(/<th scope="col"/g)!.length);
      expect(body.match(/<tr/g)).toHaveLength(body.match(/<th scope="row"/g)!.length);
      const columns = head.match(/<th /g)!.length;
      for (const [row] of body.matchAll(/<tr[\s\S]*?<\/tr>/g))
        expect(row.match(/<t[hd] ?/g)).toHaveLength(columns);
    }
  });

  it('names every chart, describes it in words, and leads to its values', () => {
    const charts = [...page.matchAll(/<svg class="chart"[\s\S]*?<\/svg>/g)].map(([text]) => text);
    expect(charts).toHaveLength(8);
    for (const svg of charts) {
      expect(svg).toMatch(/role="img"/);
      const [, title = '', desc = ''] = /<title[^>]*>([^<]+)<\/title><desc[^>]*>([^<]+)</.exec(svg)!;
      expect(title).not.toBe('');
      expect(desc).toMatch(/\d/);
    }
    const links = [...page.matchAll(/<a href="#([\w-]+)">Values, /g)].map((match) => match[1]!);
    expect(links).toHaveLength(4);
    for (const id of links) expect(table(id)).toContain('<tbody>');
  });

  it('has the values of every point of a trend in its table', () => {
    const id = /Agency rate: 3 signals[\s\S]*?href="#(table-\d+)"/.exec(page)![1]!;
    expect(table(id).match(/<td class="num tail-1" data-unit="%">/g)).toHaveLength(18);
    expect(table(id)).toContain(
      '<th scope="row">Jun 2024</th><td class="num tail-1" data-unit="%">31.5</td>',
    );
  });

  it('sets totals apart and keeps marks, markers and brackets', () => {
    expect(page).toMatch(/<tr class="total"><th scope="row">All management and leadership roles<\/th>/);
    expect(page).toContain('>5.5<a class="mark" href="#note-1" aria-label="Note *">*</a></td>');
    expect(page).toContain('>c</td>');
    expect(page).toMatch(/>4 <span class="bracket room-\d+">\(2 new\)<\/span><\/td>/);
  });

  it('prints texts of the council as texts', async () => {
    const nasty = '<img src=x onerror=alert(1)>"\'';
    const [first, ...others] = REPORT.tables;
    const hostile = await figurePage({
      ...REPORT,
      organisation: nasty,
      tables: [
        {
          ...first!,
          title: nasty,
          scope: nasty,
          stub: nasty,
          columns: first!.columns.map(() => nasty),
          rows: first!.rows.map((row) => ({ ...row, label: nasty })),
          note: nasty,
        },
        ...others,
      ],
      trends: REPORT.trends.map((one) => ({
        ...one,
        title: nasty,
        scope: nasty,
        series: one.series.map((line) => ({ ...line, label: nasty })),
        levels: [{ label: nasty, decimal: '1', text: nasty }],
      })),
      indicators: REPORT.indicators.map((one) => ({ ...one, label: nasty, group: { team: nasty } })),
      benchmarks: REPORT.benchmarks.map((one) => ({
        ...one,
        label: nasty,
        cautions: [nasty],
        rows: one.rows.map((row) => ({ ...row, place: nasty, period: nasty, text: nasty, source: nasty })),
      })),
      targets: REPORT.targets.map((one) => ({ ...one, label: nasty })),
    });
    expect(hostile).not.toContain('<img');
    expect(hostile.match(/&lt;img src/g)!.length).toBeGreaterThan(50);
    const { results } = await validator.validateString(hostile);
    expect(results.flatMap((one) => one.messages)).toEqual([]);
  });
});
