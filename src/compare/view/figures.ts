import { capitalised, formatBasis, plural, severalOf, spaced } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Comparison, FigureChange, WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock, ViewRow, ViewTable } from '../view.ts';
import { countedBlocks } from './counted.ts';
import { figureColumns, headingRow, isRate, isWhole, smallerChanges } from './figure-rows.ts';
import { isOneSided, oneSidedBlocks } from './one-sided.ts';
import { columnsOf, rowsWith } from './table-rows.ts';
import { brief, groupWords, NAME, periodLabels } from './texts.ts';

/** The most groups of a table; the others are counted. */
const MOST_GROUPS = 12;

/** What all tables of one list of figures share. */
interface Tables {
  /** What the sides are called where the rows of a table share no two periods. */
  readonly labels: readonly [string, string];
  /** Whether movements of the months between are added up in a bridge. */
  readonly hasBridge: boolean;
  /** Named behind the caption where it is not the workstream's. */
  readonly suffix: string;
  readonly floor: string | undefined;
  readonly headlines: readonly string[];
}

/**
 * Returns the tables of what figures changed by: of the whole the counts and then the rates, then by group. Changes under
 * the floor are one line of their table, figures that one side lacks are a line below; who is counted otherwise is told once,
 * and changes within the tolerance are counted in a quiet line at the end.
 */
export function figureBlocks(
  figures: readonly FigureChange[],
  workstream: WorkstreamComparison,
  comparison: Comparison,
): ViewBlock[] {
  const { headlines } = workstream;
  const { floor, tolerance } = comparison;
  const beyond = figures.filter((one) => one.within !== 'tolerance');
  const rows = beyond.filter((one) => !isOneSided(one));
  const bases = groupBy(rows, (one) => one.basis);
  const labels = periodLabels(workstream, [comparison.before.label, comparison.after.label]);
  const tables = [...bases].flatMap(([basis, some]) => {
    const isOther = bases.size > 1 || basis !== workstream.basis;
    const hasBridge = workstream.bridges.some(({ periods, because }) => periods > 1 && because === undefined);
    return tablesOf(some, {
      labels,
      hasBridge,
      floor,
      headlines,
      suffix: isOther ? `, ${formatBasis(basis)}` : '',
    });
  });
  return [
    ...tables,
    ...countedBlocks(
      rows.filter((one) => one.within === undefined),
      workstream.groups,
    ),
    ...oneSidedBlocks(beyond),
    ...toleranceBlocks(figures.length - beyond.length, tolerance),
  ];
}

function tablesOf(figures: readonly FigureChange[], tables: Tables): ViewTable[] {
  const whole = figures.filter(isWhole);
  const byDimensions = groupBy(
    figures.filter((one) => !isWhole(one)),
    (one) => Object.keys(one.group).sort().join('\n'),
  );
  return [
    ...wholeTable(
      'Counts',
      whole.filter((one) => !isRate(one)),
      tables,
    ),
    ...wholeTable('Rates', whole.filter(isRate), tables),
    ...[...byDimensions].map(([dimensions, some]) => groupTable(dimensions.split('\n'), some, tables)),
  ];
}

function wholeTable(caption: string, figures: readonly FigureChange[], tables: Tables): ViewTable[] {
  if (figures.length === 0) return [];
  const columns = columnsOf(figures, tables);
  const row = rowsWith(figures, columns, tables);
  const rows = figures.filter((one) => one.within !== 'floor').map(row);
  const more = smallerOf(figures, tables);
  return [
    {
      kind: 'table',
      caption: `${caption}${tables.suffix}`,
      columns: figureColumns(...columns.labels),
      rows,
      ...(more !== undefined && { more }),
    },
  ];
}

/** A heading for each group, the counts before the rates; a group that only has small changes is no more than counted. */
function groupTable(
  dimensions: readonly string[],
  figures: readonly FigureChange[],
  tables: Tables,
): ViewTable {
  const groups = groupBy(
    figures.filter((one) => one.within !== 'floor'),
    (one) => groupWords(one.group),
  );
  const kept = mostChanged(groups, tables.headlines);
  const left = groups.size - kept.size;
  const columns = columnsOf(figures, tables);
  const row = rowsWith(
    [...groups].flatMap(([words, some]) => (kept.has(words) ? some : [])),
    columns,
    tables,
  );
  const rows = [...groups].flatMap(([words, some]): ViewRow[] =>
    kept.has(words)
      ? [
          headingRow(headingOf(words, some)),
          ...[...some.filter((one) => !isRate(one)), ...some.filter(isRate)].map(row),
        ]
      : [],
  );
  const more = [smallerOf(figures, tables), left === 0 ? undefined : othersText(left, dimensions)];
  const text = more.filter((one) => one !== undefined).join('; ');
  return {
    kind: 'table',
    caption: `By ${dimensions.map(spaced).join(' and ')}${tables.suffix}`,
    columns: figureColumns(...columns.labels),
    rows,
    ...(text !== '' && { more: text }),
    ...(left > 0 && { whole: 'csv' as const }),
  };
}

/** Under `By team` a team needs no more than its name. */
function headingOf(words: string, [first]: readonly FigureChange[]): string {
  const [name, another] = Object.values(first?.group ?? {});
  return name === undefined || another !== undefined ? capitalised(words) : brief(name, NAME);
}

function smallerOf(figures: readonly FigureChange[], { floor }: Tables): string | undefined {
  return smallerChanges(
    figures.filter((one) => one.within === 'floor'),
    floor,
  );
}

function othersText(count: number, dimensions: readonly string[]): string {
  const [only, ...more] = dimensions;
  const noun = only === undefined || more.length > 0 ? 'group' : spaced(only);
  return `${plural(count, `more ${noun}`, `more ${severalOf(noun)}`)} changed less: the CSV lists all`;
}

/** Returns the groups whose headlines changed most, as a part of what they were; of these all others are counted. */
function mostChanged(
  groups: ReadonlyMap<string, readonly FigureChange[]>,
  headlines: readonly string[],
): ReadonlySet<string> {
  const names = [...groups.keys()];
  if (names.length <= MOST_GROUPS) return new Set(names);
  const isHeadline = (one: FigureChange): boolean => headlines.includes(one.metric);
  const size = (name: string): number =>
    Math.max(-1, ...(groups.get(name) ?? []).filter(isHeadline).map(relativeSize));
  return new Set(names.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_GROUPS));
}

// For the order alone: what is printed stays exact.
function relativeSize({ relative, absolute }: FigureChange): number {
  if (relative !== undefined) return Math.abs(Number(relative.decimal));
  // From nothing to something is no less than twice as much.
  return absolute === undefined ? 0 : 1;
}

function toleranceBlocks(count: number, tolerance: string | undefined): ViewBlock[] {
  if (count === 0) return [];
  const of = tolerance === undefined ? 'the tolerance' : `the tolerance of ${brief(tolerance, NAME)}`;
  const are = count === 1 ? 'is' : 'are';
  const text = `${plural(count, 'change')} within ${of} ${are} taken for none.`;
  return [{ kind: 'text', text, tone: 'quiet' }];
}
