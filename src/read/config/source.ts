import { finding, type Finding } from '../../model/finding.ts';
import { problemAt, quoted, type Reading } from '../grammar/reading.ts';
import { placeUnder, textUnder, under, type Path, type Tree } from '../yaml/tree.ts';

/** The configuration while it is read: its tree, and what is wrong with it so far. */
export interface ConfigSource {
  readonly tree: Tree;
  readonly findings: Finding[];
  /** Dimensions of the council's own, which its headings name. */
  readonly dimensions: ReadonlySet<string>;
}

/** Returns what a grammar makes of the text under a path; undefined, with a finding, where it makes nothing of it. */
export function parsedUnder<T>(
  grammar: (text: string) => Reading<T>,
  { tree, findings }: Pick<ConfigSource, 'tree' | 'findings'>,
  path: Path,
): T | undefined {
  const reading = grammar(textUnder(tree, path) ?? '');
  if (reading.ok) return reading.value;
  findings.push(problemAt(reading.problem, placeUnder(tree, path)));
  return undefined;
}

/** Returns the paths of the entries of the list under a path; none where there is no list. */
export function entriesUnder(tree: Tree, path: Path): Path[] {
  const list = under(tree, path);
  return list?.kind === 'list' ? list.items.map((_, index) => [...path, index]) : [];
}

/** Returns a finding for each text under the paths that an earlier one has as well. `where` ends the sentence: `in targets`. */
export function textsTwice(tree: Tree, paths: readonly Path[], what: string, where: string): Finding[] {
  const seen = new Map<string, Path>();
  return paths.flatMap((path) => {
    const text = textUnder(tree, path);
    if (text === undefined) return [];
    const earlier = seen.get(text);
    if (!earlier) {
      seen.set(text, path);
      return [];
    }
    return [
      finding('E051', `the ${what} ${quoted(text)} is used twice ${where}`, {
        at: placeUnder(tree, path),
        related: [placeUnder(tree, earlier)],
      }),
    ];
  });
}
