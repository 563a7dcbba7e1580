import { groupBy } from '../model/group-by.ts';
import type { Report } from '../report/report.ts';

export interface PackChoice {
  /** Whether packs are wanted. */
  readonly pack: boolean;
  readonly all?: boolean | undefined;
  readonly workstream?: string | undefined;
}

/**
 * Returns the reports of each pack, the latest first: one pack of what a build makes of several workstreams; where it makes
 * every meeting's papers, one a meeting. One workstream alone has no pack.
 */
export function packsOf(
  reports: readonly Report[],
  { pack, all, workstream }: PackChoice,
): (readonly Report[])[] {
  if (!pack || workstream !== undefined) return [];
  const groups =
    all === true ? [...groupBy(reports, (one) => one.meeting.date)].sort(([a], [b]) => (a < b ? 1 : -1)) : [];
  const packs = all === true ? groups.map(([, members]) => members) : [reports];
  return packs.filter((members) => new Set(members.map((one) => one.workstream.id)).size > 1);
}
