import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { explainable } from '../../src/explain/list.ts';
import { CITABLE } from '../../src/papers/resolve.ts';
import { EXAMPLES, exampleScope, explained } from '../support/explained.ts';

describe.each(EXAMPLES)('everything in the papers of %s', async (name) => {
  const scope = await exampleScope(name);
  const each = scope.papers.map((papers) => ({ papers, only: { ...scope, papers: [papers] } }));

  it('every figure of the report is explained, and to the same text', () => {
    for (const { papers, only } of each) {
      const figures = Object.values(papers.report?.figures ?? {});
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        const one = explained(only, figure.id, 'figure');
        expect([one.id, one.value.text], figure.id).toEqual([figure.id, figure.text]);
        if (one.origin !== 'missing')
          expect(one.origin === 'given' ? one.at : one.inputs.length, figure.id).toBeTruthy();
      }
    }
  }, 120_000);

  it('whatever a finding is about', () => {
    for (const { papers, only } of each)
      for (const one of papers.findings.filter(({ about }) => about !== undefined)) {
        const answer = explain(one.about ?? '', only);
        expect(answer.kind, one.about).toBe('explained');
        const explanations = answer.kind === 'explained' ? answer.explanations : [];
        const found = explanations.flatMap((each) => (each.kind === 'code' ? [] : each.findings.about));
        expect(found, one.about).toContain(one);
      }
  });

  it('whatever the list names', () => {
    for (const { papers, only } of each) {
      const items = explainable(papers).groups.flatMap((group) => group.items);
      expect(items.length).toBeGreaterThan(10);
      for (const { id } of items) expect(explain(id, only).kind, id).toBe('explained');
    }
  });

  it('counts come to as many as they name', () => {
    for (const { only } of each)
      for (const count of Object.keys(CITABLE).filter((one) => one !== 'period')) {
        const { value, counted } = explained(only, count, 'count');
        expect(counted.length.toString(), count).toBe(value);
      }
  });
});
