import type { Theme } from '../../model/dataset.ts';
import { isColour } from '../../model/contrast.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place, Sourced } from '../../model/place.ts';
import {
  COLOUR_NAMES,
  MODES,
  withDarkAccent,
  type ColourName,
  type Mode,
  type ThemeColours,
} from '../../model/theme.ts';
import type { Files } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { Limits } from '../limits.ts';
import type { WrittenConfig } from '../schema/config.ts';
import { writtenTheme } from '../schema/theme.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { placeUnder, sourcedUnder, type Tree } from '../yaml/tree.ts';
import { validate } from '../yaml/validate.ts';
import { missingFault, pathFault } from './named-file.ts';
import { colourFindings, type GivenColour } from './theme-contrast.ts';

/** What the configuration says of the look: a colour of its own, and files that are to be read. */
export interface ThemeSettings {
  readonly accent?: Sourced<string>;
  readonly file?: Sourced<string>;
  readonly logo?: Sourced<string>;
}

/** Returns what stands under `theme`, with its places. */
export function themeSettings({ theme: written }: WrittenConfig, tree: Tree): ThemeSettings {
  const under = (name: 'accent' | 'file' | 'logo') =>
    written?.[name] === undefined ? {} : { [name]: sourcedUnder(tree, ['theme', name]) };
  return { ...under('accent'), ...under('file'), ...under('logo') };
}

/** What a theme file says. */
interface FileTheme {
  readonly colours: readonly GivenColour[];
  readonly headings?: 'accent';
}

const EMPTY_HELP =
  "give it a colour, as in light: { accent: '#1d4f91' }, or take `file` out from under `theme`";

const NOTHING: FileTheme = { colours: [] };

/**
 * Returns a theme without its logo: the colours of the file, and the accent of the configuration in the place of the file's.
 * Every colour is `#rrggbb` in small letters and is readable; those that are not are left out, with a finding.
 */
export async function readTheme(settings: ThemeSettings, files: Files, limits: Limits): Promise<Theme> {
  const { accent } = settings;
  const file = settings.file ? await themeFile(settings.file, files, limits) : NOTHING;
  // An accent of the configuration's own has its own counterpart by night.
  const others = accent ? file.colours.filter(({ name }) => name !== 'accent') : file.colours;
  const written = accent ? [...others, { mode: 'light', name: 'accent', ...accent } as const] : others;
  const given = written.flatMap((one) => colourOf(one, files) ?? []);
  const colours = withDarkAccent(coloursOf(given));
  const { findings, faulty } = colourFindings(colours, given);
  files.reportAll(findings);
  const readable = withDarkAccent(coloursOf(given.filter((one) => !faulty.has(one))));
  return { ...readable, ...(file.headings && { headings: file.headings }) };
}

async function themeFile({ value, at }: Sourced<string>, files: Files, limits: Limits): Promise<FileTheme> {
  const path = value.trim();
  const badPath = pathFault(path, 'theme file', 'file: themes/council.yaml');
  const fault = badPath ?? (await missingFault(path, files));
  if (fault) {
    const { message, ...detail } = fault;
    files.report(finding(badPath ? 'E048' : 'E001', message, { at, ...detail }));
    return NOTHING;
  }
  const source = await files.read(path);
  if (!source) return NOTHING;
  const { tree, findings } = readYaml(source, limits);
  files.reportAll(
    findings.map((one) => (one.message === 'the file is empty' ? { ...one, help: EMPTY_HELP } : one)),
  );
  if (!tree) return NOTHING;
  const { value: written, findings: schemaFindings } = validate(writtenTheme, tree);
  files.reportAll(schemaFindings.map(withMode));
  if (!written) return NOTHING;
  const colours = MODES.flatMap((mode) =>
    Object.entries(written[mode] ?? {}).flatMap(([key, colour]): GivenColour[] =>
      colour === undefined
        ? []
        : [{ mode, name: nameOf(key), value: colour, at: placeUnder(tree, [mode, key]) }],
    ),
  );
  return { colours, ...(written.headings === 'accent' && { headings: 'accent' }) };
}

/** A colour at the top of a theme file is meant for the page by day. */
function withMode(found: Finding): Finding {
  const key = COLOUR_NAMES.map((name) => name.replaceAll('-', '_')).find(
    (name) => found.message === `the key ${quoted(name)} is not known`,
  );
  if (key === undefined) return found;
  return {
    ...found,
    help: `put it under \`light\`, or under \`dark\` for dark screens: light: { ${key}: … }`,
  };
}

/** The keys of a theme file are the names of colours, with `_` as YAML's keys have it here. */
function nameOf(key: string): ColourName {
  return key.replaceAll('_', '-') as ColourName;
}

/** Returns the colour in small letters; undefined, with a finding, where it is none. */
function colourOf(given: GivenColour, files: Files): GivenColour | undefined {
  const value = given.value.trim();
  if (isColour(value)) return { ...given, value: value.toLowerCase() };
  files.report(notAColour(value, given.name, given.at));
  return undefined;
}

function notAColour(value: string, name: ColourName, at: Place) {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  const digits = short
    ? short.slice(1).flatMap((one) => [one, one])
    : /^[0-9a-f]{6}$/i.test(value)
      ? [value]
      : undefined;
  const example = digits ? `#${digits.join('')}` : '#1d4f91';
  return finding('E048', `${quoted(value)} is not a colour`, {
    at,
    why: 'a colour is written as # and six digits from 0 to f: two each for red, green and blue',
    help: `write it in quotation marks, as in ${name.replaceAll('-', '_')}: '${example}'`,
  });
}

function coloursOf(given: readonly GivenColour[]): ThemeColours {
  const of = (mode: Mode): ThemeColours => {
    const colours = given.filter((one) => one.mode === mode).map(({ name, value }) => [name, value] as const);
    return colours.length === 0 ? {} : { [mode]: Object.fromEntries(colours) };
  };
  return { ...of('light'), ...of('dark') };
}
