import { across, difference, relative, type SourceDocument, type SourceFigure } from './source-tables.ts';

export const MANAGERS = 'staff_group=Management and leadership';
export const WORKERS = 'staff_group=Social workers';

/** The columns of the paper's tables of FTE, in its order. */
const COLUMNS = [
  'establishment',
  'in_post',
  'agency',
  'agency_share_of_establishment',
  'permanent',
  'permanent_share_of_establishment',
  'unfilled',
];

type PrintedRow = readonly (string | readonly [printed: string, given: string])[];

function row(period: string, group: string, printed: PrintedRow): SourceFigure[] {
  return across((column) => `${column}@${period}[${group}]`, COLUMNS.slice(0, printed.length), printed);
}

function team(group: string, name: string, printed: PrintedRow): SourceFigure[] {
  return row('2024-03', `${group},team=${name}`, printed);
}

const months = (group: string, rows: Readonly<Record<string, PrintedRow>>) =>
  Object.entries(rows).flatMap(([period, printed]) => row(period, group, printed));

const SERVICES = ['Social Care', 'Health & Wellbeing', 'Education', 'SEND', 'Public Health Nursing'];

const profile = (figure: string, printed: PrintedRow) =>
  across((service) => `${figure}@2024-03[service=${service}]`, SERVICES, printed);

const JULY = { agency: 'agency@2023-07', share: 'agency_share_of_establishment@2023-07' };
const MARCH = { agency: 'agency@2024-03', share: 'agency_share_of_establishment@2024-03' };

const caseload = (place: string, printed: readonly string[]) =>
  across((month) => `average_caseload_year@${month}${place}`, ['2022-09', '2023-09', '2024-04'], printed);

const benchmark = (metric: string, place: string, period: string) => ({ metric, place, period });

/** A month of the table of casework: disciplinary cases, of them new, grievances, of them new, whistleblowing. */
function casework(month: string, printed: readonly (string | undefined)[]): SourceFigure[] {
  const columns = ['disciplinaries', 'disciplinaries_new', 'grievances', 'grievances_new', 'whistleblowing'];
  return printed.flatMap((one, index) =>
    one === undefined ? [] : [[`${columns[index] ?? ''}@${month}`, one]],
  );
}

