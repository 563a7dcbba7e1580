import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { hasErrors, sortFindings, type Finding } from '../../model/finding.ts';
import { withSignals, type Job } from '../../render/job.ts';
import type { OwnTemplates } from '../../render/own-templates.ts';
import type { OwnTemplatesRead } from '../../render/own-templates-read.ts';
import { TemplateError } from '../../render/template-error.ts';
import type { Report } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { packsOf } from '../packs.ts';
import {
  isUnusable,
  judgePapers,
  papersRequest,
  type PapersOptions,
  type PapersRequest,
} from '../papers-request.ts';
import { countFindings, printFindings, type FindingPrinting } from '../print-findings.ts';
import { openPrinting } from '../printing.ts';
import { publishReports, shortPath } from '../publication.ts';

export interface BuildOptions extends PapersOptions {
  readonly out?: string;
  readonly templates?: string;
  readonly pack: boolean;
  readonly pdf: boolean;
  readonly markdown?: boolean;
  readonly markdownSummary?: boolean;
  readonly browser?: string;
}

export interface BuildEnvironment extends Environment {
  readonly version: string;
}

/**
 * Builds the papers of a data repo and says where they are. Returns the exit code: 1 where the data has errors (then
 * nothing is published), 2 where it could not run or the PDFs could not be made.
 */
export async function build(
  dir: string,
  options: BuildOptions,
  environment: BuildEnvironment,
): Promise<number> {
  const request = await readRequest(dir, options, environment);
  const { value, interrupted } = await withSignals((job) => runBuild(request, job, environment));
  environment.output.done();
  if (interrupted) environment.output.say('Interrupted.');
  return interrupted?.exitCode ?? value ?? EXIT.cannotRun;
}

/** The options as they are written, and the papers that they ask for. */
interface Request {
  readonly papers: PapersRequest;
  readonly options: BuildOptions;
  readonly outDir: string;
}

async function readRequest(dir: string, options: BuildOptions, environment: Environment): Promise<Request> {
  const papers = await papersRequest(dir, options, environment);
  const { out } = options;
  const outDir = out === undefined ? join(papers.root, 'out') : resolve(environment.cwd, out);
  return { papers, options, outDir };
}

async function runBuild(
  { papers, options, outDir }: Request,
  job: Job,
  environment: BuildEnvironment,
): Promise<number> {
  const { output, version } = environment;
  const templates = await ownTemplates(options, environment);
  // The browser takes longest to start, and starting it costs this process nothing.
  const printing = options.pdf ? openPrinting(options.browser, job, environment) : undefined;
  try {
    output.progress(`reading ${papers.root}`);
    const { papers: judged, findings, display } = await judgePapers(papers, version, job.signal);
    const reports = judged.flatMap(({ report }) => report ?? []);
    if (hasErrors(findings) || hasErrors(templates?.findings ?? [])) {
      // First, and kept whatever comes of making the pages that tell the rest.
      printFindings(findings, display, output);
      const others = templates ? await templateFindings(templates, reports, options) : [];
      printFindings(others, templateDisplay(templates?.own), output);
      return refuse([...findings, ...others], environment);
    }
    if (templates) printFindings(templates.findings, templateDisplay(templates.own), output);
    return await publishReports(
      { reports, findings },
      {
        packs: options,
        own: templates?.own,
        markdown: [
          ...(options.markdown === true ? (['whole'] as const) : []),
          ...(options.markdownSummary === true ? (['summary'] as const) : []),
        ],
        outDir,
        // A link in a data repo must not choose where a build writes; whoever names a folder may.
        within: options.out === undefined ? papers.root : undefined,
        printing,
        display,
        job,
        environment,
      },
    );
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    printFindings(error.findings, templateDisplay(templates?.own), output);
    return refuse(error.findings, environment);
  } finally {
    await printing?.close();
  }
}

/** Reads the council's own templates where a folder of them was named. */
async function ownTemplates(
  { templates }: BuildOptions,
  { cwd, version }: BuildEnvironment,
): Promise<OwnTemplatesRead | undefined> {
  if (templates === undefined) return undefined;
  const folder = resolve(cwd, templates);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new UsageError(
      `--templates ${templates}: there is no such folder`,
      'name a folder of .hbs and .css files',
    );
  const { readOwnTemplates } = await import('../../render/own-templates-read.ts');
  return readOwnTemplates(folder, shortPath(folder, cwd).split(sep).join('/'), version);
}

/**
 * Returns all that is wrong with the council's own templates: what reading them found, and where they do not fit the pages of
 * the reports that could be made.
 */
async function templateFindings(
  { own, findings }: OwnTemplatesRead,
  reports: readonly Report[],
  options: BuildOptions,
): Promise<Finding[]> {
  const { renderPages } = await import('../pages.ts');
  try {
    await renderPages(reports, packsOf(reports, options), { own, markdown: [] }, () => undefined);
    return [...findings];
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return sortFindings([...findings, ...error.findings]);
  }
}

/** Counts what is wrong. Returns 2 where the program could not do its work at all, 1 where the data has errors. */
function refuse(findings: readonly Finding[], { output }: Environment): number {
  output.say([{ text: 'Nothing was published', look: 'error' }, { text: `: ${countFindings(findings)}.` }]);
  return findings.some(isUnusable) ? EXIT.cannotRun : EXIT.findings;
}

/** A template's files are the program's own, or named as they were on the command line; never the data repo's. */
function templateDisplay(own: OwnTemplates | undefined): FindingPrinting {
  return { lineOf: (file, line) => own?.lineOf(file, line), prefix: '' };
}
