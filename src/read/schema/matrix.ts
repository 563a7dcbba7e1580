import * as z from 'zod/mini';
import { id, key, label, text } from './key.ts';

const level = z.union([
  text(),
  z.number(),
  z.strictObject({
    id: key(label(), 'The level as it is written in the risk log.', 'id: A'),
    label: key(z.optional(text()), 'The level in words.'),
  }),
]);

const rating = z.strictObject({
  label: key(text(), 'The rating on the page.', 'label: Red'),
  colour: key(z.enum(['green', 'amber', 'red', 'blue', 'grey']), 'Its colour family.', 'colour: red'),
  severe: key(z.optional(z.boolean()), 'Whether a risk of this rating counts as red.'),
});

const cell = z.strictObject({
  score: key(label(), 'The score or code of the pair.', 'score: 5'),
  rating: key(label(), 'One of the ratings.', 'rating: amber'),
  action: key(z.optional(text()), 'The management action that the pair asks for.'),
});

const band = z.strictObject({
  up_to: key(z.int().check(z.minimum(1)), 'The highest score of the band.', 'up_to: 4'),
  rating: key(label(), 'The rating of the band.', 'rating: green'),
  action: key(z.optional(text()), 'The management action of the band.'),
});

/** The risk matrix as people write it: cells one by one, or `fill: product` with bands of scores. */
export const writtenMatrix = z.strictObject({
  rows: key(
    z.optional(z.enum(['likelihood', 'impact'])),
    'Which axis runs down the side; likelihood where it is left out.',
  ),
  likelihood: key(
    z.array(level).check(z.minLength(1)),
    'Levels of likelihood, lowest first.',
    'likelihood: [Low, Medium, High]',
  ),
  impact: key(
    z.array(level).check(z.minLength(1)),
    'Levels of impact, lowest first.',
    'impact: [Low, Medium, High]',
  ),
  ratings: key(
    z.record(id(), rating),
    'The ratings, by id.',
    'ratings: { red: { label: Red, colour: red, severe: true } }',
  ),
  cells: key(
    z.optional(z.record(text(), z.record(text(), cell))),
    'A cell for every pair: levels of the `rows` axis, and under each the levels of the other.',
  ),
  fill: key(
    z.optional(z.enum(['product'])),
    'Scores as likelihood times impact, counted from 1, in place of `cells`.',
  ),
  bands: key(
    z.optional(z.array(band).check(z.minLength(1))),
    'With `fill`: which scores have which rating, lowest first.',
  ),
  guidance: key(z.optional(text()), 'A sentence under the matrix.'),
});

export type WrittenMatrix = z.infer<typeof writtenMatrix>;
