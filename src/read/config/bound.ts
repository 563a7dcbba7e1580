import { finding } from '../../model/finding.ts';
import { placeUnder, type Path } from '../yaml/tree.ts';
import type { ConfigSource } from './source.ts';

export type Bound = 'at_most' | 'at_least';

/**
 * Returns which of the two keys gives the level of a target or indicator; undefined, with a finding at `named`, where
 * neither or both do. `what` starts the sentence: `the target "agency-10"`.
 */
export function boundOf(
  written: Readonly<Partial<Record<Bound, unknown>>>,
  { tree, findings }: ConfigSource,
  path: Path,
  { what, named }: { readonly what: string; readonly named: Path },
): Bound | undefined {
  const [bound, other] = (['at_most', 'at_least'] as const).filter((one) => written[one] !== undefined);
  if (bound && !other) return bound;
  findings.push(
    finding('E046', `${what} needs one of at_most and at_least, and has ${other ? 'both' : 'neither'}`, {
      at: placeUnder(tree, other ? [...path, other] : named),
      help: 'write at_most: 10% where the figure is to come down to it, at_least: 24 where it is to come up to it',
    }),
  );
  return undefined;
}
