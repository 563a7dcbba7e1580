import handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import { checkTemplate } from '../../../src/render/html-check.ts';
import { packageRoot } from '../../../src/render/assets.ts';
import { templateName, templateNames, viewOf } from '../../../src/render/html-templates.ts';
import { readTemplate } from '../../../src/render/template-source.ts';
import type { Report } from '../../../src/report/report.ts';
import { FULL } from '../../support/luton-report.ts';

const VIEW = { title: 'Workforce', list: [{ name: 'a' }], inner: { text: 'x', none: null }, flag: true };

/** A view in which every list has something and every branch is taken. */
const EXAMPLE: Report = {
  ...FULL,
  rag: { ...FULL.rag, meanings: { ...FULL.rag.meanings, amber: { label: 'off plan' } } },
  asks: Array.from({ length: 6 }, () => FULL.asks).flat(),
  findings: [
    ...FULL.findings,
    ...Array.from({ length: 8 }, (_, index) =>
      finding('W303', `R${index}: levels are the wrong way round`, { why: 'why' }),
    ),
  ],
};

function check(text: string, view: unknown = VIEW): string[] {
  return checkTemplate(handlebars, [{ name: 'report', file: 'report.hbs', text }], view).map(
    (one) => `${one.code} ${one.at?.line ?? 0}:${one.at?.column ?? 0} ${one.message}`,
  );
}

describe('the templates that ship', () => {
  it.each(templateNames())('%s fits its view', (name) => {
    const known = templateName(name);
    const view = { ...viewOf(EXAMPLE, known), page: { csp: '', style: '' } };
    expect(checkTemplate(handlebars, readTemplate(known, packageRoot()).parts, view)).toEqual([]);
  });

  it.each(templateNames())('%s uses every one of its partials', (name) => {
    const { parts } = readTemplate(templateName(name), packageRoot());
    const text = parts.map((part) => part.text).join('\n');
    for (const part of parts) if (part.name !== 'report') expect(text).toContain(`{{> ${part.name}`);
  });

  it.each(templateNames())('%s leaves nothing unchecked: its example view fills every list', (name) => {
    const known = templateName(name);
    const parts = readTemplate(known, packageRoot()).parts.map((part) => ({
      ...part,
      text: part.text.replace(/\{\{(?!else\}\})([a-z][\w.]*)\}\}/gi, '{{$1_misspelt}}'),
    }));
    const view = { ...viewOf(EXAMPLE, known), page: { csp: '', style: '' } };
    const found = new Set(
      checkTemplate(handlebars, parts, view)
        .filter((one) => one.code === 'E503')
        .map((one) => `${one.at!.file}:${one.at!.line}:${one.at!.column}`),
    );
    expect(misspeltPlaces(parts).filter((place) => !found.has(place))).toEqual([]);
  });
});

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
      check('<p class="{{inner.text}}">{{title}}{{#each list}}{{name}}{{../title}}{{/each}}</p>'),
    ).toEqual([]);
  });

  it.each([
    ['{{titel}}', 'E503 1:3 there is no "titel" at this place'],
    ['<p>\n{{#if flagg}}x{{/if}}', 'E503 2:7 there is no "flagg" at this place'],
    ['{{#each list}}{{nam}}{{/each}}', 'E503 1:17 there is no "nam" at this place'],
    ['{{#with inner}}{{title}}{{/with}}', 'E503 1:18 there is no "title" at this place'],
    ['{{inner.toString}}', 'E503 1:3 there is no "inner.toString" at this place'],
    ['{{{title}}}', 'E504 1:1 a value is printed without escaping'],
    ['{{&title}}', 'E504 1:1 a value is printed without escaping'],
    ['{{lookup inner "text"}}', 'E502 1:1 there is no helper "lookup"'],
    ['{{> gone}}', 'E502 1:1 there is no partial "gone"'],
    ['<p class={{title}}>', 'E505 1:10 a value stands in a tag outside a quoted attribute'],
    ['<p {{title}}>', 'E505 1:4 a value stands in a tag outside a quoted attribute'],
    ['<p style="color: {{title}}">', 'E505 1:18 a value stands in the attribute "style"'],
    ["<p onclick='{{title}}'>", 'E505 1:13 a value stands in the attribute "onclick"'],
    ['<style>{{title}}</style>', 'E505 1:8 a value stands in a style or a script'],
    ['<script>{{title}}</script>', 'E505 1:9 a value stands in a style or a script'],
  ])('finds %s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it('finds a block that is not closed', () => {
    expect(check('<p>\n{{#if flag}}')[0]).toMatch(
      /^E502 \d+:1 the template cannot be read: Parse error on line \d+/,
    );
  });

  it('ends on a partial that includes itself', () => {
    expect(check('{{title}}{{> report}}')).toEqual([]);
  });
});
