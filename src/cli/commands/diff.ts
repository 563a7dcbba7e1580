import { compareSides } from '../../compare/compare.ts';
import type { Comparison, Part } from '../../compare/comparison.ts';
import { withSignals, type Job } from '../../render/job.ts';
import { understand, type Understood } from '../diff-arguments.ts';
import { diffRequest, type DiffOptions, type DiffRequest } from '../diff-options.ts';
import { periodSides } from '../diff-periods.ts';
import { refuseInput } from '../diff-out.ts';
import { dataProbe, type DataProbe } from '../diff-probe.ts';
import {
  printUnreadable,
  readAtRevision,
  readFolder,
  UnreadableSides,
  usable,
  type Reading,
} from '../diff-read.ts';
import { giveResult, refuseTerminal } from '../diff-result.ts';
import { isBackwards, meetingSides, organisationsApart, repoSides, type DiffSides } from '../diff-sides.ts';
import type { Environment } from '../environment.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { openPrinting } from '../printing.ts';

export interface DiffEnvironment extends Environment {
  readonly version: string;
}

/**
 * Says what really changed between two sides. Returns the exit code: 1 where they differ and `--exit-code` asks about it, 2
 * where a side cannot be read.
 */
export async function diff(
  args: readonly string[],
  options: DiffOptions,
  environment: DiffEnvironment,
): Promise<number> {
  const { output } = environment;
  const request = diffRequest(options);
  refuseTerminal(request, environment);
  const { value, interrupted } = await withSignals((job) => compareAndGive(args, request, job, environment));
  output.done();
  if (interrupted) output.say('Interrupted.');
  return interrupted?.exitCode ?? value ?? EXIT.cannotRun;
}

async function compareAndGive(
  args: readonly string[],
  request: DiffRequest,
  job: Job,
  environment: DiffEnvironment,
): Promise<number> {
  // The browser takes longest to start, and starting it costs this process nothing.
  const printing = request.format === 'pdf' ? openPrinting(request.browser, job, environment) : undefined;
  try {
    const reading = { request, environment, signal: job.signal };
    const probe = dataProbe(reading);
    const understood = await understand(args, request, probe);
    refuseOptions(understood, request);
    const sides = await sidesOf(understood, probe, reading);
    if (isBackwards(sides, understood.form)) sayBackwards(sides, environment);
    await refuseInput(request.out, sides, understood, environment.cwd);
    job.signal.throwIfAborted();
    const comparison = compare(sides, understood, request, environment);
    const { programme } = sides.after.dataset;
    const given = await giveResult(comparison, { request, programme, printing, job, environment });
    if (given !== EXIT.ok) return given;
    return request.exitCode && comparison.differs ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (!(error instanceof UnreadableSides)) throw error;
    printUnreadable(error, environment.output);
    return EXIT.cannotRun;
  } finally {
    await printing?.close();
  }
}

/** It may be meant so, and is told as it is asked for. */
function sayBackwards({ before, after }: Sides, { output }: DiffEnvironment): void {
  output.say([
    { text: 'note', look: 'note' },
    {
      text: ` the first side is the later one: the changes are those from ${before.ref.label} back to ${after.ref.label}`,
    },
  ]);
}

/** What an option would do nothing to is not passed over in silence. */
function refuseOptions({ form }: Understood, { meeting, workstream, table }: DiffRequest): void {
  const [name] = [
    ...(form === 'files' && meeting !== undefined ? ['--meeting'] : []),
    ...(form === 'files' && workstream !== undefined ? ['--workstream'] : []),
    ...(form !== 'files' && table !== undefined ? ['--table'] : []),
  ];
  if (name === undefined) return;
  const of =
    form === 'files' ? 'a single file has no workstreams or meetings' : 'it says what two files hold';
  throw new UsageError(`${name} does not go with two ${form}: ${of}`, `leave out ${name}`);
}

/** The sides, with the parts where what they hold narrows those that were asked for. */
type Sides = DiffSides & { readonly parts?: readonly Part[] };

async function sidesOf({ form, sides, dir }: Understood, probe: DataProbe, reading: Reading): Promise<Sides> {
  const { request } = reading;
  const [first = '', second] = sides;
  switch (form) {
    case 'periods':
    case 'meetings': {
      const [data] = usable([await probe.folder(dir)] as const);
      return form === 'periods' ? periodSides(data, sides, request) : meetingSides(data, sides, request);
    }
    case 'folders': {
      const before = await readFolder(first, { label: first, asked: first }, reading);
      const after = await readFolder(second ?? '', { label: second ?? '', asked: second ?? '' }, reading);
      return repoSides(...usable([before, after] as const), request);
    }
    case 'revisions': {
      const before = await readAtRevision(dir, first, reading);
      const after =
        second === undefined
          ? await readFolder(dir, { label: 'the work tree', asked: '' }, reading)
          : await readAtRevision(dir, second, reading);
      return repoSides(...usable([before, after] as const), request);
    }
    case 'files': {
      const { fileSides } = await import('../diff-files.ts');
      return fileSides(sides, reading);
    }
  }
}

function compare(
  sides: Sides,
  { form }: Understood,
  request: DiffRequest,
  { version }: DiffEnvironment,
): Comparison {
  const { before, after, notCompared, renamed, parts } = sides;
  const { tolerance, floor } = request;
  const comparison = compareSides(before, after, {
    form,
    version,
    parts: parts ?? request.parts,
    ...(tolerance && { tolerance }),
    ...(floor && { floor }),
  });
  return {
    ...comparison,
    ...(renamed.length > 0 && { renamed }),
    notCompared: [...organisationsApart(sides), ...comparison.notCompared, ...notCompared],
  };
}
