import { glossaryOf } from '../report/abbreviations.ts';
import type { Pack } from '../report/pack.ts';
import type { PagesById } from '../report/contents.ts';
import { withPages, type PackReport, type PackView } from '../report/pack-view.ts';
import type { TemplateName } from '../model/templates.ts';
import { withAbbreviations } from './abbreviations.ts';
import { fontFaces } from './assets.ts';
import { withoutControls } from './controls.ts';
import { withEngines, type NewEngine } from './html-engine.ts';
import { contentPolicy, headlessRule, runningRule } from './html-frame.ts';
import { pageTemplate } from './html-page.ts';
import { themeRules } from './html-theme.ts';
import type { OwnTemplates } from './own-templates.ts';
import { nested } from './pack-nesting.ts';
import { scopedTo, withLoweredHeadings } from './pack-style.ts';
import type { TemplateStyle } from './template-source.ts';

export interface PackRendering {
  /** Fills in the numbers of the contents; without them it has links alone. */
  readonly pages?: PagesById | undefined;
  readonly own?: OwnTemplates | undefined;
}

/** A report's markup in the pack, and the style of its template. */
interface Inside {
  readonly report: PackReport;
  readonly opening: string;
  readonly body: string;
  readonly style: TemplateStyle;
}

/**
 * Returns a pack as one self-contained HTML document: cover, contents, summary, and every report in full. No script, the
 * same bytes for the same reports. Throws a TemplateError where a template does not fit its view.
 */
export async function renderPack(
  pack: Pack,
  view: PackView,
  { pages, own }: PackRendering = {},
): Promise<string> {
  const numbered = pages ? withPages(view, pages) : view;
  return withEngines((newEngine) => renderWith(newEngine, pack, numbered, own), own !== undefined);
}

function renderWith(newEngine: NewEngine, pack: Pack, view: PackView, own: OwnTemplates | undefined): string {
  const engine = newEngine();
  const template = pageTemplate(engine, 'pack', own);
  const inside = view.reports.map((report) => insideOf(newEngine, report, own));
  const style = [
    fontFaces(JSON.stringify(view)),
    packStyle(template.style, inside),
    ...themeRules(pack.theme),
    runningRule(view.running),
    headlessRule(':first'),
    ...view.reports.flatMap(reportRules),
    ...abbreviationsRule(view.reports.at(-1)),
  ].join('\n');
  const asMarkup = (markup: string): object => new engine.SafeString(markup);
  const page = {
    ...view,
    reports: inside.map(({ report: { id, template: name, label }, opening, body }) => ({
      id,
      className: classOf(name),
      label,
      opening: asMarkup(opening),
      content: asMarkup(body),
    })),
    body: [],
  };
  const csp = contentPolicy(style, view.logo !== null);
  const filled = template.fill(page, { csp, style: asMarkup(style) });
  return withAbbreviations(withoutControls(filled), glossaryOf(pack));
}

function insideOf(newEngine: NewEngine, report: PackReport, own: OwnTemplates | undefined): Inside {
  const template = pageTemplate(newEngine(), report.template, own);
  const { opening, body } = template.content(report.view);
  return {
    report,
    opening: nested(opening, report),
    body: nested(body, report),
    style: template.style,
  };
}

/** Returns the style of the pack: what every template has, then of each template what is its own, then the pack's. */
function packStyle({ shared, own, custom, customOwn }: TemplateStyle, inside: readonly Inside[]): string {
  const templates = new Map(inside.map(({ report, style }) => [report.template, style]));
  const ofEach = (pick: (style: TemplateStyle) => string): string =>
    [...templates].map(([name, style]) => scopedTo(classOf(name), withLoweredHeadings(pick(style)))).join('');
  return [
    withLoweredHeadings(shared),
    ofEach((style) => style.own),
    own,
    withLoweredHeadings(custom),
    ofEach((style) => style.customOwn),
    customOwn,
  ].join('');
}

function classOf(template: TemplateName): string {
  return `report-${template}`;
}

/** The abbreviations follow the last report, on its last sheet where that has the room. */
function abbreviationsRule(last: PackReport | undefined): string[] {
  return last === undefined ? [] : [`.abbreviation-list{page:${last.sheet}}`];
}

/** The room above the first sheet of a report, which has its heading there: as 42-print.css gives it to `@page :first`. */
const OPENING_MARGIN = 'margin-top:12mm;';

/** Returns the rules on the printed pages of a report: its own texts above and below, and its first sheet by itself. */
function reportRules({ id, sheet, running }: PackReport): string[] {
  return [
    `[id="${id}"]{page:${sheet}}`,
    `[id="${id}"]>.opening:has(>.summary){page:${sheet}-opening}`,
    runningRule(running, ` ${sheet}`),
    runningRule(running, ` ${sheet}-opening`),
    headlessRule(` ${sheet}-opening`, OPENING_MARGIN),
  ];
}
