import { expect, it } from 'vitest';
import { exact, toFixed } from '../../src/model/exact.ts';
import { DEVON, MANAGERS, WORKERS } from './devon-tables.ts';
import { describeSource, exampleReport } from './source-tables.ts';

describeSource(DEVON);

const TEAMS = ['Assessment', 'Children & Families', 'Corporate Parenting', "Disabled Children's Service"];

async function printedFor(ids: readonly string[], places: number): Promise<string[]> {
  const { figures } = await exampleReport(DEVON);
  return ids.map((id) => {
    const result = figures[id]?.result;
    return result?.kind === 'number' ? `${toFixed(exact(result.decimal).mul(100), places)}%` : 'absent';
  });
}

it('Devon: the rates that it prints for teams of social workers are shares of workers in post', async () => {
  const ofTeams = (figure: string) => TEAMS.map((name) => `${figure}@2024-03[${WORKERS},team=${name}]`);
  expect(await printedFor(ofTeams('agency_rate'), 0)).toEqual(['69%', '53%', '41%', '24%']);
  expect(await printedFor(ofTeams('permanent_share_of_in_post'), 0)).toEqual(['31%', '47%', '59%', '76%']);
});

it('Devon: its reductions of 11% and 7.2% are percentage points, and a quarter and a seventh of the shares', async () => {
  const { figures } = await exampleReport(DEVON);
  const share = (month: string, group: string) => {
    const result = figures[`agency_share_of_establishment@${month}[${group}]`]?.result;
    if (result?.kind !== 'number') throw new Error(`no share of ${group} in ${month}`);
    return exact(result.decimal);
  };
  const changes = [MANAGERS, WORKERS].map((group) => {
    const [before, now] = [share('2023-07', group), share('2024-03', group)];
    const moved = now.sub(before);
    return [toFixed(moved.mul(100), 1), toFixed(moved.div(before).mul(100), 1)];
  });
  expect(changes).toEqual([
    ['-10.9', '-24.8'],
    ['-7.2', '-13.9'],
  ]);
});

it('Devon: like for like with the national 17.8%, social workers stand at 51.4% and not at 45%', async () => {
  expect(await printedFor([`agency_rate@2024-03[${WORKERS}]`], 1)).toEqual(['51.4%']);
});

it('Devon: its caseload of the year to September 2023 is within 0.05 of the one published for it', async () => {
  const { figures, benchmarks } = await exampleReport(DEVON);
  const published = benchmarks
    .flatMap((one) => (one.metric === 'average_caseload' ? one.rows : []))
    .find((row) => row.place === 'Devon' && row.period === 'Sep 2023');
  const own = figures['average_caseload_year@2023-09']?.result;
  if (own?.kind !== 'number' || published?.decimal === undefined) throw new Error('one of the two is absent');
  expect(toFixed(exact(published.decimal).sub(exact(own.decimal)), 2)).toBe('0.05');
});

it('Devon: every printed figure that does not follow is named, with what the data gives', async () => {
  const { checked, findings } = await exampleReport(DEVON);
  const differing = checked.differing.map(({ at, statedText, computedText }) => [
    `${at.file.split('/').at(-1) ?? ''}:${at.line.toString()}`,
    statedText,
    computedText,
  ]);
  expect(differing).toEqual([
    ['workforce-summary.csv:6', '69%', '61%'],
    ['workforce-summary.csv:7', '24%', '19%'],
    ['workforce.csv:7', '69%', '61%'],
    ['workforce.csv:7', '31%', '27%'],
    ['workforce.csv:8', '53%', '44%'],
    ['workforce.csv:8', '47%', '39%'],
    ['workforce.csv:9', '41%', '43%'],
    ['workforce.csv:9', '59%', '61%'],
    ['workforce.csv:10', '24%', '19%'],
    ['workforce.csv:10', '76%', '61%'],
    ['indicators-profile.csv:3', '455', '456'],
    ['workforce-summary.csv:3', '−11%', '−11 pp'],
    ['workforce-summary.csv:5', '−7.2%', '−7.2 pp'],
  ]);
  expect(findings.filter(({ code }) => code === 'W104' || code === 'W132').map((one) => one.about)).toEqual([
    'employees@2024-03[service=Health & Wellbeing]',
    ...Array.from({ length: 2 }, () => 'agency_share_of_establishment'),
    'permanent_share_of_establishment',
  ]);
});

it('Devon: changes in percentage points are told from one in per cent, all printed with a % sign', async () => {
  const { findings } = await exampleReport(DEVON);
  const told = findings.filter(({ code }) => code === 'W155');
  expect(told.map(({ about, message }) => [about, message])).toEqual([
    [
      'agency_share_of_establishment@2024-03[staff_group=Management and leadership]',
      expect.stringContaining('it is −11 pp, and −25% of the earlier figure; so it is with 1 other change'),
    ],
  ]);
  expect(findings.filter(({ code }) => /^W15[4679]$/.test(code))).toEqual([]);
});

it('Devon: the two caps on caseloads are held against the figures of their services', async () => {
  const { indicators } = await exampleReport(DEVON);
  const held = indicators.flatMap(({ figure, limit }) => (limit ? [[figure, limit.text, limit.rag]] : []));
  expect(held).toEqual([
    ['average_caseload_year@2024-04[front_door=Assessment]', 'at most 25', 'green'],
    ['average_caseload_year@2024-04[front_door=All other front door services]', 'at most 18', 'green'],
  ]);
});

it('Devon: twelve recommendations in order, their citations filled in and their actions at hand', async () => {
  const { recommendations, actions } = await exampleReport(DEVON);
  expect(recommendations.map((one) => one.reference)).toEqual(
    Array.from({ length: 12 }, (_, index) => (index + 1).toString()),
  );
  expect(recommendations.filter((one) => one.status === 'complete').map((one) => one.reference)).toEqual([
    '9',
  ]);
  expect(recommendations.filter((one) => one.status === 'in_progress')).toHaveLength(11);
  const texts = recommendations.flatMap((one) => [one.progress ?? '', one.inPlace ?? '', ...one.evidence]);
  expect(texts.filter((text) => text.includes('{{'))).toEqual([]);
  const linked = new Set(recommendations.flatMap((one) => one.actions.map((action) => action.reference)));
  expect([...linked].sort()).toEqual(actions.map((one) => one.reference).sort());
});
