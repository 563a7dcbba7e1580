import { EXIT } from './exit-code.ts';
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
  const output = new Output({
    stdout,
    stderr,
    colour: { stdout: wantsColour(stdout, env), stderr: wantsColour(stderr, env) },
  });
  stdout.on('error', lostOutput(output));
  // Nobody reads what would be said of it.
  stderr.on('error', () => undefined);
  return { cwd: process.cwd(), variables: env, output };
}

/**
 * Who reads the result may stop reading (`| head`): that is no fault of the run, whose exit code stays what it is. A result
 * that cannot be written (a full disk) is: it is said once, and the run has not done what was asked.
 */
function lostOutput(output: Output): (error: NodeJS.ErrnoException) => void {
  let isSaid = false;
  return ({ code, message }) => {
    if (code === 'EPIPE' || isSaid) return;
    isSaid = true;
    output.say([
      { text: 'error', look: 'error' },
      { text: ` the result could not be written: ${message}`, look: 'strong' },
    ]);
    // The code of the run itself is set later.
    process.once('exit', () => (process.exitCode = EXIT.cannotRun));
  };
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
