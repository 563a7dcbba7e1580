import type { CatalogueEntry } from '../catalogue.ts';

/** Findings on workforce figures. */
export const FIGURE_CODES = {
  W104: {
    severity: 'warning',
    rule: 'stated-figure',
    title: 'a stated figure does not follow from its parts',
    help: 'correct the figure, or name the definition it uses under `definitions` in cip-report.yaml',
    example: 'agency_rate (stated) 55% beside agency 27 and permanent 12',
  },
} as const satisfies Record<string, CatalogueEntry>;
