import { describe, expect, it } from 'vitest';
import { TEMPLATE_NAMES } from '../../../src/model/templates.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { EXAMPLES, exampleScope } from '../../support/explained.ts';
import { fullReport } from '../../support/full-report.ts';

/** Returns the cells whose unit is said elsewhere, each with the headings of its row and its column. */
function cellsWithUnit(html: string): { unit: string; text: string; headings: string[] }[] {
  return all(html, /<table\b[\s\S]*?<\/table>/g).flatMap((table) => {
    const heads = texts(table.slice(0, table.indexOf('</thead>')), 'th');
    return all(table.slice(table.indexOf('</thead>')), /<tr\b[\s\S]*?<\/tr>/g).flatMap((row) => {
      const cells = all(row, /<td\b[\s\S]*?<\/td>/g);
      // Headings stand first in a row, so that its cells belong to the last columns.
      return cells.flatMap((cell, at) => {
        const unit = / data-unit="([^"]*)"/.exec(cell)?.[1];
        const column = heads.at(at - cells.length) ?? '';
        return unit === undefined
          ? []
          : [{ unit, text: plain(cell), headings: [column, ...texts(row, 'th')] }];
      });
    });
  });
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([one]) => one);
}

function texts(html: string, tag: string): string[] {
  return all(html, new RegExp(`<${tag}\\b[\\s\\S]*?</${tag}>`, 'g')).map(plain);
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

function withoutHeading(html: string): string[] {
  return cellsWithUnit(html)
    .filter(({ unit, headings }) => !headings.some((heading) => says(heading, unit)))
    .map(({ unit, text, headings }) => `${text} ${unit}: ${headings.join(' | ')}`);
}

function says(heading: string, unit: string): boolean {
  return (
    heading.endsWith(`, ${unit}`) || heading.includes(unit) || (unit === '%' && /per ?cent/i.test(heading))
  );
}

describe.each(EXAMPLES)('the page of %s', (name) => {
  it('says the unit of a figure without one in the heading of its row or its column', async () => {
    const { papers } = await exampleScope(name);
    for (const { report } of papers) if (report) expect(withoutHeading(await renderHtml(report))).toEqual([]);
  }, 60_000);
});

describe('the page of everything that a report can have', () => {
  it.each(TEMPLATE_NAMES)('says the unit of a figure in a heading: %s', async (template) => {
    const html = await renderHtml(fullReport(template));
    expect(new Set(cellsWithUnit(html).map(({ unit }) => unit))).toContain('%');
    expect(withoutHeading(html)).toEqual([]);
  });

  it('is found out where a heading does not say it', async () => {
    const html = await renderHtml(fullReport('highlight-report'));
    const bare = html.replace(/(<th\b[^>]*>[^<]*), %(?=<)/g, '$1');
    expect(bare).not.toBe(html);
    expect(withoutHeading(bare).length).toBeGreaterThan(0);
  });
});
