import { expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { narrativeOf } from './report-text.ts';
import {
  across,
  describeSource,
  exampleReport,
  type SourceDocument,
  type SourceFigure,
} from './source-tables.ts';

const COLUMNS = ['establishment', 'permanent', 'agency', 'vacant_posts', 'unfilled'];

type PrintedRow = readonly (string | readonly [printed: string, given: string])[];

function role(year: string, name: string, printed: PrintedRow): SourceFigure[] {
  return across((column) => `${column}@${year}[role=${name}]`, COLUMNS, printed);
}

function total(year: string, printed: PrintedRow): SourceFigure[] {
  return across((column) => `${column}@${year}`, COLUMNS, printed);
}

/** What Herefordshire's workforce report of July 2013 prints. Its "(3.00)" is −3.00. */
const HEREFORDSHIRE: SourceDocument = {
  example: 'herefordshire',
  workstream: 'workforce',
  meeting: '2013-07-11',
  tables: [
    {
      // Establishment less permanent less agency: 9 − 4 − 6, 56.05 − 54.66 − 14 and 79.05 − 66.66 − 22.
      name: '8.15 based on the 2012/13 budget',
      numbers: 25,
      figures: [
        ...role('2012-13', 'Service Manager', ['6.00', '4.00', '2.00', '0.00', '0.00']),
        ...role('2012-13', 'Assistant Team Manager', ['9.00', '4.00', '6.00', '2.00', ['-3.00', '-1.00']]),
        ...role('2012-13', 'Advanced Practitioner', ['8.00', '4.00', '0.00', '4.00', '4.00']),
        ...role('2012-13', 'Social Worker', ['56.05', '54.66', '14.00', '1.59', ['-14.20', '-12.61']]),
        ...total('2012-13', ['79.05', '66.66', '22.00', '7.59', ['-13.20', '-9.61']]),
      ],
    },
    {
      name: '8.18 based on the 2013/14 budget',
      numbers: 35,
      figures: [
        ...role('2013-14', 'Service Manager', ['6.00', '4.00', '2.00', '0.00', '0.00']),
        ...role('2013-14', 'Team Leader', ['11.00', '0.00', '0.00', '0.00', '11.00']),
        ...role('2013-14', 'Assistant Team Manager', ['1.00', '4.00', '6.00', '2.00', '-9.00']),
        ...role('2013-14', 'Advanced Practitioner', ['4.00', '4.00', '0.00', '0.00', '0.00']),
        ...role('2013-14', 'Senior Social Worker', ['4.00', '0.00', '0.00', '4.00', '4.00']),
        ...role('2013-14', 'Social Worker', ['61.19', '54.66', '14.00', '1.59', '-7.47']),
        ...total('2013-14', ['87.19', '66.66', '22.00', '7.59', '-1.47']),
      ],
    },
    {
      // The coordinator who moves to the hub is printed as "an": one of the ten posts, and not a number.
      name: 'prose',
      numbers: 7,
      figures: [
        ['family_support_workers@2013-03', '29.5'],
        ['intensive_family_support@2013-03', '13'],
        ['moving_to_mash@2013-07[post=Team Leader]', '2'],
        ['moving_to_mash@2013-07[post=Social Worker]', '4'],
        ['moving_to_mash@2013-07[post=Customer Support Officer]', '3'],
        ['business_support_managers@2013-03', '2'],
        ['business_support_staff@2013-03', '60'],
      ],
    },
  ],
  lists: { recommendations: 3 },
};

describeSource(HEREFORDSHIRE);

it('Herefordshire: the three (over)/under figures of 2012/13 that do not follow are named, and no other', async () => {
  const { checked, findings } = await exampleReport(HEREFORDSHIRE);
  expect(
    checked.differing.map(({ label, period, statedText, computedText }) => [
      label,
      period.key,
      statedText,
      computedText,
    ]),
  ).toEqual([
    ['(Over)/under establishment, Assistant Team Manager', '2012-13', '−3.00', '−1.00'],
    ['(Over)/under establishment, Social Worker', '2012-13', '−14.20', '−12.61'],
    ['(Over)/under establishment', '2012-13', '−13.20', '−9.61'],
  ]);
  expect(findings.filter((one) => one.code === 'W104')).toHaveLength(3);
  // Four totals and an (over)/under column of five in the one table, four and seven in the other.
  expect([checked.recomputed, checked.agreed]).toEqual([20, 17]);
});

it('Herefordshire: the totals are sums of the roles, and the ten posts that move are too', async () => {
  const { figures } = await exampleReport(HEREFORDSHIRE);
  const totals = ['2012-13', '2013-14'].flatMap((year) => COLUMNS.map((column) => `${column}@${year}`));
  expect([...totals, 'moving_to_mash@2013-07'].map((id) => figures[id]?.source)).toEqual(
    Array.from({ length: 11 }, () => 'computed'),
  );
  expect(figures['moving_to_mash@2013-07']?.text).toBe('10');
});

it('Herefordshire: the first page shows what the budgets change, and no change of staff who were counted once', async () => {
  const { figures, workforce } = await exampleReport(HEREFORDSHIRE);
  // 87.19 − 79.05, and −1.47 − −9.61.
  expect(workforce.headlines.map((id) => [id, figures[id]?.change?.text])).toEqual([
    ['establishment@2013-14', '+8.14'],
    ['unfilled@2013-14', '+8.14'],
  ]);
});

it('Herefordshire: its tables list the roles in the order of the paper', async () => {
  const { tables } = await exampleReport(HEREFORDSHIRE);
  const rows = (id: string) => tables.find((one) => one.id === id)?.rows.map((row) => row.label);
  expect(rows('establishment-2012-13')).toEqual([
    'Service Manager',
    'Assistant Team Manager',
    'Advanced Practitioner',
    'Social Worker',
    'Total',
  ]);
  expect(rows('establishment-2013-14')).toEqual([
    'Service Manager',
    'Team Leader',
    'Assistant Team Manager',
    'Advanced Practitioner',
    'Senior Social Worker',
    'Social Worker',
    'Total',
  ]);
});

it("Herefordshire: the inspection's three recommendations say what was required, done and is in place", async () => {
  const { recommendations } = await exampleReport(HEREFORDSHIRE);
  expect(recommendations.map((one) => one.reference)).toEqual(['7', '14', '19']);
  expect(new Set(recommendations.map((one) => one.source))).toEqual(
    new Set(['Ofsted inspection, September 2012']),
  );
  const required = [/management oversight/, /first line managers/, /new social worker/];
  const done = [/coaching and mentoring/, /Institute of Leadership and Management/, /Lean Systems Thinking/];
  const inPlace = [/framework of professional development/, /training, ready/, /apprenticeships/];
  for (const [index, one] of recommendations.entries()) {
    expect(one.recommendation).toMatch(required[index]!);
    expect(one.progress).toMatch(done[index]!);
    expect(one.inPlace).toMatch(inPlace[index]!);
  }
  // Three areas of work underpin the answer to the last.
  expect(recommendations[2]?.progress?.match(/^- /gm)).toHaveLength(3);
});

it('Herefordshire: sixteen sections of front matter in the order of the paper, then the figures checked', async () => {
  const { sections } = await exampleReport(HEREFORDSHIRE);
  expect(sections.map((one) => one.title)).toEqual([
    'Classification',
    'Key decision',
    'Wards affected',
    'Purpose',
    'Recommendation(s)',
    'Alternative options',
    'Reasons for recommendations',
    'Key considerations',
    'Community impact',
    'Equality and human rights',
    'Financial implications',
    'Legal implications',
    'Risk management',
    'Consultees',
    'Appendices',
    'Background papers',
    'Figures checked',
  ]);
  for (const section of sections.slice(0, 16)) expect(section.blocks.length).toBeGreaterThan(0);
});

it('Herefordshire: its paragraphs are numbered, and the two tables stand at 8.15 and 8.18 as in the paper', async () => {
  const page = await renderHtml(await exampleReport(HEREFORDSHIRE));
  const numbers = [...page.matchAll(/<p class="para-no">([\d.]+)<\/p>/g)].map((match) => match[1] ?? '');
  const inSection = (number: string) => numbers.filter((one) => one.startsWith(`${number}.`));
  expect(inSection('8')).toEqual(Array.from({ length: 28 }, (_, index) => `8.${(index + 1).toString()}`));
  const counts = Array.from({ length: 16 }, (_, index) => inSection((index + 1).toString()).length);
  expect(counts).toEqual([1, 1, 1, 2, 1, 1, 2, 28, 1, 1, 1, 1, 1, 1, 1, 1]);
  const captionAt = (number: string) => {
    const paragraph =
      page.split(`<p class="para-no">${number}</p>`)[1]?.split('<p class="para-no">')[0] ?? '';
    return /<caption[^>]*><b>Table \d+<\/b> ([^<]+)/.exec(paragraph)?.[1];
  };
  expect(captionAt('8.15')).toBe('Establishment by role, 2012/13 budget');
  expect(captionAt('8.18')).toBe('Establishment by role, 2013/14 budget');
});

it('Herefordshire: figures and dates that belong to its narrative stand in the text', async () => {
  const text = narrativeOf(await exampleReport(HEREFORDSHIRE));
  for (const part of [
    'Board received in March 2013',
    "an hour's drive",
    'The Ofsted inspection of September 2012 made 3 recommendations',
    'in November and December 2012',
    'six-week project',
    'The eight standards',
    '16+ workers',
    'On the budget of 2012/13 the establishment was 79.05 posts. With 66.66 permanent and 22.00 agency workers it comes to −9.61',
    'Since 1 April',
    'The establishment rises to 87.19 posts. With the same staff it comes to −1.47',
    '29.5 FTE family support workers',
    'the 13 posts',
    'for four reasons',
    'over the last six months',
    'In October 2012',
    'at grade HC 10, with 2 FTE posts more',
    'at HC 10, with 2 FTE posts fewer',
    'at grade HC 9',
    'in January and February 2013',
    'development plan for 2013/14',
    'section 47',
    'staff survey of 2012',
    'Six workshops',
    'From July 2013',
    'in two teams. 10 posts move',
    '2 managers for 60 business support staff',
  ])
    expect(text).toContain(part);
});
