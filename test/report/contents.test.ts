import { describe, expect, it } from 'vitest';
import { contentsLine, contentsOf, withContentsPages } from '../../src/report/contents.ts';
import type { SectionRef } from '../../src/report/view-sections.ts';

const sections = (count: number): SectionRef[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `section-${index + 1}`,
    number: `${index + 1}`,
    title: `Part ${index + 1}`,
  }));

describe('the contents of a report', () => {
  it.each([
    [0, null],
    [4, null],
    [5, false],
    [11, false],
    [12, true],
    [22, true],
  ])('of %i sections: whether they are printed, null for none', (count, long) => {
    expect(contentsOf(sections(count))?.long ?? null).toBe(long);
  });

  it('have every section once, in its order', () => {
    const lines = contentsOf(sections(12))!.lines;
    expect(lines.map((one) => one.href)).toEqual(sections(12).map(({ id }) => `#${id}`));
    expect(lines.map(({ number, title }) => [number, title])).toEqual(
      sections(12).map(({ number, title }) => [number, title]),
    );
    expect(lines.every(({ page }) => page === '')).toBe(true);
  });

  it('lead into a report inside of a pack by its prefix', () => {
    expect(contentsLine(sections(1)[0]!, 'workforce--').href).toBe('#workforce--section-1');
  });

  it('take the pages that are known, and leave the place of others empty', () => {
    const contents = contentsOf(sections(5));
    const pages = new Map([
      ['section-1', 1],
      ['section-3', 12],
      ['other', 9],
    ]);
    const filled = withContentsPages({ contents, heading: 'Report' }, pages);
    expect(filled.contents!.lines.map(({ page }) => page)).toEqual(['1', '', '12', '', '']);
    expect(filled.heading).toBe('Report');
    expect(withContentsPages({ contents: null }, pages)).toEqual({ contents: null });
  });
});
