import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROOT, type Run } from './program.ts';

interface Answer {
  readonly id: number;
  readonly run: Run;
}

const waiting = new Map<number, { resolve: (run: Run) => void; reject: (why: Error) => void }>();
let asked: ChildProcess | undefined;
let questions = 0;

/**
 * Returns what the built program says to a question: its words and its exit code, as `runProgram` does. It is started once for
 * a file of tests and asked again and again, which spares what a start costs; how a process starts, writes and ends is for
 * `runProgram` to show.
 */
export function askProgram(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  asked ??= start();
  const child = asked;
  questions += 1;
  const id = questions;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    child.send({ id, args, cwd: options.cwd ?? ROOT, env: options.env ?? {} });
  });
}

/** Starts the program that is asked; it ends with the process that asks. */
function start(): ChildProcess {
  const file = fileURLToPath(new URL('asked-program.js', import.meta.url));
  const child = fork(file, { execArgv: [], env: { ...process.env, NO_COLOR: '1' } });
  child.on('message', ({ id, run }: Answer) => {
    waiting.get(id)?.resolve(run);
    waiting.delete(id);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values())
      reject(new Error(`the program that is asked ended with ${code ?? 'a signal'}`));
    waiting.clear();
    asked = undefined;
  });
  child.unref();
  child.channel?.unref();
  return child;
}
