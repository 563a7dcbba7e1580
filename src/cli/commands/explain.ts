import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { explain as explainName, type Answer } from '../../explain/explain.ts';
import { EXPLANATION_SCHEMA, type Explainable, type Explanation } from '../../explain/explanation.ts';
import { explainable } from '../../explain/list.ts';
import { type Papers } from '../../explain/papers.ts';
import { placesNamed } from '../../explain/places.ts';
import { explainCodes } from '../../explain/codes.ts';
import { DEFAULT_CHECKS } from '../../model/checks.ts';
import type { Finding } from '../../model/finding.ts';
import { safeJson } from '../../model/visible.ts';
import { readHistory, type History } from '../../read/git.ts';
import { CONFIG_FILE } from '../../read/index.ts';
import { withSignals } from '../../render/job.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { explanationsLines } from '../explain-lines.ts';
import { explainableLines, refusalLines } from '../explain-list-lines.ts';
import type { Output } from '../output.ts';
import {
  judgePapers,
  papersRequest,
  type JudgedRepo,
  type PapersOptions,
  type PapersRequest,
} from '../papers-request.ts';
import { countFindings, printFindings } from '../print-findings.ts';

export interface ExplainOptions extends Omit<PapersOptions, 'all'> {
  readonly format: 'text' | 'json';
}

export interface ExplainEnvironment extends Environment {
  readonly version: string;
}

/** Columns of what is printed, where the terminal has as many. */
const WIDTH = 80;

/**
 * Says where a figure, an entry or a finding comes from; without a name, what there is to explain. Returns the exit code: 2
 * where nothing has the name, or where the data could not be read at all.
 */
export async function explain(
  asked: string | undefined,
  dir: string | undefined,
  options: ExplainOptions,
  environment: ExplainEnvironment,
): Promise<number> {
  const named = await splitArguments(asked, dir, environment);
  const request = await papersRequest(named.dir, options, environment);
  const { output } = environment;
  output.progress(`reading ${request.root}`);
  const { value, interrupted } = await withSignals((job) =>
    answer(named.asked, request, options, { ...environment, signal: job.signal }),
  );
  output.done();
  if (interrupted) output.say('Interrupted.');
  return interrupted?.exitCode ?? value ?? EXIT.cannotRun;
}

/** `explain examples/luton` names no figure but a data repo, whose list is wanted. */
async function splitArguments(asked: string | undefined, dir: string | undefined, { cwd }: Environment) {
  if (asked === undefined || dir !== undefined) return { asked, dir: dir ?? '.' };
  const config = await stat(join(resolve(cwd, asked), CONFIG_FILE)).catch(() => undefined);
  return config?.isFile() ? { asked: undefined, dir: asked } : { asked, dir: '.' };
}

async function answer(
  asked: string | undefined,
  request: PapersRequest,
  { format }: ExplainOptions,
  environment: ExplainEnvironment & { readonly signal: AbortSignal },
): Promise<number> {
  const { output, version, variables, signal } = environment;
  const judged = await judgePapers(request, version, signal);
  const { papers, read } = papersOf(judged);
  const [first] = papers;
  const checks = first?.context.programme.checks ?? DEFAULT_CHECKS;
  const isCode = asked !== undefined && explainCodes(asked, { checks, papers, read }).length > 0;
  if (first === undefined && !isCode) {
    printFindings(judged.findings, judged.display, output);
    output.say([
      { text: 'Nothing can be explained', look: 'error' },
      { text: `: ${countFindings(judged.findings)}.` },
    ]);
    return EXIT.cannotRun;
  }
  if (asked === undefined) return printList(papers.map(explainable), format, output);
  const found = explainName(asked, { checks, papers, read });
  if (found.kind !== 'explained') return refuse(asked, found, papers, output);
  const { explanations } = found;
  const history = await readHistory(request.root, placesNamed(explanations), { variables, signal });
  if (format === 'json') output.document(documentOf(asked, explanations, history));
  else printText(explanations, history, request, output);
  return EXIT.ok;
}

/** What reading found is of the whole data repo, and stands with every paper. */
function papersOf({ papers, findings }: JudgedRepo): { papers: Papers[]; read: Finding[] } {
  const plain = findings.map(({ papers: of, ...finding }) => ({ of, finding }));
  const read = plain.filter(({ of }) => of.length === 0).map(({ finding }) => finding);
  return {
    read,
    papers: papers.map(({ workstream, meeting, context, report }) => {
      const own = plain.filter(({ of }) =>
        of.some((one) => one.workstream === workstream && one.meeting === meeting),
      );
      return { context, report, findings: [...read, ...own.map(({ finding }) => finding)] };
    }),
  };
}

function printText(
  explanations: readonly Explanation[],
  history: History,
  { prefix }: PapersRequest,
  output: Output,
): void {
  const printing = { width: Math.min(WIDTH, output.resultWidth), prefix, history };
  for (const line of explanationsLines(explanations, printing)) output.result(line);
  if (history.because === undefined || placesNamed(explanations).length === 0) return;
  const which = history.kind === 'none' ? 'No commits are shown' : 'Not every commit is shown';
  output.say([{ text: `${which}: ${history.because}.`, look: 'quiet' }]);
}

function documentOf(asked: string, explanations: readonly Explanation[], history: History): string {
  const of = history.kind === 'history' ? history.of : () => undefined;
  const lines = placesNamed(explanations).flatMap(({ file, line }) => {
    const commit = of(file, line);
    return commit === undefined ? [] : [{ file, line, commit }];
  });
  const once = [...new Map(lines.map((one) => [`${one.line} ${one.file}`, one])).values()];
  const commits = { ...(history.because !== undefined && { because: history.because }), lines: once };
  return safeJson({ schema: EXPLANATION_SCHEMA, asked, explanations, commits });
}

function printList(lists: readonly Explainable[], format: ExplainOptions['format'], output: Output): number {
  if (format === 'json') output.document(safeJson({ schema: EXPLANATION_SCHEMA, explainable: lists }));
  else for (const line of explainableLines(lists, Math.min(WIDTH, output.resultWidth))) output.result(line);
  return EXIT.ok;
}

function refuse(
  asked: string,
  found: Exclude<Answer, { kind: 'explained' }>,
  papers: readonly Papers[],
  output: Output,
): number {
  for (const line of refusalLines(asked, found)) output.say(line);
  // What was likely meant is to be the last thing that is read.
  if (found.kind === 'unknown' && found.help === undefined) {
    output.say();
    const lists = papers.map(explainable);
    for (const line of explainableLines(lists, Math.min(WIDTH, output.width))) output.say(line);
  }
  return EXIT.cannotRun;
}
