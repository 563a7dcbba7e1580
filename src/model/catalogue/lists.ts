import type { CatalogueEntry } from './entry.ts';

/** Findings on actions, recommendations, resolutions and indicators. */
export const LIST_CODES = {} as const satisfies Record<string, CatalogueEntry>;
