import { cspHash, cssString } from './assets.ts';

/** What a printed page says above and below. */
export interface RunningTexts {
  readonly title: string;
  readonly draft: string;
  readonly meeting: string;
}

/** Returns the content policy of a page: nothing but this style sheet, and what is embedded in the page. */
export function contentPolicy(style: string, hasPicture: boolean): string {
  const pictures = hasPicture || /url\(\s*["']?data:image\//i.test(style) ? ' img-src data:;' : '';
  return `default-src 'none'; style-src ${cspHash(style)}; font-src data:;${pictures} base-uri 'none'; form-action 'none'`;
}

/** Returns what pages print above and below, texts as CSS strings; `pages` is their selector (` opening`, `:first`). */
export function runningRule({ title, draft, meeting }: RunningTexts, pages = ''): string {
  const [head, right, foot] = [title, draft, meeting].map(cssString);
  return `@page${pages}{@top-left{content:${head ?? ''}}@top-right{content:${right ?? ''}}@bottom-left{content:${foot ?? ''}}}`;
}

/** Returns the rule by which pages have nothing above: the heading stands there. */
export function headlessRule(pages: string, more = ''): string {
  return `@page${pages}{${more}@top-left{content:none}@top-right{content:none}}`;
}
