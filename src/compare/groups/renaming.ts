import { keyOf, keyText } from '../../metrics/book.ts';
import type { Dataset, Group, Observation } from '../../model/dataset.ts';
import { renamedProgramme, renamedWorkstream, type GroupNaming } from './renamed.ts';

/** A member that has another name on the second side, as the user says: the first side's is compared under that. */
export interface Renaming {
  /** Any dimension that has the member where it is left out. */
  readonly dimension?: string;
  readonly from: string;
  readonly to: string;
}

/** Two members of one paper that would become one: of these none is the other. */
export interface RenameClash {
  readonly names: readonly [string, string];
  readonly file: string;
}

/** Returns the data with its members under their new names, or which two of one paper would stand for one another. */
export function renamedDataset(data: Dataset, renamings: readonly Renaming[]): Dataset | RenameClash {
  const isNamed = (dimension: string, name: string, one: Renaming): boolean =>
    (one.dimension === undefined || one.dimension === dimension) && one.from === name;
  const nameOf = (dimension: string, name: string): string =>
    renamings.find((one) => isNamed(dimension, name, one))?.to ?? name;
  const named: GroupNaming = (group) =>
    Object.fromEntries(
      Object.entries(group).map(([dimension, name]) => [dimension, nameOf(dimension, name)]),
    );
  for (const { observations, indicators } of data.workstreams.flatMap(({ meetings }) => meetings))
    for (const rows of [observations, indicators]) {
      const clash = clashIn(rows, named);
      if (clash) return clash;
    }
  return {
    ...data,
    programme: renamedProgramme(data.programme, named),
    workstreams: data.workstreams.map((one) => renamedWorkstream(one, named)),
  };
}

/** One paper that gives a figure under both names knows two members. */
function clashIn(rows: readonly Observation[], named: GroupNaming): RenameClash | undefined {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = `${String(row.stated)} ${keyText({ ...keyOf(row), group: named(row.group) })}`;
    const other = groups.get(key);
    groups.set(key, row.group);
    if (other === undefined) continue;
    const [different] = Object.keys(row.group).filter(
      (dimension) => row.group[dimension] !== other[dimension],
    );
    if (different === undefined) continue;
    return { names: [row.group[different] ?? '', other[different] ?? ''], file: row.at.file };
  }
  return undefined;
}
