import { describe, expect, it } from 'vitest';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator, type Evaluation, type Evaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { haveSameMembers } from '../../src/metrics/same-members.ts';
import { evaluationText, originText } from '../../src/metrics/wording.ts';
import type { Basis, Group, Observation } from '../../src/model/dataset.ts';
import type { Period } from '../../src/model/period.ts';
import { meeting, month, table } from '../support/dataset.ts';

const { registry } = createRegistry([]);
const FEB = month('2024-02');
const MAR = month('2024-03');

function evaluatorOf(...papers: Observation[][]): Evaluator {
  const meetings = papers.map((observations, index) =>
    meeting({ id: `2024-0${index + 4}-01`, observations }),
  );
  return createEvaluator(createBook(meetings), registry);
}

interface Of {
  readonly period?: Period;
  readonly group?: Group;
  readonly basis?: Basis;
}

function figure(evaluator: Evaluator, id: string, of: Of = {}): Evaluation {
  return evaluator.evaluate({ id, period: MAR, group: WHOLE, basis: 'headcount', ...of });
}

function text(evaluator: Evaluator, id: string, of: Of = {}): string {
  return evaluationText(figure(evaluator, id, of), registry);
}

function reason(evaluator: Evaluator, id: string, of: Of = {}): string {
  const { outcome } = figure(evaluator, id, of);
  return outcome.kind === 'missing' ? outcome.reasons.join('; ') : outcome.kind;
}

type Figures = Readonly<Record<string, string | number>>;

function row(group: Group, figures: Figures, period = MAR, basis: Basis = 'headcount'): Observation[] {
  return table([period], Object.entries(figures), { group, basis });
}

describe('a sum by a dimension that is not everybody', () => {
  const teams = [
    ...row({ team: 'A' }, { agency: 5, leavers: 1 }),
    ...row({ team: 'B' }, { agency: 6, leavers: 2 }),
  ];
  const before = [...row({ team: 'A' }, { agency: 5 }, FEB), ...row({ team: 'B' }, { agency: 5 }, FEB)];

  it('is not used, and says when it came to another number', () => {
    const evaluator = evaluatorOf([...before, ...row(WHOLE, { agency: 12 }, FEB), ...teams]);
    expect(reason(evaluator, 'agency')).toBe('agency by team came to 10 for Feb 2024, and the whole was 12');
    expect(reason(evaluator, 'leavers')).toBe('agency by team came to 10 for Feb 2024, and the whole was 12');
    expect(text(evaluator, 'agency', { period: FEB })).toBe('12');
  });

  it('is used where it came to the whole, and where a flow alone was more', () => {
    const same = [
      ...before,
      ...row(WHOLE, { agency: 10, leavers: 1 }, FEB),
      ...row({ team: 'A' }, { leavers: 1 }, FEB),
    ];
    const evaluator = evaluatorOf([...same, ...row({ team: 'B' }, { leavers: 1 }, FEB), ...teams]);
    expect([text(evaluator, 'agency'), text(evaluator, 'leavers')]).toEqual(['11', '3']);
  });

  it('is used within the rounding of full-time equivalents', () => {
    const fte = [
      ...row({ team: 'A' }, { agency: '5.2' }, FEB, 'fte'),
      ...row({ team: 'B' }, { agency: '5.2' }, FEB, 'fte'),
      ...row(WHOLE, { agency: '10.5' }, FEB, 'fte'),
      ...row({ team: 'A' }, { agency: '5.1' }, MAR, 'fte'),
      ...row({ team: 'B' }, { agency: '5.1' }, MAR, 'fte'),
    ];
    expect(text(evaluatorOf(fte), 'agency', { basis: 'fte' })).toBe('10.2');
  });
});

describe('two dimensions', () => {
  it('of which every figure has one: that one counts, also where its sum is hidden', () => {
    const rows = (fostering: string | number) => [
      ...row({ grade: 'Senior', team: 'A' }, { leavers: 1 }),
      ...row({ grade: 'Junior', team: 'A' }, { leavers: 2 }),
      ...row({ team: 'Fostering' }, { leavers: fostering }),
    ];
    expect(text(evaluatorOf(rows(4)), 'leavers')).toBe('7');
    expect(text(evaluatorOf(rows('c')), 'leavers')).toBe('c');
  });

  it('of which neither is everybody, and whose sums differ, give none', () => {
    const rows = (b: number) => [
      ...row({ role: 'Manager' }, { leavers: 3 }),
      ...row({ role: 'Worker' }, { leavers: 2 }),
      ...row({ team: 'A' }, { leavers: 1 }),
      ...row({ team: 'B' }, { leavers: b }),
    ];
    expect(reason(evaluatorOf(rows(3)), 'leavers')).toBe(
      'leavers for Mar 2024 adds up to 5 by role and to 4 by team',
    );
    expect(text(evaluatorOf(rows(4)), 'leavers')).toBe('5');
  });
});

