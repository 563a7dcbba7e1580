import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATE_NAMES, type TemplateName } from '../model/templates.ts';

/** What is printed with templates: a report, by its template, a pack of reports, or the paper of what changed. */
export type PageName = TemplateName | 'pack' | 'changes';

export const PAGE_NAMES: readonly PageName[] = [...TEMPLATE_NAMES, 'pack', 'changes'];

/** The pages of which a council may have parts of its own: `diff` takes none. */
export const OWN_PAGE_NAMES: readonly PageName[] = PAGE_NAMES.filter((name) => name !== 'changes');

/** A template's text: markup by name of partial, and style sheets. */
export interface TemplateSource {
  readonly name: PageName;
  readonly parts: readonly TemplatePart[];
  /** Names of parts that it has of its own where others have a shared one: a shared one of a council's leaves them be. */
  readonly kept: readonly string[];
  readonly style: TemplateStyle;
  /** The style sheets that ship, of which `style` is made. */
  readonly sheets: { readonly shared: readonly TemplateSheet[]; readonly own: readonly TemplateSheet[] };
}

export interface TemplatePart {
  readonly name: string;
  /** Path below the package's folder, or of a council's own template as it was named, for messages. */
  readonly file: string;
  readonly text: string;
}

export interface TemplateSheet {
  /** With its ending: `30-base.css`. */
  readonly name: string;
  /** As of a part. */
  readonly file: string;
  readonly text: string;
}

/** Style sheets in the order in which they follow each other: those that ship, then a council's own. */
export interface TemplateStyle {
  /** For every template. */
  readonly shared: string;
  /** For this one. */
  readonly own: string;
  /** A council's, for every template. */
  readonly custom: string;
  /** A council's, for this one. */
  readonly customOwn: string;
}

/** What every template starts from: each may have parts and style of its own in a folder of its name. */
const SHARED = 'shared';

/** Returns the partial that is the whole page, from which all others are called. */
export function rootPart(name: PageName): 'report' | 'pack' | 'changes' {
  return name === 'pack' || name === 'changes' ? name : 'report';
}

/** Returns the style of one page on its own. */
export function styleText({ shared, own, custom, customOwn }: TemplateStyle): string {
  return `${shared}${own}${custom}${customOwn}`;
}

/** Reads a template: the shared parts, those of its own folder in their place or beside them, in order of name. */
export function readTemplate(name: PageName, root: string): TemplateSource {
  const [shared, own] = [readFolder(SHARED, root), readFolder(name, root)];
  const parts = new Map([...shared.parts, ...own.parts].map((part) => [part.name, part]));
  return {
    name,
    parts: [...parts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    kept: own.parts.map((part) => part.name).filter((part) => shared.parts.some((one) => one.name === part)),
    style: { shared: joined(shared.sheets), own: joined(own.sheets), custom: '', customOwn: '' },
    sheets: { shared: shared.sheets, own: own.sheets },
  };
}

function readFolder(
  name: string,
  root: string,
): { readonly parts: readonly TemplatePart[]; readonly sheets: readonly TemplateSheet[] } {
  const folder = join(root, 'templates', name);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return {
    parts: files
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => ({
        name: file.slice(0, -'.hbs'.length),
        file: `templates/${name}/${file}`,
        text: text(file),
      })),
    sheets: files
      .filter((file) => file.endsWith('.css'))
      .sort()
      .map((file) => ({ name: file, file: `templates/${name}/${file}`, text: text(file) })),
  };
}

/** Returns style sheets as one, in their order. */
export function joined(sheets: readonly TemplateSheet[]): string {
  return sheets.map((one) => one.text).join('');
}
