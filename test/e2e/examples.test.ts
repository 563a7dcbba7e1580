import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasFonts, pageCount } from '../../src/render/pdf/settle.ts';
import type { Report } from '../../src/report/report.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

/** Each example, with the fewest pages that its paper can have. */
const EXAMPLES = [
  ['herefordshire', 'committee-report', 6],
  ['west-sussex', 'committee-report', 3],
  ['medway', 'committee-report', 6],
  ['devon', 'recommendations-report', 12],
] as const;

describe('build of an example', () => {
  it.each(EXAMPLES)('%s publishes HTML, PDF and JSON of one report', async (name, template, pages) => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample(name, folder);
      const run = await runProgram(['build', repo, '--out', join(folder, 'papers')]);
      expect(run.code, run.stderr).toBe(0);
      const files = (await readdir(join(folder, 'papers'))).sort();
      expect(files.map((file) => file.slice(file.lastIndexOf('.')))).toEqual(['.html', '.json', '.pdf']);
      const [html = '', json = '', pdf = ''] = files.map((file) => join(folder, 'papers', file));
      const report = JSON.parse(await readFile(json, 'utf8')) as Report;
      expect(report.template).toBe(template);
      expect(report.findings.filter((one) => one.severity === 'error')).toEqual([]);
      const bytes = await readFile(pdf);
      expect(hasFonts(bytes)).toBe(true);
      expect(pageCount(bytes)).toBeGreaterThanOrEqual(pages);
      const page = await readFile(html, 'utf8');
      for (const section of report.sections) expect(page).toContain(escaped(section.title));
    });
  });
});

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/'/g, '&#x27;');
}
