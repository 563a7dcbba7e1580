import { expect, it } from 'vitest';
import { exact, toFixed } from '../../src/model/exact.ts';
import { narrativeOf } from './report-text.ts';
import { describeSource, difference, exampleReport, type SourceDocument } from './source-tables.ts';

const QUARTER = '2023-24-Q3';
const CASE_HOLDING = 'staff_group=Case-holding workers';
const TEAMS = { october: 'project_teams@2023-10', january: 'project_teams@2024-01' };

const appointed = (type: string) => `appointments@${QUARTER}[appointment=${type}]`;
const left = (figure: string, type: string) => `${figure}@${QUARTER}[leaver=${type}]`;
const cohort = (name: string) => `nqsw_expected@${QUARTER}[cohort=${name}]`;

const LEAVERS = {
  permanent: 'Social work qualified\\, permanent',
  agency: 'Social work qualified\\, agency',
  other: 'Other roles\\, permanent',
};
const COHORTS = [
  'Two active cohorts to March 2025',
  'Third cohort from April 2024',
  'Planned cohort from October 2024',
] as const;

/** What Medway's workforce update of March 2024 prints; it has its figures in paragraphs, numbered as here. */
const MEDWAY: SourceDocument = {
  example: 'medway',
  workstream: 'workforce',
  meeting: '2024-03-07',
  tables: [
    {
      name: '3.2 establishment and permanent staff',
      numbers: 6,
      figures: [
        [`establishment@${QUARTER}`, '275.43fte'],
        [`permanent@${QUARTER}`, '194.51fte'],
        [`permanent_share_of_establishment@${QUARTER}`, '70.62%'],
        [`establishment@${QUARTER}[${CASE_HOLDING}]`, '170.79fte'],
        [`permanent@${QUARTER}[${CASE_HOLDING}]`, '122.0fte'],
        [`permanent_share_of_establishment@${QUARTER}[${CASE_HOLDING}]`, '71.4%'],
      ],
    },
    {
      name: '3.3 agency staff',
      numbers: 2,
      figures: [
        [`agency@${QUARTER}`, '83.60fte'],
        [`agency_rate@${QUARTER}`, '30.06%'],
      ],
    },
    {
      name: '3.4 unfilled and vacant posts',
      numbers: 3,
      figures: [
        [`unfilled@${QUARTER}`, '24.23fte'],
        [`vacancy_share_of_establishment@${QUARTER}`, '29.38%'],
        [`vacancies@${QUARTER}`, '80.92fte'],
      ],
    },
    {
      name: '3.5 appointments',
      numbers: 5,
      figures: [
        [`appointments@${QUARTER}`, '37'],
        [appointed('New joiners'), '26'],
        [appointed('Converted from agency'), '1'],
        [appointed('Moved internally'), '10'],
        [`swq_joiners@${QUARTER}`, '11'],
      ],
    },
    {
      name: '3.5 who left',
      numbers: 7,
      figures: [
        [`staff_left@${QUARTER}`, '33'],
        [left('staff_left', LEAVERS.permanent), '11'],
        [left('staff_left_fte', LEAVERS.permanent), '11.00fte'],
        [left('staff_left', LEAVERS.agency), '8'],
        [left('staff_left_fte', LEAVERS.agency), '8.00fte'],
        [left('staff_left', LEAVERS.other), '14'],
        [left('staff_left_fte', LEAVERS.other), '11.92fte'],
      ],
    },
    {
      name: '3.7 and 5.12 turnover',
      numbers: 2,
      figures: [
        [`annual_turnover@${QUARTER}`, '27%'],
        [`annual_turnover@${QUARTER}`, '27%'],
      ],
    },
    {
      name: '3.8 agency project teams: two of the three have ended',
      numbers: 2,
      figures: [
        [difference(TEAMS.october, TEAMS.january), '-2'],
        [TEAMS.october, '3'],
      ],
    },
    {
      name: '5.5 newly qualified social workers',
      numbers: 6,
      figures: [
        [`nqsw_retention_denominator@${QUARTER}`, '27'],
        [`nqsw_retention_numerator@${QUARTER}`, '19'],
        // 19 ÷ 27 = 0.7037.
        [`nqsw_retention@${QUARTER}`, '71%', '70%'],
        [cohort(COHORTS[0]), '14'],
        [cohort(COHORTS[1]), '7'],
        [cohort(COHORTS[2]), '12'],
      ],
    },
    {
      name: '5.8 conversions of the year',
      numbers: 1,
      figures: [[`conversions_in_year@${QUARTER}`, '9']],
    },
    {
      // "circa £710k" is £710,000.
      name: '9.2 and 9.3 costs',
      numbers: 4,
      figures: [
        [TEAMS.october, '3'],
        [`project_team_cost@${QUARTER}`, '£250,000'],
        [`project_team_saving@${QUARTER}`, '£710,000'],
        [`project_team_pressure@${QUARTER}`, '£250,000'],
      ],
    },
  ],
  lists: { risks: 2, targets: 1 },
};

describeSource(MEDWAY);

it('Medway: the one printed figure that does not follow is 71% of 27 and 19', async () => {
  const { checked, findings } = await exampleReport(MEDWAY);
  expect(
    checked.differing.map(({ label, statedText, computedText }) => [label, statedText, computedText]),
  ).toEqual([['Share who stayed', '71%', '70%']]);
  // Seven printed figures follow: two of permanent staff, three of agency and vacancies, two totals by type.
  expect([checked.recomputed, checked.agreed]).toEqual([8, 7]);
  expect(findings.map((one) => one.code)).toEqual(['W104', 'W305', 'W305']);
});

