import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../src/model/theme.ts';
import { readTheme } from '../../src/read/config/theme.ts';
import { diskStore } from '../../src/read/disk.ts';
import { Files } from '../../src/read/files.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { inTemporaryFolder } from '../support/program.ts';

/** Returns what is said of a theme file. */
async function told(text: string): Promise<string[]> {
  return inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'themes'));
    await writeFile(join(folder, 'themes', 'ours.yaml'), text);
    const files = new Files(diskStore(folder), {
      encoding: 'utf-8',
      limits: DEFAULT_LIMITS,
      signal: undefined,
    });
    const at = { file: 'cip-report.yaml', line: 1, column: 1, length: 1 };
    await readTheme({ file: { value: 'themes/ours.yaml', at } }, files, DEFAULT_LIMITS);
    return files.findings.map((one) => `${one.code} ${one.message}: ${one.help}`);
  });
}

describe('a theme file', () => {
  it('says where a colour belongs that stands at its top', async () => {
    expect(await told("accent: '#0f5257'\n")).toEqual([
      'E045 the key "accent" is not known: put it under `light`, or under `dark` for dark screens: light: { accent: … }',
    ]);
    expect((await told("cell_red: '#0f5257'\n"))[0]).toContain('light: { cell_red: … }');
  });

  it('names what a faint colour stands on, and which way a readable one lies', async () => {
    expect((await told("light: { accent: '#777777' }\n"))[0]).toMatch(
      /^E083 accent "#777777" is too faint on shaded boxes \(faint "#eef2f6"\): .*, which is darker$/,
    );
    expect((await told("dark: { accent: '#555555' }\n"))[0]).toMatch(/, which is lighter$/);
  });

  it('may give every colour as it ships, cells as near as those too', async () => {
    const colours = (mode: 'light' | 'dark') =>
      Object.entries(COLOURS).map(([name, one]) => `  ${name.replaceAll('-', '_')}: '${one[mode]}'`);
    const text = ['light:', ...colours('light'), 'dark:', ...colours('dark'), ''].join('\n');
    expect(await told(text)).toEqual([]);
  });

  it.each([
    ["light: { accent: '#00797a' }", 'accent "#00797a" and series_2 "#00797a" look alike'],
    [
      "light: { accent: '#00797a', series_1: '#00797b' }",
      'series_1 "#00797b" and series_2 "#00797a" look alike',
    ],
    ["light: { cell_blue: '#dcefe3' }", 'cell_green "#dcefe2" and cell_blue "#dcefe3" look alike'],
  ])('%s says which lines or cells look alike, once', async (text, said) => {
    expect((await told(`${text}\n`)).map((one) => one.split(': ')[0])).toEqual([`W089 ${said}`]);
  });

  it('with a line of its own may have an accent that is near to another line', async () => {
    expect(await told("light: { accent: '#00797a', series_1: '#1d4f8c' }\n")).toEqual([]);
  });

  it('that is empty is told so', async () => {
    expect(await told('')).toEqual([
      "E020 the file is empty: give it a colour, as in light: { accent: '#1d4f91' }, or take `file` out from under `theme`",
    ]);
  });
});
