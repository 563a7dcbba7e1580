import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { finding, type Finding } from '../model/finding.ts';
import { nearest } from '../model/suggest.ts';
import { packageRoot } from './assets.ts';
import type { OwnPart, OwnSheet, OwnTemplates } from './own-templates.ts';
import { accessFindings, essentialFindings } from './own-templates-access.ts';
import { lookFindings } from './own-templates-look.ts';
import { markupFindings } from './own-templates-markup.ts';
import { styleFindings } from './own-templates-style.ts';
import { copyMark, withoutCopyMark } from './template-copy.ts';
import { OWN_PAGE_NAMES, readTemplate, type PageName } from './template-source.ts';

/** A board paper's template is a page of text: what is larger is something else. */
const MOST_BYTES = 200_000;

export interface OwnTemplatesRead {
  readonly own: OwnTemplates;
  readonly findings: readonly Finding[];
}

/**
 * Reads a council's folder of templates: `.hbs` parts and `.css` files, those in a sub-folder named after a template for that
 * one alone. `label` is what the folder is called in messages, `version` that of this program. Findings say what cannot be used
 * or was copied from another version. Throws where the folder itself cannot be read.
 */
export function readOwnTemplates(folder: string, label: string, version: string): OwnTemplatesRead {
  const within = realpathSync(folder);
  const reading: Reading = { within, findings: [], texts: new Map(), parts: [], sheets: [] };
  for (const entry of entriesOf(within)) {
    const file = `${label}/${entry}`;
    const page = OWN_PAGE_NAMES.find((name) => name === entry);
    if (isTemplateFile(entry)) readOne(reading, join(within, entry), file, undefined);
    else if (!isFolder(join(within, entry))) continue;
    else if (page === undefined) reading.findings.push(unknownFolder(within, entry, file));
    else
      for (const name of entriesOf(join(within, entry)).filter(isTemplateFile))
        readOne(reading, join(within, entry, name), `${file}/${name}`, page);
  }
  const { parts, sheets, texts, findings } = reading;
  return {
    own: { parts, sheets, lineOf: (file, line) => texts.get(file)?.split(/\r?\n/)[line - 1] },
    findings: [...findings.filter((one) => one !== undefined), ...oldCopies(texts, version)],
  };
}

interface Reading {
  readonly within: string;
  readonly findings: (Finding | undefined)[];
  readonly texts: Map<string, string>;
  readonly parts: OwnPart[];
  readonly sheets: OwnSheet[];
}

function readOne(reading: Reading, path: string, file: string, page: PageName | undefined): void {
  const text = textOf(path, file, reading.within);
  if (typeof text !== 'string') {
    reading.findings.push(text);
    return;
  }
  reading.texts.set(file, text);
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (file.endsWith('.css')) {
    reading.findings.push(...styleFindings(file, text), ...lookFindings(file, text, shippedSheets(name)));
    reading.sheets.push({ page, name, text: withoutCopyMark(text) });
    return;
  }
  const part = name.slice(0, -'.hbs'.length);
  const unknown = unknownPart(part, file, page);
  reading.findings.push(
    unknown,
    ...markupFindings(file, text),
    ...accessFindings(part, file, text),
    ...(unknown ? [] : essentialFindings(part, file, text)),
  );
  reading.parts.push({ page, name: part, file, text });
}

/** Returns the texts of the style sheets of a name that ship, of every page. */
function shippedSheets(name: string): string[] {
  return OWN_PAGE_NAMES.flatMap((page) => {
    const { shared, own } = readTemplate(page, packageRoot()).sheets;
    return [...shared, ...own].filter((one) => one.name === name).map((one) => one.text);
  });
}

/** Returns a file's text, or a finding where it is not one that a template can be. */
function textOf(path: string, file: string, within: string): string | Finding {
  const refused = (message: string): Finding =>
    finding('E508', message, { at: { file, line: 1, column: 1, length: 1 } });
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    return refused('the template is a link to nothing');
  }
  if (!real.startsWith(`${within}${sep}`))
    return refused('the template is a link that leads out of its folder');
  const stat = statSync(real);
  if (!stat.isFile()) return refused('the template is not a file');
  if (stat.size > MOST_BYTES)
    return refused(`the template has ${stat.size} bytes, and the most is ${MOST_BYTES}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real));
  } catch {
    return refused('the template is not UTF-8 text');
  }
}

function unknownPart(name: string, file: string, page: PageName | undefined): Finding | undefined {
  const known = partNames(page);
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  const of = page === undefined ? 'no template' : `the template ${page}`;
  return finding('E506', page === undefined ? `${of} has a part "${name}"` : `${of} has no part "${name}"`, {
    at: { file, line: 1, column: 1, length: 1 },
    help: meant === undefined ? `its parts are ${known.join(', ')}` : `did you mean ${meant}.hbs?`,
  });
}

/** Returns the names of a page's parts, or of all pages'. */
function partNames(page: PageName | undefined): string[] {
  const pages = page === undefined ? OWN_PAGE_NAMES : [page];
  const names = pages.flatMap((name) => readTemplate(name, packageRoot()).parts.map((part) => part.name));
  return [...new Set(names)].sort();
}

/** A folder without templates is somebody's own business. */
function unknownFolder(within: string, entry: string, file: string): Finding | undefined {
  if (!entriesOf(join(within, entry)).some(isTemplateFile)) return undefined;
  const at = { file, line: 1, column: 1, length: 1 };
  if (entry === 'changes')
    return finding('E506', 'the paper of `cip-report diff` takes no parts of your own', {
      at,
      help: 'take the folder out; a theme sets the colours of that paper, too',
    });
  const meant = nearest(entry, OWN_PAGE_NAMES);
  return finding('E506', `there is no template "${entry}"`, {
    at,
    help: meant === undefined ? `the templates are ${OWN_PAGE_NAMES.join(', ')}` : `did you mean ${meant}?`,
  });
}

/** Returns a note for each other version that files were copied from, at the first of them. */
function oldCopies(texts: ReadonlyMap<string, string>, version: string): Finding[] {
  const copied = new Map<string, string[]>();
  for (const [file, text] of texts) {
    const from = copyMark(text)?.version;
    if (from !== undefined && from !== version) copied.set(from, [...(copied.get(from) ?? []), file]);
  }
  return [...copied].map(([from, [first = '', ...others]]) => {
    const files = others.length === 0 ? 'this file was' : `this file and ${others.length} more were`;
    return finding('N509', `${files} copied from cip-report ${from}, and this is ${version}`, {
      at: { file: first, line: 1, column: 1, length: 1 },
    });
  });
}

function entriesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function isTemplateFile(name: string): boolean {
  return extname(name) === '.hbs' || extname(name) === '.css';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
