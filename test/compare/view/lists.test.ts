import { describe, expect, it } from 'vitest';
import type { Comparison, GroupChange, WorkstreamComparison } from '../../../src/compare/comparison.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import type { ViewBlock, ViewItem } from '../../../src/compare/view.ts';
import {
  comparison,
  entry,
  FEB,
  FULL,
  group,
  HOSTILE_TEXTS,
  JAN,
  setting,
  workstream,
} from '../../support/comparisons.ts';

const of = (change: Partial<WorkstreamComparison>, whole: Partial<Comparison> = {}): Comparison =>
  comparison({ ...whole, workstreams: [workstream(change)] });

const blocksOf = (one: Comparison): ViewBlock[] =>
  changesView(one).sections.flatMap((section) => section.blocks);

const itemsOf = (one: Comparison): ViewItem[] =>
  blocksOf(one).flatMap((block) => (block.kind === 'items' ? block.items : []));

const textsOf = (one: Comparison): string[] =>
  blocksOf(one).flatMap((block) => (block.kind === 'text' ? [block.text] : []));

describe('entries of lists', () => {
  it('have a tone of what happened above all, as the sentence on them', () => {
    const from = {
      likelihood: 'a',
      impact: 'b',
      score: '16',
      rating: 'h',
      ratingLabel: 'High',
      severe: true,
    };
    const to = { ...from, score: '6', rating: 'm', ratingLabel: 'Medium', severe: false };
    const kinds = ['de_escalated', 'mitigation_later'] as const;
    const risks = [{ ...entry({ reference: 'R1', kinds }), from, to }];
    expect(itemsOf(of({ risks }))[0]).toMatchObject({ mark: 'de-escalated', tone: 'good' });
    expect(changesView(of({ risks })).summary).toEqual([
      { text: 'R1 de-escalated from High to Medium.', tone: 'good' },
    ]);
    const back = [{ ...entry({ reference: 'R1', kinds: ['escalated'] as const }), from: to, to: from }];
    expect(changesView(of({ risks: back })).summary[0]?.tone).toBe('bad');
  });

  it('name a new risk that is severe', () => {
    const to = { likelihood: 'a', impact: 'b', score: '16', rating: 'h', ratingLabel: 'High', severe: true };
    const risks = [
      { ...entry({ reference: 'R1', kinds: ['new'] as const, good: false }), to },
      entry({ reference: 'R2', kinds: ['new'] as const }),
    ];
    expect(changesView(of({ risks })).summary.map(({ text }) => text)).toEqual([
      'R1 is a new risk, rated High.',
      '1 other risk is new.',
    ]);
  });

  it('leave out what is written otherwise and reads the same', () => {
    const same = {
      field: 'progress',
      before: 'a',
      after: 'b',
      words: [{ kind: 'same', text: '37 workers' }],
    } as const;
    const only = entry({
      reference: 'A1',
      kinds: ['reworded'] as const,
      texts: ['Progress reworded'],
      fields: [same],
    });
    const due = { field: 'due', before: '2021-01', after: '2021-02' };
    const both = entry({
      reference: 'A2',
      kinds: ['slipped', 'reworded'] as const,
      texts: ['Slipped 1 month', 'Progress reworded'],
      fields: [due, same],
    });
    const text = (words: string) => ({ kind: 'text', text: words, tone: 'quiet', whole: 'json' });
    expect(blocksOf(of({ actions: [only] }))).toEqual([
      text('1 entry is written otherwise and reads the same: the JSON has it.'),
    ]);
    expect(changesView(of({ actions: [only] })).summary[0]?.text).toBe('What differs is told below.');
    const [items, rest] = blocksOf(of({ actions: [only, both, { ...only, reference: 'A3' }] }));
    expect(items).toMatchObject({ items: [{ reference: 'A2', lines: ['Slipped 1 month'], words: [] }] });
    expect(rest).toEqual(text('2 more entries are written otherwise and read the same: the JSON has them.'));
  });

  it('do not say twice what the word before them, or the words that changed, say', () => {
    const words = [{ kind: 'added' as const, text: 'late' }];
    const one = entry({
      reference: 'M1',
      kinds: ['new'] as const,
      texts: ['New: due in January 2027', 'New', 'Comment changed', 'Newly agreed'],
      fields: [{ field: 'comment', before: 'on time', after: 'late', words }],
    });
    expect(itemsOf(of({ milestones: [one] }))[0]?.lines).toEqual(['Due in January 2027', 'Newly agreed']);
  });

  it('have the RAG as their mark, and what it went from and to', () => {
    const rag = { before: 'amber', after: 'green', text: 'Amber to Green', good: true, fields: [] } as const;
    expect(itemsOf(of({ rag }))).toEqual([
      { mark: 'RAG', tone: 'good', reference: '', title: 'Amber to Green', lines: [], words: [] },
    ]);
  });
});