/** What Devon's progress report of June 2024 prints, table by table. */
export const DEVON: SourceDocument = {
  example: 'devon',
  workstream: 'workforce',
  meeting: '2024-06-11',
  tables: [
    {
      name: '3.4 summary of agency workers',
      numbers: 22,
      figures: [
        [`establishment@2024-03[${MANAGERS}]`, '50'],
        [`${MARCH.share}[${MANAGERS}]`, '33%'],
        [`${MARCH.agency}[${MANAGERS}]`, '16.5'],
        [`${JULY.share}[${MANAGERS}]`, '44%'],
        [`${JULY.agency}[${MANAGERS}]`, '21.5'],
        // Printed as "11% reduction" and "7.2% reduction": they are percentage points.
        [difference(`${JULY.share}[${MANAGERS}]`, `${MARCH.share}[${MANAGERS}]`), '-11%'],
        [difference(`${JULY.agency}[${MANAGERS}]`, `${MARCH.agency}[${MANAGERS}]`), '-5'],
        [`establishment@2024-03[${WORKERS}]`, '225'],
        [benchmark('agency_rate', 'England', 'Sep 2023'), '17.8%'],
        [`${MARCH.share}[${WORKERS}]`, '45%'],
        [`${MARCH.agency}[${WORKERS}]`, '101'],
        // Shares of workers in post, printed beside a share of posts.
        [`${MARCH.share}[${WORKERS},team=Assessment]`, '69%', '61%'],
        [`${MARCH.share}[${WORKERS},team=Disabled Children's Service]`, '24%', '19%'],
        [`${JULY.share}[${WORKERS}]`, '52%'],
        [`${JULY.agency}[${WORKERS}]`, '113.6'],
        [difference(`${JULY.share}[${WORKERS}]`, `${MARCH.share}[${WORKERS}]`), '-7.2%'],
        [difference(`${JULY.agency}[${WORKERS}]`, `${MARCH.agency}[${WORKERS}]`), '-12.6'],
        ['interims@2024-03', '11'],
        ['interims@2024-03[service=Social Care]', '9'],
        ['interims@2023-02', '28'],
        [relative('interims@2023-02', 'interims@2024-03'), '-60.7%'],
        [difference('interims@2023-02', 'interims@2024-03'), '-17'],
      ],
    },
    {
      // The figure of England for the year to September 2023 is cut off in the paper after "16." and not counted.
      name: '3.7 benchmarks of caseloads',
      numbers: 12,
      figures: [
        ...caseload('', ['20.33', '16.65', '16.44']),
        [benchmark('average_caseload', 'England', 'Sep 2022'), '16.6'],
        [benchmark('average_caseload', 'Devon', 'Sep 2022'), '18.3'],
        [benchmark('average_caseload', 'Devon', 'Sep 2023'), '16.7'],
        ...caseload('[front_door=Assessment]', ['26.45', '22.34', '19.19']),
        ...caseload('[front_door=All other front door services]', ['18.24', '15.24', '15.69']),
      ],
    },
    {
      name: 'HR casework',
      numbers: 63,
      figures: [
        ...casework('2023-03', ['4', '0', '4', '1', '5']),
        ...casework('2023-04', ['4', '0', '3', '1', '4']),
        ...casework('2023-05', ['5', '2', '3', '1', '2']),
        ...casework('2023-06', ['5', '0', '2', '0', '3']),
        ...casework('2023-07', ['3', '0', '2', '1', '3']),
        ...casework('2023-08', ['2', '0', '4', '3', '3']),
        ...casework('2023-09', ['4', '2', '7', '4', '3']),
        ...casework('2023-10', ['4', '0', '7', '0', '3']),
        ...casework('2023-11', ['4', '1', '6', '0', '2']),
        ...casework('2023-12', ['1', '0', '2', '1', '2']),
        ...casework('2024-01', ['1', '0', '2', '0', '2']),
        ...casework('2024-02', ['2', '1', '0', undefined, '1']),
        ...casework('2024-03', ['1', '1', '0', undefined, '1']),
      ],
    },
    {
      name: 'Appendix 1: profile of the permanent workforce',
      numbers: 30,
      figures: [
        // 85 men and 371 women are 456 people.
        ...profile('employees', ['545', ['455', '456'], '281', '165', '227']),
        ...profile('employees_fte', ['507', '405', '224', '142.5', '179']),
        ...profile('men', ['106', '85', '47', '30', '4']),
        ...profile('women', ['439', '371', '234', '135', '223']),
        ...profile('service_length', [
          '7 years, 0 months',
          '8 years, 11 months',
          '11 years, 5 months',
          '5 years 11 months',
          '9 years, 2 months',
        ]),
        ...profile('average_age', ['43.9', '44.8', '49.8', '44.1', '45.1']),
      ],
    },
    {
      name: 'Appendix 1: management and leadership by team',
      numbers: 34,
      figures: [
        ...row('2024-03', MANAGERS, ['50', '44.0', '16.5', '33%', '27.5', '55%', '6.00']),
        ...team(MANAGERS, 'Assessment', ['12', '10.0', '5.5', '46%', '4.5', '38%', '2.00']),
        ...team(MANAGERS, 'Children & Families', ['25', '23.0', '7.0', '28%', '16.0', '64%', '2.00']),
        ...team(MANAGERS, 'Corporate Parenting', ['7', '5.0', '4.0', '57%', '1.0', '14%', '2.00']),
        ...team(MANAGERS, "Disabled Children's Service", ['6', '6.0', '0', '0%', '6.0', '100%']),
      ],
    },
    {
      name: 'Appendix 1: management and leadership by month',
      numbers: 63,
      figures: months(MANAGERS, {
        '2023-07': ['49', '43.0', '21.5', '44%', '21.5', '44%', '6.00'],
        '2023-08': ['49', '43.0', '20.5', '42%', '22.5', '46%', '6.00'],
        '2023-09': ['49', '41.0', '19.5', '40%', '21.5', '44%', '8.00'],
        '2023-10': ['49', '39.0', '17.5', '36%', '21.5', '44%', '10.00'],
        '2023-11': ['49', '43.0', '19.5', '40%', '23.5', '48%', '6.00'],
        '2023-12': ['49', '43.0', '19.5', '40%', '23.5', '48%', '6.00'],
        '2024-01': ['50', '41.0', '18.5', '37%', '22.5', '45%', '9.00'],
        '2024-02': ['50', '42.0', '19.5', '39%', '22.5', '45%', '8.00'],
        '2024-03': ['50', '44.0', '16.5', '33%', '27.5', '55%', '6.00'],
      }),
    },
    {
      // FTE are printed to one decimal and unfilled posts to two, so that those follow to one decimal only. The rates of
      // the teams are shares of workers in post, that of the total is a share of posts.
      name: 'Appendix 1: social workers by team',
      numbers: 35,
      figures: [
        ...row('2024-03', WORKERS, ['225', '196.6', '101.0', '45%', '95.6', '42%', ['28.36', '28.40']]),
        ...team(WORKERS, 'Assessment', [
          '44',
          '39.0',
          '27.0',
          ['69%', '61%'],
          '12.0',
          ['31%', '27%'],
          ['5.01', '5.00'],
        ]),
        ...team(WORKERS, 'Children & Families', [
          '121',
          '100.6',
          '53.8',
          ['53%', '44%'],
          '46.8',
          ['47%', '39%'],
          ['20.38', '20.40'],
        ]),
        ...team(WORKERS, 'Corporate Parenting', [
          '37',
          '38.5',
          '15.8',
          ['41%', '43%'],
          '22.7',
          ['59%', '61%'],
          ['-1.53', '-1.50'],
        ]),
        ...team(WORKERS, "Disabled Children's Service", [
          '23',
          '18.5',
          '4.4',
          ['24%', '19%'],
          '14.1',
          ['76%', '61%'],
          '4.50',
        ]),
      ],
    },
    {
      // 97.0 of 218 is 44.495%: the council's 45% follows from the unrounded FTE behind its 97.0.
      name: 'Appendix 1: social workers by month',
      numbers: 63,
      figures: months(WORKERS, {
        '2023-07': ['218', '209.8', '113.6', '52%', '96.2', '44%', ['8.21', '8.20']],
        '2023-08': ['218', '198.8', '102.6', '47%', '96.2', '44%', ['19.21', '19.20']],
        '2023-09': ['218', '197.6', '101.0', '46%', '96.6', '44%', ['20.36', '20.40']],
        '2023-10': ['218', '195.6', '97.0', ['45%', '44%'], '98.6', '45%', ['22.37', '22.40']],
        '2023-11': ['218', '196.4', '95.8', '44%', '100.6', '46%', ['21.57', '21.60']],
        '2023-12': ['218', '194.4', '94.0', '43%', '100.4', '46%', ['23.56', '23.60']],
        '2024-01': ['225', '203.0', '99.6', '44%', '103.4', '46%', ['21.96', '22.00']],
        '2024-02': ['225', '199.4', '102.8', '46%', '96.6', '43%', ['25.56', '25.60']],
        '2024-03': ['225', '196.6', '101.0', '45%', '95.6', '42%', ['28.36', '28.40']],
      }),
    },
    {
      // The 22 on long-term sick leave are printed once, for two months.
      name: 'prose',
      numbers: 70,
      figures: [
        // 3.2 and 3.3
        ['overseas_recruits@2024-01', '7'],
        ['newly_qualified_recruits@2024-01', '3'],
        ...across(
          (learner) => `placements@2024-05[learner=${learner}]`,
          [
            'Overseas social workers',
            'Student social workers',
            'Apprentices',
            'Step Up students',
            'Frontline students',
          ],
          ['14', '17', '10', '5', '8'],
        ),
        ['placements@2024-05', '54'],
        ['attendance@2024-05[event=Online wellbeing and resilience sessions]', '200'],
        // 3.4
        ['conversion_meetings@2024-04', '21'],
        ['conversions_confirmed@2024-04', '2'],
        ['conversion_second_meetings@2024-04', '6'],
        ['conversion_candidates@2024-04', '28'],
        ['conversions_agreed@2024-04', '9'],
        ...across(
          (role) => `conversions_agreed@2024-04[role=${role}]`,
          ['Head of Service', 'Service Manager', 'Team Manager', 'Referral co-ordinator'],
          ['1', '2', '5', '1'],
        ),
        ['pay_permanent_from@2024-05', '£22'],
        ['pay_permanent_to@2024-05', '£24'],
        ['pay_agency_to@2024-05', '£44'],
        // 3.6 and 3.7
        ['average_caseload@2022-02', '23.11'],
        ['average_caseload@2024-04', '15.40'],
        ['average_caseload_year@2024-04', '16.44'],
        ['caseload_peak@2022-12[front_door=Assessment]', '31.83'],
        ['average_caseload_year@2024-04[front_door=Assessment]', '19.19'],
        ['average_caseload_year@2024-04[front_door=All other front door services]', '15.69'],
        ['case_holders@2023-04', '223.6'],
        ['case_holders@2022-04', '170.93'],
        // 3.8 to 3.12
        ['attendance@2024-02[event=Launch of the pillars training]', '100'],
        ['practice_educators@2024-05', '15'],
        ['manager_posts_added@2023-24', '11'],
        ['advanced_posts_added@2023-24', '40'],
        ['direct_reports_from@2024-03', '6'],
        ['direct_reports_to@2024-03', '7'],
        ['attendance@2024-03[event=Staff briefing with the Chief Executive]', '600'],
        ['long_service@2024-05', '101'],
        ['newly_qualified_recruits@2024-01', '3'],
        // Sickness
        ['sickness_days@2022-23[service=Social Care]', '5522'],
        ['sickness_days@2023-24[service=Social Care]', '5151'],
        [
          relative(
            'sickness_days@2022-23[service=Social Care]',
            'sickness_days@2023-24[service=Social Care]',
          ),
          '-6.7%',
        ],
        ['sickness_occasions@2022-23[service=Social Care]', '657'],
        ['sickness_occasions@2023-24[service=Social Care]', '550'],
        [
          relative(
            'sickness_occasions@2022-23[service=Social Care]',
            'sickness_occasions@2023-24[service=Social Care]',
          ),
          '-16.3%',
        ],
        ['long_term_sick@2023-05', '22'],
        ['long_term_sick@2023-06', '22'],
        ['long_term_sick@2024-03', '13'],
        ['sickness_short@2023-24[service=Social Care]', '31.6%'],
        ['sickness_medium@2023-24[service=Social Care]', '5.94%'],
        ['sickness_long@2023-24[service=Social Care]', '62.44%'],
        [benchmark('sickness_rate', 'Local government', 'Dec 2022'), '3.6%'],
        ['sickness_rate@2023-24', '4.01%'],
        ['sickness_days_each@2023-24', '9.02'],
        // HR casework
        ['disciplinaries@2024-03', '1'],
        ['grievances@2024-03', '0'],
        ['whistleblowing@2024-03', '1'],
        ['disciplinaries@2023-09', '4'],
        ['grievances@2023-09', '7'],
        ['whistleblowing@2023-09', '3'],
        // Appendix 1
        [difference(`${JULY.share}[${MANAGERS}]`, `${MARCH.share}[${MANAGERS}]`), '-11%'],
        [difference(`${JULY.agency}[${MANAGERS}]`, `${MARCH.agency}[${MANAGERS}]`), '-5.0'],
        [benchmark('agency_rate', 'England', 'Sep 2023'), '17.8%'],
        [`${MARCH.share}[${MANAGERS}]`, '33%'],
        [`${JULY.share}[${MANAGERS}]`, '44%'],
        [difference(`${JULY.share}[${WORKERS}]`, `${MARCH.share}[${WORKERS}]`), '-7%'],
        [difference(`${JULY.agency}[${WORKERS}]`, `${MARCH.agency}[${WORKERS}]`), '-12.6'],
        [relative('interims@2023-02', 'interims@2024-03'), '-60.7%'],
        ['interims@2023-02', '28'],
        ['interims@2024-03', '11'],
        ['interims@2024-03[service=Social Care]', '9'],
      ],
    },
  ],
  lists: { recommendations: 12, actions: 13 },
};
