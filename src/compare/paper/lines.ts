import { oneLine } from '../../model/one-line.ts';

/** Returns the width of a text at size 1, never less than it takes in print. Widths of letters add up. */
export type Measure = (text: string) => number;

/** Where a text stands: the size of its letters, and the width of a line, both in points. */
export interface Column {
  readonly size: number;
  readonly width: number;
}

/** What is looked at of a text for each line that it may take: no line holds more letters. */
const LETTERS_A_LINE = 400;

/** Returns how many lines a text takes as a browser breaks it: between words, and within a word that is wider than a line. */
export function lineCount(text: string, column: Column, measure: Measure): number {
  return broken(oneLine(text), column, measure).length;
}

/** Returns a text on so many lines at most: as it is where it fits, else its beginning with an ellipsis. */
export function cutToLines(text: string, most: number, column: Column, measure: Measure): string {
  const looked = text.slice(0, most * LETTERS_A_LINE);
  const whole = oneLine(looked);
  const lines = broken(whole, column, measure);
  if (lines.length <= most && looked.length === text.length) return whole;
  const kept = lines.slice(0, most);
  const end = (kept.at(-1) ?? '').trimEnd();
  const room = column.width / column.size - measure('…');
  const last =
    measure(end) <= room ? end : (wordsWithin(end, room, measure) ?? lettersWithin(end, room, measure));
  return `${[...kept.slice(0, -1), last].join('').replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Returns a text on so many lines at most, rather without its last sentences than with half of one. */
export function cutToSentence(text: string, most: number, column: Column, measure: Measure): string {
  const cut = cutToLines(text, most, column, measure);
  if (cut === oneLine(text)) return cut;
  const ends = [...cut.matchAll(/[.!?] (?=\S)/g)].map(({ index }) => index + 1);
  const end = ends.at(-1);
  // A sentence as long as all of that is cut within.
  return end === undefined || end < cut.length / 3 ? cut : `${cut.slice(0, end)} …`;
}

/** Whole words: half of a number would read as another. */
function wordsWithin(line: string, room: number, measure: Measure): string | undefined {
  for (let at = line.lastIndexOf(' '); at > 0; at = line.lastIndexOf(' ', at - 1))
    if (measure(line.slice(0, at)) <= room) return line.slice(0, at);
  return undefined;
}

function lettersWithin(line: string, room: number, measure: Measure): string {
  const letters = Array.from(line);
  while (letters.length > 0 && measure(letters.join('')) > room) letters.pop();
  return letters.join('');
}

/** The lines of a text on one line; each keeps the space at its end, so that joined they are the text. */
function broken(text: string, { size, width }: Column, measure: Measure): string[] {
  const room = width / size;
  const lines: string[] = [];
  let used = 0;
  const begin = (piece: string): void => {
    lines.push(piece);
    used = measure(piece);
  };
  // What stays on a line: a space at its end takes no room there.
  for (const word of text.match(/[^ ]+ ?| /g) ?? []) {
    if (lines.length > 0 && used + measure(word.trimEnd()) <= room) {
      lines.push(`${lines.pop() ?? ''}${word}`);
      used += measure(word);
    } else if (measure(word.trimEnd()) <= room) begin(word);
    else
      for (const [at, letter] of Array.from(word).entries()) {
        if (at === 0 || (letter !== ' ' && used + measure(letter) > room)) begin(letter);
        else {
          lines.push(`${lines.pop() ?? ''}${letter}`);
          used += measure(letter);
        }
      }
  }
  return lines.length === 0 ? [''] : lines;
}
