import type { CatalogueEntry } from './entry.ts';

/** Findings on tables beyond those of the workforce. */
export const  indicators, benchmarks, lists:TABLE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
