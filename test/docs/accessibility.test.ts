import { describe, expect, it } from 'vitest';
import { accessibilityPage } from '../../scripts/docs/accessibility-page.ts';

// `npm run docs` writes this page; the test fails where it no longer says what the code does.
describe('generated documentation is up to date', () => {
  it('docs/accessibility.md', async () => {
    await expect(accessibilityPage()).toMatchFileSnapshot('../../docs/accessibility.md');
  });
});
