import { describe, expect, it } from 'vitest';
import { templatesPage } from '../../scripts/docs/templates-page.ts';
import { HELPER_NAMES } from '../../src/render/html-helpers.ts';

// Made once: it takes the compiler a few seconds.
const page = await templatesPage();

// `npm run docs` writes it; the test fails where it no longer says what the views have.
describe('docs/templates.md', () => {
  it('is up to date', async () => {
    await expect(page).toMatchFileSnapshot('../../docs/templates.md');
  });

  it('has paths of every depth, with what they are', () => {
    const row = (path: string) => page.split('\n').find((line) => line.startsWith(`| \`${path}\` `));
    expect(row('heading')).toMatch(/\| text +\| The report's title, whole\. +\|$/);
    expect(row('logo')).toMatch(/\| group, or nothing +\|/);
    expect(row('logo.alt')).toMatch(/\| text +\| .*council's name/);
    expect(row('summary.headlines[].label')).toMatch(/\| text +\|/);
    expect(row('progress.text')).toMatch(/for `\{\{markdown …\}\}`/);
    expect(row('reports[].opening')).toMatch(/markup/);
  });

  // A path without words is of no use to whoever writes a template: say in the view what it prints.
  it('says of every path what it prints', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(600);
    expect(rows.filter((line) => /\|\s*\|$/.test(line))).toEqual([]);
  });

  it('leaves nothing of a chart to be taken apart, since a helper draws it', () => {
    expect(page).not.toMatch(/\| `(?:targetChart|summary\.matrix\.chart)\./);
  });

  it('names the helpers that there are', () => {
    for (const helper of HELPER_NAMES.filter((one) => one !== 'waterfall'))
      expect(page).toContain(`{{${helper} `);
  });
});
