import type { CatalogueEntry } from './entry.ts';

/** Findings on movements, jumps, freshness and missing rows. */
export const MOVEMENT_CODES = {} as const satisfies Record<string, CatalogueEntry>;
