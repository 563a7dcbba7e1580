/** What a column holds, as docs/diff.md says it. In the order of the file. */
export const CSV_COLUMNS = {
  workstream: 'Id of the workstream; empty for what holds for the whole programme.',
  part: 'What it is of: `definitions`, `rag`, `workforce`, `indicators`, `targets`, `milestones`, `risks`, `actions`, `recommendations`, `resolutions`, `escalations`; empty for a whole workstream.',
  kind: 'What happened: `changed`, `new`, `gone`, `marker`; `restated` for a figure of one period that the sides give otherwise (`restated new`, `restated gone`, `restated marker`); `cell` for one cell of a table; `bridge` for a bridge and each of its flows; `rate` for where the change of a rate comes from, and each part of it; `signal` and `usual` for what history says; of an entry everything that happened to it, what matters most first; `field` for one field of an entry.',
  id: 'Name of the figure, the setting, the group or the period, reference of the entry; of a field the reference and the field; `bridge.leavers`, `agency_rate.numerator`, `agency_rate.team=Duty` for a part.',
  label: 'The same as it is printed.',
  group: 'Of a figure, whose it is: `team=Duty; grade=3`; empty for the whole.',
  basis: 'Of a figure: `fte` or `headcount`.',
  period_before: 'Period of the first side, by its key: `2021-01`.',
  period_after: 'Period of the second side.',
  before:
    'What the first side gives: a decimal (a share for a percentage: 0.2108), a marker (`c`, `<5`) or a text; empty for nothing.',
  after: 'What the second side gives.',
  absolute:
    'after − before, as a decimal; 0.0108 of a share is 1.08 percentage points. Of a bridge what is left over, of its flows and of parts of rates what they add.',
  relative: '(after − before) ÷ before, as a decimal; empty where before is zero or negative.',
  unit: 'Of a figure: `count`, `share`, `ratio`, `money` (pounds) or `duration` (months).',
  text: 'What is said of it in words.',
  file: 'Where it stands in the data repo, on the second side where it has it.',
  line: 'The line of that file.',
} as const;

export type CsvColumn = keyof typeof CSV_COLUMNS;

const COLUMNS = Object.keys(CSV_COLUMNS);

/** A row by the names of its columns; what is not named is empty. */
export type CsvRow = Readonly<Partial<Record<CsvColumn, string>>>;

/** Returns the header and the rows, every row with all columns. */
export function csvTable(rows: readonly CsvRow[]): string[][] {
  return [COLUMNS, ...rows.map((row) => Object.keys(CSV_COLUMNS).map((name) => cellOf(row, name)))];
}

function cellOf(row: CsvRow, name: string): string {
  return Object.entries(row).find(([column]) => column === name)?.[1] ?? '';
}
