import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Comparison, FigureChange } from '../../src/compare/comparison.ts';
import { DEVON, DEVON_STATED, LUTON, type HandChange } from '../examples/changes.ts';
import { askProgram } from '../support/ask-program.ts';
import { runProgram } from '../support/program.ts';

async function diffJson(...args: string[]): Promise<Comparison> {
  const run = await askProgram(['diff', ...args, '--format', 'json']);
  expect(run.code).toBe(0);
  // Told backwards, that is said beside the result.
  expect(run.stderr).toMatch(/^(?:note the first side is the later one: .*\n)?$/);
  return JSON.parse(run.stdout) as Comparison;
}

/** What is printed of the workforce's figures, in the order in which it is printed. */
function printed({ workstreams }: Comparison): HandChange[] {
  const figures = workstreams.flatMap((one) => one.figures).filter(({ indicator }) => !indicator);
  return figures.map(({ id, before, after, absolute, relative }) => [
    id,
    before.text,
    after.text,
    absolute?.text ?? '',
    relative?.text ?? null,
  ]);
}

function sorted(changes: readonly HandChange[]): HandChange[] {
  return [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
}

function changeOf({ workstreams }: Comparison, id: string): FigureChange {
  const found = workstreams.flatMap(({ figures }) => figures).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} did not change`);
  return found;
}

describe('cip-report diff of the examples, every number reckoned by hand', () => {
  it('Luton, Jan to Feb 2021: these changes and no other, the largest first', async () => {
    const json = await diffJson('2021-01', '2021-02', 'examples/luton');
    expect(printed(json)).toEqual(LUTON);
    const [workforce] = json.workstreams;
    // 144 + 0 starters − 1 leaver = 143, and 146 were there.
    expect(workforce?.bridges).toMatchObject([
      {
        group: {},
        steps: [
          { id: 'permanent', amount: { text: '144' } },
          { id: 'starters', kind: 'in', amount: { text: '0' } },
          { id: 'leavers', kind: 'out', amount: { text: '1' } },
        ],
        expected: { decimal: '143' },
        closing: { decimal: '146' },
        unexplained: { decimal: '3', text: '+3' },
        explained: false,
      },
    ]);
    // 3 · ½(1/180 + 1/185) = 1.644 pp, (1/185 − 1/180) · ½(36 + 39) = −0.563 pp, together 1.081 pp.
    expect(workforce?.rates.find(({ figure }) => figure === 'agency_rate')).toMatchObject({
      change: { text: '+1.08 pp' },
      numerator: { before: '36', after: '39', effect: { text: '+1.64 pp' } },
      denominator: { before: '180', after: '185', effect: { text: '−0.56 pp' } },
    });
    expect(json.notCompared.join(' ')).toContain('--since-last-meeting');
  });

  it('Devon, Jul 2023 to Mar 2024, both staff groups: these changes and no other', async () => {
    const json = await diffJson('2023-07', '2024-03', 'examples/devon');
    expect(sorted(printed(json))).toEqual(sorted(DEVON));
    for (const [id, before, after, absolute, relative] of DEVON_STATED)
      expect(changeOf(json, id).stated).toMatchObject({
        before,
        after,
        absolute: { text: absolute },
        relative: { text: relative },
      });
    // No starters and leavers are in the data: no bridge, and the reason.
    expect(json.workstreams[0]?.bridges.map(({ steps }) => steps)).toEqual([[]]);
    // −5 · ½(1/49 + 1/50) = −10.102 pp; (1/50 − 1/49) · ½(21.5 + 16.5) = −0.776 pp; together −10.878 pp.
    expect(
      json.workstreams[0]?.rates.find(
        ({ figure }) => figure === 'agency_share_of_establishment[staff_group=Management and leadership]',
      ),
    ).toMatchObject({
      numerator: { effect: { text: '−10.1 pp' } },
      denominator: { effect: { text: '−0.8 pp' } },
      change: { text: '−10.9 pp' },
    });
  });

  it('says of a rate that is written as 44% and 33% that it fell by 11 points and by a quarter', async () => {
    const run = await runProgram(['diff', 'Jul 2023', 'Mar 2024', 'examples/devon']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/44%.*33%.*−11 pp.*−25%/);
    expect(run.stdout).toMatch(/21\.5 +16\.5 +−5\.0 +−23%/);
  });

  it('prints what the README sets beside git diff and daff', async () => {
    const readme = await readFile('README.md', 'utf8');
    const run = await runProgram(['diff', 'september.csv', 'october.csv'], {
      cwd: 'docs/diff',
      env: { COLUMNS: '80' },
    });
    const shown = /\$ cip-report diff september\.csv october\.csv\n(?<lines>[^]*?)\n {2}…\n/.exec(
      readme,
    )?.groups;
    expect(shown?.['lines']?.split('\n').length).toBeGreaterThan(10);
    expect(run.stdout.startsWith(`${shown?.['lines'] ?? '-'}\n`)).toBe(true);
  });

  it('has before the mirror of after', async () => {
    const [there, back] = [
      await diffJson('2021-01', '2021-02', 'examples/luton'),
      await diffJson('2021-02', '2021-01', 'examples/luton'),
    ];
    for (const one of there.workstreams.flatMap(({ figures }) => figures)) {
      const other = changeOf(back, one.id);
      expect([other.before.text, other.after.text]).toEqual([one.after.text, one.before.text]);
      expect(Number(other.absolute?.decimal)).toBeCloseTo(-Number(one.absolute?.decimal), 10);
    }
  });
});
