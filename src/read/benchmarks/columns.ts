import type { Basis } from '../../model/dataset.ts';

/** A column of rates of a download, and the definition that its figures follow. */
export interface RateColumn {
  readonly heading: string;
  readonly metric: string;
  /** As the registry writes it: a benchmark is set beside a council's figure only where the two are the same. */
  readonly formula: string;
  readonly basis: Basis;
  /** Whether the column holds percentages, written without their sign. */
  readonly percent: boolean;
}

const AGENCY = { metric: 'agency_rate', formula: 'agency / (permanent + agency)', percent: true } as const;
const TURNOVER = {
  metric: 'turnover_rate',
  formula: 'last_12_months(leavers) / permanent',
  percent: true,
} as const;

/** The rates of the DfE's Children's social work workforce that the registry has a definition of. */
export const RATE_COLUMNS: readonly RateColumn[] = [
  { heading: 'agency_rate_fte', basis: 'fte', ...AGENCY },
  { heading: 'agency_rate_headcount', basis: 'headcount', ...AGENCY },
  { heading: 'turnover_rate_fte', basis: 'fte', ...TURNOVER },
  { heading: 'turnover_rate_headcount', basis: 'headcount', ...TURNOVER },
  {
    heading: 'vacancy_rate_fte',
    metric: 'vacancy_rate',
    formula: 'vacancies / (vacancies + permanent)',
    basis: 'fte',
    percent: true,
  },
  {
    heading: 'vacancy_agency_cover_rate_fte',
    metric: 'agency_cover_of_vacancies',
    formula: 'vacancies_covered_by_agency / vacancies',
    basis: 'fte',
    percent: true,
  },
  {
    heading: 'agency_cover_rate_fte',
    metric: 'agency_covering_vacancies',
    formula: 'vacancies_covered_by_agency / agency',
    basis: 'fte',
    percent: true,
  },
  {
    heading: 'caseload_fte',
    metric: 'average_caseload',
    formula: 'cases / case_holders',
    basis: 'fte',
    percent: false,
  },
  {
    heading: 'absence_rate_fte',
    metric: 'absence_rate',
    formula: 'last_12_months(days_lost) / (permanent * last_12_months(working_days))',
    basis: 'fte',
    percent: true,
  },
];

/** The columns that say of whom and when the figures of a row are. */
export const KEY_COLUMNS = ['time_period', 'geographic_level', 'region_name', 'la_name'] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];

/** As the publisher names them. */
export const SOURCE = "Department for Education, Children's social work workforce";
export const POPULATION = 'Children and family social workers';
