import { describe, expect, it } from 'vitest';
import type { Evaluator } from '../../src/metrics/evaluate.ts';
import {
  comparedRate,
  DFE_FILE,
  dfeEvaluator,
  dfeKey,
  HAS_DFE,
  isNumber,
  LEVELS,
  nameOf,
  RATE_COLUMNS,
  readDfeRows,
  type DfeRow,
  type Level,
  type RateColumn,
} from '../support/dfe.ts';
import {
  authoritiesOf,
  followsFromAuthorities,
  LOW_RELIABILITY,
  type LeftOut,
} from '../support/dfe-regions.ts';

interface Loaded {
  readonly rows: readonly DfeRow[];
  readonly evaluator: Evaluator;
}

let loaded: Loaded | undefined;

/** Reads the data set once, when the first test needs it: where it is absent there is nothing to read. */
function load(): Loaded {
  const rows = loaded?.rows ?? readDfeRows();
  loaded ??= { rows, evaluator: dfeEvaluator(rows) };
  return loaded;
}

/** How many rates a column prints at a level, how many of them have their counts printed too, and how many follow. */
type Tally = readonly [printed: number, compared: number, reproduced: number];

interface Result {
  readonly tally: Tally;
  readonly differing: readonly string[];
}

function resultOf(column: RateColumn, level: Level): Result {
  const { rows, evaluator } = load();
  const printed = rows.filter(
    (row) => row['geographic_level'] === level && isNumber(row[column.column] ?? ''),
  );
  const compared = printed.flatMap((row) => {
    const comparison = comparedRate(evaluator, row, column);
    return comparison === undefined ? [] : [{ row, comparison }];
  });
  const differing = compared
    .filter(({ comparison }) => !comparison.agrees)
    .map(({ row, comparison }) => `${nameOf(row)}: ${row[column.column]}, not ${comparison.computedText}`);
  return { tally: [printed.length, compared.length, compared.length - differing.length], differing };
}

/** Returns the regions and England whose printed rate follows from their authorities, and those where it does not. */
function fromAuthorities(column: RateColumn, isLeftOut: LeftOut): { follow: string[]; differ: string[] } {
  const { rows, evaluator } = load();
  const outcomes = rows
    .filter((row) => row['geographic_level'] !== 'Local authority')
    .map((row) => {
      const area = { row, authorities: authoritiesOf(row, rows) };
      return { name: nameOf(row), follows: followsFromAuthorities(evaluator, area, column, isLeftOut) };
    });
  const named = (wanted: boolean): string[] =>
    outcomes.filter(({ follows }) => follows === wanted).map(({ name }) => name);
  return { follow: named(true), differ: named(false) };
}

const TITLE = 'the rates that the Department for Education prints';

describe.skipIf(!HAS_DFE)(
  HAS_DFE ? TITLE : `${TITLE} (skipped: ${DFE_FILE} is absent, see CIP_DFE_DIR)`,
  () => {
    it('are all looked at, but for one of which the registry has no definition', () => {
      const { rows } = load();
      const rates = Object.keys(rows[0]!).filter((column) => /rate|caseload/.test(column));
      const checked = RATE_COLUMNS.map(({ column }) => column);
      // Agency cover of agency workers: those who cover a vacancy ÷ all agency workers.
      expect(rates.filter((column) => !checked.includes(column))).toEqual(['agency_cover_rate_fte']);
      expect(checked.filter((column) => !rates.includes(column))).toEqual([]);
      expect(rows).toHaveLength(1276);
      const keys = rows.map((row) => JSON.stringify(dfeKey(row, 'permanent', 'fte')));
      expect(new Set(keys).size).toBe(rows.length);
    });

    it('follow from the printed counts, in so many cases', () => {
      const results = RATE_COLUMNS.map((column) => ({
        column: column.column,
        byLevel: LEVELS.map((level) => resultOf(column, level).tally),
      }));
      process.stdout.write(reportOf(results));
      expect(Object.fromEntries(results.map(({ column, byLevel }) => [column, byLevel]))).toEqual({});
    });

    it.each(RATE_COLUMNS)('$column of a local authority: no exception', (column) => {
      expect(resultOf(column, 'Local authority').differing).toEqual([]);
    });

    it('differ from the printed totals of regions and of England in these cases', () => {
      const differing = RATE_COLUMNS.flatMap((column) =>
        (['Regional', 'National'] as const).flatMap((level) =>
          resultOf(column, level).differing.map((text) => `${column.column} ${text}`),
        ),
      );
      expect(differing).toEqual([]);
    });

    it('of regions and of England follow from the authorities', () => {
      const differing = RATE_COLUMNS.map((column) => {
        const { follow, differ } = fromAuthorities(column, LOW_RELIABILITY);
        return [column.column, follow.length, differ];
      });
      expect(differing).toEqual([]);
    });

    it('are told from rates that are a tenth of a point off, where heads are counted', () => {
      const { rows, evaluator } = load();
      const column = RATE_COLUMNS.find((one) => one.column === 'agency_rate_headcount')!;
      const outcomes = rows.flatMap((row) => {
        const printed = Number(row[column.column]);
        if (Number.isNaN(printed)) return [];
        return comparedRate(evaluator, row, column, (printed + 0.1).toFixed(1))?.agrees ?? [];
      });
      expect(outcomes).toHaveLength(1275);
      expect(outcomes.filter((agrees) => agrees)).toEqual([]);
    });
  },
);

function reportOf(results: readonly { column: string; byLevel: readonly Tally[] }[]): string {
  const lines = results.map(({ column, byLevel }) => {
    const texts = byLevel.map(
      ([printed, compared, reproduced]) => `${reproduced} of ${compared} (${printed} printed)`,
    );
    return [column.padEnd(30), ...texts.map((text) => text.padEnd(30))].join('').trimEnd();
  });
  const heading = ['rates reproduced'.padEnd(30), ...LEVELS.map((level) => level.padEnd(30))]
    .join('')
    .trimEnd();
  return `${[heading, ...lines].join('\n')}\n`;
}
