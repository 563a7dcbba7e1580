import { expect, it } from 'vitest';
import { missedTargets } from '../../src/papers/evidence.ts';
import { explained, scopeOf } from '../support/explained.ts';
import { inEditedBase } from '../support/rule-cases.ts';

const statedBy = (by: string) =>
  inEditedBase([{ file: 'cip-report.yaml', replace: 'by: Mar 2027', by: `by: ${by}` }], async (root) => {
    const scope = await scopeOf(root);
    return {
      state: explained(scope, 'agency-20', 'target').state,
      beside: explained(scope, 'agency_rate', 'figure').goals.map(({ text }) => text),
      missed: scope.papers.flatMap(({ context }) => missedTargets(context).map(({ id }) => id)),
    };
  });

it('a target whose date has passed without a figure is not shown to be met, and counts as missed', async () => {
  const state = 'not shown to be met: its date has passed, and there is no figure for it';
  const { beside, ...one } = await statedBy('Jan 2026');
  expect(one).toEqual({ state, missed: ['agency-20'] });
  expect(beside).toContainEqual(expect.stringContaining(state));
});

it('a target that is ahead, or has the figure of its date, is judged', async () => {
  expect(await statedBy('Mar 2027')).toMatchObject({ state: 'at target now', missed: [] });
  expect(await statedBy('Oct 2026')).toMatchObject({ state: 'achieved', missed: [] });
});
