import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/render/assets.ts';
import { attributeFindings } from '../../../src/render/html-check-attributes.ts';
import { markupFindings } from '../../../src/render/own-templates-markup.ts';
import { PAGE_NAMES, readTemplate } from '../../../src/render/template-source.ts';

function told(text: string): string[] {
  return markupFindings('own/trust.hbs', text).map(
    (one) => `${one.code} ${one.at?.line ?? 0}:${one.at?.column ?? 0} ${one.message}`,
  );
}

describe('a part of a council’s own', () => {
  it.each([
    ['<p>\n <script>alert(1)</script>', '2:2', '<script>'],
    ['<SCRIPT/src="x">', '1:1', '<script>'],
    ['<scr{{! }}ipt>', '1:1', '<script>'],
    ['<scr{{#if flag}}{{/if}}ipt>', '1:1', '<script>'],
    ['<{{#if flag}}b{{else}}script{{/if}}>', '1:1', '<script>'],
    ['<scr{{~! ~}} ipt>', '1:1', '<script>'],
    ['\\{{<script>}}', '1:4', '<script>'],
    ['{{sign "}}"}}<script>', '1:14', '<script>'],
    ['<{{title}}>', '1:1', 'a value as the name of an element'],
    ['<td onclick="x()">', '1:5', 'the attribute onclick'],
    ['<p class="{{sign "}}"}}" ONCLICK=x>', '1:26', 'the attribute onclick'],
    ['<b {{#if flag}}onclick="x"{{/if}}>', '1:16', 'the attribute onclick'],
    ['<svg/onload=x>', '1:6', 'the attribute onload'],
    ['<p style="color: red">', '1:4', 'the attribute style'],
    ['<style>p { color: red }</style>', '1:1', '<style>'],
    ['<style>{{page.style}} p {}</style>', '1:1', '<style>'],
    ['<img src="https://council.example/logo.png">', '1:6', 'src="https://council.example/logo.png"'],
    ['<img src=//council.example/x>', '1:6', 'src="//council.example/x"'],
    ['<img alt="" srcset="logo.png 2x">', '1:13', 'srcset="logo.png 2x"'],
    ['<iframe>', '1:1', '<iframe>'],
    ['<object data="x">', '1:1', '<object>'],
    ['<link rel="stylesheet" href="x.css">', '1:1', '<link>'],
    ['<base href="/">', '1:1', '<base>'],
    ['<meta http-equiv="refresh" content="0">', '1:7', 'http-equiv="refresh"'],
    ['<a href="javascript:x()">', '1:4', 'an address that starts with javascript:'],
    ['<a href=" Java&Tab;script&colon;x()">', '1:4', 'an address that starts with javascript:'],
    ['<a href="&#106;ava{{! }}script:x()">', '1:4', 'an address that starts with javascript:'],
    ['<a href="data:text/html,x">', '1:4', 'a link to data:'],
    ['<a href="http://council.example">', '1:4', 'a link to http:'],
    ['<a href="//council.example">', '1:4', 'a link without https:'],
    ['<form action="https://council.example">', '1:1', '<form>'],
    [
      '<svg><use href="https://council.example/x.svg#a"/></svg>',
      '1:11',
      'href="https://council.example/x.svg#a"',
    ],
  ])('may not have %s', (text, place, what) => {
    expect(told(text)).toEqual([`E511 ${place} a part of your own may not have ${what}`]);
  });

  it.each([
    '<a href="https://council.example/board">The board</a> <a href="mailto:board@council.example">write</a>',
    '<a href="#{{id}}" class="a{{#if flag}} b{{/if}}">{{title}}</a>',
    '<img src="{{source}}" alt="{{alt}}"><img src="data:image/png;base64,AA==" alt="">',
    '<!-- <script> is not used --><p title="on time: > 5">a < b, 5 > 4, one = two</p>',
    '<style>{{page.style}}</style>',
    '{{! <script> }}{{!-- <b onclick="x"> }} --}}<p>{{sign "<script>" "x"}}</p>',
  ])('may have %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('may be a copy of any that ships', () => {
    const parts = PAGE_NAMES.flatMap((name) => readTemplate(name, packageRoot()).parts);
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.flatMap(({ file, text }) => markupFindings(file, text))).toEqual([]);
  });
});

describe('a quotation mark that is not closed', () => {
  const message = (text: string): string[] =>
    attributeFindings({ name: 'trust', file: 'own/trust.hbs', text }).map(
      (one) => `${one.code} ${one.at?.line ?? 0}:${one.at?.column ?? 0} ${one.message}`,
    );

  it.each([
    ['<div>\n<p class="trust>{{a}} <b class="x">{{b}}</b></p>', '2:10'],
    ['<p class="trust>{{a}}', '1:10'],
    ["<p class='trust>{{a}}</p>", '1:10'],
    ['<p class="{{a}}><b>{{b}}</b>', '1:10'],
  ])('is told where it was opened, and nothing else: %s', (text, place) => {
    expect(message(text)).toEqual([`E502 ${place} the quotation mark opened at ${place} is not closed`]);
  });

  it.each(['<p title="a < b">{{a}}</p>', '<p>It’s "so</p>', '<p {{#if a}}class="x{{else}}class="y{{/if}}">'])(
    'is not seen in %s',
    (text) => {
      expect(message(text)).toEqual([]);
    },
  );
});
