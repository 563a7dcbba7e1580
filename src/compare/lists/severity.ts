import type { Risk } from '../../model/dataset.ts';
import type { Matrix } from '../../model/matrix.ts';
import { oneLine } from '../../model/one-line.ts';
import {
  assess,
  compareSeverity,
  findRating,
  judgedPair,
  sameScore,
  type Scored,
} from '../../risk/matrix.ts';
import { severityChange } from '../../risk/movement.ts';
import type { RiskCell } from '../comparison.ts';
import type { Happening } from './entries.ts';

/** A risk and the matrix of its side. */
export interface RiskOnSide {
  readonly risk: Risk;
  readonly matrix: Matrix | undefined;
}

/** Returns the cell of a risk's levels as they are written; undefined where its side's matrix has none. */
function writtenCell({ risk, matrix }: RiskOnSide): Scored | undefined {
  const found = matrix && assess(matrix, risk.likelihood, risk.impact);
  return found?.kind === 'scored' ? found : undefined;
}

/** Returns where a risk is on its side's matrix, by its levels as they are written; undefined where that has no cell. */
export function riskCell(side: RiskOnSide): RiskCell | undefined {
  const found = writtenCell(side);
  if (!found) return undefined;
  const { likelihood, impact, cell, rating } = found;
  return {
    likelihood: likelihood.label,
    impact: impact.label,
    score: cell.score,
    rating: rating.id,
    ratingLabel: rating.label,
    severe: rating.severe,
  };
}

/** Returns whether a risk counts as red: by its levels, exchanged where they were written the wrong way round. */
export function isSevere({ risk, matrix }: RiskOnSide): boolean {
  return (matrix && judgedPair(assess(matrix, risk.likelihood, risk.impact)))?.rating.severe ?? false;
}

/** Returns the share of a matrix's cells that are less severe than the risk's, 0 to 1; 0 where it has no cell. */
export function severityShare({ risk, matrix }: RiskOnSide): number {
  const judged = matrix && judgedPair(assess(matrix, risk.likelihood, risk.impact));
  if (!matrix || !judged) return 0;
  return (
    matrix.cells.filter((one) => compareSeverity(matrix, judged.cell, one) > 0).length / matrix.cells.length
  );
}

/** Returns a risk's levels with what its side's matrix makes of them: `Medium × Significant (5, Amber)`. */
export function cellWords({ risk, matrix }: RiskOnSide): string {
  const written = `${oneLine(risk.likelihood)} × ${oneLine(risk.impact)}`;
  const found = matrix && assess(matrix, risk.likelihood, risk.impact);
  if (found?.kind === 'scored') return `${levelWords(found)} (${scoreWords(found)})`;
  if (found?.kind === 'swapped')
    return `${written} (the wrong way round: ${levelWords(found.exchanged)} is ${scoreWords(found.exchanged)})`;
  return written;
}

function levelWords({ likelihood, impact }: Scored): string {
  return `${likelihood.label} × ${impact.label}`;
}

function scoreWords({ cell, rating }: Scored): string {
  return fullScore(cell.score, rating.label);
}

/** A grade that is the rating's own name is said once. */
function fullScore(score: string, rating: string): string {
  return sameScore(score, rating) ? rating : `${score}, ${rating}`;
}

type SeverityKind = 'escalated' | 'de_escalated' | 'moved' | 'other';

/**
 * Returns what became of a risk whose levels changed. It is escalated where the second pair is more severe on every matrix
 * that the two sides have, and has moved where that cannot be told or the cells are as severe.
 */
export function levelsChange(was: RiskOnSide, now: RiskOnSide): Happening<SeverityKind> {
  const matrices = [was.matrix, now.matrix].filter((one) => one !== undefined);
  const changes = matrices.map((matrix) => severityChange(matrix, was.risk, now.risk));
  const tells = ['likelihood', 'impact'];
  const size = severityShare(now);
  const cells = `${cellWords(was)} to ${cellWords(now)}`;
  const areAll = (holds: (change: number) => boolean) =>
    changes.length > 0 && changes.every((one) => one !== undefined && holds(one.change));
  // A risk that is closed on one of the sides is no better or worse for it.
  const isJudged = was.risk.open && now.risk.open;
  if (areAll((change) => change > 0))
    return { kind: 'escalated', text: `Escalated: ${cells}`, good: isJudged ? false : null, tells, size };
  if (areAll((change) => change < 0))
    return {
      kind: 'de_escalated',
      text: `De-escalated: ${cells}`,
      good: isJudged ? true : null,
      tells,
      size,
    };
  if (changes.length > 0 && changes.every((one) => one !== undefined && one.from.cell === one.to.cell))
    return { kind: 'other', text: `Likelihood and impact exchanged: ${cells}`, good: null, tells, size };
  return { kind: 'moved', text: `Moved: ${cells}`, good: null, tells, size };
}

/** Returns whether the sides' matrices give the same levels another score or rating. */
export function rescored(was: RiskOnSide, now: RiskOnSide): Happening<'rescored'>[] {
  const [from, to] = [writtenCell(was), writtenCell(now)];
  if (!from || !to) return [];
  const [then, is] = [scoreWords(from), scoreWords(to)];
  const isSame = sameScore(from.cell.score, to.cell.score) && from.rating.label === to.rating.label;
  if (isSame && from.rating.severe === to.rating.severe) return [];
  const text = isSame
    ? `Re-scored: ${levelWords(to)} (${is}) ${to.rating.severe ? 'now counts' : 'no longer counts'} as severe`
    : `Re-scored by the matrix: ${levelWords(to)} is now ${is}; it was ${then}`;
  return [{ kind: 'rescored', text, good: null, tells: [], size: severityShare(now) }];
}

/**
 * Returns that the score or rating that the log states changed, unless it is what the matrix gives on both sides: then it
 * follows from the levels, or from the matrix, which is told already.
 */
export function restatedScore(
  was: RiskOnSide,
  now: RiskOnSide,
  changed: ReadonlySet<string>,
): { readonly tells: readonly string[]; readonly sentences: readonly string[] } {
  const fields = (['score', 'rating'] as const).filter((field) => changed.has(field));
  const sentences = fields
    .filter((field) => !(follows(was, field) && follows(now, field)))
    .map((field) => restatedWords(field, stated(was, field), stated(now, field)));
  return { tells: fields, sentences };
}

function stated({ risk }: RiskOnSide, field: 'score' | 'rating'): string | undefined {
  const written = field === 'score' ? risk.statedScore : risk.statedRating;
  return written === undefined ? undefined : oneLine(written);
}

function follows(side: RiskOnSide, field: 'score' | 'rating'): boolean {
  const cell = writtenCell(side);
  const written = stated(side, field);
  if (!side.matrix || !cell || written === undefined) return false;
  if (field === 'score') return sameScore(written, cell.cell.score);
  return findRating(side.matrix, written)?.id === cell.rating.id;
}

function restatedWords(field: 'score' | 'rating', was: string | undefined, now: string | undefined): string {
  const label = `Stated ${field}`;
  if (was === undefined) return `${label} given: ${now ?? ''}`;
  return now === undefined ? `${label} removed: it was ${was}` : `${label} changed from ${was} to ${now}`;
}