describe('settings', () => {
  const indicators = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      setting({
        what: 'indicator',
        kind: 'new',
        id: `i${at.toString()}`,
        text: `I${at.toString()} is new: words`,
      }),
    );

  it('are one entry where many of a kind came together', () => {
    expect(itemsOf(of({ settings: indicators(4) })).map(({ title }) => title)).toHaveLength(4);
    expect(itemsOf(of({ settings: [...indicators(5), setting()] }))).toMatchObject([
      { mark: 'new', title: '5 indicators: I0; I1; I2; I3; I4', lines: [] },
      { mark: 'changed', reference: '' },
    ]);
  });

  it('are counted together, of the programme and of its one workstream', () => {
    const one = of({ settings: [setting({ what: 'basis' })] }, { settings: indicators(2) });
    expect(changesView(one).summary.map(({ text }) => text)).toEqual([
      '3 settings changed, which changes what the other lines mean: 2 indicators, 1 change of the basis.',
    ]);
  });
});

describe('groups and periods', () => {
  const renamed = (change: Partial<GroupChange> = {}): GroupChange =>
    group({
      kind: 'gone',
      perhaps: { name: 'North East', because: '7 of 7 figures are the same' },
      ...change,
    });

  it('have what may be a renaming first, with the option that takes the two for one', () => {
    const blocks = blocksOf(
      of({ groups: [group({ kind: 'new', name: 'Fostering', figures: 1 }), renamed()] }),
    );
    expect(blocks[0]).toMatchObject({
      kind: 'items',
      items: [
        {
          mark: 'perhaps renamed',
          title: 'Team North → North East',
          lines: ['7 of 7 figures are the same'],
          option: "--renamed 'North=North East'",
        },
      ],
    });
    expect(blocks[1]).toMatchObject({ kind: 'text', text: 'New team: Fostering (1 figure).' });
  });

  it('quote a name as a shell reads it', () => {
    const [item] = itemsOf(of({ groups: [renamed({ name: "Children's" })] }));
    expect(item?.option).toBe("--renamed 'Children'\\''s=North East'");
  });

  it.each(HOSTILE_TEXTS.filter((text) => /[\u0000-\u001f\u202e]/.test(text) || text.length > 80))(
    'propose no option for a name that cannot be typed as it is shown: %j',
    (name) => {
      expect(itemsOf(of({ groups: [renamed({ name })] }))[0]).not.toHaveProperty('option');
    },
  );

  it('say which side alone is broken down', () => {
    const groups: GroupChange[] = [
      { kind: 'breakdown_new', dimension: 'service', figures: 26 },
      { kind: 'breakdown_new', dimension: 'staff_group', figures: 1 },
      { kind: 'breakdown_gone', dimension: 'team', figures: 3 },
    ];
    expect(textsOf(of({ groups }))).toEqual([
      'Only Jan 2021 is broken down by team (3 figures).',
      'Only Feb 2021 is broken down by service (26 figures) and staff group (1 figure).',
    ]);
    const after = { asOf: '2021-03-15', period: JAN };
    const sides = { before: { label: 'v1', asked: 'v1' }, after: { label: 'v2', asked: 'v2' } };
    expect(textsOf(of({ groups: groups.slice(2), after }, sides))).toEqual([
      'Only v1 is broken down by team (3 figures).',
    ]);
  });

  it('are a line for each kind', () => {
    const groups = ['A', 'B'].map((name) => group({ kind: 'gone', name }));
    expect(textsOf(of({ groups, periods: { new: [FEB], gone: [JAN] } }))).toEqual([
      'Teams no longer in the tables: A (7 figures), B (7 figures).',
      'New month: Feb 2021.',
      'No longer in the tables: Jan 2021.',
    ]);
  });
});

describe('facts', () => {
  it('are at most three lines, with what was asked for', () => {
    expect(changesView(FULL).facts).toEqual([
      'Luton Council · Children’s Improvement Programme',
      'main~1 (a1b2c3d), January return → main (b2c3d4e)',
      'Workforce: headcount, figures of Jan 2021 → Feb 2021 · tolerance 0.05 · floor 10%',
    ]);
    const many = comparison({ workstreams: Array.from({ length: 9 }, () => workstream()) });
    expect(changesView(many).facts).toHaveLength(3);
  });

  it('name the parts only where others were left out', () => {
    const facts = (change: Partial<Comparison>) => changesView(comparison(change)).facts.at(-1);
    expect(facts({ parts: ['risks', 'actions'] })).toBe(
      'Workforce: headcount · compared: risks and actions alone',
    );
    const before = { label: 'docs/september.csv', asked: 'september.csv' };
    const after = { label: 'docs/october.csv', asked: 'october.csv' };
    expect(facts({ form: 'files', parts: ['workforce'], before, after })).toBe(
      'Headcount, figures of Jan 2021 → Feb 2021',
    );
  });

  it('leave out the meetings where these are the sides', () => {
    const papers = (meeting: string) => ({ meeting, asOf: meeting, period: JAN });
    const one = of(
      { before: papers('2021-03-15'), after: papers('2021-04-19') },
      { before: { label: '15 March 2021', asked: '' }, after: { label: '19 April 2021', asked: '' } },
    );
    expect(changesView(one).facts.at(-1)).toBe('Workforce: headcount, figures of Jan 2021');
  });

  it('are short where files are compared: names alone, where these tell them apart', () => {
    const title = (before: string, after: string) =>
      changesView(
        comparison({
          form: 'files',
          before: { label: before, asked: '' },
          after: { label: after, asked: '' },
        }),
      ).title;
    expect(title('docs/a.csv', 'docs/b.csv')).toBe('What changed: a.csv to b.csv');
    expect(title('old/a.csv', 'new/a.csv')).toBe('What changed: old/a.csv to new/a.csv');
  });
});
