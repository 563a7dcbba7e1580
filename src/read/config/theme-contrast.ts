import {
  colourDistance,
  contrast,
  LEAST_CONTRAST,
  nearestReadable,
  shownRatio,
  type Beside,
} from '../../model/contrast.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import {
  faintPairs,
  isSeries,
  MODES,
  PAIRS,
  PAPER,
  paletteOf,
  SERIES,
  type ColourName,
  type FaintPair,
  type Mode,
  type ThemeColours,
} from '../../model/theme.ts';
import { quoted } from '../grammar/reading.ts';

/** A colour as a theme gives it. */
export interface GivenColour {
  readonly mode: Mode;
  readonly name: ColourName;
  readonly value: string;
  readonly at: Place;
}

export interface ColourFindings {
  readonly findings: readonly Finding[];
  /** Those that cannot be used. */
  readonly faulty: ReadonlySet<GivenColour>;
}

/**
 * Returns what is wrong with the colours of a theme beside each other: an error for each colour that is too faint, at the
 * place where it is given, with the nearest one that would do; a warning where two that tell things apart look alike.
 */
export function colourFindings(theme: ThemeColours, given: readonly GivenColour[]): ColourFindings {
  const faults = new Map<GivenColour, FaintPair[]>();
  for (const pair of faintPairs(theme)) {
    const blamed = blame(pair, given);
    if (blamed) faults.set(blamed, [...(faults.get(blamed) ?? []), pair]);
  }
  const faint = [...faults].map(([one, pairs]) => faintFinding(one, pairs, theme));
  return { findings: [...faint, ...alikeFindings(theme, given)], faulty: new Set(faults.keys()) };
}

/** What is too faint is the colour in front, where the theme gives it, else what it is seen on. */
function blame({ front, surface, mode }: FaintPair, given: readonly GivenColour[]): GivenColour | undefined {
  const of = (name: ColourName) => given.find((one) => one.mode === mode && one.name === name);
  return of(front) ?? of(surface);
}

function faintFinding(blamed: GivenColour, pairs: readonly FaintPair[], theme: ThemeColours): Finding {
  const [worst, ...others] = [...pairs].sort((a, b) => a.ratio / a.least - b.ratio / b.least);
  if (worst === undefined) throw new RangeError(`nothing is wrong with ${blamed.name}`);
  const also = others.map((one) => `${shownRatio(one.ratio)}:1 ${pairText(one, blamed)}`);
  const kind = worst.least === LEAST_CONTRAST ? 'text needs' : 'lines and signs need';
  const nearest = nearestReadable(blamed.value, besides(blamed, theme));
  return finding(
    'E083',
    `${keyOf(worst.front)} ${quoted(worst.colours.front)} is too faint on ${surfaceText(worst, ` ${quoted(worst.colours.surface)}`)}`,
    {
      at: blamed.at,
      why: [
        `their contrast is ${shownRatio(worst.ratio)}:1, and ${kind} at least ${worst.least}:1`,
        ...(also.length > 0 ? [`it is ${also.join(', ')}`] : []),
      ].join('; '),
      help:
        nearest === undefined
          ? undefined
          : `the nearest ${keyOf(blamed.name)} that can be read is '${nearest}', which is ${isLighter(nearest, blamed.value) ? 'lighter' : 'darker'}`,
    },
  );
}

/** Everything that a colour of a theme is seen beside, with the least contrast. */
function besides({ name, mode }: GivenColour, theme: ThemeColours): Beside[] {
  const palette = paletteOf(theme, mode);
  const isPaper = (one: ColourName) => mode === 'light' && one === 'page' && palette.page !== PAPER;
  return PAIRS.flatMap(({ front, surface, least }): Beside[] => {
    if (surface === name) return [{ colour: palette[front], least }];
    if (front !== name) return [];
    return [{ colour: palette[surface], least }, ...(isPaper(surface) ? [{ colour: PAPER, least }] : [])];
  });
}

function pairText(pair: FaintPair, blamed: GivenColour): string {
  return pair.front === blamed.name ? `on ${surfaceText(pair)}` : `under ${keyOf(pair.front)}`;
}

function surfaceText({ surface, paper }: FaintPair, colour = ''): string {
  if (paper) return 'printed paper';
  const words = SURFACES[surface];
  return words === undefined ? `the ${keyOf(surface)}${colour}` : `${words} (${keyOf(surface)}${colour})`;
}

/** What text stands on, in words. */
const SURFACES: Readonly<Partial<Record<ColourName, string>>> = {
  faint: 'shaded boxes',
  'cell-green': 'Green cells',
  'cell-amber': 'Amber cells',
  'cell-red': 'Red cells',
  'cell-blue': 'Blue cells',
  'cell-grey': 'cells without a rating',
};

/** Black is the farthest from what is lighter. */
function isLighter(one: string, other: string): boolean {
  return contrast(one, '#000000') > contrast(other, '#000000');
}

/** Returns the name of a colour as a theme file has it. */
function keyOf(name: ColourName): string {
  return name.replaceAll('-', '_');
}

/** Colours that tell things apart, and how far they have to be from each other in OKLab. */
interface ToldApart {
  readonly names: readonly ColourName[];
  readonly apart: number;
}

const TOLD_APART: readonly ToldApart[] = [
  // States as signs, and lines of a chart, stand apart from each other: what is nearer is taken for one.
  { names: ['good', 'attention', 'bad', 'complete'], apart: 0.06 },
  { names: ['series-1', 'series-2', 'series-3', 'series-4'], apart: 0.06 },
  // Cells touch, so that less will do; they are pale, since text stands on them.
  { names: ['cell-green', 'cell-amber', 'cell-red', 'cell-blue', 'cell-grey'], apart: 0.02 },
];

/** What has the same colour has a word, a shape or a mark beside it: it is quicker seen by its colour. */
function alikeFindings(theme: ThemeColours, given: readonly GivenColour[]): Finding[] {
  return MODES.flatMap((mode) => {
    const palette = paletteOf(theme, mode);
    const sourceOf = (name: ColourName): ColourName =>
      isSeries(name) && theme[mode]?.[name] === undefined ? SERIES[name].as : name;
    return TOLD_APART.flatMap(({ names, apart }) =>
      pairs(names.map(sourceOf)).flatMap(([one, other]) => {
        const at = given.find(
          (colour) => colour.mode === mode && (colour.name === one || colour.name === other),
        )?.at;
        if (at === undefined || colourDistance(palette[one], palette[other]) >= apart) return [];
        const said = [one, other].map((name) => `${keyOf(name)} ${quoted(palette[name])}`);
        return [finding('W089', `${said.join(' and ')} look alike`, { at })];
      }),
    );
  });
}

function pairs<T>(all: readonly T[]): (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}
