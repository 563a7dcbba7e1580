import type { Milestone } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { problemAt, quoted } from './grammar/reading.ts';
import { readStatus, type StatusWords } from './status.ts';
import { emptyCells, periodOf, placesOf, rowsTwice } from './table/cells.ts';
import { readFields, type FieldRow, type FieldSet } from './table/fields.ts';
import type { HeadingMap } from './table/heading-key.ts';
import type { Table, TextCell } from './table/table.ts';

type Field =
  'reference' | 'milestone' | 'due' | 'revised' | 'actual' | 'revised_or_actual' | 'status' | 'comment';

export const MILESTONE_FIELDS: FieldSet<Field> = {
  name: 'a milestone table',
  known: {
    reference: ['Reference', 'Ref', 'Milestone reference', 'ID', 'No'],
    milestone: ['Milestone', 'Milestones', 'Key milestone', 'Description', 'Task'],
    due: ['Date Due', 'Due', 'Due date', 'Target date', 'Deadline', 'Planned date'],
    revised: ['Revised Date', 'Revised', 'Revised due date', 'New date', 'Forecast date', 'Forecast'],
    actual: ['Actual Date', 'Actual', 'Date completed', 'Completed date', 'Completion date'],
    revised_or_actual: ['Actual/Revised Date', 'Revised/Actual Date', 'Actual or revised date'],
    status: ['Status', 'State', 'Progress status'],
    comment: ['Comments', 'Comment', 'Comments/Reason for Delay', 'Reason for delay', 'Notes', 'Progress'],
  },
  required: ['reference', 'milestone', 'due'],
};

export const MILESTONE_STATUS: StatusWords<'complete' | 'open'> = {
  complete: ['Complete', 'Completed', 'Done', 'Achieved', 'Delivered', 'Finished', 'Closed'],
  open: [
    'In progress',
    'Open',
    'Ongoing',
    'On track',
    'Not started',
    'Started',
    'Planned',
    'Delayed',
    'Late',
    'Slipped',
    'Overdue',
    'At risk',
    'Off track',
  ],
};

/**
 * Returns the milestones of a table. A milestone is complete where its status says so, where it has an actual date and
 * no status, or where there is no status column and the comment is a word for complete. A column of "actual or revised"
 * dates holds the actual date of a complete milestone and the revised date of any other.
 */
export function readMilestones(
  table: Table,
  headings: HeadingMap,
): { readonly rows: readonly Milestone[]; readonly findings: readonly Finding[] } {
  const { rows: written, findings: columnFindings } = readFields(table, MILESTONE_FIELDS, headings);
  const findings = [...columnFindings];
  const rows = written.flatMap((row) => milestoneOf(row, findings) ?? []);
  // One reference may name several steps of one piece of work; the same step twice is a slip.
  const twice = rowsTwice(
    rows,
    (one) => [one.reference, one.milestone],
    (one) => `the milestone ${quoted(one.milestone)} of ${quoted(one.reference)} is listed twice`,
  );
  return { rows, findings: [...findings, ...twice] };
}

function milestoneOf({ at, cells }: FieldRow<Field>, findings: Finding[]): Milestone | undefined {
  const before = findings.length;
  findings.push(...emptyCells(cells, MILESTONE_FIELDS.required, 'a milestone'));
  const date = (cell: TextCell | undefined) => periodOf(cell, findings);
  const [due, revised, actual] = [date(cells.due), date(cells.revised), date(cells.actual)];
  const either = date(cells.revised_or_actual);
  const complete = isComplete(cells, findings);
  if (findings.length > before || due === undefined) return undefined;
  const revisedDate = revised ?? (complete ? undefined : either);
  const actualDate = actual ?? (complete ? either : undefined);
  return {
    reference: cells.reference?.text ?? '',
    milestone: cells.milestone?.text ?? '',
    due,
    ...(revisedDate && { revised: revisedDate }),
    ...(actualDate && { actual: actualDate }),
    complete,
    comment: cells.comment?.text ?? '',
    at,
    fields: placesOf({
      reference: cells.reference,
      milestone: cells.milestone,
      due: cells.due,
      revised: cells.revised ?? (complete ? undefined : cells.revised_or_actual),
      actual: cells.actual ?? (complete ? cells.revised_or_actual : undefined),
      complete: cells.status,
      comment: cells.comment,
    }),
  };
}

function isComplete(cells: FieldRow<Field>['cells'], findings: Finding[]): boolean {
  if (cells.status && cells.status.text !== '') {
    const status = readStatus(cells.status, MILESTONE_STATUS);
    if (status.ok) return status.value === 'complete';
    findings.push(problemAt(status.problem, cells.status.at));
    return false;
  }
  if ((cells.actual?.text ?? '') !== '') return true;
  const comment = cells.status ? undefined : cells.comment;
  const reading = comment && readStatus(comment, MILESTONE_STATUS);
  return reading?.ok === true && reading.value === 'complete';
}