it('Medway: shares are printed with the two decimals of the paper, on the first page too', async () => {
  const { figures, workforce } = await exampleReport(MEDWAY);
  expect(workforce.headlines.map((id) => figures[id]?.text)).toEqual(['194.51', '70.62%', '30.06%', '80.92']);
  expect(figures[`vacancy_share_of_establishment@${QUARTER}`]?.text).toBe('29.38%');
});

it('Medway: vacant, unfilled and agency-covered posts are different things', async () => {
  const { figures } = await exampleReport(MEDWAY);
  const sources = ['vacancies', 'unfilled', 'agency', 'agency_above_establishment'].map((id) => {
    const figure = figures[`${id}@${QUARTER}`];
    return [id, figure?.text, figure?.source];
  });
  expect(sources).toEqual([
    ['vacancies', '80.92', 'computed'],
    ['unfilled', '24.23', 'given'],
    ['agency', '83.60', 'given'],
    // 83.60 − (80.92 − 24.23): 56.69 of the vacancies have an agency worker.
    ['agency_above_establishment', '26.91', 'computed'],
  ]);
});

it('Medway: totals by type are sums, and case-holding workers stay within the whole', async () => {
  const { figures, tables } = await exampleReport(MEDWAY);
  const sums = ['appointments', 'staff_left', 'staff_left_fte', 'nqsw_expected'].map((id) => {
    const figure = figures[`${id}@${QUARTER}`];
    return [figure?.text, figure?.source];
  });
  expect(sums).toEqual([
    ['37', 'computed'],
    ['33', 'computed'],
    ['30.92', 'computed'],
    ['33', 'computed'],
  ]);
  const table = tables.find((one) => one.id === 'case-holding');
  expect(table?.rows.map((row) => row.label)).toEqual([
    'Case-holding workers',
    'All social work qualified posts',
  ]);
  expect(figures[`establishment@${QUARTER}`]?.source).toBe('given');
});

it('Medway: both risks have the code that the 4×4 matrix gives them, as the paper prints it', async () => {
  const { risks } = await exampleReport(MEDWAY);
  const rows = risks.open.map((one) => [
    one.reference,
    one.likelihood,
    one.impact,
    one.score,
    one.statedScore,
    one.ratingLabel,
  ]);
  expect(rows).toEqual([
    ['Operational', 'B', 'II', 'BII', 'BII', 'High'],
    ['Financial', 'A', 'II', 'AII', 'AII', 'High'],
  ]);
  expect(risks.open.map((one) => one.scoreAgrees)).toEqual([true, true]);
  expect(risks.matrix?.cells).toHaveLength(16);
  for (const cell of risks.matrix?.cells ?? []) expect(cell.score).toBe(`${cell.likelihood}${cell.impact}`);
});

it('Medway: the glidepath rises by the cohorts, quarter by quarter, with what it takes a month', async () => {
  const { figures, targets } = await exampleReport(MEDWAY);
  const [target] = targets;
  expect(target?.plan?.map((step) => [step.period.key, step.planText, step.state])).toEqual([
    [QUARTER, '122', 'met'],
    ['2024-25-Q4', '136', 'ahead_of_us'],
    ['2025-26-Q1', '143', 'ahead_of_us'],
    ['2025-26-Q3', '155', 'ahead_of_us'],
  ]);
  const levels = (target?.plan ?? []).map((step) => exact(step.planDecimal));
  const rises = levels.slice(1).map((level, index) => toFixed(level.sub(levels[index]!), 0));
  expect(rises).toEqual(COHORTS.map((name) => figures[cohort(name)]?.text));
  // 33 posts in the 24 months from December 2023 to December 2025.
  expect([target?.path?.gapText, target?.path?.months]).toEqual(['33.00', 24]);
  expect(toFixed(exact(target?.path?.requiredDecimal ?? '0'), 3)).toBe('1.375');
  // One figure alone has no pace, so that no month can be named in which the plan is met.
  expect([target?.state, target?.path?.paceDecimal, target?.metAt]).toEqual([
    'unknown',
    undefined,
    undefined,
  ]);
});

it('Medway: the sections have the titles and the order of the paper, with its data and glidepath among them', async () => {
  const { sections } = await exampleReport(MEDWAY);
  expect(sections.map((one) => one.title)).toEqual([
    'Summary',
    'Recommendations',
    'Budget and policy framework',
    'Background',
    'Workforce data',
    'Options',
    'Advice and analysis',
    'Recruitment glidepath',
    'Indicators',
    'Risk management',
    'Consultation',
    'Climate change implications',
    'Financial implications',
    'Legal implications',
    'Background papers',
    'Figures checked',
  ]);
});

it('Medway: figures and dates that belong to its narrative stand in the text', async () => {
  const text = narrativeOf(await exampleReport(MEDWAY));
  for (const part of [
    'On 31 December 2023 there were 275.43 FTE',
    '194.51 FTE (70.62%)',
    'vacancy rate was 29.38% (80.92 FTE)',
    '24.23 FTE were covered by nobody',
    'October to December 2023',
    'Cumulative annual turnover is 27%',
    'Two of the three teams ended in November 2023 and January 2024, and the last was to end in March 2024',
    'Since autumn 2023',
    'two strategic workforce posts',
    'Since February 2021, 27 newly qualified',
    '19 (70%) have stayed',
    'The two cohorts now',
    '14 social workers by March 2025',
    'A third, of 7, starts in April 2024, and 12 more are planned for October 2024. By October 2025',
    'in place by March 2024',
    'through 2024',
    '9 agency workers converted',
    'until June 2024, 3 months longer',
    'budgets of 2023-24 and 2024-25',
    'Three project teams were engaged in 2023/24, at about £250,000 a quarter each',
    'about £710,000 in the year',
    'to June 2024 may cost £250,000 in 2024/25',
  ])
    expect(text).toContain(part);
});
