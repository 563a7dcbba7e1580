import type { Action } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { problemAt, quoted } from './grammar/reading.ts';
import { readStatus, type StatusWords } from './status.ts';
import { emptyCells, periodOf, placesOf, rowsTwice } from './table/cells.ts';
import { readFields, type FieldRow, type FieldSet } from './table/fields.ts';
import type { HeadingMap } from './table/heading-key.ts';
import type { Table } from './table/table.ts';

type Field = 'reference' | 'action' | 'owner' | 'raised' | 'due' | 'revised' | 'done' | 'status' | 'comment';

export const ACTION_FIELDS: FieldSet<Field> = {
  name: 'a table of actions',
  known: {
    reference: ['Reference', 'Ref', 'Action reference', 'Action ID', 'ID', 'No', 'Number'],
    action: ['Action', 'Actions', 'Action required', 'Action agreed', 'Description', 'Task'],
    owner: ['Owner', 'Action owner', 'Lead', 'Lead officer', 'Responsible', 'Responsible officer', 'By whom'],
    raised: ['Raised', 'Date raised', 'Raised on', 'Date agreed', 'Agreed', 'Meeting', 'Meeting date'],
    due: ['Due', 'Date Due', 'Due date', 'Target date', 'Deadline', 'By when', 'Timescale'],
    revised: ['Revised Date', 'Revised', 'Revised due date', 'New date', 'Forecast date', 'Forecast'],
    done: ['Completed', 'Done', 'Date completed', 'Completed date', 'Completion date', 'Date closed'],
    status: ['Status', 'State', 'Progress status', 'Open or closed'],
    comment: ['Comments', 'Comment', 'Notes', 'Update', 'Progress', 'Response', 'Outcome'],
  },
  required: ['reference', 'action'],
};

export const ACTION_STATUS: StatusWords<Action['state']> = {
  open: [
    'Open',
    'In progress',
    'Ongoing',
    'On track',
    'Started',
    'Not started',
    'New',
    'Live',
    'Active',
    'Outstanding',
    'Carried forward',
    'Delayed',
    'Late',
    'Overdue',
    'At risk',
    'Off track',
  ],
  complete: ['Complete', 'Completed', 'Done', 'Closed', 'Achieved', 'Delivered', 'Finished', 'Actioned'],
  withdrawn: ['Withdrawn', 'Cancelled', 'Dropped', 'Superseded', 'No longer needed', 'No longer required'],
};

/** Returns the actions of a table. One without a status is complete where it has a date of completion, and open else. */
export function readActions(
  table: Table,
  headings: HeadingMap,
): { readonly rows: readonly Action[]; readonly findings: readonly Finding[] } {
  const { rows: written, findings: columnFindings } = readFields(table, ACTION_FIELDS, headings);
  const findings = [...columnFindings];
  const rows = written.flatMap((row) => actionOf(row, findings) ?? []);
  const twice = rowsTwice(
    rows,
    (one) => [one.reference],
    (one) => `the action ${quoted(one.reference)} is listed twice`,
  );
  return { rows, findings: [...findings, ...twice] };
}

function actionOf({ at, cells }: FieldRow<Field>, findings: Finding[]): Action | undefined {
  const before = findings.length;
  findings.push(...emptyCells(cells, ACTION_FIELDS.required, 'an action'));
  const date = (field: Field) => periodOf(cells[field], findings);
  const [raised, due, revised, done] = [date('raised'), date('due'), date('revised'), date('done')];
  const state = stateOf(cells, findings);
  if (findings.length > before) return undefined;
  const text = (field: Field) => cells[field]?.text ?? '';
  return {
    reference: text('reference'),
    action: text('action'),
    ...(text('owner') !== '' && { owner: text('owner') }),
    ...(raised && { raised }),
    ...(due && { due }),
    ...(revised && { revised }),
    ...(done && { done }),
    state,
    comment: text('comment'),
    at,
    fields: placesOf({
      reference: cells.reference,
      action: cells.action,
      owner: cells.owner,
      raised: cells.raised,
      due: cells.due,
      revised: cells.revised,
      done: cells.done,
      state: cells.status,
      comment: cells.comment,
    }),
  };
}

function stateOf(cells: FieldRow<Field>['cells'], findings: Finding[]): Action['state'] {
  if (!cells.status || cells.status.text === '')
    return /^[-–—]?$/.test(cells.done?.text ?? '') ? 'open' : 'complete';
  const status = readStatus(cells.status, ACTION_STATUS);
  if (status.ok) return status.value;
  findings.push(problemAt(status.problem, cells.status.at));
  return 'open';
}
