import { describe, expect, it } from 'vitest';
import { pagesOfLinks } from '../../../src/render/pdf/pages.ts';

/** Returns a PDF as Chrome lays it out: as far as looking up places needs it. */
function pdf(dests: string, tree: readonly string[]): Uint8Array {
  const objects = ['1 0 obj\n<</Type /Catalog\n/Pages 10 0 R\n/Dests 20 0 R>>\nendobj', ...tree, dests];
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer\n<</Size 9\n/Root 1 0 R>>\n`, 'latin1');
}

const TREE = [
  '10 0 obj\n<</Type /Pages\n/Count 3\n/Kids [11 0 R 4 0 R]>>\nendobj',
  '11 0 obj\n<</Type /Pages\n/Count 2\n/Kids [2 0 R 3 0 R]>>\nendobj',
  ...[2, 3, 4].map((number) => `${number} 0 obj\n<</Type /Page>>\nendobj`),
];

describe('pages of links', () => {
  it('finds the page of each place, through a tree of pages', () => {
    const dests =
      '20 0 obj\n<</a-1 [2 0 R /XYZ 0 9 0]\n/b [4 0 R /XYZ 0 9 0]\n/c#C3#A9 [3 0 R /XYZ 0 9 0]>>\nendobj';
    expect([...pagesOfLinks(pdf(dests, TREE))]).toEqual([
      ['a-1', 1],
      ['b', 3],
      ['cé', 2],
    ]);
  });

  it('finds none where nothing links', () => {
    expect(pagesOfLinks(pdf('', TREE)).size).toBe(0);
    expect(pagesOfLinks(Buffer.from('no PDF')).size).toBe(0);
  });
});
