import handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import { checkTemplate } from '../../../src/render/html-check.ts';
import { packageRoot } from '../../../src/render/assets.ts';
import { templateName, templateNames, viewOf } from '../../../src/render/html-templates.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../../src/model/templates.ts';
import { readTemplate } from '../../../src/render/template-source.ts';
import type { Report } from '../../../src/report/report.ts';
import { bodyCalls } from '../../../src/render/html-body.ts';
import { fullReport } from '../../support/full-report.ts';

const VIEW = { title: 'Workforce', list: [{ name: 'a' }], inner: { text: 'x', none: null }, flag: true };

/** A report in which every list has something and every branch is taken. */
function example(name: TemplateName): Report {
  const full = fullReport(name);
  const { rag } = full;
  return {
    ...full,
    ...(rag && { rag: { ...rag, meanings: { ...rag.meanings, amber: { label: 'off plan' } } } }),
    asks: Array.from({ length: 6 }, () => full.asks).flat(),
    workforce: {
      ...full.workforce,
      headlines: Array.from({ length: 3 }, () => full.workforce.headlines).flat(),
    },
    findings: [
      ...full.findings,
      // Told by the table of stated figures already.
      finding('W104', 'a stated figure differs', { at: full.checked.differing[0]?.at }),
      ...Array.from({ length: 8 }, (_, index) =>
        finding('W303', `R${index}: levels are the wrong way round`, { why: 'why' }),
      ),
    ],
  };
}

/** The templates' own cases: what a full report does not show because it has something else to say. */
function reduced(name: TemplateName): Report {
  const { matrix, ...risks } = fullReport(name).risks;
  const made = example(name);
  const blocks = [{ kind: 'text' as const, markdown: 'That the board agrees the new date. '.repeat(20) }];
  const sections = made.sections.map((one) => (one.id === 'decision' ? { ...one, blocks } : one));
  // With few figures there is room for what happened since the last meeting.
  const [oldest] = made.workforce.series[0]?.figures ?? [];
  // One of another period without a change, and one with a change.
  const others = [...(oldest === undefined ? [] : [oldest]), 'agency_rate@2021-01'];
  const headlines = [...made.workforce.headlines.slice(0, 2), ...others];
  const workforce = { ...made.workforce, headlines };
  const report = { ...made, asks: [], targets: made.targets.slice(0, 1), workforce, sections };
  return matrix ? { ...report, risks: { ...risks, open: [], closed: [] } } : report;
}

/** Returns what a template is checked against: its view, and what the sections of the page are printed with. */
function inputs(report: Report, name: TemplateName) {
  const view = viewOf(report, name);
  return { view: { ...view, page: { csp: '', style: '', body: '' } }, calls: bodyCalls(view) };
}

function check(text: string, view: unknown = VIEW): string[] {
  return checkTemplate(handlebars, [{ name: 'report', file: 'report.hbs', text }], view).map(
    (one) => `${one.code} ${one.at?.line ?? 0}:${one.at?.column ?? 0} ${one.message}`,
  );
}

describe('the templates that ship', () => {
  it.each(templateNames())('%s fits its view', (name) => {
    const known = templateName(name);
    const { parts } = readTemplate(known, packageRoot());
    for (const report of [example(known), reduced(known)]) {
      const { view, calls } = inputs(report, known);
      expect(checkTemplate(handlebars, parts, view, calls)).toEqual([]);
    }
  });

  it('use every one of the partials', () => {
    const unused = TEMPLATE_NAMES.map((name) => {
      const { parts } = readTemplate(name, packageRoot());
      const text = parts.map((part) => part.text).join('\n');
      const called = new Set(inputs(example(name), name).calls.map(({ part }) => part));
      return parts
        .filter(({ name: part }) => part !== 'report' && !called.has(part) && !text.includes(`{{> ${part}`))
        .map((part) => part.file);
    });
    expect(inAll(unused)).toEqual([]);
  });

  it('leave nothing unchecked: the example views fill every list', () => {
    const unchecked = TEMPLATE_NAMES.map((name) => {
      const parts = readTemplate(name, packageRoot()).parts.map((part) => ({
        ...part,
        text: part.text.replace(/\{\{(?!else\}\})([a-z][\w.]*)\}\}/gi, '{{$1_misspelt}}'),
      }));
      const found = new Set(
        [example(name), reduced(name)]
          .flatMap((report) => {
            const { view, calls } = inputs(report, name);
            return checkTemplate(handlebars, parts, view, calls);
          })
          .filter((one) => one.code === 'E503')
          .map((one) => `${one.at!.file}:${one.at!.line}:${one.at!.column}`),
      );
      const places = misspeltPlaces(parts);
      expect(places.length).toBeGreaterThan(100);
      return { places: new Set(places), left: places.filter((place) => !found.has(place)) };
    });
    // A shared part may have nothing to print in one template; some template fills it.
    const left = unchecked.flatMap((one) => one.left);
    expect(
      left.filter((place) => unchecked.every((one) => !one.places.has(place) || one.left.includes(place))),
    ).toEqual([]);
  });
});

