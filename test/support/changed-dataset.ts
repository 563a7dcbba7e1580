import type { Cell } from '../../src/model/cell.ts';
import type { Dataset, Meeting, Observation, Programme, Workstream } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import { month, place } from './dataset.ts';

/** One change of a data repo, by numbers that fast-check can make smaller. */
export interface RandomChange {
  readonly kind: number;
  readonly position: number;
  readonly value: number;
}

type Change = (dataset: Dataset, position: number, value: number) => Dataset;

const CELLS: readonly Cell[] = [
  { kind: 'number', value: exact('7.5'), notation: 'plain', places: 1 },
  { kind: 'number', value: exact(0), notation: 'plain', places: 0 },
  { kind: 'marker', marker: 'c' },
  { kind: 'marker', marker: 'fewer_than', bound: 5 },
  { kind: 'missing' },
];

const MONTHS = ['2026-09', '2026-11', '2027-01', '2027-03'].map(month);

const CHANGES: readonly Change[] = [
  inMeeting((one, position, value) => ({
    ...one,
    observations: at(one.observations, position, (row) => [{ ...row, cell: pick(CELLS, value) }]),
  })),
  inMeeting((one, position, value) => ({
    ...one,
    indicators: at(one.indicators, position, (row) => [{ ...row, cell: pick(CELLS, value) }]),
  })),
  inMeeting((one, position) => ({ ...one, observations: at(one.observations, position, () => []) })),
  inMeeting((one, position) => ({ ...one, observations: at(one.observations, position, asStated) })),
  // A team under another name, and only in one table.
  inMeeting((one, position) => ({ ...one, observations: one.observations.map(renamed(one, position)) })),
  inMeeting((one, position, value) => ({
    ...one,
    milestones: at(one.milestones, position, (row) => [{ ...row, revised: pick(MONTHS, value) }]),
  })),
  inMeeting((one, position, value) => ({
    ...one,
    milestones: at(one.milestones, position, (row) =>
      value % 2 === 0 ? [] : [{ ...row, complete: !row.complete, comment: 'Agreed by the board' }],
    ),
  })),
  inMeeting((one, position, value) => ({
    ...one,
    risks: at(one.risks, position, (row) => [
      { ...row, likelihood: pick(['Rare', 'Likely', 'Almost certain', 'Never heard of'], value) },
    ]),
  })),
  inMeeting((one, position, value) => ({
    ...one,
    risks: at(one.risks, position, (row) =>
      pick([[], [{ ...row, open: !row.open }], [{ ...row, mitigation: 'Another plan, with pay' }]], value),
    ),
  })),
  inMeeting((one, position, value) => ({
    ...one,
    actions: at(one.actions, position, (row) =>
      pick([[], [{ ...row, state: 'complete' as const }], [{ ...row, due: pick(MONTHS, position) }]], value),
    ),
  })),
  inMeeting((one, position, value) => ({
    ...one,
    recommendations: at(one.recommendations, position, (row) =>
      value % 2 === 0 ? [] : [{ ...row, status: 'complete' as const }],
    ),
  })),
  inMeeting((one, _, value) => ({
    ...one,
    paper: {
      ...one.paper,
      ...(one.paper.rag && {
        rag: { ...one.paper.rag, current: pick(['red', 'amber', 'green'] as const, value) },
      }),
    },
  })),
  inMeeting((one, position, value) => ({
    ...one,
    paper: {
      ...one.paper,
      escalations: [
        ...one.paper.escalations,
        {
          matter: {
            value: pick(['Pay in the region', 'Pay in the whole region', 'Office space'], value),
            at: place(position % 50),
          },
          action: { value: 'A decision of the board', at: place(1) },
        },
      ].slice(0, 3),
    },
  })),
  inProgramme((one, _, value) => ({
    ...one,
    labels: { ...one.labels, agency: pick(['Locums', 'Agency staff'], value) },
  })),
  inProgramme((one, _, value) => ({
    ...one,
    definitions: [
      {
        value: {
          id: 'agency_rate',
          label: 'Agency rate',
          formula: pick(
            ['agency / establishment', 'agency / (agency + permanent)', 'agency / permanent'],
            value,
          ),
          unit: 'share',
          places: 2,
          direction: 'lower',
          description: 'Agency workers as a share.',
          usedBy: [],
          origin: 'council',
        },
        at: place(1),
      },
    ],
  })),
  inProgramme((one, position, value) => ({
    ...one,
    ...(one.matrix && {
      matrix: {
        ...one.matrix,
        cells: at(one.matrix.cells, position, (cell) => [
          { ...cell, rating: pick(one.matrix?.ratings ?? [], value).id },
        ]),
      },
    }),
  })),
  inProgramme((one, position, value) => ({
    ...one,
    targets: at(one.targets, position, (target) =>
      value % 2 === 0 ? [] : [{ ...target, by: pick(MONTHS, value) }],
    ),
  })),
  // The papers of the last meeting are not there yet.
  (dataset, position) => ({
    ...dataset,
    workstreams: at(dataset.workstreams, position, (one) => [
      { ...one, meetings: one.meetings.length > 1 ? one.meetings.slice(0, -1) : one.meetings },
    ]),
  }),
];

/** Returns a data repo with some changes of many kinds, the same for the same numbers. */
export function changedAtRandom(dataset: Dataset, changes: readonly RandomChange[]): Dataset {
  return changes.reduce(
    (changed, { kind, position, value }) => pick(CHANGES, kind)(changed, position, value),
    dataset,
  );
}

function inProgramme(change: (one: Programme, position: number, value: number) => Programme): Change {
  return (dataset, position, value) => ({
    ...dataset,
    programme: change(dataset.programme, position, value),
  });
}

/** In the newest papers of a workstream, or in those before them. */
function inMeeting(change: (one: Meeting, position: number, value: number) => Meeting): Change {
  return (dataset, position, value) => ({
    ...dataset,
    workstreams: at(dataset.workstreams, value, (one): Workstream[] => [
      { ...one, meetings: at(one.meetings, position, (meeting) => [change(meeting, position, value)]) },
    ]),
  });
}

function asStated(row: Observation): Observation[] {
  return [
    row,
    { ...row, stated: true, cell: { kind: 'number', value: exact(3), notation: 'plain', places: 0 } },
  ];
}

function renamed({ observations }: Meeting, position: number): (row: Observation) => Observation {
  const team = observations[position % Math.max(1, observations.length)]?.group['team'];
  return (row) =>
    team !== undefined && row.group['team'] === team
      ? { ...row, group: { ...row.group, team: 'Corporate parenting' } }
      : row;
}

function at<T>(items: readonly T[], position: number, change: (item: T) => readonly T[]): T[] {
  return items.flatMap((item, index) => (index === position % items.length ? change(item) : [item]));
}

function pick<T>(items: readonly T[], index: number): T {
  const found = items[index % Math.max(1, items.length)];
  if (found === undefined) throw new RangeError('nothing to pick');
  return found;
}
