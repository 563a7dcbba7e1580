import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.ts';
import { commitAll, edit } from '../support/git-repo.ts';
import { copyExample, inTemporaryFolder, runProgram, type Run } from '../support/program.ts';

const PAPERS = 'workforce/2026-11-09';

/** Five changes of five kinds in one commit: what a reader must be able to tell apart. */
async function changeFiveThings(root: string): Promise<void> {
  // A renamed team: the figures stay.
  await edit(root, `${PAPERS}/workforce.csv`, /Children in care/g, 'Corporate parenting');
  await edit(root, 'workforce/2026-09-14/workforce.csv', /Children in care/g, 'Corporate parenting');
  // A restated month: agency workers of September in Safeguarding.
  await edit(
    root,
    `${PAPERS}/workforce.csv`,
    'Sep 2026,Safeguarding,72.0,58.0,10.0',
    'Sep 2026,Safeguarding,72.0,58.0,11.0',
  );
  // A slipped milestone: December 2026 to February 2027.
  await edit(root, `${PAPERS}/milestones.csv`, 'October 2026,December 2026', 'October 2026,February 2027');
  // An escalated risk: Possible × Moderate to Likely × Moderate.
  await edit(
    root,
    `${PAPERS}/risks.csv`,
    'conversions stop,Possible,Moderate,9',
    'conversions stop,Likely,Moderate,12',
  );
  // A changed denominator.
  await edit(
    root,
    'cip-report.yaml',
    /\nindicators:\n/,
    `
definitions:
  - id: agency_rate
    label: Agency rate
    formula: agency / establishment
    unit: share
    places: 2
    direction: lower
    description: Agency workers as a share of budgeted posts.

indicators:
`,
  );
}

describe('cip-report diff of two revisions', () => {
  let text: Run;
  let json: Comparison;

  beforeAll(() =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('programme', folder);
      commitAll(root, 'Papers of November');
      await changeFiveThings(root);
      commitAll(root, 'Correct the papers');
      text = await runProgram(['diff', 'main~1', 'main', '--workstream', 'workforce'], { cwd: root });
      const run = await runProgram(['diff', 'main~1', 'main', '-w', 'workforce', '--format', 'json'], {
        cwd: root,
      });
      json = JSON.parse(run.stdout) as Comparison;
    }),
  );

  const workforce = () => {
    const [one] = json.workstreams;
    if (one === undefined) throw new Error('no workstream was compared');
    return one;
  };

  it('says the changed denominator first, and what it alone does', () => {
    expect(json.settings).toMatchObject([
      {
        what: 'definition',
        kind: 'changed',
        text: expect.stringContaining('agency ÷ establishment') as string,
      },
    ]);
    // 22 ÷ (152.5 + 22) = 12.607…% and 22 ÷ 180 = 12.222…%
    expect(json.settings[0]?.effects).toMatchObject([
      { side: 'before', figure: 'agency_rate@2026-10', old: '12.61%', new: '12.22%' },
      { side: 'after', figure: 'agency_rate@2026-10', old: '12.61%', new: '12.22%' },
    ]);
  });

  it('tells the restated month, and what follows from it, from a new one', () => {
    const { restated, figures, periods } = workforce();
    expect(figures).toEqual([]);
    expect(periods).toEqual({ new: [], gone: [] });
    expect(restated.map(({ id, before, after }) => [id, before.text, after.text])).toContainEqual([
      'agency@2026-09[team=Safeguarding]',
      '10.0',
      '11.0',
    ]);
    expect(new Set(restated.map(({ before }) => before.period.key))).toEqual(new Set(['2026-09']));
    // 6.5 + 10 + 5.5 + 2 = 24 before, 25 after.
    expect(restated).toContainEqual(
      expect.objectContaining({
        id: 'agency@2026-09',
        before: expect.objectContaining({ text: '24.0' }) as object,
        after: expect.objectContaining({ text: '25.0' }) as object,
      }),
    );
  });

  it('proposes the renamed team, and assumes nothing', () => {
    expect([...workforce().groups].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toMatchObject([
      { kind: 'gone', dimension: 'team', name: 'Children in care', perhaps: { name: 'Corporate parenting' } },
      { kind: 'new', dimension: 'team', name: 'Corporate parenting', perhaps: { name: 'Children in care' } },
    ]);
  });

  it('says which milestone slipped and which risk escalated', () => {
    const { milestones, risks } = workforce();
    expect(milestones).toMatchObject([{ reference: 'Pathway', kinds: ['slipped'] }]);
    expect(milestones[0]?.texts[0]).toMatch(/^Slipped 2 months, to February 2027/);
    expect(risks.map(({ reference, kinds }) => [reference, kinds[0]])).toEqual([['R2', 'escalated']]);
    expect(risks[0]?.from?.score).toBe('9');
    expect(risks[0]?.to?.score).toBe('12');
  });

  it('tells all five apart on the terminal, within 80 columns', () => {
    expect(text).toMatchObject({ code: 0, stderr: '' });
    for (const line of text.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
    const order = [/agency ÷ establishment/, /Slipped 2 months|slipped/, /R2/].map((one) =>
      text.stdout.search(one),
    );
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(text.stdout).toContain('Corporate parenting');
    expect(text.stdout).toMatch(/restated/i);
  });
});
