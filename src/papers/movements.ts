import { keyText, type FigureKey } from '../metrics/book.ts';
import { kindOf } from '../metrics/registry.ts';
import { once } from '../model/once.ts';
import type { Movement } from '../model/dataset.ts';
import type { MovedBy } from '../model/paper.ts';
import { formatPeriod } from '../model/format.ts';
import type { Sourced } from '../model/place.ts';
import { readSubject, splitCitations, type CitationSubject } from './citation.ts';
import type { Problem } from './citation-result.ts';
import { earlierMeetings, type PaperContext } from './context.ts';
import { knownPeriods } from './known-figures.ts';
import { amountsTo, changeTo, isFor, statedText, type MovementAmount } from './movement-amounts.ts';
import { resolveCitation } from './resolve.ts';

/** Why a figure moved from the period before to its own, with the figure that is meant. */
export interface RecordedMovement {
  readonly key: FigureKey;
  readonly of: Sourced<string>;
  /** The amount that the reason is for. */
  readonly by: MovedBy;
  /** Markdown. */
  readonly reason: Sourced<string>;
  /** Whether these papers record it, and not older ones. */
  readonly own: boolean;
}

/** A recorded reason that belongs to no movement of the papers. */
interface UnknownMovement {
  readonly movement: Movement;
  readonly problem: Pick<Problem, 'message' | 'help' | 'fault'>;
}

interface Movements {
  /** Those of older papers first; of several for one figure the newest papers' alone, or all that those have. */
  readonly recorded: readonly RecordedMovement[];
  /** Of these papers. */
  readonly unknown: readonly UnknownMovement[];
}

/**
 * Returns the reasons that are recorded for movements of figures. One that older papers record holds on, as long as its
 * text says the same in these: where it cites the latest figure, that is another one now.
 */
export const movementsOf: (context: PaperContext) => Movements = once(resolveAll);

/** Returns the reason that is recorded for so much of a figure's movement; undefined where one is for another amount. */
export function reasonFor(context: PaperContext, amount: MovementAmount): RecordedMovement | undefined {
  const name = keyText(amount.key);
  return movementsOf(context).recorded.findLast((one) => keyText(one.key) === name && isFor(one, amount));
}

/** Returns the reason that holds for a figure: for what its bridge leaves over, or for its whole change. */
export function heldReason(context: PaperContext, key: FigureKey): RecordedMovement | undefined {
  const { rest, change } = amountsTo(context, key);
  return (rest && reasonFor(context, rest)) ?? (change && reasonFor(context, change));
}

/** Returns whether a reason is recorded for the whole change of a figure. */
export function isChangeReasoned(context: PaperContext, key: FigureKey): boolean {
  const change = changeTo(context, key);
  return change !== undefined && reasonFor(context, change) !== undefined;
}

function resolveAll(context: PaperContext): Movements {
  const own = context.meeting.paper.movements.map((movement) => resolveMovement(context, movement, true));
  const recorded = own.flatMap((one) => ('key' in one ? one : []));
  const told = new Set(recorded.map(({ key }) => keyText(key)));
  const older: RecordedMovement[] = [];
  for (const { paper } of earlierMeetings(context).reverse()) {
    const some = paper.movements
      .filter(({ reason }) => isOfItsTime(context, reason))
      .map((movement) => resolveMovement(context, movement, false))
      .flatMap((one) => ('key' in one && !told.has(keyText(one.key)) ? one : []));
    for (const { key } of some) told.add(keyText(key));
    older.unshift(...some);
  }
  return { recorded: [...older, ...recorded], unknown: own.flatMap((one) => ('key' in one ? [] : one)) };
}

/** Whether each figure that a text cites is named with its period, so that it reads the same in later papers. */
function isOfItsTime(context: PaperContext, text: Sourced<string>): boolean {
  return splitCitations(text.value).every(
    (piece) =>
      piece.kind === 'words' ||
      (piece.subject.kind === 'figure' &&
        piece.subject.period !== undefined &&
        resolveCitation(context, piece.subject).kind === 'text'),
  );
}

function resolveMovement(
  context: PaperContext,
  movement: Movement,
  own: boolean,
): RecordedMovement | UnknownMovement {
  const subject = readSubject(movement.of.value);
  const resolved = movedFigure(context, subject, movement.by);
  return 'message' in resolved ? { movement, problem: resolved } : { ...movement, key: resolved, own };
}

function movedFigure(
  context: PaperContext,
  subject: CitationSubject,
  by: MovedBy,
): FigureKey | UnknownMovement['problem'] {
  const result = resolveCitation(context, subject);
  if (result.kind === 'problem') return result;
  const { figure } = result;
  if (figure === undefined)
    return { message: 'it is a count of the papers, and no figure', help: FORM, fault: 'written' };
  const { id, period } = figure;
  if (subject.kind === 'figure' && subject.period === undefined)
    return {
      message: 'it names no period',
      help: `name the period at whose end the figure stands: ${id}@${period.key}`,
      fault: 'written',
    };
  const before = knownPeriods(context.figures, figure).some(
    (one) => one.kind === period.kind && one.end < period.end,
  );
  if (before) return unitProblem(context, figure.id, by) ?? figure;
  return {
    message: `the data has no ${id} before ${formatPeriod(period)} that it moved from`,
    help: 'name the figure after the movement, not the one before it',
    fault: 'data',
  };
}

/** A share moves by percentage points, and anything else by a number. */
function unitProblem(
  { figures: { registry } }: PaperContext,
  id: string,
  by: MovedBy,
): UnknownMovement['problem'] | undefined {
  const isShare = kindOf(registry, id)?.unit === 'share';
  if (isShare === (by.notation === 'percent')) return undefined;
  const written = statedText({ by }, isShare ? 'count' : 'share');
  const text = written.replace('−', '-');
  return isShare
    ? {
        message: `it is for ${written}, and a share moves by percentage points`,
        help: `write the points: by: ${text} pp`,
        fault: 'written',
      }
    : {
        message: `it is for ${written}, and ${id} is no share`,
        help: 'write the number by which it moved: by: -6',
        fault: 'written',
      };
}

const FORM = 'write the figure after the movement: permanent@2021-01, or permanent@2021-01[team=Assessment]';
