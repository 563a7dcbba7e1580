import type { TableGroup } from '../model/dataset.ts';

/** The table of a workstream that does not choose its rows: what of this the data can give. */
export const DEFAULT_TABLE: readonly TableGroup[] = [
  { label: 'All', rows: ['in_post'] },
  {
    label: 'Permanent',
    rows: [
      'permanent',
      'starters',
      'starters_rate',
      'conversions',
      'transfers_in',
      'leavers',
      'leavers_rate',
      'transfers_out',
      'turnover_rate',
    ],
  },
  { label: 'Agency', rows: ['agency', 'agency_rate'] },
  {
    label: 'Vacancies',
    rows: [
      'vacancies',
      'vacancy_rate',
      'vacancies_covered_by_agency',
      'agency_cover_of_vacancies',
      'agency_covering_vacancies',
      'unfilled',
    ],
  },
  {
    label: 'Establishment',
    rows: [
      'establishment',
      'permanent_share_of_establishment',
      'agency_share_of_establishment',
      'vacancy_share_of_establishment',
    ],
  },
  { label: 'Caseloads', rows: ['cases', 'case_holders', 'average_caseload'] },
  { label: 'Sickness', rows: ['days_lost', 'absence_rate'] },
];

/** The first page of a workstream that does not choose: the first four of these that the latest period gives. */
export const DEFAULT_HEADLINES: readonly string[] = [
  'agency_rate',
  'permanent',
  'agency',
  'unfilled',
  'vacancy_rate',
  'turnover_rate',
  'average_caseload',
];

/** Rates that are one number where vacancies are computed: the second says nothing beside the first. */
export const REPEATS: Readonly<Record<string, string>> = { vacancy_share_of_establishment: 'vacancy_rate' };
