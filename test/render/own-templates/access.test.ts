import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/render/assets.ts';
import { accessFindings, essentialFindings } from '../../../src/render/own-templates-access.ts';
import { OWN_PAGE_NAMES, readTemplate } from '../../../src/render/template-source.ts';

const PARTS = OWN_PAGE_NAMES.flatMap((name) => readTemplate(name, packageRoot()).parts);

function told(text: string, name = 'risks'): string[] {
  return accessFindings(name, `own/${name}.hbs`, text).map(
    (one) => `${one.code} ${one.at?.line ?? 0}:${one.at?.column ?? 0}+${one.at?.length ?? 0} ${one.message}`,
  );
}

describe('a part of a council’s own, for who hears the page', () => {
  it.each([
    ['<p>\n<img src="{{source}}">', '2:1+4 a picture has no text in its place'],
    ['<TABLE class="x"><tr>', '1:1+6 a table has no caption'],
    ['<table>\n<tr><td><table><caption>x</caption>', '1:1+6 a table has no caption'],
    ['<th>Score</th>', '1:1+3 the heading of a column or a row does not say which'],
    ['<p>x</p><h1>Ours</h1>', '1:9+3 the page has another heading of the first level'],
    ['<p id="a"></p>\n<b id="a"></b>', '2:4+6 the id "a" is there twice'],
    ['<p id="a" id="a"></p>', '1:11+6 the id "a" is there twice'],
  ])('is told of %s', (text, said) => {
    expect(told(text)).toEqual([`W514 ${said}`]);
  });

  it('is told of what any branch has, once, in the order of the lines', () => {
    expect(
      told(
        [
          '{{#if brief}}<p id="a">Brief</p>{{else}}<img src="data:image/png,x">',
          '<table>{{#if long}}<tr><th scope="col">x{{else}}<tr><th>y{{/if}}',
          '<p id="a" id="a"></p>{{/if}}',
          '<table><tr><p id="a">',
        ].join('\n'),
      ),
    ).toEqual([
      'W514 1:41+4 a picture has no text in its place',
      'W514 2:1+6 a table has no caption',
      'W514 2:53+3 the heading of a column or a row does not say which',
      'W514 3:11+6 the id "a" is there twice',
      'W514 4:1+6 a table has no caption',
      'W514 4:15+6 the id "a" is there twice',
    ]);
  });

  it('is told of a heading in a branch between others', () => {
    const text = '{{#if a}}{{#if b}}<h3>x</h3>{{else}}<h1>y</h1>{{/if}}{{/if}}';
    expect(told(text)).toEqual(['W514 1:37+3 the page has another heading of the first level']);
    expect(told(text, 'header')).toEqual([]);
  });

  it.each([
    '<img src="{{source}}" alt=""><img alt="{{alt}}" src="{{source}}">',
    '<table class="x">\n  <caption>Risks</caption>',
    '<table>{{> series-table}}</table>',
    '<table>{{! what it is }}\n<caption>{{title}}</caption>',
    '<th scope="col">Score</th><td>',
    '<p id="a"></p><p id="b"></p>',
    '{{#if x}}<p id="a"></p>{{else}}<p id="a"></p>{{/if}}',
    '{{#if x}}{{else}}<p id="a"></p>{{/if}}{{#if y}}<p id="a"></p>{{/if}}',
    '<th{{#if x}} scope="col"{{/if}}{{#unless x}} scope="row"{{/unless}}>',
    '<table>{{#if x}}<caption>A{{else if y}}<caption>B{{else}}<caption>C{{/if}}',
    '<p id="{{id}}"></p><p id="{{id}}"></p>',
    '<!-- <h1><img> -->{{!-- <table> --}}<h2>Ours</h2>',
  ])('may have %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('may have the title of the page where that stands, once', () => {
    expect(told('<h1>{{heading}}</h1>', 'header')).toEqual([]);
    expect(told('{{#if a}}<h1>x</h1>{{else}}<h1>y</h1>{{/if}}', 'header')).toEqual([]);
    expect(told('<h1>{{heading}}</h1><h1>Ours</h1>', 'header')).toEqual([
      'W514 1:21+3 the page has another heading of the first level',
    ]);
  });

  it('may be a copy of any that ships', () => {
    expect(PARTS.length).toBeGreaterThan(100);
    expect(
      PARTS.flatMap(({ name, file, text }) => [
        ...accessFindings(name, file, text),
        ...essentialFindings(name, file, text),
      ]),
    ).toEqual([]);
  });
});

