import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { typedNumbersIn } from '../../../src/check/prose/typed.ts';
import { selectReports } from '../../../src/cli/build-selection.ts';
import { createContext, type PaperContext } from '../../../src/papers/context.ts';
import { figureSubject } from '../../../src/papers/subject.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { sourced } from '../../support/board.ts';
import { OF_MONTHS, OF_TEAMS } from './sentences.ts';

async function papersOf(repo: string): Promise<PaperContext> {
  const root = fileURLToPath(new URL(`../../../${repo}`, import.meta.url));
  const { dataset, findings } = await readDataRepo(root);
  const [report] = dataset ? selectReports(dataset, {}) : [];
  if (dataset === undefined || report === undefined) throw new Error(`${repo} has no report`);
  return createContext(dataset, { ...report, read: findings });
}

function tiesOf(papers: PaperContext, sentence: string): string[] {
  return typedNumbersIn(papers, [{ text: sourced(sentence), under: [] }]).flatMap(({ token, tie }) => {
    if (tie === undefined) return [];
    const typed = sentence.slice(token.start, token.end);
    const what = tie.kind === 'change' ? 'change of ' : '';
    return [`${tie.agrees ? '=' : '≠'} ${typed} ${what}${figureSubject(tie.key, papers)}`];
  });
}

describe.each([
  ['test/check/cases/base', OF_TEAMS],
  ['examples/luton', OF_MONTHS],
] as const)('a sentence with the figures of %s', (repo, lines) => {
  let papers: PaperContext;
  beforeAll(async () => {
    papers = await papersOf(repo);
  });

  it.each(lines)('%s', (sentence, ties) => {
    expect(tiesOf(papers, sentence)).toEqual(ties);
  });
});

describe('long texts', () => {
  it.each([
    ['numbers', 'The agency rate fell from 52 in May to 39, and '],
    ['brackets and marks', '](((< `` {{ \\{{ [[ 1. 2 '],
    ['digits', '123456789'],
    ['words without an end', 'agency'],
    ['months', 'January and 3 March 20 '],
    ['commas', '1,234,567,'],
  ])('are read in a moment: %s', async (_name, part) => {
    const papers = await papersOf('examples/luton');
    const text = sourced(part.repeat(Math.ceil(100_000 / part.length)));
    const start = performance.now();
    typedNumbersIn(papers, [{ text, under: [] }]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
