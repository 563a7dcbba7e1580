import { isColour } from '../model/contrast.ts';
import {
  COLOUR_NAMES,
  isSeries,
  MODES,
  PAPER,
  paletteOf,
  SERIES,
  type ColourName,
  type GivenColours,
  type ThemeColours,
} from '../model/theme.ts';
import type { Report } from '../report/report.ts';

/**
 * Returns the rules by which a page has a council's own colours, after those that ship: none where it has none. What is no
 * colour never reaches the style sheet.
 */
export function themeRules(theme: Report['theme']): string[] {
  const colours = soundColours(theme);
  const { light = {}, dark = {} } = colours;
  const byNight = nightColours(colours);
  return [
    ...rule(light, (declarations) => `:root{${declarations}}`),
    // Before the night: what is given of a page by day is of its screen, since paper is white.
    ...(light.page === undefined ? [] : [`@media print{:root{--page:${PAPER}}}`]),
    ...rule({ ...byNight, ...dark }, (declarations) => `${NIGHT}{:root{${declarations}}}`),
    ...marginRules(light),
    ...(theme.headings === 'accent' ? [':is(h1,h2,h3,h4,h5,h6,.figcaption){color:var(--accent)}'] : []),
  ];
}

/** As in 00-tokens.css: printed pages are always those of the day. */
const NIGHT = '@media screen and (prefers-color-scheme: dark)';

function rule(
  colours: Readonly<Partial<Record<ColourName, string>>>,
  written: (declarations: string) => string,
): string[] {
  const declarations = COLOUR_NAMES.flatMap((name) => {
    const value = colours[name];
    return value === undefined ? [] : [`--${name}:${value}`];
  });
  return declarations.length === 0 ? [] : [written(declarations.join(';'))];
}

/** Returns by night, of every colour that is given by day, what ships: the rule of the day would be in force there as well. */
function nightColours(theme: ThemeColours): Partial<Record<ColourName, string>> {
  const palette = paletteOf({}, 'dark');
  const given = theme.light ?? {};
  return Object.fromEntries(
    COLOUR_NAMES.filter((name) => given[name] !== undefined).map((name) => [
      name,
      isSeries(name) ? `var(--${SERIES[name].as})` : palette[name],
    ]),
  );
}

/** Margins of printed pages cannot refer to a colour by its name: 42-print.css repeats `ink` and `quiet`. */
function marginRules({ ink, quiet }: GivenColours): string[] {
  const boxes = [
    ...(quiet === undefined
      ? []
      : ['top-left', 'bottom-left', 'bottom-right'].map((box) => `@${box}{color:${quiet}}`)),
    ...(ink === undefined ? [] : [`@top-right{color:${ink}}`]),
  ];
  return boxes.length === 0 ? [] : [`@page{${boxes.join('')}}`];
}

function soundColours(theme: ThemeColours): ThemeColours {
  return Object.fromEntries(
    MODES.map((mode) => [
      mode,
      Object.fromEntries(
        COLOUR_NAMES.flatMap((name) => {
          const value = theme[mode]?.[name];
          return value !== undefined && isColour(value) ? [[name, value]] : [];
        }),
      ),
    ]),
  );
}
