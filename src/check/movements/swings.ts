import { WHOLE } from '../../metrics/book.ts';
import { placesBehind } from '../../metrics/wording.ts';
import { compareExact, exact } from '../../model/exact.ts';
import { finding } from '../../model/finding.ts';
import type { PaperContext } from '../../papers/context.ts';
import { changeOf } from '../../papers/movement-amounts.ts';
import { reasonFor } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { staffBridges } from './staff-bridges.ts';
import { givenIn } from './given-in.ts';
import { changesByMoreThan, stepsOf, type Step } from './steps.ts';
import { recordHelp, stepText } from './words.ts';

/** A step of more than this share of the figure before is looked at. */
const HALF = exact(1).div(2);
/** Of fewer, half is a few people. */
const LEAST = exact(20);

/**
 * W143: the latest count of the whole workforce is less than half, or more than one and a half times, what it was a month or
 * a quarter before: a digit slipped, or two figures changed places. Only of what is counted at a period's end (posts,
 * workers, cases), where nothing else tells: the configuration has no limit for it, no starters and leavers account for
 * it, and no reason is recorded.
 */
export const swings: Check = (context) =>
  swingsOf(context)
    .filter((step) => reasonFor(context, changeOf(step, context.figures.registry)) === undefined)
    .map((step) => {
      const about = figureSubject(step.closing.key, context);
      return finding('W143', stepText(step, context.figures), {
        about,
        at: placesBehind(step.closing)[0],
        why: 'it changed by more than half of what it was: a digit may be missing or one too many, or two figures may have changed places',
        help: recordHelp(about, changeOf(step, context.figures.registry)),
        related: placesBehind(step.opening),
      });
    });

/** Returns the steps that are wider than is plausible, those with a recorded reason too. */
export function swingsOf(context: PaperContext): Step[] {
  const { figures, programme, workstream, periods, meeting } = context;
  const latest = periods.at(-1);
  if (latest?.kind !== 'month' && latest?.kind !== 'quarter') return [];
  const limited = new Set(programme.checks.jumps.map((one) => one.id));
  const isBridged = staffBridges(context).some(
    ({ to, closing }) => to.key === latest.key && Object.keys(closing.key.group).length === 0,
  );
  const isOwn = givenIn(meeting);
  const stocks = [...figures.registry.kinds.values()].filter(
    ({ id, origin, nature, expression, series }) =>
      origin === 'measure' &&
      nature === 'stock' &&
      expression === undefined &&
      series === undefined &&
      !limited.has(id) &&
      !(id === 'permanent' && isBridged),
  );
  return stocks.flatMap(({ id }) =>
    stepsOf(context, { id, group: WHOLE, basis: workstream.basis }).filter(
      (step) =>
        step.closing.key.period.key === latest.key &&
        compareExact(step.before.value, LEAST) >= 0 &&
        changesByMoreThan(step, HALF) &&
        isOwn(step.closing),
    ),
  );
}
