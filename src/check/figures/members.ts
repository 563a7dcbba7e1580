import { divisionsOf, membersOf, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { precedingPeriod } from '../../metrics/periods.ts';
import { kindOf } from '../../metrics/registry.ts';
import { dimensionWords, groupWords, placesBehind } from '../../metrics/wording.ts';
import type { Meeting } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Period } from '../../model/period.ts';
import type { FigureRule } from './figure-context.ts';
import { keysAround } from './groups-within.ts';

/** A total, and who of the period before is not in it. */
interface Shrunk {
  readonly total: Evaluation;
  readonly before: Period;
  readonly gone: readonly string[];
}

/**
 * W121: a total is added up without a member that the period before had: a row may have been left out, and nothing in the
 * total would show it. Once, by the papers that first have the period; one finding for all figures of a group.
 */
export const membersLeftOut: FigureRule = ({ meeting, previous, figures }) => {
  const shrunk = keysAround(meeting)
    .filter(({ period }) => previous === undefined || !holds(previous, period))
    .flatMap((key) => shrunkTotal(figures, key) ?? []);
  const totals = groupBy(shrunk, ({ total: { key, dimension }, gone }) =>
    JSON.stringify([key.period.key, groupWords(key.group), key.basis, dimension, gone]),
  );
  return [...totals.values()].flatMap(([first, ...others]) => (first ? [leftOut(first, others.length)] : []));
};

function holds({ observations, indicators }: Meeting, period: Period): boolean {
  return [observations, indicators].some((some) => some.some((one) => one.period.key === period.key));
}

function shrunkTotal(figures: Evaluator, key: FigureKey): Shrunk | undefined {
  const total = figures.evaluate(key);
  const { dimension } = total;
  if (dimension === undefined) return undefined;
  const before = precedingPeriod(key.period);
  if (before === undefined) return undefined;
  const series = kindOf(figures.registry, key.id)?.series;
  const earlier = divisionsOf(figures.book, { ...key, period: before }, series);
  const members = new Set(membersOf(figures.book, dimension, key.group, key.basis, [key.period], series));
  const gone = (earlier.find((one) => one.dimension === dimension)?.members ?? []).filter(
    (name) => !members.has(name),
  );
  return gone.length === 0 ? undefined : { total, before, gone };
}

function leftOut({ total, before, gone }: Shrunk, others: number): Finding {
  const { id, period, group } = total.key;
  const figure = others === 0 ? id : `${id} and ${plural(others, 'other figure')}`;
  const verb = others === 0 ? 'is' : 'are';
  return finding(
    'W121',
    `${figure} for ${formatPeriod(period)} ${verb} added up without ${dimensionWords(total)} ${formatList(gone)} for ${groupWords(group)}`,
    {
      at: placesBehind(total)[0],
      why: `${formatPeriod(before)} has figures of ${formatList(gone)}, and ${formatPeriod(period)} has none`,
    },
  );
}
