import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/model/place.ts';
import { plainDate } from '../../src/model/plain-date.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { readTableFile, type TableFileOptions } from '../../src/read/single-table.ts';
import { kindsNamed, TABLE_KINDS } from '../../src/read/table-kind.ts';
import { inTemporaryFolder } from '../support/program.ts';

const LUTON = fileURLToPath(new URL('../../examples/luton', import.meta.url));
const AS_OF = plainDate(2021, 4, 19);

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Reads the one file of a fresh folder. */
function readOne(name: string, content: string, options: TableFileOptions = {}) {
  return inTemporaryFolder((folder) => {
    write(folder, { [name]: content });
    return readTableFile(name, { folder, ...options });
  });
}

async function tableIn(name: string, content: string, options: TableFileOptions = {}) {
  const read = await readOne(name, content, options);
  if (read.kind === 'fault') throw new Error(read.fault.message);
  return { ...read, meeting: read.dataset.workstreams[0]?.meetings[0] };
}

async function faultIn(name: string, content: string, options: TableFileOptions = {}) {
  const read = await readOne(name, content, options);
  return read.kind === 'fault' ? read.fault : undefined;
}

const WORKFORCE = 'Period,Permanent,Agency\nJan-21,44,31\nFeb-21,46,28\n';

/** A small table of each kind, by its kind. */
const TABLES = {
  workforce: WORKFORCE,
  indicators: 'Period,Indicator,Value\nFeb-21,Average caseload,17.5\n',
  milestones: 'Reference,Milestone,Date Due\nM1,Publish the plan,June 2021\n',
  risks: 'Reference,Risk,Likelihood,Impact,Score,Rating\nR1,Posts stay unfilled,High,High,9,Red\n',
  actions: 'Ref,Action,Lead,Date raised,Due date\nA1,Publish the survey,Director,11 March 2021,June 2021\n',
  recommendations: 'Ref,Recommendation,Progress\n1,Bring agency use down,Under way\n',
  resolutions: 'Ref,Resolved,Answer due\nR1,Report on caseloads,June 2021\n',
} as const;

const PARTS = [
  'observations',
  'indicators',
  'changes',
  'benchmarks',
  'milestones',
  'risks',
  'actions',
  'recommendations',
  'resolutions',
] as const;

const COUNTS: Readonly<Partial<Record<keyof typeof TABLES, number>>> = { workforce: 4 };

