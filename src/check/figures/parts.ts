import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatNumber, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { keyText, lookUp, WHOLE } from '../../metrics/book.ts';
import { combine, estimateOf, overlap, type Estimate } from '../../metrics/estimate.ts';
import { kindOf } from '../../metrics/registry.ts';
import type { FigureContext, FigureRule } from './figure-context.ts';

/**
 * W116: the teams (or roles, or any one dimension) of a count do not add up to the whole that the data gives. Only where
 * every name that the papers use in the dimension has a number, and only of what stands at a period's end: who moves
 * between teams starts and leaves in both.
 */
export const partsAgainstWhole: FigureRule = (context) => {
  const names = namesByDimension(context);
  const parts = context.meeting.observations.filter((one) => isPart(one, context));
  const sets = groupBy(parts, (one) =>
    JSON.stringify([dimensionOf(one), keyText({ ...one, id: one.measure, group: WHOLE })]),
  );
  return [...sets.values()].flatMap((members) => {
    const [first] = members;
    const isWhole = first && members.length === names.get(dimensionOf(first))?.size;
    return isWhole ? difference(first, members, context) : [];
  });
};

function difference(first: Observation, members: readonly Observation[], context: FigureContext): Finding[] {
  const { figures } = context;
  const whole = lookUp(figures.book, { ...first, id: first.measure, group: WHOLE })?.observation;
  if (whole?.cell.kind !== 'number') return [];
  const sum = members.map(numberOf).reduce(add);
  const given = estimateOf(whole.cell, whole.basis);
  if (sum === undefined || overlap(sum, given)) return [];
  const places = Math.max(...members.map(({ cell }) => (cell.kind === 'number' ? cell.places : 0)));
  const total = formatNumber(sum.value, places);
  const text = formatCell(whole.cell);
  const dimension = dimensionOf(first);
  return [
    finding(
      'W116',
      `${first.measure} for ${formatPeriod(first.period)} is ${text} for the whole workforce, and ${total} by ${dimension}`,
      {
        at: whole.at,
        why: `${members.map((one) => `${one.group[dimension] ?? ''} ${formatCell(one.cell)}`).join(' + ')} = ${total}`,
        related: members.map((one) => one.at),
      },
    ),
  ];
}

function isPart(observation: Observation, { figures }: FigureContext): boolean {
  const { stated, cell, group, measure } = observation;
  if (stated || cell.kind !== 'number' || Object.keys(group).length !== 1) return false;
  const kind = kindOf(figures.registry, measure);
  return kind?.unit === 'count' && kind.nature === 'stock';
}

function namesByDimension({ meeting }: FigureContext): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { group, stated } of meeting.observations)
    for (const [dimension, name] of stated ? [] : Object.entries(group))
      names.set(dimension, (names.get(dimension) ?? new Set()).add(name));
  return names;
}

function dimensionOf({ group }: Observation): string {
  return Object.keys(group)[0] ?? '';
}

function numberOf({ cell, basis }: Observation): Estimate | undefined {
  return cell.kind === 'number' ? estimateOf(cell, basis) : undefined;
}

function add(a: Estimate | undefined, b: Estimate | undefined): Estimate | undefined {
  return a && b && combine('+', a, b);
}
