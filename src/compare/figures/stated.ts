import { statedFor } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { changeBetween, commonPlaces } from '../../metrics/measured-change.ts';
import type { FigureKind } from '../../metrics/registry.ts';
import type { NumberCell } from '../../model/cell.ts';
import type { FigureChange } from '../comparison.ts';
import { amountsOf } from './amounts.ts';
import { numberText } from './cells.ts';
import type { Reckoned, Reckoning } from './reckoning.ts';

/**
 * Returns what the papers print for the two figures and how far that is apart, at the decimals that both print; undefined
 * where they do not print both. Of several numbers for one figure it is the one that agrees with the data.
 */
export function statedChange(
  reckoning: Reckoning,
  { before, after, kind }: Reckoned,
): FigureChange['stated'] | undefined {
  const [from, to] = [
    printedNumber(reckoning.before, before, kind),
    printedNumber(reckoning.after, after, kind),
  ];
  if (from === undefined || to === undefined) return undefined;
  const places = commonPlaces(kind.unit, from.places, to.places);
  return {
    before: numberText(from, kind),
    after: numberText(to, kind),
    ...amountsOf(changeBetween(from.value, to.value, kind.unit, places)),
  };
}

function printedNumber(
  { book }: Evaluator,
  { key, outcome }: Evaluation,
  { unit }: FigureKind,
): NumberCell | undefined {
  const numbers = new Map<string, NumberCell>();
  // A share without a % sign, and anything else with one, says something else than was meant.
  for (const { cell } of statedFor(book, key))
    if (cell.kind === 'number' && (cell.notation === 'percent') === (unit === 'share'))
      numbers.set(cell.value.toFraction(), cell);
  const all = [...numbers.values()];
  const fitting = all.filter((cell) => outcome.kind === 'number' && follows(cell, outcome.number));
  const [only, another] = all.length > 1 ? fitting : all;
  return another === undefined ? only : undefined;
}
