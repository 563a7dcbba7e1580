import type { CatalogueEntry } from './entry.ts';

/** Findings on change columns and on shares that make up a whole. */
export const CHANGE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
