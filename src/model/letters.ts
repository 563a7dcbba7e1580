/** A text whose only letters and digits are those of ASCII. What is listed beside them is none of any alphabet. */
const ENGLISH =
  /^[\0-\u007f\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2010-\u205f\u20a0-\u20bf\u2190-\u22ff\ufffb\ufffc]*$/;

/**
 * Returns what gives the pattern for a text, given the pattern's source by the characters of a class of letters and digits.
 * All alphabets make a large class: compiling it takes longer than reading most papers, and most are English. So each of
 * the two patterns is made when a text first asks for it, and kept, since it is the same for every text.
 */
export function byLetters(
  source: (lettersAndDigits: string) => string,
  flags: string,
): (text: string) => RegExp {
  let english: RegExp | undefined;
  let any: RegExp | undefined;
  return (text) =>
    ENGLISH.test(text)
      ? (english ??= new RegExp(source('A-Za-z0-9'), flags))
      : (any ??= new RegExp(source('\\p{L}\\p{N}'), `${flags}u`));
}
