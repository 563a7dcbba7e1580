import { mkdtemp, mkdir, readFile, rm, writeFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFINITIONS } from '../../src/model/definitions.ts';
import { toDecimal } from '../../src/model/exact.ts';
import type { Benchmark } from '../../src/model/dataset.ts';
import { RATE_COLUMNS, SOURCE } from '../../src/read/benchmarks/columns.ts';
import { readBenchmarks } from '../../src/read/benchmarks/table.ts';
import { readVocabularies } from '../../src/read/config/vocabularies.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { DFE_FILE, HAS_DFE } from '../support/dfe.ts';
import { csvTable, yamlTree } from '../support/table.ts';

const BASE = fileURLToPath(new URL('../hostile/_base/input', import.meta.url));
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function repo(comparators: string, downloads: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cip-report-benchmarks-'));
  folders.push(folder);
  await cp(BASE, folder, { recursive: true });
  await mkdir(join(folder, 'benchmarks'));
  const config = join(folder, 'cip-report.yaml');
  await writeFile(config, `${await readFile(config, 'utf8')}\n${comparators}\n`);
  for (const [name, text] of Object.entries(downloads))
    await writeFile(join(folder, 'benchmarks', name), text);
  return folder;
}

const said = ({ metric, basis, place, level, period, periodLabel, cell }: Benchmark) =>
  [
    metric,
    basis,
    place,
    level,
    period.key,
    periodLabel,
    cell.kind === 'number'
      ? `${toDecimal(cell.value)} ${cell.notation} ${cell.places}`
      : cell.kind === 'marker'
        ? cell.marker
        : '',
  ].join(' · ');

const HEAD = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'region_name',
  'la_name',
  ...RATE_COLUMNS.map((one) => one.heading),
];
const row = (year: string, level: string, region: string, authority: string, ...rates: string[]) =>
  [year, 'Reporting year', level, region, authority, ...rates].join(',');
const RATES = ['8.9', '9.4', '11.1', '11.4', '15.1', '', '91.2', '13.2', 'z'];
const DOWNLOAD = [
  HEAD.join(','),
  row('2024', 'National', '', '', ...RATES),
  row('2024', 'Regional', 'South West', '', ...RATES),
  row('2024', 'Regional', 'London', '', ...RATES),
  row(
    '2024',
    'Local authority',
    'South West',
    'Devon',
    'u',
    'c',
    'x',
    'low',
    '15',
    '70.5',
    '98',
    '13.24',
    '3.3',
  ),
  row('2024', 'Local authority', 'South West', 'Cornwall', ...RATES),
].join('\n');
const COMPARATORS = 'comparators: { authority: Devon, region: South West, neighbours: [Cornwall] }';

describe('the columns of a download', () => {
  it('follow the definitions of the registry', () => {
    const formulas = new Map(DEFINITIONS.map((one) => [one.id, one.formula]));
    for (const { metric, formula } of RATE_COLUMNS)
      expect([metric, formula]).toEqual([metric, formulas.get(metric)]);
  });

  it('are percentages where the registry has a share', () => {
    const units = new Map(DEFINITIONS.map((one) => [one.id, one.unit]));
    for (const { metric, percent } of RATE_COLUMNS)
      expect([metric, percent]).toEqual([metric, units.get(metric) === 'share']);
  });
});

