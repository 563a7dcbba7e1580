import { finding, type Finding } from '../../model/finding.ts';
import type { Host } from '../host.ts';
import type { Cleanup } from '../job.ts';
import { builtInBrowser, type UnpackProgress } from './built-in.ts';
import { findBrowsers, type Candidate } from './find.ts';
import { launch, type Launched, type Program, type Unusable } from './launch.ts';

export interface ChooseOptions {
  readonly host: Host;
  readonly cleanup: Cleanup;
  readonly browser?: string | undefined;
  readonly cacheDir?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: UnpackProgress) => void) | undefined;
}

/** A browser that was tried and not taken. */
export interface PassedOver {
  readonly source: Candidate['source'];
  /** Absent for a built-in browser that could not be unpacked. */
  readonly path?: string;
  readonly reason: string;
}

/** The browser that was taken, running. */
export interface Chosen {
  readonly candidate: Candidate;
  readonly launched: Launched;
  readonly passedOver: readonly PassedOver[];
  /** Starts it anew once it has ended; rejects where that fails. */
  restart(): Promise<Launched>;
}

/** Starts the browsers of this machine in their order until one works. */
export async function chooseBrowser(options: ChooseOptions): Promise<Chosen | Finding> {
  // Loading takes about as long as finding; what goes wrong with it shows when it is used.
  import('puppeteer-core').catch(() => undefined);
  const passedOver: PassedOver[] = [];
  for (const candidate of findBrowsers(options.host, options.browser)) {
    options.signal?.throwIfAborted();
    const launched = await launch(candidate, options);
    if (!('reason' in launched)) return chosen(candidate, candidate, launched, passedOver, options);
    passedOver.push({ source: candidate.source, path: candidate.path, reason: launched.reason });
  }
  if (options.browser !== undefined) return namedFailed(passedOver);
  const own = await startBuiltIn(options);
  if (!('reason' in own)) {
    const candidate: Candidate = { source: 'built-in', kind: own.program.kind, path: own.program.path };
    return chosen(candidate, own.program, own.launched, passedOver, options);
  }
  passedOver.push(own);
  return noneWorked(passedOver);
}

/** Starts the built-in browser; where an unpacked one does not start, it is compared byte by byte and made again. */
export async function startBuiltIn(
  options: ChooseOptions,
): Promise<{ program: Program; launched: Launched } | PassedOver> {
  let last: Unusable & { path?: string } = { reason: '' };
  for (const thorough of [false, true]) {
    options.signal?.throwIfAborted();
    const program = await builtInBrowser({ ...options, thorough });
    if ('reason' in program) return { source: 'built-in', reason: program.reason };
    options.signal?.throwIfAborted();
    const launched = await launch(program, options);
    if (!('reason' in launched)) return { program, launched };
    last = { path: program.path, reason: launched.reason };
  }
  return { source: 'built-in', ...last };
}

function chosen(
  candidate: Candidate,
  program: Program,
  launched: Launched,
  passedOver: readonly PassedOver[],
  options: ChooseOptions,
): Chosen {
  const restart = async (): Promise<Launched> => {
    const again = await launch(program, options);
    if ('reason' in again)
      throw new Error(`the browser at ${program.path} does not start again: ${again.reason}`);
    return again;
  };
  return { candidate, launched, passedOver, restart };
}

function namedFailed(passedOver: readonly PassedOver[]): Finding {
  const [only] = passedOver;
  return finding('E902', `the browser ${only?.path ?? ''} cannot be used: ${only?.reason ?? ''}`);
}

function noneWorked(passedOver: readonly PassedOver[]): Finding {
  const tried = passedOver.map((one) => `${one.path ?? 'the built-in browser'}: ${one.reason}`);
  const sandbox = passedOver.some((one) => /sandbox/i.test(one.reason));
  return finding('E901', 'no browser could be started, so no PDF was written', {
    why: `tried: ${tried.join('; ')}`,
    help: sandbox
      ? 'allow unprivileged user namespaces, which the browser needs for its sandbox, or install Chrome and name it with --browser'
      : undefined,
  });
}
