import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { exampleScope, explained } from '../support/explained.ts';

const luton = await exampleScope('luton');
const devon = await exampleScope('devon');
const programme = await exampleScope('programme');

describe('a figure', () => {
  it('has its formula, its inputs with places, its rounding and who uses it', () => {
    const one = explained(luton, 'agency_rate', 'figure');
    expect(one.id).toBe('agency_rate@2021-02');
    expect(one.value).toMatchObject({ text: '21.08%', fraction: '39/185' });
    expect(one.value.rounding).toBe(
      '0.210810…, rounded once to 2 decimals of the percentage, half away from zero',
    );
    expect(one.formula).toEqual({
      words: 'agency social workers ÷ (permanent social workers + agency social workers)',
      ids: 'agency / (permanent + agency)',
      numbers: '39 ÷ (146 + 39) = 0.210810… = 21.08%',
    });
    expect(one.inputs.map(({ id, text, at }) => [id, text, at?.line])).toEqual([
      ['agency@2021-02', '39', 8],
      ['permanent@2021-02', '146', 3],
    ]);
    expect(one.definition.usedBy.join()).toContain('Medway');
    expect(one.others.map(({ id, text }) => [id, text])).toContainEqual([
      'agency_share_of_establishment',
      '18.7%',
    ]);
    expect(one.stated.map(({ text, agrees }) => [text, agrees])).toEqual([['21.08%', true]]);
    expect(one.earlier.map(({ period, text }) => `${period} ${text}`)).toEqual([
      'Jan 2021 20.00%',
      'Dec 2020 26.94%',
    ]);
    expect(one.goals.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'target:agency-10 at most 10% by Feb 2022: too early to judge: its recent pace would reach it, over too few points for a trend',
    ]);
  });

  it.each([
    'agency_rate@2021-01',
    'agency_rate from 2021-01',
    'agency_rate@Jan-21',
    'Agency rate@January 2021',
    '{{agency_rate@2021-01}}',
  ])('is named as in a citation, by a month as tables write it, or by its label: %s', (name) => {
    expect(explained(luton, name, 'figure').id).toBe('agency_rate@2021-01');
  });

  it('is reached by its id where an entry of a list is called so too, which is told beside it', () => {
    const kinds = (name: string) => {
      const answer = explain(name, programme);
      return answer.kind === 'explained' ? answer.explanations.map(({ id }) => id) : [];
    };
    expect(kinds('agency')).toEqual(['agency@2026-10', 'milestone:Agency']);
    expect(kinds('milestone:Agency')).toEqual(['milestone:Agency']);
  });

  it('is not equal to itself in more decimals', () => {
    const one = explained(programme, 'unfilled@2025-12', 'figure');
    expect(one.formula?.numbers).toBe('180.0 − 124.0 − 46.0 = 10.0');
  });

  it('is a tree down to what was read, of a sum over groups too', () => {
    const one = explained(programme, 'agency_rate', 'figure');
    expect(one.papers.workstream.id).toBe('workforce');
    const [agency] = one.inputs;
    expect(agency).toMatchObject({ origin: 'added_up', formula: 'sum of 4 teams' });
    expect(agency?.inputs.map(({ of, origin }) => `${of ?? ''} ${origin}`)).toContain(
      'team Assessment given',
    );
    expect(agency?.inputs.every(({ at }) => at !== undefined)).toBe(true);
  });

  it('of a group has that group’s own inputs', () => {
    const one = explained(devon, 'agency@2024-03[staff_group=Social workers]', 'figure');
    expect(one.of).toBe('staff group Social workers');
    expect(one.origin).not.toBe('missing');
    expect(one.isWhole).toBe(false);
  });
});

