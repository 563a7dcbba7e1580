import { basename, dirname, join, resolve } from 'node:path';
import type { Comparison } from '../compare/comparison.ts';
import type { ChangesView } from '../compare/view.ts';
import type { Finding } from '../model/finding.ts';
import type { Programme } from '../model/dataset.ts';
import type { Job } from '../render/job.ts';
import { changesLines } from './diff-lines.ts';
import type { DiffFormat } from './diff-formats.ts';
import type { DiffRequest } from './diff-options.ts';
import type { Environment } from './environment.ts';
import { EXIT, UsageError } from './exit-code.ts';
import { printFindings } from './print-findings.ts';
import type { Printing } from './printing.ts';
import { shortPath } from './publication.ts';

/** What it takes to give a comparison in its format. */
export interface ResultOptions {
  readonly request: DiffRequest;
  /** How the council's papers look, and what their abbreviations stand for. */
  readonly programme: Programme;
  /** Needed for a PDF, and for nothing else. */
  readonly printing: Printing | undefined;
  readonly job: Job;
  readonly environment: Environment;
}

/** Columns of what is printed: as wide as a terminal, up to where a line is no longer easily read. */
const WIDTH = { file: 80, terminal: 100 };

/** Throws a UsageError where the result would be bytes on a terminal. */
export function refuseTerminal({ format, out }: DiffRequest, { output }: Environment): void {
  if (format !== 'pdf' || out !== undefined || !output.isTerminal) return;
  throw new UsageError('a PDF is not for a terminal', 'name a file: --format pdf --out changes.pdf');
}

/**
 * Gives what changed in the format that is asked for, on stdout or in a file. Returns the exit code of that alone: 2 where the
 * PDF could not be made or the file not written.
 */
export async function giveResult(comparison: Comparison, options: ResultOptions): Promise<number> {
  const { request, environment } = options;
  const { output } = environment;
  const { changesView } = await import('../compare/view/changes-view.ts');
  const view = changesView(comparison);
  if (request.format === 'text') {
    const width = Math.min(output.resultWidth, output.isTerminal ? WIDTH.terminal : WIDTH.file);
    for (const line of changesLines(view, width)) output.result(line);
    if (output.isTerminal && comparison.differs) {
      output.say();
      output.say([{ text: '--format pdf makes a paper of this', look: 'quiet' }]);
    }
    return EXIT.ok;
  }
  const made = await document(view, request.format, options);
  if (typeof made !== 'string' && !(made instanceof Uint8Array)) return refuse([made], options);
  const notes = (await options.printing?.notes()) ?? [];
  if (notes.length > 0) printFindings(notes, NO_LINES, output);
  if (request.out !== undefined) return writeFile(request.out, made, options);
  if (typeof made === 'string') output.document(made);
  else output.bytes(made);
  return EXIT.ok;
}

/** Each renderer is loaded only where it is asked for. */
async function document(
  view: ChangesView,
  format: Exclude<DiffFormat, 'text'>,
  options: ResultOptions,
): Promise<string | Uint8Array | Finding> {
  const { comparison } = view;
  switch (format) {
    case 'json': {
      const { comparisonJson } = await import('../render/changes/json.ts');
      return comparisonJson(comparison);
    }
    case 'csv': {
      const { changesCsv } = await import('../render/changes/csv.ts');
      return changesCsv(comparison);
    }
    case 'markdown': {
      const { changesMarkdown } = await import('../render/changes/markdown.ts');
      return changesMarkdown(view);
    }
    case 'html':
      return page(view, options);
    case 'pdf': {
      const { printing, environment } = options;
      if (printing === undefined) throw new RangeError('nothing was started that prints a PDF');
      const html = await page(view, options);
      const { changesIdentity } = await import('../render/changes/html-identity.ts');
      environment.output.progress('printing');
      return printing.print(html, changesIdentity(view), true);
    }
  }
}

async function page(view: ChangesView, { programme, environment }: ResultOptions): Promise<string> {
  environment.output.progress('making the paper');
  const { changesHtml } = await import('../render/changes/html.ts');
  return changesHtml(view, programme.theme, programme);
}

/** The file appears whole, or stays as it was. */
async function writeFile(out: string, made: string | Uint8Array, options: ResultOptions): Promise<number> {
  const { job, environment } = options;
  const { output, cwd } = environment;
  const { publish } = await import('../render/publish.ts');
  const path = resolve(cwd, out);
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  output.progress(`writing ${path}`);
  job.signal.throwIfAborted();
  const refused = await publish(dirname(path), [{ name: basename(path), bytes }], job);
  if (refused.length > 0) return refuse(refused, options);
  output.say(`Written to ${shortPath(join(dirname(path), basename(path)), cwd)}`);
  return EXIT.ok;
}

const NO_LINES = { lineOf: () => undefined, prefix: '' };

function refuse(findings: readonly Finding[], { environment: { output } }: ResultOptions): number {
  printFindings(findings, NO_LINES, output);
  output.say([{ text: 'Nothing was written', look: 'error' }, { text: '; an earlier file is as it was.' }]);
  return EXIT.cannotRun;
}
