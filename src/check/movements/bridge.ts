import { bridgePlaces, isWithin, type StaffBridge } from '../../metrics/bridge.ts';
import { groupText, keyText, membersOf } from '../../metrics/book.ts';
import { labelOf } from '../../metrics/registry.ts';
import { evaluationText, groupWords, placesBehind } from '../../metrics/wording.ts';
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
import { restOf } from '../../papers/movement-amounts.ts';
import { reasonFor } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import { contradictedTotals } from '../figures/parts.ts';
import type { Check } from '../rule.ts';
import { exchangesOf } from './exchanged.ts';
import {
  addUp,
  allBridges,
  finestOf,
  groupOf,
  isReasoned,
  membersText,
  membersWithin,
  outermost,
  staffBridges,
  toleranceOf,
  type Members,
} from './staff-bridges.ts';
import { recordHelp } from './words.ts';

/**
 * W110: permanent staff at two successive periods' ends, and joiners and leavers that do not account for the change, by
 * more than the configuration lets pass and without a recorded reason. One movement is told once: by its teams where each
 * of them records its own joiners and leavers and they add up to it, else by the whole. What one team lacks and another has
 * too many of is a transfer, and no finding, unless transfers are recorded. Nor is what the members explain and a total
 * that they do not add up to does not: that is told of the total.
 */
export const bridgeUnexplained: Check = (context) => {
  const periods = groupBy(staffBridges(context), ({ to }) => to.key);
  return [...periods.values()].flatMap((all) =>
    outermost(all)
      .flatMap((bridge) => unexplainedIn(bridge, all, context))
      .map((bridge) => unexplainedFinding(bridge, all, context)),
  );
};

/**
 * N151: nothing is unexplained of the whole, or a reason is recorded for that, while its teams leave over what nets out:
 * somebody moved from one to another and no transfer is recorded, or two errors offset each other. Told once for all teams
 * of a period that have no reason of their own.
 */
export const bridgesNetOut: Check = (context) => {
  const periods = groupBy(staffBridges(context), ({ to }) => to.key);
  return [...periods.values()].flatMap((all) =>
    outermost(all).flatMap((whole) => {
      const isTold = unexplainedIn(whole, all, context).length > 0;
      const members = isTold ? undefined : membersThatNetOut(whole, all, context);
      return members ? [nettedFinding(whole, members, context)] : [];
    }),
  );
};

/** Returns the members of a group of which some leave over what others have too many of. */
function membersThatNetOut(
  whole: StaffBridge,
  all: readonly StaffBridge[],
  context: PaperContext,
): Members | undefined {
  const tolerance = toleranceOf(context);
  return membersWithin(whole, all).find(({ bridges }) => {
    const left = bridges.filter((one) => !isWithin(one, tolerance));
    const signs = new Set(left.map(({ unexplained }) => unexplained.value.s));
    const open = left.filter((one) => !isReasoned(one, context) && !isExchanged(one, context));
    return addUp(bridges, whole) && signs.size > 1 && open.length > 0;
  });
}

/** Whether the figure is told of as another's: of two that changed places each leaves over what the other does. */
function isExchanged({ closing }: StaffBridge, context: PaperContext): boolean {
  return exchangesOf(context).some(({ one, other }) =>
    [one, other].some(({ step }) => keyText(step.closing.key) === keyText(closing.key)),
  );
}

/** Whether a group's transfers are recorded, so that nobody moves to another without one. */
function recordsTransfers({ flows }: StaffBridge): boolean {
  return (['transfers_in', 'transfers_out'] as const).every((id) => flows.some((one) => one.id === id));
}

