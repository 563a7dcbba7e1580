import type { CatalogueEntry } from './entry.ts';

/** Findings on workforce figures. */
export const FIGURE_CODES = {
  E101: {
    severity: 'error',
    rule: 'definition-formula',
    title: 'a definition has a formula that cannot be read',
    help: 'correct the formula under `definitions` in cip-report.yaml: names, numbers, + - * / and parentheses',
    example: 'formula: agency / (permanent + agency',
  },
  E102: {
    severity: 'error',
    rule: 'definition-cycle',
    title: 'a definition depends on itself',
    help: 'let one of the definitions in the circle stand on measures only',
    example: 'in_post: agency + permanent, where permanent is defined as in_post - agency',
  },
  E103: {
    severity: 'error',
    rule: 'unknown-figure',
    title: 'a name is neither a measure nor a metric',
    help: 'use the id of a measure or metric, or add a definition with this id to cip-report.yaml',
    example: 'headlines: [agency_rte]',
  },
  W104: {
    severity: 'warning',
    rule: 'stated-figure',
    title: 'a stated figure does not follow from its parts',
    help: 'correct the figure, or name the definition it uses under `definitions` in cip-report.yaml',
    example: 'agency_rate (stated) 55% beside agency 27 and permanent 12',
  },
  W105: {
    severity: 'warning',
    rule: 'stated-label',
    title: 'a row of stated figures holds another metric than its label says',
    help: 'correct the label, or map the heading to the metric that the row holds',
    example: 'leavers_rate (stated) 0.71%, 6.94%, 0.00% where these are starters ÷ permanent',
  },
  W106: {
    severity: 'warning',
    rule: 'stated-twice',
    title: 'one table states the same figure twice',
    help: 'keep one of the rows, or give the other the heading of what it holds',
    example: 'two rows "% of permanent workers leaving in the period" in one table',
  },
  W107: {
    severity: 'warning',
    rule: 'given-figure',
    title: 'a figure that the data gives does not follow from the others that it gives',
    help: 'correct the figure that is wrong; the report prints them as they are given',
    example: 'unfilled 30 beside establishment 209, permanent 146 and agency 39',
  },
  W108: {
    severity: 'warning',
    rule: 'mark-without-note',
    title: 'a figure has a mark and no note says what it means',
    help: 'add the mark with its text under `notes` in report.yaml, or remove it from the figure',
    example: "24* in workforce.csv, and no '*' under notes",
  },
  W109: {
    severity: 'warning',
    rule: 'note-without-mark',
    title: 'a note belongs to a mark that stands on no figure',
    help: 'put the mark on the figure that the note is about, or remove the note',
    example: "'†' under notes, and no figure with a †",
  },
  W110: {
    severity: 'warning',
    rule: 'unexplained-movement',
    title: 'permanent staff changed by more than starters and leavers explain',
    help: 'correct the figure that is wrong, or say in the commentary what the movement was',
    example: 'permanent 141 then 144 with 10 starters and 1 leaver: 150 expected',
  },
  E111: {
    severity: 'error',
    rule: 'percent-or-plain',
    title: 'a share is written without % or a count with it',
    help: 'write a share with its % sign (21.08%) and a count without one',
    example: 'agency_rate 21.08, or permanent 70%',
  },
} as const satisfies Record<string, CatalogueEntry>;
