import { once } from '../model/once.ts';
import type { Dataset } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { slipsBetween } from '../model/suggest.ts';
import type { PaperContext } from '../papers/context.ts';
import { subjectOf } from '../papers/subject.ts';
import { isCommon, wordsPattern } from './abbreviations.ts';

/** Of what was read, what is no text of a paper: places, pictures, hashes, and the abbreviations themselves. */
const NO_TEXT = new Set(['abbreviations', 'at', 'fields', 'inputs', 'theme']);

/** A word as an abbreviation may be written: `R&D`, `SHA-256`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}&.-]*[\p{L}\p{N}])?/gu;

/** Shorter ones are near to too much: `IT` to `it`. */
const LEAST_LETTERS = 4;

/** An abbreviation that is explained and not used, and the word that may be meant. */
interface Unused {
  readonly short: string;
  readonly written: string | undefined;
}

/** Returns N086: abbreviations of the council's that no text of any of its papers has. */
export function unusedAbbreviations({ dataset, programme }: PaperContext): Finding[] {
  return unusedIn(dataset).map(({ short, written }) =>
    finding('N086', `no paper has the abbreviation "${short}"`, {
      about: subjectOf('abbreviation', short),
      at: programme.fields?.[`abbreviations.${short}`],
      help:
        written === undefined
          ? undefined
          : `the papers have "${written}": write it the same in both, in the same case`,
    }),
  );
}

/** Every paper of a data repo is asked: one that is explained for an earlier meeting's is used. */
const unusedIn = once((dataset: Dataset): readonly Unused[] => {
  const declared = Object.keys(dataset.programme.abbreviations ?? {});
  const source = wordsPattern(declared);
  if (source === undefined) return [];
  const texts = new Set<string>();
  eachText(dataset, (text) => texts.add(text));
  const pattern = new RegExp(source, 'gu');
  const used = new Set([...texts].flatMap((text) => text.match(pattern) ?? []));
  const isUsed = (short: string): boolean =>
    used.has(short) || used.has(`${short}s`) || used.has(short.replace(/s$/, ''));
  const unused = declared.filter((short) => !isCommon(short) && !isUsed(short));
  if (unused.length === 0) return [];
  const words = new Set([...texts].flatMap((text) => text.match(WORD) ?? []).filter((one) => !used.has(one)));
  return unused.map((short) => ({ short, written: nearWord(short, [...words]) }));
});

/** Returns the word that differs by case alone, else one with the look of an abbreviation that differs by a letter. */
function nearWord(short: string, words: readonly string[]): string | undefined {
  const lower = short.toLowerCase();
  const near = words.filter((one) => isAbbreviated(one) || short.length >= LEAST_LETTERS);
  return (
    near.find((one) => one.toLowerCase() === lower) ??
    near.find((one) => short.length > 2 && isAbbreviated(one) && slipsBetween(short, one) === 1)
  );
}

function isAbbreviated(word: string): boolean {
  return (word.match(/\p{Lu}/gu) ?? []).length > 1;
}

function eachText(value: unknown, take: (text: string) => void): void {
  if (typeof value === 'string') take(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) if (!NO_TEXT.has(key)) eachText(inside, take);
}
