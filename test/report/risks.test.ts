import { describe, expect, it } from 'vitest';
import type { Risk } from '../../src/model/dataset.ts';
import { riskSection } from '../../src/report/risks.ts';
import { context, meeting, risk } from '../support/board.ts';
import { lutonRisks } from '../support/luton-papers.ts';

function section(risks: readonly Risk[], before?: readonly Risk[]) {
  const earlier = before ? [meeting('2021-02-15', { risks: before })] : [];
  return riskSection(context([...earlier, meeting('2021-04-19', { risks })]));
}

const movement = (now: Risk, was?: Risk) => {
  const { open, closed } = section([now], was ? [was] : []);
  return [...open, ...closed][0]?.movement;
};

describe('riskSection', () => {
  it("gives Luton's risk log: 5, 3, 5, 5, and two closed ones with their axes swapped", () => {
    const { open, closed, counts } = section(lutonRisks());
    expect(open.map((one) => [one.reference, one.score, one.ratingLabel, one.scoreAgrees])).toEqual([
      ['WFR1', '5', 'Amber', true],
      ['WFR3', '3', 'Green', true],
      ['WFR9', '5', 'Amber', true],
      ['WFR10', '5', 'Amber', true],
    ]);
    expect(closed.map((one) => [one.reference, one.score, one.swapped])).toEqual(
      ['WFR6', 'WFR7'].map((reference) => [
        reference,
        undefined,
        { likelihood: 'Low', impact: 'Significant', score: '3', rating: 'green' },
      ]),
    );
    expect(counts).toEqual({ green: 1, amber: 3, red: 0 });
    expect(open.every((one) => !('movement' in one))).toBe(true);
  });

  it('gives levels as the matrix has them, or as written where it has not', () => {
    const { open } = section([risk('A', ' medium', 'SIGNIFICANT'), risk('B', 'Mediun', 'Critical')]);
    expect(open[0]).toMatchObject({ likelihood: 'Medium', impact: 'Significant', score: '5' });
    expect(open[1]).toMatchObject({ likelihood: 'Mediun', impact: 'Critical', severe: false });
    expect(open[1]).not.toHaveProperty('score');
  });

  it('shows a stated score beside the one of the matrix', () => {
    expect(section([risk('A', 'Medium', 'Significant', { statedScore: '6' })]).open[0]).toMatchObject({
      score: '5',
      statedScore: '6',
      scoreAgrees: false,
    });
  });

  it('takes a risk for severe that is so with its axes exchanged, without scoring it', () => {
    const { open, counts } = section([risk('A', 'Critical', 'High')]);
    expect(open[0]).toMatchObject({ severe: true, swapped: { score: '9' } });
    expect(open[0]).not.toHaveProperty('score');
    expect(counts).toEqual({ green: 0, amber: 0, red: 0 });
  });

  it('says how a risk moved, from cell to cell and rating to rating', () => {
    expect(movement(risk('A', 'High', 'Significant'), risk('A', 'Medium', 'Significant'))).toEqual({
      kind: 'up',
      text: 'Medium × Significant (5) → High × Significant (7), Amber → Red',
    });
    expect(movement(risk('A', 'High', 'Noticeable'), risk('A', 'Medium', 'Significant'))).toEqual({
      kind: 'down',
      text: 'Medium × Significant (5) → High × Noticeable (4)',
    });
    expect(movement(risk('A', 'Low', 'Critical'), risk('A', 'Low', 'Critical'))).toEqual({
      kind: 'same',
      text: 'Unchanged: Low × Critical (6)',
    });
    expect(movement(risk('A', 'Low', 'Critical'))).toEqual({
      kind: 'new',
      text: 'New since 15 February 2021',
    });
    const closed = { open: false };
    expect(movement(risk('A', 'Low', 'Critical', closed), risk('A', 'Low', 'Critical'))).toEqual({
      kind: 'closed',
      text: 'Closed since 15 February 2021',
    });
    expect(movement(risk('A', 'Low', 'Critical'), risk('A', 'Low', 'Critical', closed))).toEqual({
      kind: 'new',
      text: 'Open again: closed on 15 February 2021',
    });
    expect(movement(risk('A', 'Critical', 'High'), risk('A', 'Critical', 'Low'))).toEqual({
      kind: 'up',
      text: 'Up since 15 February 2021',
    });
    expect(movement(risk('A', 'Critical', 'Low'), risk('A', 'Critical', 'Low'))).toEqual({
      kind: 'same',
      text: 'Unchanged',
    });
  });
});