describe('a single member', () => {
  const rows = [
    ...row({ service: 'Care', team: 'T3' }, { agency: 6 }),
    ...row({ service: 'Safeguarding', team: 'T1' }, { agency: 2 }),
    ...row({ service: 'Safeguarding', team: 'T2' }, { agency: 2 }),
  ];

  it('is its group where every figure of the group has it', () => {
    const evaluator = evaluatorOf(rows);
    const care = { group: { service: 'Care' } };
    expect(text(evaluator, 'agency', care)).toBe('6');
    expect(originText(figure(evaluator, 'agency', care), registry)).toBe('team T3 alone');
    expect(text(evaluator, 'agency')).toBe('10');
  });

  it('is not the whole, nor a group that has others', () => {
    expect(figure(evaluatorOf(row({ team: 'A' }, { agency: 6 })), 'agency').outcome.kind).toBe('missing');
    const others = [...rows, ...row({ service: 'Care', role: 'Manager' }, { establishment: 2 })];
    expect(figure(evaluatorOf(others), 'agency', { group: { service: 'Care' } }).outcome.kind).toBe(
      'missing',
    );
  });
});

describe('a member to which one figure does not apply', () => {
  const rows = (establishment: string | number) => [
    ...row({ team: 'A' }, { establishment: 15, permanent: 10, agency: 5 }),
    ...row({ team: 'B' }, { establishment, permanent: 20, agency: 5 }),
  ];

  it('hides what is computed from that figure and one that counts it', () => {
    const evaluator = evaluatorOf(rows('z'));
    const why = 'establishment leaves out team B (z), and permanent does not';
    expect(text(evaluator, 'establishment')).toBe('15');
    expect(reason(evaluator, 'vacancies')).toBe(why);
    expect(text(evaluator, 'in_post')).toBe('40');
    expect(text(evaluator, 'agency_rate')).toBe('25.00%');
    expect(text(evaluatorOf(rows(22)), 'vacancies')).toBe('7');
  });

  it('hides nothing where all leave it out', () => {
    const none = [
      ...row({ team: 'A' }, { agency: 5, permanent: 10 }),
      ...row({ team: 'B' }, { agency: 5, permanent: 10 }),
      ...row({ team: 'C' }, { agency: 'z', permanent: 'z' }),
    ];
    expect(text(evaluatorOf(none), 'agency_rate')).toBe('33.33%');
  });
});

describe('twelve months of a total', () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    index < 9 ? month(`2023-0${index + 1}`) : month(`2023-${index + 1}`),
  );
  const year = (team: string, from: number) =>
    months.slice(from).flatMap((period) => row({ team }, { leavers: 1, permanent: 10 }, period));
  const turnover = (evaluator: Evaluator) => reason(evaluator, 'turnover_rate', { period: month('2023-12') });

  it('have every member of the last one, or are missing', () => {
    expect(turnover(evaluatorOf([...year('A', 0), ...year('B', 0)]))).toBe('number');
    expect(turnover(evaluatorOf([...year('A', 0), ...year('B', 0), ...year('C', 10)]))).toBe(
      'leavers of team C for only a part of the 12 months to Dec 2023',
    );
  });

  it('may have one that is no longer there', () => {
    const closed = year('C', 0).filter(({ period }) => period.key < '2023-06');
    expect(turnover(evaluatorOf([...year('A', 0), ...year('B', 0), ...closed]))).toBe('number');
  });
});

describe('the members of two figures', () => {
  const both = (period: Period) => [
    ...row({ team: 'A' }, { agency: 5, permanent: 9 }, period),
    ...row({ team: 'B' }, { agency: 6, permanent: 9 }, period),
  ];
  const same = (evaluator: Evaluator, id: string) =>
    haveSameMembers(figure(evaluator, id, { period: FEB }), figure(evaluator, id));

  it('are compared in sums, and in what is computed from sums', () => {
    const more = row({ team: 'C' }, { agency: 1, permanent: 9 });
    expect(
      ['agency', 'agency_rate'].map((id) => same(evaluatorOf([...both(FEB), ...both(MAR)]), id)),
    ).toEqual([true, true]);
    const joined = evaluatorOf([...both(FEB), ...both(MAR), ...more]);
    expect(['agency', 'agency_rate'].map((id) => same(joined, id))).toEqual([false, false]);
  });

  it('are everybody in what is given', () => {
    const given = evaluatorOf([...both(FEB), ...row(WHOLE, { agency: 12, permanent: 27 })]);
    expect(same(given, 'agency_rate')).toBe(true);
  });
});

describe('a member that newer papers leave out of an earlier period', () => {
  const older = [...row({ team: 'A' }, { agency: 5 }, FEB), ...row({ team: 'B' }, { agency: 6 }, FEB)];

  it('is in no sum', () => {
    const renamed = [
      ...row({ team: 'A & C' }, { agency: 5 }, FEB),
      ...row({ team: 'B' }, { agency: 6 }, FEB),
    ];
    const evaluator = evaluatorOf(older, renamed);
    expect(text(evaluator, 'agency', { period: FEB })).toBe('11');
    expect(evaluator.book.superseded.map(({ observation }) => observation.group)).toEqual([{ team: 'A' }]);
  });

  it('stays where they correct one member alone, or give another group', () => {
    const one = row({ team: 'B' }, { agency: 7 }, FEB);
    expect(text(evaluatorOf(older, one), 'agency', { period: FEB })).toBe('12');
    const roles = ['X', 'Y'].flatMap((role) => row({ team: 'B', role }, { establishment: 2 }, FEB));
    expect(text(evaluatorOf(older, roles), 'agency', { period: FEB })).toBe('11');
  });
});
