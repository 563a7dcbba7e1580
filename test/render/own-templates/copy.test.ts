import { readFileSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_NAMES } from '../../../src/model/templates.ts';
import { packageRoot } from '../../../src/render/assets.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { readOwnTemplates, type OwnTemplatesRead } from '../../../src/render/own-templates-read.ts';
import { renderPack } from '../../../src/render/pack-html.ts';
import { copyMark, filesInTheWay, filesToCopy, writeCopies } from '../../../src/render/template-copy.ts';
import {
  fileOf,
  PAGE_PURPOSES,
  PART_PURPOSES,
  partsOf,
  SHEET_PURPOSES,
} from '../../../src/render/template-parts.ts';
import { OWN_PAGE_NAMES, PAGE_NAMES, readTemplate } from '../../../src/render/template-source.ts';
import { buildPack } from '../../../src/report/pack.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { fullReport } from '../../support/full-report.ts';
import { PACKED } from '../../support/packed-reports.ts';
import { inTemporaryFolder } from '../../support/program.ts';

const VERSION = '1.2.3';

async function copied(names: readonly string[], version = VERSION): Promise<OwnTemplatesRead> {
  return inTemporaryFolder((folder) => {
    for (const name of names) writeCopies(filesToCopy(name, VERSION), folder);
    return Promise.resolve(readOwnTemplates(folder, 'own', version));
  });
}

const pack = buildPack(PACKED);

describe('a full copy of the templates', () => {
  it.each(TEMPLATE_NAMES)('of %s prints what the shipped one prints, byte for byte', async (name) => {
    const { own, findings } = await copied([name]);
    expect(findings).toEqual([]);
    expect(own.parts.length).toBeGreaterThan(40);
    expect(await renderHtml(fullReport(name), own)).toBe(await renderHtml(fullReport(name)));
  });

  it('of all of them, in one folder, too', async () => {
    const { own, findings } = await copied(OWN_PAGE_NAMES);
    expect(findings).toEqual([]);
    expect(own.sheets.map((one) => one.page)).toContain('pack');
    expect(await renderPack(pack, packView(pack, PACKED), { own })).toBe(
      await renderPack(pack, packView(pack, PACKED)),
    );
    for (const template of TEMPLATE_NAMES)
      expect(await renderHtml(fullReport(template), own), template).toBe(
        await renderHtml(fullReport(template)),
      );
  });
});

describe('a copied file', () => {
  it('says in its first line where it came from, and is as it ships below it', () => {
    for (const { path, text } of filesToCopy('highlight-report', VERSION)) {
      const [mark = '', ...rest] = text.split('\n');
      const file = path.startsWith('highlight-report/') ? path : `shared/${path}`;
      expect(copyMark(text)).toEqual({ file, version: VERSION });
      expect(mark).toContain(PART_PURPOSES[file] ?? SHEET_PURPOSES[file] ?? 'nothing is said of it');
      expect(rest.join('\n')).toBe(readFileSync(join(packageRoot(), 'templates', file), 'utf8'));
    }
  });

  it.each<[string, readonly string[]]>([
    ['trust', ['highlight-report/trust.hbs']],
    ['trust.hbs', ['highlight-report/trust.hbs']],
    ['risks', ['risks.hbs']],
    ['shared/risks.hbs', ['risks.hbs']],
    ['33-charts.css', ['33-charts.css']],
    ['pack/style.css', ['pack/style.css']],
    ['committee-report/paragraph', ['committee-report/paragraph.hbs']],
    ['changes-table', []],
    ['nothing', []],
  ])('is found by its name: %s', (name, paths) => {
    expect(filesToCopy(name, VERSION).map((one) => one.path)).toEqual(paths);
  });

  it('of a name that several templates have is each of them', () => {
    expect(filesToCopy('opening', VERSION).map((one) => one.path)).toEqual(
      TEMPLATE_NAMES.map((name) => `${name}/opening.hbs`),
    );
  });

  it('that stands in the way is named, and one with the same text is not', async () => {
    await inTemporaryFolder(async (folder) => {
      const files = filesToCopy('pack', VERSION);
      await mkdir(join(folder, 'pack'));
      await writeFile(join(folder, 'pack', 'pack.hbs'), 'ours');
      expect(filesInTheWay(files, folder)).toEqual(['pack/pack.hbs']);
      const { written, same } = writeCopies(files, folder);
      expect([written.length, same]).toEqual([files.length, []]);
      expect(filesInTheWay(files, folder)).toEqual([]);
      expect(writeCopies(files, folder).written).toEqual([]);
    });
  });

  it('is not written through a link, and what a link leads to is not read', async () => {
    await inTemporaryFolder(async (outer) => {
      const folder = join(outer, 'ours');
      await mkdir(join(folder, 'elsewhere'), { recursive: true });
      await symlink('../outside.txt', join(folder, 'logo.hbs'));
      await symlink('elsewhere', join(folder, 'pack'));
      const [logo, cover] = [filesToCopy('logo', VERSION), filesToCopy('pack-cover', VERSION)];
      for (const work of [filesInTheWay, writeCopies]) {
        expect(() => work(logo, folder)).toThrow('logo.hbs is a link there');
        expect(() => work(cover, folder)).toThrow('pack is a link there');
      }
      expect((await readdir(outer)).sort()).toEqual(['ours']);
      expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
    });
  });

  it('leaves nothing half written beside it', async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'logo.hbs'));
      expect(() => writeCopies(filesToCopy('logo', VERSION), folder)).toThrow('logo.hbs is not a file there');
      writeCopies(filesToCopy('risks', VERSION), folder);
      expect((await readdir(folder)).sort()).toEqual(['logo.hbs', 'risks.hbs']);
    });
  });

  it.runIf(process.platform === 'linux')('is refused at once where no folder can be made', () => {
    expect(() => writeCopies(filesToCopy('logo', VERSION), '/proc/x/y')).toThrow('ENOENT');
  });

  it('from another version still prints, with a note of it', async () => {
    const { own, findings } = await copied(['trust', 'risks'], '2.0.0');
    expect(findings.map(({ code, at, message }) => [code, at?.file, message])).toEqual([
      [
        'N509',
        'own/highlight-report/trust.hbs',
        'this file and 1 more were copied from cip-report 1.2.3, and this is 2.0.0',
      ],
    ]);
    const report = fullReport('highlight-report');
    expect(await renderHtml(report, own)).toBe(await renderHtml(report));
  });

  it('is a council’s own once its first line is gone', () => {
    expect(copyMark('<p>ours</p>\n')).toBeUndefined();
    expect(copyMark('{{!-- of cip-report --}}\n')).toBeUndefined();
    expect(copyMark('{{!-- shared/risks.hbs of cip-report 1.0.0-rc.1 --}}\r\n<p>')?.version).toBe(
      '1.0.0-rc.1',
    );
  });
});