describe('a download of the statistics', () => {
  it('gives the rates of England, the region, the council and its neighbours', async () => {
    const { dataset, findings } = await readDataRepo(await repo(COMPARATORS, { 'csww.csv': DOWNLOAD }));
    expect(findings).toEqual([]);
    const all = dataset?.benchmarks ?? [];
    expect([...new Set(all.map((one) => one.place))]).toEqual(['England', 'South West', 'Devon', 'Cornwall']);
    expect(all.filter((one) => one.place === 'Devon').map(said)).toEqual([
      'agency_rate · fte · Devon · authority · 2024-09 · 2024 (30 September) · u',
      'agency_rate · headcount · Devon · authority · 2024-09 · 2024 (30 September) · c',
      'turnover_rate · fte · Devon · authority · 2024-09 · 2024 (30 September) · x',
      'turnover_rate · headcount · Devon · authority · 2024-09 · 2024 (30 September) · low',
      'vacancy_rate · fte · Devon · authority · 2024-09 · 2024 (30 September) · 0.15 percent 0',
      'agency_cover_of_vacancies · fte · Devon · authority · 2024-09 · 2024 (30 September) · 0.705 percent 1',
      'agency_covering_vacancies · fte · Devon · authority · 2024-09 · 2024 (30 September) · 0.98 percent 0',
      'average_caseload · fte · Devon · authority · 2024-09 · 2024 (30 September) · 13.24 plain 2',
      'absence_rate · fte · Devon · authority · 2024-09 · 2024 (30 September) · 0.033 percent 1',
    ]);
    expect(all.filter((one) => one.place === 'England').map((one) => one.metric)).not.toContain(
      'agency_cover_of_vacancies',
    );
    expect(all[0]).toMatchObject({
      source: SOURCE,
      population: 'Children and family social workers',
      at: { file: 'benchmarks/csww.csv', line: 2, column: 32 },
    });
    expect(dataset?.inputs.map((one) => one.path)).toContain('benchmarks/csww.csv');
  });

  it.each(['constructor', 'toString', '__proto__'])('has no geographic level %s', async (level) => {
    const text = DOWNLOAD.replace('National', level);
    expect(text).not.toBe(DOWNLOAD);
    const { findings } = await readDataRepo(await repo(COMPARATORS, { 'csww.csv': text }));
    expect(findings).toMatchObject([{ code: 'E048', message: `"${level}" is not a geographic level` }]);
  });

  it('gives England alone without comparators, and says so', async () => {
    const { dataset, findings } = await readDataRepo(await repo('', { 'csww.csv': DOWNLOAD }));
    expect(findings.map((one) => one.code)).toEqual(['W012']);
    expect(new Set(dataset?.benchmarks.map((one) => one.place))).toEqual(new Set(['England']));
  });

  it('may come in two releases that agree', async () => {
    const once = await readDataRepo(await repo(COMPARATORS, { 'a.csv': DOWNLOAD }));
    const twice = await readDataRepo(
      await repo(COMPARATORS, {
        'a.csv': DOWNLOAD,
        'b.csv': DOWNLOAD.replaceAll('2024', '2023'),
        'c.csv': DOWNLOAD,
      }),
    );
    expect(twice.findings).toEqual([]);
    expect(twice.dataset?.benchmarks.length).toBe(2 * (once.dataset?.benchmarks.length ?? NaN));
  });

  it('is not asked for by a file that is no data', async () => {
    const { findings } = await readDataRepo(await repo('', { 'notes.txt': 'not data' }));
    expect(findings).toEqual([]);
  });

  it.skipIf(!HAS_DFE)('is read as the department publishes it, within the limits', async () => {
    const root = await repo(
      'comparators: { authority: Devon, region: South West, neighbours: [Cornwall, Somerset] }',
      {},
    );
    await cp(DFE_FILE, join(root, 'benchmarks', 'csww_indicators_2017_to_2024.csv'));
    const { dataset, findings } = await readDataRepo(root);
    expect(findings).toEqual([]);
    const all = dataset?.benchmarks ?? [];
    const years = (place: string) =>
      [...new Set(all.filter((one) => one.place === place).map((one) => one.period.key.slice(0, 4)))].sort();
    const AUTHORITY = ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'];
    expect(years('England')).toEqual(AUTHORITY.slice(0, 6));
    expect(years('South West')).toEqual(AUTHORITY.slice(0, 6));
    for (const place of ['Devon', 'Cornwall', 'Somerset']) expect(years(place)).toEqual(AUTHORITY);
    expect(new Set(all.map((one) => one.place)).size).toBe(5);
    expect(all.length).toBe((2 * 6 + 3 * 8) * RATE_COLUMNS.length);
  });
});

describe("a meeting's table of benchmarks", () => {
  const { indicators } = readVocabularies(
    yamlTree('indicators: [{ id: visits_on_time, label: Visits on time, unit: share }]'),
  );
  const read = (text: string) => readBenchmarks(csvTable(text), new Map(), indicators);

  it('is read with its definitions', () => {
    const { rows, findings } = read(
      'Measure,Place,Level,Period,Value,Basis,Formula,Source,Population\nAgency rate,England,,Sep 2023,17.8%,FTE,agency / (permanent + agency),"DfE, Children\'s social work workforce",Children and family social workers\nVisits on time,South West,Region,2022/23,80%,,,Ofsted,\naverage_caseload,Statistical neighbours,Other,Sep 2023,x,fte,,DfE,\n',
    );
    expect(findings).toEqual([]);
    expect(rows.map(said)).toEqual([
      'agency_rate · fte · England · england · 2023-09 ·  · 0.178 percent 1',
      'visits_on_time ·  · South West · region · 2022-23 ·  · 0.8 percent 0',
      'average_caseload · fte · Statistical neighbours · other · 2023-09 ·  · x',
    ]);
    expect(rows[0]).toMatchObject({ formula: 'agency / (permanent + agency)', at: { line: 2, column: 31 } });
    expect(rows[1]).not.toHaveProperty('formula');
  });

  it.each([
    ['Agency raet,England,Sep 2023,17.8%,DfE', 'E069 2:1'],
    ['Agency rate,England,Sep 2023,17.8,DfE', 'E092 2:30'],
    ['Average caseload,England,Sep 2023,17.8%,DfE', 'E092 2:35'],
    ['Agency rate,,Sep 2023,17.8%,DfE', 'E080 2:13'],
    ['Agency rate,England,Sep 2023,17.8%,', 'E080 2:36'],
    ['Agency rate,England,2023,17.8%,DfE', 'E062 2:21'],
    ['Agency rate,England,Sep 2023,about 18%,DfE', 'E060 2:30'],
  ])('refuses %s with %s', (line, expected) => {
    const { rows, findings } = read(`Measure,Place,Period,Value,Source\n${line}\n`);
    expect(rows).toEqual([]);
    expect(findings.map((one) => `${one.code} ${one.at?.line ?? ''}:${one.at?.column ?? ''}`)).toEqual([
      expected,
    ]);
  });

  it('knows the levels and bases', () => {
    const { findings } = read(
      'Measure,Place,Level,Period,Value,Basis,Source\nAgency rate,Devon,County,Sep 2023,1%,posts,DfE\n',
    );
    expect(findings.map((one) => one.code)).toEqual(['E081', 'E070']);
  });
});
