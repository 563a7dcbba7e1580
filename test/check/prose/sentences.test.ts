import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { typedNumbersIn } from '../../../src/check/prose/typed.ts';
import { selectReports } from '../../../src/cli/build-selection.ts';
import { createContext, type PaperContext } from '../../../src/papers/context.ts';
import type { TextInContext } from '../../../src/papers/texts.ts';
import { figureSubject } from '../../../src/papers/subject.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { sourced } from '../../support/board.ts';
import {
  OF_MONTHS,
  OF_OTHER_TIMES,
  OF_PARTS,
  OF_SHARES,
  OF_STARTS,
  OF_TEAMS,
  OF_THE_TIME_BEFORE,
  OF_USUAL_FORMS,
} from './sentences.ts';
import { expectInProportion } from '../../support/growth.ts';

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
  ['test/check/cases/base', OF_PARTS],
  ['test/check/cases/base', OF_STARTS],
  ['test/check/cases/base', OF_USUAL_FORMS],
  ['test/check/cases/base', OF_SHARES],
  ['test/check/cases/base', OF_OTHER_TIMES],
  ['test/check/cases/base', OF_THE_TIME_BEFORE],
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

describe('what stands around a text', () => {
  const stale = 'The agency rate was 17.7%.';
  const ties = async (text: Partial<TextInContext>) => {
    const papers = await papersOf('test/check/cases/base');
    return typedNumbersIn(papers, [{ text: sourced(stale), under: [], ...text }]).map(
      ({ tie }) => tie?.agrees,
    );
  };

  it('tells of when its figures are', async () => {
    expect(await ties({})).toEqual([false]);
    expect(await ties({ under: ['The rate'] })).toEqual([false]);
    expect(await ties({ under: ['What was the rate in September?'] })).toEqual([undefined]);
  });

  it('leaves alone what was written at another time', async () => {
    expect(await ties({ isQuoted: true })).toEqual([undefined]);
    expect(await ties({ isQuoted: true, text: sourced('The agency rate is 17.7%.') })).toEqual([undefined]);
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
    ['pairs', 'agency workers fell from 23 to 19 and '],
    ['sentences', 'Agency workers fell from 23 to 19 in October. '],
    ['stale figures', 'There were 36 agency workers. '],
    ['stops', '.'],
    ['dashes', '–'],
    ['dates', '31/08/2026 '],
  ])('are read in the time of their length: %s', async (_name, part) => {
    const papers = await papersOf('examples/luton');
    await expectInProportion((size) => {
      const text = sourced(`x${part.repeat(Math.ceil(size / part.length))}a`);
      typedNumbersIn(papers, [{ text, under: [] }]);
    }, 8000);
  });
});
