import type { Resolution } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { quoted } from './grammar/reading.ts';
import { emptyCells, periodOf, placesOf, rowsTwice } from './table/cells.ts';
import { readFields, type FieldRow, type FieldSet } from './table/fields.ts';
import type { HeadingMap } from './table/heading-key.ts';
import { sourced, type Table } from './table/table.ts';

type Field = 'reference' | 'resolution' | 'due';

export const RESOLUTION_FIELDS: FieldSet<Field> = {
  name: 'a table of resolutions',
  known: {
    reference: ['Reference', 'Ref', 'Resolution reference', 'ID', 'No', 'Number'],
    resolution: ['Resolution', 'Resolutions', 'Resolved', 'Decision', 'Request', 'Description'],
    due: ['Due', 'Date Due', 'Due date', 'Answer due', 'Deadline', 'By when'],
  },
  required: ['reference', 'resolution'],
};

/** Returns what the committee resolved; the answer is wanted in the next report where nothing is due. */
export function readResolutions(
  table: Table,
  headings: HeadingMap,
): { readonly rows: readonly Resolution[]; readonly findings: readonly Finding[] } {
  const { rows: written, findings: columnFindings } = readFields(table, RESOLUTION_FIELDS, headings);
  const findings = [...columnFindings];
  const rows = written.flatMap((row) => resolutionOf(row, findings) ?? []);
  const twice = rowsTwice(
    rows,
    (one) => [one.reference],
    (one) => `the resolution ${quoted(one.reference)} is listed twice`,
  );
  return { rows, findings: [...findings, ...twice] };
}

function resolutionOf({ at, cells }: FieldRow<Field>, findings: Finding[]): Resolution | undefined {
  const before = findings.length;
  findings.push(...emptyCells(cells, RESOLUTION_FIELDS.required, 'a resolution'));
  const due = periodOf(cells.due, findings);
  if (findings.length > before || !cells.reference || !cells.resolution) return undefined;
  return {
    reference: cells.reference.text,
    resolution: sourced(cells.resolution),
    ...(due && { due }),
    at,
    fields: placesOf({ reference: cells.reference, resolution: cells.resolution, due: cells.due }),
  };
}
