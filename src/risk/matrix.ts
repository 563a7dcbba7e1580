import type { Level, Matrix, MatrixCell, Rating } from '../model/matrix.ts';
import { fold, nearest } from '../model/suggest.ts';

export type Axis = 'likelihood' | 'impact';

/** A pair of levels with the cell that the matrix holds for it. */
export interface Scored {
  readonly likelihood: Level;
  readonly impact: Level;
  readonly cell: MatrixCell;
  readonly rating: Rating;
}

/** A written level that its axis does not have. */
export interface UnknownLevel {
  readonly axis: Axis;
  readonly written: string;
  readonly known: readonly Level[];
  readonly suggestion: Level | undefined;
}

/**
 * What a matrix makes of a pair of written levels. `swapped`: the pair has no cell as written and has one with the
 * two exchanged, so the axes were mixed up; `exchanged` is that cell. A matrix with the same level names on both
 * axes cannot tell: there every pair has a cell as written. `unknown` names no level where both are known and the
 * matrix itself lacks the cell, which is an error of the configuration.
 */
export type Assessment =
  | ({ readonly kind: 'scored' } & Scored)
  | { readonly kind: 'swapped'; readonly exchanged: Scored }
  | { readonly kind: 'unknown'; readonly levels: readonly UnknownLevel[] };

/**
 * Returns what the matrix says of a likelihood and an impact as they are written in a risk log. The score is looked
 * up, never multiplied.
 */
export function assess(matrix: Matrix, likelihood: string, impact: string): Assessment {
  const asWritten = lookUp(matrix, likelihood, impact);
  if (asWritten) return { kind: 'scored', ...asWritten };
  const exchanged = lookUp(matrix, impact, likelihood);
  if (exchanged) return { kind: 'swapped', exchanged };
  const levels = [unknownLevel(matrix, 'likelihood', likelihood), unknownLevel(matrix, 'impact', impact)];
  return { kind: 'unknown', levels: levels.filter((one) => one !== undefined) };
}

/**
 * Returns the pair that a judgement of severity goes by: as written, or exchanged where the axes were mixed up, so
 * that a mix-up cannot hide a red risk. Undefined for unknown levels.
 */
export function judgedPair(assessment: Assessment): Scored | undefined {
  if (assessment.kind === 'scored') return assessment;
  return assessment.kind === 'swapped' ? assessment.exchanged : undefined;
}

/** Returns the level that is written by its id or its label, whatever its case and spaces. An id wins over a label. */
export function findLevel(levels: readonly Level[], written: string): Level | undefined {
  const wanted = fold(written);
  return (
    levels.find((level) => fold(level.id) === wanted) ?? levels.find((level) => fold(level.label) === wanted)
  );
}

/** Returns the rating that is written by its id or its label, whatever its case and spaces. */
export function findRating(matrix: Matrix, written: string): Rating | undefined {
  const wanted = fold(written);
  return (
    matrix.ratings.find((rating) => fold(rating.id) === wanted) ??
    matrix.ratings.find((rating) => fold(rating.label) === wanted)
  );
}

/** Returns whether two scores are the same: as numbers where both are, else as words (`b ii` is `BII`). */
export function sameScore(a: string, b: string): boolean {
  if (isNumber(a) && isNumber(b)) return Number(a) === Number(b);
  return fold(a) === fold(b);
}

/**
 * Returns a negative, zero or positive number as the first cell is less, as or more severe than the second.
 *
 * The order is that of the ratings first. Within a rating it is that of the scores where all are numbers, else of the
 * cells' distance from the lowest corner: codes such as `BII` and grades have no order of their own. Whether ratings
 * and scores rise or fall towards the worst corner is read off the matrix's two extreme corners.
 */
export function compareSeverity(matrix: Matrix, a: MatrixCell, b: MatrixCell): number {
  const byRating = (cell: MatrixCell) => matrix.ratings.findIndex((rating) => rating.id === cell.rating);
  const rating = direction(matrix, byRating) * (byRating(a) - byRating(b));
  if (rating !== 0) return rating;
  if (matrix.cells.every((cell) => isNumber(cell.score))) {
    const byScore = (cell: MatrixCell) => Number(cell.score);
    return direction(matrix, byScore) * (byScore(a) - byScore(b));
  }
  return position(matrix, a) - position(matrix, b);
}

function lookUp(matrix: Matrix, likelihood: string, impact: string): Scored | undefined {
  const row = findLevel(matrix.likelihood, likelihood);
  const column = findLevel(matrix.impact, impact);
  if (!row || !column) return undefined;
  const cell = matrix.cells.find((one) => one.likelihood === row.id && one.impact === column.id);
  const rating = matrix.ratings.find((one) => one.id === cell?.rating);
  if (!cell || !rating) return undefined;
  return { likelihood: row, impact: column, cell, rating };
}

function unknownLevel(matrix: Matrix, axis: Axis, written: string): UnknownLevel | undefined {
  const known = matrix[axis];
  if (findLevel(known, written)) return undefined;
  const word = nearest(
    written,
    known.flatMap((level) => [level.id, level.label]),
  );
  return { axis, written, known, suggestion: word === undefined ? undefined : findLevel(known, word) };
}

function isNumber(score: string): boolean {
  return /^\d+(\.\d+)?$/.test(score.trim());
}

/** 1 where the measure rises from the lowest to the highest corner of the matrix, -1 where it falls. */
function direction(matrix: Matrix, measure: (cell: MatrixCell) => number): 1 | -1 {
  const cells = [...matrix.cells].sort((a, b) => position(matrix, a) - position(matrix, b));
  const lowest = cells.at(0);
  const highest = cells.at(-1);
  return lowest && highest && measure(highest) < measure(lowest) ? -1 : 1;
}

function position(matrix: Matrix, cell: MatrixCell): number {
  return (
    matrix.likelihood.findIndex((level) => level.id === cell.likelihood) +
    matrix.impact.findIndex((level) => level.id === cell.impact)
  );
}
