import type { Dataset, Meeting, Workstream } from '../model/dataset.ts';
import { nearest } from '../model/suggest.ts';
import { UsageError } from './exit-code.ts';

/** One report to build. */
export interface Selected {
  readonly workstream: Workstream;
  readonly meeting: Meeting;
}

export interface Selection {
  readonly workstream?: string | undefined;
  /** An ISO date, as meeting folders are named. */
  readonly meeting?: string | undefined;
  readonly all?: boolean | undefined;
}

/**
 * Returns the reports that are asked for, in the order of the configuration and then of the meetings: the latest
 * meeting of every workstream unless told otherwise. Throws a UsageError that lists what there is.
 */
export function selectReports(dataset: Dataset, selection: Selection): Selected[] {
  const workstreams = chooseWorkstreams(dataset, selection.workstream);
  const selected = workstreams.flatMap((workstream) =>
    chooseMeetings(workstream, selection).map((meeting) => ({ workstream, meeting })),
  );
  if (selected.length > 0 || workstreams.some((one) => wantsUnreadable(one, selection))) return selected;
  const known = [...new Set(workstreams.flatMap((one) => one.meetings.map((meeting) => meeting.id)))].sort();
  if (selection.meeting === undefined) {
    throw new UsageError(
      'there is no meeting to report to',
      'add a folder such as workforce/2026-12-14 with a report.yaml',
    );
  }
  throw new UsageError(`there is no meeting ${selection.meeting}`, `the meetings are ${known.join(', ')}`);
}

function chooseWorkstreams(dataset: Dataset, wanted: string | undefined): readonly Workstream[] {
  if (wanted === undefined) return dataset.workstreams;
  const found = dataset.workstreams.filter((one) => one.id === wanted);
  if (found.length > 0) return found;
  const ids = dataset.workstreams.map((one) => one.id);
  const meant = nearest(wanted, ids);
  throw new UsageError(
    `there is no workstream ${wanted}`,
    meant === undefined ? `the workstreams are ${ids.join(', ')}` : `did you mean ${meant}?`,
  );
}

function chooseMeetings(workstream: Workstream, selection: Selection): readonly Meeting[] {
  const { meetings } = workstream;
  if (selection.meeting !== undefined) return meetings.filter((one) => one.id === selection.meeting);
  if (selection.all === true) return meetings;
  // An older meeting is never taken for a latest one that cannot be read.
  return wantsUnreadable(workstream, selection) ? [] : meetings.slice(-1);
}

/** Whether what is asked for is among the meetings whose papers could not be read; then findings say why. */
function wantsUnreadable({ meetings, unreadable = [] }: Workstream, selection: Selection): boolean {
  if (selection.meeting !== undefined) return unreadable.some((date) => date === selection.meeting);
  const latest = meetings.at(-1)?.date;
  return unreadable.some((date) => latest === undefined || date > latest);
}
