import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Place } from '../../model/place.ts';
import { memberKey } from '../../model/member-key.ts';

/** A figure, and the one that was given for the same before it. */
interface Repeat {
  readonly one: Observation;
  readonly earlier: Observation;
}

/**
 * Returns the observations of a meeting without empty cells for what is given elsewhere, and a finding for figures that
 * the data gives twice: one for a row that repeats another, and one for a table that repeats another. Stated figures
 * may be printed as often as people like. `unclear`: files with headings that are not understood; what they seem to give
 * twice may be of several teams, and is no finding.
 */
export function withoutDuplicates(
  observations: readonly Observation[],
  unclear: ReadonlySet<string> = new Set(),
): {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
} {
  const keyed = observations.map((one) => ({ one, key: one.stated ? '' : keyOf(one) }));
  const given = new Map<string, Observation>();
  const repeats: Repeat[] = [];
  for (const { one, key } of keyed) {
    if (one.stated || one.cell.kind === 'missing') continue;
    const earlier = given.get(key);
    if (earlier) repeats.push({ one, earlier });
    else given.set(key, one);
  }
  const empty = new Set<string>();
  const kept = keyed.filter(({ one, key }) => {
    if (one.stated) return true;
    if (one.cell.kind !== 'missing') return given.get(key) === one;
    if (given.has(key) || empty.has(key)) return false;
    empty.add(key);
    return true;
  });
  const clear = repeats.filter(({ one, earlier }) => ![one, earlier].some(({ at }) => unclear.has(at.file)));
  const findings = [...groupBy(clear, sameMistake).values()].flatMap(([first, ...others]) =>
    first ? [figuresTwice(first, others)] : [],
  );
  return { observations: kept.map(({ one }) => one), findings };
}

function keyOf(one: Observation): string {
  // One team in two spellings is one team.
  const group = Object.entries(one.group)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, name]) => [dimension, memberKey(name)]);
  return JSON.stringify([one.measure, one.period.key, one.basis, group]);
}

/** Rows of one table are repeated one by one, another table as a whole. */
function sameMistake({ one: { at }, earlier: { at: before } }: Repeat): string {
  return JSON.stringify(at.file === before.file ? [at.file, at.line, before.line] : [at.file, before.file]);
}

function figuresTwice(first: Repeat, others: readonly Repeat[]): Finding {
  const { one, earlier } = first;
  const figure = [one.label, formatPeriod(one.period), ...Object.values(one.group)].join(', ');
  const rest = others.length === 0 ? ' is' : ` and ${plural(others.length, 'other figure')} are`;
  const isOneTable = one.at.file === earlier.at.file;
  const isOneRow = isOneTable && one.at.line === earlier.at.line;
  const inOneRow = {
    why: `column ${earlier.at.column} of the row gives it already`,
    help: 'keep one of the two',
  };
  return finding('E068', `"${figure}"${rest} given twice`, {
    at: one.at,
    related: placesOf(first, others),
    help: isOneTable ? undefined : 'keep one of the two tables, or delete from one what the other gives',
    ...(isOneRow && inOneRow),
  });
}

/** Returns where the figures stand, the finding's own line apart, each line once. */
function placesOf(first: Repeat, others: readonly Repeat[]): Place[] {
  const lineOf = ({ file, line }: Place) => JSON.stringify([file, line]);
  const told = new Set([lineOf(first.one.at)]);
  return [first, ...others]
    .flatMap(({ one, earlier }) => [earlier.at, one.at])
    .filter((at) => {
      if (told.has(lineOf(at))) return false;
      told.add(lineOf(at));
      return true;
    });
}
