import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutInMiddle, shown } from '../../src/cli/diff-columns.ts';
import { changesLines } from '../../src/cli/diff-lines.ts';
import type { Line } from '../../src/cli/output.ts';
import type { Comparison, WordRun } from '../../src/compare/comparison.ts';
import type { ChangesView, ViewBlock, ViewItem, ViewRow, ViewTable } from '../../src/compare/view.ts';
import { recorder } from '../support/recorder.ts';

// The lines take the names of the sides from the comparison, and nothing else.
const comparison = {
  differs: true,
  before: { label: 'Jan 2021' },
  after: { label: 'Feb 2021' },
} as unknown as Comparison;

function viewOf(blocks: readonly ViewBlock[], change: Partial<ChangesView> = {}): ChangesView {
  return {
    comparison,
    language: 'en-GB',
    title: 'What changed: Jan 2021 to Feb 2021',
    facts: ['Luton Council'],
    summary: [{ text: 'Agency rose.', tone: 'bad' }],
    sections: blocks.length === 0 ? [] : [{ id: 'workforce', title: 'Workforce', blocks }],
    notes: [],
    ...change,
  };
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.map(({ text }) => text).join('');
}

function printed(view: ChangesView, width = 80): string[] {
  return changesLines(view, width).map(textOf);
}

/** What a section has under its title. */
function body(blocks: readonly ViewBlock[], width = 80): string[] {
  const lines = printed(viewOf(blocks), width);
  return lines.slice(lines.indexOf('Workforce') + 1);
}

function row(...cells: string[]): ViewRow {
  return { cells, kind: 'row', tone: 'neutral', notes: [] };
}

function tableOf(rows: readonly ViewRow[], change: Partial<ViewTable> = {}): ViewTable {
  return {
    kind: 'table',
    caption: '',
    columns: [
      { title: 'Figure', align: 'left' },
      { title: 'Jan 2021', align: 'right' },
      { title: 'Change', align: 'right' },
    ],
    rows,
    ...change,
  };
}

function item(change: Partial<ViewItem> = {}): ViewItem {
  return { mark: 'slipped', tone: 'bad', reference: 'M1', title: 'Launch', lines: [], words: [], ...change };
}

