import { textWidth, textWithin } from '../../report/text-width.ts';

/** Letters outside of those that the embedded font has: another font prints them, as wide as it pleases. */
const FOREIGN = /[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2122\u2190-\u2193\u2212\u2215]/gu;

/** What a letter of another font takes more, in em. */
const FOREIGN_MORE = 0.8;

/** Returns the width of a text at size 1, never less than it takes in print. */
export function printWidth(text: string): number {
  return textWidth(text, 1) + FOREIGN_MORE * (text.match(FOREIGN)?.length ?? 0);
}

/** The size of the line above and below each sheet, and the most that it takes of it, in points. */
const RUNNING_SIZE = 8.5;
const RUNNING_WIDTH = 380;

/** Returns a text as the edge of a sheet has room for it. */
export function runningText(text: string): string {
  return textWithin(text.slice(0, 400), RUNNING_SIZE, RUNNING_WIDTH);
}
