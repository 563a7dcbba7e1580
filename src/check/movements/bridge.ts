import { bridgePlaces, isWithin, type StaffBridge } from '../../metrics/bridge.ts';
import { groupText } from '../../metrics/book.ts';
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
import { reasonFor } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import {
  addUp,
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
    return addUp(bridges, whole) && signs.size > 1 && left.some((one) => !isReasoned(one, context));
  });
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
  if (reasonFor(context, bridge.closing.key) !== undefined) return [];
  const tolerance = toleranceOf(context);
  const finer = finestOf(bridge, all, tolerance);
  if (finer) return finer.flatMap((one) => unexplainedIn(one, all, context));
  return isWithin(bridge, tolerance) ? [] : [bridge];
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
