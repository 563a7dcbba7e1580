import * as z from 'zod/mini';
import { COLOURS, SERIES } from '../../model/theme.ts';
import { key, text } from './key.ts';

/** A colour's key, documented; `example` is how it is written where it says more than another would. */
const colour = (is: string, example?: string) => key(z.optional(text()), `The colour of ${is}.`, example);

const colours = (mode: 'light' | 'dark') =>
  z.strictObject({
    page: colour(COLOURS.page.is, `page: '${COLOURS.page[mode]}'`),
    ink: colour(COLOURS.ink.is, `ink: '${COLOURS.ink[mode]}'`),
    quiet: colour(COLOURS.quiet.is),
    rule: colour(COLOURS.rule.is),
    faint: colour(COLOURS.faint.is),
    accent: colour(COLOURS.accent.is, `accent: '${COLOURS.accent[mode]}'`),
    good: colour(COLOURS.good.is),
    attention: colour(COLOURS.attention.is),
    bad: colour(COLOURS.bad.is),
    complete: colour(COLOURS.complete.is),
    cell_green: colour(COLOURS['cell-green'].is),
    cell_amber: colour(COLOURS['cell-amber'].is),
    cell_red: colour(COLOURS['cell-red'].is),
    cell_blue: colour(COLOURS['cell-blue'].is),
    cell_grey: colour(COLOURS['cell-grey'].is),
    series_1: colour(`${SERIES['series-1'].is}; ${SERIES['series-1'].as} where it is left out`),
    series_2: colour(COLOURS['series-2'].is),
    series_3: colour(COLOURS['series-3'].is),
    series_4: colour(COLOURS['series-4'].is),
  });

/** A theme file as people write it. */
export const writtenTheme = z.strictObject({
  light: key(
    z.optional(colours('light')),
    'Colours on white paper and light screens; those that ship where one is left out.',
    "light: { accent: '#0f5257' }",
  ),
  dark: key(
    z.optional(colours('dark')),
    'Colours on dark screens. An accent that is given under `light` alone is made readable here.',
    "dark: { accent: '#7fcfc8' }",
  ),
  headings: key(
    z.optional(z.enum(['ink', 'accent'])),
    'The colour of headings; ink where it is left out.',
    'headings: accent',
  ),
});
