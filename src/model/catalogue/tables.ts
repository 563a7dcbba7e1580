import type { CatalogueEntry } from './entry.ts';

const error = (rule: string, title: string, help: string, example: string) =>
  ({ severity: 'error', rule, title, help, example }) as const satisfies CatalogueEntry;

const warning = (rule: string, title: string, help: string, example: string) =>
  ({ severity: 'warning', rule, title, help, example }) as const satisfies CatalogueEntry;

/** Findings on tables beyond those of the workforce, such as indicators, benchmarks and lists. */
export const TABLE_CODES = {
  W012: warning(
    'comparators-missing',
    'there are downloads of statistics, and no comparators',
    'add `comparators` to cip-report.yaml: your own authority, its region and its neighbours',
    'benchmarks/csww.csv, and a cip-report.yaml without `comparators`',
  ),
  W013: warning(
    'benchmark-not-read',
    'a file under benchmarks is not read',
    "save the DfE's download there as it is; others' figures belong in a benchmarks.csv of the meeting",
    'benchmarks/notes.csv with the headings Council, Rate',
  ),
  E090: error(
    'bracket',
    'the bracket behind a figure means nothing',
    'write the number alone, or give the indicator a `bracket` in cip-report.yaml',
    '4 (2 old), where the bracket of the indicator is for new ones',
  ),
  E091: error(
    'no-parts',
    'a numerator or denominator is given for a figure that has none',
    'give the indicator a `numerator` and a `denominator` in cip-report.yaml, or write its value alone',
    'a numerator of 12 for cases',
  ),
  E092: error(
    'unit',
    'a value is not in the unit of its figure',
    'correct the value, or the unit of the indicator in cip-report.yaml',
    '98.2 for a share, where 98.2% is wanted',
  ),
  E093: error(
    'not-money',
    'a text is not an amount in pounds',
    'write the amount alone: 250000, £250,000, £710k or £1.2m',
    'circa £710k',
  ),
  E094: error(
    'not-a-duration',
    'a text is not a length of time',
    'write years and months, such as 8 years 11 months, or a number of months',
    '7 years, 14 months',
  ),
  E095: error(
    'download-columns',
    'a download of statistics lacks columns',
    "download the indicators of the DfE's Children's social work workforce again, with all columns, and leave the file as it is",
    'a csww.csv of an early release, without absence_rate_fte',
  ),
  E096: error(
    'benchmark-twice',
    'two downloads give different figures for the same',
    'keep the newer release, and delete the other file',
    'the releases of 2023 and 2024, of which the second revises the first',
  ),
  E097: error(
    'part-missing',
    'a row gives a numerator without its denominator, or the other way round',
    'fill in both, or neither; write x where one is not available',
    'a row with a numerator of 12 and an empty denominator',
  ),
} as const satisfies Record<string, CatalogueEntry>;
