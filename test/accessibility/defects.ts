import type { InPage, Mode } from './browser.ts';

/** What finds a defect: a check of our own, a rule of axe, a rule of html-validate, or a press of the Tab key. */
export type Finder =
  | { readonly own: InPage }
  | { readonly axe: string }
  | { readonly markup: string }
  | { readonly keyboard: 'skipLink' };

/** A fault that is put into a copy of a page. */
export interface Defect {
  readonly name: string;
  readonly mode: Mode;
  readonly foundBy: Finder;
  readonly plant: (html: string) => string;
  /** What is said of it. */
  readonly says: RegExp;
}

/** Replaces the first match; a page that has none is no page for this defect. */
function swap(pattern: RegExp, to: string): (html: string) => string {
  return (html) => {
    if (!pattern.test(html)) throw new Error(`the page has no ${pattern.source}`);
    return html.replace(pattern, to);
  };
}

/** Adds rules to the page's style, and takes its content policy away, which would refuse them. */
function styled(css: string): (html: string) => string {
  return (html) =>
    swap(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')(html).replace('</style>', `${css}</style>`);
}

function added(markup: string): (html: string) => string {
  return swap(/<\/main>/, `${markup}</main>`);
}

const light = 'light';

export const DEFECTS: readonly Defect[] = [
  {
    name: 'a level of headings left out',
    mode: light,
    foundBy: { own: 'headings' },
    plant: swap(/<h3>([^<]*)<\/h3>/, '<h5>$1</h5>'),
    says: /h5 .* follows a heading of level 2/,
  },
  {
    name: 'a second h1',
    mode: light,
    foundBy: { own: 'headings' },
    plant: added('<h1>Report</h1>'),
    says: /there are 2 h1/,
  },
  {
    name: 'a figure without a name',
    mode: light,
    foundBy: { own: 'pictures' },
    plant: swap(/<figure role="group" aria-labelledby="[^"]*"/, '<figure'),
    says: /^figure.* has no name/,
  },
  {
    name: 'a chart without a name',
    mode: light,
    foundBy: { own: 'pictures' },
    plant: swap(/(<svg class="chart" [^>]*) aria-labelledby="[^"]*"/, '$1'),
    says: /^svg\.chart.* has no name/,
  },
  {
    name: 'a picture without alt',
    mode: light,
    foundBy: { own: 'pictures' },
    plant: added('<img src="data:image/png;base64,iVBORw0KGgo=">'),
    says: /^img has no alt/,
  },
  {
    name: 'a row without a heading',
    mode: light,
    foundBy: { own: 'tables' },
    plant: swap(/(class="milestones[\s\S]*?)<th scope="row">(.*?)<\/th>/, '$1<td>$2</td>'),
    says: /^td.* has no heading beside it/,
  },
  {
    name: 'a column without a heading',
    mode: light,
    foundBy: { own: 'tables' },
    plant: swap(/<th scope="col"( class="num")>(.*?)<\/th>/, '<td$1>$2</td>'),
    says: /^td.* has no heading above it/,
  },
  {
    name: 'a heading cell without a scope',
    mode: light,
    foundBy: { own: 'tables' },
    plant: swap(/<th scope="row"/, '<th'),
    says: /^th.* has no scope/,
  },
  {
    name: 'a table without a caption',
    mode: light,
    foundBy: { own: 'tables' },
    plant: swap(/<caption[^>]*>.*?<\/caption>/, ''),
    says: /^table.* has no caption/,
  },
  {
    name: 'a colour of text below contrast',
    mode: light,
    foundBy: { own: 'contrast' },
    plant: styled(':root{--quiet:#9aa5b1}'),
    says: /has a contrast of [12]\.\d\d/,
  },
  {
    name: 'a colour of text below contrast, as axe sees it',
    mode: light,
    foundBy: { axe: 'color-contrast' },
    plant: styled(':root{--quiet:#9aa5b1}'),
    says: /insufficient color contrast/,
  },
  {
    name: 'a colour of a chart’s text below contrast',
    mode: light,
    foundBy: { own: 'contrast' },
    plant: styled('svg text.tick{fill:#c0c8d0}'),
    says: /in text\.tick .* has a contrast of 1\.\d\d/,
  },
  {
    name: 'a colour below contrast by night alone',
    mode: 'dark',
    foundBy: { own: 'contrast' },
    plant: styled('@media screen and (prefers-color-scheme:dark){:root{--ink:#4a5766}}'),
    says: /has a contrast of [12]\.\d\d/,
  },
  {
    name: 'a colour below contrast in print alone',
    mode: 'print',
    foundBy: { own: 'contrast' },
    plant: styled('@media print{.source{color:#b0b0b0}}'),
    says: /has a contrast of [12]\.\d\d/,
  },
  {
    name: 'a RAG by colour alone',
    mode: light,
    foundBy: { own: 'words' },
    plant: swap(/(<div class="rag rag-\w+"><svg.*?<\/svg>)<p>.*?<\/p>/, '$1<p></p>'),
    says: /^div\.rag.* says it by colour alone/,
  },
  {
    name: 'a state without a shape',
    mode: light,
    foundBy: { own: 'words' },
    plant: swap(/(<span class="state tone-\w+">)<svg.*?<\/svg>/, '$1'),
    says: /^span\.state.* has no sign beside its word/,
  },
  {
    name: 'a link that says “here”',
    mode: light,
    foundBy: { own: 'links' },
    plant: added('<p>The risk log is <a href="#risks">here</a>.</p>'),
    says: /“here” does not say where it leads/,
  },
  {
    name: 'a link that is a number of a table alone',
    mode: light,
    foundBy: { own: 'links' },
    plant: swap(/>Values, (Table \d+)<\/a>/, '>$1</a>'),
    says: /“Table \d+” does not say where it leads/,
  },
  {
    name: 'two links of one name that lead to two places',
    mode: light,
    foundBy: { own: 'links' },
    plant: added('<p><a href="#risks">The log</a> <a href="#milestones">The log</a></p>'),
    says: /leads to #milestones, and another of its name to #risks/,
  },
  {
    name: 'an id that is there twice',
    mode: light,
    foundBy: { own: 'ids' },
    plant: added('<p id="risks">Risks</p>'),
    says: /the id “risks” is there twice/,
  },
  {
    name: 'a page without a language',
    mode: light,
    foundBy: { own: 'language' },
    plant: swap(/<html lang="[^"]*">/, '<html>'),
    says: /no language/,
  },
  {
    name: 'a skip link to nothing',
    mode: light,
    foundBy: { keyboard: 'skipLink' },
    plant: swap(/ id="main"/, ''),
    says: /leads nowhere/,
  },
  {
    name: 'a skip link that stays hidden',
    mode: light,
    foundBy: { keyboard: 'skipLink' },
    plant: styled('.skip:focus{position:absolute;width:1px;height:1px;clip-path:inset(50%)}'),
    says: /is not seen when it has the focus/,
  },
  {
    name: 'no skip link',
    mode: light,
    foundBy: { keyboard: 'skipLink' },
    plant: swap(/<a class="skip"[^>]*>[^<]*<\/a>/, ''),
    says: /is not seen|no link on the page|into the main part/,
  },
  {
    name: 'a focus that is not shown',
    mode: light,
    foundBy: { own: 'focus' },
    plant: styled(':focus-visible{outline:none}'),
    says: /does not show the focus/,
  },
  {
    name: 'a tabindex above 0',
    mode: light,
    foundBy: { own: 'focus' },
    plant: swap(/tabindex="0"/, 'tabindex="3"'),
    says: /has the tabindex 3/,
  },
  {
    name: 'columns shown in another order',
    mode: light,
    foundBy: { own: 'focus' },
    plant: styled('.pair{display:flex;flex-direction:row-reverse}'),
    says: /shown out of its order/,
  },
  {
    name: 'something wider than a phone',
    mode: 'narrow',
    foundBy: { own: 'reflow' },
    plant: styled('.title{min-width:30rem}'),
    says: /the page is \d+ px wide in a window of 320 px/,
  },
  {
    name: 'a region that scrolls and cannot be reached',
    mode: 'narrow',
    foundBy: { own: 'scrollers' },
    plant: (html) => html.replaceAll(' tabindex="0"', ''),
    says: /scrolls and cannot be reached by keyboard/,
  },
  {
    name: 'text that is cut off where it is spaced out',
    mode: light,
    foundBy: { own: 'spacing' },
    plant: styled('h1{height:2.4rem;overflow:hidden}'),
    says: /^h1 .*cuts off its text/,
  },
  {
    name: 'an animation where less motion is asked for',
    mode: light,
    foundBy: { own: 'motion' },
    plant: styled('@keyframes pulse{to{opacity:.5}}.rag{animation:pulse 1s infinite}'),
    says: /^div\.rag.* moves/,
  },
  {
    name: 'a transition where less motion is asked for',
    mode: light,
    foundBy: { own: 'motion' },
    plant: styled('a{transition:color .3s}'),
    says: /^a.* moves/,
  },
  {
    name: 'an abbreviation that says nothing',
    mode: light,
    foundBy: { own: 'abbreviations' },
    plant: swap(/<abbr title="[^"]*">/, '<abbr>'),
    says: /^abbr .* does not say what it stands for/,
  },
  {
    name: 'a page that cannot be enlarged',
    mode: light,
    foundBy: { axe: 'meta-viewport' },
    plant: swap(/initial-scale=1"/, 'initial-scale=1, maximum-scale=1"'),
    says: /maximum-scale/,
  },
  {
    name: 'a role that the element must not have',
    mode: light,
    foundBy: { axe: 'aria-allowed-role' },
    plant: swap(/<p class="figcaption"([^>]*)>([^<]*)<\/p>/, '<figcaption$1>$2</figcaption>'),
    says: /role group is not allowed/,
  },
  {
    name: 'a paragraph in a paragraph',
    mode: light,
    foundBy: { markup: 'no-implicit-close' },
    plant: added('<p>One <p>in another</p></p>'),
    says: /no-implicit-close/,
  },
];
