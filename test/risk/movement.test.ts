import { describe, expect, it } from 'vitest';
import { riskMovement } from '../../src/risk/movement.ts';
import { LUTON_MATRIX, risk } from '../support/board.ts';

const before = [
  risk('WFR1', 'Medium', 'Significant'),
  risk('WFR2', 'High', 'Noticeable', { open: false }),
  risk('WFR3', 'Significant', 'Low'),
];

function kind(now: ReturnType<typeof risk>, table: typeof LUTON_MATRIX | undefined = LUTON_MATRIX) {
  return riskMovement(table, now, before)?.kind;
}

describe('riskMovement', () => {
  it('follows a risk by its reference, whatever its case', () => {
    const found = riskMovement(LUTON_MATRIX, risk('wfr 1', 'High', 'Significant'), before);
    expect(found?.kind).toBe('up');
    expect(found?.scored?.from.cell.score).toBe('5');
    expect(found?.scored?.to.cell.score).toBe('7');
  });

  it('tells down, same and closed', () => {
    expect(kind(risk('WFR1', 'Low', 'Significant'))).toBe('down');
    expect(kind(risk('WFR1', 'High', 'Noticeable'))).toBe('down');
    expect(kind(risk('WFR1', 'medium', 'SIGNIFICANT'))).toBe('same');
    expect(kind(risk('WFR1', 'Medium', 'Significant', { open: false }))).toBe('closed');
  });

  it('calls a risk new that was not there, and one that is open again', () => {
    expect(riskMovement(LUTON_MATRIX, risk('WFR9', 'Low', 'Critical'), before)).toEqual({ kind: 'new' });
    expect(riskMovement(LUTON_MATRIX, risk('WFR2', 'High', 'Noticeable'), before)).toMatchObject({
      kind: 'new',
      was: { reference: 'WFR2' },
    });
  });

  it('says nothing of a risk that was and is closed', () => {
    expect(kind(risk('WFR2', 'High', 'Noticeable', { open: false }))).toBeUndefined();
    expect(kind(risk('WFR8', 'High', 'Noticeable', { open: false }))).toBeUndefined();
  });

  it('judges levels that were written the wrong way round exchanged, and shows no cell for them', () => {
    expect(riskMovement(LUTON_MATRIX, risk('WFR3', 'High', 'Significant'), before)).toEqual({
      kind: 'up',
      was: before[2],
    });
    expect(kind(risk('WFR3', 'Low', 'Noticeable'))).toBe('down');
    expect(kind(risk('WFR3', 'Low', 'Significant'))).toBe('same');
    expect(kind(risk('WFR3', 'Significant', 'Low'))).toBe('same');
    expect(kind(risk('WFR1', 'Critical', 'High'))).toBe('up');
  });

  it('claims no direction where levels changed and have no cell', () => {
    expect(kind(risk('WFR3', 'Unlikely', 'Significant'))).toBeUndefined();
    expect(riskMovement(undefined, risk('WFR1', 'High', 'Significant'), before)).toBeUndefined();
  });
});
