import { dimensionsOf } from '../../metrics/census.ts';
import { bridgePlaces, bridgesOf, isWithin, type StaffBridge } from '../../metrics/bridge.ts';
import { groupText, WHOLE } from '../../metrics/book.ts';
import { plus, type Estimate } from '../../metrics/estimate.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { once } from '../../model/once.ts';
import type { Group } from '../../model/dataset.ts';
import { ZERO, type Exact } from '../../model/exact.ts';
import { formatSigned } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { restOf } from '../../papers/movement-amounts.ts';
import { reasonFor } from '../../papers/movements.ts';
import { keysAround } from '../figures/groups-within.ts';
import { givenIn } from './given-in.ts';

/** Returns the bridges of the whole, and of each group that these papers record starters of; several rules look at them. */
export const allBridges = once((context: PaperContext): readonly StaffBridge[] => {
  const { figures, workstream, meeting } = context;
  // Who moves between groups that overlap starts in neither: authorities side by side, one team's two services.
  const isOverlapping = (group: Group) =>
    Object.keys(group).some((dimension) => figures.book.overlapping.has(dimension));
  const groups = keysAround(meeting).flatMap(({ id, group, basis }) =>
    id === 'starters' && basis === workstream.basis && !isOverlapping(group) ? [group] : [],
  );
  const known = new Map([WHOLE, ...groups].map((group) => [groupText(group), group]));
  return [...known.values()].flatMap((group) => bridgesOf(figures, group, workstream.basis));
});

/**
 * Returns the bridges that open or close with a figure of these papers: of the whole, and of each group that has one. Papers
 * that give an earlier month answer for what leads from it.
 */
export const staffBridges = once((context: PaperContext): readonly StaffBridge[] => {
  const isOwn = givenIn(context.meeting);
  return allBridges(context).filter(({ opening, closing }) => isOwn(opening) || isOwn(closing));
});

/** Returns the bridges whose group lies in no other's. */
export function outermost(all: readonly StaffBridge[]): StaffBridge[] {
  return all.filter(
    (one) => !all.some((other) => other !== one && isWithinGroup(groupOf(one), groupOf(other))),
  );
}

/**
 * Returns whether reasons are recorded for all that a bridge leaves over: one for the figure, or one for each of the groups
 * that tell all of it.
 */
export function isReasoned(bridge: StaffBridge, context: PaperContext): boolean {
  if (reasonFor(context, restOf(bridge, context.figures.registry)) !== undefined) return true;
  const all = allBridges(context).filter(({ to }) => to.key === bridge.to.key);
  return (
    finestOf(bridge, all, toleranceOf(context))?.every(
      (one) => one.unexplained.value.n === 0n || isReasoned(one, context),
    ) ?? false
  );
}

/** Returns how many workers the configuration lets go unexplained. */
export function toleranceOf({ programme }: PaperContext): Exact {
  return programme.checks.unexplained ?? ZERO;
}

/** The groups of one dimension within a bridge's own. */
export interface Members {
  readonly dimension: string;
  readonly bridges: readonly StaffBridge[];
}

/** Returns the bridges of the members that tell a movement as well as their whole does. */
export function finestOf(
  bridge: StaffBridge,
  all: readonly StaffBridge[],
  tolerance: Exact,
): readonly StaffBridge[] | undefined {
  return membersWithin(bridge, all).find(({ bridges }) => tellAll(bridges, bridge, tolerance))?.bridges;
}

/** Returns the bridges of the members of a bridge's group, by each dimension that has some. */
export function membersWithin(bridge: StaffBridge, all: readonly StaffBridge[]): Members[] {
  const outer = groupOf(bridge);
  const inner = all.filter((one) => {
    const group = groupOf(one);
    return Object.keys(group).length === Object.keys(outer).length + 1 && isWithinGroup(group, outer);
  });
  const dimensionIn = (group: Group): string =>
    Object.keys(group).find((name) => !Object.hasOwn(outer, name)) ?? '';
  return [...groupBy(inner, (one) => dimensionIn(groupOf(one)))].map(([dimension, bridges]) => ({
    dimension,
    bridges,
  }));
}

/**
 * Whether members tell a movement as well as their whole does: what they leave over adds up to it, and each of those that
 * leave anything over would be told of, in the same direction. Else some of it went from one to another.
 */
function tellAll(members: readonly StaffBridge[], whole: StaffBridge, tolerance: Exact): boolean {
  const left = members.filter(({ unexplained }) => unexplained.value.n !== 0n);
  return (
    left.length > 0 &&
    addUp(members, whole) &&
    left.every((one) => one.unexplained.value.s === whole.unexplained.value.s && !isWithin(one, tolerance))
  );
}

/** Whether members leave over what their whole does: nobody is left out of them. */
export function addUp(members: readonly StaffBridge[], whole: StaffBridge): boolean {
  const [first, ...others] = members.map((one): Estimate => one.unexplained);
  return first !== undefined && others.reduce(plus, first).value.equals(whole.unexplained.value);
}

/** Returns what each member of a group leaves over: `by team: Assessment −8, Safeguarding +2`. */
export function membersText({ dimension, bridges }: Members, evaluator: Evaluator): string {
  const texts = bridges.map((one) => {
    const name = groupOf(one)[dimension] ?? '';
    return `${name} ${formatSigned(one.unexplained.value, bridgePlaces(one, evaluator.registry))}`;
  });
  return `by ${dimension.replaceAll('_', ' ')}: ${texts.join(', ')}`;
}

/** Returns whose bridge it is. */
export function groupOf({ closing }: StaffBridge): Group {
  return closing.key.group;
}

/** Whether the one group is a part of the other: of its members and of at least one dimension more. */
function isWithinGroup(inner: Group, outer: Group): boolean {
  const names = dimensionsOf(outer);
  return (
    Object.keys(inner).length > names.length && names.every(([dimension, name]) => inner[dimension] === name)
  );
}
