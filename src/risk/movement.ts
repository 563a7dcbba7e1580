import type { Risk } from '../model/dataset.ts';
import type { Matrix } from '../model/matrix.ts';
import { fold } from '../model/suggest.ts';
import { assess, compareSeverity, type Scored } from './matrix.ts';

/**
 * How a risk has moved since the meeting before. `same` covers a move between cells of equal severity; `scored` is
 * where it was and is, absent where either pair of levels has no cell.
 */
export interface RiskMovement {
  readonly kind: 'new' | 'up' | 'down' | 'same' | 'closed';
  readonly was?: Risk;
  readonly scored?: { readonly from: Scored; readonly to: Scored };
}

/**
 * Returns the movement of a risk since the previous meeting's log, matched by reference; undefined where none can be
 * told: closed at both meetings, or levels that changed and have no cell. A risk that was closed and is open again
 * is new, with `was` set.
 */
export function riskMovement(
  matrix: Matrix | undefined,
  risk: Risk,
  before: readonly Risk[],
): RiskMovement | undefined {
  const was = findRisk(before, risk.reference);
  if (!was) return risk.open ? { kind: 'new' } : undefined;
  if (!risk.open) return was.open ? { kind: 'closed', was } : undefined;
  if (!was.open) return { kind: 'new', was };
  const from = matrix && scoredPair(matrix, was);
  const to = matrix && scoredPair(matrix, risk);
  if (matrix && from && to) {
    const change = compareSeverity(matrix, to.cell, from.cell);
    return { kind: change > 0 ? 'up' : change < 0 ? 'down' : 'same', was, scored: { from, to } };
  }
  const unchanged = fold(was.likelihood) === fold(risk.likelihood) && fold(was.impact) === fold(risk.impact);
  return unchanged ? { kind: 'same', was } : undefined;
}

/** Returns the risk with that reference, whatever its case and spaces. */
export function findRisk(risks: readonly Risk[], reference: string): Risk | undefined {
  return risks.find((one) => fold(one.reference) === fold(reference));
}

function scoredPair(matrix: Matrix, risk: Risk): Scored | undefined {
  const found = assess(matrix, risk.likelihood, risk.impact);
  return found.kind === 'scored' ? found : undefined;
}
