import * as z from 'zod/mini';
import { figureId, id, key, label, text } from './key.ts';
import { writtenMatrix } from './matrix.ts';

const ragMeaning = () =>
  z.strictObject({
    label: key(text(), 'What the RAG means in a word or two.', 'label: on plan'),
    meaning: key(z.optional(text()), 'What it means in a sentence or two.'),
  });

const headings = () => z.record(text(), z.union([text(), z.number()]));

const workstream = z.strictObject({
  title: key(text(), "The workstream's name on the page.", 'title: Workforce'),
  template: key(z.optional(id()), 'The template of its report; `highlight-report` where it is left out.'),
  population: key(
    text(),
    'Who is counted, in words that fit into a caption.',
    'population: children and family social workers',
  ),
  basis: key(
    z.enum(['headcount', 'fte']),
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
});

const definition = z.strictObject({
  id: key(figureId(), 'What formulas and configuration call it.', 'id: agency_rate'),
  label: key(text(), 'What the page calls it.', 'label: Agency rate'),
  formula: key(
    text(),
    'How it follows from measures and other metrics.',
    'formula: agency / (permanent + agency)',
  ),
  unit: key(
    z.enum(['count', 'share', 'ratio']),
    'A count, a share (printed as a percentage), or a ratio of two counts.',
    'unit: share',
  ),
  places: key(
    z.optional(z.int().check(z.minimum(0), z.maximum(6))),
    'Decimals on the page; 2 where it is left out.',
  ),
  direction: key(z.enum(['lower', 'higher', 'none']), 'Which way is good.', 'direction: lower'),
  description: key(
    text(),
    'Plain words for the definitions appendix.',
    'description: Agency workers of all in post.',
  ),
  used_by: key(z.optional(z.array(text())), 'Who uses this definition.'),
});

const stated = z.strictObject({
  outcome: key(z.enum(['achieved', 'missed']), 'What the council states.', 'outcome: achieved'),
  note: key(z.optional(text()), 'Why it cannot be computed, printed with it.'),
});

const target = z.strictObject({
  id: key(id(), 'What the report calls the target.', 'id: agency-10'),
  workstream: key(id(), 'The workstream whose report shows it.', 'workstream: workforce'),
  label: key(text(), 'The target in words.', 'label: Agency workers at most 10% of social workers'),
  metric: key(
    z.optional(figureId()),
    'The measure or metric that is to reach it; leave it out where no figure of the data can show it.',
  ),
  at_most: key(z.optional(label()), 'The level to come down to, such as 10% or 24.'),
  at_least: key(z.optional(label()), 'The level to come up to, such as 80% or 24.'),
  by: key(label(), 'When it is to be reached: a day, month, quarter, season or year.', 'by: Feb 2022'),
  stated: key(z.optional(stated), 'What the council states of a target that has no `metric`.'),
});

/** `cip-report.yaml` as people write it. */
export const writtenConfig = z.strictObject({
  version: key(z.literal(1), 'The version of this format.', 'version: 1'),
  organisation: key(text(), 'The council.', 'organisation: Luton Council'),
  programme: key(text(), 'The programme.', "programme: Children's Improvement Programme"),
  board: key(
    z.strictObject({
      name: key(text(), 'The board that the papers go to.', "name: Children's Improvement Board"),
      short: key(z.optional(text()), "A short form of the board's name, used after its first mention."),
    }),
    'The board that the papers go to.',
    "board: { name: Children's Improvement Board, short: CIB }",
  ),
  due_soon_days: key(
    z.optional(z.int().check(z.minimum(0), z.maximum(366))),
    'A milestone due within so many days of the meeting is due soon; 30 where it is left out.',
  ),
  workstreams: key(
    z.record(id(), workstream),
    'The lines of work (pillars), by the name of their folders.',
    'workstreams: { workforce: { title: Workforce, … } }',
  ),
  labels: key(z.optional(z.record(figureId(), text())), "The council's own words for measures and metrics."),
  headings: key(
    z.optional(
      z.strictObject({
        workforce: key(
          z.optional(headings()),
          'Headings of workforce tables, texts of a measure column, and rows to leave out by the text of their period (`Total: ignore`).',
        ),
        milestones: key(z.optional(headings()), 'Headings of milestone tables.'),
        risks: key(z.optional(headings()), 'Headings of risk tables.'),
      }),
    ),
    "The council's own headings, mapped to what is known here.",
  ),
  definitions: key(
    z.optional(z.array(definition)),
    "The council's own metrics; one of the same id wins over the one supplied.",
  ),
  targets: key(z.optional(z.array(target)), 'Levels to be reached by a date.'),
  rag_meanings: key(
    z.optional(
      z.strictObject({
        green: key(z.optional(ragMeaning()), 'What Green means.'),
        amber: key(z.optional(ragMeaning()), 'What Amber means.'),
        red: key(z.optional(ragMeaning()), 'What Red means.'),
        blue: key(z.optional(ragMeaning()), 'What Blue means.'),
      }),
    ),
    "The council's own words for its RAG, printed beside it.",
  ),
  matrix: key(z.optional(writtenMatrix), 'The risk matrix.'),
});

export type WrittenConfig = z.infer<typeof writtenConfig>;
export type WrittenTarget = z.infer<typeof target>;
