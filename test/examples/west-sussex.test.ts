import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataRepo } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import { copyExample, inTemporaryFolder } from '../support/program.ts';
import { narrativeOf } from './report-text.ts';
import { describeSource, exampleReport, type SourceDocument } from './source-tables.ts';

/** What West Sussex's minutes of the Children First update print. They have no table. */
const WEST_SUSSEX: SourceDocument = {
  example: 'west-sussex',
  workstream: 'workforce',
  meeting: '2021-11-04',
  tables: [
    {
      name: 'headlines',
      numbers: 2,
      figures: [
        ['offer_take_up@2021-10', '98%'],
        ['visits_on_time@2021-10', '81.7%'],
      ],
    },
  ],
  lists: { actions: 2, resolutions: 4, questions: 11 },
};

describeSource(WEST_SUSSEX);

it('West Sussex: visits on time are held against their level, and the gap is in percentage points', async () => {
  const { indicators } = await exampleReport(WEST_SUSSEX);
  expect(indicators.map(({ figure, limit }) => [figure, limit?.text, limit?.rag, limit?.gapText])).toEqual([
    ['offer_take_up@2021-10', undefined, undefined, undefined],
    ['visits_on_time@2021-10', 'at least 100%', 'red', '18.3 pp below the target'],
  ]);
});

it('West Sussex: both actions have an owner by role and are open since the meeting', async () => {
  const { actions } = await exampleReport(WEST_SUSSEX);
  expect(actions.map((one) => [one.reference, one.owner, one.raised?.key, one.state])).toEqual([
    ['A1', 'Assistant Director – Corporate Parenting', '2021-11-04', 'open'],
    ['A2', 'Children First Transformation Director', '2021-11-04', 'open'],
  ]);
});

it('West Sussex: the four resolutions stand in order, the first with the season in which it is due', async () => {
  const { resolutions } = await exampleReport(WEST_SUSSEX);
  expect(resolutions.map((one) => [one.reference, one.due?.key])).toEqual([
    ['R1', '2022-summer'],
    ['R2', undefined],
    ['R3', undefined],
    ['R4', undefined],
  ]);
});

it('West Sussex: figures and dates that belong to its narrative stand in the text', async () => {
  const text = narrativeOf(await exampleReport(WEST_SUSSEX));
  for (const part of [
    'since its last update in June 2021',
    '98% of eligible staff',
    'planned for January 2022',
    'about 10 centres',
    'twice a year',
    'a survey each year',
    '81.7% of statutory visits',
    'every three years',
  ])
    expect(text).toContain(part);
  expect(text.match(/81\.7%/g)).toHaveLength(2);
});

/** A later meeting's papers, in a copy of the example. */
interface Later {
  readonly meeting: string;
  /** Entries under `answers`, as YAML. */
  readonly answers?: string;
  readonly keepsActions: boolean;
}

async function withLater({ meeting, answers = '', keepsActions }: Later): Promise<Report> {
  return await inTemporaryFolder(async (folder) => {
    const root = await copyExample('west-sussex', folder);
    const workforce = join(root, 'workforce');
    await mkdir(join(workforce, meeting));
    const paper = `title: A further update\nreport_by: Executive Director\nsections:\n  summary:\n    - What was done since.\n${answers}`;
    await writeFile(join(workforce, meeting, 'report.yaml'), paper);
    await writeFile(
      join(workforce, meeting, 'indicators.csv'),
      'Indicator,Period,Value\nvisits_on_time,May 2022,90.0%\n',
    );
    if (keepsActions)
      await copyFile(join(workforce, '2021-11-04', 'actions.csv'), join(workforce, meeting, 'actions.csv'));
    const { dataset, findings } = await readDataRepo(root);
    if (!dataset) throw new Error(`not read: ${JSON.stringify(findings)}`);
    const request = { workstream: 'workforce', meeting, version: '0.0.0', findings };
    const { report, findings: found } = buildReport(dataset, request);
    if (!report) throw new Error(`no report: ${JSON.stringify([...findings, ...found])}`);
    return report;
  });
}

const messages = ({ findings }: Report, code: string) =>
  findings.filter((one) => one.code === code).map((one) => one.message);

const unanswered = (report: Report) =>
  messages(report, 'W405').map((message) => /resolution (R\d)/.exec(message)?.[1]);

describe('a later meeting of West Sussex', () => {
  it('owes an answer to each resolution without a date, and in the summer not yet to the one due by its end', async () => {
    const report = await withLater({ meeting: '2022-06-09', keepsActions: true });
    expect(unanswered(report)).toEqual(['R2', 'R3', 'R4']);
    expect(report.answers.map((one) => [one.reference, one.meeting, one.answer])).toEqual([
      ['R2', '2021-11-04', undefined],
      ['R3', '2021-11-04', undefined],
      ['R4', '2021-11-04', undefined],
    ]);
  });

  it('owes an answer to all four once the summer is over', async () => {
    const report = await withLater({ meeting: '2022-09-15', keepsActions: true });
    expect(unanswered(report)).toEqual(['R1', 'R2', 'R3', 'R4']);
  });

  it('owes none to those that it answers', async () => {
    const answers =
      'answers:\n  - { resolution: R1, text: The survey is in. }\n  - { resolution: R3, text: One system is left. }\n';
    const report = await withLater({ meeting: '2022-09-15', answers, keepsActions: true });
    expect(unanswered(report)).toEqual(['R2', 'R4']);
    expect(report.answers.map((one) => one.answer)).toEqual([
      'The survey is in.',
      undefined,
      'One system is left.',
      undefined,
    ]);
  });

  it('carries the open actions, and is told where it drops them', async () => {
    const carrying = await withLater({ meeting: '2022-06-09', keepsActions: true });
    expect(carrying.actions.map((one) => [one.reference, one.state, one.carried])).toEqual([
      ['A1', 'open', { meeting: '2021-11-04', state: 'open' }],
      ['A2', 'open', { meeting: '2021-11-04', state: 'open' }],
    ]);
    expect(messages(carrying, 'W208')).toEqual([]);
    const dropping = await withLater({ meeting: '2022-06-09', keepsActions: false });
    expect(messages(dropping, 'W208')).toHaveLength(2);
  });
});
