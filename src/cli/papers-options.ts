import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { PlainDate } from '../model/plain-date.ts';
import { parseDate } from '../read/grammar/date.ts';
import { UsageError } from './exit-code.ts';
import { shortPath } from './publication.ts';

/** Returns the path of a data repo's folder. Throws a UsageError where there is no such folder. */
export async function dataFolder(dir: string, cwd: string): Promise<string> {
  const root = resolve(cwd, dir);
  const found = await stat(root).catch(() => undefined);
  if (found?.isDirectory()) return root;
  const what = found === undefined ? 'there is no folder' : 'this is not a folder:';
  throw new UsageError(`${what} ${dir}`, 'name the folder that holds cip-report.yaml');
}

/** Returns what stands before the file names of a data repo, so that paths can be opened from where the program was started. */
export function pathPrefix(root: string, cwd: string): string {
  return root === cwd ? '' : `${shortPath(root, cwd).split(sep).join('/')}/`;
}

/** Returns the date that an option gives. Throws a UsageError where it is none. */
export function dateOption(name: string, text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  const reading = parseDate(text);
  if (reading.ok) return reading.value;
  throw new UsageError(`${name} ${text}: ${reading.problem.message}`, 'write a date such as 2021-04-19');
}
