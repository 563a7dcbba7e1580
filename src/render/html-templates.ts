import { finding } from '../model/finding.ts';
import type { Report } from '../report/report.ts';
import { reportView, type ReportView } from '../report/view.ts';
import { isTemplateName, TEMPLATE_NAMES, type TemplateName } from '../model/templates.ts';
import { TemplateError } from './template-error.ts';

export type { TemplateName };

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
export function viewOf(report: Report, name: TemplateName): ReportView {
  return reportView(report, name);
}
