import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html.ts';
import { readOwnTemplates, type OwnTemplatesRead } from '../../../src/render/own-templates-read.ts';
import { styleFindings } from '../../../src/render/own-templates-style.ts';
import { renderPack } from '../../../src/render/pack-html.ts';
import { TemplateError } from '../../../src/render/template-error.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import { LUTON } from '../../support/luton-report.ts';
import { PACKED } from '../../support/packed-reports.ts';
import { inTemporaryFolder } from '../../support/program.ts';

type Files = Readonly<Record<string, string | Buffer>>;

async function own(files: Files, change?: (folder: string) => Promise<void>): Promise<OwnTemplatesRead> {
  return inTemporaryFolder(async (folder) => {
    const root = join(folder, 'own');
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
    await change?.(root);
    return readOwnTemplates(root, 'own', '1.2.3');
  });
}

function told({ findings }: OwnTemplatesRead): string[] {
  return findings.map(
    (one) => `${one.code} ${one.at?.file ?? ''}:${one.at?.line ?? 0}:${one.at?.column ?? 0} ${one.help}`,
  );
}

const TRUST = '<p class="trust">Ask the data team. {{summary.checked}}</p>\n';

describe('templates of a council’s own', () => {
  it('take the place of the shipped part of their name', async () => {
    const read = await own({ 'trust.hbs': TRUST });
    expect(read.findings).toEqual([]);
    const html = await renderHtml(LUTON, read.own);
    expect(html).toContain('Ask the data team.');
    expect(html).not.toContain('Can the figures be trusted?');
    expect((await renderHtml(LUTON)).includes('Ask the data team.')).toBe(false);
  });

  it('count for one template alone from a folder of its name, before those for all', async () => {
    const all = { 'section.hbs': '<section><h2 id="{{id}}">All {{title}}</h2>{{body}}</section>' };
    const one = {
      'highlight-report/section.hbs': '<section><h2 id="{{id}}">One {{title}}</h2>{{body}}</section>',
    };
    const other = { 'committee-report/section.hbs': 'other' };
    const { own: templates } = await own({ ...all, ...one, ...other });
    const html = await renderHtml(LUTON, templates);
    expect(html).toMatch(/<h2 id="[^"]+">One /);
    expect(html).not.toMatch(/<h2 id="[^"]+">All /);
    const pack = await renderPack(buildPack(PACKED), packView(buildPack(PACKED), PACKED), { own: templates });
    // In a pack each report keeps its own template; the committee's prints nothing but a word.
    expect(pack).toContain('>One ');
    expect(pack).toContain('>All ');
    expect(pack).toContain('otherother');
  });

  it('come with styles, which follow those that ship and are pinned with them', async () => {
    const { own: templates } = await own({
      'a.css': '.trust { color: var(--bad); }',
      'highlight-report/b.css': '.trust { background: url("data:image/png;base64,AAAA"); }',
      'pack/c.css': '.cover h1 { font-style: italic; }',
    });
    const html = await renderHtml(LUTON, templates);
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    expect(style.indexOf('.trust { color')).toBeGreaterThan(style.lastIndexOf('@media print'));
    expect(style.indexOf('.trust { background')).toBeGreaterThan(style.indexOf('.trust { color'));
    expect(style).not.toContain('.cover');
    expect(html).toContain('img-src data:');
    const pack = await renderPack(buildPack(PACKED), packView(buildPack(PACKED), PACKED), { own: templates });
    expect(pack).toContain('.cover h1 { font-style: italic; }');
    expect(pack).toMatch(/:where\(\.report-highlight-report\)\{\n\.trust \{ background/);
  });

  it('are checked against the page: a path that it lacks is said with its place and its line', async () => {
    const { own: templates } = await own({ 'trust.hbs': '<p>\n  {{summary.chekced}}</p>{{{title}}}' });
    const failed = renderHtml(LUTON, templates);
    await expect(failed).rejects.toBeInstanceOf(TemplateError);
    await expect(failed).rejects.toMatchObject({
      findings: [
        { code: 'E503', at: { file: 'own/trust.hbs', line: 2, column: 5 } },
        { code: 'E504', at: { file: 'own/trust.hbs', line: 2 } },
      ],
    });
    expect(templates.lineOf('own/trust.hbs', 2)).toBe('  {{summary.chekced}}</p>{{{title}}}');
  });

  it.each<[string, Files, string]>([
    [
      'a part that none has',
      { 'escalatons.hbs': '' },
      'E506 own/escalatons.hbs:1:1 did you mean escalations.hbs?',
    ],
    [
      'a part that this template lacks',
      { 'committee-report/trust.hbs': '' },
      'E506 own/committee-report/trust.hbs:1:1 its parts are ',
    ],
    ['a template that there is not', { 'pak/logo.hbs': '' }, 'E506 own/pak:1:1 did you mean pack?'],
    ['a style that fetches', { 'a.css': 'p{}\n @import "b.css";' }, 'E507 own/a.css:2:2 '],
    ['a file too large', { 'logo.hbs': ' '.repeat(200_001) }, 'E508 own/logo.hbs:1:1 '],
    ['a file that is no text', { 'logo.hbs': Buffer.from([0xff, 0xfe, 0x41]) }, 'E508 own/logo.hbs:1:1 '],
  ])('say what is wrong with %s', async (_what, files, expected) => {
    const [first, ...more] = told(await own(files));
    expect(first?.startsWith(expected), first).toBe(true);
    expect(more).toEqual([]);
  });

  it('are at fault where they never end', async () => {
    const { own: templates } = await own({ 'trust.hbs': '{{> trust}}' });
    await expect(renderHtml(LUTON, templates)).rejects.toMatchObject({
      findings: [{ code: 'E502', message: expect.stringContaining('cannot be filled') as unknown }],
    });
  });

  it('stay within their folder', async () => {
    const outside = await own({ 'logo.hbs': '{{! none }}' }, async (root) => {
      await writeFile(join(root, '..', 'secret.hbs'), 'secret');
      await symlink(join(root, '..', 'secret.hbs'), join(root, 'notes.hbs'));
      await symlink(join(root, 'nothing'), join(root, 'more.hbs'));
      await mkdir(join(root, 'text.hbs'));
    });
    expect(outside.findings.map((one) => `${one.code} ${one.message}`)).toEqual([
      'E508 the template is a link to nothing',
      'E508 the template is a link that leads out of its folder',
      'E508 the template is not a file',
    ]);
    expect(outside.own.parts.map((one) => one.name)).toEqual(['logo']);
  });

  it('leave other files and folders alone', async () => {
    const read = await own({ 'README.md': '#', 'drawings/logo.svg': '<svg/>', '.hidden.hbs': '' });
    expect([read.findings, read.own.parts, read.own.sheets]).toEqual([[], [], []]);
  });
});

describe('a style sheet of a council’s own', () => {
  it.each([
    ['p{}</STYLE ><script>', '1:4'],
    ['@import url("data:text/css,");', '1:1'],
    ['\n@IMPORT "x";', '2:1'],
    ['@\\69mport "x";', '1:1'],
    ['p{background:url(logo.png)}', '1:14'],
    ['p{background:url( "https://council.example/x")}', '1:14'],
    ["p{background:u\\72 l('//council.example/x')}", '1:14'],
    ['p{background:image-set("x.png" 1x)}', '1:14'],
  ])('may not hold %s', (css, place) => {
    const [first] = styleFindings('a.css', css);
    expect(first && `${first.code} ${first.at?.line ?? 0}:${first.at?.column ?? 0}`).toBe(`E507 ${place}`);
  });

  it.each([
    ['a{color:red', '1:2', 'the brace opened here is not closed'],
    ['@media print {\n a{}\n', '1:14', 'the brace opened here is not closed'],
    ['a{}\n}', '2:1', 'a brace is closed here that is not open'],
    ['a{}/* so', '1:4', 'a comment that is opened here is not closed'],
    ['a{content:"x\n}', '1:11', 'the quotation mark opened here is not closed on its line'],
  ])('is read to its end: %s', (css, place, message) => {
    expect(
      styleFindings('a.css', css).map((one) => [one.code, `${one.at?.line}:${one.at?.column}`, one.message]),
    ).toEqual([['E512', place, message]]);
  });

  it('is told that its colours are not checked, at the first of them', () => {
    const css = '/* --ink: #000000 */\n:root { --gap-1: 0; --accent: #ffd400; --ink: #111111 }';
    expect(styleFindings('a.css', css)).toMatchObject([
      {
        code: 'N513',
        at: { line: 2, column: 21, length: 8 },
        message: 'the style sheet sets --accent and --ink: colours set here are not checked',
      },
    ]);
    expect(styleFindings('a.css', ':root { --accent: #1D4F8C; --series-1: var(--accent) }')).toEqual([]);
  });

  it.each(['a::before{content:"}{\\""}', "/* a{ */ a{content:'/*'}", 'a\\{b{color:var(--accent)}'])(
    'may hold braces in texts, comments and escapes: %s',
    (css) => {
      expect(styleFindings('a.css', css)).toEqual([]);
    },
  );

  it.each([
    'p{background:url(data:image/png;base64,AA==)}',
    "p{background:URL( 'data:image/svg+xml,<svg/>')}",
    '.curl(x){} .important{color:red !important}',
    'p::before{content:"\\201C"}',
  ])('may hold %s', (css) => {
    expect(styleFindings('a.css', css)).toEqual([]);
  });
});
