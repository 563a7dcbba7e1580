import { describe, expect, it } from 'vitest';
import { BOARD_RULES } from '../../../src/check/board/index.ts';
import { NARRATIVE_RULES } from '../../../src/check/board/narrative.ts';
import type { PaperContext } from '../../../src/papers/context.ts';
import type { Paper, TableSpec } from '../../../src/model/dataset.ts';
import type { Sourced } from '../../../src/model/place.ts';
import { context, meeting, period, place, recommendation, resolution, sourced } from '../../support/board.ts';
import { lutonObservations, month, paper, table } from '../../support/dataset.ts';

function seen(progress: Sourced<string>): PaperContext {
  const papers = { paper: paper({ progress }), observations: lutonObservations() };
  return context([meeting('2021-04-19', papers)]);
}

function found(text: string) {
  return NARRATIVE_RULES.flatMap((rule) => rule.check(seen(sourced(text))));
}

describe('narrative rules', () => {
  it('find nothing in citations that resolve', () => {
    const text =
      '{{agency}} {{agency_rate@2021-01}} {{agency from 2020-05}} {{agency@May 2020}} {{in_post}} {{period}} ' +
      '{{milestones.overdue}} {{milestones.complete}} {{risks.red}} {{risks.open}} \\{{nothing}}';
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['{{agency_rat}}', 'agency_rat is no measure or metric', 'did you mean agency_rate?'],
    ['{{risks.rde}}', 'risks.rde is nothing that can be cited', 'did you mean {{risks.red}}?'],
    ['{{agency@2021-03}}', 'the data holds no period 2021-03', '2020-01, 2020-05, 2020-12, 2021-01, 2021-02'],
    ['{{permanent@2020-05}}', 'no permanent for May 2020', 'cite a period for which the data has the figure'],
    ['{{agency[team=MASH]}}', 'the data has no groups by team', 'leave the group out'],
    ['{{agency', 'its two closing braces are missing', '{{agency_rate}} for the latest figure'],
    ['{{agency rate}}', 'an underscore in place of each space', 'did you mean {{agency_rate}}?'],
    ['{{Agency rate@2021-01}}', 'an underscore in place of each space', 'did you mean {{agency_rate}}?'],
    ['{{Risks.red}}', 'small letters', 'did you mean {{risks.red}}?'],
    ['{{= agency}}', 'not written as a citation is', '{{agency_rate@2021-01}} for that of a period'],
    ['{{agency[Assessment]}}', 'its group', '{{agency[team=Assessment]}} for that of a group'],
  ])('find %s', (text, message, help) => {
    const [first, ...others] = found(text);
    expect(others).toEqual([]);
    expect(first?.code).toBe('E403');
    expect(first?.message).toContain(message);
    expect(first?.help).toContain(help);
  });

  it('find nothing in a group that is cited where the data has groups only', () => {
    const observations = table([month('2021-01'), month('2021-02')], [['agency', 12, 11]], {
      group: { team: 'MASH' },
    });
    const seenOf = (text: string) =>
      context([meeting('2021-04-19', { paper: paper({ progress: sourced(text) }), observations })]);
    const messages = (text: string) =>
      NARRATIVE_RULES.flatMap((rule) => rule.check(seenOf(text))).map((one) => one.message);
    expect(messages('{{agency[team=MASH]}} {{agency@2021-01[team=MASH]}}')).toEqual([]);
    // E112 says already that there is no figure of the whole.
    expect(messages('{{agency}}')).toEqual([]);
  });

  it('look into recommendations, resolutions and notes of tables, in papers of any template', () => {
    const bad = (name: string) => sourced(`{{${name}}} of {{agency}}`);
    const written = recommendation('1', {
      recommendation: bad('of_it'),
      progress: bad('of_progress'),
      inPlace: bad('of_place'),
      evidence: [bad('of_evidence'), sourced('{{agency_rate}}')],
    });
    const wanted = (reference: string, due?: string) =>
      resolution(reference, {
        resolution: bad(`of_${reference}`),
        ...(due !== undefined && { due: period(due) }),
      });
    const table_: TableSpec = {
      id: 'teams',
      at: place(),
      title: 'Teams',
      of: {},
      figures: [],
      rows: { kind: 'figures' },
      columns: { kind: 'periods' },
      periods: [],
      note: bad('of_note'),
    };
    const bare: Paper = {
      draft: false,
      title: 'Workforce update',
      reportBy: 'Director of People',
      asks: [],
      escalations: [],
      sections: [],
      questions: [],
      answers: [],
      notes: [],
      appendices: [],
      movements: [],
    };
    const papers = context(
      [
        meeting('2021-02-15', { resolutions: [wanted('before'), wanted('later', '2021-12')] }),
        meeting('2021-04-19', {
          paper: bare,
          observations: lutonObservations(),
          recommendations: [written],
          resolutions: [wanted('now')],
        }),
      ],
      { workstream: { template: 'committee-report', tables: [table_] } },
    );
    const messages = NARRATIVE_RULES.flatMap((rule) => rule.check(papers)).map((one) => one.message);
    expect(messages.map((one) => one.slice(0, one.indexOf(' ')))).toEqual(
      ['it', 'progress', 'place', 'evidence', 'now', 'before', 'note'].map((name) => `{{of_${name}}}`),
    );
    expect(BOARD_RULES.flatMap((rule) => rule.check(papers)).map((one) => one.code)).toEqual([
      'W405',
      ...messages.map(() => 'E403'),
    ]);
  });

  it('give the place of the citation on its own line of the file', () => {
    const value = 'First line then {{agency_rat}} workers\n';
    const lines = [
      { offset: 0, line: 21, column: 3 },
      { offset: value.indexOf('then'), line: 22, column: 3 },
    ];
    const findings = NARRATIVE_RULES.flatMap((rule) =>
      rule.check(seen({ ...sourced(value, place(21, 3)), lines })),
    );
    expect(findings[0]?.at).toMatchObject({ line: 22, column: 8, length: '{{agency_rat}}'.length });
  });

  it('give the place of the text where its lines are not known', () => {
    const findings = NARRATIVE_RULES.flatMap((rule) =>
      rule.check(seen(sourced('a {{agency_rat}}', place(20, 11)))),
    );
    expect(findings[0]?.at).toMatchObject({ line: 20, column: 11 });
    expect(findings[0]?.message).toContain('{{agency_rat}}');
  });
});
