import { bridgePlaces, bridgesOf, type StaffBridge } from '../metrics/bridge.ts';
import { keyText, type FigureKey } from '../metrics/book.ts';
import type { Estimate } from '../metrics/estimate.ts';
import type { Evaluation } from '../metrics/evaluation.ts';
import { placesOfAll } from '../metrics/places.ts';
import { kindOf, type Registry } from '../metrics/registry.ts';
import { haveSameMembers } from '../metrics/same-members.ts';
import type { Movement } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import { compareExact, exact, toFixed, type Exact } from '../model/exact.ts';
import { formatChange } from '../model/format.ts';
import type { PaperContext } from './context.ts';
import { knownPeriods } from './known-figures.ts';

/** So much of a movement as there is to explain. */
export interface MovementAmount {
  /** The figure after the movement. */
  readonly key: FigureKey;
  readonly by: Estimate;
  /** Decimals at which it is printed: of the percentage for a share. */
  readonly places: number;
  readonly unit: MetricUnit;
}

/** The whole change of a figure, and what it changed from. */
export interface ChangeAmount extends MovementAmount {
  readonly opening: Evaluation;
  readonly closing: Evaluation;
}

/** What there is to explain of a figure. */
export interface MovementAmounts {
  /** What the bridge that the figure closes leaves over. */
  readonly rest?: MovementAmount & { readonly bridge: StaffBridge };
  /** From the period before that has a number. */
  readonly change?: ChangeAmount;
}

/** Returns what there is to explain of a figure; nothing where it closes no bridge and moved from no number. */
export function amountsTo(context: PaperContext, key: FigureKey): MovementAmounts {
  const { figures } = context;
  const bridge = bridgesOf(figures, key.group, key.basis).find(
    ({ closing }) => keyText(closing.key) === keyText(key),
  );
  const change = changeTo(context, key);
  return {
    ...(bridge && { rest: { ...restOf(bridge, figures.registry), bridge } }),
    ...(change && { change }),
  };
}

/** Returns what a bridge leaves over. */
export function restOf(bridge: StaffBridge, registry: Registry): MovementAmount {
  const places = bridgePlaces(bridge, registry);
  return { key: bridge.closing.key, by: bridge.unexplained, places, unit: 'count' };
}

/** Returns the change of a figure from the period before it that has a number; undefined where none can be told. */
export function changeTo({ figures }: PaperContext, key: FigureKey): ChangeAmount | undefined {
  const closing = figures.evaluate(key);
  const opening = knownPeriods(figures, key)
    .filter((one) => one.kind === key.period.kind && one.end < key.period.end)
    .map((period) => figures.evaluate({ ...key, period }))
    .findLast(({ outcome }) => outcome.kind === 'number');
  if (opening?.outcome.kind !== 'number' || closing.outcome.kind !== 'number') return undefined;
  if (!haveSameMembers(opening, closing)) return undefined;
  const [before, now] = [opening.outcome.number, closing.outcome.number];
  return { ...changeOf({ opening, closing, before, now }, figures.registry), opening, closing };
}

/** Returns the whole change from one figure to another. */
export function changeOf(
  {
    opening,
    closing,
    before,
    now,
  }: Pick<ChangeAmount, 'opening' | 'closing'> & Record<'before' | 'now', Estimate>,
  registry: Registry,
): MovementAmount {
  return {
    key: closing.key,
    by: { value: now.value.sub(before.value), low: now.low.sub(before.high), high: now.high.sub(before.low) },
    places: placesOfAll([opening, closing], registry),
    unit: kindOf(registry, closing.key.id)?.unit ?? 'count',
  };
}

/**
 * Returns whether a reason is for an amount: at the decimals at which the amount is printed, or at its own where it has
 * more, the two are one, but for what the rounding of the figures behind it can hide.
 */
export function isFor({ by }: Pick<Movement, 'by'>, amount: MovementAmount): boolean {
  const places = Math.max(by.places, amount.places) + (amount.unit === 'share' ? 2 : 0);
  const half = exact(1).div(2n * 10n ** BigInt(places));
  return (
    compareExact(amount.by.low.sub(half), by.value) <= 0 &&
    compareExact(amount.by.high.add(half), by.value) >= 0
  );
}

/** Returns an amount as it is printed: `−6`, `+1.08 pp`. */
export function amountText({ by, unit, places }: MovementAmount): string {
  return formatChange(by.value, unit, places);
}

/** Returns the amount that a reason is recorded for, at its own decimals: `−6`. */
export function statedText({ by }: Pick<Movement, 'by'>, unit: MetricUnit): string {
  return formatChange(by.value, unit, by.places);
}

/** Returns an amount as it is written in an entry: `-6`, `+1.08 pp`; without commas, which would end it there. */
export function amountEntry({ by, unit, places }: MovementAmount): string {
  const value: Exact = unit === 'share' ? by.value.mul(100) : by.value;
  const text = toFixed(value, places);
  const sign = value.s > 0n && value.n !== 0n ? '+' : '';
  return `${sign}${text}${unit === 'share' ? ' pp' : ''}`;
}
