import type { Dataset, Meeting } from '../model/dataset.ts';
import { formatDate, formatList, plural } from '../model/format.ts';
import { groupBy } from '../model/group-by.ts';
import { CONFIG_FILE } from '../read/data-repo.ts';
import { quoted } from '../read/grammar/reading.ts';
import type { ComparedSide } from '../compare/side.ts';

/** The most files that are named in one sentence. */
const MOST_NAMED = 3;

/**
 * Returns, in sentences, what differs between the files of two sides and is not compared: other papers of the workstreams
 * that are compared, and what belongs to none. The configuration and the compared papers are left to the comparison.
 */
export function inputsNotCompared(before: ComparedSide, after: ComparedSide): string[] {
  const sides = [before, after];
  const compared = new Set(
    sides.flatMap(({ papers }) => papers.map(({ context }) => context.meeting.folder)),
  );
  const folders = new Set(sides.flatMap(({ dataset }) => dataset.workstreams.map(({ id }) => id)));
  const chosen = new Set(sides.flatMap(({ papers }) => papers.map(({ context }) => context.workstream.id)));
  const differing = differingFiles(before.dataset, after.dataset).filter((path) => path !== CONFIG_FILE);
  const byFolder = groupBy(differing, (path) => path.split('/').slice(0, -1).join('/'));
  const papers = new Map<string, string[]>();
  const others: string[] = [];
  for (const [folder, files] of byFolder) {
    if (compared.has(folder) || isAlike(folder, before.dataset, after.dataset)) continue;
    const [workstream = '', date = ''] = folder.split('/');
    if (!folders.has(workstream)) others.push(...files);
    else if (chosen.has(workstream))
      papers.set(date, [...(papers.get(date) ?? []), titleOf(workstream, sides)]);
  }
  return [...paperSentences(papers, chosen.size > 1, sides), ...otherSentences(others)];
}

/** Paths of the files that one side only has, or that have other bytes. */
function differingFiles(before: Dataset, after: Dataset): string[] {
  const [then, now] = [before, after].map(
    ({ inputs }) => new Map(inputs.map(({ path, sha256 }) => [path, sha256])),
  );
  const paths = new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...paths].filter((path) => then?.get(path) !== now?.get(path)).sort();
}

/** Whether other bytes of a meeting's files say the same: other line breaks or quotation marks, or rows in another order. */
function isAlike(folder: string, before: Dataset, after: Dataset): boolean {
  const [then, now] = [before, after].map(({ workstreams }) =>
    workstreams.flatMap(({ meetings }) => meetings).find((one) => one.folder === folder),
  );
  return then !== undefined && now !== undefined && contentOf(then) === contentOf(now);
}

/** Rows of figures have no order; all else is told in the order of its file. */
function contentOf(meeting: Meeting): string {
  const inOrder = (rows: readonly object[]): string[] => rows.map(textOf).sort();
  const { observations, indicators, changes, ...rest } = meeting;
  return textOf({ ...rest, rows: [observations, indicators, changes].map(inOrder) });
}

/** Where something stands in its file is no part of what it says. */
function textOf(value: object): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'at' || key === 'fields') return undefined;
    if (typeof part === 'bigint') return String(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function titleOf(id: string, sides: readonly ComparedSide[]): string {
  const found = sides.flatMap(({ dataset }) => dataset.workstreams).filter((one) => one.id === id);
  return found.at(-1)?.title ?? id;
}

function paperSentences(
  papers: ReadonlyMap<string, readonly string[]>,
  named: boolean,
  sides: readonly ComparedSide[],
): string[] {
  const dates = new Map(
    sides.flatMap(({ dataset }) =>
      dataset.workstreams.flatMap(({ meetings }) => meetings.map(({ id, date }) => [id, date] as const)),
    ),
  );
  return [...papers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, titles]) => {
      const date = dates.get(id);
      if (date === undefined) return [];
      const of = named ? ` (${formatList(titles)})` : '';
      return [`The papers of ${formatDate(date)}${of} differ too: compare them with --meeting ${id}.`];
    });
}

function otherSentences(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const shown = files.slice(0, MOST_NAMED).map(quoted);
  const left = files.length - shown.length;
  const all = [...shown, ...(left > 0 ? [plural(left, 'other file')] : [])];
  return [
    `${formatList(all)} ${files.length === 1 ? 'differs' : 'differ'} too, and ${files.length === 1 ? 'is' : 'are'} not compared.`,
  ];
}
