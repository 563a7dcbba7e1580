import { glossaryOf } from '../report/abbreviations.ts';
import type { Report } from '../report/report.ts';
import type { ReportView } from '../report/view.ts';
import { withAbbreviations } from './abbreviations.ts';
import { fontFaces } from './assets.ts';
import { withoutControls } from './controls.ts';
import { withEngines, type NewEngine } from './html-engine.ts';
import { contentPolicy, headlessRule, runningRule } from './html-frame.ts';
import { pageTemplate } from './html-page.ts';
import { themeRules } from './html-theme.ts';
import { templateName, viewOf } from './html-templates.ts';
import type { OwnTemplates } from './own-templates.ts';
import { styleText } from './template-source.ts';

/**
 * Returns a report as one self-contained HTML document: no script, no request, the same bytes for the same report.
 * Throws a TemplateError where the template is unknown or does not fit its view; `own` are a council's parts of it, and
 * `view` is the report's where it is made already.
 */
export async function renderHtml(
  report: Report,
  own?: OwnTemplates,
  view = viewOf(report, templateName(report.template)),
): Promise<string> {
  return withEngines((newEngine) => renderWith(newEngine, report, view, own), own !== undefined);
}

function renderWith(
  newEngine: NewEngine,
  report: Report,
  view: ReportView,
  own: OwnTemplates | undefined,
): string {
  const engine = newEngine();
  const template = pageTemplate(engine, templateName(report.template), own);
  const style = [
    fontFaces(JSON.stringify(view)),
    styleText(template.style),
    ...themeRules(report.theme),
    runningRule(view.running),
    headlessRule(':first'),
  ].join('\n');
  const csp = contentPolicy(style, view.logo !== null);
  const page = template.fill(view, { csp, style: new engine.SafeString(style) });
  return withAbbreviations(withoutControls(page), glossaryOf(report));
}
