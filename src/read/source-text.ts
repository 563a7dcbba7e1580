import type { Place } from '../model/place.ts';

/**
 * A file's text with line breaks made equal, and the way from an offset in it to a place. Columns count UTF-16 units,
 * as editors do.
 */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  /** `text` must hold `\n` as its only line break. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** Returns the place from `start` up to `end`, cut at the end of its first line and at least one character long. */
  place(start: number, end: number = start + 1): Place {
    const line = this.#lineAt(start);
    const lineStart = this.#lineStarts[line] ?? 0;
    const stop = Math.min(end, this.#lineEnd(line));
    return {
      file: this.file,
      line: line + 1,
      column: start - lineStart + 1,
      length: Math.max(1, stop - start),
    };
  }

  /** Returns line `n` (from 1) without its line break; undefined where there is no such line. */
  line(n: number): string | undefined {
    const start = this.#lineStarts[n - 1];
    return start === undefined ? undefined : this.text.slice(start, this.#lineEnd(n - 1));
  }

  #lineEnd(line: number): number {
    const next = this.#lineStarts[line + 1];
    return next === undefined ? this.text.length : next - 1;
  }

  #lineAt(offset: number): number {
    let [low, high] = [0, this.#lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
