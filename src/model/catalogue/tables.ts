import type { CatalogueEntry } from './entry.ts';

/** Findings on tables beyond those of the workforce, such as indicators, benchmarks and lists. */
export const TABLE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
