import type { PaperContext } from '../papers/context.ts';
import type { InputFile } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';

/**
 * Returns the files that the report was made from, in order of path: the programme's own, and those of the
 * workstream's meetings up to this one, since earlier papers give history and movement.
 */
export function reportInputs(context: PaperContext): InputFile[] {
  return context.dataset.inputs
    .filter(({ path }) => isInput(context, path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Returns the findings that are about those files, or about none. */
export function findingsOnInputs(context: PaperContext, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ at }) => at === undefined || isInput(context, at.file));
}

/** Folders of the whole programme: every report may show their content. */
const SHARED_FOLDERS = ['assets', 'benchmarks'] as const;

function isInput({ meetings }: PaperContext, path: string): boolean {
  const folders = [...SHARED_FOLDERS, ...meetings.map(({ folder }) => folder)];
  return !path.includes('/') || folders.some((folder) => path.startsWith(`${folder}/`));
}
