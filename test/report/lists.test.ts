import { describe, expect, it } from 'vitest';
import type { Action, Answer, Recommendation, Resolution } from '../../src/model/dataset.ts';
import {
  actionRows,
  missingActionRows,
  answerRows,
  questionRows,
  recommendationRows,
  resolutionRows,
} from '../../src/report/lists.ts';
import { meeting, period, place, sourced } from '../support/board.ts';
import { LUTON_PERIODS, paper, table } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

function action(reference: string, change: Partial<Action> = {}): Action {
  return {
    reference,
    action: `Do ${reference}`,
    state: 'open',
    comment: '',
    at: place(),
    fields: {},
    ...change,
  };
}

function resolution(reference: string, change: Partial<Resolution> = {}): Resolution {
  return { reference, resolution: sourced(`That ${reference}`), at: place(), fields: {}, ...change };
}

function answer(reference: string, text: string): Answer {
  return { resolution: reference, text: sourced(text), at: place() };
}

const FEBRUARY = '2021-02-15';

describe('actionRows', () => {
  it('judges each action as of the meeting, and says where it stood before', () => {
    const actions = [
      action('A1', { due: period('2021-03'), owner: 'HR' }),
      action('A2', { due: period('2021-02'), revised: period('2021-04') }),
      action('A3', { due: period('2021-06'), raised: period('2021-01') }),
      action('A4', { state: 'complete', done: period('2021-04') }),
      action('A5', { state: 'withdrawn' }),
      action('A6'),
    ];
    const { context } = figureSet({
      meeting: { actions },
      before: [meeting(FEBRUARY, { actions: [action('a 4'), action('A5', { state: 'complete' })] })],
    });
    const rows = actionRows(context);
    expect(rows.map((one) => [one.reference, one.state, one.stateText])).toEqual([
      ['A1', 'overdue', 'Overdue by 19 days'],
      ['A2', 'due_soon', 'Due soon: 30 April 2021'],
      ['A3', 'open', 'Due by 30 June 2021'],
      ['A4', 'complete', 'Complete'],
      ['A5', 'withdrawn', 'Withdrawn'],
      ['A6', 'open', 'Open, without a date'],
    ]);
    expect(rows[0]).toMatchObject({ owner: 'HR', due: { key: '2021-03', label: 'Mar 2021' } });
    expect(rows[0]).not.toHaveProperty('carried');
    expect(rows[3]?.carried).toEqual({ meeting: FEBRUARY, state: 'open' });
    expect(rows[4]?.carried).toEqual({ meeting: FEBRUARY, state: 'complete' });
  });
});

describe('missingActionRows', () => {
  it('is every action that was open when it was last listed, and is no longer', () => {
    const { context } = figureSet({
      meeting: { actions: [action('A1')] },
      before: [
        meeting('2021-01-18', { actions: [action('A9', { due: period('2021-05') })] }),
        meeting(FEBRUARY, {
          actions: [action('a 1'), action('A2', { owner: 'HR' }), action('A3', { state: 'complete' })],
        }),
      ],
    });
    expect(missingActionRows(context)).toMatchObject([
      { reference: 'A2', owner: 'HR', meeting: FEBRUARY },
      { reference: 'A9', due: { key: '2021-05' }, meeting: '2021-01-18' },
    ]);
  });
});

describe('recommendationRows', () => {
  const one: Recommendation = {
    reference: '1',
    recommendation: sourced('Reduce agency use.'),
    source: 'Ofsted',
    status: 'in_progress',
    progress: sourced('Agency stands at {{agency}}.'),
    evidence: [sourced('Agency {{agency@2021-01}} in January')],
    actions: [sourced('a1'), sourced('A9')],
    at: place(),
    fields: {},
  };
  const figures = figureSet({
    meeting: {
      observations: table(LUTON_PERIODS, [['agency', 52, 36, 39]]),
      recommendations: [one, { ...one, reference: '2', status: 'complete' }],
      actions: [action('A1', { due: period('2021-03') })],
    },
  });
  const rows = recommendationRows(figures.context, figures.narrative);

  it('fills in progress and evidence, whose figures join the report', () => {
    expect(rows[0]).toMatchObject({
      recommendation: 'Reduce agency use.',
      source: 'Ofsted',
      statusText: 'In progress',
      progress: 'Agency stands at 39.',
      evidence: ['Agency 36 in January'],
    });
    expect(Object.keys(figures.all())).toEqual(['agency@2021-01', 'agency@2021-02']);
    expect(rows[1]?.statusText).toBe('Complete');
  });

  it('says where its actions stand, and which are not there', () => {
    expect(rows[0]?.actions).toEqual([
      { reference: 'A1', stateText: 'Overdue by 19 days' },
      { reference: 'A9', stateText: 'Not among the actions' },
    ]);
  });
});

describe('answerRows', () => {
  const rows = (answers: readonly Answer[], earlier: readonly Answer[] = []) => {
    const figures = figureSet({
      meeting: {
        paper: paper({ answers }),
        observations: table(LUTON_PERIODS, [['agency', 52, 36, 39]]),
        resolutions: [resolution('R9')],
      },
      before: [
        meeting('2020-12-14', {
          resolutions: [resolution('R1'), resolution('R2', { due: period('2021-06') })],
        }),
        meeting(FEBRUARY, { paper: paper({ answers: earlier }), resolutions: [resolution('R3')] }),
      ],
    });
    return {
      answers: answerRows(figures.context, figures.narrative),
      own: resolutionRows(figures.context, figures.narrative),
    };
  };

  it('has what earlier meetings resolved and wait for, with the answers of these papers', () => {
    const { answers, own } = rows([answer('r3', 'Now {{agency}}.')]);
    expect(answers.map((one) => [one.reference, one.meeting, one.answer])).toEqual([
      ['R1', '2020-12-14', undefined],
      ['R3', FEBRUARY, 'Now 39.'],
    ]);
    expect(own).toEqual([{ reference: 'R9', resolution: 'That R9', at: place() }]);
  });

  it('leaves out what earlier papers answered, unless these bring it up to date', () => {
    const earlier = [answer('R1', 'Done.')];
    expect(rows([], earlier).answers.map((one) => one.reference)).toEqual(['R3']);
    expect(rows([answer('R1', 'Done again.')], earlier).answers).toMatchObject([
      { reference: 'R1', answer: 'Done again.' },
      { reference: 'R3' },
    ]);
  });

  it('has one that is not due yet only where it is answered', () => {
    expect(rows([answer('R2', 'Early.')]).answers.find((one) => one.reference === 'R2')).toMatchObject({
      answer: 'Early.',
      due: { key: '2021-06' },
    });
  });
});

describe('questionRows', () => {
  it('fills both texts in', () => {
    const questions = [{ question: sourced('Why {{agency}}?'), answer: sourced('From {{agency@2021-01}}.') }];
    const figures = figureSet({
      meeting: {
        paper: paper({ questions }),
        observations: table(LUTON_PERIODS, [['agency', 52, 36, 39]]),
      },
    });
    expect(questionRows(figures.context, figures.narrative)).toEqual([
      { question: 'Why 39?', answer: 'From 36.' },
    ]);
  });
});
