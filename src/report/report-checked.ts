import type { Place } from '../model/place.ts';
import type { PeriodRef } from '../model/period-ref.ts';

/** A number that somebody typed into the text. */
export interface TypedFigure {
  /** As it is typed. */
  readonly text: string;
  readonly at: Place;
  /** The figure that its words tie it to, as findings name it, or the later one of a change; absent where they tie it to none. */
  readonly about?: string;
  /** Whether it is what the data gives; absent where it is tied to nothing. */
  readonly agrees?: boolean;
}

/** What the papers state and what people typed, against the data. */
export interface CheckedSection {
  /** Stated figures that were recomputed. */
  readonly recomputed: number;
  readonly agreed: number;
  /** Numbers that people typed into the text: how many there are, could be tied to a figure, and agree with it. */
  readonly typed: {
    readonly numbers: number;
    readonly tied: number;
    readonly agreed: number;
    /** Each of them, as the texts stand. */
    readonly list: readonly TypedFigure[];
  };
  readonly differing: readonly {
    readonly label: string;
    readonly period: PeriodRef;
    readonly statedText: string;
    readonly computedText: string;
    readonly at: Place;
    readonly explanation: string;
  }[];
}
