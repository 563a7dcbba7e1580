import type { Risk } from '../../model/dataset.ts';
import type { Level, Matrix, Rating } from '../../model/matrix.ts';
import { findLevel, findRating, sameScore } from '../../risk/matrix.ts';
import { nameField, periodField, proseField, wordField, type Field } from './fields.ts';

export const RISK_TEXT = proseField<Risk>('risk', 'Risk', (one) => one.risk);

/**
 * Returns the fields of risks. A level or a rating that a matrix knows is its id there, so that a label in its place is no
 * change; where two matrices call it by different ids it is as written. A score is the same number in any notation.
 */
export function riskFields(matrices: readonly Matrix[]): readonly Field<Risk>[] {
  const idOf = (written: string, find: (matrix: Matrix) => Level | Rating | undefined) => {
    const [id, ...others] = new Set(matrices.flatMap((matrix) => find(matrix)?.id ?? []));
    return id !== undefined && others.length === 0 ? id : written;
  };
  const rating = (written = '') => idOf(written, (matrix) => findRating(matrix, written));
  return [
    wordField('reference', 'Reference', (one) => one.reference),
    RISK_TEXT,
    wordField('likelihood', 'Likelihood', ({ likelihood }) =>
      idOf(likelihood, (matrix) => findLevel(matrix.likelihood, likelihood)),
    ),
    wordField('impact', 'Impact', ({ impact }) => idOf(impact, (matrix) => findLevel(matrix.impact, impact))),
    { ...wordField('score', 'Stated score', (one) => one.statedScore), isSame: sameScore },
    wordField('rating', 'Stated rating', (one) => rating(one.statedRating)),
    proseField('mitigation', 'Mitigation', (one) => one.mitigation),
    periodField('mitigation_date', 'Mitigation date', (one) => one.mitigationDate),
    nameField('owner', 'Owner', (one) => one.owner),
    wordField('status', 'Status', (one) => (one.open ? 'open' : 'closed')),
    proseField('comment', 'Comment', (one) => one.comment),
  ];
}
