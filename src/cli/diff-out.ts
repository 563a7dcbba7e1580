import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { quoted } from '../read/grammar/reading.ts';
import type { Understood } from './diff-arguments.ts';
import type { DiffSides } from './diff-sides.ts';
import { UsageError } from './exit-code.ts';

/** Throws a UsageError where the result would take the place of a file that was read for it. */
export async function refuseInput(
  out: string | undefined,
  { before, after }: Pick<DiffSides, 'before' | 'after'>,
  { form, sides, dir }: Understood,
  cwd: string,
): Promise<void> {
  const target = out === undefined ? undefined : await real(resolve(cwd, out));
  if (out === undefined || target === undefined) return;
  const roots = form === 'files' ? [cwd] : form === 'folders' ? sides : [dir];
  const inputs = new Set([before, after].flatMap(({ dataset }) => dataset.inputs.map(({ path }) => path)));
  for (const root of roots)
    for (const path of inputs)
      if ((await real(resolve(cwd, root, path))) === target)
        throw new UsageError(
          `--out ${quoted(out)} is a file of the data that is compared`,
          'name another file: what is read is never written over',
        );
}

/** Undefined where nothing is there. */
function real(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}
