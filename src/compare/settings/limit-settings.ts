import { createRegistry, kindOf, type Registry } from '../../metrics/registry.ts';
import { groupWords } from '../../metrics/wording.ts';
import type { Group, IndicatorLimit, Programme } from '../../model/dataset.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { formatLevel } from '../../model/format.ts';
import { groupSubject } from '../../papers/subject.ts';
import { RANKS } from './ranks.ts';
import {
  changesBetween,
  textOfSayings,
  differentWords,
  type RankedChange,
  type Saying,
  type Setting,
} from './setting.ts';

interface LimitSetting extends Setting {
  readonly name: string;
  readonly says: readonly Saying[];
}

/** Returns the levels that hold at all times, by figure and group. */
export function limitSettings(programme: Programme): LimitSetting[] {
  if (programme.indicators.every(({ limits }) => limits.length === 0)) return [];
  const { registry } = createRegistry(programme.definitions, programme.labels, programme);
  return programme.indicators.flatMap(({ id, label, unit, limits }) =>
    limits.map((limit) => limitSetting(id, label, unit, limit, registry)),
  );
}

const BOUNDS = { lower: 'at most', higher: 'at least' } as const;

function limitSetting(
  id: string,
  ownLabel: string,
  unit: MetricUnit,
  { kind, direction, value, amberTo, of }: IndicatorLimit,
  registry: Registry,
): LimitSetting {
  const figure = kindOf(registry, id);
  const label = figure?.label ?? ownLabel;
  const level = (one: typeof value) => formatLevel(one, figure?.unit ?? unit);
  const says = [
    {
      aspect: 'level',
      text: `${direction} ${value.toFraction()}`,
      words: `${BOUNDS[direction]} ${level(value)}`,
    },
    {
      aspect: 'amber',
      text: amberTo?.toFraction() ?? '',
      words: amberTo === undefined ? 'red at once beyond it' : `amber to ${level(amberTo)}`,
    },
    { aspect: 'kind', text: kind, words: `called a ${kind}` },
  ];
  return {
    id: groupSubject(`limit.${id}`, of),
    name: `The level of "${label}"${ofGroup(of)}`,
    says,
    text: textOfSayings(says),
  };
}

function ofGroup(of: Group): string {
  return Object.keys(of).length === 0 ? '' : ` for ${groupWords(of)}`;
}

/** Returns the levels that two configurations set differently. */
export function compareLimits(before: Programme, after: Programme): RankedChange[] {
  return changesBetween(limitSettings(before), limitSettings(after), {
    what: () => 'limit',
    rank: () => RANKS.limit,
    changed: (was, is) => {
      const words = differentWords(was.says, is.says);
      return `${is.name}: now ${words.is.join(', ')}; it was ${words.was.join(', ')}`;
    },
    isNew: (is) => `${is.name} is new: ${is.says[0]?.words ?? ''}`,
    isGone: (was) => `${was.name} is gone; it was ${was.says[0]?.words ?? ''}`,
  });
}
