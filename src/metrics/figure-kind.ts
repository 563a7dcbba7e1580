import type { Direction, MetricUnit } from '../model/definition.ts';
import { nearestId } from '../model/suggest.ts';
import type { Expression } from './expression.ts';

/** What is known of a measure or metric: what evaluation, the page, `explain` and `check` all read. */
export interface FigureKind {
  readonly id: string;
  /** The council's own words where it gives them. */
  readonly label: string;
  readonly unit: MetricUnit;
  readonly places: number;
  readonly direction: Direction;
  readonly description: string;
  readonly usedBy: readonly string[];
  readonly origin: 'measure' | 'registry' | 'council';
  /** Of a base measure: at the period's end, or in the period. */
  readonly nature?: 'stock' | 'flow';
  /** Of a base measure that counts whole things on any basis; others may be of part-time people. */
  readonly counts?: 'things';
  /** Whether the figures of groups make that of all of them; where it is absent, unit and formula say so. */
  readonly addsUp?: boolean;
  /** As written; a figure that the data does not give is computed by it. */
  readonly formula?: string;
  readonly expression?: Expression;
  /**
   * The id of the indicator that the figure belongs to (also its numerator and denominator, and a shipped figure that an
   * indicator of the same id adds levels to): pass it to `periodsOf` and `membersOf`. Absent for the workforce's figures.
   */
  readonly series?: string;
}

export interface Registry {
  readonly kinds: ReadonlyMap<string, FigureKind>;
  /** Ids whose definition cannot be used, or stands on one that cannot: a finding says so already. */
  readonly unusable: ReadonlySet<string>;
}

/** The most ids that a person is told of; docs/definitions.md has them all. */
const TOLD = 8;

/** Returns advice for an unknown id: the one that was probably meant, or some of those that there are. */
export function suggestion(id: string, known: readonly string[]): string {
  const meant = nearestId(id, known);
  if (meant !== undefined) return `did you mean ${meant}?`;
  const sorted = [...known].sort();
  const rest = sorted.length - TOLD;
  const more = rest > 0 ? ` and ${rest.toString()} more (docs/definitions.md)` : '';
  return `known are ${sorted.slice(0, TOLD).join(', ')}${more}`;
}
