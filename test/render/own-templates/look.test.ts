import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/render/assets.ts';
import { CSS_COLOUR_NAMES } from '../../../src/render/css-colour-names.ts';
import { lookFindings } from '../../../src/render/own-templates-look.ts';
import { OWN_PAGE_NAMES, readTemplate } from '../../../src/render/template-source.ts';

function told(css: string, shipped: readonly string[] = []): string[] {
  return lookFindings('own/a.css', css, shipped).map(
    (one) => `${one.code} ${one.at?.line ?? 0}:${one.at?.column ?? 0} ${one.message.replace(/^.*?: /, '')}`,
  );
}

describe('a style sheet of a council’s own', () => {
  it.each([
    ['.rag b{display:none}', 'N516 1:8 .rag b { display: none }'],
    [
      '@media print{\n .state { Visibility : Hidden !important }}',
      'N516 2:11 .state { visibility: hidden !important }',
    ],
    ['p{opacity:0.0}', 'N516 1:3 p { opacity: 0.0 }'],
    ['p{font-size:1px}', 'N516 1:3 p { font-size: 1px }'],
    ['p{font-size:7.9pt}', 'N516 1:3 p { font-size: 7.9pt }'],
    ['p{font-size:.75rem}', 'N516 1:3 p { font-size: .75rem }'],
    ['p{font-size:0}', 'N516 1:3 p { font-size: 0 }'],
    ['p{opacity: 0 !important}', 'N516 1:3 p { opacity: 0 !important }'],
    ['p{color:Transparent}', 'N516 1:3 p { color: transparent }'],
    ['p{font: 700 5pt/1.2 Arial}', 'N516 1:3 p { font: 700 5pt/1.2 arial }'],
    ['p{font: italic 400 0/0 a}', 'N516 1:3 p { font: italic 400 0/0 a }'],
    ['b{position: absolute; left: -9999px}', 'N516 1:23 b { left: -9999px }'],
    ['b{text-indent:-100em!important}', 'N516 1:3 b { text-indent: -100em!important }'],
    ['b{transform:translate(-999rem, 0)}', 'N516 1:3 b { transform: translate(-999rem, 0) }'],
    ['b{margin-left:200in}', 'N516 1:3 b { margin-left: 200in }'],
    ['b{position:absolute;width:1px;left:-9999px}', 'N516 1:31 b { left: -9999px }'],
    ['p{font-size:.1in}', 'N516 1:3 p { font-size: .1in }'],
    ['p{color: crimson}', 'N513 1:3 p { color: crimson }'],
    ['p{border-left:1px solid Tomato}', 'N513 1:3 p { border-left: 1px solid tomato }'],
    ['p{background:rebeccapurple}', 'N513 1:3 p { background: rebeccapurple }'],
    ['p{font: 1px/1 X}', 'N516 1:3 p { font: 1px/1 x }'],
    ['@import;\n/* a{} */ p{color:#eee}', 'N513 2:13 p { color: #eee }'],
    [
      'p{background:linear-gradient(rgb(0 0 0), white)}',
      'N513 1:3 p { background: linear-gradient(rgb(0 0 0), white) }',
    ],
    [':root{--ours:hsl(0 0% 50%)}', 'N513 1:7 :root { --ours: hsl(0 0% 50%) }'],
    ['svg{fill:lightgrey}', 'N513 1:5 svg { fill: lightgrey }'],
  ])('is told of %s', (css, said) => {
    expect(told(css)).toEqual([said]);
  });

  it.each([
    '.trust{display:block;opacity:.5;visibility:visible;font-size:8pt}',
    'p{font-size:11px;font-size:0.875rem;font-size:85%;font-size:larger;font:inherit}',
    'p{color:var(--bad);background:currentColor;border:1px solid var(--rule);fill:none}',
    'p{background:url("data:image/svg+xml,<svg fill=\'#fff\'/>")}',
    'p{content:"#fff";color:inherit}.red{margin:0}',
    'p{font:700 11pt/1 Arial;font:9pt/0 a;font:bold 0.9rem/1.2 b}',
    'p{position:absolute;left:-2rem;right:100%;margin:-1px;transform:translate(-50%,-50%);text-indent:-1em}',
    '.heard{position:absolute;width:1px;height:1px;overflow:hidden;left:-9999px}',
    'p{font-size: ;font:;background:transparent;--tan-line:0;border:thin-ish;color:darkest}',
    '/* p{display:none;color:#fff} */',
  ])('may have %s', (css) => {
    expect(told(css)).toEqual([]);
  });

  it('knows every colour that has a name', () => {
    expect(CSS_COLOUR_NAMES).toHaveLength(148);
    expect(new Set(CSS_COLOUR_NAMES).size).toBe(148);
    expect(CSS_COLOUR_NAMES.filter((name) => told(`p{color:${name}}`).length === 0)).toEqual([]);
  });

  it('is told once of each kind, with the first three and how many more', () => {
    const css = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}{color:red}`).join('\n');
    expect(told(css)).toEqual(['N513 1:3 a { color: red }, b { color: red }, c { color: red } and 2 more']);
  });

  it('keeps what ships, and is told of what it adds to it', () => {
    const shipped = '@media screen{.list{display:none}}p{color:#fff}';
    expect(told(`${shipped} .list { margin: 0 }`, [shipped])).toEqual([]);
    expect(told(`${shipped} .rag{display:none}`, [shipped])).toEqual(['N516 1:54 .rag { display: none }']);
  });

  it('may be a copy of any that ships', () => {
    const sheets = OWN_PAGE_NAMES.flatMap((name) => {
      const { shared, own } = readTemplate(name, packageRoot()).sheets;
      return [...shared, ...own];
    });
    expect(sheets.length).toBeGreaterThan(12);
    expect(sheets.flatMap(({ file, text }) => lookFindings(file, text, [text]))).toEqual([]);
  });
});
