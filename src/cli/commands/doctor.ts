import { join, resolve } from 'node:path';
import { withSignals } from '../../render/job.ts';
import { inspectMachine } from '../doctor-inspect.ts';
import { doctorJson, doctorLines } from '../doctor.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';

export interface DoctorOptions {
  readonly browser?: string;
  readonly json?: boolean;
}

/** Says what this machine has and lacks. Returns exit code 2 where PDFs could not be made. */
export async function doctor(dir: string, options: DoctorOptions, environment: Environment): Promise<number> {
  const { output, cwd, variables } = environment;
  const { value, interrupted } = await withSignals((job) =>
    inspectMachine({
      browser: options.browser ?? (variables['PUPPETEER_EXECUTABLE_PATH'] || undefined),
      // Where `build` writes, which may still have to be made.
      folders: [join(resolve(cwd, dir), 'out')],
      ...job,
      onProgress: ({ doneBytes, totalBytes }) => {
        output.progress(
          `unpacking the built-in browser, once: ${Math.floor((doneBytes / totalBytes) * 100)}%`,
        );
      },
    }),
  );
  output.done();
  if (value === undefined) return interrupted?.exitCode ?? EXIT.cannotRun;
  if (options.json === true) output.document(`${doctorJson(value)}\n`);
  else for (const line of doctorLines(value)) output.result(line);
  return value.ok ? EXIT.ok : EXIT.cannotRun;
}
