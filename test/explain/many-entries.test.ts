import { expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { explainable } from '../../src/explain/list.ts';
import type { Papers } from '../../src/explain/papers.ts';
import { exampleScope } from '../support/explained.ts';
import { expectInProportion } from '../support/growth.ts';

const [papers] = (await exampleScope('luton')).papers;

/** The papers with so many more milestones, each of a name of its own. */
function withMilestones(many: number): Papers {
  if (papers === undefined) throw new Error('there are no papers');
  const { context, findings } = papers;
  const [milestone] = context.meeting.milestones;
  if (milestone === undefined) throw new Error('there are no milestones');
  const milestones = Array.from({ length: many }, (_, index) => ({
    ...milestone,
    reference: `M${String(index)}`,
  }));
  return { context: { ...context, meeting: { ...context.meeting, milestones } }, findings };
}

it('thousands of entries are listed and counted in the time that their rows take', async () => {
  await expectInProportion((entries) => {
    const many = withMilestones(entries);
    const items = explainable(many).groups.find(({ title }) => title === 'Milestones')?.items;
    expect(items).toHaveLength(entries);
    expect(explain('milestones.total', scopeOf(many)).kind).toBe('explained');
  }, 1000);
}, 120_000);

function scopeOf(one: Papers) {
  return { papers: [one], read: [], checks: one.context.programme.checks };
}
