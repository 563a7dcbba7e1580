import { describe, expect, it } from 'vitest';
import { dataFormatPage } from '../../scripts/docs/data-format-page.ts';
import { definitionsPage } from '../../scripts/docs/definitions-page.ts';
import { findingsPage } from '../../scripts/docs/findings-page.ts';
import type { CatalogueEntry } from '../../src/model/catalogue/entry.ts';
import { CATALOGUE } from '../../src/model/catalogue.ts';

// `npm run docs` writes these pages; this test fails where they no longer say what the code does.
describe('generated documentation is up to date', () => {
  it('docs/findings.md', async () => {
    await expect(findingsPage()).toMatchFileSnapshot('../../docs/findings.md');
  });

  it('docs/data-format.md', async () => {
    await expect(dataFormatPage()).toMatchFileSnapshot('../../docs/data-format.md');
  });

  it('docs/definitions.md', async () => {
    await expect(definitionsPage()).toMatchFileSnapshot('../../docs/definitions.md');
  });
});

describe('the catalogue', () => {
  const entries: [string, CatalogueEntry][] = Object.entries(CATALOGUE);

  it.each(entries)('%s says its severity in its letter, and documents itself', (code, entry) => {
    expect(code).toMatch(/^[EWN]\d{3}$/);
    expect({ E: 'error', W: 'warning', N: 'note' }[code[0] ?? '']).toBe(entry.severity);
    for (const text of [entry.title, entry.help, entry.example]) expect(text.trim()).not.toBe('');
    expect(entry.rule).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });

  it('gives no rule name twice', () => {
    const rules = entries.map(([, entry]) => entry.rule);
    expect(new Set(rules).size).toBe(rules.length);
  });
});
