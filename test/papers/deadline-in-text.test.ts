import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/papers/dates-in-text.ts';
import { deadlineInComment, deadlineInName } from '../../src/papers/deadline-in-text.ts';
import { month } from '../support/dataset.ts';

const NEAR = month('2020-07');
const keys = (text: string) => datesIn(text, NEAR).map(({ readings }) => readings.map(({ key }) => key));

describe('a date in a text', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['by 1 July 2020', [['2020-07-01']]],
    ['by 1st July 2020.', [['2020-07-01']]],
    ['by the 1st of July, 2020', [['2020-07-01']]],
    ['by Wednesday 1 July 2020', [['2020-07-01']]],
    ['on 2020-07-01', [['2020-07-01']]],
    ['on 31/03/2021', [['2021-03-31']]],
    ['on 03.03.2021', [['2021-03-03']]],
    ['by the end of March 2021', [['2021-03']]],
    ['by end Sept 2021', [['2021-09']]],
    ['in Jun 2021', [['2021-06']]],
    ['Dec-20', [['2020-12']]],
    ["Dec '20", [['2020-12']]],
    ['from June 2020 to Summer 2021', [['2020-06'], ['2021-summer']]],
    ['by 1 July', [['2019-07-01', '2020-07-01', '2021-07-01']]],
    ['by 29 Feb', [['2020-02-29']]],
    ['by the end of March', [['2019-03', '2020-03', '2021-03']]],
    ['on 31 June 2020', [[]]],
    ['on 05/06/2020', [[]]],
    ['by July 20', []],
    ['they may march', []],
    ['Mayor Marchant', []],
    ['the Decision of 2020', []],
    ['1 of 20', []],
    ['16.8.2', []],
  ])('%s', (text, wanted) => {
    expect(keys(text)).toEqual(wanted);
  });
});

describe('the deadline in a name', () => {
  it.each([
    ['Five agency staff are permanent staff by 1 July 2020', 'by 1 July 2020'],
    ['By July 2020, five agency staff are permanent', 'By July 2020'],
    ['Strategy agreed (by the end of July)', 'by the end of July'],
    ['Strategy agreed no later than 3 July', 'no later than 3 July'],
  ])('%s', (name, written) => {
    const found = deadlineInName(name, NEAR);
    expect(found?.written).toBe(written);
    expect(name.slice(found?.offset)).toMatch(new RegExp(`^${written}`));
  });

  it.each([
    'Dashboard completed by the supplier',
    'Academy opened in July 2020',
    'Posts filled by 1 July 2020 and inductions done',
    'Leavers of June 2020 replaced by July 2020',
    'Standby July 2020',
    'Returns by mid-July 2020',
    'Posts filled before 1 July 2020',
  ])('is not in: %s', (name) => {
    expect(deadlineInName(name, NEAR)).toBeUndefined();
  });
});

describe('the deadline in a comment', () => {
  it.each([
    ['Now expected by June 2021', 'Now expected by June 2021'],
    ['Complex. Delayed to September 2020, at the supplier', 'Delayed to September 2020'],
    ['To be completed by 3 August', 'To be completed by 3 August'],
    ['Due March 2021', 'Due March 2021'],
    ['Postponed until Summer 2021 because of the election', 'Postponed until Summer 2021'],
  ])('%s', (comment, written) => {
    expect(deadlineInComment(comment, NEAR)?.written).toBe(written);
  });

  it.each([
    'Consultation goes on to the end of November',
    'Consultation extended to the end of November',
    'Delayed in March 2021',
    'Delayed from March 2021 to June 2021',
    'Expected by June 2021 figures',
    'Not expected by June 2021',
    'Both start in December',
  ])('is not in: %s', (comment) => {
    expect(deadlineInComment(comment, NEAR)).toBeUndefined();
  });
});
