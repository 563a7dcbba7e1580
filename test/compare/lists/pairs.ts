import type { PaperPair, SidePapers } from '../../../src/compare/side.ts';
import type { Meeting, Programme } from '../../../src/model/dataset.ts';
import { context, meeting } from '../../support/board.ts';

export interface SideOptions {
  readonly asOf?: string;
  readonly programme?: Partial<Programme>;
  /** The meeting's id; `2021-04-19` unless given. */
  readonly id?: string;
}

/** A side with one meeting's papers, judged as of 19 April 2021 unless another date is given. */
function side(change: Partial<Meeting>, options: SideOptions = {}): SidePapers {
  const { id = '2021-04-19', asOf = '2021-04-19', programme = {} } = options;
  return { context: context([meeting(id, change)], { asOf, programme }), period: undefined };
}

/** Two sides of one meeting, as two revisions are. */
export function pairOf(
  before: Partial<Meeting>,
  after: Partial<Meeting>,
  options: { readonly before?: SideOptions; readonly after?: SideOptions } = {},
): PaperPair {
  return { form: 'revisions', before: side(before, options.before), after: side(after, options.after) };
}

export function swapped({ form, before, after }: PaperPair): PaperPair {
  return { form, before: after, after: before };
}

/** Kinds and texts of changes as lines: `M1 slipped: Slipped 5 months, …`. */
export function told(
  changes: readonly {
    readonly reference: string;
    readonly kinds: readonly string[];
    readonly texts: readonly string[];
    readonly good: boolean | null;
  }[],
): string[] {
  return changes.flatMap(({ reference, kinds, texts, good }) =>
    kinds.map((kind, index) => `${reference} ${kind} ${String(good)}: ${texts[index] ?? ''}`),
  );
}
