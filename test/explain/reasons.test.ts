import { expect, it } from 'vitest';
import { explained, scopeOf } from '../support/explained.ts';
import { inEditedBase, LATEST, type Edit } from '../support/rule-cases.ts';

const flows = (team: string, was: string, now: string): Edit => ({
  file: `${LATEST}/workforce.csv`,
  replace: new RegExp(`(Oct 2026,${team},.*),${was}`),
  by: `$1,${now}`,
});
const reason = (of: string): Edit => ({
  file: `${LATEST}/report.yaml`,
  replace: 'answers:',
  by: `movements:\n  - { of: '${of}', by: -1, reason: A post moved in. }\nanswers:`,
});

/** One leaver of Assessment is left out, in its row and in the whole. */
const SHORT = [flows('Assessment', '2,1', '2,0'), flows('All', '3,2', '3,1')];

const reasonsFor = (asked: string, ...edits: readonly Edit[]) =>
  inEditedBase([...SHORT, ...edits], async (root) =>
    explained(await scopeOf(root), asked, 'figure').reasons.map(({ label, text }) => `${label}: ${text}`),
  );

it('the whole tells what is unexplained and the reasons of its groups, however they are written', async () => {
  const team = reason('permanent@Oct-26[team=assessment]');
  expect(await reasonsFor('permanent', team)).toEqual([
    'unexplained: −1, beyond starters and leavers since Sep 2026; see what is recorded below',
    'team Assessment: −1 beyond starters and leavers: A post moved in.',
  ]);
  expect(await reasonsFor('permanent[team=Assessment]', team)).toEqual([
    'recorded reason: −1 beyond starters and leavers: A post moved in.',
  ]);
  expect(await reasonsFor('permanent[team=Fostering]', team)).toEqual([]);
  expect(await reasonsFor('permanent@2026-09', team)).toEqual([]);
});

it('says that no reason is recorded where there is none', async () => {
  expect(await reasonsFor('permanent')).toEqual([
    'unexplained: −1, beyond starters and leavers since Sep 2026; no reason is recorded',
  ]);
  expect(await reasonsFor('permanent', reason('permanent@2026-10'))).toEqual([
    'unexplained: −1, beyond starters and leavers since Sep 2026; see what is recorded below',
    'recorded reason: −1 beyond starters and leavers: A post moved in.',
  ]);
});
