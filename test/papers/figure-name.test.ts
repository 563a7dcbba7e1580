import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordHelp } from '../../src/check/movements/words.ts';
import { certain } from '../../src/metrics/estimate.ts';
import { exact } from '../../src/model/exact.ts';
import { readSubject } from '../../src/papers/citation.ts';
import { readFigureName } from '../../src/papers/figure-name.ts';
import { figureSubject } from '../../src/papers/subject.ts';
import { month, workstream } from '../support/dataset.ts';
import { expectInProportion } from '../support/growth.ts';

const stream = { workstream: workstream({ basis: 'headcount' }) };
const period = month('2026-10');
const subject = (group: Record<string, string>) =>
  figureSubject({ id: 'permanent', period, group, basis: 'headcount' }, stream);

/** A name as tables and the configuration are read: without spaces around it, and one at most between words. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('a', 'B', ' ', ',', '=', '[', ']', '\\', "'", '"', '@', '{', '}', ':'),
    }),
  )
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

describe('the name of a figure', () => {
  it('is read again as what it names, whatever its group is called', () => {
    fc.assert(
      fc.property(fc.dictionary(name, name, { maxKeys: 3, noNullPrototype: true }), (group) => {
        const figure = { period: '2026-10', group };
        expect(readFigureName(subject(group))).toEqual({ name: 'permanent', ...figure });
        expect(readSubject(subject(group))).toEqual({ kind: 'figure', id: 'permanent', ...figure });
      }),
    );
  });

  it('is one figure’s alone', () => {
    const group = fc.dictionary(name, name, { maxKeys: 3, noNullPrototype: true });
    fc.assert(
      fc.property(group, group, (one, other) => {
        const sorted = (each: Record<string, string>) => Object.entries(each).sort().join('|');
        if (sorted(one) !== sorted(other)) expect(subject(one)).not.toBe(subject(other));
      }),
    );
  });

  it.each([
    ['agency', 'agency', undefined, {}],
    ['Agency  rate from Feb 2021', 'Agency rate', 'Feb 2021', {}],
    [
      'agency @ 2021-02 [ team = Duty , role=Social  Worker ]',
      'agency',
      '2021-02',
      { team: 'Duty', role: 'Social Worker' },
    ],
    ['agency[team=Fostering\\, North]', 'agency', undefined, { team: 'Fostering, North' }],
    ['agency[team=a@b [c\\]]', 'agency', undefined, { team: 'a@b [c]' }],
  ])('is read from %s', (text, id, at, group) => {
    expect(readFigureName(text)).toEqual({ name: id, ...(at !== undefined && { period: at }), group });
  });

  it.each([
    ['', 'form'],
    ['@2021-02', 'form'],
    ['agency@', 'form'],
    ['agency@2021-01@2021-02', 'form'],
    ['agency]', 'form'],
    ['agency[team=Duty', 'form'],
    ['agency[team=Duty]s', 'form'],
    ['agency[team=Duty\\]', 'form'],
    ['agency[]', 'group'],
    ['agency[Duty]', 'group'],
    ['agency[team=Fostering, North]', 'group'],
    ['agency[team=]', 'group'],
  ])('is not read from %s', (text, because) => {
    expect(readFigureName(text)).toBe(because);
  });

  it.each([
    ['', ' from ', ''],
    ['a', ' ', ']'],
    ['a[', '\\', ''],
    ['', '[', ''],
  ])('is read in the time that its length takes: %s%s%s', async (start, part, end) => {
    await expectInProportion((size) => readFigureName(start + part.repeat(size) + end), 20_000);
  });
});

it('the advice to record a reason is YAML of the same name', () => {
  for (const team of ["Children's", 'Fostering, North', "'", 'a: b # c']) {
    const about = subject({ team });
    const amount = {
      key: { id: 'permanent', period, group: { team }, basis: 'headcount' as const },
      by: certain(exact(-1234)),
      places: 0,
      unit: 'count' as const,
    };
    const [, entry = ''] = /(\{ of: .*\})$/s.exec(recordHelp(about, amount)) ?? [];
    expect(parse(entry)).toEqual({ of: about, by: -1234, reason: '…' });
  }
});
