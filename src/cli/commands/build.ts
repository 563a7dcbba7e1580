import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Dataset } from '../../model/dataset.ts';
import { hasErrors, sortFindings, type Finding } from '../../model/finding.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { parseDate } from '../../read/grammar/date.ts';
import { CONFIG_FILE, readDataRepo } from '../../read/index.ts';
import { withSignals, type Job } from '../../render/job.ts';
import type { OwnTemplates } from '../../render/own-templates.ts';
import type { OwnTemplatesRead } from '../../render/own-templates-read.ts';
import { TemplateError } from '../../render/template-error.ts';
import { buildReport } from '../../report/build-report.ts';
import { selectReports, type Selected } from '../build-selection.ts';
import type { Environment } from '../environment.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { countFindings, printFindings, type FindingPrinting } from '../print-findings.ts';
import { openPrinting } from '../printing.ts';
import { publishReports, shortPath, type MadeReports } from '../publication.ts';

export interface BuildOptions {
  readonly meeting?: string;
  readonly all?: boolean;
  readonly workstream?: string;
  readonly out?: string;
  readonly templates?: string;
  readonly pack: boolean;
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
  const templates = await ownTemplates(request, environment);
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
    const made = dataset && makeReports(dataset, findings, request, environment.version);
    const found = [{ findings: made?.findings ?? findings, display }];
    if (templates)
      found.unshift({ findings: [...templates.findings], display: templateDisplay(templates.own) });
    if (made === undefined || found.some((one) => hasErrors(one.findings))) return refuse(found, environment);
    return await publishReports(made, {
      packs: request,
      own: templates?.own,
      outDir: request.outDir,
      // A link in a data repo must not choose where a build writes; whoever names a folder may.
      within: request.out === undefined ? request.root : undefined,
      printing,
      display,
      job,
      environment,
    });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return refuse([{ findings: error.findings, display: templateDisplay(templates?.own) }], environment);
  } finally {
    await printing?.close();
  }
}

/** Reads the council's own templates where a folder of them was named. */
async function ownTemplates(
  { templates }: BuildOptions,
  { cwd }: Environment,
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
  return readOwnTemplates(folder, shortPath(folder, cwd).split(sep).join('/'));
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

interface Found {
  readonly findings: readonly Finding[];
  readonly display: FindingPrinting;
}

/** Says what is wrong. Returns 2 where the program could not do its work at all, 1 where the data has errors. */
function refuse(found: readonly Found[], { output }: Environment): number {
  for (const { findings, display } of found) printFindings(findings, display, output);
  const all = found.flatMap(({ findings }) => findings);
  output.say([{ text: 'Nothing was published', look: 'error' }, { text: `: ${countFindings(all)}.` }]);
  const errors = all.filter((one) => one.severity === 'error');
  const inData = errors.every(
    (one) => one.at !== undefined && one.at.file !== CONFIG_FILE && !isTemplate(one),
  );
  return inData ? EXIT.findings : EXIT.cannotRun;
}

function isTemplate({ code }: Finding): boolean {
  return code.startsWith('E5');
}

/** A template's files are the program's own, or named as they were on the command line; never the data repo's. */
function templateDisplay(own: OwnTemplates | undefined): FindingPrinting {
  return { lineOf: (file, line) => own?.lineOf(file, line), prefix: '' };
}

function prefixOf(root: string, cwd: string): string {
  const short = shortPath(root, cwd);
  return root === cwd ? '' : `${short.split(sep).join('/')}/`;
}
