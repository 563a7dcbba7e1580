import type { CatalogueEntry } from './entry.ts';

const error = (rule: string, title: string, help: string, example: string) =>
  ({ severity: 'error', rule, title, help, example }) as const satisfies CatalogueEntry;

/** Findings on cip-report.yaml and report.yaml beyond the general ones of reading. */
export const PAPER_CODES = {
  E083: error(
    'accent-contrast',
    'the accent colour is too light to be read on white',
    'choose a darker colour: text needs a contrast of at least 4.5:1 with its background (WCAG 2.2, 1.4.3)',
    "accent: '#7fb2ff'",
  ),
  E084: error(
    'logo',
    'the logo cannot be used',
    'give the path of an SVG or PNG file in the data repo, at most 500 kB, that loads nothing and runs nothing',
    'an SVG with a <script> in it',
  ),
  E085: error(
    'section-unknown',
    'a section, table or chart is named that is not there',
    'correct the id, or give a section of its own a title',
    'show: mangers-by-team',
  ),
  E086: error(
    'section-computed',
    'a section that is made from the data is given as text',
    'put the text into a section of text, and show the computed section there: `- show: risks`',
    'risks: [There are no new risks.] under `sections` in report.yaml',
  ),
  E087: error(
    'plan',
    'the planned path of a target does not lead to it',
    'list the periods oldest first, up to the date of the target, in the notation of its level',
    'plan: { Q2 2024/25: 129, Q4 2023/24: 122 }',
  ),
  E088: error(
    'table-axes',
    'a table cannot be made as it is described',
    'let rows and columns be two of `figures`, `periods` and a dimension; what is on neither has to be one',
    'rows: team and columns: team',
  ),
  E089: error(
    'level',
    'the level of an indicator contradicts itself',
    'correct the level, what it is called, or how far it is amber',
    'at_least: 90% with amber_to: 95%',
  ),
} as const satisfies Record<string, CatalogueEntry>;
