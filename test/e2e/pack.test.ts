import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOfLinks } from '../../src/render/pdf/pages.ts';
import { pageCount } from '../../src/render/pdf/settle.ts';
import { packView, withPages } from '../../src/report/pack-view.ts';
import { buildPack, type Pack } from '../../src/report/pack.ts';
import type { Report } from '../../src/report/report.ts';
import { bookmarksOf, linesOf } from '../support/pdf-text.ts';
import { builtExample } from '../support/built-examples.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

const STEMS = ['pack-2026-11-09', 'practice-2026-11-09', 'workforce-2026-11-09'];
const DATE = '2026-11-09';

async function json<T>(folder: string, stem: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, `${stem}.json`), 'utf8')) as T;
}

async function bytesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'base64')));
  return new Map(names.map((name, index) => [name, files[index] ?? '']));
}

describe('build examples/programme', () => {
  it('makes a pack whose contents give the pages on which things are', async () => {
    const { out, run } = await builtExample('programme');
    expect(run.stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^Built 1 pack and 2 reports; /) as unknown,
      expect.stringContaining(join('out', `pack-${DATE}.html`)) as unknown,
    ]);
    expect([...(await bytesIn(out)).keys()]).toEqual(
      STEMS.flatMap((stem) => ['html', 'json', 'pdf'].map((ending) => `${stem}.${ending}`)),
    );

    const reports = [await json<Report>(out, STEMS[2]!), await json<Report>(out, STEMS[1]!)];
    const pack = await json<Pack>(out, STEMS[0]!);
    expect(pack).toEqual(buildPack(reports));

    const pdf = await readFile(join(out, `pack-${DATE}.pdf`));
    const pages = pagesOfLinks(pdf);
    const view = withPages(packView(pack, reports), pages);
    const entries = view.contents.flatMap((entry) => [entry, ...entry.sections]);
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter((entry) => entry.page === '')).toEqual([]);

    // What is printed on the cover, against where the bookmarks of the same headings lead.
    const cover = linesOf(pdf, 1);
    const line = (...parts: readonly string[]): string => parts.join('').replace(/\s/g, '');
    const bookmarks = bookmarksOf(pdf.toString('latin1'));
    for (const entry of view.contents) {
      expect(cover).toContain(line(entry.text, entry.page));
      expect(bookmarks.find((one) => one.title === entry.text)?.page, entry.text).toBe(Number(entry.page));
    }
    for (const { text, sections } of view.contents.slice(1)) {
      const start = bookmarks.findIndex((one) => one.title === text);
      for (const section of sections) {
        const title = `${section.number} ${section.title}`;
        expect(cover).toContain(line(title, section.page));
        const found = bookmarks.slice(start).find((one) => one.title === title);
        expect(found?.page, title).toBe(Number(section.page));
      }
    }
  });

  it('numbers the pages of the pack through, one sheet for the summary, and each report as it is alone', async () => {
    const { out } = await builtExample('programme');
    const pdf = await readFile(join(out, `pack-${DATE}.pdf`));
    const [workforce, practice] = await Promise.all(
      ['workforce', 'practice'].map((name) => readFile(join(out, `${name}-${DATE}.pdf`))),
    );
    const total = pageCount(pdf);
    // What abbreviations stand for is at the end of the pack, once, so that a report's last sheet may fall away.
    const alone = 2 + pageCount(workforce!) + pageCount(practice!);
    expect([alone - 1, alone]).toContain(total);
    const pages = pagesOfLinks(pdf);
    expect(pages.get('programme-summary')).toBe(2);
    expect(pages.get('workforce--report')).toBe(3);
    expect([2, 3]).toContain((pages.get('practice--report') ?? 0) - pageCount(workforce!));
    for (let page = 1; page <= total; page += 1)
      expect(
        linesOf(pdf, page).some((line) => line.includes(`Page${page}of${total}`)),
        `${page}`,
      ).toBe(true);
    expect(linesOf(pdf, 4)).toContain("Children'sImprovementProgramme:Workforcehighlightreport");
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  });

  it('gives the same bytes again, in another time zone and another locale', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('programme', folder);
      const out = join(folder, 'papers');
      const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8' };
      expect((await runProgram(['build', repo, '--out', out], { env })).code).toBe(0);
      const again = await bytesIn(out);
      for (const [name, bytes] of await bytesIn((await builtExample('programme')).out))
        expect(again.get(name) === bytes, name).toBe(true);
    });
  });

  it('makes a pack of a meeting each where all are built, and none where none is wanted', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('programme', folder);
      const out = join(repo, 'out');
      const built = async (...options: string[]): Promise<string[]> => {
        await rm(out, { recursive: true, force: true });
        const run = await runProgram(['build', repo, '--no-pdf', ...options]);
        expect(run, run.stderr).toMatchObject({ code: 0 });
        return (await readdir(out)).filter((name) => name.endsWith('.html')).sort();
      };
      expect(await built('--all')).toEqual([
        'pack-2026-09-14.html',
        'pack-2026-11-09.html',
        'practice-2026-09-14.html',
        'practice-2026-11-09.html',
        'workforce-2026-09-14.html',
        'workforce-2026-11-09.html',
      ]);
      expect(await built('--meeting', '2026-09-14')).toEqual([
        'pack-2026-09-14.html',
        'practice-2026-09-14.html',
        'workforce-2026-09-14.html',
      ]);
      expect(await built('--no-pack')).toEqual(['practice-2026-11-09.html', 'workforce-2026-11-09.html']);
      expect(await built('--workstream', 'workforce')).toEqual(['workforce-2026-11-09.html']);
    });
  });
});
