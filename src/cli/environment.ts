import { Output, type TextStream } from './output.ts';

/** What the program takes from around it. Read here, once; tests give their own. */
export interface Environment {
  readonly cwd: string;
  readonly output: Output;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Returns the real environment: streams, working directory and variables of this process. */
export function processEnvironment(): Environment {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  return {
    cwd: process.cwd(),
    variables: env,
    output: new Output({
      stdout,
      stderr,
      colour: { stdout: wantsColour(stdout, env), stderr: wantsColour(stderr, env) },
    }),
  };
}

// Who reads our output may stop reading (`| head`): that is no fault of the run, whose exit code stays what it is.
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Colour on a terminal only; `NO_COLOR` switches it off, `FORCE_COLOR` on (https://no-color.org). */
export function wantsColour(
  stream: TextStream,
  variables: Readonly<Record<string, string | undefined>>,
): boolean {
  if ((variables['NO_COLOR'] ?? '') !== '') return false;
  const forced = variables['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && variables['TERM'] !== 'dumb';
}
