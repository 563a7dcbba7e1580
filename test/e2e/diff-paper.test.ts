import { describe, expect, it } from 'vitest';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';

/** Prints the paper of comparisons: small, full, hostile, and larger and larger ones with texts of every kind. */
const DRIVER = `
  import { openPrinter } from './src/render/browser/printer.ts';
  import { changesHtml } from './src/render/changes/html.ts';
  import { changesIdentity } from './src/render/changes/html-identity.ts';
  import { changesView } from './src/compare/view/changes-view.ts';
  import { pageCount } from './src/render/pdf.ts';
  import { EQUAL, FULL, HOSTILE, SEVERAL, SMALL } from './test/support/comparisons.ts';
  import { largeComparison } from './test/support/large-comparison.ts';
  const words = 'The board asked for assurance on caseloads, supervision and the quality of plans. ';
  const cases = {
    equal: EQUAL, small: SMALL, full: FULL, several: SEVERAL, hostile: HOSTILE,
    large: largeComparison(1, 30, 'Newly qualified staff'),
    huge: largeComparison(3, 60, 'Newly qualified staff'),
    long: largeComparison(1, 8, words.repeat(40)),
    wide: largeComparison(1, 8, 'MWM@W%'.repeat(30)),
    unbroken: largeComparison(2, 8, 'x'.repeat(4000)),
    foreign: largeComparison(1, 8, '工作人员 ' + '社会工作者'.repeat(40)),
    few: largeComparison(1, 2, words),
  };
  const printer = await openPrinter();
  if ('code' in printer) throw new Error(printer.message);
  for (const [name, one] of Object.entries(cases)) {
    const view = changesView(one);
    const html = await changesHtml(view);
    const pdf = await printer.print(html, changesIdentity(view));
    if (!(pdf instanceof Uint8Array)) throw new Error(pdf.message);
    const again = await printer.print(await changesHtml(changesView(one)), changesIdentity(view));
    const same = again instanceof Uint8Array && Buffer.compare(pdf, again) === 0;
    console.log(name, html.match(/<div class="sheet/g).length, pageCount(pdf), same);
    const folder = process.env.KEEP_PAPERS;
    if (folder) (await import('node:fs')).writeFileSync(folder + '/' + name + '.pdf', pdf);
  }
  await printer.close();
`;

describe('the printed paper of what changed', () => {
  it('has as many pages as it has sheets, at most two, and the same bytes each time', async () => {
    const { out, err, code } = await runDriver(bundleDriver(DRIVER), {}).ended;
    expect(code, err).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(12);
    for (const line of lines) expect(line).toMatch(/^\w+ ([12]) \1 true$/);
    expect(lines.slice(0, 2)).toEqual(['equal 1 1 true', 'small 1 1 true']);
  });
});
