import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { TEMPLATE_NAMES } from '../../src/model/templates.ts';
import type { Figure, Report } from '../../src/report/report.ts';
import { EXAMPLES, exampleScope } from '../support/explained.ts';
import { fullReport } from '../support/full-report.ts';
import { withoutLineage } from '../support/lineage.ts';
import { unaccounted } from '../support/printed-numbers.ts';

async function reportsOf(name: (typeof EXAMPLES)[number]): Promise<Report[]> {
  const { papers } = await exampleScope(name);
  return papers.flatMap(({ report }) => report ?? []);
}

describe.each(EXAMPLES)('the page of %s', (name) => {
  it('prints no number that the report does not account for', async () => {
    for (const report of await reportsOf(name))
      expect(unaccounted(await renderHtml(report), report)).toEqual([]);
  }, 60_000);

  it('has no figure that does not say where it comes from', async () => {
    for (const report of await reportsOf(name)) expect(withoutLineage(report)).toEqual([]);
  });
});

describe('the page of everything that a report can have', () => {
  it.each(TEMPLATE_NAMES)('prints no number that the report does not account for: %s', async (template) => {
    const report = fullReport(template);
    expect(unaccounted(await renderHtml(report), report)).toEqual([]);
  });
});

describe('the proof', () => {
  it.each(['luton', 'medway', 'devon'] as const)(
    'names the number of a figure of %s that the report has lost',
    async (name) => {
      for (const report of await reportsOf(name)) {
        const html = await renderHtml(report);
        const alone = aloneAmong(report, tabledFigures(report)).slice(0, 5);
        expect(alone.length).toBeGreaterThan(1);
        for (const { id, text } of alone) {
          const named = unaccounted(html, { ...report, figures: figuresWithout(report, id) });
          const number = text.replace(/^\D+/, '').replace(/[^\d%]+$/, '');
          expect(named.join('\n'), id).toContain(`${number} in “`);
        }
      }
    },
    60_000,
  );

  it('names the way to a target that has lost its figure, and what a bridge leaves over', async () => {
    const [report] = await reportsOf('luton');
    const html = report ? await renderHtml(report) : '';
    const lost = (id: string) =>
      report ? unaccounted(html, { ...report, figures: figuresWithout(report, id) }) : [];
    expect(lost('agency_rate@2021-02').join('\n')).toMatch(/11\.08 in “11\.08 pp”/);
    expect(lost('starters@2021-02').join('\n')).toMatch(/143 in “143”/);
  });

  it('is not content with a number that somebody put on the page', async () => {
    const [report] = await reportsOf('luton');
    const html = report ? await renderHtml(report) : '';
    const forged = html.replace('</main>', '<p>Agency use fell by 31.4% in all.</p></main>');
    expect(forged).not.toBe(html);
    expect(report && unaccounted(forged, report)).toEqual(['31.4% in “Agency use fell by 31.4% in all.”']);
  });
});

/** The figures of the workforce table and of the paper's own: each is on the page. */
function tabledFigures({ workforce, tables, figures }: Report): Figure[] {
  const ids = [
    ...workforce.groups.flatMap(({ rows }) => rows.flatMap((row) => row.figures)),
    ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell.figure))),
  ];
  return [...new Set(ids)].flatMap((id) => figures[id] ?? []);
}

function figuresWithout({ figures }: Report, id: string): Report['figures'] {
  return Object.fromEntries(Object.entries(figures).filter(([one]) => one !== id));
}

/** Those whose number nothing else in the report has, so that its loss leaves the number without a source. */
function aloneAmong(report: Report, some: readonly Figure[]): Figure[] {
  const rest = JSON.stringify({ ...report, figures: {}, findings: [], definitions: [] });
  const others = Object.values(report.figures).map((one) => ({ id: one.id, json: JSON.stringify(one) }));
  return some.filter(({ id, text }) => {
    const number = text.replace(/^\D+/, '').replace(/[^\d%]+$/, '');
    if (number.length <= 2 || rest.includes(number)) return false;
    return others.every((other) => other.id === id || !other.json.includes(number));
  });
}
