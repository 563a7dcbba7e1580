import * as z from 'zod/mini';
import { group, writtenDefinition, writtenIndicator, writtenMeasure } from './figures.ts';
import { figureId, id, key, label, text } from './key.ts';
import { writtenChecks } from './checks.ts';
import { writtenMatrix } from './matrix.ts';
import { writtenWorkstream } from './workstream.ts';

const ragMeaning = () =>
  z.strictObject({
    label: key(text(), 'What the RAG means in a word or two.', 'label: on plan'),
    meaning: key(z.optional(text()), 'What it means in a sentence or two.'),
  });

const headings = () => z.record(text(), z.union([text(), z.number()]));

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
  of: key(group(), 'Whose figure it is; the whole where it is left out.'),
  at_most: key(z.optional(label()), 'The level to come down to, such as 10% or 24.'),
  at_least: key(z.optional(label()), 'The level to come up to, such as 80% or 24.'),
  by: key(label(), 'When it is to be reached: a day, month, quarter, season or year.', 'by: Feb 2022'),
  plan: key(
    z.optional(z.record(text(), label())),
    'The agreed path to it (glidepath): a level for each period, oldest first.',
    'plan: { Q4 2023/24: 122, Q2 2024/25: 129 }',
  ),
  stated: key(z.optional(stated), 'What the council states of a target that has no `metric`.'),
});

const MOST_ABBREVIATIONS = 200;

/** What abbreviations stand for: the keys are words of letters and digits, such as `MASH` and `R&D`. */
const abbreviations = () =>
  z
    .record(
      z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}&.-]{0,18}[\p{L}\p{N}]$/u)),
      text().check(z.maxLength(200)),
    )
    .check(({ value, issues }) => {
      if (Object.keys(value).length > MOST_ABBREVIATIONS)
        issues.push({
          code: 'too_big',
          origin: 'array',
          maximum: MOST_ABBREVIATIONS,
          inclusive: true,
          input: value,
        });
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
  abbreviations: key(
    z.optional(abbreviations()),
    'What abbreviations of the papers stand for. In the HTML the first mention in each section and table says it; common ones (FTE, RAG, NQSW) are known.',
    'abbreviations: { MASH: Multi-Agency Safeguarding Hub }',
  ),
  dates: key(
    z.optional(z.enum(['day_first'])),
    'How `10/09/2026` is read in tables and report.yaml: with `day_first` as 10 September. Left out, a date that can be read in two ways is an error.',
    'dates: day_first',
  ),
  due_soon_days: key(
    z.optional(z.int().check(z.minimum(0), z.maximum(366))),
    'A milestone due within so many days of the meeting is due soon; 30 where it is left out.',
  ),
  workstreams: key(
    z.record(id(), writtenWorkstream),
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
        indicators: key(
          z.optional(headings()),
          'Headings of indicator tables, and texts of their indicator column.',
        ),
        actions: key(z.optional(headings()), 'Headings of action tables.'),
        recommendations: key(z.optional(headings()), 'Headings of recommendation tables.'),
        resolutions: key(z.optional(headings()), 'Headings of resolution tables.'),
        benchmarks: key(z.optional(headings()), 'Headings of benchmark tables.'),
      }),
    ),
    "The council's own headings, mapped to what is known here.",
  ),
  definitions: key(
    z.optional(z.array(writtenDefinition)),
    "The council's own metrics; one of the same id wins over the one supplied.",
  ),
  measures: key(z.optional(z.array(writtenMeasure)), "The council's own measures, beside those supplied."),
  overlapping: key(
    z.optional(z.array(text()).check(z.minLength(1), z.maxLength(100))),
    'Dimensions whose members overlap or leave somebody out, so that they are never added up.',
    'overlapping: [staff group]',
  ),
  indicators: key(
    z.optional(z.array(writtenIndicator).check(z.maxLength(500))),
    'Series beside the workforce (caseloads, visits on time, sickness, costs), and levels that figures are held against.',
  ),
  comparators: key(
    z.optional(
      z.strictObject({
        authority: key(text(), "The council's own name in the publisher's data.", 'authority: Devon'),
        region: key(z.optional(text()), 'Its region.', 'region: South West'),
        neighbours: key(
          z.optional(z.array(text()).check(z.minLength(1))),
          'Other authorities to be set beside.',
          'neighbours: [Cornwall, Somerset]',
        ),
      }),
    ),
    'Whom the council is set beside in benchmarks, as the publisher names them.',
  ),
  theme: key(
    z.optional(
      z.strictObject({
        accent: key(
          z.optional(text()),
          'The colour of links, lines and rules, in quotation marks, dark enough on white (a contrast of 4.5:1). On dark screens it is lightened until it can be read.',
          "accent: '#1d4f91'",
        ),
        file: key(
          z.optional(text()),
          'The path of a theme file in the data repo (see Theme file); an `accent` beside it takes the place of the file’s.',
          'file: themes/council.yaml',
        ),
        logo: key(
          z.optional(text()),
          'The path of a logo in the data repo, SVG or PNG, at most 500 kB.',
          'logo: assets/logo.svg',
        ),
      }),
    ),
    "How the council's papers look.",
  ),
  targets: key(z.optional(z.array(target)), 'Levels to be reached by a date.'),
  checks: key(
    z.optional(writtenChecks),
    'Limits and severities of the rules, and findings that are accepted with a reason.',
  ),
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
