import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/compare/comparison.ts';
import { understand, type ArgumentOptions, type Probe } from '../../src/cli/diff-arguments.ts';
import { UsageError } from '../../src/cli/exit-code.ts';

/** What each text may be, whatever the data repo; `repo` is a folder with cip-report.yaml. */
const KNOWN: Readonly<Record<string, readonly (Form | 'repo')[]>> = {
  '2021-01': ['periods'],
  '2021-02': ['periods'],
  '2021-03-15': ['meetings'],
  '2021-04-19': ['meetings'],
  // A snapshot of the meeting's own day.
  '2021-05-31': ['periods', 'meetings'],
  '2021-06-30': ['periods', 'meetings'],
  old: ['folders', 'repo'],
  new: ['folders', 'repo'],
  // A folder called like a branch.
  main: ['revisions', 'folders', 'repo'],
  feature: ['revisions', 'folders', 'repo'],
  'main~1': ['revisions'],
  'v1.0': ['revisions'],
  'jan.csv': ['files'],
  'feb.csv': ['files'],
};

const WORDS: Readonly<Record<Form, string>> = {
  periods: 'a data period',
  meetings: 'a meeting',
  folders: 'a folder with cip-report.yaml',
  files: 'a CSV file',
  revisions: 'a git revision',
};

const probe: Probe = {
  isDataRepo: (text) => Promise.resolve(KNOWN[text]?.includes('repo') === true),
  meanings: (text) =>
    Promise.resolve(
      (KNOWN[text] ?? []).flatMap((form) => (form === 'repo' ? [] : [{ form, words: WORDS[form] }])),
    ),
  nothing: (text) => Promise.resolve({ help: `nothing is like ${text}` }),
};

const PLAIN: ArgumentOptions = { sinceLastMeeting: false };

async function refusal(args: readonly string[], options = PLAIN): Promise<string> {
  const error: unknown = await understand(args, options, probe).catch((fault: unknown) => fault);
  if (error instanceof UsageError) return `${error.message} | ${error.help}`;
  throw new Error(`understood: ${args.join(' ')}`);
}

describe('understand: what is surely a slip', () => {
  it.each<[readonly string[], string]>([
    [[''], 'the first argument is empty'],
    [['2021-01', ' '], 'the second argument is empty'],
    [['', ''], 'the first argument is empty'],
    [['main~1', 'v1.0', ''], 'the third argument is empty'],
    [['old', 'main~1'], 'the data repo "old" is named first | name it last: cip-report diff main~1 old'],
    [['old', '2021-01', '2021-02'], 'name it last: cip-report diff 2021-01 2021-02 old'],
    [['old', 'nothing'], 'nothing is like nothing'],
    [['old', 'jan.csv'], 'the two sides are not of one kind'],
  ])('%j', async (args, expected) => {
    expect(await refusal(args)).toContain(expected);
  });
});

