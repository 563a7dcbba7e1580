import type Handlebars from 'handlebars';
import type { Report } from '../report/report.ts';
import { cspHash, cssString, fontFaces } from './assets.ts';
import { loadSanitiser, UncleanMarkup } from './clean-markup.ts';
import { withoutControls } from './controls.ts';
import { registerHelpers, templateHelpers } from './html-helpers.ts';
import { pageTemplate } from './html-page.ts';
import { templateName, viewOf, type PageView } from './html-templates.ts';
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
  const style = [fontFaces(JSON.stringify(view)), template.style, runningRules(view)].join('\n');
  const page = template.fill({ ...view, page: { csp: policy(style), style: new engine.SafeString(style) } });
  return withoutControls(page);
}

function policy(style: string): string {
  return `default-src 'none'; style-src ${cspHash(style)}; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** What the printed pages say above and below: texts of the report, as CSS strings. */
function runningRules({ running }: PageView): string {
  const head = cssString(running.title);
  const draft = cssString(running.draft);
  const foot = cssString(running.meeting);
  return `@page{@top-left{content:${head}}@top-right{content:${draft}}@bottom-left{content:${foot}}}
@page:first{@top-left{content:none}@top-right{content:none}}`;
}
