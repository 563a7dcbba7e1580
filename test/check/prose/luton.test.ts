import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectReports } from '../../../src/cli/build-selection.ts';
import { placeText } from '../../../src/model/place.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { buildReport } from '../../../src/report/build-report.ts';

const LUTON = fileURLToPath(new URL('../../../examples/luton', import.meta.url));
const FOLDER = 'workforce/2021-04-19';
/** The live citations of the example, and what they print before the count is corrected. */
const TYPED: readonly (readonly [string, string])[] = [
  ['{{agency@2020-01}}', '66'],
  ['{{agency@2020-05}}', '72'],
  ['{{agency@2021-01}}', '36'],
  ['{{agency_rate}}', '21%'],
  ['{{agency}}', '39'],
  ['{{unfilled}}', '24'],
  ['{{period}}', 'February 2021'],
];

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cip-report-typed-'));
  await cp(LUTON, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(root, FOLDER, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

async function report() {
  const { dataset, findings } = await readDataRepo(root);
  const [one] = dataset ? selectReports(dataset, {}) : [];
  if (dataset === undefined || one === undefined) throw new Error('no report');
  return buildReport(dataset, {
    workstream: one.workstream.id,
    meeting: one.meeting.id,
    version: '0.0.0',
    findings,
  });
}

const typeEverything = () =>
  edit('report.yaml', (text) => TYPED.reduce((all, [live, typed]) => all.replaceAll(live, typed), text));
const correct = () =>
  edit('workforce.csv', (text) => text.replace('at period end,52,36,39', 'at period end,52,36,45'));

describe("Luton's paper, when the agency count of February is corrected from 39 to 45", () => {
  it('has no finding on typed figures before', async () => {
    await typeEverything();
    const { findings, report: made } = await report();
    expect(findings.filter(({ code }) => /^W42[12]$/.test(code))).toEqual([]);
    expect(made?.checked.typed).toMatchObject({ numbers: 19, tied: 8, agreed: 8 });
  });

  it('has each stale figure found where it is typed', async () => {
    await typeEverything();
    await correct();
    const { findings, report: made } = await report();
    const found = findings.filter(({ code }) => code === 'W421');
    expect(found.map(({ at, message }) => `${at ? placeText(at) : ''} ${message}`)).toEqual([
      `${FOLDER}/report.yaml:39:18 "39" agency workers in February 2021: the data gives 45`,
      `${FOLDER}/report.yaml:63:20 "39" agency workforce in February 2021: the data gives 45`,
      `${FOLDER}/report.yaml:63:46 "39" agency social workers in February 2021: the data gives 45`,
      `${FOLDER}/report.yaml:68:26 "21%" agency rate in February 2021: the data gives 24%`,
    ]);
    expect(found.map(({ help }) => help)).toContain(
      'correct it, or write {{agency}} in its place, which prints 45',
    );
    expect(made?.checked.typed).toMatchObject({ numbers: 19, tied: 8, agreed: 4 });
    const list = made?.checked.typed.list ?? [];
    expect(list).toHaveLength(19);
    expect(list.filter(({ agrees }) => agrees === false)).toEqual([
      ...found.map(({ at, about }) => ({ text: at?.line === 68 ? '21%' : '39', at, about, agrees: false })),
    ]);
    const untied = list.filter(({ about }) => about === undefined);
    expect(untied).toHaveLength(11);
    expect(Object.keys(untied[0] ?? {})).toEqual(['text', 'at']);
  });

  it('changes by itself where the figures are cited', async () => {
    await correct();
    const { findings, report: made } = await report();
    expect(findings.filter(({ code }) => /^W42[12]$/.test(code))).toEqual([]);
    expect(JSON.stringify(made)).toContain('is now 45');
  });
});
