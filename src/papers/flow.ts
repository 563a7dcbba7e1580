import { addedUp } from '../metrics/addition.ts';
import type { FigureKey } from '../metrics/book.ts';
import type { Evaluation, Evaluator } from '../metrics/evaluate.ts';
import { references } from '../metrics/expression.ts';
import { idsBehind } from '../metrics/family.ts';
import { kindOf, type FigureKind, type Registry } from '../metrics/registry.ts';
import { precedingPeriod } from '../metrics/periods.ts';
import { monthPeriod, quarterPeriod, type Period } from '../model/period.ts';
import { dateParts } from '../model/plain-date.ts';
import { PERIOD_WORDS } from '../model/period-words.ts';

/**
 * Returns whether a figure is of what happens in a period, so that the figure of a month says nothing of its year: a
 * flow, or a rate of one. A rate that is taken over twelve months is a level at a period's end.
 */
export function isFlow(registry: Registry, id: string, within: ReadonlySet<string> = new Set()): boolean {
  const kind = kindOf(registry, id);
  if (kind === undefined || within.has(id)) return false;
  if (kind.expression === undefined || kind.series === id) return kind.nature === 'flow';
  const behind = references(kind.expression).filter((one) => one.through !== 'last_12_months');
  return behind.some((one) => isFlow(registry, one.id, new Set([...within, id])));
}

/** Returns whether a figure is taken over twelve months, so that those of successive months share eleven of them. */
export function isRolling(registry: Registry, id: string): boolean {
  return [...idsBehind(registry, id)].some((one) => {
    const expression = kindOf(registry, one)?.expression;
    return expression && references(expression).some(({ through }) => through === 'last_12_months');
  });
}

/** Returns whether a figure grows with the length of its period (no rate does), so that its level is one a month or year. */
export function growsWithTime(registry: Registry, { id, unit }: FigureKind): boolean {
  return (unit === 'count' || unit === 'money') && isFlow(registry, id);
}

/** Returns `a month` for a figure whose level is one a month; nothing for any other. */
export function perPeriod(registry: Registry, kind: FigureKind, { kind: period }: Period): string {
  return growsWithTime(registry, kind) ? ` a ${PERIOD_WORDS[period]}` : '';
}

/** Returns whether a year's figure is the sum of its months': of a counted flow, and of an indicator said to add up. */
export function sumsOverTime(registry: Registry, id: string): boolean {
  const kind = kindOf(registry, id);
  if (kind?.nature !== 'flow' || kind.expression !== undefined) return false;
  return (kind.unit === 'count' || kind.unit === 'money') && kind.addsUp !== false;
}

/**
 * Returns the sum of a flow's figures over the shorter periods that make up the key's, where the data has every one of
 * them and they can be added up; undefined where it has not.
 */
export function sumOverTime(figures: Evaluator, key: FigureKey): Evaluation | undefined {
  if (!sumsOverTime(figures.registry, key.id)) return undefined;
  for (const periods of divisions(key.period)) {
    const parts = periods.map((period) => figures.evaluate({ ...key, period }));
    const outcome = addedUp(parts.map((part) => part.outcome));
    const [first] = parts;
    if (first === undefined || outcome.kind !== 'number') continue;
    return {
      key,
      outcome,
      source: 'computed',
      places: Math.max(...parts.map((part) => part.places)),
      inputs: [{ reference: { kind: 'reference', id: key.id, column: 1 }, outcome, evaluations: parts }],
      // What it is added up by, as of a sum over groups: it is printed as the sum of so many months.
      dimension: PERIOD_WORDS[first.key.period.kind],
    };
  }
  return undefined;
}

/** The ways in which a period divides into shorter ones: a year into months, and into quarters. */
function divisions(whole: Period): Period[][] {
  const { year, month } = dateParts(whole.end);
  const last = [
    ...(whole.kind === 'month' || whole.kind === 'day' ? [] : [monthPeriod(year, month)]),
    ...(whole.kind === 'financial_year' ? [quarterPeriod(year - 1, 4)] : []),
  ];
  return last.flatMap((one) => (one === undefined ? [] : [backTo(whole, one)]));
}

function backTo({ start }: Period, last: Period): Period[] {
  const periods: Period[] = [];
  for (
    let one: Period | undefined = last;
    one !== undefined && one.start >= start;
    one = precedingPeriod(one)
  )
    periods.unshift(one);
  return periods;
}
