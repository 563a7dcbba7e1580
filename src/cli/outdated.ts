import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, type Finding } from '../model/finding.ts';
import type { SetAside } from '../render/publish-stage.ts';
import type { Pack } from '../report/pack.ts';
import { MARKDOWN_ENDINGS } from './pages.ts';
import type { Paper } from './papers.ts';

/** What becomes of papers of an earlier build that this one has none to replace with. */
export interface Outdated {
  readonly setAside: readonly SetAside[];
  /** Says where each went; true once the exchange was made. */
  readonly findings: readonly Finding[];
}

/**
 * Returns which PDFs of an earlier build would stand beside newer HTML and JSON, and are to go on under another name:
 * they are not of one build. A PDF of the same data is left alone.
 */
export function outdatedPdfs(outDir: string, papers: readonly Paper[]): Outdated {
  return outdatedFiles(outDir, papers, ['.pdf'], 'W910');
}

/** Returns the same for Markdown. */
export function outdatedMarkdown(outDir: string, papers: readonly Paper[]): Outdated {
  return outdatedFiles(outDir, papers, Object.values(MARKDOWN_ENDINGS), 'W913');
}

function outdatedFiles(
  outDir: string,
  papers: readonly Paper[],
  endings: readonly string[],
  code: 'W910' | 'W913',
): Outdated {
  const setAside = papers.flatMap(({ stem, files }) => {
    const json = files.find((file) => file.name === `${stem}.json`);
    if (json && sameContent(join(outDir, json.name), json.bytes)) return [];
    return endings
      .map((ending) => ({ name: `${stem}${ending}`, as: `${stem}.earlier${ending}` }))
      .filter(({ name }) => !files.some((file) => file.name === name) && existsSync(join(outDir, name)));
  });
  const findings = setAside.map(({ name, as }) =>
    finding(
      code,
      `${name} is of an earlier build and does not show this data: it is now ${join(outDir, as)}`,
    ),
  );
  return { setAside, findings };
}

const PACK_JSON = /^(?:board-)?pack-\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Returns which packs of an earlier build hold a report that this one replaces with another, while it makes no such pack:
 * their files are to go on under other names. A pack of the same reports is left alone.
 */
export function outdatedPacks(outDir: string, papers: readonly Paper[]): Outdated {
  if (!existsSync(outDir)) return { setAside: [], findings: [] };
  const files = papers.flatMap((one) => one.files);
  const isReplaced = (stem: string): boolean => {
    const json = files.find((file) => file.name === `${stem}.json`);
    return json !== undefined && !sameContent(join(outDir, json.name), json.bytes);
  };
  const stems = readdirSync(outDir)
    .filter((name) => PACK_JSON.test(name) && !files.some((file) => file.name === name))
    .filter((name) => stemsIn(join(outDir, name)).some(isReplaced))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  const setAside = stems.flatMap((stem) =>
    ['.html', '.json', '.pdf', ...Object.values(MARKDOWN_ENDINGS)]
      .filter((ending) => existsSync(join(outDir, `${stem}${ending}`)))
      .map((ending) => ({ name: `${stem}${ending}`, as: `${stem}.earlier${ending}` })),
  );
  const findings = stems.map((stem) =>
    finding(
      'W912',
      `${stem} is of an earlier build and holds reports that are replaced: it is now ${join(outDir, `${stem}.earlier`)}`,
    ),
  );
  return { setAside, findings };
}

/** Returns the names of the reports in a pack's JSON; none where a file of that name is no pack. */
function stemsIn(path: string): string[] {
  try {
    const { workstreams } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Pack>;
    return workstreams?.map((one) => one.report.stem) ?? [];
  } catch {
    return [];
  }
}

function sameContent(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0;
}
