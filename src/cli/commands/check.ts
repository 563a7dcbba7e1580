import { withSignals } from '../../render/job.ts';
import {
  gateNamed,
  GATE_SEVERITIES,
  GATE_STATES,
  judgeGates,
  nearestGate,
  type Gate,
} from '../../check/gates.ts';
import { formatList } from '../../model/format.ts';
import { checkReport, type CheckReport } from '../../report/check-report.ts';
import { checkSummary } from '../../report/check-summary.ts';
import type { CheckFormat } from '../check-formats.ts';
import type { Environment } from '../environment.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import type { Output } from '../output.ts';
import { isUnusable, judgePapers, papersRequest, type PapersOptions } from '../papers-request.ts';
import { findingLines, type FindingPrinting } from '../print-findings.ts';

export interface CheckOptions extends PapersOptions {
  readonly format: CheckFormat;
  readonly failOn?: readonly string[];
  readonly maxFindings?: string;
}

export interface CheckEnvironment extends Environment {
  readonly version: string;
}

/**
 * Says everything that is found in a data repo. Returns the exit code: 1 where a gate failed, 2 where the data could not be
 * read at all.
 */
export async function check(
  dir: string,
  options: CheckOptions,
  environment: CheckEnvironment,
): Promise<number> {
  const { output, version } = environment;
  const gates = gatesOf(options.failOn ?? []);
  const most = mostOf(options.maxFindings);
  const papers = await papersRequest(dir, options, environment);
  output.progress(`reading ${papers.root}`);
  const { value, interrupted } = await withSignals((job) => judgePapers(papers, version, job.signal));
  output.done();
  if (interrupted) output.say('Interrupted.');
  if (value === undefined) return interrupted?.exitCode ?? EXIT.cannotRun;
  const results = judgeGates(
    gates,
    value.findings,
    value.papers.map((one) => one.context),
  );
  const report = checkReport(value, { version, prefix: papers.prefix, gates: results, most });
  await print(report, options.format, value.display, output);
  if (value.findings.some((one) => isUnusable(one) && one.accepted === undefined)) return EXIT.cannotRun;
  return results.some((one) => one.failed) ? EXIT.findings : EXIT.ok;
}

/** Errors fail every check: where data cannot be read, nobody knows what else there is. */
function gatesOf(failOn: readonly string[]): Gate[] {
  const names = failOn.flatMap((one) => one.split(',')).map((one) => one.trim());
  if (names.includes(''))
    throw new UsageError('--fail-on: a gate has no name', 'name each gate, as in --fail-on red-risk,warning');
  return [...new Set(['error', ...names])].map((name) => {
    const gate = gateNamed(name);
    if (gate) return gate;
    const meant = nearestGate(name);
    const all = formatList([...GATE_SEVERITIES, ...GATE_STATES, 'a code', 'the name of a rule'], 'or');
    throw new UsageError(
      `--fail-on ${name}: there is no such gate`,
      `${meant === undefined ? '' : `did you mean ${meant}? `}A gate is ${all} (docs/findings.md)`,
    );
  });
}

function mostOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(
    `--max-findings ${text}: this is not a number`,
    'write how many findings to list, such as 20',
  );
}

/** Prints in a format: findings are the result; of a format for machines, the summary is not. */
async function print(
  report: CheckReport,
  format: CheckFormat,
  display: FindingPrinting,
  output: Output,
): Promise<void> {
  const summary = checkSummary(report);
  switch (format) {
    case 'text':
      for (const one of report.findings) {
        for (const line of findingLines(one, display, output.resultWidth)) output.result(line);
        output.result();
      }
      for (const { text, look } of summary) output.result([{ text, look }]);
      return;
    case 'github': {
      const { githubAnnotations } = await import('../../render/findings/github.ts');
      output.document(githubAnnotations(report));
      for (const { text } of summary) output.result(text);
      return;
    }
    case 'json': {
      const { checkJson } = await import('../../render/findings/json.ts');
      output.document(checkJson(report));
      break;
    }
    case 'sarif': {
      const { sarif } = await import('../../render/findings/sarif.ts');
      output.document(sarif(report));
      break;
    }
    case 'junit': {
      const { junit } = await import('../../render/findings/junit.ts');
      output.document(junit(report));
      break;
    }
  }
  for (const { text, look } of summary) output.say([{ text, look }]);
}
