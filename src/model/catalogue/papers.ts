import type { CatalogueEntry } from './entry.ts';

/** Findings on cip-report.yaml and report.yaml beyond the general ones of reading. */
export const PAPER_CODES = {} as const satisfies Record<string, CatalogueEntry>;
