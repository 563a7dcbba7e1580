import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Dataset } from '../../model/dataset.ts';
import { hasErrors, sortFindings, type Finding } from '../../model/finding.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { parseDate } from '../../read/grammar/date.ts';
import { CONFIG_FILE, readDataRepo } from '../../read/index.ts';
import { TemplateError } from '../../render/template-error.ts';
import { withSignals, type Job } from '../../render/job.ts';
import { buildReport } from '../../report/build-report.ts';
import type { Report } from '../../report/report.ts';
import { selectReports, type Selected } from '../build-selection.ts';
import type { Environment } from '../environment.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import type { Paper } from '../papers.ts';
import { countFindings, printFindings, type FindingPrinting } from '../print-findings.ts';
import { openPrinting, type Printing } from '../printing.ts';

export interface BuildOptions {
  readonly meeting?: string;
  readonly all?: boolean;
  readonly workstream?: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly pdf: boolean;
  readonly browser?: string;
  readonly encoding: 'utf-8' | 'windows-1252';
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

interface Request extends BuildOptions {
  readonly root: string;
  readonly outDir: string;
  readonly asOfDate: PlainDate | undefined;
  readonly meetingDate: PlainDate | undefined;
}

async function readRequest(dir: string, options: BuildOptions, { cwd }: Environment): Promise<Request> {
  const root = resolve(cwd, dir);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    const what = found === undefined ? 'there is no folder' : 'this is not a folder:';
    throw new UsageError(`${what} ${dir}`, 'name the folder that holds cip-report.yaml');
  }
  return {
    ...options,
    root,
    outDir: options.out === undefined ? join(root, 'out') : resolve(cwd, options.out),
    asOfDate: dateOption('--as-of', options.asOf),
    meetingDate: dateOption('--meeting', options.meeting),
  };
}

function dateOption(name: string, text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  const reading = parseDate(text);
  if (reading.ok) return reading.value;
  throw new UsageError(`${name} ${text}: ${reading.problem.message}`, 'write a date such as 2021-04-19');
}

async function runBuild(request: Request, job: Job, environment: BuildEnvironment): Promise<number> {
  const { output } = environment;
  // The browser takes longest to start, and starting it costs this process nothing.
  const printing = request.pdf ? openPrinting(request.browser, job, environment) : undefined;
  try {
    output.progress(`reading ${request.root}`);
    const { dataset, findings, sources } = await readDataRepo(request.root, {
      encoding: request.encoding,
      signal: job.signal,
    });
    const display = {
      lineOf: (file: string, line: number) => sources.line(file, line),
      prefix: prefixOf(request.root, environment.cwd),
    };
    if (dataset === undefined) return refuse(findings, display, environment);
    const reports = makeReports(dataset, findings, request, environment.version);
    if (hasErrors(reports.findings)) return refuse(reports.findings, display, environment);
    return await publishReports(reports, { request, printing, display, job, environment });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return refuse(error.findings, NO_SOURCE, environment);
  } finally {
    await printing?.close();
  }
}

interface MadeReports {
  readonly reports: readonly Report[];
  readonly findings: readonly Finding[];
}

function makeReports(
  dataset: Dataset,
  read: readonly Finding[],
  request: Request,
  version: string,
): MadeReports {
  const nothingRead = hasErrors(read) && dataset.workstreams.every((one) => one.meetings.length === 0);
  const selected = nothingRead ? [] : selectReports(dataset, { ...request, meeting: request.meetingDate });
  const made = selected.map((one) => makeReport(dataset, one, read, request, version));
  return {
    reports: made.flatMap(({ report }) => report ?? []),
    findings: sortFindings([...read, ...made.flatMap((one) => one.findings)]),
  };
}

function makeReport(
  dataset: Dataset,
  { workstream, meeting }: Selected,
  findings: readonly Finding[],
  request: Request,
  version: string,
): ReturnType<typeof buildReport> {
  return buildReport(dataset, {
    workstream: workstream.id,
    meeting: meeting.id,
    asOf: request.asOfDate,
    version,
    findings,
  });
}

/** Says what is wrong. Returns 2 where the program could not do its work at all, 1 where the data has errors. */
function refuse(findings: readonly Finding[], display: FindingPrinting, { output }: Environment): number {
  printFindings(findings, display, output);
  output.say([{ text: 'Nothing was published', look: 'error' }, { text: `: ${countFindings(findings)}.` }]);
  const errors = findings.filter((one) => one.severity === 'error');
  const inData = errors.every(
    (one) => one.at !== undefined && one.at.file !== CONFIG_FILE && !isTemplate(one),
  );
  return inData ? EXIT.findings : EXIT.cannotRun;
}

function isTemplate({ code }: Finding): boolean {
  return code.startsWith('E5');
}

interface Publication {
  readonly request: Request;
  readonly printing: Printing | undefined;
  readonly display: FindingPrinting;
  readonly job: Job;
  readonly environment: BuildEnvironment;
}

async function publishReports({ reports, findings }: MadeReports, publication: Publication): Promise<number> {
  const { request, printing, display, job, environment } = publication;
  const { output } = environment;
  const [{ outdatedPdfs, renderPaper }, { publish }] = await Promise.all([
    import('../papers.ts'),
    import('../../render/publish.ts'),
  ]);
  const papers: Paper[] = [];
  const faults: Finding[] = [];
  for (const report of reports) {
    const name = `${report.workstream.id} ${report.meeting.date}`;
    const paper = await renderPaper(report, printing, (step) => {
      output.progress(`${name}: ${step}`);
    });
    papers.push(paper);
    faults.push(...paper.faults);
  }
  job.signal.throwIfAborted();
  output.progress(`writing to ${request.outDir}`);
  const outdated = outdatedPdfs(request.outDir, papers);
  const refused = await publish(
    request.outDir,
    papers.flatMap((paper) => paper.files),
    {
      ...job,
      setAside: outdated.setAside,
      // A link in a data repo must not choose where a build writes; whoever names a folder may.
      within: request.out === undefined ? request.root : undefined,
    },
  );
  const notes = (await printing?.notes()) ?? [];
  const all = sortFindings([
    ...findings,
    ...faults,
    ...notes,
    ...(refused.length > 0 ? refused : outdated.findings),
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

function sayWhere(
  papers: readonly Paper[],
  findings: readonly Finding[],
  { request, environment: { output, cwd } }: Publication,
): void {
  const count = papers.length === 1 ? '1 report' : `${papers.length} reports`;
  output.result([{ text: `Built ${count}`, look: 'good' }, { text: `; ${countFindings(findings)}.` }]);
  for (const paper of papers) {
    for (const { name } of paper.files) {
      const kind = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
      output.result(`  ${kind.padEnd(4)}  ${shortPath(join(request.outDir, name), cwd)}`);
    }
  }
}

/** Returns the path from here where that is shorter to read than the whole one. */
function shortPath(path: string, cwd: string): string {
  const here = relative(cwd, path);
  return here === '' || here.startsWith('..') ? path : here;
}

/** A template's files are the program's own, not the data repo's. */
const NO_SOURCE: FindingPrinting = { lineOf: () => undefined, prefix: '' };

function prefixOf(root: string, cwd: string): string {
  const short = shortPath(root, cwd);
  return root === cwd ? '' : `${short.split(sep).join('/')}/`;
}
