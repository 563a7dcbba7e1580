import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../../src/model/theme.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { themeRules } from '../../../src/render/html-theme.ts';
import { renderPack } from '../../../src/render/pack-html.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import { LUTON } from '../../support/luton-report.ts';
import { PACKED } from '../../support/packed-reports.ts';

const NIGHT = '@media screen and (prefers-color-scheme: dark)';

describe('the rules of a theme', () => {
  it('are none where there is none', async () => {
    expect(themeRules({})).toEqual([]);
    expect(themeRules({ light: {}, dark: {} })).toEqual([]);
    expect(await renderHtml({ ...LUTON, theme: { light: {} } })).toBe(await renderHtml(LUTON));
  });

  it('leave the night as it ships where a colour is given by day alone', () => {
    expect(themeRules({ light: { good: '#006644', 'series-1': '#00797a' } })).toEqual([
      ':root{--good:#006644;--series-1:#00797a}',
      `${NIGHT}{:root{--good:${COLOURS.good.dark};--series-1:var(--accent)}}`,
    ]);
  });

  it('give the night its own colours', () => {
    expect(
      themeRules({ light: { accent: '#0f5257' }, dark: { accent: '#7fcfc8', page: '#101010' } }),
    ).toEqual([':root{--accent:#0f5257}', `${NIGHT}{:root{--page:#101010;--accent:#7fcfc8}}`]);
    expect(themeRules({ dark: { ink: '#ffffff' } })).toEqual([`${NIGHT}{:root{--ink:#ffffff}}`]);
  });

  it('print on white paper, with the theme’s own colours in the margins', () => {
    const rules = themeRules({ light: { page: '#fffaf2', ink: '#221133', quiet: '#554466' } });
    expect(rules).toContain('@media print{:root{--page:#ffffff}}');
    expect(rules.at(-1)).toBe(
      '@page{@top-left{color:#554466}@bottom-left{color:#554466}@bottom-right{color:#554466}@top-right{color:#221133}}',
    );
  });

  it('set headings in the accent where the theme says so', () => {
    expect(themeRules({ headings: 'accent' })).toEqual([
      ':is(h1,h2,h3,h4,h5,h6,.figcaption){color:var(--accent)}',
    ]);
  });

  it.each(['red', '#fff', '#12345', '#123456}*{display:none', 'url(x)', ''])(
    'take nothing of %j',
    (value) => {
      expect(themeRules({ light: { accent: value }, dark: { ink: value } })).toEqual([]);
    },
  );

  it('take no name that is no colour of the page', () => {
    const theme: object = { light: { 'x}*{display:none': '#123456', size: '#123456' } };
    expect(themeRules(theme)).toEqual([]);
  });

  it('are in a report and in a pack, after what ships', async () => {
    const theme = { light: { accent: '#0f5257' }, dark: { accent: '#7fcfc8' } } as const;
    const html = await renderHtml({ ...LUTON, theme });
    expect(html.indexOf(':root{--accent:#0f5257}')).toBeGreaterThan(html.lastIndexOf('--cell-grey: '));
    const pack = { ...buildPack(PACKED), theme };
    expect(await renderPack(pack, packView(pack, PACKED))).toContain(`${NIGHT}{:root{--accent:#7fcfc8}}`);
  });
});
