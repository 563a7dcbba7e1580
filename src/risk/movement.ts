import type { Risk } from '../model/dataset.ts';
import type { Matrix } from '../model/matrix.ts';
import { fold } from '../model/suggest.ts';
import { assess, compareSeverity, judgedPair, type Scored } from './matrix.ts';
import { findByReference } from './reference.ts';

/**
 * How a risk has moved since the meeting before. `same` covers a move between cells of equal severity; `scored` is
 * where it was and is, absent where either pair of levels has no cell as it is written.
 */
export interface RiskMovement {
  readonly kind: 'new' | 'up' | 'down' | 'same' | 'closed';
  readonly was?: Risk;
  readonly scored?: { readonly from: Scored; readonly to: Scored };
}

/**
 * Returns the movement of a risk since the previous meeting's log, matched by reference; undefined where none can be
 * told: closed at both meetings, or levels that changed and have no cell. Levels that were written the wrong way round
 * are judged exchanged. A risk that was closed and is open again is new, with `was` set.
 */
export function riskMovement(
  matrix: Matrix | undefined,
  risk: Risk,
  before: readonly Risk[],
): RiskMovement | undefined {
  const was = findByReference(before, risk.reference);
  if (!was) return risk.open ? { kind: 'new' } : undefined;
  if (!risk.open) return was.open ? { kind: 'closed', was } : undefined;
  if (!was.open) return { kind: 'new', was };
  const moved = matrix && severityMovement(matrix, risk, was);
  if (moved) return moved;
  const unchanged = fold(was.likelihood) === fold(risk.likelihood) && fold(was.impact) === fold(risk.impact);
  return unchanged ? { kind: 'same', was } : undefined;
}

function severityMovement(matrix: Matrix, risk: Risk, was: Risk): RiskMovement | undefined {
  const found = severityChange(matrix, was, risk);
  if (!found) return undefined;
  const { change, from, to, isWritten } = found;
  return {
    kind: change > 0 ? 'up' : change < 0 ? 'down' : 'same',
    was,
    ...(isWritten && { scored: { from, to } }),
  };
}

/** Two pairs of levels on one matrix. */
export interface SeverityChange {
  /** Positive where the second is more severe, negative where it is less, zero where it is as severe. */
  readonly change: number;
  readonly from: Scored;
  readonly to: Scored;
  /** Whether both have a cell as they are written, not only with their levels exchanged. */
  readonly isWritten: boolean;
}

type Levels = Pick<Risk, 'likelihood' | 'impact'>;

/**
 * Returns how the severity changed from one pair of written levels to another; undefined where a pair has no cell. Levels
 * that were written the wrong way round are judged exchanged.
 */
export function severityChange(matrix: Matrix, was: Levels, now: Levels): SeverityChange | undefined {
  const [before, after] = [
    assess(matrix, was.likelihood, was.impact),
    assess(matrix, now.likelihood, now.impact),
  ];
  const [from, to] = [judgedPair(before), judgedPair(after)];
  if (!from || !to) return undefined;
  const isWritten = before.kind === 'scored' && after.kind === 'scored';
  return { change: compareSeverity(matrix, to.cell, from.cell), from, to, isWritten };
}
