import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { accessibilityPage, HTML_CHECKS } from '../../scripts/docs/accessibility-page.ts';

// `npm run docs` writes this page; the test fails where it no longer says what the code does.
describe('generated documentation is up to date', () => {
  it('docs/accessibility.md', async () => {
    await expect(accessibilityPage()).toMatchFileSnapshot('../../docs/accessibility.md');
  });

  it('names every check on the HTML, and no other', async () => {
    const index = await readFile(new URL('../accessibility/in-page/index.js', import.meta.url), 'utf8');
    const exported = [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    );
    expect(exported.length).toBeGreaterThan(10);
    expect(HTML_CHECKS.map(([name]) => name).sort()).toEqual(exported.sort());
  });
});
