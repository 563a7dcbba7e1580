import type { MetricDefinition } from './definition.ts';

type Written = Omit<MetricDefinition, 'origin'>;

const DFE = "Department for Education, Children's social work workforce";

/** Returns whether one of those who use a definition also sets it for others: a council does not. */
export function isAuthority(user: string): boolean {
  return user === DFE;
}

/**
 * The metrics that ship with the program, as data. Councils divide by different things under one name, so each
 * definition says who uses it; a council's own definition of the same id wins.
 */
const WRITTEN: readonly Written[] = [
  {
    id: 'in_post',
    label: 'In post',
    formula: 'permanent + agency',
    unit: 'count',
    places: 0,
    direction: 'higher',
    description: 'Everyone at work at the end of the period, permanent and agency.',
    usedBy: ['Luton'],
  },
  {
    id: 'agency_rate',
    label: 'Agency rate',
    formula: 'agency / (permanent + agency)',
    unit: 'share',
    places: 2,
    direction: 'lower',
    description: 'Agency workers as a share of everyone in post.',
    usedBy: [DFE, 'Medway', 'Luton'],
  },
  {
    id: 'agency_share_of_establishment',
    label: 'Agency share of establishment',
    formula: 'agency / establishment',
    unit: 'share',
    places: 1,
    direction: 'lower',
    description:
      'Agency workers as a share of budgeted posts. Not the DfE agency rate, which divides by those in post.',
    usedBy: ['Devon'],
  },
  {
    id: 'permanent_share_of_establishment',
    label: 'Permanent share of establishment',
    formula: 'permanent / establishment',
    unit: 'share',
    places: 1,
    direction: 'higher',
    description: 'Permanent workers as a share of budgeted posts.',
    usedBy: ['Medway', 'Devon'],
  },
  {
    id: 'vacancies',
    label: 'Vacancies',
    formula: 'establishment - permanent',
    unit: 'count',
    places: 0,
    direction: 'lower',
    description: 'Posts without a permanent holder, whether agency workers cover them or not.',
    usedBy: ['Medway'],
  },
  {
    id: 'vacancy_rate',
    label: 'Vacancy rate',
    formula: 'vacancies / (vacancies + permanent)',
    unit: 'share',
    places: 1,
    direction: 'lower',
    description: 'Vacancies as a share of vacancies and permanent workers together.',
    usedBy: [DFE],
  },
  {
    id: 'vacancy_share_of_establishment',
    label: 'Vacancy share of establishment',
    formula: '(establishment - permanent) / establishment',
    unit: 'share',
    places: 1,
    direction: 'lower',
    description: 'Budgeted posts without a permanent holder, as a share of budgeted posts.',
    usedBy: ['Medway'],
  },
  {
    id: 'unfilled',
    label: 'Unfilled posts',
    formula: 'establishment - permanent - agency',
    unit: 'count',
    places: 0,
    direction: 'lower',
    description: 'Posts that nobody covers; a negative number means more workers than posts.',
    usedBy: ['Devon', 'Herefordshire', 'Luton'],
  },
  {
    id: 'unfilled_share_of_establishment',
    label: 'Unfilled share of establishment',
    formula: '(establishment - permanent - agency) / establishment',
    unit: 'share',
    places: 1,
    direction: 'lower',
    description:
      'Budgeted posts that nobody covers, as a share of budgeted posts. Some councils call it a vacancy rate.',
    usedBy: [],
  },
  {
    id: 'starters_rate',
    label: 'Starters rate',
    formula: 'starters / permanent',
    unit: 'share',
    places: 2,
    direction: 'higher',
    description: 'Starters in the period as a share of permanent workers at its end.',
    usedBy: ['Luton'],
  },
  {
    id: 'leavers_rate',
    label: 'Leavers rate',
    formula: 'leavers / permanent',
    unit: 'share',
    places: 2,
    direction: 'lower',
    description: 'Leavers in the period as a share of permanent workers at its end.',
    usedBy: ['Luton'],
  },
  {
    id: 'turnover_rate',
    label: 'Turnover rate',
    formula: 'last_12_months(leavers) / permanent',
    unit: 'share',
    places: 1,
    direction: 'lower',
    description:
      'Leavers over the 12 months to the end of the period as a share of permanent workers at its end.',
    usedBy: [DFE],
  },
  {
    id: 'agency_cover_of_vacancies',
    label: 'Agency cover of vacancies',
    formula: 'vacancies_covered_by_agency / vacancies',
    unit: 'share',
    places: 1,
    direction: 'none',
    description: 'Vacancies that an agency worker covers, as a share of all vacancies.',
    usedBy: [DFE],
  },
  {
    id: 'agency_covering_vacancies',
    label: 'Agency workers covering vacancies',
    formula: 'vacancies_covered_by_agency / agency',
    unit: 'share',
    places: 1,
    direction: 'none',
    description:
      'Agency workers who cover a vacancy, as a share of all agency workers: others cover for people who are away, or add to the establishment.',
    usedBy: [DFE],
  },
  {
    id: 'average_caseload',
    label: 'Average caseload',
    formula: 'cases / case_holders',
    unit: 'ratio',
    places: 1,
    direction: 'lower',
    description: 'Cases for each case holder, agency workers included on both sides.',
    usedBy: [DFE, 'Devon'],
  },
  {
    id: 'absence_rate',
    label: 'Absence rate',
    formula: 'last_12_months(days_lost) / (permanent * last_12_months(working_days))',
    unit: 'share',
    places: 1,
    direction: 'lower',
    description:
      'Working days lost to sickness over the 12 months to the end of the period, as a share of the days that permanent workers were due to work.',
    usedBy: [DFE],
  },
];

/** Every definition that ships with the program. */
export const DEFINITIONS: readonly MetricDefinition[] = WRITTEN.map((one) => ({
  ...one,
  origin: 'registry',
}));
