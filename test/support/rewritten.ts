import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** How a table is written anew without a change of what it says. */
export interface Rewriting {
  /** A number in [0, 1), a new one each time. */
  readonly random: () => number;
  readonly newline: '\n' | '\r\n';
  readonly quoted: boolean;
}

/** Writes every CSV table of a folder anew: rows and columns shuffled, other line endings, other quotes. Returns how many. */
export async function rewriteTables(folder: string, rewriting: Rewriting): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const tables = names.filter((name) => name.endsWith('.csv'));
  for (const name of tables) {
    const path = join(folder, name);
    await writeFile(path, rewritten(await readFile(path, 'utf8'), rewriting));
  }
  return tables.length;
}

function rewritten(text: string, { random, newline, quoted }: Rewriting): string {
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
  const [heading = [], ...others] = rows;
  const columns = shuffled([...heading.keys()], random);
  const lines = [heading, ...shuffled(others, random)].map((row) =>
    columns.map((column) => cell(row[column] ?? '', quoted)).join(','),
  );
  return `${lines.join(newline)}${newline}`;
}

function cell(text: string, quoted: boolean): string {
  return quoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  const taken: T[] = [];
  while (left.length > 0) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}

/** Returns random numbers that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
