import { describe, expect, it } from 'vitest';
import { indicatedRag, ragAgrees, type RagEvidence } from '../../src/risk/rag.ts';

interface Change {
  targets?: Partial<RagEvidence['targets']>;
  milestones?: Partial<RagEvidence['milestones']>;
  risks?: Partial<RagEvidence['risks']>;
  actions?: Partial<RagEvidence['actions']>;
  indicators?: Partial<RagEvidence['indicators']>;
}

/** Luton in April 2021, with the case's changes. */
function indicated({ targets, milestones, risks, actions, indicators }: Change) {
  return indicatedRag({
    targets: {
      achieved: 2,
      achievedAsStated: 0,
      atTarget: 0,
      onCourse: 1,
      offCourse: 0,
      missed: 0,
      unknown: 0,
      ...targets,
    },
    milestones: { total: 7, complete: 6, overdue: 0, slipped: 1, ...milestones },
    risks: { open: 4, red: 0, ...risks },
    actions: { open: 0, overdue: 0, ...actions },
    indicators: { green: 0, amber: 0, red: 0, ...indicators },
  }).rag;
}

describe('indicatedRag', () => {
  it('is Green for Luton: a slipped milestone alone is no more', () => {
    expect(indicated({})).toBe('green');
    expect(indicated({ milestones: { slipped: 7 } })).toBe('green');
    expect(indicated({ targets: { unknown: 3 } })).toBe('green');
  });

  it('is Green beside actions that are open in time, and indicators at their levels', () => {
    expect(indicated({ actions: { open: 3 }, indicators: { green: 2 } })).toBe('green');
  });

  it('is Amber for any one of red risk, amber or red indicator, overdue milestone or action, target off course', () => {
    expect(indicated({ actions: { open: 1, overdue: 1 } })).toBe('amber');
    expect(indicated({ indicators: { red: 1 } })).toBe('amber');
    expect(indicated({ indicators: { green: 2, amber: 1 } })).toBe('amber');
    expect(indicated({ risks: { red: 1 } })).toBe('amber');
    expect(indicated({ milestones: { overdue: 1 } })).toBe('amber');
    expect(indicated({ targets: { offCourse: 1 } })).toBe('amber');
  });

  it('stays Amber for two of them without a red risk, or without anything overdue', () => {
    expect(indicated({ milestones: { overdue: 1 }, targets: { offCourse: 1 } })).toBe('amber');
    expect(indicated({ risks: { red: 2 }, targets: { offCourse: 1 } })).toBe('amber');
    expect(indicated({ actions: { overdue: 2 }, indicators: { red: 2 }, risks: { red: 1 } })).toBe('amber');
  });

  it('is Red for a missed target, and for a red risk beside an overdue milestone', () => {
    expect(indicated({ targets: { missed: 1 } })).toBe('red');
    expect(indicated({ risks: { red: 1 }, milestones: { overdue: 1 } })).toBe('red');
  });

  const done: Change = {
    targets: { achieved: 3, onCourse: 0 },
    milestones: { complete: 7 },
    risks: { open: 0 },
  };

  it('is Blue only when everything is complete', () => {
    expect(indicated(done)).toBe('blue');
    expect(indicated({ ...done, targets: { achieved: 0, onCourse: 0 } })).toBe('blue');
    expect(indicated({ ...done, targets: { atTarget: 1, onCourse: 0 } })).toBe('green');
    expect(indicated({ ...done, risks: { open: 1 } })).toBe('green');
    expect(indicated({ ...done, actions: { open: 1 } })).toBe('green');
    expect(indicated({ ...done, indicators: { green: 1 } })).toBe('blue');
    expect(indicated({ ...done, indicators: { green: 1, amber: 1 } })).toBe('amber');
    expect(indicated({ ...done, targets: { onCourse: 1 } })).toBe('green');
    expect(indicated({ ...done, targets: { onCourse: 0, unknown: 1 } })).toBe('green');
    expect(indicated({ ...done, milestones: { complete: 6 } })).toBe('green');
    expect(indicated({ ...done, milestones: { total: 0, complete: 0 } })).toBe('green');
  });
});

describe('ragAgrees', () => {
  it('takes Green for Blue and nothing else', () => {
    expect(ragAgrees('green', 'green')).toBe(true);
    expect(ragAgrees('green', 'blue')).toBe(true);
    expect(ragAgrees('blue', 'green')).toBe(false);
    expect(ragAgrees('amber', 'green')).toBe(false);
    expect(ragAgrees('green', 'amber')).toBe(false);
  });
});
