import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding } from '../model/finding.ts';
import type { Report } from '../report/report.ts';
import { highlightView, type HighlightView } from '../report/view.ts';
import { isTemplateName, TEMPLATE_NAMES, type TemplateName } from '../model/templates.ts';
import { packageRoot } from './assets.ts';
import { TemplateError } from './template-error.ts';

/** The templates that ship: one folder under `templates/` each, with the function that makes its view. */
const TEMPLATES = {
  'highlight-report': highlightView,
} as const satisfies Record<TemplateName, (report: Report) => PageView>;

export type { TemplateName };

/** What every template's view has, whatever else it shows. */
export type PageView = Pick<HighlightView, 'title' | 'running'>;

/** A template's text: markup by name of partial (`report` is the page), and the style sheet. */
export interface TemplateSource {
  readonly name: TemplateName;
  readonly parts: readonly TemplatePart[];
  readonly style: string;
}

export interface TemplatePart {
  readonly name: string;
  /** Path below the package's folder, for messages. */
  readonly file: string;
  readonly text: string;
}

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

/** Reads a template's folder, partials in order of name. */
export function readTemplate(name: TemplateName, root: string = packageRoot()): TemplateSource {
  const folder = join(root, 'templates', name);
  const parts = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.hbs'.length),
      file: `templates/${name}/${file}`,
      text: readFileSync(join(folder, file), 'utf8'),
    }));
  return { name, parts, style: readFileSync(join(folder, 'style.css'), 'utf8') };
}