describe('an entry', () => {
  it('of a risk log is looked up in the matrix', () => {
    const [one] = ['WFR1', 'risk:WFR1', 'wfr 1', 'risk WFR1'].map((name) => explained(luton, name, 'risk'));
    expect(one?.state).toBe('5, Amber');
    expect(one?.because[0]).toMatch(/^likelihood Medium × impact Significant is cell 5, rating Amber/);
    expect(one?.facts.every(({ at }) => at !== undefined)).toBe(true);
  });

  it('whose levels are the wrong way round says so, with the finding', () => {
    const one = explained(luton, 'WFR6', 'risk');
    expect(one.because.join()).toContain('only make sense exchanged');
    expect(one.findings.about.map(({ code }) => code)).toContain('W303');
  });

  it('shares its reference with others: all are told', () => {
    const answer = explain('milestone:Dashboard', luton);
    expect(answer.kind === 'explained' && answer.explanations.length).toBeGreaterThan(1);
  });

  it('of the targets says by which figure it was judged, and what is required', () => {
    const one = explained(luton, 'target:agency-10', 'target');
    expect(one.because.join('; ')).toContain('judged by agency_rate@2021-02');
    expect(one.because.join('; ')).toContain('−0.92 pp a month is required');
  });

  it('of the actions says how many days are left', () => {
    expect(explained(programme, 'W2', 'action').because[0]).toMatch(/\d+ days after/);
  });
});

describe('the rest', () => {
  it('the RAG has everything that was counted, with its place', () => {
    const one = explained(luton, 'rag', 'rag');
    expect(one).toMatchObject({ indicated: 'green', agrees: true });
    expect(one.counted.every(({ at }) => at !== undefined)).toBe(true);
  });

  it('a code has its meaning and what was found under it; a rule is its codes', () => {
    const one = explained(luton, 'w303', 'code');
    expect(one.found).toHaveLength(2);
    expect(explained(luton, one.rule, 'code').id).toBe('W303');
  });

  it.each([
    ['E104', 'there is no code E104', /W104 \(stated-figure\)/],
    ['agncy_rate', 'nothing is called agncy_rate', /agency_rate/],
    ['WFR11', 'nothing is called WFR11', /WFR1/],
    ['agency_rate@2031-02', 'the data holds no period 2031-02', /2021-02/],
    ['milestones.overdu', 'nothing is called milestones.overdu', /milestones\.overdue/],
  ])('a wrong name says what was likely meant: %s', (name, message, help) => {
    const answer = explain(name, luton);
    expect(answer).toMatchObject({ kind: 'unknown', message });
    expect(answer.kind === 'unknown' && answer.help).toMatch(help);
  });

  it.each([
    ['W77', 'the papers have W', programme],
    ['agency[Social workers]', 'did you mean agency[staff_group=Social workers]?', devon],
    ['Agency, Assessment, Oct 2026', 'did you mean agency@2026-10[team=Assessment]?', programme],
    ['milestone-overdu', 'did you mean milestone-overdue?'],
    ['agency (fte)', 'did you mean agency[basis=fte]?'],
    ['agency, full-time equivalent', 'did you mean agency[basis=fte]?'],
    ['agency (fte)', 'did you mean agency?', programme],
  ])('is advised on %s', (name, help, scope = luton) => {
    const answer = explain(name, scope);
    expect(answer.kind === 'unknown' && answer.help).toContain(help);
  });

  it('a name of two figures is not chosen between', () => {
    const answer = explain('Vacancies', luton);
    expect(answer).toMatchObject({
      message: 'several figures are called Vacancies',
      help: 'name one of them: vacancies (63, printed nowhere), unfilled (24)',
    });
  });

  it.each(['RAG', 'Rag'])('%s is the RAG', (name) => {
    expect(explained(luton, name, 'rag').indicated).toBe('green');
  });

  it('what the papers of two workstreams have is not chosen between', () => {
    const answer = explain('milestones.total', programme);
    expect(answer.kind === 'ambiguous' && answer.choices.map(({ workstream }) => workstream.id)).toEqual([
      'workforce',
      'practice',
    ]);
  });
});
