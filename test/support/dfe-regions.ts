import { calculate } from '../../src/metrics/calculate.ts';
import { follows } from '../../src/metrics/comparison.ts';
import { certain, combine, type Estimate } from '../../src/metrics/estimate.ts';
import type { Evaluator } from '../../src/metrics/evaluate.ts';
import { references } from '../../src/metrics/expression.ts';
import type { Outcome } from '../../src/metrics/outcome.ts';
import type { Marker } from '../../src/model/cell.ts';
import { exact, ZERO } from '../../src/model/exact.ts';
import { dfeKey, printedRate, type DfeRow, type RateColumn } from './dfe.ts';

/** Which authorities are left out of both sides of a rate, by what stands above the line for them. */
export type LeftOut = (marker: Marker, row: DfeRow) => boolean;

/** The department's own rule. */
export const LOW_RELIABILITY: LeftOut = (marker) => marker === 'u';

/** "Rounds to zero" at one decimal. */
const NEAR_ZERO: Estimate = { value: ZERO, low: ZERO, high: exact('0.05') };

/**
 * Returns whether the rate that a row prints for a region or for England follows from its authorities' counts, added
 * up and put through the registry's definition; undefined where the row prints no number, or a confidential count of
 * an authority is needed.
 */
export function followsFromAuthorities(
  evaluator: Evaluator,
  { row, authorities }: { readonly row: DfeRow; readonly authorities: readonly DfeRow[] },
  column: RateColumn,
  isLeftOut: LeftOut,
): boolean | undefined {
  const { cell } = printedRate(row, column, row[column.column] ?? '');
  const expression = evaluator.registry.kinds.get(column.rate)?.expression;
  if (cell.kind !== 'number' || expression === undefined) return undefined;
  const given = (authority: DfeRow, measure: string): Outcome =>
    evaluator.evaluate(dfeKey(authority, measure, column.basis)).outcome;
  const counted = authorities.filter((authority) => {
    const numerator = given(authority, column.numerator);
    return numerator.kind !== 'marker' || !isLeftOut(numerator.marker, authority);
  });
  const inputs = references(expression).map((reference) => {
    const outcomes = counted.map((authority) => given(authority, reference.id));
    // Days of the year are the same for all of them.
    return { reference, outcome: sumOf(reference.id === 'working_days' ? outcomes.slice(0, 1) : outcomes) };
  });
  const { period } = dfeKey(row, column.rate, column.basis);
  const outcome = calculate(expression, { inputs, period, registry: evaluator.registry });
  return outcome.kind === 'number' ? follows(cell, outcome.number) : undefined;
}

/** Returns the authorities of a region (London is Inner and Outer London) or of England, in the row's year. */
export function authoritiesOf(row: DfeRow, rows: readonly DfeRow[]): DfeRow[] {
  const region = row['region_name'] ?? '';
  return rows.filter((one) => {
    if (one['geographic_level'] !== 'Local authority' || one['time_period'] !== row['time_period'])
      return false;
    const own = one['region_name'] ?? '';
    return region === '' || own === region || (region === 'London' && own.endsWith(' London'));
  });
}

/** Adds up what was given: an authority without the figure adds nothing, and a confidential one hides the sum. */
function sumOf(outcomes: readonly Outcome[]): Outcome {
  const hidden = outcomes.find((one) => one.kind === 'marker' && one.marker === 'c');
  if (hidden !== undefined) return hidden;
  const parts = outcomes.flatMap((one) => {
    if (one.kind === 'number') return [one.number];
    return one.kind === 'marker' && one.marker === 'low' ? [NEAR_ZERO] : [];
  });
  const number = parts.reduce((sum, part) => combine('+', sum, part) ?? sum, certain(ZERO));
  return { kind: 'number', number };
}
