import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from './assets.ts';
import { DISK_FS, writeWhole } from './publish-fs.ts';
import { fileOf, PART_PURPOSES, partsOf, SHEET_PURPOSES } from './template-parts.ts';
import { OWN_PAGE_NAMES, readTemplate, type TemplatePart, type TemplateSheet } from './template-source.ts';

/** A file that ships, as it is copied for a council: where it goes below the folder, and what it then holds. */
export interface CopiedFile {
  readonly path: string;
  readonly text: string;
}

/** Where a copied file came from, which its first line says. */
export interface CopyMark {
  readonly file: string;
  readonly version: string;
}

const MARK =
  /^(?:\{\{!-- |\/\* )(?<file>[\w./-]+) of cip-report (?<version>[\w.+-]+?)(?:: [^\n]*?)?(?: --\}\}| \*\/)\r?\n/;

/** Returns where a file was copied from; undefined where it is none, or its first line was taken out. */
export function copyMark(text: string): CopyMark | undefined {
  const { file, version } = MARK.exec(text)?.groups ?? {};
  return file === undefined || version === undefined ? undefined : { file, version };
}

/** Returns a file without the line that says where it was copied from: that of a style sheet is not for the page. */
export function withoutCopyMark(text: string): string {
  return text.replace(MARK, '');
}

/**
 * Returns what a name stands for, ready to be copied: all parts and style sheets of a template, or one part or style sheet
 * (`trust`, `trust.hbs`, `pack/style.css`). Several where the name of a part is that of several templates' own; none where
 * nothing has it. `version` is noted in each.
 */
export function filesToCopy(name: string, version: string): CopiedFile[] {
  const sources = OWN_PAGE_NAMES.map((page) => readTemplate(page, packageRoot()));
  const whole = sources.find((one) => one.name === name);
  const files = whole
    ? [...partsOf(whole), ...whole.sheets.shared, ...whole.sheets.own]
    : sources
        .flatMap((one) => [...one.parts, ...one.sheets.shared, ...one.sheets.own])
        .filter((one) => isNamed(one, name));
  const byPath = new Map(files.map((one) => [fileOf(one), one]));
  return [...byPath].map(([path, one]) => ({
    path: path.replace(/^shared\//, ''),
    text: `${markOf(path, version)}\n${one.text}`,
  }));
}

/** Returns every name that `filesToCopy` knows, for suggestions. */
export function copyNames(): string[] {
  const files = [...Object.keys(PART_PURPOSES), ...Object.keys(SHEET_PURPOSES)].filter(
    (file) => !file.startsWith('changes/'),
  );
  const short = files.map((file) => file.slice(file.indexOf('/') + 1).replace(/\.hbs$/, ''));
  return [...new Set([...OWN_PAGE_NAMES, ...short])];
}

function isNamed(one: TemplatePart | TemplateSheet, name: string): boolean {
  const file = fileOf(one);
  return [
    file,
    one.name,
    `${one.name}.hbs`,
    file.replace(/\.hbs$/, ''),
    file.replace(/^shared\//, ''),
  ].includes(name);
}

/** A comment that the template engine drops with its line. */
function markOf(path: string, version: string): string {
  const from = `${path} of cip-report ${version}`;
  const is = PART_PURPOSES[path] ?? SHEET_PURPOSES[path];
  const said = is === undefined ? from : `${from}: ${is}`;
  return path.endsWith('.css') ? `/* ${said} */` : `{{!-- ${said} --}}`;
}

/** What became of copied files. */
export interface CopyResult {
  readonly written: readonly string[];
  /** Those that were there with the same text. */
  readonly same: readonly string[];
}

/** A folder or file into which nothing may be copied. The message says why. */
export class CopyRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CopyRefused';
  }
}

/**
 * Returns the files that stand in the way: they are there, and say something else. Throws CopyRefused where one is a link or no
 * file: it is neither read nor written through.
 */
export function filesInTheWay(files: readonly CopiedFile[], folder: string): string[] {
  return files
    .filter(({ path, text }) => isThere(folder, path) && readFileSync(join(folder, path), 'utf8') !== text)
    .map(({ path }) => path);
}

/**
 * Writes files into a folder, which is made where there is none; each is whole or not there. Throws CopyRefused where a link is
 * in the way, and what the file system throws.
 */
export function writeCopies(files: readonly CopiedFile[], folder: string): CopyResult {
  const [written, same]: [string[], string[]] = [[], []];
  for (const { path, text } of files) {
    const target = join(folder, path);
    if (isThere(folder, path) && readFileSync(target, 'utf8') === text) {
      same.push(path);
      continue;
    }
    makeFolder(dirname(target));
    writeAtomically(target, text);
    written.push(path);
  }
  return { written, same };
}

/** Returns whether a file is there that may be read and written over, in a folder that is one. */
function isThere(folder: string, path: string): boolean {
  const steps = path.split('/');
  for (const [index] of steps.entries()) {
    const name = steps.slice(0, index + 1).join('/');
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stat === undefined) return false;
    if (stat.isSymbolicLink()) throw new CopyRefused(`${name} is a link there`);
    const isLast = index === steps.length - 1;
    if (isLast ? !stat.isFile() : !stat.isDirectory())
      throw new CopyRefused(`${name} is not a ${isLast ? 'file' : 'folder'} there`);
  }
  return true;
}

/**
 * Makes a folder and those above it, one by one. Node's own `recursive` never ends in a file system that says of a new folder
 * that the one above it is missing, as /proc does.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new CopyRefused('there is a file of that name');
    return;
  }
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function writeAtomically(target: string, text: string): void {
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    writeWhole(temporary, Buffer.from(text), DISK_FS);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}
