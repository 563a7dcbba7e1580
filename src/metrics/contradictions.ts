import { formatPeriod, formatValue, midSentence } from '../model/format.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { isGivenThroughout } from './addition.ts';
import { groupText, type FigureBook, type FigureKey, type Given } from './book.ts';
import { overlap, estimateOf } from './estimate.ts';
import type { Evaluation } from './evaluation.ts';
import { printedPlaces } from './places.ts';
import { kindOf, labelOf, type Registry } from './registry.ts';

/**
 * Returns what says why a sum is not to be used: at another period the data gives the figure of the whole group, and the
 * members of the dimension did not come to it, so that somebody is in none of them or in two. What moves in a period is
 * judged by who there is: of a flow any such difference of a stock counts. Undefined where nothing speaks against it.
 */
export function createContradictions(
  book: FigureBook,
  registry: Registry,
  sums: (key: FigureKey) => readonly Evaluation[],
): (sum: Evaluation) => string | undefined {
  const known = new Map<string, string | undefined>();
  const stocks = [...registry.kinds.values()].filter(
    ({ nature, series }) => nature === 'stock' && series === undefined,
  );
  let wholes: ReadonlyMap<string, readonly Given[]> | undefined;

  function contradiction({ key, dimension = '' }: Evaluation): string | undefined {
    const isFlow = kindOf(registry, key.id)?.nature === 'flow';
    const ids = isFlow ? stocks.map(({ id }) => id) : [key.id];
    for (const id of ids) {
      const found = of({ ...key, id }, dimension);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function of(key: FigureKey, dimension: string): string | undefined {
    const name = JSON.stringify([wholeText(key), dimension]);
    if (!known.has(name)) known.set(name, search(key, dimension));
    return known.get(name);
  }

  function search(key: FigureKey, dimension: string): string | undefined {
    wholes ??= givenWholes(book);
    for (const given of wholes.get(wholeText(key)) ?? []) {
      const { period, cell } = given.observation;
      const sum = sums({ ...key, period }).find((one) => one.dimension === dimension);
      if (cell.kind !== 'number' || sum?.outcome.kind !== 'number' || !isGivenThroughout(sum)) continue;
      const kind = kindOf(registry, key.id);
      const precision = () => book.precision(given.observation);
      if (kind === undefined) continue;
      if (overlap(estimateOf(cell, key.basis, { ...kind, precision }), sum.outcome.number)) continue;
      const [whole, parts] = [cell.value, sum.outcome.number.value].map((value) =>
        formatValue(value, kind.unit, printedPlaces(sum, kind)),
      );
      return `${midSentence(labelOf(registry, key.id))} by ${dimension.replaceAll('_', ' ')} came to ${parts ?? ''} for ${formatPeriod(period)}, and the whole was ${whole ?? ''}`;
    }
    return undefined;
  }

  return contradiction;
}

/** The figures that the data gives of each group, by measure, basis and group. */
function givenWholes(book: FigureBook): Map<string, Given[]> {
  const wholes = new Map<string, Given[]>();
  for (const given of book.given.values()) {
    const { measure: id, group, basis, cell } = given.observation;
    if (cell.kind !== 'number') continue;
    const name = wholeText({ id, group, basis });
    const some = wholes.get(name);
    if (some === undefined) wholes.set(name, [given]);
    else some.push(given);
  }
  return wholes;
}

function wholeText({ id, group, basis }: { id: string; group: Group; basis: Basis }): string {
  return JSON.stringify([id, basis, groupText(group)]);
}
