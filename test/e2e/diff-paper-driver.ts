import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFParser } from '@cantoo/pdf-lib';
import { changesView } from '../../src/compare/view/changes-view.ts';
import { openPrinter } from '../../src/render/browser/printer.ts';
import { changesHtml } from '../../src/render/changes/html.ts';
import { changesIdentity } from '../../src/render/changes/html-identity.ts';
import { examine } from '../../src/render/pdf/examined.ts';
import { faultsOf } from '../../src/render/pdf/rules.ts';
import { pageCount } from '../../src/render/pdf/settle.ts';
import { FULL, HOSTILE, SEVERAL, SMALL } from '../support/comparisons.ts';
import { largeComparison } from '../support/large-comparison.ts';

/** Prints the paper of each comparison: its name, its sheets, its pages, what breaks a rule, and of one whether it is the same bytes again. */
const CASES = {
  small: SMALL,
  full: FULL,
  several: SEVERAL,
  hostile: HOSTILE,
  huge: largeComparison(3, 60, 'Newly qualified staff'),
  unbroken: largeComparison(2, 8, 'x'.repeat(4000)),
};

const printer = await openPrinter();
if ('code' in printer) throw new Error(printer.message);
try {
  for (const [name, comparison] of Object.entries(CASES)) {
    const view = changesView(comparison);
    const html = await changesHtml(view);
    const print = async (): Promise<Uint8Array> => {
      const pdf = await printer.print(html, changesIdentity(view));
      if (pdf instanceof Uint8Array) return pdf;
      throw new Error(pdf.message);
    };
    const pdf = await print();
    const again = name === 'full' ? `, again ${Buffer.compare(pdf, await print()) === 0}` : '';
    const sheets = html.match(/<div class="sheet/g)?.length ?? 0;
    const document = await PDFParser.forBytesWithOptions(pdf, Infinity).parseDocument();
    const faults = faultsOf(examine(document)).map(({ rule, what }) => `, ${rule}: ${what}`);
    process.stdout.write(`${name}: ${sheets} of ${pageCount(pdf)}${again}${faults.join('')}\n`);
    const folder = process.env['KEEP_PAPERS'];
    if (folder !== undefined) writeFileSync(join(folder, `${name}.pdf`), pdf);
  }
} finally {
  await printer.close();
}
