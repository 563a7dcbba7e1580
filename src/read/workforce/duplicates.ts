import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { placeText } from '../../model/place.ts';

/**
 * Returns the observations of a meeting without empty cells for what is given elsewhere, and a finding for each figure
 * that the data gives twice. Stated figures may be printed as often as people like.
 */
export function withoutDuplicates(observations: readonly Observation[]): {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
} {
  const keyed = observations.map((one) => ({ one, key: one.stated ? '' : keyOf(one) }));
  const given = new Map<string, Observation>();
  const findings: Finding[] = [];
  for (const { one, key } of keyed) {
    if (one.stated || one.cell.kind === 'missing') continue;
    const earlier = given.get(key);
    if (earlier) findings.push(figureTwice(one, earlier));
    else given.set(key, one);
  }
  const empty = new Set<string>();
  const kept = keyed.filter(({ one, key }) => {
    if (one.stated) return true;
    if (one.cell.kind !== 'missing') return given.get(key) === one;
    if (given.has(key) || empty.has(key)) return false;
    empty.add(key);
    return true;
  });
  return { observations: kept.map(({ one }) => one), findings };
}

function keyOf(one: Observation): string {
  const group = Object.entries(one.group).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([one.measure, one.period.key, one.basis, group]);
}

function figureTwice(one: Observation, earlier: Observation): Finding {
  const group = Object.entries(one.group).map(([name, value]) => `, ${name} ${value}`);
  return finding(
    'E068',
    `${one.measure} for ${one.period.key}${group.join('')} (${one.basis}) is given twice`,
    {
      at: one.at,
      why: `${placeText(earlier.at)} gives it already`,
      related: [earlier.at],
    },
  );
}
