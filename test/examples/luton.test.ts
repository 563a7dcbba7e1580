import { expect, it } from 'vitest';
import { describeSource, exampleReport, type SourceDocument, type SourceFigure } from './source-tables.ts';

const MONTHS = ['2020-12', '2021-01', '2021-02'];

function row(figure: string, ...printed: readonly (string | readonly [string, string])[]): SourceFigure[] {
  return printed.map((one, index): SourceFigure => {
    const id = `${figure}@${MONTHS[index] ?? ''}`;
    return typeof one === 'string' ? [id, one] : [id, ...one];
  });
}

const LUTON: SourceDocument = {
  example: 'luton',
  workstream: 'workforce',
  meeting: '2021-04-19',
  tables: [
    {
      name: 'Workforce Data',
      numbers: 30,
      figures: [
        ...row('in_post', '193', '180', '185'),
        ...row('permanent', '141', '144', '146'),
        ...row('starters', '1', '10', '0'),
        // Headed "leaving in the period", and of January and February it holds starters ÷ permanent.
        ...row('leavers_rate', '0.71%', ['6.94%', '0.69%'], ['0.00%', '0.68%']),
        ...row('leavers', '1', '1', '1'),
        ...row('leavers_rate', '0.71%', '0.69%', '0.68%'),
        ...row('agency', '52', '36', '39'),
        ...row('agency_rate', '26.94%', '20.00%', '21.08%'),
        ...row('unfilled', '16', '17', '24*'),
        ...row('establishment', '209', '197', '209'),
      ],
    },
    {
      name: 'prose',
      numbers: 6,
      figures: [
        ['agency@2021-02', '39'],
        ['unfilled@2021-02', '24'],
        ['agency@2020-01', '66'],
        ['agency@2020-05', '72'],
        ['agency@2021-02', '39'],
        ['agency_rate@2021-02', '21%'],
      ],
    },
  ],
  // The seventh milestone is the strategy's launch, which the paper has in its text.
  lists: { targets: 3, milestones: 7, risks: 6 },
};

describeSource(LUTON);

it('Luton: every target is there with its level, date and state', async () => {
  const { targets } = await exampleReport(LUTON);
  expect(targets.map(({ targetText, by, state }) => [targetText, by.key, state])).toEqual([
    ['24', '2020-09', 'achieved'],
    ['13', '2021-02', 'achieved'],
    ['10%', '2022-02', 'on_course'],
  ]);
});

it('Luton: every milestone is there with its date and state', async () => {
  const { milestones } = await exampleReport(LUTON);
  expect(milestones.map(({ due, state }) => [due.key, state])).toEqual([
    ['2020-06', 'complete'],
    ['2020-07', 'complete'],
    ['2020-07', 'complete'],
    ['2020-07', 'complete'],
    ['2020-12', 'complete'],
    ['2020-10', 'complete'],
    ['2021-03', 'slipped'],
  ]);
});

it('Luton: every risk is there with the score that the matrix gives, as stated', async () => {
  const { risks } = await exampleReport(LUTON);
  const scores = [...risks.open, ...risks.closed].map((risk) => [
    risk.reference,
    risk.score ?? risk.swapped?.score,
    risk.statedScore,
  ]);
  expect(scores).toEqual([
    ['WFR1', '5', '5'],
    ['WFR3', '3', '3'],
    ['WFR9', '5', '5'],
    ['WFR10', '5', '5'],
    ['WFR6', '3', '3'],
    ['WFR7', '3', '3'],
  ]);
});

it('Luton: the row that holds starters under the heading of leavers is found, and so are the swapped axes', async () => {
  const { findings, figures } = await exampleReport(LUTON);
  expect(findings.filter((one) => one.code === 'W105').map((one) => one.at?.line)).toEqual([5]);
  expect(findings.filter((one) => one.code === 'W303').map((one) => one.at?.line)).toEqual([6, 7]);
  // What the row holds is in the report under its right name.
  expect(MONTHS.map((month) => figures[`starters_rate@${month}`]?.text)).toEqual(['0.71%', '6.94%', '0.00%']);
});
