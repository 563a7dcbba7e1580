import type { Operation } from './content-operations.ts';
import type { Font } from './fonts.ts';
import { IDENTITY, type Matrix } from './geometry.ts';
import type { TextLine } from './painted.ts';

/** Where the text of a content stream stands and how it is set, while that is gone through. */
export class TextState {
  font: Font | undefined;
  leading = 0;
  /** Where the next string stands, before all that is around the text moves it. */
  x = 0;
  y = 0;
  /** Whether what is shown is read from its end. */
  isReversed = false;
  /** Of the line; where it stands is counted apart, since it changes with each glyph. */
  #line: Matrix = IDENTITY;
  #size = 0;
  /** Where the first string of the text object stands on the page. */
  #first: Pick<TextLine, 'from' | 'x' | 'y'> | undefined;
  #lastX = 0;

  begin(): void {
    this.setLine(IDENTITY);
    this.isReversed = false;
    this.#first = undefined;
  }

  move(x: number, y: number): void {
    const line = this.#line;
    this.x += line[0] * x + line[2] * y;
    this.y += line[1] * x + line[3] * y;
  }

  setLine(line: Matrix): void {
    this.#line = line;
    [, , , , this.x, this.y] = line;
  }

  setFont(font: Font | undefined, size: number): void {
    this.font = font;
    this.#size = size;
  }

  /** Returns the font's size on the page, in points. */
  sizeOnPage(ctm: Matrix): number {
    return this.#size * scaleOf(this.#line) * scaleOf(ctm);
  }

  /** Takes note of a string that is shown at a place of the page. */
  show({ from }: Operation, x: number, y: number): void {
    this.#first ??= { from, x, y };
    this.#lastX = x;
  }

  /** Returns what was shown in a text object that ends at a place; undefined where that is nothing. */
  lineUntil(to: number, ctm: Matrix): TextLine | undefined {
    if (this.#first === undefined) return undefined;
    const { from, x, y } = this.#first;
    const { font, isReversed } = this;
    return { from, to, x, y, lastX: this.#lastX, font, size: this.sizeOnPage(ctm), isReversed };
  }
}

/** As `Math.hypot`, which takes several times as long. */
function scaleOf([a, b]: Matrix): number {
  return b === 0 ? Math.abs(a) : Math.sqrt(a * a + b * b);
}
