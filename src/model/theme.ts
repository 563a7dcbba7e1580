import {
  contrast,
  LEAST_CONTRAST,
  LEAST_GRAPHICS_CONTRAST,
  nearestReadable,
  type Beside,
} from './contrast.ts';

/**
 * The colours of the page by day and by night, by the names of their custom properties. They stand again in
 * templates/shared/00-tokens.css, which a test holds to this. `is` ends the sentence `The colour of`.
 */
export const COLOURS = {
  page: {
    light: '#ffffff',
    dark: '#12181f',
    is: 'the page itself; printed sheets are white whatever it is',
  },
  ink: { light: '#16212e', dark: '#e8edf2', is: 'text, headings, and the lines of totals' },
  quiet: { light: '#4a5766', dark: '#aab6c2', is: 'text of less weight: captions, sources, axes' },
  rule: { light: '#c9d1da', dark: '#3d4a58', is: 'thin lines between rows' },
  faint: { light: '#eef2f6', dark: '#1c2631', is: 'panels that text stands on' },
  accent: { light: '#1d4f8c', dark: '#8fbcf2', is: 'links, lines of charts, and what leads the eye' },
  good: { light: '#0b6b3a', dark: '#74d19b', is: 'what is as it should be: Green' },
  attention: { light: '#8a5300', dark: '#f0b860', is: 'what asks for attention: Amber' },
  bad: { light: '#a8201a', dark: '#ff9a90', is: 'what is not as it should be: Red' },
  complete: { light: '#1d4f8c', dark: '#8fbcf2', is: 'what is finished: Blue' },
  'cell-green': {
    light: '#dcefe2',
    dark: '#1c4630',
    is: 'cells of the risk matrix, and of tables with a RAG: Green',
  },
  'cell-amber': { light: '#f9d98b', dark: '#5c4606', is: 'the same cells: Amber' },
  'cell-red': { light: '#f2b3aa', dark: '#6e2620', is: 'the same cells: Red' },
  'cell-blue': { light: '#d4e3f5', dark: '#22436b', is: 'the same cells: Blue' },
  'cell-grey': { light: '#e6e9ed', dark: '#2d3844', is: 'the same cells without a rating' },
  'series-2': { light: '#00797a', dark: '#2fa397', is: 'the second line of a chart of several' },
  'series-3': { light: '#5a1a45', dark: '#f9c6e0', is: 'the third line' },
  'series-4': { light: '#6c6c24', dark: '#d8cf4a', is: 'the fourth line' },
} as const satisfies Readonly<Record<string, { light: string; dark: string; is: string }>>;

/** The line of a chart, of another name's colour where a theme gives none. */
export const SERIES = {
  'series-1': { as: 'accent', is: 'the line of a chart, or the first of several' },
} as const satisfies Readonly<Record<string, { as: keyof typeof COLOURS; is: string }>>;

export type ColourName = keyof typeof COLOURS | keyof typeof SERIES;

/** By day, and for readers whose screen is dark. */
export const MODES = ['light', 'dark'] as const;
export type Mode = (typeof MODES)[number];

/** Colours as `#rrggbb`, in small letters. */
export type GivenColours = Readonly<Partial<Record<ColourName, string>>>;
export type Palette = Readonly<Record<ColourName, string>>;

/** A theme's colours, as far as it gives any. */
export interface ThemeColours {
  readonly light?: GivenColours;
  readonly dark?: GivenColours;
}

export const COLOUR_NAMES = [...keysOf(COLOURS), ...keysOf(SERIES)];

/** A colour and what it is seen on. */
export interface ColourPair {
  readonly front: ColourName;
  readonly surface: ColourName;
  readonly least: number;
}

const TEXT: Readonly<Partial<Record<ColourName, readonly ColourName[]>>> = {
  ink: ['page', 'faint', 'cell-green', 'cell-amber', 'cell-red', 'cell-blue', 'cell-grey'],
  quiet: ['page', 'faint'],
  accent: ['page', 'faint'],
  good: ['page', 'faint'],
  attention: ['page', 'faint'],
  bad: ['page', 'faint'],
  complete: ['page', 'faint'],
  // Lines of charts have their labels in their colour.
  'series-1': ['page'],
  'series-2': ['page'],
  'series-3': ['page'],
  'series-4': ['page'],
};

