import type { Group, IndicatorLimit } from '../../model/dataset.ts';
import type { Direction, MetricUnit } from '../../model/definition.ts';
import { compareExact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { fold } from '../../model/suggest.ts';
import { parseNumber, type WrittenNumber } from '../grammar/number.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenIndicator, WrittenLevel } from '../schema/figures.ts';
import { keyPlaceUnder, placeUnder, textUnder, type Path } from '../yaml/tree.ts';
import { boundOf, type Bound } from './bound.ts';
import { groupUnder } from './groups.ts';
import { parsedUnder, type ConfigSource } from './source.ts';

const LEVEL_KEYS = ['at_most', 'at_least', 'kind', 'amber_to'] as const;

/** Returns the levels that an indicator is held against; one with a fault is reported and left out. */
export function limitsUnder(
  written: WrittenIndicator,
  { unit, direction }: Pick<Named, 'unit' | 'direction'>,
  source: ConfigSource,
  path: Path,
): IndicatorLimit[] {
  const own = LEVEL_KEYS.find((name) => written[name] !== undefined);
  if (own !== undefined && written.limits) source.findings.push(levelsTwice(own, source, path));
  const named = { what: `the indicator ${quoted(written.id)}`, unit, direction, id: [...path, 'id'] };
  if (!written.limits) return own === undefined ? [] : (limitUnder(written, source, path, named) ?? []);
  const limits = written.limits.flatMap(
    (one, index) => limitUnder(one, source, [...path, 'limits', index], named) ?? [],
  );
  return withoutSecondLevels(limits, source);
}

interface Named {
  readonly what: string;
  readonly unit: MetricUnit | undefined;
  /** Which way is good of it. */
  readonly direction: Direction | undefined;
  readonly id: Path;
}

function limitUnder(
  written: WrittenLevel,
  source: ConfigSource,
  path: Path,
  { what, unit, direction, id }: Named,
): IndicatorLimit[] | undefined {
  const of = groupUnder(source, [...path, 'of']);
  const isEntry = path.at(-2) === 'limits';
  const bound = boundOf(written, source, path, {
    what: isEntry ? `a level of ${what}` : what,
    named: isEntry ? path : id,
  });
  const level = bound && parsedUnder(parseNumber, source, [...path, bound]);
  const amber =
    written.amber_to === undefined ? undefined : parsedUnder(parseNumber, source, [...path, 'amber_to']);
  if (!bound || !level || (written.amber_to !== undefined && !amber)) return undefined;
  const faults = [
    kindFault(written.kind, bound, source, path),
    directionFault(direction, bound, source, path),
    notationFault(level, unit, source, [...path, bound]),
    amber && amberFault(amber, level, bound, source, path),
  ].filter((one) => one !== undefined);
  source.findings.push(...faults);
  if (faults.length > 0) return undefined;
  return [
    {
      kind: written.kind ?? 'target',
      direction: bound === 'at_most' ? 'lower' : 'higher',
      value: level.value,
      notation: level.notation,
      ...(amber && { amberTo: amber.value }),
      of,
      at: placeUnder(source.tree, [...path, bound]),
    },
  ];
}

const OF_KIND = { cap: 'at_most', floor: 'at_least' } as const;

function kindFault(kind: WrittenLevel['kind'], bound: Bound, { tree }: ConfigSource, path: Path) {
  if (kind === undefined || kind === 'target' || OF_KIND[kind] === bound) return undefined;
  return finding('E089', `a ${kind} cannot be ${quoted(bound)}`, {
    at: placeUnder(tree, [...path, 'kind']),
    why: 'a cap is a level to stay at or below, and a floor one to stay at or above',
    help: `write ${OF_KIND[kind]} in place of ${bound}, or another kind`,
    related: [keyPlaceUnder(tree, [...path, bound])],
  });
}

/** A level to stay below of what is to rise, or the reverse: every judgement of it would be the wrong way round. */
function directionFault(
  direction: Direction | undefined,
  bound: Bound,
  { tree }: ConfigSource,
  path: Path,
): Finding | undefined {
  const against = bound === 'at_most' ? 'higher' : 'lower';
  if (direction !== against) return undefined;
  const other = bound === 'at_most' ? 'at_least' : 'at_most';
  return finding(
    'E089',
    `the indicator has the direction "${direction}", and its level is ${quoted(bound)}`,
    {
      at: keyPlaceUnder(tree, [...path, bound]),
      why: `${direction} is good of it, so that a figure that gets better would get beyond the level`,
      help: `write ${other} in place of ${bound}, or correct the direction`,
    },
  );
}

function notationFault(
  level: WrittenNumber,
  unit: MetricUnit | undefined,
  { tree }: ConfigSource,
  path: Path,
) {
  if (unit === undefined || (unit === 'share') === (level.notation === 'percent')) return undefined;
  const text = textUnder(tree, path) ?? '';
  return finding(
    'E089',
    unit === 'share'
      ? `${quoted(text)} is the level of a share, and no percentage`
      : `${quoted(text)} is a percentage, and the indicator is no share`,
    {
      at: placeUnder(tree, path),
      why: `the unit of the indicator is ${unit}`,
      help: unit === 'share' ? 'write the level with a %, such as 90%' : 'write the level without %',
    },
  );
}

function amberFault(
  amber: WrittenNumber,
  level: WrittenNumber,
  bound: Bound,
  { tree }: ConfigSource,
  path: Path,
) {
  const [amberText, levelText] = ['amber_to', bound].map((name) => textUnder(tree, [...path, name]) ?? '');
  const at = placeUnder(tree, [...path, 'amber_to']);
  const related = [placeUnder(tree, [...path, bound])];
  if (amber.notation !== level.notation)
    return finding(
      'E089',
      `${quoted(amberText ?? '')} and ${quoted(levelText ?? '')} are not written alike`,
      {
        at,
        why: 'one is a percentage and the other is not',
        help: 'write both with %, or both without',
        related,
      },
    );
  const order = compareExact(amber.value, level.value);
  if (bound === 'at_most' ? order > 0 : order < 0) return undefined;
  const [beyond, met] = bound === 'at_most' ? ['above', 'at or below'] : ['below', 'at or above'];
  return finding(
    'E089',
    `amber_to ${quoted(amberText ?? '')} does not lie ${beyond} ${quoted(levelText ?? '')}`,
    {
      at,
      why: `a figure ${met} ${levelText ?? ''} is green, so that amber has to be ${beyond} it`,
      help: 'correct one of the two, or delete amber_to: then whatever misses the level is red',
      related,
    },
  );
}

function levelsTwice(own: string, { tree }: ConfigSource, path: Path) {
  return finding('E052', `the level is given by ${quoted(own)} and by "limits"`, {
    at: keyPlaceUnder(tree, [...path, own]),
    why: 'only one of the two could count',
    help: 'put every level into the list under `limits`, or delete that list',
    related: [keyPlaceUnder(tree, [...path, 'limits'])],
  });
}

/** A group has one level: of two, only one could be held against its figures. */
function withoutSecondLevels(
  limits: readonly IndicatorLimit[],
  { findings }: ConfigSource,
): IndicatorLimit[] {
  const first = new Map<string, IndicatorLimit>();
  for (const limit of limits) {
    const key = groupKey(limit.of);
    const earlier = first.get(key);
    if (earlier)
      findings.push(
        finding('E089', `there is a second level for ${key === '' ? 'the whole' : 'the same group'}`, {
          at: limit.at,
          why: 'a figure is held against one level',
          help: 'delete one of the two, or say under `of` whose level it is',
          related: [earlier.at],
        }),
      );
    else first.set(key, limit);
  }
  return [...first.values()];
}

function groupKey(group: Group): string {
  return Object.entries(group)
    .map(([dimension, member]) => `${dimension}=${fold(member)}`)
    .sort()
    .join(' ');
}