/** Returns the files that are in every list, or that only one template has. */
function inAll(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].filter((file) =>
    file.startsWith('templates/shared/') ? lists.every((list) => list.includes(file)) : true,
  );
}

function misspeltPlaces(parts: readonly { readonly file: string; readonly text: string }[]): string[] {
  return parts.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        [...line.matchAll(/\{\{[\w.]+_misspelt\}\}/g)].map((match) => `${file}:${at + 1}:${match.index + 3}`),
      ),
  );
}

describe('the check of a template', () => {
  it('accepts what is there', () => {
    expect(
      check(
        '<p class="{{inner.text}}">{{title}}{{#each list}}{{name}}{{../title}}{{@index}}{{@root.inner.text}}{{/each}}</p>',
      ),
    ).toEqual([]);
  });

  it.each([
    ['{{titel}}', 'E503 1:3 there is no "titel" at this place'],
    ['<p>\n{{#if flagg}}x{{/if}}', 'E503 2:7 there is no "flagg" at this place'],
    ['{{#each list}}{{nam}}{{/each}}', 'E503 1:17 there is no "nam" at this place'],
    ['{{#with inner}}{{title}}{{/with}}', 'E503 1:18 there is no "title" at this place'],
    ['{{#each @root.nothing}}x{{/each}}', 'E503 1:9 there is no "@root.nothing" at this place'],
    ['{{#each list}}{{@root.inner.txt}}{{/each}}', 'E503 1:17 there is no "@root.inner.txt" at this place'],
    ['{{#if @root.flagg}}x{{/if}}', 'E503 1:7 there is no "@root.flagg" at this place'],
    ['{{@root.list}}', 'E510 1:1 "@root.list" is a list, and no text'],
    ['{{#each @root.inner}}x{{/each}}', 'E510 1:1 "@root.inner" is a group of values, and no list'],
    ['{{#each @root.list}}{{nam}}{{/each}}', 'E503 1:23 there is no "nam" at this place'],
    ['{{inner.toString}}', 'E503 1:3 there is no "inner.toString" at this place'],
    ['{{{title}}}', 'E504 1:1 a value is printed without escaping'],
    ['{{&title}}', 'E504 1:1 a value is printed without escaping'],
    ['{{lookup inner "text"}}', 'E502 1:1 there is no helper "lookup"'],
    ['{{> gone}}', 'E502 1:1 there is no part "gone"'],
    ['<p class={{title}}>', 'E505 1:10 a value stands in a tag outside a quoted attribute'],
    ['<p {{title}}>', 'E505 1:4 a value stands in a tag outside a quoted attribute'],
    ['<p style="color: {{title}}">', 'E505 1:18 a value stands in the attribute "style"'],
    ["<p onclick='{{title}}'>", 'E505 1:13 a value stands in the attribute "onclick"'],
    ['<style>{{title}}</style>', 'E505 1:8 a value stands in a style or a script'],
    ['<script>{{title}}</script>', 'E505 1:9 a value stands in a style or a script'],
  ])('finds %s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it.each([
    ['<p>\n{{#if flag}}\n{{title}}', 'E502 2:1 the block {{#if flag}} of line 2 is not closed'],
    ['{{#if flag}}\n{{#each list}}\n{{/if}}', 'E502 3:1 {{/if}} closes {{#each list}} of line 2'],
    ['<p>{{/if}}', 'E502 1:4 {{/if}} closes no block'],
    ['<p>{{title</p>{{title}}', 'E502 1:4 braces that are opened here are not closed'],
    ['{{inner}}', 'E510 1:1 "inner" is a group of values, and no text'],
    ['<p>{{list}}', 'E510 1:4 "list" is a list, and no text'],
    ['{{#each list}}{{this}}{{/each}}', 'E510 1:15 "this" is a group of values, and no text'],
    ['{{markdown title}}', 'E510 1:1 "title" is text without Markdown'],
    ['{{#each inner}}{{/each}}', 'E510 1:1 "inner" is a group of values, and no list'],
    ['{{#each title}}{{/each}}', 'E510 1:1 "title" is no list'],
    ['{{#each list}}{{@indx}}{{/each}}', 'E503 1:17 there is no "@indx" at this place'],
  ])('finds %s', (text, expected) => {
    expect(check(text)[0]).toBe(expected);
  });

  it.each([
    ['{{titel}}', 'did you mean title?'],
    ['{{inner.txet}}', 'did you mean inner.text?'],
    ['{{#with inner}}{{title}}{{/with}}', 'write ../title: it is not in this block, but around it'],
    ['{{#with inner}}{{../titel}}{{/with}}', 'did you mean ../title?'],
    ['{{#with inner}}{{@root.titel}}{{/with}}', 'did you mean @root.title?'],
    ['{{@root.inner.txet}}', 'did you mean @root.inner.text?'],
    ['{{@root.gone}}', 'this place has title, list, inner and flag'],
    [
      '{{inner}}',
      'name one of text and none, as in {{inner.text}}, or go into it with {{#with inner}} … {{/with}}',
    ],
    ['{{#each inner}}{{/each}}', 'go into it with {{#with inner}} … {{/with}}'],
    ['{{#each this}}{{/each}}', 'name a list in it: list'],
    ['{{#each title}}{{/each}}', 'ask for it: {{#if title}} … {{/if}}'],
    ['{{@indx}}', 'within a list there are @index, @first, @last, @key and @root'],
    ['{{list}}', 'print its entries one by one: {{#each list}} … {{/each}}'],
    ['{{> reprot}}', 'did you mean report?'],
    ['{{> gone}}', 'name one of those that `cip-report templates list` has'],
    ['{{markdwon title}}', 'did you mean markdown?'],
    ['{{#eahc list}}{{/eahc}}', 'did you mean each?'],
    ['{{#if flag}}', 'end it with {{/if}}'],
  ])('says what to write for %s', (text, help) => {
    expect(checkTemplate(handlebars, [{ name: 'report', file: 'r.hbs', text }], VIEW)[0]?.help).toBe(help);
  });

  it('names the helper of Markdown that is printed as it is', () => {
    const view = { ...VIEW, reason: { markdown: 'Two **posts**', level: 3 } };
    const [found] = checkTemplate(handlebars, [{ name: 'report', file: 'r.hbs', text: '{{reason}}' }], view);
    expect([found?.code, found?.help]).toEqual(['E510', 'write {{markdown reason}}']);
    expect(check('{{markdown reason}}', view)).toEqual([]);
  });

  it('finds a path that leads out of a partial, which no page could fill', () => {
    const parts = [
      { name: 'report', file: 'report.hbs', text: '{{#with inner}}{{> row}}{{/with}}' },
      { name: 'row', file: 'row.hbs', text: '{{text}}{{../title}}' },
    ];
    expect(
      checkTemplate(handlebars, parts, VIEW).map((one) => [one.code, one.at?.file, one.message]),
    ).toEqual([['E503', 'row.hbs', 'there is no "../title" at this place']]);
  });

  it('follows @root to the page from its parts, and to what the part is printed with from a part of a section', () => {
    const parts = [
      { name: 'report', file: 'report.hbs', text: '{{#with inner}}{{> row}}{{@root.title}}{{/with}}' },
      { name: 'row', file: 'row.hbs', text: '{{@root.title}}{{#each @root.list}}{{name}}{{/each}}' },
      { name: 'risks', file: 'risks.hbs', text: '{{@root.count}}{{> text}}' },
      { name: 'text', file: 'text.hbs', text: '{{@root.title}}' },
    ];
    expect(checkTemplate(handlebars, parts.slice(0, 2), VIEW)).toEqual([]);
    expect(
      checkTemplate(handlebars, parts, VIEW, [{ part: 'risks', context: { count: 2 } }]).map((one) => [
        one.code,
        one.at?.file,
        one.message,
      ]),
    ).toEqual([['E503', 'text.hbs', 'there is no "@root.title" at this place']]);
  });

  it('ends on a partial that includes itself', () => {
    expect(check('{{title}}{{> report}}')).toEqual([]);
  });
});