/** Signs, lines and edges that carry a meaning. */
const GRAPHICS: Readonly<Partial<Record<ColourName, readonly ColourName[]>>> = {
  bad: ['cell-red'],
};

/** Every pair of colours that the page uses: text with what it is set on, signs and lines with what they stand on. */
export const PAIRS: readonly ColourPair[] = [
  ...pairsOf(TEXT, LEAST_CONTRAST),
  ...pairsOf(GRAPHICS, LEAST_GRAPHICS_CONTRAST),
];

/** Colours that text is set in. */
export const TEXT_COLOURS: readonly ColourName[] = keysOf(TEXT);

/** Returns all colours of the page in a mode: a theme's, and those that ship where it gives none. */
export function paletteOf(theme: ThemeColours, mode: Mode): Palette {
  const given = theme[mode] ?? {};
  const named = Object.fromEntries(
    keysOf(COLOURS).map((name) => [name, given[name] ?? COLOURS[name][mode]]),
  ) as Record<keyof typeof COLOURS, string>;
  const series = Object.fromEntries(
    keysOf(SERIES).map((name) => [name, given[name] ?? named[SERIES[name].as]]),
  ) as Record<keyof typeof SERIES, string>;
  return { ...named, ...series };
}

/**
 * Returns the theme with an accent by night where it gives one by day alone: the same colour, with as much white or black in
 * it as reading it takes. The theme itself where there is nothing to add.
 */
export function withDarkAccent(theme: ThemeColours): ThemeColours {
  const accent = theme.light?.accent;
  if (accent === undefined || theme.dark?.accent !== undefined) return theme;
  const palette = paletteOf(theme, 'dark');
  const surfaces = PAIRS.filter((one) => one.front === 'accent').map(({ surface, least }): Beside => ({
    colour: palette[surface],
    least,
  }));
  const readable = nearestReadable(accent, surfaces);
  return readable === undefined ? theme : { ...theme, dark: { ...theme.dark, accent: readable } };
}

/** A pair that has too little contrast. `paper`: on a printed sheet, which is white. */
export interface FaintPair extends ColourPair {
  readonly mode: Mode;
  readonly paper: boolean;
  readonly colours: { readonly front: string; readonly surface: string };
  readonly ratio: number;
}

/** Returns the pairs of colours that cannot be read or told apart, of a theme with what ships where it gives no colour. */
export function faintPairs(theme: ThemeColours): FaintPair[] {
  const light = paletteOf(theme, 'light');
  const paper = light.page === PAPER ? [] : faintIn({ ...light, page: PAPER }, 'light', true);
  return [
    ...faintIn(light, 'light', false),
    ...paper.filter((one) => one.surface === 'page'),
    ...faintIn(paletteOf(theme, 'dark'), 'dark', false),
  ];
}

/** What is printed on. */
export const PAPER = '#ffffff';

function faintIn(palette: Palette, mode: Mode, paper: boolean): FaintPair[] {
  return PAIRS.filter(
    ({ front }) => !isSeries(front) || palette[front] !== palette[SERIES[front].as],
  ).flatMap((pair) => {
    const colours = { front: palette[pair.front], surface: palette[pair.surface] };
    const ratio = contrast(colours.front, colours.surface);
    return ratio >= pair.least ? [] : [{ ...pair, mode, paper, colours, ratio }];
  });
}

/** Returns whether a colour is another one where a theme gives none. */
export function isSeries(name: ColourName): name is keyof typeof SERIES {
  return Object.hasOwn(SERIES, name);
}

function pairsOf(table: typeof TEXT, least: number): ColourPair[] {
  return keysOf(table).flatMap((front) => (table[front] ?? []).map((surface) => ({ front, surface, least })));
}

function keysOf<K extends string>(table: Readonly<Partial<Record<K, unknown>>>): K[] {
  return Object.keys(table) as K[];
}
