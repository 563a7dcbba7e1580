import type { PaperContext } from '../papers/context.ts';
import type { Meeting, Risk } from '../model/dataset.ts';
import type { Matrix } from '../model/matrix.ts';
import { assess, judgedPair, sameScore, type Scored } from '../risk/matrix.ts';
import { riskMovement, type RiskMovement } from '../risk/movement.ts';
import { formatDate, periodRef } from './format.ts';
import type { RiskRow, RiskSection } from './report.ts';

/**
 * Returns the risk log as it is reported: scored by the matrix, open and closed apart, in the order of the data.
 * Levels that the matrix knows are given by their ids there, others as written. Counts are of scored open risks, one
 * for every rating.
 */
export function riskSection({ meeting, previous, programme: { matrix } }: PaperContext): RiskSection {
  const row = (risk: Risk) => riskRow(risk, matrix, previous);
  const open = meeting.risks.filter((risk) => risk.open).map(row);
  return {
    ...(matrix && { matrix }),
    open,
    closed: meeting.risks.filter((risk) => !risk.open).map(row),
    counts: Object.fromEntries(
      (matrix?.ratings ?? []).map(({ id }) => [id, open.filter((risk) => risk.rating === id).length]),
    ),
  };
}

function riskRow(risk: Risk, matrix: Matrix | undefined, previous: Meeting | undefined): RiskRow {
  const movement = previous && riskMovement(matrix, risk, previous.risks);
  return {
    reference: risk.reference,
    risk: risk.risk,
    ...scoring(risk, matrix),
    ...(risk.statedScore !== undefined && { statedScore: risk.statedScore }),
    mitigation: risk.mitigation,
    ...(risk.mitigationDate && { mitigationDate: periodRef(risk.mitigationDate) }),
    ...(risk.owner !== undefined && { owner: risk.owner }),
    comment: risk.comment,
    ...(movement && { movement: { kind: movement.kind, text: movementText(movement, previous) } }),
    at: risk.at,
  };
}

type Scoring = Pick<
  RiskRow,
  | 'likelihood'
  | 'impact'
  | 'score'
  | 'rating'
  | 'ratingLabel'
  | 'severe'
  | 'action'
  | 'scoreAgrees'
  | 'swapped'
>;

/** A swapped pair gets no score, but is severe where it is so exchanged: a mix-up must not hide a red risk. */
function scoring(risk: Risk, matrix: Matrix | undefined): Scoring {
  const asWritten = { likelihood: risk.likelihood, impact: risk.impact };
  if (!matrix) return { ...asWritten, severe: false };
  const found = assess(matrix, risk.likelihood, risk.impact);
  const severe = judgedPair(found)?.rating.severe ?? false;
  if (found.kind === 'unknown') return { ...asWritten, severe };
  if (found.kind === 'swapped') {
    const { likelihood, impact, cell, rating } = found.exchanged;
    const swapped = {
      likelihood: likelihood.id,
      impact: impact.id,
      score: cell.score,
      rating: rating.id,
    };
    return { ...asWritten, severe, swapped };
  }
  return {
    likelihood: found.likelihood.id,
    impact: found.impact.id,
    score: found.cell.score,
    rating: found.rating.id,
    ratingLabel: found.rating.label,
    severe,
    ...(found.cell.action !== undefined && { action: found.cell.action }),
    ...(risk.statedScore !== undefined && { scoreAgrees: sameScore(risk.statedScore, found.cell.score) }),
  };
}

function movementText({ kind, was, scored }: RiskMovement, previous: Meeting): string {
  const since = formatDate(previous.date);
  if (kind === 'new') return was ? `Open again: closed on ${since}` : `New since ${since}`;
  if (kind === 'closed') return `Closed since ${since}`;
  if (!scored) return kind === 'same' ? 'Unchanged' : `${kind === 'up' ? 'Up' : 'Down'} since ${since}`;
  const { from, to } = scored;
  if (from.cell === to.cell) return `Unchanged: ${cellText(to)}`;
  const ratings = from.rating.id === to.rating.id ? '' : `, ${from.rating.label} → ${to.rating.label}`;
  return `${cellText(from)} → ${cellText(to)}${ratings}`;
}

function cellText({ likelihood, impact, cell }: Scored): string {
  return `${likelihood.label} × ${impact.label} (${cell.score})`;
}
