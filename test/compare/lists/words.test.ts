import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostEdits, wordRuns } from '../../../src/compare/lists/words.ts';

function shown(before: string, after: string): string {
  return wordRuns(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('what changed in a text, word by word', () => {
  it.each([
    ['', '', ''],
    ['', 'a b', '{+a b+}'],
    ['a b', '', '[-a b-]'],
    ['the same', 'the same', 'the same'],
    ['recruit two workers', 'recruit three workers', 'recruit [-two-]{+three+} workers'],
    ['Agency is 44% now.', 'Agency is 33% now.', 'Agency is [-44%-]{+33%+} now.'],
    ['It was 1,234.5, then', 'It was 1,234.6, then', 'It was [-1,234.5-]{+1,234.6+}, then'],
    ['one two three', 'four five three', '[-one two-]{+four five+} three'],
    ['done', 'done.', 'done{+.+}'],
    ['a b c', 'a c', 'a [-b -]c'],
    ['naïve café 👩‍👩‍👧', 'naïve café 👩‍👧', 'naïve café [-👩‍👩‍👧-]{+👩‍👧+}'],
  ])('%j to %j', (before, after, runs) => {
    expect(shown(before, after)).toBe(runs);
  });

  it('is exactly both texts, in runs that are none of them empty', () => {
    const word = fc.constantFrom('a', 'b', 'the', ' ', '  ', '.', '1,5', '\n', '\ud800', '👩');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordRuns(before, after);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join('');
        expect(without('removed')).toBe(after);
        expect(without('added')).toBe(before);
        expect(runs.filter((run, index) => run.text === '' || run.kind === runs[index + 1]?.kind)).toEqual(
          [],
        );
      }),
    );
  });

  it('is less exact the more texts there are, so that thousands of them take no minutes', () => {
    expect([0, 1, 60].map(mostEdits)).toEqual([600, 600, 600]);
    const count = 5000;
    const most = mostEdits(count);
    const text = (word: string) =>
      Array.from({ length: 150 }, (_, index) => `${word}${index % 97}`).join(' ');
    const [was, now] = [text('a'), text('b')];
    for (let done = 0; done < count / 10; done += 1) expect(wordRuns(was, now, most)).toHaveLength(2);
    expect(wordRuns(was, `${was} more`, most).map(({ kind }) => kind)).toEqual(['same', 'added']);
  });

  it('is told at once of long texts that share nothing, as one run that went and one that came', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordRuns(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(wordRuns(long('a'), `${long('a')} more`).map(({ kind }) => kind)).toEqual(['same', 'added']);
  });
});
