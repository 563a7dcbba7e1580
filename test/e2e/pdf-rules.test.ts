import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFParser } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, type Examined } from '../../src/render/pdf/examined.ts';
import { faultsOf, PDF_RULES } from '../../src/render/pdf/rules.ts';
import { bookmarksOf } from '../../src/render/pdf/places.ts';
import { hasFonts } from '../../src/render/pdf/settle.ts';
import type { Report } from '../../src/report/report.ts';
import { PLANTED, withoutIdentifier } from '../support/planted-pdf.ts';
import { artifactTexts, repeatedTexts } from '../support/pdf-artifacts.ts';
import { builtExample, EXAMPLES } from '../support/built-examples.ts';
import { copyExample, runProgram } from '../support/program.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-report-pdf-'));
  if (!hasQpdf) process.stdout.write('qpdf is not installed: the files are not checked with it\n');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function papersOf(example: string): Promise<string[]> {
  return (await builtExample(example)).files.filter((file) => file.endsWith('.pdf'));
}

async function open(path: string): Promise<Examined> {
  return examine(await PDFParser.forBytesWithOptions(await readFile(path), Infinity).parseDocument());
}

const examined = new Map<string, Promise<Examined>>();
/** The same for all tests that only read a paper: whoever plants a defect opens one for itself. */
function paperAt(path: string): Promise<Examined> {
  const paper = examined.get(path) ?? open(path);
  examined.set(path, paper);
  return paper;
}

/** Each example of one paper, with the fewest pages that it can have. */
const SINGLE = [
  ['herefordshire', 'committee-report', 6],
  ['west-sussex', 'committee-report', 3],
  ['medway', 'committee-report', 6],
  ['devon', 'recommendations-report', 12],
] as const;

describe('build of an example', () => {
  it.each(SINGLE)('%s publishes HTML, PDF and JSON of one report', async (name, template, pages) => {
    const files = (await builtExample(name)).files;
    expect(files.map((file) => file.slice(file.lastIndexOf('.')))).toEqual(['.html', '.json', '.pdf']);
    const [html = '', json = '', pdf = ''] = files;
    const report = JSON.parse(await readFile(json, 'utf8')) as Report;
    expect(report.template).toBe(template);
    expect(report.findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(hasFonts(await readFile(pdf))).toBe(true);
    expect((await paperAt(pdf)).pages.length).toBeGreaterThanOrEqual(pages);
    const page = await readFile(html, 'utf8');
    for (const section of report.sections) expect(page).toContain(escaped(section.title));
  });
});

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/'/g, '&#x27;');
}

describe('the PDF of an example', () => {
  it.each(EXAMPLES)('%s keeps every rule', async (example) => {
    const papers = await papersOf(example);
    expect(papers).toHaveLength(example === 'programme' ? 3 : 1);
    for (const path of papers) {
      const paper = await paperAt(path);
      const faults = faultsOf(paper);
      const name =
        papers.length === 1 ? example : `${example} ${/([a-z]+)-[\d-]+\.pdf$/.exec(path)?.[1] ?? ''}`;
      process.stdout.write(
        `${name}: ${PDF_RULES.length} rules, ${paper.pages.length} pages, ${paper.nodes.length} elements, ${faults.length} faults\n`,
      );
      expect(faults).toEqual([]);
      expect(paper.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
      if (!hasQpdf) continue;
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
      expect(status, stdout + stderr).toBe(0);
    }
  });

  it.each(EXAMPLES)('%s keeps no text from the tree but what each page repeats', async (example) => {
    for (const path of await papersOf(example)) {
      const repeated = repeatedTexts(await readFile(path.replace(/\.pdf$/, '.html'), 'utf8'));
      const { pages } = await paperAt(path);
      for (const [index, { dict }] of pages.entries()) {
        const number = `Page${index + 1}of${pages.length}`;
        const texts = artifactTexts(dict);
        expect(texts.filter((text) => text.startsWith(number))).toHaveLength(1);
        for (const text of texts)
          expect(repeated, `${path}, page ${index + 1}`).toContain(text.replace(number, ''));
      }
    }
  });

  it('has no bookmark whose text is there twice', async () => {
    for (const path of await papersOf('luton')) {
      const titles = bookmarksOf((await paperAt(path)).pages).map(({ title }) => title);
      expect(titles.length).toBeGreaterThan(10);
      for (const title of titles) expect(title).not.toMatch(/^(.+?)\s*\1$/u);
    }
  });
});

/** What an own template or style does to the paper, and what the build says of it. */
const OWN = [
  ['header.hbs', '<h1>Another title</h1>', /“one-title”: a second heading of the first level \(.*H1/],
  [
    'header.hbs',
    '<p>A sign \u{10fff0} of no font</p>',
    /“letters-known”: no font has a letter of the text, the \ufffd in “A sign \ufffd of no font” \(page 1\)/,
  ],
  [
    'style.css',
    'h2 { filter: grayscale(1) }',
    /“all-marked”: a picture, which may be text that a style sheet filters, .*\(page \d/,
  ],
  ['style.css', 'h2 { opacity: 0.9 }', /“all-marked”: what a style sheet has painted as a group .*\(page \d/],
] as const;

describe('a paper that breaks a rule', () => {
  it.each(OWN)('says which in a note, and does not bear the identifier: own %s', async (file, text, says) => {
    const own = await mkdtemp(join(folder, 'own-'));
    const isPart = file.endsWith('.hbs');
    const shipped = isPart ? await readFile(join('templates/shared', file), 'utf8') : '';
    await writeFile(join(own, file), `${text}\n${shipped}`);
    const example = await copyExample('west-sussex', own);
    const run = await runProgram(['build', example, '--templates', own, '--out', join(own, 'out')]);
    expect(run.code, run.stderr).toBe(0);
    expect(/^note N914 .*$/m.exec(run.stderr)?.[0]).toMatch(says);
    const [pdf = ''] = (await readdir(join(own, 'out'))).filter((one) => one.endsWith('.pdf'));
    expect((await open(join(own, 'out', pdf))).xmp).not.toContain('pdfuaid:part');
  });
});

describe('a defect put into a finished paper', () => {
  it.each(PLANTED)('$name is found by "$rule" and by no other rule', async ({ rule, plant }) => {
    const [path = ''] = await papersOf('luton');
    const paper = await open(path);
    plant(paper);
    withoutIdentifier(paper);
    const faults = faultsOf(examine(paper.context));
    expect([...new Set(faults.map((fault) => fault.rule))]).toEqual([rule]);
    for (const { what, where } of faults) expect([what, where]).not.toContain('');
  });

  it('is in a file that bears the identifier of PDF/UA all the same', async () => {
    const [path = ''] = await papersOf('luton');
    const paper = await open(path);
    PLANTED[0]?.plant(paper);
    expect(faultsOf(examine(paper.context)).map(({ rule }) => rule)).toEqual(['figure-alt', 'identifier']);
  });

  it('is an identifier of another part', async () => {
    const [path = ''] = await papersOf('luton');
    const paper = await open(path);
    const other = { ...paper, xmp: paper.xmp.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<') };
    expect(faultsOf(other).map(({ rule }) => rule)).toEqual(['identifier']);
  });

  it('is the identifier left out although every rule holds', async () => {
    const [path = ''] = await papersOf('luton');
    const paper = await open(path);
    withoutIdentifier(paper);
    expect(faultsOf(examine(paper.context)).map(({ rule }) => rule)).toEqual(['identifier']);
  });

  it('has its kind for every rule', () => {
    const planted = new Set(PLANTED.map(({ rule }) => rule));
    expect(PDF_RULES.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual(['identifier']);
  });
});
