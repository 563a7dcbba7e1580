import { describe, expect, it } from 'vitest';
import { headlineViews } from '../../src/report/view-headlines.ts';
import type { TargetProgress } from '../../src/report/report.ts';
import { isEarly, targetState, targetViews } from '../../src/report/view-targets.ts';
import { LUTON } from '../support/luton-report.ts';

const [agency] = LUTON.targets.filter(({ path }) => path !== undefined);
const path = agency!.path!;

function luton(change: Partial<TargetProgress>): typeof LUTON {
  const targets = LUTON.targets.map((one) => (one === agency ? { ...one, ...change } : one));
  return { ...LUTON, targets };
}

describe('how a target stands', () => {
  it.each([
    ['on_course', false, 'On course', 'plain'],
    ['on_course', true, 'Too early to judge', 'plain'],
    ['off_course', false, 'Off course', 'attention'],
    ['off_course', true, 'Too slow so far', 'attention'],
    ['achieved', true, 'Achieved', 'good'],
    ['missed', true, 'Missed', 'bad'],
  ] as const)('is told for %s, early: %s, as %s', (state, early, text, tone) => {
    expect(targetState(state, early)).toMatchObject({ text, tone });
  });

  it('is early only where there is a pace to go by, over fewer points than a trend', () => {
    expect(isEarly({ path: { ...path, trend: false } })).toBe(true);
    expect(isEarly({ path: { ...path, trend: true } })).toBe(false);
    expect(isEarly({})).toBe(false);
  });

  it.each([
    [true, 'On course'],
    [false, 'Too early to judge'],
  ])('is the same on the card and in the table where a trend is %s', (trend, text) => {
    const report = luton({ path: { ...path, trend } });
    const card = headlineViews(report, [report.figures[agency!.figure!]!])[0];
    expect(card?.aimState?.text).toBe(text);
    expect(targetViews(report).find(({ label }) => label === agency!.label)?.state.text).toBe(text);
  });
});
