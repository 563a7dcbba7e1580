import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateName } from '../model/templates.ts';

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

/** What every template starts from: each may have parts and style of its own in a folder of its name. */
const SHARED = 'shared';

/** Reads a template: the shared parts, those of its own folder in their place or beside them, in order of name. */
export function readTemplate(name: TemplateName, root: string): TemplateSource {
  const folders = [SHARED, name].map((folder) => readFolder(folder, root));
  const parts = new Map(folders.flatMap((one) => one.parts).map((part) => [part.name, part]));
  return {
    name,
    parts: [...parts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    style: folders.map((one) => one.style).join(''),
  };
}

function readFolder(name: string, root: string): Pick<TemplateSource, 'parts' | 'style'> {
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
    style: files
      .filter((file) => file.endsWith('.css'))
      .sort()
      .map(text)
      .join(''),
  };
}
