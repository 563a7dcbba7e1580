import { posix, win32 } from 'node:path';
import type { CheckReport } from '../../report/check-report.ts';

/**
 * Returns the path of a file from where the program was started, which is the root of a repository in CI. Where the data
 * repo lies elsewhere, it is a repository of its own, and paths are from its root.
 */
export function pathInRepository(file: string, { prefix }: Pick<CheckReport, 'prefix'>): string {
  return posix.isAbsolute(prefix) || win32.isAbsolute(prefix) ? file : `${prefix}${file}`;
}
