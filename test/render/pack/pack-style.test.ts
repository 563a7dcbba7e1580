import { describe, expect, it } from 'vitest';
import { scopedTo, withLoweredHeadings } from '../../../src/render/pack-style.ts';
import { expectInProportion } from '../../support/growth.ts';

describe('the style of a report inside of a pack', () => {
  it('is of headings one level lower', () => {
    expect(withLoweredHeadings('h1,\nh2.question + p,.section > h3:has(+ h6){margin:0}')).toBe(
      'h2,\nh3.question + p,.section > h4:has(+ h6){margin:0}',
    );
  });

  it('changes no class, property or id that looks like a heading', () => {
    const css = '.h1{font-size:var(--size-h1)}#h2{}.a-h3{}h2x{}';
    expect(withLoweredHeadings(css)).toBe(css);
  });

  it('is in force where its template is, and weighs as much as before', () => {
    expect(scopedTo('report-a', '.x{color:red}\n')).toBe(':where(.report-a){\n.x{color:red}\n}\n');
    expect(scopedTo('report-a', ' \n')).toBe('');
  });

  it.each([
    '.a{background:url(data:image/png;base64,h1/h2+h3)}',
    '.a::before{content:"h1 {h2} h3"}',
    "@import 'h1.css';",
    '/* h1 { */.a{font:var(--h1),h2}',
    '@media (min-width:1px) and (h1){.a{b:h1;c:h2}}',
    '[data-part=h1]{a:b}[title="h2 ]h3"]{}',
    '@keyframes h1{from{a:b}}',
  ])('changes nothing but selectors: %s', (css) => {
    expect(withLoweredHeadings(css)).toBe(css);
  });

  it.each([
    ['@media print{h1{a:h1}}', '@media print{h2{a:h1}}'],
    ['.a{color:h1;& h2{a:b}}', '.a{color:h1;& h3{a:b}}'],
    ['/* h1 */h1[title="h1"]{a:b}', '/* h1 */h2[title="h1"]{a:b}'],
    ['@scope (h1) to (h2){p{a:b}}', '@scope (h2) to (h3){p{a:b}}'],
  ])('changes the selectors of every rule: %s', (css, lowered) => {
    expect(withLoweredHeadings(css)).toBe(lowered);
  });

  it('keeps in force the rules that no element has', () => {
    const [page, face] = [
      '@page{margin:1cm}',
      '@font-face{font-family:"a;}";src:url(data:font/woff2;base64,AA==)}',
    ];
    expect(scopedTo('report-a', `${page}.x{color:red}${face}`)).toBe(
      `${page}${face}:where(.report-a){\n.x{color:red}}\n`,
    );
    expect(scopedTo('report-a', face)).toBe(face);
  });

  it.each(['/*', '"\\', '[', '{'])(
    'takes the time of its length for a sheet that never ends: %s',
    async (part) => {
      await expectInProportion((size) => withLoweredHeadings(scopedTo('a', part.repeat(size))), 20_000);
    },
  );
});
