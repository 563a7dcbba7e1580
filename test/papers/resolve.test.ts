import { describe, expect, it } from 'vitest';
import { splitCitations } from '../../src/papers/citation.ts';
import { resolveCitation } from '../../src/papers/resolve.ts';
import type { PaperContext } from '../../src/papers/context.ts';
import { action, context, indicator, limit, meeting, period, recommendation } from '../support/board.ts';
import { month, table } from '../support/dataset.ts';

const MONTHS = [month('2021-01'), month('2021-02'), month('2021-03')];
const INDICATORS = 'workforce/2021-04-19/indicators.csv';

const papers = meeting('2021-04-19', {
  observations: [
    ...table(MONTHS.slice(0, 2), [['agency', 36, 39]]),
    ...table(MONTHS.slice(0, 2), [['agency', '30.5', '33.5']], { basis: 'fte' }),
    ...table(MONTHS.slice(0, 2), [['agency', 10, 12]], { group: { team: 'Assessment' } }),
    ...table(MONTHS.slice(0, 1), [['agency', 9]], { group: { team: 'MASH' } }),
    ...table(MONTHS, [['agency', 1, 2, 3]], { group: { team: 'Adoption' } }),
    ...table(MONTHS.slice(0, 1), [['permanent', 146]]),
  ],
  indicators: [
    ...table(MONTHS, [['caseload', 16, 17, '19.25']], { file: INDICATORS }),
    ...table(MONTHS.slice(0, 1), [['caseload', 21]], { file: INDICATORS, group: { team: 'MASH' } }),
  ],
  actions: [
    action('A1', { due: period('2021-03') }),
    action('A2'),
    action('A3', { state: 'complete' }),
    action('A4', { state: 'withdrawn' }),
  ],
  recommendations: [recommendation('1'), recommendation('2', { status: 'complete' })],
});

const caseload = indicator('caseload', { limits: [limit('18')] });
const seen = context([papers], { programme: { indicators: [caseload] } });

function resolve(text: string, at: PaperContext = seen) {
  const [piece] = splitCitations(text);
  if (piece?.kind !== 'citation') throw new RangeError(`no citation: ${text}`);
  return resolveCitation(at, piece.subject);
}

describe('resolveCitation', () => {
  it.each([
    ['{{actions.open}}', '2'],
    ['{{actions.overdue}}', '1'],
    ['{{actions.complete}}', '1'],
    ['{{recommendations.total}}', '2'],
    ['{{recommendations.complete}}', '1'],
    ['{{indicators.red}}', '2'],
    ['{{period}}', 'February 2021'],
  ])('counts %s', (text, wanted) => {
    expect(resolve(text)).toEqual({ kind: 'text', text: wanted });
  });

  it.each([
    ['{{agency}}', '39', '2021-02', 'headcount', {}],
    ['{{agency[basis=fte]}}', '33.5', '2021-02', 'fte', {}],
    ['{{agency@2021-01[Basis=FTE]}}', '30.5', '2021-01', 'fte', {}],
    ['{{agency[basis=head count]}}', '39', '2021-02', 'headcount', {}],
    ['{{agency[team=Assessment]}}', '12', '2021-02', 'headcount', { team: 'Assessment' }],
    ['{{agency[Team=assessment]}}', '12', '2021-02', 'headcount', { team: 'Assessment' }],
    ['{{agency[team=Assessment, basis=headcount]}}', '12', '2021-02', 'headcount', { team: 'Assessment' }],
    // The latest that there is of a group that has no figure for the latest period.
    ['{{agency[team=MASH]}}', '9', '2021-01', 'headcount', { team: 'MASH' }],
    // The workforce's latest period where the group has it, beside others of that period.
    ['{{agency[team=Adoption]}}', '2', '2021-02', 'headcount', { team: 'Adoption' }],
    ['{{agency@2021-03[team=Adoption]}}', '3', '2021-03', 'headcount', { team: 'Adoption' }],
    ['{{caseload}}', '19.25', '2021-03', 'headcount', {}],
    ['{{caseload@Jan 2021}}', '16', '2021-01', 'headcount', {}],
    ['{{caseload@Jan-21}}', '16', '2021-01', 'headcount', {}],
    ["{{caseload@January '21}}", '16', '2021-01', 'headcount', {}],
    ['{{caseload[team=MASH]}}', '21', '2021-01', 'headcount', { team: 'MASH' }],
  ])('fills in %s', (text, wanted, key, basis, group) => {
    expect(resolve(text)).toMatchObject({
      kind: 'text',
      text: wanted,
      figure: { period: { key }, basis, group },
    });
  });

  it.each([
    ['{{agency[basis=ftte]}}', 'ftte is no basis', 'did you mean basis=fte?', 'written'],
    ['{{agency[basis=constructor]}}', 'constructor is no basis', 'a basis is headcount or fte', 'written'],
    ['{{agency[basis=__proto__]}}', '__proto__ is no basis', 'a basis is headcount or fte', 'written'],
    ['{{agency[basis=posts held]}}', 'posts held is no basis', 'a basis is headcount or fte', 'written'],
    ['{{agency[team=Asessment]}}', 'the data has no team "Asessment"', 'did you mean Assessment?', 'data'],
    [
      '{{agency[team=Duty]}}',
      'the data has no team "Duty"',
      'by team the data has Assessment, MASH and Adoption',
      'data',
    ],
    ['{{agency[teem=MASH]}}', 'the data has no groups by teem', 'did you mean team?', 'data'],
    ['{{permanent}}', 'no permanent for Feb 2021', 'cite a period for which the data has the figure', 'data'],
    [
      '{{caseload@2020-12}}',
      'the data holds no period 2020-12',
      'the data holds 2021-01, 2021-02, 2021-03',
      'data',
    ],
    [
      '{{caseload@Jan 21}}',
      'the data holds no period Jan 21',
      'write 2021-01, if the month is meant',
      'data',
    ],
    ['{{permanent@2020-12}}', 'the data holds no period 2020-12', 'the data holds 2021-01', 'data'],
    ['{{indicators.rde}}', 'indicators.rde is nothing', 'did you mean {{indicators.red}}?', 'written'],
  ])('cannot fill in %s', (text, message, help, fault) => {
    expect(resolve(text)).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining(message) as string,
      help: expect.stringContaining(help) as string,
      fault,
    });
  });

  it('does not show an old figure of the whole workforce for the latest', () => {
    expect(resolve('{{permanent@2021-01}}')).toMatchObject({ text: '146' });
    expect(resolve('{{permanent}}')).toMatchObject({ kind: 'problem' });
  });

  it('fills in indicators where there is no workforce, and says so of those that have no figure', () => {
    const { indicators } = papers;
    const programme = { indicators: [caseload, indicator('visits')] };
    const only = context([meeting('2021-04-19', { indicators })], { programme });
    expect(resolve('{{caseload}}', only)).toMatchObject({ text: '19.25' });
    expect(resolve('{{visits}}', only)).toMatchObject({
      message: 'the data has no visits',
      help: 'add its figures to a table of indicators',
      fault: 'data',
    });
    expect(resolve('{{agency}}', only)).toMatchObject({
      message: 'the data has no headcount figures for the whole workforce',
      fault: 'data',
    });
  });
});
