import { describe, expect, it } from 'vitest';
import { looksLikePath, lookOf, misspeltPeriod } from '../../src/cli/diff-look.ts';
import { formatPeriod } from '../../src/model/format.ts';

describe('lookOf', () => {
  it.each<[string, string | undefined]>([
    ['2021-01', 'a data period'],
    ['Q3 2023/24', 'a data period'],
    ['Febuary 2021', 'a data period'],
    ['2021-04-19', 'a day'],
    ['before.CSV', 'a table'],
    ['a/b.yml', 'a table'],
    ['.csv', undefined],
    ['HEAD', 'a git revision'],
    ['main~2', 'a git revision'],
    ['HEADING', undefined],
    ['main', undefined],
    ['../old', undefined],
  ])('%s is %s', (text, words) => {
    expect(lookOf(text)?.words).toBe(words);
  });
});

describe('misspeltPeriod', () => {
  it.each<[string, string | undefined]>([
    ['Febuary 2021', 'Feb 2021'],
    ['Janaury 2021', 'Jan 2021'],
    ['Jna 2021', 'Jan 2021'],
    ['juen-21', 'Jun 2021'],
    ['release-21', undefined],
    ['feature-2021', undefined],
    ['Febuary', undefined],
    ['nothing 2021', undefined],
  ])('%s is meant as %s', (text, label) => {
    const period = misspeltPeriod(text);
    expect(period && formatPeriod(period)).toBe(label);
  });
});

describe('looksLikePath', () => {
  it.each([
    ['examples/nowhere', true],
    ['examples\\nowhere', true],
    ['jan.csv', true],
    ['2021/01/x', true],
    ['2021/22', false],
    ['Q3 2023/25', false],
    ['31/13/2021', false],
    ['main', false],
  ])('%s: %s', (text, expected) => {
    expect(looksLikePath(text)).toBe(expected);
  });
});
