import { dimensionsOf } from '../../metrics/census.ts';
import type { Dataset, Group, Meeting, Observation } from '../../model/dataset.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Renaming } from '../side.ts';

/** A dataset with other names, and which renamings could not be made. */
export interface RenamedDataset {
  readonly dataset: Dataset;
  /** Nothing in the tables has the name. */
  readonly unknown: readonly Renaming[];
  /** Tables have figures under the other name already: renamed, two figures would be of one key. */
  readonly clashes: readonly Renaming[];
}

/**
 * Returns the dataset with members under other names in every figure and change of every meeting. Names are exact, and all
 * renamings are made at once, so that two members may exchange names. Those that cannot be made are returned and left out.
 */
export function renamed(dataset: Dataset, renamings: readonly Renaming[]): RenamedDataset {
  const meetings = dataset.workstreams.flatMap((workstream) => workstream.meetings);
  const groups = meetings.flatMap(({ observations, indicators, changes }) =>
    [...observations, ...indicators, ...changes].map(({ group }) => group),
  );
  const unknown = renamings.filter((one) => !groups.some((group) => dimensionsNaming(group, one).length > 0));
  let usable = renamings.filter((one) => !unknown.includes(one));
  const clashes: Renaming[] = [];
  // Without one of them, others may clash that did not: what it would have taken away stays.
  for (let found = clashing(meetings, usable); found.size > 0; found = clashing(meetings, usable)) {
    clashes.push(...found);
    usable = usable.filter((one) => !found.has(one));
  }
  const workstreams = dataset.workstreams.map((workstream) => ({
    ...workstream,
    meetings: workstream.meetings.map((meeting) => renamedMeeting(meeting, usable)),
  }));
  return {
    dataset: usable.length === 0 ? dataset : { ...dataset, workstreams },
    unknown,
    clashes: renamings.filter((one) => clashes.includes(one)),
  };
}

function dimensionsNaming(group: Group, { dimension, from }: Renaming): string[] {
  return Object.entries(group).flatMap(([name, member]) =>
    member === from && (dimension ?? name) === name ? [name] : [],
  );
}

function renamedMeeting(meeting: Meeting, renamings: readonly Renaming[]): Meeting {
  return {
    ...meeting,
    observations: meeting.observations.map((one) => ({ ...one, group: renamedGroup(one.group, renamings) })),
    indicators: meeting.indicators.map((one) => ({ ...one, group: renamedGroup(one.group, renamings) })),
    changes: meeting.changes.map((one) => ({ ...one, group: renamedGroup(one.group, renamings) })),
  };
}

/** The first renaming of a name is the one that is made. */
function renamedGroup(group: Group, renamings: readonly Renaming[]): Group {
  return Object.fromEntries(
    Object.entries(group).map(([dimension, name]) => [
      dimension,
      renamings.find((one) => one.from === name && (one.dimension ?? dimension) === dimension)?.to ?? name,
    ]),
  );
}

/** Returns the renamings that give two figures of one meeting one key which have two as they stand. */
function clashing(meetings: readonly Meeting[], renamings: readonly Renaming[]): Set<Renaming> {
  const found = new Set<Renaming>();
  for (const meeting of meetings)
    for (const table of [meeting.observations, meeting.indicators]) {
      const given = table.filter(({ stated }) => !stated);
      const byKey = groupBy(given, (one) => keyOf(one, renamedGroup(one.group, renamings)));
      for (const some of byKey.values()) {
        if (new Set(some.map((one) => keyOf(one, one.group))).size < 2) continue;
        for (const one of renamings)
          if (some.some(({ group }) => dimensionsNaming(group, one).length > 0)) found.add(one);
      }
    }
  return found;
}

function keyOf({ measure, period, basis }: Observation, group: Group): string {
  return JSON.stringify([measure, period.kind, period.key, basis, dimensionsOf(group)]);
}
