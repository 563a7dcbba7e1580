import { readFile } from 'node:fs/promises';
import { PDFParser } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examine, type Examined } from '../../src/render/pdf/examined.ts';
import { builtExample, EXAMPLES } from '../support/built-examples.ts';
import { brokenWords, joinedWords, leaveOutSpaces, treeTexts } from '../support/tree-words.ts';

interface Paper {
  readonly pdf: Examined;
  readonly html: string;
}

async function papersOf(example: string): Promise<Paper[]> {
  const paths = (await builtExample(example)).files.filter((file) => file.endsWith('.pdf'));
  return Promise.all(
    paths.map(async (path) => ({
      pdf: examine(await PDFParser.forBytesWithOptions(await readFile(path), Infinity).parseDocument()),
      html: await readFile(path.replace(/\.pdf$/, '.html'), 'utf8'),
    })),
  );
}

describe('the words of a PDF', () => {
  it.each(EXAMPLES)('%s: are those of its HTML, wherever a line ends', async (example) => {
    for (const { pdf, html } of await papersOf(example)) {
      const texts = treeTexts(pdf);
      expect(texts.length).toBeGreaterThan(100);
      expect(joinedWords(texts, html)).toEqual([]);
      expect(brokenWords(texts, html)).toEqual([]);
    }
  });

  it('would be found joined', async () => {
    for (const { pdf, html } of await papersOf('luton')) {
      for (const page of pdf.pages) leaveOutSpaces(page);
      const joined = joinedWords(treeTexts(examine(pdf.context)), html);
      expect(joined.length).toBeGreaterThan(100);
    }
  });

  it('would be found broken', () => {
    const html = '<p>A long-term <b>half</b>-way plan: https://example.org/minutes</p>';
    const texts = ['A long- term half- way plan: https://example.org/min utes'];
    expect(brokenWords(texts, html)).toEqual(['long-', 'half-', 'https://example.org/min']);
    expect(brokenWords(['A long-term plan', 'half-way'], html)).toEqual([]);
  });
});
