import type { Font } from './fonts.ts';
import type { Box } from './geometry.ts';

/** Glyphs that are painted at once, with where they stand on the page, in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** From where to where something stands in a content stream. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a text object shows: a line, or as much of one as is set in one font. Its glyphs are read where they are needed. */
export interface TextLine extends Span {
  readonly font: Font | undefined;
  readonly size: number;
  /** Where its first glyph begins, and its last one, on the page and in points. */
  readonly x: number;
  readonly y: number;
  readonly lastX: number;
  /** Whether its glyphs are shown from its end, as those that are read from right to left. */
  readonly isReversed: boolean;
}

/** Content that bears the number of a structure element's content. */
export interface Mark {
  readonly mcid: number;
  readonly open: Span;
  close: Span | undefined;
  glyphs: number;
  paths: number;
  images: number;
  /** What it paints, as far as it is not cut off; of glyphs, where they begin. */
  box: Box | undefined;
  /** Whether something of it lies within what is not cut off. */
  seen: boolean;
  /** Its text objects, in the order in which they are painted. */
  readonly lines: TextLine[];
  /** Only of marks that were asked for. */
  readonly runs: TextRun[];
}

/** What is painted outside any marked content, as one stretch that can be wrapped. */
export interface Loose {
  from: number;
  to: number;
  readonly isText: boolean;
  box: Box | undefined;
  /** Of text: its text objects. */
  lines?: readonly TextLine[];
  /** Of text: where the origin of its coordinates is on the page, in points. */
  readonly origin?: readonly [number, number];
  /** Whether it is a form with text or tagged content. */
  readonly isForm?: boolean;
  /** Whether it is a picture, which may be one of text. */
  readonly isPicture?: boolean;
}

export interface Survey {
  readonly marks: readonly Mark[];
  readonly loose: readonly Loose[];
  /** What is not nested as it must be, in words. */
  readonly faults: readonly string[];
  /** Where it was asked for: the strings that are shown, each once and as it is written, by the name of their font. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface SurveyOptions {
  /** Fonts of the page by name; without them no text is read. */
  readonly fonts?: ReadonlyMap<string, Font> | undefined;
  /** Of which marks the text is wanted. */
  readonly wanted?: ((mcid: number) => boolean) | undefined;
  /** Whether it is told where anything stands; without it boxes are missing, and it takes a fraction of the time. */
  readonly isPlaced?: boolean | undefined;
  /** Whether what is painted by a name is a form with text or tagged content; see `formsWithContent`. */
  readonly isForm?: ((name: string) => boolean) | undefined;
  /** Whether what is painted by a name is a picture; see `paintsPicture`. */
  readonly isPicture?: ((name: string) => boolean) | undefined;
  /** Whether the strings that are shown are wanted. */
  readonly keepsShown?: boolean | undefined;
}
