import { describe, expect, it } from 'vitest';
import { ambiguousAcceptances, matched, settle } from '../../src/check/settle.ts';
import { DEFAULT_CHECKS, type Acceptance } from '../../src/model/checks.ts';
import { finding } from '../../src/model/finding.ts';
import { sourced, place } from '../support/board.ts';

const entry = (says: string, change: Partial<Acceptance> = {}): Acceptance => ({
  code: 'W110',
  of: 'permanent@2021-01',
  says: sourced(says),
  reason: sourced('Known.'),
  by: 'Head of Workforce',
  at: place(),
  ...change,
});
const unexplained = (value: string) =>
  finding('W110', `permanent staff in Jan 2021: ${value} unexplained`, { about: 'permanent@2021-01' });
const settled = (value: string, says: string): boolean =>
  settle([unexplained(value)], { checks: { ...DEFAULT_CHECKS, accepted: [entry(says)] } }, 'workforce')[0]
    ?.accepted !== undefined;

describe('a finding that another tells', () => {
  const renamed = finding('W147', 'team Assesment is nearly Assessment', { about: 'agency[team=Assesment]' });
  const gone = finding('W121', 'agency is added up without team Assessment', {
    about: 'agency@2021-01',
    toldBy: { code: 'W147', about: 'agency[team=Assesment]' },
  });
  const codes = (...accepted: readonly Acceptance[]) =>
    settle([gone, renamed], { checks: { ...DEFAULT_CHECKS, accepted } }, 'workforce').map(({ code }) => code);

  it('is left out while that one stands', () => {
    expect(codes()).toEqual(['W147']);
    expect(codes(entry('nearly', { code: 'W147', of: 'agency[team=Duty]' }))).toEqual(['W147']);
  });

  it('is told where that one is accepted, or is not there', () => {
    expect(codes(entry('nearly', { code: 'W147', of: 'agency[team=Assesment]' }))).toEqual(['W121', 'W147']);
    expect(settle([gone], { checks: DEFAULT_CHECKS }, 'workforce').map(({ code }) => code)).toEqual(['W121']);
  });

  it('is given without the name of the other', () => {
    expect(settle([gone], { checks: DEFAULT_CHECKS }, 'workforce')[0]).not.toHaveProperty('toldBy');
  });
});

describe('an acceptance', () => {
  it('is of the words of a finding, however their spaces and minus are typed', () => {
    expect(settled('−6', '−6 unexplained')).toBe(true);
    expect(settled('−6', ' -6  unexplained\n')).toBe(true);
    expect(settled('−6', 'permanent staff in Jan 2021: −6 unexplained')).toBe(true);
    expect(settled('1,234', '1,234 unexplained')).toBe(true);
  });

  it('is of no other value', () => {
    expect(settled('+394', '−6 unexplained')).toBe(false);
    expect(settled('−16', '6 unexplained')).toBe(false);
    expect(settled('−6', '6 unexplained')).toBe(false);
    expect(settled('1,234', '234 unexplained')).toBe(false);
    expect(settled('4.5', 'Jan 2021: 4')).toBe(false);
    expect(settled('45', 'Jan 2021: 4')).toBe(false);
  });

  it('needs the value, where the finding has one', () => {
    expect(settled('−6', 'unexplained')).toBe(false);
    expect(settled('−6', 'permanent staff in Jan 2021')).toBe(false);
  });

  it('that fits two different findings in the same papers accepts neither, and is told', () => {
    const two = ['stated 5%, is 6%', 'stated 5%, is 7%'].map((message) =>
      finding('W132', message, { about: 'agency_rate' }),
    );
    const both = entry('stated 5%', { code: 'W132', of: 'agency_rate' });
    const programme = { checks: { ...DEFAULT_CHECKS, accepted: [both] } };
    expect(settle(two, programme, 'workforce').some(({ accepted }) => accepted !== undefined)).toBe(false);
    const found = { workstream: 'workforce', findings: two };
    expect(ambiguousAcceptances([both], programme, [found])).toMatchObject([
      { finding: { code: 'W091', message: '2 findings W132 of agency_rate say "stated 5%"' } },
    ]);
    expect(matched([both], found)).toEqual([]);
    const last = entry('is 7%', { code: 'W132', of: 'agency_rate' });
    const one = settle(two, { checks: { ...DEFAULT_CHECKS, accepted: [last] } }, 'workforce');
    expect(one.map(({ accepted }) => accepted !== undefined)).toEqual([false, true]);
  });
});
