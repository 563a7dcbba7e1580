import type { Risk } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { problemAt, quoted } from './grammar/reading.ts';
import { readStatus, type StatusWords } from './status.ts';
import { emptyCells, periodOf, placesOf, rowsTwice } from './table/cells.ts';
import { readFields, type FieldRow, type FieldSet } from './table/fields.ts';
import type { HeadingMap } from './table/heading-key.ts';
import type { Table } from './table/table.ts';

type Field =
  | 'reference'
  | 'risk'
  | 'likelihood'
  | 'impact'
  | 'score'
  | 'rating'
  | 'mitigation'
  | 'mitigation_date'
  | 'owner'
  | 'status'
  | 'comment';

export const RISK_FIELDS: FieldSet<Field> = {
  name: 'a risk table',
  known: {
    reference: ['Reference', 'Ref', 'Risk reference', 'Risk ID', 'ID', 'No'],
    risk: ['Risk', 'Risks', 'Risks (For escalation/oversight only)', 'Risk description', 'Description'],
    likelihood: ['Likelihood', 'Probability'],
    impact: ['Impact', 'Severity', 'Consequence'],
    score: ['Score', 'Risk score'],
    rating: ['Rating', 'Risk rating', 'RAG'],
    mitigation: ['Mitigation', 'Mitigations', 'Mitigating actions', 'Controls'],
    mitigation_date: ['Date for Mitigation', 'Mitigation date', 'Mitigation due'],
    owner: ['Owner', 'Risk owner', 'Lead'],
    status: ['Status', 'State', 'Open or closed'],
    comment: ['Comments', 'Comment', 'Notes', 'Update'],
  },
  required: ['reference', 'risk', 'likelihood', 'impact'],
};

export const RISK_STATUS: StatusWords<'open' | 'closed'> = {
  open: ['Open', 'Live', 'Active', 'Ongoing', 'New', 'Current', 'In progress'],
  closed: ['Closed', 'Close', 'No longer a risk', 'Retired', 'Removed', 'Expired'],
};

/** Returns the risks of a table; a risk without a status is open. Levels are kept as written. */
export function readRisks(
  table: Table,
  headings: HeadingMap,
): { readonly rows: readonly Risk[]; readonly findings: readonly Finding[] } {
  const { rows: written, findings: columnFindings } = readFields(table, RISK_FIELDS, headings);
  const findings = [...columnFindings];
  const rows = written.flatMap((row) => riskOf(row, findings) ?? []);
  const twice = rowsTwice(
    rows,
    (one) => [one.reference],
    (one) => `the risk ${quoted(one.reference)} is listed twice`,
  );
  return { rows, findings: [...findings, ...twice] };
}

function riskOf({ at, cells }: FieldRow<Field>, findings: Finding[]): Risk | undefined {
  const before = findings.length;
  findings.push(...emptyCells(cells, RISK_FIELDS.required, 'a risk'));
  const mitigationDate = periodOf(cells.mitigation_date, findings);
  const open = isOpen(cells, findings);
  if (findings.length > before) return undefined;
  const text = (field: Field) => cells[field]?.text ?? '';
  return {
    reference: text('reference'),
    risk: text('risk'),
    likelihood: text('likelihood'),
    impact: text('impact'),
    ...(text('score') !== '' && { statedScore: text('score') }),
    ...(text('rating') !== '' && { statedRating: text('rating') }),
    mitigation: text('mitigation'),
    ...(mitigationDate && { mitigationDate }),
    ...(text('owner') !== '' && { owner: text('owner') }),
    open,
    comment: text('comment'),
    at,
    fields: placesOf({
      reference: cells.reference,
      risk: cells.risk,
      likelihood: cells.likelihood,
      impact: cells.impact,
      statedScore: cells.score,
      statedRating: cells.rating,
      mitigation: cells.mitigation,
      mitigationDate: cells.mitigation_date,
      owner: cells.owner,
      open: cells.status,
      comment: cells.comment,
    }),
  };
}

function isOpen(cells: FieldRow<Field>['cells'], findings: Finding[]): boolean {
  if (!cells.status || cells.status.text === '') return true;
  const status = readStatus(cells.status, RISK_STATUS);
  if (status.ok) return status.value === 'open';
  findings.push(problemAt(status.problem, cells.status.at));
  return true;
}
