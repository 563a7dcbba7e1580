import { plural } from '../../model/format.ts';
import type { GroupChange, WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock, ViewItem } from '../view.ts';
import { brief, capitalised, NAME, SENTENCE, spaced } from './texts.ts';

/** Returns the members, the breakdowns and the periods that only one side has. */
export function groupBlocks({ groups, periods }: WorkstreamComparison): ViewBlock[] {
  const items = [
    ...withoutTwins(groups).map(groupItem),
    ...periods.gone.map(({ label }) => periodItem('gone', label)),
    ...periods.new.map(({ label }) => periodItem('new', label)),
  ];
  return items.length === 0 ? [] : [{ kind: 'items', items }];
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
export function renamingText({ kind, dimension, name = '', perhaps }: GroupChange): string | undefined {
  if (perhaps === undefined) return undefined;
  const [old, now] = kind === 'gone' ? [name, perhaps.name] : [perhaps.name, name];
  return `${capitalised(spaced(dimension))} ${brief(old, NAME)} may now be called ${brief(now, NAME)}`;
}

function groupItem(change: GroupChange): ViewItem {
  const { kind, dimension, name, figures, perhaps } = change;
  const renaming = renamingText(change);
  const [was, has] = kind.endsWith('gone') ? ['gone', 'had'] : ['new', 'has'];
  return {
    mark: renaming === undefined ? was : 'perhaps renamed',
    tone: 'neutral',
    reference: capitalised(spaced(dimension)),
    title: name === undefined ? `figures by ${spaced(dimension)} are ${was}` : brief(name, NAME),
    lines: [
      ...(renaming === undefined || perhaps === undefined
        ? []
        : [brief(`${renaming}: ${perhaps.because}`, SENTENCE)]),
      `${has} ${plural(figures, 'figure')}`,
    ],
    words: [],
  };
}

function periodItem(mark: 'gone' | 'new', label: string): ViewItem {
  const title =
    mark === 'gone' ? 'its figures are gone from the tables' : 'its figures are new in the tables';
  return { mark, tone: 'neutral', reference: label, title, lines: [], words: [] };
}