describe('parts for all templates', () => {
  it('leave a template its own part where that stands in the place of a shared one', async () => {
    const part = '<div class="ours">{{heading}}{{body}}</div>';
    const html = (name: 'highlight-report' | 'committee-report', file: string) =>
      inTemporaryFolder(async (folder) => {
        await mkdir(join(folder, 'committee-report'));
        await writeFile(join(folder, file), part);
        return renderHtml(fullReport(name), readOwnTemplates(folder, 'own', VERSION).own);
      });
    expect(await html('highlight-report', 'paragraph.hbs')).toContain('<div class="ours">');
    expect(await html('committee-report', 'paragraph.hbs')).not.toContain('<div class="ours">');
    expect(await html('committee-report', 'committee-report/paragraph.hbs')).toContain('<div class="ours">');
  });

  it('have style sheets in the place of those of their name, and others after them', async () => {
    const html = await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, '33-charts.css'), '.ours-in-place { margin: 0; }\n');
      await writeFile(join(folder, 'ours.css'), '.ours-after { margin: 0; }\n');
      return renderHtml(fullReport('highlight-report'), readOwnTemplates(folder, 'own', VERSION).own);
    });
    const printed = html.lastIndexOf('@media print');
    expect(html.indexOf('.ours-in-place')).toBeLessThan(printed);
    expect(html.indexOf('.ours-in-place')).toBeGreaterThan(0);
    expect(html.indexOf('.ours-after')).toBeGreaterThan(printed);
  });

  it('are none for the paper of changes', async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'changes'));
      await writeFile(join(folder, 'changes', 'changes-table.hbs'), '');
      const { findings, own } = readOwnTemplates(folder, 'own', VERSION);
      expect(findings.map(({ code, message }) => [code, message])).toEqual([
        ['E506', 'the paper of `cip-report diff` takes no parts of your own'],
      ]);
      expect(own.parts).toEqual([]);
    });
  });
});

describe('what is said of the templates', () => {
  const sources = PAGE_NAMES.map((name) => readTemplate(name, packageRoot()));

  it('is said of every part and style sheet, and of nothing else', () => {
    const parts = sources.flatMap((one) => one.parts).map(fileOf);
    expect(Object.keys(PART_PURPOSES).sort()).toEqual([...new Set(parts)].sort());
    const sheets = sources.flatMap((one) => [...one.sheets.shared, ...one.sheets.own]).map(fileOf);
    expect(Object.keys(SHEET_PURPOSES).sort()).toEqual([...new Set(sheets)].sort());
    expect(Object.keys(PAGE_PURPOSES)).toEqual(PAGE_NAMES);
  });

  it('can stand in the comment that a copy starts with', () => {
    for (const text of [...Object.values(PART_PURPOSES), ...Object.values(SHEET_PURPOSES)])
      expect(text).not.toMatch(/--|\}\}|\*\/|\n/);
  });

  it('counts as parts of a pack what its document leads to', () => {
    const pack = partsOf(readTemplate('pack', packageRoot())).map((one) => one.name);
    expect(pack).toEqual(
      expect.arrayContaining(['pack', 'pack-contents', 'pack-cover', 'pack-summary', 'logo']),
    );
    expect(pack).not.toContain('workforce');
  });
});
