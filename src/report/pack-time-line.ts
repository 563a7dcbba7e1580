import { plural, spaced } from './format.ts';
import { slippedAlso, slippedMilestones } from './milestones.ts';
import type { OpenMilestone, Pack } from './pack.ts';
import { timeLineLayout } from './view-time-line-layout.ts';
import { milestoneState } from './view-milestones.ts';
import { byMilestoneUrgency, dateMarker, milestoneItem, type TimeLine } from './view-time-line.ts';

/** The most rows of labels on the time line of a pack. */
export const MOST_PACK_LANES = 6;

/** Returns the open milestones of all workstreams on one line of time, or null where none is open or there is no room. */
export function packTimeLine(pack: Pack, lanes: number): TimeLine | null {
  const rows = pack.workstreams
    .flatMap(({ title, openMilestones }) => openMilestones.map((row) => ({ row, title })))
    .sort((a, b) => byMilestoneUrgency(a.row, b.row));
  if (rows.length === 0 || lanes < 1) return null;
  const named = rows.map(({ row, title }) => ({ row, name: `${title}: ${row.milestone}` }));
  const items = named.map(({ row, name }) => milestoneItem(row, name));
  // Reports of several meetings have their states as of several dates: the latest is marked.
  const date =
    pack.workstreams
      .map((one) => one.asOf)
      .sort()
      .at(-1) ?? pack.date;
  const marker = dateMarker(pack.board, date, date === pack.date);
  const content = { size: 'full', lanes, marker, items } as const;
  const { left } = timeLineLayout(content);
  return {
    ...content,
    id: 'chart-programme-milestones',
    title: openTitle(rows.map(({ row }) => row)),
    description: `${marker.label}. ${named.map(({ row, name }) => `${name}: ${milestoneState(row).text}.`).join(' ')}`,
    notes: left > 0 ? [`And ${left} more in the reports.`] : [],
    table: { id: '', number: '' },
  };
}

const STATES = ['overdue', 'slipped', 'due_soon', 'on_track'] as const;

/** Returns `4 open milestones: 1 overdue, 3 on track`; those that slipped are counted as the reports count them. */
function openTitle(rows: readonly OpenMilestone[]): string {
  const slipped = slippedMilestones(rows);
  const parts = STATES.flatMap((state) => {
    const count = state === 'slipped' ? slipped.length : rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [`${count} ${spaced(state)}${state === 'slipped' ? slippedAlso(slipped) : ''}`];
  });
  return `${plural(rows.length, 'open milestone')}: ${parts.join(', ')}`;
}
