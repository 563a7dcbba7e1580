import type { CatalogueEntry } from './entry.ts';

/** Findings on figures that are typed into the text. */
export const PROSE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
