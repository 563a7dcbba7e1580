import type { CatalogueEntry } from './entry.ts';

/** Findings on movements, jumps, freshness and missing rows. */
export const MOVEMENT_CODES = {
  W140: {
    severity: 'warning',
    rule: 'movement-unknown',
    title: 'a reason is recorded for a movement that the papers do not have',
    help: 'write the figure after the movement, with its period: permanent@2021-01; or remove the entry',
    example: 'movements: [{ of: permanent@2012-01, by: -6, reason: … }], with figures from December 2020',
  },
  W141: {
    severity: 'warning',
    rule: 'movement-explained',
    title: 'a reason is recorded for a movement of which nothing is left to explain, or another amount',
    help: 'remove the entry under `movements` in report.yaml, or correct its amount or the figure that it names',
    example:
      'movements: [{ of: permanent@2021-01, by: -6, … }], where starters and leavers lead to the figure',
  },
  W142: {
    severity: 'warning',
    rule: 'jump',
    title: 'a figure changed from one period to the next by more than the configuration expects',
    help: 'correct the figure that is wrong, or record the reason under `movements` in report.yaml, which prints it',
    example: 'agency 12 then 39, with jumps: { agency: 25% } under `checks` in cip-report.yaml',
  },
  W143: {
    severity: 'warning',
    rule: 'swing',
    title: 'the latest count of the whole workforce changed by more than half of what it was',
    help: 'correct the figure that is wrong, or record the reason under `movements` in report.yaml, which prints it',
    example: 'agency 36 in January and 390 in February',
  },
  W144: {
    severity: 'warning',
    rule: 'figures-old',
    title: 'the latest figures were old at the meeting',
    help: 'add newer figures, or say in the commentary why there are none; `freshness_days` under `checks` in cip-report.yaml is the limit',
    example: 'figures up to June 2026 at a meeting on 9 November 2026',
  },
  W145: {
    severity: 'warning',
    rule: 'row-missing',
    title: 'a member of a table has no row for a period for which others have one',
    help: 'add the row; leave its cells empty where there are no figures, or say in the commentary that the member has closed',
    example: 'the teams Assessment and Duty for July, August and September, but Duty not for August',
  },
  W146: {
    severity: 'warning',
    rule: 'calendar-off',
    title: 'the dates of the rows do not go on from those of the papers before',
    help: 'correct the period, or the file; figures that are given again stand beside newer ones',
    example:
      'rows for July and August 2026 in September, and rows for September and October 2025 in November',
  },
  W147: {
    severity: 'warning',
    rule: 'name-nearly-alike',
    title: 'a member of a table has nearly the name of another, or a misspelt word in its name',
    help: 'correct the name or the word; if it is right, accept the finding with the reason under `accepted` in cip-report.yaml',
    example:
      'team Assessment up to September, and team Assesment in October or in another table; or a staff group Agncy social workers',
  },
  W148: {
    severity: 'warning',
    rule: 'rows-exchanged',
    title: "the figures of two members of a table each go on from the other's",
    help: 'put the figures into the right rows, or record the reason under `movements` in report.yaml, which prints it',
    example: 'permanent of Assessment 30 then 46, and of Safeguarding 46 then 31',
  },
  N150: {
    severity: 'note',
    rule: 'beyond-limits',
    title: 'the latest figure lies beyond the XmR limits of the ones before it',
    help: 'correct the figure if it is wrong, or record the reason under `movements` in report.yaml, which prints it',
    example: 'leavers between 0 and 4 in each of 15 months, and 14 in the last',
  },
  N151: {
    severity: 'note',
    rule: 'movements-net-out',
    title: 'what starters and leavers leave over of groups nets out in their whole',
    help: 'where staff moved from one to another, record it as transfers_in and transfers_out, or the reason for each under `movements` in report.yaml; else correct the figures, since two errors may offset each other',
    example:
      'a team with five permanent staff too many and another with five too few, where the whole is explained',
  },
  N152: {
    severity: 'note',
    rule: 'month-between',
    title: 'the only two months of a table have one between them',
    help: 'add a row for the month between them if there are figures for it; leave it where every second month is meant',
    example: 'a table with Aug-26 and Oct-26 alone',
  },
} as const satisfies Record<string, CatalogueEntry>;