describe('what a page cannot do without', () => {
  const missing = (name: string, text: string): string[] =>
    essentialFindings(name, `own/${name}.hbs`, text).map((one) => `${one.code} ${one.message}`);

  it.each([
    ['section', '<h2>{{title}}</h2>', 'section does not print {{body}}'],
    ['section', '{{! our own }}', 'section does not print {{title}} and {{body}}'],
    ['part', '{{heading}}{{#if body}}x{{/if}}{{! body }}', 'part does not print {{body}}'],
    ['rag-mark', '{{sign current.sign "sign"}}', 'rag-mark does not print {{current.word}}'],
    ['trust', ' \n', 'trust prints nothing'],
    ['trust', '{{!-- shared/trust.hbs of cip-report 1.0.0: trust --}}\n', 'trust prints nothing'],
    ['state', '{{sign sign "text"}}', 'state does not print {{text}}'],
    [
      'report',
      '<html lang="{{language}}"><title>{{title}}</title>{{page.csp}}{{page.style}}{{page.body}}',
      'report does not print {{> opening}}',
    ],
    [
      'pack',
      '{{language}}{{title}}{{#with page}}{{csp}}{{style}}{{/with}}{{content}}{{#each reports}}{{opening}}{{/each}}',
      'pack does not print {{#each reports}}{{content}}{{/each}}',
    ],
    ['rag-mark', '{{#with current}}{{sign}}{{/with}}{{word}}', 'rag-mark does not print {{current.word}}'],
    ['rag-mark', '{{#with previous}}{{word}}{{/with}}', 'rag-mark does not print {{current.word}}'],
    ['section', '{{#each body}}{{title}}{{/each}}{{body}}', 'section does not print {{title}}'],
    ['section', '{{@root.title}}{{body}}', 'section does not print {{title}}'],
    ['section', '{{../title}}{{body}}', 'section does not print {{title}}'],
    ['state', '{{sign sign label="text" mark=tone}}', 'state does not print {{text}}'],
  ])('is told of %s: %s', (name, text, said) => {
    expect(missing(name, text)).toEqual([`W515 the part ${said}`]);
  });

  it.each([
    ['section', '<h2>{{~ title ~}}</h2>{{this.body}}'],
    ['paragraph', '{{#if heading}}{{heading}}{{/if}}{{ body }}'],
    ['trust', '{{! The board has it in the letter. }}'],
    [
      'report',
      '{{language}}{{#with page}}{{csp}}{{style}}{{../title}}{{#if body}}{{this.body}}{{/if}}{{/with}}{{>opening}}',
    ],
    [
      'pack',
      '{{#each reports}}{{opening}}{{./content}}{{@root.language}}{{/each}}{{title}}{{page.csp}}{{page/style}}',
    ],
    ['rag-mark', '{{#if x}}{{else with current}}{{~word~}}{{/if}}'],
    ['section', '{{#with lead}}{{text}}{{else}}{{title}}{{/with}}{{> text body}}'],
    ['section', '{{#each list}}{{#each this}}{{../../title}}{{markdown ../../body}}{{/each}}{{/each}}'],
    ['state', '{{sign sign "a \\"b\\" c" text}}'],
  ])('is there in %s: %s', (name, text) => {
    expect(missing(name, text)).toEqual([]);
  });
});
