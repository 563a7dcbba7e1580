import type { StaffBridge } from '../../metrics/bridge.ts';
import { keyText } from '../../metrics/book.ts';
import { evaluationText, placesBehind } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod } from '../../model/format.ts';
import type { PaperContext } from '../../papers/context.ts';
import {
  amountEntry,
  amountsTo,
  amountText,
  isFor,
  statedText,
  type ChangeAmount,
  type MovementAmount,
} from '../../papers/movement-amounts.ts';
import { movementsOf, type RecordedMovement } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { jumpsOf } from './jumps.ts';
import { swingsOf } from './swings.ts';

/** W140: a reason is recorded for a figure that is not there, or that moved from nothing. */
export const movementsUnknown: Check = (context) =>
  movementsOf(context).unknown.flatMap(({ movement: { of }, problem }) => {
    // A definition at fault has its own finding.
    if (problem.fault === 'definition' || (problem.fault !== 'written' && context.faulty.size > 0)) return [];
    const message = `the reason recorded for "${of.value}" belongs to no movement: ${problem.message}`;
    return [finding('W140', message, { about: of.value.trim(), at: of.at, help: problem.help })];
  });

/** W141: a reason is recorded for a movement of which nothing is left to explain, or for another amount than is left. */
export const movementsExplained: Check = (context) => {
  const wide = new Set(
    [...jumpsOf(context), ...swingsOf(context)].map(({ closing }) => keyText(closing.key)),
  );
  return movementsOf(context)
    .recorded.filter(({ own }) => own)
    .flatMap((one) => explainedFinding(context, one, wide.has(keyText(one.key))) ?? []);
};

function explainedFinding(
  context: PaperContext,
  movement: RecordedMovement,
  isWide: boolean,
): Finding | undefined {
  const { rest, change } = amountsTo(context, movement.key);
  const isOfChange = change !== undefined && isFor(movement, change);
  if (rest !== undefined) {
    const isLeft = rest.by.value.n !== 0n;
    if ((isLeft && isFor(movement, rest)) || (isWide && isOfChange)) return undefined;
    if (isLeft) return otherAmount(context, movement, rest, `${amountText(rest)} is unexplained`);
    if (!isWide || change === undefined) return nothingUnexplained(context, movement, rest.bridge);
  }
  if (change === undefined) return undefined;
  if (change.by.value.n === 0n) return unmoved(context, movement, change);
  return isOfChange ? undefined : otherAmount(context, movement, change, `it moved by ${amountText(change)}`);
}

function otherAmount(
  context: PaperContext,
  { key, by }: RecordedMovement,
  amount: MovementAmount,
  now: string,
): Finding {
  const about = figureSubject(key, context);
  const stated = statedText({ by }, amount.unit);
  return finding('W141', `the reason recorded for ${about} is for ${stated}, and ${now}`, {
    about,
    at: by.at,
    why: 'a reason holds for the amount that it states, and the report does not print it as the reason for another',
    help: `correct the figure if it is wrong; where the reason is for all of it, write by: ${amountEntry(amount)}`,
    related: placesBehind(context.figures.evaluate(key)),
  });
}

function nothingUnexplained(
  context: PaperContext,
  { key, of }: RecordedMovement,
  bridge: StaffBridge,
): Finding {
  const { registry } = context.figures;
  const about = figureSubject(key, context);
  return finding('W141', `the reason recorded for ${about} explains nothing: nothing is unexplained`, {
    about,
    at: of.at,
    why: `starters, leavers and the other flows lead from ${evaluationText(bridge.opening, registry)} in ${formatPeriod(bridge.from)} to ${evaluationText(bridge.closing, registry)}`,
    related: placesBehind(bridge.closing),
  });
}

function unmoved(context: PaperContext, { key, of }: RecordedMovement, change: ChangeAmount): Finding {
  const { registry } = context.figures;
  const about = figureSubject(key, context);
  return finding('W141', `the reason recorded for ${about} explains nothing: the figure did not move`, {
    about,
    at: of.at,
    why: `it is ${evaluationText(change.closing, registry)} in ${formatPeriod(change.opening.key.period)} too`,
    related: placesBehind(change.closing),
  });
}
