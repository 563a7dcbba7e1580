import type { CatalogueEntry } from './catalogue/entry.ts';
import { BOARD_CODES } from './catalogue/board.ts';
import { CHANGE_CODES } from './catalogue/changes.ts';
import { CHECK_CODES } from './catalogue/checks.ts';
import { FIGURE_CODES } from './catalogue/figures.ts';
import { LIST_CODES } from './catalogue/lists.ts';
import { MACHINE_CODES } from './catalogue/machine.ts';
import { MOVEMENT_CODES } from './catalogue/movements.ts';
import { PAGE_CODES } from './catalogue/page.ts';
import { PAPER_CODES } from './catalogue/papers.ts';
import { PROSE_CODES } from './catalogue/prose.ts';
import { RATE_CODES } from './catalogue/rates.ts';
import { READ_CODES } from './catalogue/read.ts';
import { TABLE_CODES } from './catalogue/tables.ts';

/**
 * Every code: 0xx reading files, 1xx figures, 2xx milestones and actions, 3xx risks, 4xx narrative, targets, RAG,
 * indicators, recommendations and resolutions, 5xx templates and pages, 9xx this machine.
 */
export const CATALOGUE = {
  ...READ_CODES,
  ...PAPER_CODES,
  ...TABLE_CODES,
  ...CHECK_CODES,
  ...FIGURE_CODES,
  ...RATE_CODES,
  ...MOVEMENT_CODES,
  ...CHANGE_CODES,
  ...PROSE_CODES,
  ...BOARD_CODES,
  ...LIST_CODES,
  ...PAGE_CODES,
  ...MACHINE_CODES,
} as const satisfies Record<string, CatalogueEntry>;

export type FindingCode = keyof typeof CATALOGUE;

/** Returns the codes with the number of a code that there is not: `W104` for `E104`. */
export function sameNumber(code: string): FindingCode[] {
  if (!/^[a-z]\d{3}$/i.test(code)) return [];
  return (Object.keys(CATALOGUE) as FindingCode[]).filter((one) => one.slice(1) === code.slice(1));
}

/** What a rule is called, as a severity, an acceptance or a gate names it. */
export type RuleName = (typeof CATALOGUE)[FindingCode]['rule'];
