import type { CatalogueEntry } from './entry.ts';

const error = (rule: string, title: string, help: string, example: string) =>
  ({ severity: 'error', rule, title, help, example }) as const satisfies CatalogueEntry;

/** Findings on cip-report.yaml and report.yaml beyond the general ones of reading. */
export const PAPER_CODES = {
  E083: error(
    'theme-contrast',
    'a colour of the theme is too faint on what it is seen on',
    'choose colours further apart: text needs a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3), lines and signs 3:1 (1.4.11)',
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
  W083: {
    severity: 'warning',
    rule: 'periods-not-shown',
    title: 'figures are of periods that nothing on the page shows',
    help: 'give them for periods as long as those of the other figures, or name the period in a table',
    example: 'one row for Q2 2026/27 among months',
  },
  W084: {
    severity: 'warning',
    rule: 'total-of-no-sum',
    title: 'the total of a table lacks a figure that does not add up',
    help: 'give the figure of the whole in the data; or, of an indicator that is a sum, write adds_up: true',
    example: 'average hourly rates of two services, and a total of both',
  },
  W085: {
    severity: 'warning',
    rule: 'evidence-hidden',
    title: 'the page shows nothing of what counts against it',
    help: 'add the section to the list of sections',
    example: 'an open red risk, and no section `risks`',
  },
  W086: {
    severity: 'warning',
    rule: 'figure-lost',
    title: 'a figure of the first page or of a table was known before and is not known now',
    help: 'fill in the cell that is empty, or say in the commentary why the figure is not known',
    example: 'agency for October 2026, where the cell of one team is empty',
  },
  W087: {
    severity: 'warning',
    rule: 'table-period-missing',
    title: 'a table names a period for which the data has nothing',
    help: 'correct the period, or add its figures',
    example: 'periods: [Dec 2025], with figures from January 2026',
  },
  W089: {
    severity: 'warning',
    rule: 'theme-states-alike',
    title: 'two states, two lines of a chart or two kinds of cells have nearly the same colour',
    help: 'give them colours that are told apart at a glance: words, signs and marks say what they are, the colour says it quicker',
    example: "good: '#8a5300' beside attention: '#8a5300'",
  },
  N085: {
    severity: 'note',
    rule: 'section-left-out',
    title: 'the sections chosen for a workstream leave out what its papers have',
    help: 'add the section to the list of sections, or accept the note with the reason',
    example: 'a risks.csv, and no `risks` under `sections` of the workstream',
  },
  N086: {
    severity: 'note',
    rule: 'abbreviation-unused',
    title: 'no text of any paper has an abbreviation that the configuration explains',
    help: 'take it out, or write it in the papers as it stands here: a whole word in the same case',
    example: 'abbreviations: { MSAH: Multi-Agency Safeguarding Hub }',
  },
  N087: {
    severity: 'note',
    rule: 'groups-not-shown',
    title: 'the data divides its figures by a dimension of which nothing in the report is printed',
    help: 'add a table of them, or accept the note with the reason',
    example: 'a column Team in workforce.csv, and no table with `rows: team`',
  },
  N088: {
    severity: 'note',
    rule: 'member-name-shared',
    title: 'one row of a table adds up members of one name',
    help: 'give each a name of its own, or say under `of` which is meant',
    example: 'Team 1 of two services',
  },
} as const satisfies Record<string, CatalogueEntry>;
