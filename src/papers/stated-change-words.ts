import type { StatedChange } from '../model/dataset.ts';
import { formatChange, formatNumber, formatRelative, formatSigned, formatValue } from '../model/format.ts';
import { changeOf, type ChangeMeaning, type ComparedChange, type FigurePair } from './stated-changes.ts';

const UNITS: Readonly<Record<StatedChange['written'], string>> = { plain: '', percent: '%', points: ' pp' };

/** Returns a stated change in one spelling: `−11%` for `(11%)` and `11% reduction`, and `11%` where no sign is given. */
export function statedText({ value, places, signed, written }: StatedChange): string {
  return `${signed ? formatSigned(value, places) : formatNumber(value, places)}${UNITS[written]}`;
}

/** Returns the change between two figures at so many decimals: `−11 pp`, `−25%`, `−5`; undefined where there is none. */
function changeText(
  { kind }: Pick<ComparedChange, 'kind'>,
  pair: FigurePair,
  meaning: ChangeMeaning,
  places: number,
): string | undefined {
  const change = changeOf(pair, meaning);
  if (change === undefined) return undefined;
  if (meaning === 'relative') return formatRelative(change.value, places);
  return formatChange(change.value, kind.unit, kind.unit === 'share' ? places : pair.places);
}

/** Returns both changes of the figures from which a stated one follows: `−11 pp (−25%)`, `−25% (−11 pp)`. */
export function changesText(one: ComparedChange, first: ChangeMeaning = one.is): string {
  const second = first === 'relative' ? 'difference' : 'relative';
  const [own = '', other] = ([first, second] as const).map((meaning) =>
    changeText(one, one.pair, meaning, one.change.places),
  );
  return other === undefined ? own : `${own} (${other})`;
}

/** Returns a change in the meaning that its column has, as it would be stated: `−11 pp`. */
export function changeInColumn(one: ComparedChange): string {
  return changeText(one, one.pair, one.is, one.change.places) ?? changesText(one);
}

/** Returns what a stated change is and what it is not: `−11 pp, and −25% of the earlier figure`. */
export function meaningText(one: ComparedChange): string {
  const { pair, is, change } = one;
  const difference = changeText(one, pair, 'difference', change.places) ?? '';
  const relative = changeText(one, pair, 'relative', change.places);
  if (relative === undefined) return difference;
  const ofEarlier = `${relative} of the earlier figure`;
  return is === 'relative' ? `${ofEarlier}, and ${difference}` : `${difference}, and ${ofEarlier}`;
}

/** Returns the figures of a change, as they were taken: `44% to 33%`. */
export function figuresText({ kind }: ComparedChange, { from, to, places }: FigurePair): string {
  return [from, to].map(({ value }) => formatValue(value, kind.unit, places)).join(' to ');
}

/** Returns the reckoning of both changes: `from 44% to 33%: 33% − 44% = −11 pp; 33% ÷ 44% − 1 = −25%`. */
export function changeReckoning(one: ComparedChange): string {
  const { kind, pair, change } = one;
  const [from = '', to = ''] = [pair.from, pair.to].map(({ value }) =>
    formatValue(value, kind.unit, pair.places),
  );
  const difference = changeText(one, pair, 'difference', change.places);
  const relative = changeText(one, pair, 'relative', change.places);
  return [
    `from ${from} to ${to}: ${to} − ${from} = ${difference ?? ''}`,
    ...(relative === undefined ? [] : [`${to} ÷ ${from} − 1 = ${relative}`]),
  ].join('; ');
}
