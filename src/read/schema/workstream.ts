import * as z from 'zod/mini';
import { group } from './figures.ts';
import { figureId, id, key, label, text } from './key.ts';

/** The most tables, charts and sections of a workstream: far beyond what a board would read. */
export const MOST_PARTS = 100;

const basis = () => z.enum(['headcount', 'fte']);
const figures = () => z.array(figureId()).check(z.minLength(1));

const AXIS = '`figures`, `periods`, or a dimension such as `team` (then a line for each of its members)';

/** A further table of a report as people write it. */
const table = z.strictObject({
  id: key(id(), 'What report.yaml calls the table to show it in its place.', 'id: managers-by-team'),
  title: key(text(), "The table's title.", 'title: Managers by team'),
  of: key(
    group(),
    'Within which group, such as `{ staff group: Management }`; the whole where it is left out.',
  ),
  rows: key(text(), `What runs down the table: ${AXIS}.`, 'rows: team'),
  columns: key(
    z.optional(text()),
    `What runs across the table: ${AXIS}. \`figures\` where it is left out.`,
    'columns: periods',
  ),
  figures: key(
    figures(),
    'Measures, metrics and indicators, in order; one alone where neither rows nor columns are `figures`.',
    'figures: [establishment, in_post]',
  ),
  periods: key(
    z.optional(z.array(label()).check(z.minLength(1))),
    'The periods that the table shows; where it is left out, all of them, or the latest one where neither rows nor columns are `periods`.',
    'periods: [Mar 2024]',
  ),
  basis: key(z.optional(basis()), "What the figures count; the workstream's basis where it is left out."),
  total: key(
    z.optional(text()),
    'The label of the total of the members, which is computed; there is none where it is left out.',
    'total: All teams',
  ),
  note: key(z.optional(text()), 'What is printed under the table. Markdown.'),
});

/** A chart over time as people write it. */
const chart = z.strictObject({
  id: key(id(), 'What report.yaml calls the chart to show it in its place.', 'id: agency-trend'),
  title: key(z.optional(text()), "The chart's title; what it shows where it is left out."),
  figures: key(
    figures(),
    'One measure, metric or indicator for a chart with limits, or several as lines.',
    'figures: [agency]',
  ),
  of: key(group(), 'Within which group; the whole where it is left out.'),
  basis: key(z.optional(basis()), "What the figures count; the workstream's basis where it is left out."),
  limits: key(
    z.optional(z.boolean()),
    'Whether a chart of one figure has the limits of an XmR chart; true where it is left out.',
  ),
});

const section = key(
  z.union([
    id(),
    z.strictObject({
      id: key(id(), 'A section, or one that a paper of the workstream has of its own.', 'id: tables'),
      title: key(z.optional(text()), "The section's title in this workstream's reports."),
    }),
  ]),
  'A section: its id, or `{ id, title }`.',
  '- { id: tables, title: Workforce data }',
);

/** A workstream as people write it. */
export const writtenWorkstream = z.strictObject({
  title: key(text(), "The workstream's name on the page.", 'title: Workforce'),
  template: key(z.optional(id()), 'The template of its report; `highlight-report` where it is left out.'),
  population: key(
    text(),
    'Who is counted, in words that fit into a caption.',
    'population: children and family social workers',
  ),
  basis: key(
    basis(),
    'What its figures count unless a row or heading says otherwise: people, or full-time equivalents.',
    'basis: headcount',
  ),
  periods: key(
    z.optional(z.int().check(z.minimum(1), z.maximum(60))),
    'How many periods the workforce table shows, the newest last; 13 where it is left out. Charts show every period.',
  ),
  headlines: key(z.optional(z.array(figureId())), 'Measures and metrics for the first page, in order.'),
  table: key(
    z.optional(z.record(text(), z.array(figureId()))),
    'Rows of the workforce table: a group label, and the measures and metrics under it.',
  ),
  sections: key(
    z.optional(z.array(section).check(z.minLength(1), z.maxLength(MOST_PARTS))),
    "The sections of the report in order, by id or as `{ id, title }`; the template's own order where it is left out.",
  ),
  tables: key(z.optional(z.array(table).check(z.maxLength(MOST_PARTS))), 'Further tables, in order.'),
  charts: key(z.optional(z.array(chart).check(z.maxLength(MOST_PARTS))), 'Charts over time, in order.'),
});

export type WrittenWorkstream = z.infer<typeof writtenWorkstream>;
export type WrittenTable = z.infer<typeof table>;
