import type { CatalogueEntry } from './entry.ts';

/** Findings on figures that are typed into the text. */
export const PROSE_CODES = {
  W421: {
    severity: 'warning',
    rule: 'typed-figure',
    title: 'a figure that is typed into the text is not what the data gives',
    help: 'correct it, or write a live citation in its place, such as {{agency}}',
    example: '"now 39 agency workers" in the commentary where the latest month has 45',
  },
  W422: {
    severity: 'warning',
    rule: 'typed-change',
    title: 'a change that is typed into the text is not what the data gives',
    help: 'correct it; a share changes by percentage points, and by a percentage only of the earlier share',
    example:
      '"the agency rate fell by 11%" where it fell from 44% to 33%: by 11 percentage points, or 25% of what it was',
  },
} as const satisfies Record<string, CatalogueEntry>;
