import { resolve, sep } from 'node:path';
import { formatList } from '../../model/format.ts';
import { nearest } from '../../model/suggest.ts';
import { isTemplateName, TEMPLATES } from '../../model/templates.ts';
import { packageRoot } from '../../render/assets.ts';
import {
  CopyRefused,
  copyNames,
  filesInTheWay,
  filesToCopy,
  writeCopies,
  type CopiedFile,
} from '../../render/template-copy.ts';
import {
  fileOf,
  PAGE_PURPOSES,
  PART_PURPOSES,
  partsOf,
  SHEET_PURPOSES,
} from '../../render/template-parts.ts';
import { OWN_PAGE_NAMES, readTemplate, type PageName } from '../../render/template-source.ts';
import type { Environment } from '../environment.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import type { Line } from '../output.ts';
import { shortPath } from '../publication.ts';

export interface TemplatesEnvironment extends Environment {
  readonly version: string;
}

export interface TemplatesListOptions {
  readonly json?: boolean;
}

export interface TemplatesCopyOptions {
  readonly force?: boolean;
}

/** Where copies go where no folder is named. */
const FOLDER = 'our-templates';

/** A file of a template with what it prints or is for. */
interface ListedFile {
  readonly file: string;
  readonly is: string;
}

interface ListedTemplate {
  readonly name: PageName;
  readonly is: string;
  /** Keys of report.yaml without which it cannot be made. */
  readonly needs: readonly string[];
  /** Its sections in order, where a workstream chooses none. */
  readonly sections: readonly string[];
  readonly parts: readonly ListedFile[];
  readonly styles: readonly ListedFile[];
}

/** Lists the templates: what each is for and needs, and of which files it is made. Returns the exit code. */
export function templatesList(
  options: TemplatesListOptions,
  { output, version }: TemplatesEnvironment,
): number {
  const templates = OWN_PAGE_NAMES.map(listed);
  if (options.json === true) output.document(`${JSON.stringify({ version, templates }, null, 2)}\n`);
  else for (const line of lines(templates)) output.result(line);
  return EXIT.ok;
}

function listed(name: PageName): ListedTemplate {
  const source = readTemplate(name, packageRoot());
  const definition = isTemplateName(name) ? TEMPLATES[name] : undefined;
  return {
    name,
    is: PAGE_PURPOSES[name],
    needs: definition?.needs ?? [],
    sections: definition?.sections ?? [],
    parts: partsOf(source)
      .map(fileOf)
      .map((file) => ({ file, is: PART_PURPOSES[file] ?? '' })),
    styles: [...source.sheets.shared, ...source.sheets.own]
      .map(fileOf)
      .map((file) => ({ file, is: SHEET_PURPOSES[file] ?? '' })),
  };
}

/** What all share is told once, after what each has of its own. */
function lines(templates: readonly ListedTemplate[]): Line[] {
  const isShared = ({ file }: ListedFile): boolean => file.startsWith('shared/');
  const ofAll = (pick: (one: ListedTemplate) => readonly ListedFile[]): ListedFile[] => [
    ...new Map(
      templates
        .flatMap(pick)
        .filter(isShared)
        .map((one) => [one.file, one]),
    ).values(),
  ];
  const shared = [...ofAll((one) => one.parts), ...ofAll((one) => one.styles)];
  const own = templates.flatMap((one) => [...one.parts, ...one.styles]).filter((one) => !isShared(one));
  const width = Math.max(...[...shared, ...own].map(({ file }) => nameIn(file).length));
  const fileLine = ({ file, is }: ListedFile): Line => `  ${nameIn(file).padEnd(width)}  ${is}`;
  return [
    ...templates.flatMap(({ name, is, needs, parts, styles }): Line[] => [
      [{ text: name, look: 'strong' }, { text: `: ${is}` }],
      ...(needs.length === 0 ? [] : [`  needs in report.yaml: ${formatList(needs)}`]),
      ...[...parts, ...styles].filter((one) => !isShared(one)).map(fileLine),
      '',
    ]),
    [{ text: 'what they share', look: 'strong' }],
    ...shared.map(fileLine),
    '',
    [
      {
        text: 'cip-report templates copy <template or part> copies them; docs/templates.md says what each may use',
        look: 'quiet',
      },
    ],
  ];
}

function nameIn(file: string): string {
  return file.slice(file.indexOf('/') + 1).replace(/\.hbs$/, '');
}

/**
 * Copies a template, or one part or style sheet, into a folder that `build --templates` reads, and says what is next. Nothing
 * that is there is overwritten unless it is asked for. Returns the exit code; throws a UsageError where it cannot.
 */
export function templatesCopy(
  name: string,
  dir: string | undefined,
  options: TemplatesCopyOptions,
  { output, cwd, version }: TemplatesEnvironment,
): number {
  const files = named(name, version);
  const folder = resolve(cwd, dir ?? FOLDER);
  const shown = shortPath(folder, cwd).split(sep).join('/');
  const inTheWay = usable(shown, () => filesInTheWay(files, folder));
  if (inTheWay.length > 0 && options.force !== true)
    throw new UsageError(
      `${shown} has ${formatList(inTheWay)} already, with another text`,
      'name another folder, or write over with --force: what you changed there is then lost',
    );
  const { written, same } = usable(shown, () => writeCopies(files, folder));
  for (const path of written)
    output.say(`${inTheWay.includes(path) ? 'written over' : 'copied'}  ${shown}/${path}`);
  const shared = files.filter(({ path }) => !path.includes('/')).length;
  if (OWN_PAGE_NAMES.some((one) => one === name) && shared > 0)
    output.say(
      `${shared} of these ${files.length}, those at the top of ${shown}, are shared by every template: what you change there changes in all. In ${shown}/${name} are those of ${name} alone.`,
    );
  if (same.length > 0) output.say(`${same.length} of ${files.length} there already, as shipped`);
  output.say('');
  output.say(
    'Change what you need, and delete the copies that you leave as they are: the program then keeps them up to date.',
  );
  output.say(`Next: cip-report build --templates ${/\s/.test(shown) ? `'${shown}'` : shown}`);
  return EXIT.ok;
}

function named(name: string, version: string): CopiedFile[] {
  const files = filesToCopy(name, version);
  const templates = files.map(({ path }) => path.split('/')[0] ?? '');
  const isWhole = OWN_PAGE_NAMES.some((one) => one === name);
  if (files.length === 1 || isWhole) return files;
  if (files.length > 1)
    throw new UsageError(
      `several templates have a part "${name}"`,
      `say of which: ${formatList(templates.map((one) => `${one}/${name.replace(/\.hbs$/, '')}`))}`,
    );
  const written = name.replace(/\.hbs$/, '');
  const meant =
    nearest(written, copyNames()) ?? OWN_PAGE_NAMES.find((one) => one.startsWith(written.toLowerCase()));
  throw new UsageError(
    `there is no template and no part "${name}"`,
    meant === undefined
      ? 'run `cip-report templates list` for those that there are'
      : `did you mean ${meant}? \`cip-report templates list\` has all of them`,
  );
}

/** A folder that cannot be written to is the user's to mend, and no fault of the program. */
function usable<T>(shown: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CopyRefused) && !(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(
      `nothing can be copied into ${shown}: ${error.message}`,
      error instanceof CopyRefused
        ? 'take it out, or name another folder'
        : 'name a folder that can be written to',
    );
  }
}
