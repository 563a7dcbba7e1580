import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('that is empty is told so', async () => {
    expect(await told('')).toEqual([
      "E020 the file is empty: give it a colour, as in light: { accent: '#1d4f91' }, or take `file` out from under `theme`",
    ]);
  });
});