describe('columnsOf', () => {
  it.each([
    ['', 0],
    ['agency', 6],
    ['−5.0 FTE', 8],
    ['東京', 4],
    ['한국', 4],
    ['e\u0301te\u0301', 3],
    ['🙂', 2],
    ['❤\ufe0f', 2],
    ['ＡＢ', 4],
  ])('%j takes %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('cutInMiddle', () => {
  it('keeps the beginning and the end, and never more than the width', () => {
    expect(cutInMiddle('Children in care, north', 11)).toBe('Child…north');
    expect(cutInMiddle('short', 11)).toBe('short');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, width) => {
          expect(columnsOf(cutInMiddle(text, width))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('changesLines', () => {
  it('puts the summary before the parts, and what is not compared at the end', () => {
    const view = viewOf([{ kind: 'text', text: 'A line.', tone: 'neutral' }], {
      summary: [
        { text: 'Agency rose.', tone: 'bad' },
        { text: 'Vacancies fell.', tone: 'good' },
      ],
      notes: ['The RAG belongs to a meeting.'],
    });
    expect(printed(view)).toEqual([
      'What changed: Jan 2021 to Feb 2021',
      'Luton Council',
      '',
      '• Agency rose.',
      '• Vacancies fell.',
      '',
      'Workforce',
      '  A line.',
      '',
      'Not compared',
      '• The RAG belongs to a meeting.',
    ]);
  });

  it('says that nothing changed', () => {
    expect(printed(viewOf([], { summary: [] }))).toContain('Nothing changed between Jan 2021 and Feb 2021.');
    const summary = [{ text: 'No difference.', tone: 'neutral' }] as const;
    const same = { ...comparison, differs: false };
    expect(printed(viewOf([], { summary, comparison: same })).at(-1)).toBe(
      'Nothing changed between Jan 2021 and Feb 2021.',
    );
    // What is within the tolerance is shown: the view says how it stands.
    const within = viewOf([{ kind: 'text', text: 'Small.', tone: 'quiet' }], { summary, comparison: same });
    expect(printed(within)).toContain('No difference.');
  });

  it('names a workstream over its first part', () => {
    const sections = [{ id: 'rag-w', title: 'RAG', workstream: 'Workforce', blocks: [] }];
    expect(printed(viewOf([], { sections })).slice(-5)).toEqual(['', 'Workforce', '═════════', '', 'RAG']);
  });

  it('aligns numbers to the right with their decimal points under one another', () => {
    const rows = [
      row('Agency', '36', '+3'),
      row('Agency rate', '20.00%', '−1.08 pp'),
      row('Leavers', 'c', '–'),
    ];
    expect(body([tableOf(rows)])).toEqual([
      '  Figure       Jan 2021    Change',
      '  Agency         36      +3',
      '  Agency rate    20.00%  −1.08 pp',
      '  Leavers         c       –',
    ]);
  });

  it('has headings, notes and what is collapsed on lines of their own', () => {
    const rows: ViewRow[] = [
      { cells: ['By team'], kind: 'heading', tone: 'neutral', notes: [] },
      { ...row('Duty', '1', '+1'), notes: ['as the papers print it: 1'] },
    ];
    expect(body([tableOf(rows, { caption: 'Counts', more: '12 smaller changes' })])).toEqual([
      '  Counts',
      '  Figure  Jan 2021  Change',
      '  By team',
      '  Duty           1      +1',
      '    as the papers print it: 1',
      '  12 smaller changes',
    ]);
  });

  it('breaks a long label and never a number', () => {
    const label = 'Agency social workers in the assessment and family support service of the north';
    const lines = body([tableOf([row(label, '1,234,567.5', '+12.5')])], 60);
    expect(lines.filter((line) => line.includes('1,234,567.5'))).toHaveLength(1);
    expect(lines.every((line) => line.length <= 60)).toBe(true);
    expect(lines.map((line) => line.slice(2, 40).trim()).join(' ')).toContain('Agency social workers in the');
  });

  it('writes a table row by row where its numbers leave no room', () => {
    const columns = ['Figure', 'Before', 'After', 'Change', 'Relative'].map((title, index) => ({
      title,
      align: index === 0 ? ('left' as const) : ('right' as const),
    }));
    const cells = ['Cost', '£1,234,567', '£2,345,678', '+£1,111,111', '+90.0%'];
    expect(body([tableOf([row(...cells)], { columns })], 40)).toEqual([
      '  Cost',
      '    Before: £1,234,567',
      '    After: £2,345,678',
      '    Change: +£1,111,111',
      '    Relative: +90.0%',
    ]);
  });

  it('shows words that went and came so that they can be read without colour', () => {
    const runs: WordRun[] = [
      { kind: 'same', text: 'The plan is ' },
      { kind: 'removed', text: 'on course' },
      { kind: 'added', text: 'late' },
      {
        kind: 'same',
        text: ' by one two three four five six seven eight nine ten eleven twelve thirteen months',
      },
    ];
    const words = [{ label: 'Reason', runs }];
    expect(body([{ kind: 'items', items: [item({ words })] }])).toEqual([
      '  slipped  M1: Launch',
      '           Reason: The plan is [-on course-]{+late+} by one two three four five',
      '             …',
    ]);
  });

  it('has a bridge as lines', () => {
    const bridge = { group: {}, basis: 'fte' } as unknown as Extract<ViewBlock, { kind: 'bridge' }>['bridge'];
    expect(body([{ kind: 'bridge', bridge, lines: ['141 + 10 − 1 = 150', 'Unexplained: −6'] }])).toEqual([
      '  141 + 10 − 1 = 150',
      '  Unexplained: −6',
    ]);
  });

  it('parts tables and lists by one blank line, and keeps lines of words together', () => {
    const text: ViewBlock = { kind: 'text', text: 'A line.', tone: 'neutral' };
    const table = tableOf([row('Agency', '36', '+3')], { caption: 'Counts' });
    const items: ViewBlock = { kind: 'items', items: [item()] };
    const lines = body([text, text, table, table, text, items, items]);
    expect(lines.join('\n')).toBe(
      [
        '  A line.\n  A line.',
        '  Counts\n  Figure  Jan 2021  Change\n  Agency        36      +3',
        '  Counts\n  Figure  Jan 2021  Change\n  Agency        36      +3',
        '  A line.',
        '  slipped  M1: Launch',
        '  slipped  M1: Launch',
      ].join('\n\n'),
    );
    const all = printed(viewOf([text, table, items], { notes: ['Nothing.'] }));
    expect(all.filter((line, index) => line === '' && all[index - 1] === '')).toEqual([]);
  });

  it('adds the option to what another format has, and to what may be done', () => {
    const option = "--renamed 'North=North East'";
    expect(
      body([
        { kind: 'text', text: 'The JSON has all.', tone: 'quiet', whole: 'json' },
        tableOf([], { more: '3 more teams: the CSV lists all', whole: 'csv' }),
        { kind: 'items', items: [item({ mark: 'RAG', reference: '', title: 'Amber to Green', option })] },
      ]),
    ).toEqual([
      '  The JSON has all (--format json).',
      '',
      '  3 more teams: the CSV lists all (--format csv)',
      '',
      '  RAG  Amber to Green',
      `       If so: ${option}`,
    ]);
  });

  it('has what heads something in strong letters', () => {
    const lines = changesLines(
      viewOf([tableOf([{ ...row('Duty'), kind: 'heading' }], { caption: 'By team' })]),
      80,
    );
    const looks = new Map(
      lines.flatMap((line) =>
        typeof line === 'string' ? [] : line.map(({ text, look }) => [text.trim(), look]),
      ),
    );
    for (const text of ['What changed: Jan 2021 to Feb 2021', 'Workforce', 'By team', 'Duty'])
      expect(looks.get(text), text).toBe('strong');
  });

  it('colours by looks alone: without colour the words are the same', () => {
    const view = viewOf([
      tableOf([{ ...row('Agency', '36', '+3'), tone: 'bad' }]),
      { kind: 'items', items: [item()] },
    ]);
    const write = (colour: boolean): string => {
      const { output, stdout } = recorder({ colour });
      for (const line of changesLines(view, 80)) output.result(line);
      return stdout();
    };
    expect(write(true)).toContain('\u001b[');
    expect(write(true).replace(/\u001b\[\d+m/g, '')).toBe(write(false));
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(
      '::error file=a::forged',
      'x ::warning::y',
      '##vso[task.complete]',
      '\u001b[2J\r\n',
      '\u202egnorw',
      '東京都'.repeat(40),
      'W'.repeat(400),
      `e${'\u0301'.repeat(300)}`,
      'one two three '.repeat(40),
      '',
    ),
  );
  const number = fc.constantFrom('36', '−1.08 pp', '+12,345.5 FTE', 'c', '–', '', '0.00%');
  const runs = fc.array(fc.record({ kind: fc.constantFrom('same', 'removed', 'added'), text: hostile }), {
    maxLength: 4,
  });

  it('never overflows the terminal, never ends a line with a space and lets no data forge output', () => {
    const forms = fc.record({ text: hostile, label: hostile, a: number, b: number, runs });
    fc.assert(
      fc.property(forms, fc.integer({ min: 40, max: 100 }), ({ text, label, a, b, runs: words }, width) => {
        const view = viewOf(
          [
            tableOf([{ ...row(label, a, b), notes: [text] }], { caption: text, more: text }),
            {
              kind: 'items',
              items: [
                item({
                  mark: label,
                  reference: text,
                  title: label,
                  lines: [text],
                  words: [{ label, runs: words }],
                }),
              ],
            },
            { kind: 'text', text, tone: 'bad' },
          ],
          {
            title: text,
            facts: [label],
            summary: [
              { text, tone: 'good' },
              { text: label, tone: 'quiet' },
            ],
            notes: [text],
          },
        );
        const { output, stdout } = recorder();
        for (const line of changesLines(view, width)) output.result(line);
        for (const line of stdout().split('\n')) {
          expect(columnsOf(line), JSON.stringify(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/^\s*::|##(vso)?\[|[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is what the output prints: nothing is escaped a second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shown(shown(text))).toBe(shown(text));
      }),
    );
  });
});
