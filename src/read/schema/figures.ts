import * as z from 'zod/mini';
import { figureId, id, key, label, text } from './key.ts';

const UNITS = ['count', 'share', 'ratio', 'money', 'duration'] as const;
const DIRECTIONS = ['lower', 'higher', 'none'] as const;

const places = () => z.optional(z.int().check(z.minimum(0), z.maximum(6)));

/** Within which group: members by dimension. */
export const group = () => z.optional(z.record(text(), label()));

/** A metric of a council's own as people write it. */
export const writtenDefinition = z.strictObject({
  id: key(figureId(), 'What formulas and configuration call it.', 'id: agency_rate'),
  label: key(text(), 'What the page calls it.', 'label: Agency rate'),
  formula: key(
    text(),
    'How it follows from measures and other metrics.',
    'formula: agency / (permanent + agency)',
  ),
  unit: key(
    z.enum(UNITS),
    'A count, a share (printed as a percentage), a ratio of two counts, money (pounds) or a duration (months).',
    'unit: share',
  ),
  places: key(places(), 'Decimals on the page; 2 where it is left out.'),
  direction: key(z.enum(DIRECTIONS), 'Which way is good.', 'direction: lower'),
  description: key(
    text(),
    'Plain words for the definitions appendix.',
    'description: Agency workers of all in post.',
  ),
  used_by: key(z.optional(z.array(text())), 'Who uses this definition.'),
});

/** A base measure of a council's own as people write it. */
export const writtenMeasure = z.strictObject({
  id: key(figureId(), 'What tables, formulas and configuration call it.', 'id: vacant_posts'),
  label: key(text(), 'What the page calls it.', 'label: Vacant'),
  nature: key(
    z.enum(['stock', 'flow']),
    'Whether it stands at the end of a period (stock) or happens in the period (flow).',
    'nature: stock',
  ),
  direction: key(z.enum(DIRECTIONS), 'Which way is good.', 'direction: lower'),
  description: key(
    text(),
    'Plain words for the definitions appendix.',
    'description: Posts under recruitment.',
  ),
});

const level = () => ({
  at_most: key(z.optional(label()), 'The level to stay at or below, such as 18 or 10%.'),
  at_least: key(z.optional(label()), 'The level to stay at or above, such as 90% or 24.'),
  kind: key(
    z.optional(z.enum(['target', 'cap', 'floor'])),
    'What the page calls the level; target where it is left out.',
  ),
  amber_to: key(
    z.optional(label()),
    'How far beyond the level it is still amber; without it, it is red at once.',
  ),
});

/** A series beside the workforce as people write it, or levels for a shipped measure or metric. */
export const writtenIndicator = z.strictObject({
  id: key(
    figureId(),
    'What tables and configuration call it; the id of a measure or metric adds levels to that one.',
    'id: visits_on_time',
  ),
  label: key(
    z.optional(text()),
    'What the page calls it; needed unless the id is that of a measure or metric.',
    'label: Statutory visits on time',
  ),
  unit: key(
    z.optional(z.enum(UNITS)),
    'A count, a share (printed as a percentage), a ratio, money (pounds) or a duration (months); needed unless the id is that of a measure or metric.',
    'unit: share',
  ),
  places: key(
    places(),
    'Decimals on the page; where it is left out, 1 for a share or ratio and 0 for anything else.',
  ),
  direction: key(
    z.optional(z.enum(DIRECTIONS)),
    'Which way is good; needed unless the id is that of a measure or metric.',
    'direction: higher',
  ),
  nature: key(
    z.optional(z.enum(['stock', 'flow'])),
    'Whether it stands at the end of a period (stock) or happens in the period (flow); stock where it is left out.',
  ),
  adds_up: key(
    z.optional(z.boolean()),
    'For a count or money: whether the figures of groups add up to that of all of them, as referrals do and an average rate of pay does not. For a share: whether those of the members of a dimension make 100%. False where it is left out.',
    'adds_up: true',
  ),
  description: key(
    z.optional(text()),
    'Plain words for the definitions appendix; needed unless the id is that of a measure or metric.',
    'description: Visits made on time, of those due.',
  ),
  numerator: key(
    z.optional(text()),
    'What its numerator counts, where the data gives numerator and denominator.',
    'numerator: visits made on time',
  ),
  denominator: key(
    z.optional(text()),
    'What its denominator counts; with `numerator` or not at all.',
    'denominator: visits due',
  ),
  ...level(),
  limits: key(
    z.optional(
      z
        .array(
          z.strictObject({
            ...level(),
            of: key(group(), 'Whose level it is; of the whole where it is left out.'),
          }),
        )
        .check(z.minLength(1), z.maxLength(100)),
    ),
    'Several levels, in place of the four keys above, such as one for each service.',
  ),
  bracket: key(
    z.optional(
      z.strictObject({
        word: key(text(), 'The word in the brackets.', 'word: new'),
        indicator: key(
          figureId(),
          'The indicator that takes the number before the word.',
          'indicator: disciplinaries_new',
        ),
      }),
    ),
    'Where cells read `4 (0 new)`: the number in brackets belongs to another indicator.',
  ),
  workstreams: key(
    z.optional(z.array(id()).check(z.minLength(1))),
    'The workstreams whose reports list it; all where it is left out.',
  ),
});

export type WrittenDefinition = z.infer<typeof writtenDefinition>;
export type WrittenIndicator = z.infer<typeof writtenIndicator>;
export type WrittenLevel = Pick<WrittenIndicator, 'at_most' | 'at_least' | 'kind' | 'amber_to'>;
