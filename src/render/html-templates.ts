import { finding } from '../model/finding.ts';
import type { Report } from '../report/report.ts';
import { highlightView, type HighlightView } from '../report/view.ts';
import { isTemplateName, TEMPLATE_NAMES, type TemplateName } from '../model/templates.ts';
import { TemplateError } from './template-error.ts';

/** The templates that ship: one folder under `templates/` each, with the function that makes its view. */
const TEMPLATES = {
  'highlight-report': highlightView,
  'committee-report': highlightView,
  'recommendations-report': highlightView,
} as const satisfies Record<TemplateName, (report: Report) => PageView>;

export type { TemplateName };

/** What every template's view has, whatever else it shows. */
export type PageView = Pick<HighlightView, 'title' | 'running'>;

export function templateNames(): readonly string[] {
  return TEMPLATE_NAMES;
}

/** Returns the template of a name; throws a TemplateError where there is none. */
export function templateName(name: string): TemplateName {
  if (!isTemplateName(name))
    throw new TemplateError([
      finding('E501', `there is no template "${name}"`, {
        help: `use one of: ${templateNames().join(', ')}`,
      }),
    ]);
  return name;
}

/** Returns what a template shows of a report. */
export function viewOf(report: Report, name: TemplateName): PageView {
  return TEMPLATES[name](report);
}
