import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAxe } from '../accessibility/axe.ts';
import {
  MODE_NAMES,
  openTestBrowser,
  type InPage,
  type Mode,
  type OpenPage,
  type TestBrowser,
} from '../accessibility/browser.ts';
import { DEFECTS, type Defect } from '../accessibility/defects.ts';
import { EXPLANATIONS, explanationsOf, type Explanation } from '../accessibility/explained.ts';
import { markupFaults, markupRules } from '../accessibility/markup.ts';
import { examplePapers, type Paper } from '../accessibility/papers.ts';

/** What is checked in each mode beside axe. The keyboard comes first: a link that was followed moves it. */
const OWN: Readonly<Record<Mode, readonly InPage[]>> = {
  light: [
    'language',
    'headings',
    'ids',
    'tables',
    'pictures',
    'abbreviations',
    'links',
    'words',
    'contrast',
    'focus',
    'reflow',
    'scrollers',
    'spacing',
  ],
  dark: ['contrast', 'focus', 'links', 'tables'],
  narrow: ['contrast', 'reflow', 'scrollers', 'spacing', 'focus', 'links', 'tables'],
  forced: ['contrast', 'focus', 'links', 'tables'],
  print: ['contrast', 'links', 'tables'],
};

let browser: TestBrowser;
let folder = '';
let papers: readonly Paper[] = [];
const used = new Set<Explanation>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-report-test-'));
  [browser, papers] = await Promise.all([openTestBrowser(), examplePapers(folder)]);
});

afterAll(async () => {
  browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Prints a count, so that it stands in the log of every run. */
function count(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function keyboardFaults(page: OpenPage): Promise<string[]> {
  await page.press('Tab');
  const first = await page.check('skipLink');
  await page.press('Enter');
  await page.press('Tab');
  return [...first, ...(await page.check('afterSkipLink'))];
}

/** Takes each item in turn, two at a time: there are two cores, and each page has a process of its own. */
async function eachOnAPage<T>(
  items: readonly T[],
  use: (page: OpenPage, item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const work = async (): Promise<void> => {
    const page = await browser.open();
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await use(page, item);
  };
  await Promise.all([work(), work()]);
}

async function faultsIn(page: OpenPage, name: string, mode: Mode): Promise<string[]> {
  await page.look(mode);
  const { passed, violations: all, incomplete } = await runAxe(page);
  // Nobody points at a printed sheet: the size of targets is held to on screens.
  const violations = all.filter((one) => mode !== 'print' || one.rule !== 'target-size');
  const explained = explanationsOf(incomplete);
  for (const one of explained) if (one !== undefined) used.add(one);
  const own: string[] = [];
  for (const check of OWN[mode])
    own.push(...(await page.check(check)).map((fault) => `${mode} ${check}: ${fault}`));
  const unproved = explained.filter((one) => one !== undefined && !OWN[mode].includes(one.provedBy));
  count(
    `${name} ${mode}: ${passed.length} rules passed, ${violations.length} violations, ${incomplete.length} incomplete, ` +
      `${explained.filter((one) => one !== undefined).length} explained; ${OWN[mode].length} checks of our own, ${own.length} faults`,
  );
  return [
    ...violations.map((one) => `${mode} axe ${one.rule}: ${one.html}: ${one.why}`),
    ...incomplete
      .filter((_, index) => explained[index] === undefined)
      .map((one) => `${mode} axe cannot say ${one.rule}: ${one.html}: ${one.why}`),
    ...unproved.map((one) => `${mode}: nothing proves ${one?.because ?? ''}`),
    ...own,
  ];
}

describe('every page of every example', () => {
  it('is found accessible by axe and by our own checks, in light, in dark, narrow, in forced colours and in print', async () => {
    const faults: string[] = [];
    await eachOnAPage(papers, async (page, { name, html }) => {
      await page.show(html);
      await page.look('light', true);
      const found = [...(await keyboardFaults(page)), ...(await page.check('motion'))];
      for (const mode of MODE_NAMES) found.push(...(await faultsIn(page, name, mode)));
      faults.push(...[...found, ...page.refused].map((fault) => `${name}: ${fault}`));
    });
    expect(faults).toEqual([]);
    expect(papers.length).toBeGreaterThan(9);
    expect(EXPLANATIONS.filter((one) => !used.has(one))).toEqual([]);
  });

  it('is valid HTML', async () => {
    const rules = await markupRules();
    expect(rules).toBeGreaterThan(60);
    for (const { name, html } of papers) {
      const faults = await markupFaults(html);
      count(`${name} html-validate: ${rules} rules, ${faults.length} errors`);
      expect(faults, name).toEqual([]);
    }
  });
});

/** The example that the defects are put into: it has a RAG, a target with a chart, risks and milestones. */
const PLANTED_IN = 'luton workforce';

type Look = Pick<Defect, 'mode' | 'foundBy'>;

/** What is found in a page, which is shown already. */
async function found(page: OpenPage, html: string, { mode, foundBy }: Look): Promise<string[]> {
  if ('markup' in foundBy) return (await markupFaults(html)).filter((one) => one.includes(foundBy.markup));
  await page.look(mode, 'own' in foundBy && foundBy.own === 'motion');
  if ('own' in foundBy) return page.check(foundBy.own);
  if ('axe' in foundBy) return (await runAxe(page, foundBy.axe)).violations.map((one) => one.why);
  await page.press('Tab');
  return page.check(foundBy.keyboard);
}

describe('a defect that is put into a copy of a page', () => {
  it('is found, each of them, by the check that is for it, which finds nothing in the page itself', async () => {
    const html = papers.find((one) => one.name === PLANTED_IN)?.html ?? '';
    const wrong: string[] = [];
    await eachOnAPage(DEFECTS, async (page, defect) => {
      const planted = defect.plant(html);
      await page.show(planted);
      const faults = planted === html ? [] : await found(page, planted, defect);
      if (!faults.some((one) => defect.says.test(one)))
        wrong.push(`${defect.name}: not found; but ${faults.slice(0, 3).join('; ')}`);
    });
    const looks = new Map<string, Look>(
      DEFECTS.map(({ mode, foundBy }) => [JSON.stringify([mode, foundBy]), { mode, foundBy }]),
    );
    // One that was looked at is as it was; where a key was pressed, it is not.
    const asItWas = new Set<OpenPage>();
    await eachOnAPage([...looks.values()], async (page, look) => {
      const isKey = 'keyboard' in look.foundBy;
      if (isKey || !asItWas.has(page)) await page.show(html);
      if (isKey) asItWas.delete(page);
      else asItWas.add(page);
      const faults = await found(page, html, look);
      if (faults.length > 0)
        wrong.push(`${JSON.stringify(look)} finds in the page itself: ${faults.slice(0, 3).join('; ')}`);
    });
    expect(wrong).toEqual([]);
    expect(new Set(DEFECTS.map((one) => one.name)).size).toBe(DEFECTS.length);
    expect(DEFECTS.length).toBeGreaterThanOrEqual(30);
    count(`${DEFECTS.length} defects planted in copies of ${PLANTED_IN}, ${DEFECTS.length} found`);
  });
});
