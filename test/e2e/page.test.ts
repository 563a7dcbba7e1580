import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { bookmarksOf, type Bookmark } from '../support/pdf-text.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

const MEETING = 'workforce/2021-04-19';
const LONG = 'that every team of the children and families directorate has to see through together';

async function build(repo: string): Promise<Bookmark[]> {
  // Without a browser on the PATH or in puppeteer's cache the built-in one prints.
  const run = await runProgram(['build', repo], { env: { PATH: repo, PUPPETEER_CACHE_DIR: repo } });
  expect(run, run.stderr).toMatchObject({ code: 0 });
  return bookmarksOf(await readFile(join(repo, 'out/workforce-2021-04-19.pdf'), 'latin1'));
}

/** The first page is one sheet: all before section 1 stands on it, and section 1 starts the second. */
function expectOneSheet(bookmarks: readonly Bookmark[]): void {
  const first = bookmarks.findIndex((one) => /^1\s/.test(one.title));
  expect(bookmarks[first]?.page, JSON.stringify(bookmarks)).toBe(2);
  expect(first).toBeGreaterThan(3);
  expect(new Set(bookmarks.slice(0, first).map((one) => one.page))).toEqual(new Set([1]));
  for (const one of bookmarks.slice(first)) expect(one.page, one.title).toBeGreaterThan(1);
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

function lines(count: number, line: (number: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index + 1)}\n`).join('');
}

/** Fills a copy of Luton's papers: 6 requests, 6 targets, 12 open milestones, 25 risks, and long names for all. */
async function crowd(repo: string): Promise<void> {
  const targets = lines(
    3,
    (n) =>
      `  - { id: more-${n}, workstream: workforce, label: 'Agency workers at most ${n}% of those in post, a level ${LONG}', metric: agency_rate, at_most: ${n}%, by: Feb 202${n + 2} }`,
  );
  await change(join(repo, 'cip-report.yaml'), (text) =>
    text
      .replace(
        'organisation: Luton Council',
        `organisation: The Council of the Royal Borough of Luton and the Villages around it`,
      )
      .replace(/^targets:\n/m, `targets:\n${targets}`),
  );
  await change(join(repo, MEETING, 'report.yaml'), (text) =>
    text
      .replace(
        /^(sponsor|lead|completed_by): .*$/gm,
        `$1: Assistant Director of Workforce, Practice and Improvement (acting)`,
      )
      .replace(
        /^asks:\n/m,
        `asks:\n${lines(5, (n) => `  - decide: Agree plan ${n} for recruitment and retention, a plan ${LONG}. It needs a decision today. It is costed.`)}`,
      )
      .replace(/^ {2}reason: >-\n/m, `$&${lines(12, (n) => `    Reason ${n} is one ${LONG}.`)}`),
  );
  await change(
    join(repo, MEETING, 'milestones.csv'),
    (text) =>
      `${text.trimEnd()}\n${lines(11, (n) => `Step ${n},Step ${n} of the recruitment and retention plan ${LONG},Feb 2021,,,Open,`)}`,
  );
  await change(
    join(repo, MEETING, 'risks.csv'),
    (text) =>
      `${text.trimEnd()}\n${lines(19, (n) => `WFR${n + 20},Risk ${n} is a risk ${LONG},Medium,Critical,8,,It is managed week by week.,June 2021,,Open`)}`,
  );
}

describe('the first page of the PDF', () => {
  it('is one sheet for Luton', async () => {
    await inTemporaryFolder(async (folder) => {
      expectOneSheet(await build(await copyExample('luton', folder)));
    });
  });

  it('is one sheet for papers with more than it can hold', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      await crowd(repo);
      const bookmarks = await build(repo);
      const report = JSON.parse(
        await readFile(join(repo, 'out/workforce-2021-04-19.json'), 'utf8'),
      ) as Report;
      const open = report.milestones.filter((one) => one.state !== 'complete');
      expect([report.asks, report.targets, open, report.risks.open.concat(report.risks.closed)]).toEqual(
        [6, 6, 12, 25].map((length) => expect.objectContaining({ length }) as unknown),
      );
      expectOneSheet(bookmarks);
    });
  });
});
