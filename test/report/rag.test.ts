import { describe, expect, it } from 'vitest';
import type { Action, Indicator, Milestone, Risk, Target } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import { createFigureSet } from '../../src/report/figures.ts';
import { createNarrative } from '../../src/report/narrative.ts';
import { ragSection } from '../../src/report/rag.ts';
import { context, meeting, milestone, period, place, risk, sourced } from '../support/board.ts';
import { lutonObservations, month, paper, target } from '../support/dataset.ts';

interface Case {
  readonly risks?: readonly Risk[];
  readonly milestones?: readonly Milestone[];
  readonly targets?: readonly Target[];
  readonly actions?: readonly Action[];
  readonly indicators?: readonly Indicator[];
}

function section({ risks = [], milestones = [], targets = [], actions = [], indicators = [] }: Case) {
  const rag = { current: 'green' as const, reason: sourced('At {{agency_rate}}.'), at: place() };
  const papers = { paper: paper({ rag }), observations: lutonObservations(), risks, milestones, actions };
  const seen = context([meeting('2021-04-19', papers)], { programme: { targets, indicators } });
  const figures = createFigureSet(seen);
  const made = ragSection(seen, createNarrative(figures));
  if (made === undefined) throw new RangeError('the paper states a RAG');
  return made;
}

const evidence = (one: Case) => section(one).evidence.map(({ text, tone }) => `${tone}: ${text}`);

describe('ragSection', () => {
  it('fills the reason in and leaves out what was not stated', () => {
    const rag = section({});
    expect(rag.reason).toBe('At 21.08%.');
    expect(rag).not.toHaveProperty('previous');
    expect(rag).not.toHaveProperty('despite');
  });

  it('tells of actions that are open, and of indicators by how they stand to their levels', () => {
    const action = (due: string, change = {}) => ({
      reference: due,
      action: 'Act',
      due: period(due),
      state: 'open' as const,
      comment: '',
      at: place(),
      fields: {},
      ...change,
    });
    expect(evidence({ actions: [action('2021-06')] })).toEqual(['good: No action overdue']);
    expect(evidence({ actions: [action('2021-03'), action('2021-02', { state: 'complete' })] })).toEqual([
      'bad: 1 action overdue',
    ]);
    // Agency is 39 of 185, 21.08%: above a cap of 20%, within one of 20% with tolerance to 22%, and below 25%.
    const cap = (value: string, amberTo?: string): Indicator => ({
      id: 'agency_rate',
      at: place(),
      label: 'Agency rate',
      unit: 'share',
      places: 1,
      direction: 'lower',
      nature: 'stock',
      description: 'Agency.',
      workstreams: [],
      limits: [
        {
          kind: 'cap',
          direction: 'lower',
          value: exact(value),
          notation: 'percent',
          ...(amberTo !== undefined && { amberTo: exact(amberTo) }),
          of: {},
          at: place(),
        },
      ],
    });
    const first = (...indicators: Indicator[]) => evidence({ indicators })[0];
    expect(first(cap('0.2'))).toBe('bad: 1 indicator outside its level');
    expect(first(cap('0.2', '0.22'))).toBe('attention: 1 indicator outside its level, within tolerance');
    expect(first(cap('0.25'))).toBe('good: 1 indicator within its level');
    expect(first(cap('0.2'), { ...cap('19'), id: 'agency' })).toBe('bad: 2 indicators outside their levels');
  });

  it('says what there is, and nothing of what there is not', () => {
    expect(evidence({})).toEqual([]);
    expect(evidence({ risks: [risk('A', 'Low', 'Low', { open: false })] })).toEqual(['good: No open risk']);
    expect(evidence({ milestones: [milestone('2020-12', { complete: true })] })).toEqual([
      'good: The milestone is complete',
    ]);
  });

  it('sets out the evidence against a Green RAG', () => {
    const one = {
      risks: [risk('A', 'High', 'Critical'), risk('B', 'Significant', 'High')],
      milestones: [milestone('2021-03'), milestone('2021-02', { revised: month('2021-12') })],
      targets: [
        target({ by: month('2021-02') }),
        target({ by: month('2021-03') }),
        target({ metric: 'unfilled', notation: 'plain' }),
      ],
    };
    expect(evidence(one)).toEqual([
      'bad: 1 target missed',
      'attention: 1 target off course',
      'attention: 1 target that cannot be judged',
      'bad: 1 milestone overdue',
      'attention: 1 milestone slipped',
      'bad: 2 red risks',
    ]);
    expect(section(one)).toMatchObject({ current: 'green', indicated: 'red', agrees: false });
  });

  it('says that all is complete', () => {
    const done = [milestone('2020-12', { complete: true }), milestone('2020-11', { complete: true })];
    expect(evidence({ milestones: done })).toContain('good: All 2 milestones complete');
    expect(section({ milestones: done })).toMatchObject({ indicated: 'blue', agrees: true });
  });
});
