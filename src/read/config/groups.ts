import type { Group } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import { headingKey } from '../table/heading-key.ts';
import { BASIS_HELP } from '../workforce/columns.ts';
import { BASIS_NAMES, DIMENSIONS, WHOLE } from '../workforce/vocabulary.ts';
import { keyPlaceUnder, keysUnder, textUnder, under, type Path, type Tree } from '../yaml/tree.ts';
import type { Place } from '../../model/place.ts';
import type { ConfigSource } from './source.ts';

const MOST_DIMENSIONS = 100;

const OWN = /^(?:dimension )?(?<name>[a-z][a-z0-9 ]*)$/;

/** Returns the dimensions that the configured headings name: `Locality: dimension locality`. */
export function ownDimensions(tree: Tree): ReadonlySet<string> {
  const words = keysUnder(tree, ['headings']).flatMap((kind) =>
    keysUnder(tree, ['headings', kind]).map((heading) => textUnder(tree, ['headings', kind, heading]) ?? ''),
  );
  const names = words
    .map(headingKey)
    .flatMap((word) =>
      word.startsWith('dimension ') && !BASIS_NAMES.has(word.slice('dimension '.length)) ? named(word) : [],
    );
  // Each is compared with every word that might be misspelt; no workforce is divided in so many ways.
  return new Set(names.slice(0, MOST_DIMENSIONS));
}

/**
 * Returns the dimension that a word names, as headings do: `staff group`, `Staff_group` and `Group` are `staff_group`.
 * One that is not known is the council's own, unless it is near to a known one: then it is undefined, with a finding.
 */
export function dimensionOf(
  text: string,
  at: Place,
  { dimensions, findings }: ConfigSource,
  others: readonly string[] = [],
): string | undefined {
  const key = headingKey(text);
  const known = DIMENSIONS.get(key);
  if (known !== undefined) return known;
  if (BASIS_NAMES.has(key.replace(/^dimension /, ''))) {
    findings.push(finding('E049', `there is no dimension ${quoted(text)}`, { at, help: BASIS_HELP }));
    return undefined;
  }
  const [own] = named(key);
  if (own !== undefined && (dimensions.has(own) || key.startsWith('dimension '))) return own;
  const all = [...others, ...new Set([...DIMENSIONS.values(), ...dimensions])];
  const meant = nearest(key, [...all, ...DIMENSIONS.keys()]);
  if (own !== undefined && meant === undefined) return own;
  findings.push(
    finding('E049', `there is no dimension ${quoted(text)}`, {
      at,
      why: `there are ${all.join(', ')}, and those that a heading of a table names`,
      help:
        meant === undefined
          ? 'a dimension is named by words of letters and digits'
          : `did you mean ${quoted(meant)}? If not, write ${quoted(`dimension ${key}`)}`,
    }),
  );
  return undefined;
}

/** Returns the group under a path; the whole where there is none. A dimension with a fault is left out. */
export function groupUnder(source: ConfigSource, path: Path): Group {
  const { tree, findings } = source;
  const group: Record<string, string> = {};
  const from = new Map<string, string>();
  for (const key of keysUnder(tree, path)) {
    const at = keyPlaceUnder(tree, [...path, key]);
    const name = dimensionOf(key, at, source);
    if (name === undefined) continue;
    const earlier = from.get(name);
    if (earlier !== undefined)
      findings.push(
        finding('E052', `${quoted(key)} and ${quoted(earlier)} are one dimension`, {
          at,
          why: `both are ${name}, and a figure has one member of it`,
          related: [keyPlaceUnder(tree, [...path, earlier])],
        }),
      );
    from.set(name, key);
    const member = (textUnder(tree, [...path, key]) ?? '').trim().replace(/\s+/g, ' ');
    if (!WHOLE.has(headingKey(member))) group[name] = member;
  }
  return group;
}

/** Returns the dimensions of the list under `overlapping`. */
export function overlappingDimensions(source: ConfigSource): string[] {
  const list = under(source.tree, ['overlapping']);
  const names = list?.kind === 'list' ? list.items : [];
  return [
    ...new Set(
      names.flatMap((one) => (one.kind === 'scalar' ? (dimensionOf(one.text, one.at, source) ?? []) : [])),
    ),
  ];
}

function named(key: string): string[] {
  const name = OWN.exec(key)?.groups?.['name'];
  return name === undefined ? [] : [name.replaceAll(' ', '_')];
}