describe('understand', () => {
  it.each<[readonly string[], Form, readonly string[], string]>([
    [[], 'periods', [], '.'],
    [['old'], 'periods', [], 'old'],
    [['2021-01'], 'periods', ['2021-01'], '.'],
    [['2021-01', 'old'], 'periods', ['2021-01'], 'old'],
    [['2021-01', '2021-02'], 'periods', ['2021-01', '2021-02'], '.'],
    [['2021-02', '2021-01', 'old'], 'periods', ['2021-02', '2021-01'], 'old'],
    [['2021-03-15'], 'meetings', ['2021-03-15'], '.'],
    [['2021-03-15', '2021-04-19', 'main'], 'meetings', ['2021-03-15', '2021-04-19'], 'main'],
    // One of the two is a meeting only, so that both are.
    [['2021-03-15', '2021-05-31'], 'meetings', ['2021-03-15', '2021-05-31'], '.'],
    [['2021-01', '2021-05-31'], 'periods', ['2021-01', '2021-05-31'], '.'],
    [['old', 'new'], 'folders', ['old', 'new'], '.'],
    [['old', 'main'], 'folders', ['old', 'main'], '.'],
    [['jan.csv', 'feb.csv'], 'files', ['jan.csv', 'feb.csv'], '.'],
    [['main~1'], 'revisions', ['main~1'], '.'],
    [['main~1', 'v1.0'], 'revisions', ['main~1', 'v1.0'], '.'],
    [['v1.0', 'main~1', 'new'], 'revisions', ['v1.0', 'main~1'], 'new'],
    [['v1.0', 'new'], 'revisions', ['v1.0'], 'new'],
  ])('%j is of %s', async (args, form, sides, dir) => {
    expect(await understand(args, PLAIN, probe)).toEqual({ form, sides, dir });
  });

  it.each<[readonly string[], Form, readonly string[], string]>([
    [['2021-05-31', '2021-06-30'], 'periods', ['2021-05-31', '2021-06-30'], '.'],
    [['2021-05-31', '2021-06-30'], 'meetings', ['2021-05-31', '2021-06-30'], '.'],
    [['main', 'feature'], 'folders', ['main', 'feature'], '.'],
    [['main', 'feature'], 'revisions', ['main', 'feature'], '.'],
    [['main'], 'revisions', ['main'], '.'],
    [['main'], 'periods', [], 'main'],
  ])('%j is of %s where that is said', async (args, form, sides, dir) => {
    expect(await refusal(args)).toMatch(/can be read in (two|\d) ways/);
    expect(await understand(args, { ...PLAIN, as: form }, probe)).toEqual({ form, sides, dir });
  });

  it('takes a data repo alone for the last two meetings', async () => {
    const since = { sinceLastMeeting: true };
    expect(await understand([], since, probe)).toEqual({ form: 'meetings', sides: [], dir: '.' });
    expect(await understand(['old'], since, probe)).toEqual({ form: 'meetings', sides: [], dir: 'old' });
    expect(await refusal(['2021-03-15'], since)).toContain('cannot go together');
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'two ways',
      ['main', 'feature'],
      /two ways: as folders \(a folder with cip-report\.yaml\) or as revisions \(a git revision\) \| say .* --as folders or --as revisions/,
    ],
    [
      'a branch and a data repo',
      ['main~1', 'main'],
      /two ways: as revisions \(a git revision\) or as revisions .*"main"/,
    ],
    [
      'a period beside a table that is not there',
      ['2030-01', 'missing.csv'],
      /^the two sides are not of one kind: "2030-01" is a data period and "missing\.csv" is a table/,
    ],
    [
      'a period beside HEAD, where there is neither',
      ['2030-01', 'HEAD', 'old'],
      /not of one kind: "2030-01" is a data period and "HEAD" is a git revision/,
    ],
    [
      'a misspelt month beside a revision',
      ['main~1', 'Febuary 2021'],
      /not of one kind: "main~1" is a git revision and "Febuary 2021" is a data period/,
    ],
    ['two days that are nothing', ['2030-01-01', '2030-01-02'], /nothing is like 2030-01-01/],
    ['a day beside a period', ['2021-01', '2030-01-02'], /nothing is like 2030-01-02/],
    [
      'mixed forms',
      ['2021-01', 'jan.csv'],
      /not of one kind: "2021-01" is a data period and "jan\.csv" is a CSV file/,
    ],
    ['a period and a meeting', ['2021-01', '2021-03-15'], /not of one kind.* a data period .* a meeting/],
    ['nothing', ['2021-01', 'mian'], /^"mian" is not a data period, a meeting, .* \| nothing is like mian/],
    ['one file', ['jan.csv'], /nothing to compare it with/],
    ['files beside a data repo', ['jan.csv', 'feb.csv', 'old'], /need no data repo beside them/],
    ['a third that is no data repo', ['2021-01', '2021-02', 'elsewhere'], /^"elsewhere" holds no cip-report/],
    ['a range', ['main..feature'], /write the two apart: cip-report diff main feature/],
    ['a range of three dots', ['v1.0...main~1'], /cip-report diff v1\.0 main~1/],
    ['a path that is not there', ['../elsewhere'], /^"\.\.\/elsewhere" is not a data period/],
    ['a control character', ['a\u001b[2J'], /^"a\\u\{1b\}/],
  ])('refuses %s with what to do', async (_, args, expected) => {
    expect(await refusal(args)).toMatch(expected);
  });

  it('says what does not fit the form that is named', async () => {
    expect(await refusal(['2021-01', '2021-02'], { ...PLAIN, as: 'revisions' })).toMatch(
      /^--as revisions: "2021-01" is a data period/,
    );
    expect(await refusal([], { ...PLAIN, as: 'folders' })).toMatch(/^--as folders: nothing is named/);
  });
});
