import type { CatalogueEntry } from './entry.ts';

/** Findings on rates, footing and identities. */
export const RATE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
