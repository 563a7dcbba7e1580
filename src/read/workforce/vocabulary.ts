import { MEASURES } from '../../model/measures.ts';
import { headingKey } from '../table/heading-key.ts';

/** How people head the columns of each measure, beside its id and its label. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  establishment: [
    'Total establishment',
    'Budgeted establishment',
    'Establishment posts',
    'Budgeted posts',
    'Funded posts',
    'Budgeted',
    'Budget',
  ],
  permanent: [
    'Perm',
    'Permanent staff',
    'Permanent workers',
    'Permanent social workers',
    'Permanent in post',
    'Permanent employees',
  ],
  agency: ['Agency staff', 'Agency workers', 'Agency social workers', 'Agency in post', 'Locum', 'Locums'],
  vacancies: ['Vacancy', 'Vacant', 'Vacant posts', 'Total vacancies'],
  unfilled: ['Unfilled vacancies', 'Unfilled posts'],
  vacancies_covered_by_agency: ['Vacancies covered by agency', 'Agency covering vacancies'],
  starters: ['New starters', 'Joiners', 'Permanent starters'],
  leavers: ['Permanent leavers'],
  conversions: ['Agency conversions', 'Temp to perm', 'Temp to perm conversions', 'Converted to permanent'],
  cases: ['Open cases', 'Allocated cases', 'Number of cases'],
  case_holders: ['Caseholders', 'Case holding workers', 'Case holding social workers'],
  days_lost: ['Sickness days', 'Sick days', 'Days lost to sickness absence', 'Sickness days lost'],
};

/** Heading key → measure id. */
export const MEASURE_NAMES: ReadonlyMap<string, string> = new Map(
  MEASURES.flatMap(({ id, label }) =>
    [id, label, ...(SPELLINGS[id] ?? [])].map((name) => [headingKey(name), id] as const),
  ),
);

/** Heading key → dimension of the group that a row is about. */
export const DIMENSIONS: ReadonlyMap<string, string> = new Map([
  ['team', 'team'],
  ['teams', 'team'],
  ['role', 'role'],
  ['job title', 'role'],
  ['staff group', 'staff_group'],
  ['group', 'staff_group'],
  ['service', 'service'],
  ['service area', 'service'],
  ['authority', 'authority'],
  ['local authority', 'authority'],
  ['grade', 'grade'],
]);

export const PERIOD_NAMES: ReadonlySet<string> = new Set([
  'period',
  'month',
  'quarter',
  'year',
  'date',
  'period end',
]);
export const MEASURE_COLUMN_NAMES: ReadonlySet<string> = new Set(['measure', 'description']);
export const BASIS_NAMES: ReadonlySet<string> = new Set(['basis', 'counted as']);

/** Words in a dimension for the whole: the row's group does not have that dimension. */
export const WHOLE: ReadonlySet<string> = new Set(['', 'all', 'whole', 'whole service']);

/** Words in a dimension for a printed total: the row is what was stated, and is compared with its parts. */
export const TOTAL: ReadonlySet<string> = new Set([
  'total',
  'totals',
  'grand total',
  'subtotal',
  'sub total',
  'overall',
]);
