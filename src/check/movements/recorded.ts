import { keyText } from '../../metrics/book.ts';
import { evaluationText, placesBehind } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod } from '../../model/format.ts';
import type { PaperContext } from '../../papers/context.ts';
import { movementsOf, type RecordedMovement } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { staffBridges } from './staff-bridges.ts';
import { jumpsOf } from './jumps.ts';
import { stepsOf } from './steps.ts';
import { swingsOf } from './swings.ts';

/** W140: a reason is recorded for a figure that is not there, or that moved from nothing. */
export const movementsUnknown: Check = (context) =>
  movementsOf(context).unknown.flatMap(({ movement: { of }, problem }) => {
    // A definition at fault has its own finding.
    if (problem.fault === 'definition' || (problem.fault !== 'written' && context.faulty.size > 0)) return [];
    const message = `the reason recorded for "${of.value}" belongs to no movement: ${problem.message}`;
    return [finding('W140', message, { about: of.value.trim(), at: of.at, help: problem.help })];
  });

/** W141: a reason is recorded for a movement of which nothing is left to explain. */
export const movementsExplained: Check = (context) => {
  const wide = new Set(
    [...jumpsOf(context), ...swingsOf(context)].map(({ closing }) => keyText(closing.key)),
  );
  return movementsOf(context)
    .recorded.filter(({ own, key }) => own && !wide.has(keyText(key)))
    .flatMap((one) => nothingLeft(context, one) ?? []);
};

function nothingLeft(context: PaperContext, { key, of }: RecordedMovement): Finding | undefined {
  const { registry } = context.figures;
  const about = figureSubject(key, context);
  const bridge = staffBridges(context).find(({ closing }) => keyText(closing.key) === keyText(key));
  if (bridge) {
    if (bridge.unexplained.value.n !== 0n) return undefined;
    return finding('W141', `the reason recorded for ${about} explains nothing: nothing is unexplained`, {
      about,
      at: of.at,
      why: `starters, leavers and the other flows lead from ${evaluationText(bridge.opening, registry)} in ${formatPeriod(bridge.from)} to ${evaluationText(bridge.closing, registry)}`,
      related: placesBehind(bridge.closing),
    });
  }
  const step = stepsOf(context, key).find(({ closing }) => closing.key.period.key === key.period.key);
  if (step === undefined || !step.now.value.equals(step.before.value)) return undefined;
  return finding('W141', `the reason recorded for ${about} explains nothing: the figure did not move`, {
    about,
    at: of.at,
    why: `it is ${evaluationText(step.closing, registry)} in ${formatPeriod(step.opening.key.period)} too`,
    related: placesBehind(step.closing),
  });
}
