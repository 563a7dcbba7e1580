import { ACTION_FIELDS } from './actions.ts';
import { MILESTONE_FIELDS } from './milestones.ts';
import { RECOMMENDATION_FIELDS } from './recommendations.ts';
import { RESOLUTION_FIELDS } from './resolutions.ts';
import { RISK_FIELDS } from './risks.ts';
import { readFields, type FieldSet } from './table/fields.ts';
import type { HeadingMap } from './table/heading-key.ts';
import type { Table } from './table/table.ts';
import { columnRole } from './workforce/columns.ts';
import { figuresOf, type FigureKind, type TableWords } from './tables.ts';

/** What a single table can be. */
export const TABLE_KINDS = [
  'workforce',
  'indicators',
  'milestones',
  'risks',
  'actions',
  'recommendations',
  'resolutions',
] as const;

export type TableFileKind = (typeof TABLE_KINDS)[number];

/** Returns the kinds that a file's name has among its words, in the singular or plural: `2021-02-risks.csv`, `Risk log.csv`. */
export function kindsNamed(name: string): TableFileKind[] {
  return TABLE_KINDS.filter((kind) =>
    new RegExp(`(?<!\\p{L})${kind.replace(/s$/, '')}s?(?!\\p{L})`, 'iu').test(name),
  );
}

/**
 * Returns the kinds out of `kinds` whose reader understands the table that the file is parsed to (`tableAs`): every heading is known, none that is needed
 * is missing, and in a table of figures every row's measure is known. What the workforce's reader understands is never one of
 * indicators: that one knows the same measures, and the indicators of a data repo besides.
 */
export function kindsThatFit(
  kinds: readonly TableFileKind[],
  tableAs: (kind: TableFileKind) => Table | undefined,
  words: TableWords,
): TableFileKind[] {
  const fitting = kinds.filter((kind) => {
    const table = tableAs(kind);
    return table !== undefined && fits(table, kind, words);
  });
  return fitting.includes('workforce') ? fitting.filter((kind) => kind !== 'indicators') : fitting;
}

/** Returns whether a table holds figures, each of which is understood but for its period, of which no heading says anything. */
export function lacksPeriod(table: Table, kind: FigureKind, context: TableWords): boolean {
  const words = { headings: context.headings[kind], vocabulary: context.vocabularies[kind] };
  const roles = table.headings.filter(({ text }) => text !== '').map((one) => columnRole(one, words));
  const kinds = new Set(roles.map((role) => ('code' in role ? undefined : role.kind)));
  const hasFigures = kinds.has('figure') || (kinds.has('measure') && kinds.has('value'));
  const saysPeriod = kinds.has('period') || kinds.has('across');
  return hasFigures && !saysPeriod && !kinds.has(undefined) && !kinds.has('mapped-to-nothing');
}

function fits(table: Table, kind: TableFileKind, words: TableWords): boolean {
  const { headings } = words;
  switch (kind) {
    case 'workforce':
    case 'indicators':
      return figuresFit(table, kind, words);
    case 'milestones':
      return fieldsFit(table, MILESTONE_FIELDS, headings.milestones);
    case 'risks':
      return fieldsFit(table, RISK_FIELDS, headings.risks);
    case 'actions':
      return fieldsFit(table, ACTION_FIELDS, headings.actions);
    case 'recommendations':
      return fieldsFit(table, RECOMMENDATION_FIELDS, headings.recommendations);
    case 'resolutions':
      return fieldsFit(table, RESOLUTION_FIELDS, headings.resolutions);
  }
}

function fieldsFit<F extends string>(table: Table, set: FieldSet<F>, headings: HeadingMap): boolean {
  return readFields(table, set, headings).findings.length === 0;
}

/** E032: the table lacks a column; E069: a row's measure is not known. */
function figuresFit(table: Table, kind: FigureKind, words: TableWords): boolean {
  const { understood, findings } = figuresOf(table, kind, words);
  return understood && !findings.some(({ code }) => code === 'E032' || code === 'E069');
}
