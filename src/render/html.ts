import type Handlebars from 'handlebars';
import type { Report } from '../report/report.ts';
import type { ReportView } from '../report/view.ts';
import { cspHash, cssString, fontFaces } from './assets.ts';
import { loadSanitiser, UncleanMarkup } from './clean-markup.ts';
import { withoutControls } from './controls.ts';
import { registerHelpers, templateHelpers } from './html-helpers.ts';
import { pageTemplate } from './html-page.ts';
import { templateName, viewOf } from './html-templates.ts';
import { loadMarkdown, type MarkdownRenderer } from './markdown.ts';

/**
 * Returns a report as one self-contained HTML document: no script, no request, the same bytes for the same report.
 * Throws a TemplateError where the template is unknown or does not fit its view.
 */
export async function renderHtml(report: Report): Promise<string> {
  const [{ default: handlebars }, markdown] = await Promise.all([import('handlebars'), loadMarkdown()]);
  try {
    return renderWith(handlebars.create(), markdown, report);
  } catch (error) {
    if (!(error instanceof UncleanMarkup)) throw error;
    // Some text needs the sanitiser. It is large and almost never needed, so it loads only now.
    return renderWith(handlebars.create(), await loadMarkdown(await loadSanitiser()), report);
  }
}

function renderWith(engine: typeof Handlebars, markdown: MarkdownRenderer, report: Report): string {
  const name = templateName(report.template);
  registerHelpers(engine, templateHelpers(markdown));
  const template = pageTemplate(engine, name);
  const view = viewOf(report, name);
  const style = [
    fontFaces(JSON.stringify(view)),
    template.style,
    ...accentRule(report.theme.accent),
    runningRules(view),
  ].join('\n');
  const csp = policy(style, view.logo !== null);
  return withoutControls(template.fill(view, { csp, style: new engine.SafeString(style) }));
}

function policy(style: string, hasPicture: boolean): string {
  const pictures = hasPicture ? ' img-src data:;' : '';
  return `default-src 'none'; style-src ${cspHash(style)}; font-src data:;${pictures} base-uri 'none'; form-action 'none'`;
}

/** Returns the council's own colour for lines, links and rules. What is no colour never reaches the style sheet. */
function accentRule(accent: string | undefined): string[] {
  return accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? [`:root{--accent:${accent}}`] : [];
}

/** What the printed pages say above and below: texts of the report, as CSS strings. */
function runningRules({ running }: ReportView): string {
  const head = cssString(running.title);
  const draft = cssString(running.draft);
  const foot = cssString(running.meeting);
  return `@page{@top-left{content:${head}}@top-right{content:${draft}}@bottom-left{content:${foot}}}
@page:first{@top-left{content:none}@top-right{content:none}}`;
}