function nettedFinding(whole: StaffBridge, members: Members, context: PaperContext): Finding {
  const { closing, to, unexplained } = whole;
  const places = bridgePlaces(whole, context.figures.registry);
  const left = members.bridges.filter((one) => one.unexplained.value.n !== 0n);
  const of = groupText(groupOf(whole)) === '' ? '' : ` of ${groupWords(groupOf(whole))}`;
  return finding(
    'N151',
    `permanent staff${of} in ${formatPeriod(to)}: ${formatSigned(unexplained.value, places)} left over, which nets out ${membersText({ ...members, bridges: left }, context.figures)}`,
    {
      about: figureSubject(closing.key, context),
      at: placesBehind(left[0]?.closing ?? closing)[0],
      why: 'starters, leavers and the other flows of each do not lead to its staff, and what is left over of one is offset by another',
      related: left.slice(1).flatMap((one) => placesBehind(one.closing)),
    },
  );
}

/** Returns the bridges in which a movement shows, the finest that tell all of it; none where it is settled. */
function unexplainedIn(
  bridge: StaffBridge,
  all: readonly StaffBridge[],
  context: PaperContext,
): readonly StaffBridge[] {
  if (reasonFor(context, restOf(bridge, context.figures.registry)) !== undefined) return [];
  const tolerance = toleranceOf(context);
  const finer = finestOf(bridge, all, tolerance);
  if (finer) return finer.flatMap((one) => unexplainedIn(one, all, context));
  if (!isWithin(bridge, tolerance)) return isToldByTotal(bridge, context) ? [] : [bridge];
  const recorded = membersWithin(bridge, all).find(({ bridges }) => bridges.every(recordsTransfers));
  return (recorded?.bridges ?? [])
    .filter((one) => !isExchanged(one, context))
    .flatMap((one) => unexplainedIn(one, all, context));
}

/** Whether nothing is left over of the members, and it is the total that they do not add up to: that is told of it. */
function isToldByTotal(bridge: StaffBridge, context: PaperContext): boolean {
  const { opening, closing, flows } = bridge;
  const contradicted = contradictedTotals(context);
  const all = allBridges(context).filter(({ to }) => to.key === bridge.to.key);
  return (
    [opening, closing, ...flows.map(({ evaluation }) => evaluation)].some(({ key }) =>
      contradicted.has(keyText(key)),
    ) &&
    membersWithin(bridge, all).some(({ bridges }) =>
      bridges.every(({ unexplained }) => unexplained.value.n === 0n),
    )
  );
}

function unexplainedFinding(
  bridge: StaffBridge,
  all: readonly StaffBridge[],
  context: PaperContext,
): Finding {
  const { figures: evaluator, programme } = context;
  const { closing, opening, flows, unexplained, expected, to, from } = bridge;
  const places = bridgePlaces(bridge, evaluator.registry);
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
    ...membersWithin(bridge, all).map((members) =>
      [membersText(members, evaluator), ...goneTexts(bridge, members.dimension, context)].join('; '),
    ),
    ...(tolerance ? [`cip-report.yaml lets ${formatLevel(tolerance, 'count')} pass`] : []),
  ];
  const about = figureSubject(closing.key, context);
  return finding('W110', `permanent staff${of} in ${formatPeriod(to)}: ${rest} unexplained`, {
    about,
    at: placesBehind(closing)[0],
    why: why.join(' · '),
    help: recordHelp(about, restOf(bridge, evaluator.registry)),
    related: [opening, ...flows.map((flow) => flow.evaluation)].flatMap(placesBehind),
  });
}

/** Returns what is no longer given of a group's members: `Fostering (17 in Sep 2026) is no longer given`. */
function goneTexts({ opening, from, to }: StaffBridge, dimension: string, context: PaperContext): string[] {
  const { figures } = context;
  const { key } = opening;
  const now = new Set(membersOf(figures.book, dimension, key.group, key.basis, [to]));
  return membersOf(figures.book, dimension, key.group, key.basis, [from])
    .filter((name) => !now.has(name))
    .map((name) => {
      const then = figures.evaluate({ ...key, group: { ...key.group, [dimension]: name } });
      return `${name} (${evaluationText(then, figures.registry)} in ${formatPeriod(from)}) is no longer given`;
    });
}
