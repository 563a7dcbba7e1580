import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import type { TemplateName } from '../../src/model/templates.ts';
import type { Report } from '../../src/report/report.ts';
import { reportView } from '../../src/report/view.ts';
import { LUTON } from '../support/luton-report.ts';

const STATUS = { id: 'status', title: 'RAG and requests in full', kind: 'computed' as const, blocks: [] };
const TEMPLATES = ['highlight-report', 'committee-report', 'recommendations-report'] as const;

function paper(template: TemplateName, decision: readonly string[], over: Partial<Report> = {}): Report {
  const blocks = decision.map((markdown) => ({ kind: 'text' as const, markdown }));
  const section = { id: 'decision', title: 'Recommendations', kind: 'text' as const, blocks };
  const sections = [...(decision.length === 0 ? [] : [section]), STATUS, ...LUTON.sections];
  const report: Report = { ...LUTON, template, asks: [], sections, ...over };
  return report;
}

function withoutRag(report: Report): Report {
  const { rag, ...rest } = report;
  expect(rag).toBeDefined();
  return rest;
}

describe.each(TEMPLATES)('what is needed, in a %s', (template) => {
  it('quotes the section of the decision', async () => {
    const report = paper(template, ['Note the *progress*.', 'Agree the plan.']);
    const { glance, summary } = reportView(report, template);
    const shown = template === 'highlight-report' ? summary.asks : glance.asks;
    expect(shown.map(({ kind, text }) => kind + text.markdown)).toEqual([
      'Note the *progress*.',
      'Agree the plan.',
    ]);
    expect(glance.decision).toBeNull();
    expect(await renderHtml(report)).not.toContain('Nothing is asked');
  });

  it('leads to the section where it is too long', async () => {
    const report = paper(template, ['Agree the plan of the council. '.repeat(30)]);
    const page = await renderHtml(report);
    expect(page).toMatch(
      /Recommendations: see <a href="#section-decision" aria-label="section 1, Recommendations">section 1<\/a>/,
    );
    expect(page).not.toContain('Nothing is asked');
  });

  it('is nothing where nothing is asked', async () => {
    expect(await renderHtml(paper(template, []))).toContain('Nothing is asked');
  });

  it('is not repeated in a section where there is no RAG', () => {
    const asks: Report['asks'] = [{ kind: 'decide', markdown: 'Agree the plan.' }];
    const { body } = reportView(withoutRag(paper(template, [], { asks })), template);
    expect(body.map(({ id }) => id)).not.toContain('status');
  });
});

describe.each(['committee-report', 'recommendations-report'] as const)('the RAG in a %s', (template) => {
  it('has its reason on the first page, and where the rest of it is', async () => {
    const rag = { ...LUTON.rag, reason: 'Agency work is above its target. '.repeat(40) };
    const { glance } = reportView(paper(template, [], { rag }), template);
    expect(glance.reason?.markdown).toMatch(/^Agency work is above its target\./);
    expect(glance.reasonMore).toMatchObject({ text: 'The reason in full: ', href: '#status' });
    const short = { ...LUTON.rag, reason: 'On plan.' };
    expect(await renderHtml(paper(template, [], { rag: short }))).toMatch(
      /<section class="glance"[\s\S]*On plan\.[\s\S]*<\/section>/,
    );
  });

  it('is given whole where no section gives it', () => {
    const reason = 'Agency work is above its target. '.repeat(40).trim();
    const report = { ...paper(template, []), sections: LUTON.sections.filter(({ id }) => id !== 'status') };
    const { glance } = reportView({ ...report, rag: { ...LUTON.rag, reason } }, template);
    expect(glance.reason?.markdown).toBe(reason);
  });
});