describe('a table of its own', () => {
  it.each(TABLE_KINDS)('of %s is known by its name, by its headings, and by what is told', async (kind) => {
    const options = { ...(AS_OF && { date: AS_OF }) };
    const results = [
      await tableIn(`${kind}.csv`, TABLES[kind], options),
      await tableIn('data.csv', TABLES[kind], options),
      await tableIn('risks-workforce.csv', TABLES[kind], { ...options, kind }),
    ];
    for (const { table, findings, meeting, dataset } of results) {
      expect(table).toBe(kind);
      expect(findings).toEqual([]);
      const own = kind === 'workforce' ? 'observations' : kind;
      for (const part of PARTS)
        expect(meeting?.[part].length, part).toBe(part === own ? (COUNTS[kind] ?? 1) : 0);
      expect(meeting).toMatchObject({ id: '2021-04-19', date: '2021-04-19' });
      expect(dataset.workstreams).toHaveLength(1);
    }
  });

  it('is one workstream with the name of the file, and an empty programme', async () => {
    const { dataset } = await tableIn('workforce Feb.csv', WORKFORCE);
    expect(dataset.workstreams[0]).toMatchObject({ id: 'file', title: 'workforce Feb.csv', basis: 'fte' });
    expect(dataset.programme).toMatchObject({ organisation: '', name: '', definitions: [], targets: [] });
    expect(dataset.programme.matrix).toBeUndefined();
    expect(dataset.inputs).toMatchObject([{ path: 'workforce Feb.csv', bytes: WORKFORCE.length }]);
  });

  it('may be YAML', async () => {
    const yaml =
      '- Ref: 1\n  Recommendation: Bring agency use down\n  Evidence: [agency_rate, vacancy_rate]\n';
    for (const name of ['data.yaml', 'data.YML', 'recommendations.yml']) {
      const { table, meeting, findings } = await tableIn(name, yaml, { ...(AS_OF && { date: AS_OF }) });
      expect([table, findings]).toEqual(['recommendations', []]);
      expect(meeting?.recommendations[0]?.evidence).toHaveLength(2);
    }
  });

  it('keeps its places under the path that was given', () =>
    inTemporaryFolder(async (folder) => {
      write(folder, {
        'a b/risks-2021-04-19.csv': `${TABLES.risks}R1,Posts stay unfilled,High,High,9,Red\n`,
      });
      for (const path of ['a b/risks-2021-04-19.csv', join(folder, 'a b/risks-2021-04-19.csv')]) {
        const { findings, sources, kind } = await readTableFile(path, { folder });
        expect(kind).toBe('table');
        const [twice] = findings.filter((one) => /listed twice/.test(one.message));
        expect(twice?.at && placeText(twice.at)).toBe(`${path}:3:1`);
        expect(sources.line(path, 1)).toMatch(/^Reference,Risk/);
      }
    }));

  it('may be named through a link', () =>
    inTemporaryFolder(async (folder) => {
      write(folder, { 'elsewhere/table.csv': WORKFORCE, 'here/x': '' });
      symlinkSync('../elsewhere/table.csv', join(folder, 'here/workforce.csv'));
      expect(await readTableFile('here/workforce.csv', { folder })).toMatchObject({
        kind: 'table',
        findings: [],
      });
    }));

  it('gives a figure once', async () => {
    const { findings, meeting } = await tableIn('workforce.csv', `${WORKFORCE}Feb-21,47,28\n`);
    expect(findings.map((one) => one.code)).toEqual(['E068']);
    expect(meeting?.observations).toHaveLength(4);
  });

  it('is held to the limits', async () => {
    expect(await readOne('workforce.csv', WORKFORCE, { limits: { tableBytes: 10 } })).toMatchObject({
      kind: 'fault',
      fault: { kind: 'unreadable' },
      findings: [{ code: 'E005' }],
    });
  });
});

describe('the kind of a table', () => {
  it.each([
    ['workforce-history.csv', ['workforce']],
    ['2021-02-risks.csv', ['risks']],
    ['Risk log.csv', ['risks']],
    ['RISKS_feb.yaml', ['risks']],
    ['transactions.csv', []],
    ['workforce risks.csv', ['workforce', 'risks']],
    ['data.csv', []],
  ])('%s is named as %j', (name, kinds) => {
    expect(kindsNamed(name)).toEqual(kinds);
  });

  it('is settled by the headings where a name says two', async () => {
    const options = { ...(AS_OF && { date: AS_OF }) };
    expect((await tableIn('workforce risks.csv', TABLES.risks, options)).table).toBe('risks');
    expect((await tableIn('workforce risks.csv', WORKFORCE)).table).toBe('workforce');
    expect(await faultIn('workforce risks.csv', TABLES.milestones)).toMatchObject({
      kind: 'several-kinds',
      help: 'say what it is: --table workforce or risks',
    });
  });

  it('is asked for where several fit, and where none does', async () => {
    expect(await faultIn('data.csv', 'Reference,Description,Due\n1,Publish,June 2021\n')).toMatchObject({
      kind: 'several-kinds',
      message: expect.stringMatching(/milestones.* or resolutions/) as string,
      help: expect.stringMatching(/--table milestones/) as string,
    });
    expect(await faultIn('data.csv', 'Colour,Size\nred,1\n')).toMatchObject({
      kind: 'no-kind',
      help: expect.stringMatching(/--table workforce, .* or resolutions$/) as string,
    });
  });

  it.each([
    ['a column for each figure', 'Team,Establishment,Permanent,Agency\nDuty,20,15,4\n'],
    ['a row for each figure', 'Measure,Value\nAgency,4\n'],
    ['indicators', 'Indicator,Value\nAverage caseload,17.5\n'],
  ])('is not asked for where figures lack their month: %s', async (_, content) => {
    expect(await faultIn('a.csv', content)).toMatchObject({
      kind: 'no-period',
      message: '"a.csv" does not say which month its figures are for',
      help: expect.stringMatching(/^add a column Month/) as string,
    });
    const [heading = '', row = ''] = content.split('\n');
    const mended = await tableIn('a.csv', `Month,${heading}\nFeb 2021,${row}\n`);
    expect(['workforce', 'indicators']).toContain(mended.table);
  });

  it('is not guessed from a measure that no table has', async () => {
    expect(await faultIn('data.csv', 'Measure,Jan-21\nBananas,4\n')).toMatchObject({ kind: 'no-kind' });
  });

  it('is of no concern where the file is no table', async () => {
    for (const [name, content, code] of [
      ['data.csv', '', 'E020'],
      ['risks.yaml', 'Reference: R1\n', 'E047'],
      ['data.csv', 'PK\u0003\u0004', 'E007'],
      ['data.yaml', 'a: [\n', undefined],
    ] as const) {
      const read = await readOne(name, content);
      expect(read).toMatchObject({ kind: 'fault', fault: { kind: 'unreadable' } });
      if (code !== undefined) expect(read.findings.map((one) => one.code)).toEqual([code]);
      expect(read.findings.length).toBeGreaterThan(0);
    }
  });

  it('is of no concern where there is no file', () =>
    inTemporaryFolder(async (folder) => {
      expect(await readTableFile('risks.csv', { folder })).toMatchObject({
        kind: 'fault',
        fault: { kind: 'unreadable', message: '"risks.csv" cannot be read as a table' },
        findings: [{ code: 'E004', why: 'there is no such file', help: 'correct the path' }],
      });
      mkdirSync(join(folder, 'risks'));
      expect(await readTableFile('risks', { folder })).toMatchObject({ findings: [{ code: 'E004' }] });
    }));
});

