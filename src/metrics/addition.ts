import { ZERO } from '../model/exact.ts';
import { isSum } from './expression.ts';
import { certain, isBeyondFigures, plus, type Estimate } from './estimate.ts';
import { partsOf, type Evaluation } from './evaluation.ts';
import { hiddenBy, missing, TOO_LARGE, type Outcome } from './outcome.ts';
import type { FigureKind } from './registry.ts';

/** Who moves between two teams is in neither figure of both together. */
const NEVER_ADDED: ReadonlySet<string> = new Set(['transfers_in', 'transfers_out']);

/**
 * Returns whether the figures of groups make that of all of them together: of counts and money, but not of transfers
 * between groups, of an indicator of the council's own only where it is said to add up (an average hourly rate does not),
 * and of a metric only where its formula adds and subtracts.
 */
export function isAdditive({ id, unit, expression, addsUp = true }: FigureKind): boolean {
  if (!addsUp || NEVER_ADDED.has(id) || (unit !== 'count' && unit !== 'money')) return false;
  return expression === undefined || isSum(expression);
}

/**
 * Returns the sum of the parts, exactly. `z` adds nothing; any other marker, or a part that is missing, hides it.
 * Where every part is `z`, so is the sum.
 */
export function addedUp(parts: readonly Outcome[]): Outcome {
  const applicable = parts.filter((part) => part.kind !== 'marker' || part.marker !== 'z');
  if (applicable.length === 0) return { kind: 'marker', marker: 'z' };
  const hidden = hiddenBy(applicable);
  if (hidden !== undefined) return hidden;
  let total: Estimate = certain(ZERO);
  for (const part of applicable) if (part.kind === 'number') total = plus(total, part.number);
  return isBeyondFigures(total) ? missing(TOO_LARGE) : { kind: 'number', number: total };
}

/** Returns whether a figure rests on cells of its own kind alone: given, or the sum of such parts. */
export function isGivenThroughout(evaluation: Evaluation): boolean {
  if (evaluation.source === 'given') return evaluation.outcome.kind !== 'missing';
  return evaluation.dimension !== undefined && partsOf(evaluation).every(isGivenThroughout);
}
