import type { CatalogueEntry } from './entry.ts';

/**
 * Findings on rates, footing and identities. Those on a row or column (W105, W106, W132) are about its measure
 * (`agency_rate`), which stays the same where rows and periods are added; those on a figure are about that figure.
 */
export const RATE_CODES = {
  W132: {
    severity: 'warning',
    rule: 'mixed-definitions',
    title: 'a row or column of stated figures mixes definitions',
    help: 'use one definition throughout, or give the figures of each definition a heading of their own',
    example:
      'Agency rate 33% for the total, which is agency ÷ establishment, and 69% and 53% for two teams, which are agency ÷ in post',
  },
  W133: {
    severity: 'warning',
    rule: 'fte-above-headcount',
    title: 'a figure in full-time equivalents is above the same figure in headcount',
    help: 'correct the figure that is wrong, or the basis of its table: nobody is more than one full-time equivalent',
    example: 'permanent 146.2 FTE beside 144 people for the same month',
  },
  W134: {
    severity: 'warning',
    rule: 'part-above-whole',
    title: 'a part is above the whole that it belongs to',
    help: 'correct the figure that is wrong, or move it to the heading that it belongs under',
    example: 'agency 45 beside in_post 38, where permanent is not given',
  },
  W135: {
    severity: 'warning',
    rule: 'longer-period',
    title: 'a figure of a quarter or year is not what its months give',
    help: 'correct the figure that is wrong: what moves in a quarter is the sum of its months, and who is there is as at the end of the last',
    example: 'leavers 7 for Q2 2026/27 beside 2, 2 and 2 for July, August and September',
  },
} as const satisfies Record<string, CatalogueEntry>;
