import { BOARD_CODES } from './catalogue/board.ts';
import { FIGURE_CODES } from './catalogue/figures.ts';
import { MACHINE_CODES } from './catalogue/machine.ts';
import { PAGE_CODES } from './catalogue/page.ts';
import { READ_CODES } from './catalogue/read.ts';

/** What is documented of a finding code. Codes are stable: a code is never given another meaning. */
export interface CatalogueEntry {
  readonly severity: 'error' | 'warning' | 'note';
  /** The rule's name, as used in configuration and in SARIF. */
  readonly rule: string;
  /** What is wrong, without the case at hand. */
  readonly title: string;
  /** What to do, unless the case gives better advice. */
  readonly help: string;
  /** A line of data (or a situation) that gives this finding. */
  readonly example: string;
}

/**
 * Every code: 0xx reading files, 1xx figures, 2xx milestones, 3xx risks, 4xx narrative, targets and RAG,
 * 5xx templates and pages, 9xx this machine.
 */
export const CATALOGUE = {
  ...READ_CODES,
  ...FIGURE_CODES,
  ...BOARD_CODES,
  ...PAGE_CODES,
  ...MACHINE_CODES,
} as const satisfies Record<string, CatalogueEntry>;

export type FindingCode = keyof typeof CATALOGUE;