describe('the day of a table', () => {
  it('is the one that is told, else that of its folder, of its name, or the end of its last period', async () => {
    const name = '2021-03-08/workforce 2021-03-09.csv';
    const date = plainDate(2021, 3, 7);
    expect((await tableIn(name, WORKFORCE, { ...(date && { date }) })).meeting?.date).toBe('2021-03-07');
    const days = [name, 'workforce 2021-03-09.csv', 'workforce 2021-02-31.csv', '2021-02/workforce.csv'];
    const found = await Promise.all(days.map((one) => tableIn(one, WORKFORCE)));
    expect(found.map(({ meeting, dated }) => [meeting?.date, dated])).toEqual([
      ['2021-03-08', 'folder'],
      ['2021-03-09', 'name'],
      ['2021-02-28', 'periods'],
      ['2021-02-28', 'periods'],
    ]);
  });

  it('is that of the folder also where the file is named from within it', () =>
    inTemporaryFolder(async (folder) => {
      write(folder, { '2021-04-19/risks.csv': TABLES.risks });
      const read = await readTableFile('risks.csv', { folder: join(folder, '2021-04-19') });
      expect(read).toMatchObject({ kind: 'table', dated: 'folder' });
    }));

  it('is asked for where nothing says it', async () => {
    expect(await faultIn('risks.csv', TABLES.risks)).toMatchObject({
      kind: 'no-date',
      help: 'give the day of the meeting, such as --as-of 2021-04-19',
    });
  });

  it('is not asked for where the table has faults that come first', async () => {
    const read = await readOne('workforce.csv', 'Period,Permanent\n31 February 2021,4\n');
    expect(read).toMatchObject({ kind: 'fault', fault: { kind: 'unreadable' } });
    expect(read.findings.map((one) => one.severity)).toContain('error');
  });
});

describe('the basis of a table', () => {
  it.each([
    ['Period,Permanent\nFeb-21,46\n', 'fte', true],
    ['Period,Permanent (headcount)\nFeb-21,46\n', 'headcount', false],
    ['Period,Basis,Permanent\nFeb-21,headcount,46\n', 'headcount', false],
    ['Period,Permanent,Agency (headcount)\nFeb-21,46.5,2\n', 'fte', true],
    ['Period,Permanent FTE,Agency (headcount)\nFeb-21,46.5,2\n', 'fte', false],
  ] as const)('%j is %s', async (csv, basis, assumes) => {
    const { dataset, assumesBasis, findings } = await tableIn('workforce.csv', csv);
    expect(findings).toEqual([]);
    expect([dataset.workstreams[0]?.basis, assumesBasis]).toEqual([basis, assumes]);
  });
});

