import { describe, expect, it } from 'vitest';
import type { SidePapers } from '../../../src/compare/side.ts';
import type { Period } from '../../../src/model/period.ts';
import { month, quarter, table } from '../../support/dataset.ts';
import { compared, side } from './small-sides.ts';

const [AUG, SEP, OCT] = [month('2021-08'), month('2021-09'), month('2021-10')];

/** Papers up to the last of the periods. */
function upTo(periods: readonly Period[], starters: readonly (string | number)[]): SidePapers {
  const observations = table(periods, [
    ['starters', ...starters],
    ['permanent', ...periods.map((_, index) => 80 + index)],
    ['agency', ...periods.map((_, index) => 20 - index)],
  ]);
  return side({ meeting: { observations } }, periods.at(-1));
}

/** Which figures are said to be apart, and what each change is: `starters apart null`. */
function judged(before: SidePapers, after: SidePapers, form: 'folders' | 'periods' = 'folders'): string[] {
  return compared(before, after, { form })
    .figures.filter(({ metric }) => ['starters', 'starters_rate', 'permanent', 'agency'].includes(metric))
    .map(({ metric, apart, good }) => `${metric}${apart === true ? ' apart' : ''} ${String(good)}`)
    .sort();
}

describe('what happened in two periods', () => {
  it('is better or worse where the one follows the other', () => {
    const [first, second] = [upTo([AUG], [3]), upTo([AUG, SEP], [3, 2])];
    const level = ['agency true', 'permanent true'];
    expect(judged(first, second)).toEqual([...level, 'starters false', 'starters_rate false']);
    expect(judged(second, first)).toEqual([
      'agency false',
      'permanent false',
      'starters true',
      'starters_rate true',
    ]);
  });

  it('is neither where others lie between them, in either direction and form', () => {
    const [first, second] = [upTo([AUG], [3]), upTo([AUG, SEP, OCT], [3, 10, 2])];
    const flows = ['starters apart null', 'starters_rate apart null'];
    expect(judged(first, second)).toEqual(['agency true', 'permanent true', ...flows]);
    expect(judged(second, first)).toEqual(['agency false', 'permanent false', ...flows]);
    const { context } = second;
    const [august, october] = [
      { context, period: AUG },
      { context, period: OCT },
    ];
    expect(judged(august, october, 'periods')).toEqual(['agency true', 'permanent true', ...flows]);
  });

  it('is neither from what it is now said to have been', () => {
    const [first, second] = [upTo([AUG], [3]), upTo([AUG, SEP, OCT], [4, 10, 2])];
    const starters = compared(first, second).figures.find(({ metric }) => metric === 'starters');
    expect(starters).toMatchObject({
      apart: true,
      movement: 'down',
      good: null,
      revised: { absolute: { decimal: '-2' }, movement: 'down', good: null },
    });
  });

  it('follows over quarters as over months', () => {
    const [one, two, three] = [quarter(2021, 1), quarter(2021, 2), quarter(2021, 3)];
    expect(judged(upTo([one], [3]), upTo([one, two], [3, 2]))).toContain('starters false');
    expect(judged(upTo([one], [3]), upTo([one, two, three], [3, 9, 2]))).toContain('starters apart null');
  });

  it('is of one period where that was restated', () => {
    const { restated } = compared(upTo([AUG, OCT], [3, 2]), upTo([AUG, OCT], [4, 2]));
    expect(restated.map(({ id }) => id)).toContain('starters@2021-08');
    for (const one of restated) expect(one).not.toHaveProperty('apart');
  });

  it('is as it is of a rate over twelve months', () => {
    const months = Array.from({ length: 14 }, (_, index) =>
      month(
        `${(2020 + Math.floor(index / 12)).toString()}-${((index % 12) + 1).toString().padStart(2, '0')}`,
      ),
    );
    const observations = table(months, [
      ['leavers', ...months.map((_, index) => 1 + index)],
      ['permanent', ...months.map(() => 100)],
    ]);
    const { context } = side({ meeting: { observations } });
    const [before, after] = [
      { context, period: months[11] },
      { context, period: months[13] },
    ];
    const { figures } = compared(before, after, { form: 'periods' });
    const turnover = figures.find(({ metric }) => metric === 'turnover_rate');
    expect(turnover).toMatchObject({ kind: 'changed', good: false });
    expect(turnover).not.toHaveProperty('apart');
    expect(figures.find(({ metric }) => metric === 'leavers')).toMatchObject({ apart: true, good: null });
  });
});
