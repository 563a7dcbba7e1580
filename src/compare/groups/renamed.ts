import type { Group, Meeting, Programme, Workstream } from '../../model/dataset.ts';

export type GroupNaming = (group: Group) => Group;

/** Returns the programme with the groups of its targets and levels under other names. */
export function renamedProgramme(programme: Programme, named: GroupNaming): Programme {
  return {
    ...programme,
    targets: programme.targets.map((one) => ({ ...one, of: named(one.of) })),
    indicators: programme.indicators.map((one) => ({
      ...one,
      limits: one.limits.map((limit) => ({ ...limit, of: named(limit.of) })),
    })),
  };
}

/** Returns the workstream with groups under other names in its tables, charts, and every figure and change of its meetings. */
export function renamedWorkstream(workstream: Workstream, named: GroupNaming): Workstream {
  return {
    ...workstream,
    tables: workstream.tables.map((one) => ({ ...one, of: named(one.of) })),
    charts: workstream.charts.map((one) => ({ ...one, of: named(one.of) })),
    meetings: workstream.meetings.map((meeting) => renamedMeeting(meeting, named)),
  };
}

function renamedMeeting(meeting: Meeting, named: GroupNaming): Meeting {
  const of = <T extends { readonly group: Group }>(one: T): T => ({ ...one, group: named(one.group) });
  return {
    ...meeting,
    observations: meeting.observations.map(of),
    indicators: meeting.indicators.map(of),
    changes: meeting.changes.map(of),
  };
}