describe('a table in a data repo', () => {
  it('is what the data repo makes of it, with its definitions, matrix and workstream', async () => {
    const { dataset: whole } = await readDataRepo(LUTON);
    const [workstream] = whole?.workstreams ?? [];
    const [meeting] = workstream?.meetings ?? [];
    const path = `workforce/${meeting?.id ?? ''}/risks.csv`;
    const read = await readTableFile(path, { folder: LUTON });
    if (read.kind === 'fault' || !whole) throw new Error('not read');
    expect(read.findings).toEqual([]);
    expect(read.dated).toBe('folder');
    const { theme, ...programme } = whole.programme;
    expect(read.dataset.programme).toMatchObject(programme);
    expect(theme).toBeDefined();
    expect(read.dataset.workstreams[0]).toMatchObject({ id: 'workforce', title: workstream?.title });
    expect(read.dataset.workstreams[0]?.meetings[0]?.risks).toEqual(meeting?.risks);
    expect(read.dataset.workstreams[0]?.meetings[0]?.observations).toEqual([]);
    expect(read.dataset.inputs.map((one) => one.path)).toEqual(['cip-report.yaml', path]);
    expect(read.assumesBasis).toBe(false);
  });

  it('is found from within, and its faults are told under the path as it is named', () =>
    inTemporaryFolder(async (folder) => {
      write(folder, { 'data/workforce/2021-04-19/table.csv': 'Monat,Permanent\nFeb-21,46\n' });
      copyFileSync(join(LUTON, 'cip-report.yaml'), join(folder, 'data/cip-report.yaml'));
      const meeting = join(folder, 'data/workforce/2021-04-19');
      expect(await readTableFile('table.csv', { folder: meeting })).toMatchObject({
        fault: { kind: 'no-kind' },
      });
      const config = 'version: 1\nheadings:\n  workforce:\n    Monat: period\n    Nothing: nowhere\n';
      writeFileSync(join(folder, 'data/cip-report.yaml'), config);
      for (const [path, from] of [
        ['table.csv', meeting],
        ['data/workforce/2021-04-19/table.csv', folder],
      ] as const) {
        const read = await readTableFile(path, { folder: from });
        expect(read).toMatchObject({ kind: 'table', table: 'workforce' });
        const file = path === 'table.csv' ? '../../cip-report.yaml' : 'data/cip-report.yaml';
        expect(new Set(read.findings.map((one) => one.at?.file))).toEqual(new Set([file]));
        expect(read.sources.line(file, 1)).toBe('version: 1');
      }
    }));

  it('is none where the configuration lies further above, or is a folder', () =>
    inTemporaryFolder(async (folder) => {
      write(folder, { 'a/b/c/d/workforce.csv': WORKFORCE, 'cip-report.yaml': 'version: 1\n' });
      expect(await readTableFile('a/b/c/d/workforce.csv', { folder })).toMatchObject({
        kind: 'table',
        findings: [],
      });
      write(folder, { 'a/b/c/workforce.csv': WORKFORCE });
      const near = await readTableFile('a/b/c/workforce.csv', { folder });
      expect(near.findings.length).toBeGreaterThan(0);
      mkdirSync(join(folder, 'a/b/c/cip-report.yaml'));
      write(folder, { 'a/b/c/e/workforce.csv': WORKFORCE });
      expect(await readTableFile('a/b/c/e/workforce.csv', { folder })).toMatchObject({ findings: [] });
    }));

  it('has a workstream of its own where it lies in none', () =>
    inTemporaryFolder(async (folder) => {
      copyFileSync(join(LUTON, 'cip-report.yaml'), join(folder, 'cip-report.yaml'));
      write(folder, { 'workforce.csv': WORKFORCE, 'other/workforce.csv': WORKFORCE });
      for (const path of ['workforce.csv', 'other/workforce.csv']) {
        const read = await readTableFile(path, { folder });
        if (read.kind === 'fault') throw new Error(read.fault.message);
        expect(read.dataset.workstreams).toMatchObject([{ id: 'file', title: 'workforce.csv' }]);
        expect(read.dataset.programme.organisation).not.toBe('');
      }
    }));
});
