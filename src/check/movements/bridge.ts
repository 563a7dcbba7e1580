import { dimensionsOf } from '../../metrics/census.ts';
import { bridgesOf, isWithin, type StaffBridge } from '../../metrics/bridge.ts';
import { groupText, WHOLE } from '../../metrics/book.ts';
import { plus, type Estimate } from '../../metrics/estimate.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { printedPlaces } from '../../metrics/places.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { evaluationText, groupWords, placesBehind } from '../../metrics/wording.ts';
import type { Group } from '../../model/dataset.ts';
import { ZERO, type Exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import {
  MINUS,
  formatLevel,
  formatNumber,
  formatPeriod,
  formatSigned,
  midSentence,
} from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { reasonFor } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import { keysAround } from '../figures/groups-within.ts';
import type { Check } from '../rule.ts';
import { givenIn } from './given-in.ts';
import { recordHelp } from './words.ts';

/**
 * W110: permanent staff at two successive periods' ends, and joiners and leavers that do not account for the change, by
 * more than the configuration lets pass and without a recorded reason. One movement is told once: by its teams where each
 * of them records its own joiners and leavers and they add up to it, else by the whole. What one team lacks and another has
 * too many of is a transfer, and no finding.
 */
export const bridgeUnexplained: Check = (context) => {
  const periods = groupBy(staffBridges(context), ({ to }) => to.key);
  return [...periods.values()].flatMap((all) =>
    outermost(all)
      .flatMap((bridge) => unexplainedIn(bridge, all, context))
      .map((bridge) => unexplainedFinding(bridge, all, context)),
  );
};

/** Several rules look at the same bridges. */
const reckoned = new WeakMap<PaperContext, readonly StaffBridge[]>();

/** Returns the bridges that close with a figure of these papers: of the whole, and of each group that has one. */
export function staffBridges(context: PaperContext): readonly StaffBridge[] {
  const bridges = reckoned.get(context) ?? reckonAll(context);
  reckoned.set(context, bridges);
  return bridges;
}

function reckonAll(context: PaperContext): StaffBridge[] {
  const { figures, workstream, meeting } = context;
  // Who moves between groups that overlap starts in neither: authorities side by side, one team's two services.
  const isOverlapping = (group: Group) =>
    Object.keys(group).some((dimension) => figures.book.overlapping.has(dimension));
  const groups = keysAround(meeting).flatMap(({ id, group, basis }) =>
    id === 'starters' && basis === workstream.basis && !isOverlapping(group) ? [group] : [],
  );
  const known = new Map([WHOLE, ...groups].map((group) => [groupText(group), group]));
  const isOwn = givenIn(meeting);
  return [...known.values()]
    .flatMap((group) => bridgesOf(figures, group, workstream.basis))
    .filter(({ closing }) => isOwn(closing));
}

/** Returns the bridges whose group lies in no other's. */
function outermost(all: readonly StaffBridge[]): StaffBridge[] {
  return all.filter(
    (one) => !all.some((other) => other !== one && isWithinGroup(groupOf(one), groupOf(other))),
  );
}

/** Returns the bridges in which a movement shows, the finest that tell all of it; none where it is settled. */
function unexplainedIn(
  bridge: StaffBridge,
  all: readonly StaffBridge[],
  context: PaperContext,
): readonly StaffBridge[] {
  if (reasonFor(context, bridge.closing.key) !== undefined) return [];
  const tolerance = context.programme.checks.unexplained ?? ZERO;
  const finer = membersWithin(bridge, all).find(({ bridges }) => tellAll(bridges, bridge, tolerance));
  if (finer) return finer.bridges.flatMap((one) => unexplainedIn(one, all, context));
  return isWithin(bridge, tolerance) ? [] : [bridge];
}

interface Members {
  readonly dimension: string;
  readonly bridges: readonly StaffBridge[];
}

/** Returns the bridges of the members of a bridge's group, by each dimension that has some. */
function membersWithin(bridge: StaffBridge, all: readonly StaffBridge[]): Members[] {
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
  const [first, ...others] = members.map((one): Estimate => one.unexplained);
  if (first === undefined || left.length === 0) return false;
  return (
    others.reduce(plus, first).value.equals(whole.unexplained.value) &&
    left.every((one) => one.unexplained.value.s === whole.unexplained.value.s && !isWithin(one, tolerance))
  );
}

function unexplainedFinding(
  bridge: StaffBridge,
  all: readonly StaffBridge[],
  context: PaperContext,
): Finding {
  const { figures: evaluator, programme } = context;
  const { closing, opening, flows, unexplained, expected, to, from } = bridge;
  const places = placesOf(bridge, evaluator);
  const rest = formatSigned(unexplained.value, places);
  const now = evaluationText(closing, evaluator.registry);
  const movements = flows.map(({ id, sign, evaluation }) => {
    const label = midSentence(labelOf(evaluator.registry, id));
    return `${sign === '-' ? MINUS : '+'} ${label} ${evaluationText(evaluation, evaluator.registry)}`;
  });
  const start = `permanent ${evaluationText(opening, evaluator.registry)} (${formatPeriod(from)})`;
  const reckoning = [start, ...movements].join(' ');
  const group = groupOf(bridge);
  const of = groupText(group) === '' ? '' : ` of ${groupWords(group)}`;
  const { unexplained: tolerance } = programme.checks;
  const why = [
    `${reckoning} = ${formatNumber(expected.value, places)}; the data gives ${now}`,
    ...membersWithin(bridge, all).map((members) => membersText(members, evaluator)),
    ...(tolerance ? [`cip-report.yaml lets ${formatLevel(tolerance, 'count')} pass`] : []),
  ];
  const about = figureSubject(closing.key, context);
  return finding('W110', `permanent staff${of} in ${formatPeriod(to)}: ${rest} unexplained`, {
    about,
    at: placesBehind(closing)[0],
    why: why.join(' · '),
    help: recordHelp(about),
    related: [opening, ...flows.map((flow) => flow.evaluation)].flatMap(placesBehind),
  });
}

/** Returns what each member of a group leaves over: `by team: Assessment −8, Safeguarding +2`. */
function membersText({ dimension, bridges }: Members, evaluator: Evaluator): string {
  const texts = bridges.map((one) => {
    const name = groupOf(one)[dimension] ?? '';
    return `${name} ${formatSigned(one.unexplained.value, placesOf(one, evaluator))}`;
  });
  return `by ${dimension.replaceAll('_', ' ')}: ${texts.join(', ')}`;
}

function groupOf({ closing }: StaffBridge): Group {
  return closing.key.group;
}

/** Whether the one group is a part of the other: of its members and of at least one dimension more. */
function isWithinGroup(inner: Group, outer: Group): boolean {
  const names = dimensionsOf(outer);
  return (
    Object.keys(inner).length > names.length && names.every(([dimension, name]) => inner[dimension] === name)
  );
}

function placesOf({ opening, closing, flows }: StaffBridge, { registry }: Evaluator): number {
  return Math.max(
    ...[opening, closing, ...flows.map((flow) => flow.evaluation)].map((one) => {
      const kind = kindOf(registry, one.key.id);
      return kind === undefined ? 0 : printedPlaces(one, kind);
    }),
  );
}
