import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { changeFinding } from '../../../src/check/prose/findings.ts';
import { typedNumbersIn } from '../../../src/check/prose/typed.ts';
import { selectReports } from '../../../src/cli/build-selection.ts';
import { createContext } from '../../../src/papers/context.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { sourced } from '../../support/board.ts';

async function reasonsFor(sentence: string): Promise<(string | undefined)[]> {
  const root = fileURLToPath(new URL('../../../test/check/cases/base', import.meta.url));
  const { dataset, findings } = await readDataRepo(root);
  const [report] = dataset ? selectReports(dataset, {}) : [];
  if (dataset === undefined || report === undefined) throw new Error('no report');
  const papers = createContext(dataset, { ...report, read: findings });
  return typedNumbersIn(papers, [{ text: sourced(sentence), under: [] }]).flatMap((number) =>
    number.tie?.kind === 'change' ? changeFinding(papers, number, number.tie).map(({ why }) => why) : [],
  );
}

it('says of percentage points that they are what the printed rates differ by, only where they are that', async () => {
  const saying = (points: string) =>
    `The agency rate fell by ${points} percentage points between August and October.`;
  expect(await reasonsFor(saying('3.6'))).toEqual([
    expect.stringMatching(/ · 3\.6 is the difference of the two rates as they are rounded$/),
  ]);
  expect(await reasonsFor(saying('3.7'))).toEqual([expect.not.stringContaining('rounded')]);
});
