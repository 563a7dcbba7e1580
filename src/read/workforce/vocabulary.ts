import type { MetricUnit } from '../../model/definition.ts';
import { DEFINITIONS } from '../../model/definitions.ts';
import { groupBy } from '../../model/group-by.ts';
import { MEASURES } from '../../model/measures.ts';
import { headingKey } from '../table/heading-key.ts';

/** A figure that a table may give, and what its cells hold. */
export interface KnownFigure {
  readonly id: string;
  readonly unit: MetricUnit;
  /** Whether it counts people or posts, so that a headcount of it is a whole number. */
  readonly ofPeople: boolean;
  readonly mayBeNegative: boolean;
  /** Whether `<id>_numerator` and `<id>_denominator` are figures too. */
  readonly hasParts: boolean;
  /** `4 (0 new)`: the word in the brackets, and the figure that takes the number before it. */
  readonly bracket?: { readonly word: string; readonly indicator: string };
}

/** A figure with the names by which tables may call it, its id first. */
export interface NamedFigure {
  readonly figure: KnownFigure;
  readonly names: readonly string[];
}

/** The figures that a kind of table may give, and by which names. */
export interface Vocabulary {
  readonly kind: 'workforce' | 'indicators';
  readonly figures: ReadonlyMap<string, KnownFigure>;
  /** Heading key → id of the figure. */
  readonly names: ReadonlyMap<string, string>;
  /** Heading key → ids of the council's own figures that share it, so that it names none of them. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  /** Of the workforce: heading keys of the council's indicators, which belong in tables of their own. */
  readonly indicators?: ReadonlySet<string>;
  /** Ids that people are told of where a name is not known. */
  readonly told: readonly string[];
}

/**
 * Returns the vocabulary of shipped figures and a council's own, whose names win over common spellings. A name that two
 * of the council's own figures share means neither of them.
 */
export function vocabularyOf(
  kind: Vocabulary['kind'],
  shipped: readonly NamedFigure[],
  own: readonly NamedFigure[],
): Vocabulary {
  const figures = new Map([...shipped, ...own].map(({ figure }) => [figure.id, figure]));
  const names = new Map<string, string>();
  for (const { figure, names: all } of shipped)
    for (const name of all) names.set(headingKey(name), figure.id);
  const byName = groupBy(
    own.flatMap(({ figure, names: all }) => all.map((name) => ({ key: headingKey(name), id: figure.id }))),
    ({ key }) => key,
  );
  const shared = new Map<string, readonly string[]>();
  for (const [key, all] of byName) {
    const [id = '', ...others] = new Set(all.map((one) => one.id));
    if (others.length > 0) shared.set(key, [id, ...others]);
    names.set(key, id);
  }
  for (const key of shared.keys()) names.delete(key);
  // An id is never anything but itself, whatever label another figure has.
  for (const id of figures.keys()) names.set(headingKey(id), id);
  const told = [
    ...new Set((kind === 'workforce' ? [...shipped, ...own] : own).map(({ figure }) => figure.id)),
  ];
  return { kind, figures, names, shared, told };
}

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

/** Measures that are never people or posts, so that even beside headcounts they may have decimals. */
const NOT_PEOPLE: ReadonlySet<string> = new Set(['days_lost', 'working_days']);
/** More workers than posts make a negative number of unfilled posts. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(['unfilled']);

/** Every measure that ships, in all its common spellings. */
export const MEASURE_WORDS: readonly NamedFigure[] = MEASURES.map(({ id, label }) => ({
  figure: {
    id,
    unit: 'count',
    ofPeople: !NOT_PEOPLE.has(id),
    mayBeNegative: MAY_BE_NEGATIVE.has(id),
    hasParts: false,
  },
  names: [id, label, ...(SPELLINGS[id] ?? [])],
}));

const MEASURE_IDS: ReadonlySet<string> = new Set(MEASURES.map((one) => one.id));

/** Every metric that ships and is not a measure as well: tables of indicators and benchmarks may give its values. */
export const METRIC_WORDS: readonly NamedFigure[] = DEFINITIONS.filter(({ id }) => !MEASURE_IDS.has(id)).map(
  ({ id, label, unit }) => ({
    figure: { id, unit, ofPeople: false, mayBeNegative: false, hasParts: false },
    names: [id, label],
  }),
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
export const MEASURE_COLUMN_NAMES: ReadonlySet<string> = new Set(['measure', 'indicator', 'description']);
export const BASIS_NAMES: ReadonlySet<string> = new Set(['basis', 'counted as']);

/** Heading key → what a column of values gives of the figure that its row names. */
export const VALUE_NAMES: ReadonlyMap<string, ValuePart> = new Map([
  ['value', 'whole'],
  ['numerator', 'numerator'],
  ['denominator', 'denominator'],
]);

/** The figure itself, or one of the two that it is the quotient of. */
export type ValuePart = 'whole' | 'numerator' | 'denominator';

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
