import type { CatalogueEntry } from '../catalogue.ts';

/** Findings on milestones, risks, narrative, targets and RAG. */
export const BOARD_CODES = {
  W303: {
    severity: 'warning',
    rule: 'risk-axes-swapped',
    title: 'likelihood and impact are the wrong way round',
    help: 'exchange the two levels in the risk log',
    example: 'likelihood "Significant", impact "Low" where Significant is a level of impact',
  },
} as const satisfies Record<string, CatalogueEntry>;
