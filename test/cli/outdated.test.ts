import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outdatedMarkdown, outdatedPacks } from '../../src/cli/outdated.ts';
import type { Paper } from '../../src/cli/papers.ts';
import { serialiseReport } from '../../src/report/build-report.ts';
import { buildPack, packStem, reportStem, serialisePack } from '../../src/report/pack.ts';
import type { Report } from '../../src/report/report.ts';
import { PACKED } from '../support/packed-reports.ts';

const PACK = buildPack(PACKED);
const STEM = packStem(PACK);
let out = '';

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'cip-report-outdated-'));
  for (const ending of ['html', 'pdf']) await writeFile(join(out, `${STEM}.${ending}`), '');
  await writeFile(join(out, `${STEM}.json`), serialisePack(PACK));
  for (const report of PACKED)
    await writeFile(join(out, `${reportStem(report)}.json`), serialiseReport(report));
});

afterEach(async () => {
  await rm(out, { recursive: true });
});

function paper(stem: string, json: string, isPack = false): Paper {
  return {
    stem,
    isPack,
    files: [{ name: `${stem}.json`, bytes: new TextEncoder().encode(json) }],
    faults: [],
  };
}

function reportPaper(report: Report): Paper {
  return paper(reportStem(report), serialiseReport(report));
}

describe('a pack of an earlier build', () => {
  const [first] = PACKED as [Report];
  const changed = reportPaper({ ...first, title: 'Another' });

  it('goes on under another name, as a whole, where a report in it is replaced', () => {
    const { setAside, findings } = outdatedPacks(out, [changed]);
    expect(setAside).toEqual(
      ['html', 'json', 'pdf'].map((ending) => ({
        name: `${STEM}.${ending}`,
        as: `${STEM}.earlier.${ending}`,
      })),
    );
    expect(findings.map((one) => [one.code, one.message])).toEqual([
      ['W912', expect.stringContaining(`${STEM} is of an earlier build`)],
    ]);
  });

  it('stays where its reports are the same, and where this build makes it anew', () => {
    expect(outdatedPacks(out, PACKED.map(reportPaper)).setAside).toEqual([]);
    expect(outdatedPacks(out, [changed, paper(STEM, serialisePack(PACK), true)]).setAside).toEqual([]);
  });

  it('is nothing else of that name, and nothing where there is no folder', async () => {
    await writeFile(join(out, `${STEM}.json`), 'no pack');
    expect(outdatedPacks(out, [changed]).setAside).toEqual([]);
    await writeFile(join(out, `${STEM}.json`), 'null');
    expect(outdatedPacks(out, [changed]).setAside).toEqual([]);
    expect(outdatedPacks(join(out, 'none'), [changed])).toEqual({ setAside: [], findings: [] });
  });
});

describe('the Markdown of an earlier build', () => {
  const [first] = PACKED as [Report];
  const stem = reportStem(first);
  const again = reportPaper(first);
  const changed = reportPaper({ ...first, title: 'Another' });

  beforeEach(async () => {
    for (const ending of ['md', 'summary.md']) await writeFile(join(out, `${stem}.${ending}`), '');
  });

  it('goes on under another name where the report is another and this build makes none', () => {
    const { setAside, findings } = outdatedMarkdown(out, [changed]);
    expect(setAside).toEqual([
      { name: `${stem}.md`, as: `${stem}.earlier.md` },
      { name: `${stem}.summary.md`, as: `${stem}.earlier.summary.md` },
    ]);
    expect(findings.map((one) => one.code)).toEqual(['W913', 'W913']);
  });

  it('stays where the report is the same, and is replaced where this build makes it', () => {
    expect(outdatedMarkdown(out, [again]).setAside).toEqual([]);
    const files = [...changed.files, { name: `${stem}.md`, bytes: new Uint8Array() }];
    expect(outdatedMarkdown(out, [{ ...changed, files }]).setAside).toEqual([
      { name: `${stem}.summary.md`, as: `${stem}.earlier.summary.md` },
    ]);
  });

  it('goes with its pack', async () => {
    await writeFile(join(out, `${STEM}.md`), '');
    expect(outdatedPacks(out, [changed]).setAside).toContainEqual({
      name: `${STEM}.md`,
      as: `${STEM}.earlier.md`,
    });
  });
});
