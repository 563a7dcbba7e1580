import { Output, type TextStream } from '../../src/cli/output.ts';

export interface Recorder {
  readonly output: Output;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** An `Output` that keeps what is written to it. */
export function recorder(options: { colour?: boolean; terminal?: boolean; columns?: number } = {}): Recorder {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): TextStream => ({
    isTTY: options.terminal ?? false,
    columns: options.columns,
    write: (text) => (written[name] += text),
  });
  const colour = options.colour ?? false;
  return {
    output: new Output({
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      colour: { stdout: colour, stderr: colour },
    }),
    stdout: () => written.stdout,
    stderr: () => written.stderr,
  };
}
