import { describe, expect, it } from 'vitest';
import type { Rag } from '../../src/model/dataset.ts';
import type { RagSection } from '../../src/report/report.ts';
import { ragView } from '../../src/report/view-rag.ts';
import { LUTON } from '../support/luton-report.ts';

function change(current: Rag, previous?: Rag, lastReported?: Rag): string {
  const { reason, meanings, evidence, indicated, agrees } = LUTON.rag;
  const rag: RagSection = {
    ...{ reason, meanings, evidence, indicated, agrees },
    current,
    ...(previous && { previous }),
    ...(lastReported && { lastReported }),
  };
  return ragView(rag, { ...LUTON.meeting, ...(lastReported && { previous: '2021-02-15' }) }).change;
}

describe('a change of RAG', () => {
  it('is dated where the last paper reported what this one says it did', () => {
    expect(change('green', 'red', 'red')).toBe('Changed from Red since 15 February 2021');
    expect(change('green', 'green', 'green')).toBe('Unchanged since 15 February 2021');
  });

  it('has no date where the last paper reported something else', () => {
    expect(change('green', 'red', 'amber')).toBe('Changed from Red');
    expect(change('green', 'green', 'amber')).toBe('Given as Green before');
  });

  it('is taken from the last paper where this one does not say', () => {
    expect(change('green', undefined, 'amber')).toBe('Changed from Amber since 15 February 2021');
    expect(change('green')).toBe('First report');
    expect(change('green', 'red')).toBe('Changed from Red since the last report');
  });
});

describe('what the evidence points to', () => {
  const disagreement = (evidence: RagSection['evidence']) =>
    ragView({ ...LUTON.rag, evidence, indicated: 'green', agrees: false }, LUTON.meeting).disagreement;

  it('is said where there is any', () => {
    expect(disagreement([{ kind: 'risks', text: 'No red risk', tone: 'good' }])).toBe(
      'The evidence alone points to Green.',
    );
    expect(disagreement([])).toBe('');
  });
});
