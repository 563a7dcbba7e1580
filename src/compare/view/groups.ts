import { capitalised, formatList, plural, severalOf, spaced } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';
import { visible } from '../../model/visible.ts';
import type { Comparison, GroupChange, PeriodRef, WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock, ViewItem } from '../view.ts';
import { brief, listed, NAME, periodLabels, SENTENCE, sideNames } from './texts.ts';

/** The most members and periods that are named in one line. */
const MOST = 8;

/**
 * Returns the members, the breakdowns and the periods that only one side has: what was taken for one, and what may be a
 * renaming, first, since then nothing has come or gone; the others in a line for each kind.
 */
export function groupBlocks(workstream: WorkstreamComparison, comparison: Comparison): ViewBlock[] {
  const changes = withoutTwins(workstream.groups);
  const items = [...saidItems(workstream, comparison), ...changes.flatMap(renamingItem)];
  const lines = [
    ...breakdownLines(changes, sidesOf(workstream, comparison)),
    ...memberLines(changes),
    ...periodLines(workstream.periods),
  ];
  return [
    ...(items.length === 0 ? [] : [{ kind: 'items', items } as const]),
    ...lines.map((line): ViewBlock => ({ kind: 'text', text: line, tone: 'neutral' })),
  ];
}

/** Returns the changes with what may be a renaming told once, from the name that is gone. */
export function withoutTwins(groups: readonly GroupChange[]): GroupChange[] {
  const isTwin = (one: GroupChange): boolean =>
    one.kind === 'new' &&
    groups.some(
      (other) =>
        other.kind === 'gone' &&
        other.dimension === one.dimension &&
        other.perhaps !== undefined &&
        other.name === one.perhaps?.name &&
        other.perhaps.name === one.name,
    );
  return groups.filter((one) => !isTwin(one));
}

/** Returns what may have been renamed, as a sentence without its full stop: `Team North may now be called North East`. */
export function renamingText(change: GroupChange): string | undefined {
  const names = renamedNames(change);
  if (names === undefined) return undefined;
  const [old, now] = names.map((name) => brief(name, NAME));
  return `${capitalised(spaced(change.dimension))} ${old ?? ''} may now be called ${now ?? ''}`;
}

/** Members that the user took for one: told in the workstreams whose changes are of them, and of one workstream always. */
function saidItems(
  { figures, restated, cells }: WorkstreamComparison,
  { renamed = [], workstreams }: Comparison,
): ViewItem[] {
  const groups = [...figures, ...restated, ...cells].map(({ group }) => group);
  const isOfIt = ({ dimension, to }: Renamed): boolean =>
    workstreams.length === 1 ||
    groups.some((group) =>
      dimension === undefined ? Object.values(group).includes(to) : group[dimension] === to,
    );
  return renamed.filter(isOfIt).map(({ dimension, from, to }) => ({
    mark: 'renamed',
    tone: 'neutral',
    reference: '',
    title:
      `${capitalised(spaced(brief(dimension ?? '', NAME)))} ${brief(from, NAME)} → ${brief(to, NAME)}`.trim(),
    lines: ['Taken for one, and compared under the new name'],
    words: [],
  }));
}

type Renamed = NonNullable<Comparison['renamed']>[number];

function renamedNames({ kind, name = '', perhaps }: GroupChange): [string, string] | undefined {
  if (perhaps === undefined) return undefined;
  return kind === 'gone' ? [name, perhaps.name] : [perhaps.name, name];
}

function renamingItem(change: GroupChange): ViewItem[] {
  const names = renamedNames(change);
  if (names === undefined) return [];
  const [old, now] = names;
  const option = renamedOption(old, now);
  return [
    {
      mark: 'perhaps renamed',
      tone: 'neutral',
      reference: '',
      title: `${capitalised(spaced(change.dimension))} ${brief(old, NAME)} → ${brief(now, NAME)}`,
      lines: [brief(capitalised(change.perhaps?.because ?? ''), SENTENCE)].filter((line) => line !== ''),
      ...(option !== undefined && { option }),
      words: [],
    },
  ];
}

/** The option that takes the two for one, as a shell reads it; none for a name that cannot be typed as it is shown. */
function renamedOption(old: string, now: string): string | undefined {
  const isPlain = [old, now].every((name) => brief(name, NAME) === name && visible(name) === name);
  return isPlain ? `--renamed '${`${old}=${now}`.replaceAll("'", "'\\''")}'` : undefined;
}

/** What a side is called that has something alone: its period, or where that is the same the side itself. */
function sidesOf(workstream: WorkstreamComparison, comparison: Comparison): [string, string] {
  const names = sideNames(comparison);
  const periods = periodLabels(workstream, names);
  return periods[0] === periods[1] ? names : periods;
}

/** `Only Mar 2024 is broken down by service (26 figures).` */
function breakdownLines(changes: readonly GroupChange[], [before, after]: [string, string]): string[] {
  return (['breakdown_gone', 'breakdown_new'] as const).flatMap((kind) => {
    const some = changes.filter((one) => one.kind === kind);
    if (some.length === 0) return [];
    const names = some.map(
      ({ dimension, figures }) => `${spaced(brief(dimension, NAME))} (${plural(figures, 'figure')})`,
    );
    return [`Only ${kind === 'breakdown_new' ? after : before} is broken down by ${formatList(names)}.`];
  });
}

/** `New teams: Fostering (1 figure), North (7 figures).` */
function memberLines(changes: readonly GroupChange[]): string[] {
  return (['gone', 'new'] as const).flatMap((kind) => {
    const some = changes.filter((one) => one.kind === kind && one.perhaps === undefined);
    return [...groupBy(some, (one) => one.dimension)].map(([dimension, members]) => {
      const noun = spaced(brief(dimension, NAME));
      const names = members.map(
        ({ name = '', figures }) => `${brief(name, NAME)} (${plural(figures, 'figure')})`,
      );
      const words = members.length === 1 ? noun : severalOf(noun);
      const lead = kind === 'new' ? `New ${words}` : `${capitalised(words)} no longer in the tables`;
      return `${lead}: ${listed(names, MOST)}.`;
    });
  });
}

/** `New month: Oct 2026.`, `No longer in the tables: Aug 2026.` */
function periodLines({ new: fresh, gone }: WorkstreamComparison['periods']): string[] {
  const labels = (periods: readonly PeriodRef[]): string =>
    listed(
      periods.map(({ label }) => label),
      MOST,
    );
  const kinds = new Set(fresh.map(({ kind }) => PERIOD_WORDS[kind]));
  const [kind = 'period'] = kinds.size === 1 ? kinds : [];
  return [
    ...(fresh.length === 0 ? [] : [`New ${fresh.length === 1 ? kind : `${kind}s`}: ${labels(fresh)}.`]),
    ...(gone.length === 0 ? [] : [`No longer in the tables: ${labels(gone)}.`]),
  ];
}
