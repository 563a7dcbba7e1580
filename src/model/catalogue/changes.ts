import type { CatalogueEntry } from './entry.ts';

const warning = (rule: string, title: string, help: string, example: string) =>
  ({ severity: 'warning', rule, title, help, example }) as const satisfies CatalogueEntry;

/** Findings on change columns and on shares that make up a whole. */
export const CHANGE_CODES = {
  W154: warning(
    'change-differs',
    'a stated change does not follow from its two figures',
    'correct the change or the figures; where it is between other periods, name them: `change from Jul 2023 to Mar 2024 (stated)`',
    '−7.2% beside 52% and 45%',
  ),
  W155: warning(
    'change-unit',
    'a stated change is in another unit than it is printed in',
    'print percentage points as pp, and changes in per cent with a % sign',
    '44% to 33% as −11%: it is −11 pp, and −25%',
  ),
  W156: warning(
    'change-mixed',
    'a column of changes mixes percentage points, or numbers, with changes in per cent',
    'print one of the two in the column, and head it so; the other can have a column of its own',
    '% change: 44% to 33% as −11%, and 28 to 11 as −60.7%',
  ),
  W157: warning(
    'change-sign',
    'a stated change has the sign of the other way',
    'correct the sign; a change is the later figure less the earlier one',
    '33% to 44% as −11',
  ),
  W158: warning(
    'shares-of-whole',
    'the shares of a whole do not make 100%, or not their stated total',
    'correct the shares or the total; an unknown rest is a part of its own. Shares of no one whole have `adds_up: false`',
    '31.6%, 5.9% and 60.4%, with a total of 100%',
  ),
  W159: warning(
    'change-unknown',
    'a heading names the change of a figure that is not known',
    'map the heading to the change of a measure or metric: `agency_rate change (stated)`',
    'Change: locums_rate change (stated)',
  ),
} as const satisfies Record<string, CatalogueEntry>;
