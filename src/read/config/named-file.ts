import { join } from 'node:path/posix';
import type { Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import type { Files } from '../files.ts';
import { quoted } from '../grammar/reading.ts';

/** Why a file that the configuration names cannot be used. */
export type Refusal = Pick<Finding, 'message'> & { readonly why?: string; readonly help?: string };

/** Returns what is wrong with a path as the path of a file in the data repo; `what` it is, and an `example` of how its path is written. */
export function pathFault(path: string, what: string, example: string): Refusal | undefined {
  if (
    !path.startsWith('/') &&
    !/[\\:]/.test(path) &&
    path.split('/').every((part) => !/^\.{0,2}$/.test(part))
  )
    return undefined;
  return {
    message: `${quoted(path)} is not the path of a file in the data repo`,
    why: 'a path starts in the folder of cip-report.yaml, with / between folders and no ".." in it',
    help: `copy the ${what} into the data repo, and write its path as in ${example}`,
  };
}

/** Looks the path up folder by folder, by exact names, so that it is found on every machine or on none. */
export async function missingFault(path: string, files: Files): Promise<Refusal | undefined> {
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const folder = join('.', ...parts.slice(0, index));
    const entries = (await files.list(folder)) ?? [];
    const isFolder = index < parts.length - 1;
    const wanted = entries.filter((entry) => entry.isFolder === isFolder).map((entry) => entry.name);
    if (wanted.includes(part)) continue;
    const meant = nearest(part, wanted);
    return {
      message: `there is no ${isFolder ? 'folder' : 'file'} ${quoted(join(folder, part))}`,
      help:
        meant === undefined
          ? 'correct the path, which starts in the folder of cip-report.yaml, or add the file'
          : `did you mean ${quoted(join(folder, meant))}?`,
    };
  }
  return undefined;
}
