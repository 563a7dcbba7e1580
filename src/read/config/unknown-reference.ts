import { finding, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import { placeUnder, type Path, type Tree } from '../yaml/tree.ts';

/** Returns a finding for a name that should be one of the known ones. */
export function unknownReference(
  tree: Tree,
  path: Path,
  kind: string,
  name: string,
  known: readonly string[],
): Finding {
  const meant = nearest(name, known);
  return finding('E049', `there is no ${kind} ${quoted(name)}`, {
    at: placeUnder(tree, path),
    why:
      known.length === 0
        ? `there is no ${kind} at all`
        : `there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`,
    help: meant === undefined ? undefined : `did you mean ${quoted(meant)}?`,
  });
}
