import type { MeasureDefinition } from './definition.ts';

const stock = (
  id: string,
  label: string,
  direction: MeasureDefinition['direction'],
  description: string,
): MeasureDefinition => ({ id, label, nature: 'stock', direction, description });

const flow = (
  id: string,
  label: string,
  direction: MeasureDefinition['direction'],
  description: string,
): MeasureDefinition => ({ id, label, nature: 'flow', direction, description });

/** Every base measure: what is counted, not computed. Ids are stable; a data repo and its configuration name them. */
export const MEASURES: readonly MeasureDefinition[] = [
  stock('establishment', 'Establishment', 'none', 'Budgeted posts at the end of the period, filled or not.'),
  stock(
    'permanent',
    'Permanent',
    'higher',
    "Workers in post on the council's own payroll at the end of the period.",
  ),
  stock('agency', 'Agency', 'lower', 'Agency workers in post at the end of the period.'),
  stock(
    'vacancies',
    'Vacancies',
    'lower',
    'Posts without a permanent holder at the end of the period, whether agency workers cover them or not.',
  ),
  stock(
    'unfilled',
    'Unfilled posts',
    'lower',
    'Posts that nobody covers at the end of the period; a negative number means more workers than posts.',
  ),
  stock(
    'vacancies_covered_by_agency',
    'Vacancies covered by agency workers',
    'none',
    'Vacancies at the end of the period that an agency worker covers.',
  ),
  flow('starters', 'Starters', 'higher', 'Permanent workers who joined in the period.'),
  flow('leavers', 'Leavers', 'lower', 'Permanent workers who left in the period.'),
  flow(
    'conversions',
    'Conversions',
    'higher',
    'Agency workers who became permanent in the period: out of agency and into permanent.',
  ),
  flow(
    'transfers_in',
    'Transfers in',
    'none',
    'Permanent workers who moved in from another group in the period.',
  ),
  flow(
    'transfers_out',
    'Transfers out',
    'none',
    'Permanent workers who moved out to another group in the period.',
  ),
  {
    ...stock(
      'cases',
      'Cases',
      'none',
      'Children and young people with an allocated case holder at the end of the period.',
    ),
    counts: 'things',
  },
  stock(
    'case_holders',
    'Case holders',
    'none',
    'Workers, agency workers included, who hold at least one case at the end of the period.',
  ),
  flow('days_lost', 'Days lost to sickness', 'lower', 'Working days lost to sickness absence in the period.'),
  {
    ...flow(
      'working_days',
      'Working days',
      'none',
      'Days in the period on which a full-time worker is due to work.',
    ),
    counts: 'things',
  },
];
