import type { Group, Meeting, Observation } from '../../model/dataset.ts';
import { memberKey } from '../../model/member-key.ts';
import { isTotalName, type Everybody } from '../../model/total-name.ts';

/** The tables of a meeting that hold figures. */
const TABLES = ['observations', 'indicators'] as const;

/** The spelling of a member, and how new the figure is that it comes from. */
interface Spelling {
  readonly name: string;
  readonly newest: string;
}

/** By dimension, then by key. */
type Spellings = ReadonlyMap<string, ReadonlyMap<string, Spelling>>;

/**
 * Returns the meetings of a workstream (oldest first) with each member of a dimension in one spelling, that of its newest
 * figure, and with rows under another word for a total (`All teams`, `Total FTE`) as what they are: stated, where the
 * dimension has other members. `everybody`: what the council calls all of them, as it writes it.
 */
export function withOneName(meetings: readonly Meeting[], everybody: Everybody): Meeting[] {
  const spellings = spellingsIn(meetings);
  const [organisation, population] = [everybody.organisation, everybody.population].map(memberKey);
  const totals = totalsIn(spellings, { organisation: organisation ?? '', population: population ?? '' });
  const settledGroup = (written: Group): { readonly group: Group; readonly isTotal: boolean } => {
    const group: Record<string, string> = {};
    let isTotal = false;
    for (const [dimension, name] of Object.entries(written)) {
      const key = memberKey(name);
      if (totals.get(dimension)?.has(key) === true) isTotal = true;
      else group[dimension] = spellings.get(dimension)?.get(key)?.name ?? name;
    }
    return { group, isTotal };
  };
  const settled = (one: Observation): Observation => {
    const { group, isTotal } = settledGroup(one.group);
    return { ...one, group, stated: one.stated || isTotal };
  };
  return meetings.map((meeting) => ({
    ...meeting,
    observations: meeting.observations.map(settled),
    indicators: meeting.indicators.map(settled),
    changes: meeting.changes.map((one) => ({ ...one, group: settledGroup(one.group).group })),
  }));
}

function spellingsIn(meetings: readonly Meeting[]): Spellings {
  const spellings = new Map<string, Map<string, Spelling>>();
  for (const meeting of meetings)
    for (const { group, period } of TABLES.flatMap((table) => meeting[table])) {
      const newest = `${meeting.date} ${period.end}`;
      for (const [dimension, name] of Object.entries(group)) {
        const names = spellings.get(dimension) ?? new Map<string, Spelling>();
        spellings.set(dimension, names);
        const key = memberKey(name);
        const known = names.get(key);
        if (known === undefined || known.newest < newest) names.set(key, { name, newest });
      }
    }
  return spellings;
}

/** Returns the members of each dimension that are totals: where it names nobody else, they stay groups. */
function totalsIn(spellings: Spellings, everybody: Everybody): Map<string, ReadonlySet<string>> {
  return new Map(
    [...spellings].map(([dimension, names]) => {
      const totals = [...names.keys()].filter((name) => isTotalName(name, dimension, everybody));
      return [dimension, new Set(totals.length < names.size ? totals : [])];
    }),
  );
}
