import type { Recommendation } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { problemAt, quoted } from './grammar/reading.ts';
import { readStatus, type StatusWords } from './status.ts';
import { BY_COMMA, BY_LINE, emptyCells, entriesOf, periodOf, placesOf, rowsTwice } from './table/cells.ts';
import { readFields, type FieldRow, type FieldSet } from './table/fields.ts';
import type { HeadingMap } from './table/heading-key.ts';
import { sourced, type Table } from './table/table.ts';

type Field =
  | 'reference'
  | 'recommendation'
  | 'source'
  | 'status'
  | 'owner'
  | 'due'
  | 'progress'
  | 'in_place'
  | 'evidence'
  | 'actions';

export const RECOMMENDATION_FIELDS: FieldSet<Field> = {
  name: 'a table of recommendations',
  known: {
    reference: [
      'Reference',
      'Ref',
      'Recommendation reference',
      'Recommendation number',
      'ID',
      'No',
      'Number',
    ],
    recommendation: [
      'Recommendation',
      'Recommendations',
      'What was required',
      'Required',
      'Requirement',
      'Description',
    ],
    source: ['Source', 'Made by', 'From', 'Inspection'],
    status: ['Status', 'State', 'Progress status'],
    owner: ['Owner', 'Lead', 'Lead officer', 'Responsible', 'Responsible officer'],
    due: ['Due', 'Date Due', 'Due date', 'Target date', 'Deadline', 'By when', 'Timescale'],
    progress: ['Progress', 'Update', 'What was done', 'What has been done', 'Action taken', 'Response'],
    in_place: ['In place', 'What is in place', 'In place now', 'Current position'],
    evidence: ['Evidence', 'Evidence figures', 'Figures'],
    actions: ['Actions', 'Linked actions', 'Action references', 'Related actions'],
  },
  required: ['reference', 'recommendation'],
  lists: ['evidence', 'actions'],
};

export const RECOMMENDATION_STATUS: StatusWords<NonNullable<Recommendation['status']>> = {
  not_started: ['Not started', 'Not yet started', 'To start', 'Planned', 'Outstanding'],
  in_progress: [
    'In progress',
    'Ongoing',
    'Under way',
    'Started',
    'Open',
    'On track',
    'Partly complete',
    'Partially complete',
    'Partly met',
    'Partially met',
    'Delayed',
  ],
  complete: [
    'Complete',
    'Completed',
    'Done',
    'Implemented',
    'Fully implemented',
    'Met',
    'Achieved',
    'Delivered',
    'Closed',
  ],
  rejected: ['Rejected', 'Not accepted', 'Not agreed', 'Declined'],
};

/** Returns the recommendations of a table, with the texts as they are written: they may cite figures. */
export function readRecommendations(
  table: Table,
  headings: HeadingMap,
): { readonly rows: readonly Recommendation[]; readonly findings: readonly Finding[] } {
  const { rows: written, findings: columnFindings } = readFields(table, RECOMMENDATION_FIELDS, headings);
  const findings = [...columnFindings];
  const rows = written.flatMap((row) => recommendationOf(row, findings) ?? []);
  const twice = rowsTwice(
    rows,
    (one) => [one.reference],
    (one) => `the recommendation ${quoted(one.reference)} is listed twice`,
  );
  return { rows, findings: [...findings, ...twice] };
}

function recommendationOf({ at, cells }: FieldRow<Field>, findings: Finding[]): Recommendation | undefined {
  const before = findings.length;
  findings.push(...emptyCells(cells, RECOMMENDATION_FIELDS.required, 'a recommendation'));
  const due = periodOf(cells.due, findings);
  const status = statusOf(cells, findings);
  if (findings.length > before || !cells.reference || !cells.recommendation) return undefined;
  const text = (field: Field) => cells[field]?.text ?? '';
  const { progress, in_place: inPlace } = cells;
  return {
    reference: cells.reference.text,
    recommendation: sourced(cells.recommendation),
    ...(text('source') !== '' && { source: text('source') }),
    ...(status && { status }),
    ...(text('owner') !== '' && { owner: text('owner') }),
    ...(due && { due }),
    ...(progress && progress.text !== '' && { progress: sourced(progress) }),
    ...(inPlace && inPlace.text !== '' && { inPlace: sourced(inPlace) }),
    evidence: entriesOf(cells.evidence, BY_LINE).map(sourced),
    actions: entriesOf(cells.actions, BY_COMMA).map(sourced),
    at,
    fields: placesOf({
      reference: cells.reference,
      recommendation: cells.recommendation,
      source: cells.source,
      status: cells.status,
      owner: cells.owner,
      due: cells.due,
      progress,
      inPlace,
      evidence: cells.evidence,
      actions: cells.actions,
    }),
  };
}

function statusOf({ status }: FieldRow<Field>['cells'], findings: Finding[]): Recommendation['status'] {
  if (!status || status.text === '') return undefined;
  const reading = readStatus(status, RECOMMENDATION_STATUS);
  if (reading.ok) return reading.value;
  findings.push(problemAt(reading.problem, status.at));
  return undefined;
}
