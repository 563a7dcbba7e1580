import { join, relative } from 'node:path';
import { sortFindings, type Finding } from '../model/finding.ts';
import type { Job } from '../render/job.ts';
import type { OwnTemplates } from '../render/own-templates.ts';
import type { MarkdownExtent } from '../render/report-markdown/report.ts';
import type { Report } from '../report/report.ts';
import type { Environment } from './environment.ts';
import { EXIT } from './exit-code.ts';
import { packsOf, type PackChoice } from './packs.ts';
import type { Paper } from './papers.ts';
import { countFindings, printFindings, type FindingPrinting } from './print-findings.ts';
import type { Printing } from './printing.ts';

export interface MadeReports {
  readonly reports: readonly Report[];
  readonly findings: readonly Finding[];
}

/** Where papers go, and what it takes to make them. */
export interface Publication {
  readonly packs: PackChoice;
  readonly own: OwnTemplates | undefined;
  /** What is written as Markdown too. */
  readonly markdown: readonly MarkdownExtent[];
  readonly outDir: string;
  /** A folder that the output may not leave, whatever links there are in it; undefined where any may be written to. */
  readonly within: string | undefined;
  readonly printing: Printing | undefined;
  readonly display: FindingPrinting;
  readonly job: Job;
  readonly environment: Environment;
}

/**
 * Makes the papers, publishes them all at once and says where they are. Returns the exit code: 2 where a PDF could not be
 * made or nothing could be written.
 */
export async function publishReports(
  { reports, findings }: MadeReports,
  publication: Publication,
): Promise<number> {
  const { outDir, within, printing, display, job, environment } = publication;
  const { output } = environment;
  const [{ outdatedMarkdown, outdatedPacks, outdatedPdfs }, { publish }] = await Promise.all([
    import('./outdated.ts'),
    import('../render/publish.ts'),
  ]);
  const papers = await makePapers(reports, publication);
  const faults = papers.flatMap((paper) => paper.faults);
  job.signal.throwIfAborted();
  output.progress(`writing to ${outDir}`);
  const outdated = [outdatedPdfs, outdatedMarkdown, outdatedPacks].map((of) => of(outDir, papers));
  const refused = await publish(
    outDir,
    papers.flatMap((paper) => paper.files),
    { ...job, setAside: outdated.flatMap((one) => one.setAside), within },
  );
  const notes = (await printing?.notes()) ?? [];
  const all = sortFindings([
    ...findings,
    ...faults,
    ...notes,
    ...(refused.length > 0 ? refused : outdated.flatMap((one) => one.findings)),
  ]);
  printFindings(all, display, output);
  if (refused.length > 0) {
    output.say([
      { text: 'Nothing was published', look: 'error' },
      { text: '; earlier files are as they were.' },
    ]);
    return EXIT.cannotRun;
  }
  sayWhere(papers, all, publication);
  return faults.length > 0 ? EXIT.cannotRun : EXIT.ok;
}

async function makePapers(
  reports: readonly Report[],
  { packs, own, markdown, printing, environment: { output } }: Publication,
): Promise<Paper[]> {
  const [{ renderPages }, { printPaper }] = await Promise.all([import('./pages.ts'), import('./papers.ts')]);
  const pages = await renderPages(reports, packsOf(reports, packs), { own, markdown }, (step) => {
    output.progress(`making ${step}`);
  });
  const papers: Paper[] = [];
  for (const [index, page] of pages.entries()) {
    output.progress(`printing ${index + 1} of ${pages.length}: ${page.name}`);
    papers.push(await printPaper(page, printing, index === pages.length - 1));
  }
  return papers;
}

function sayWhere(
  papers: readonly Paper[],
  findings: readonly Finding[],
  { outDir, environment: { output, cwd } }: Publication,
): void {
  const packs = papers.filter((one) => one.isPack).length;
  const counts = [
    ...(packs === 0 ? [] : [packs === 1 ? '1 pack' : `${packs} packs`]),
    papers.length - packs === 1 ? '1 report' : `${papers.length - packs} reports`,
  ];
  output.result([
    { text: `Built ${counts.join(' and ')}`, look: 'good' },
    { text: `; ${countFindings(findings)}.` },
  ]);
  for (const paper of papers) {
    for (const { name } of paper.files) {
      const kind = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
      output.result(`  ${kind.padEnd(4)}  ${shortPath(join(outDir, name), cwd)}`);
    }
  }
}

/** Returns the path from here where that is shorter to read than the whole one. */
export function shortPath(path: string, cwd: string): string {
  const here = relative(cwd, path);
  return here === '' || here.startsWith('..') ? path : here;
}
