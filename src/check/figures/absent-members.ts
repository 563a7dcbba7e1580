import { periodsOf } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { kindOf } from '../../metrics/registry.ts';
import { dimensionWords } from '../../metrics/wording.ts';
import { formatList, formatPeriod } from '../../model/format.ts';

/** Members that a sum lacks, in words. */
export interface AbsentWords {
  /** `team Fostering` */
  readonly who: string;
  /** `team Fostering has figures for Sep 2026 and none for Oct 2026` */
  readonly why: string;
}

/**
 * Returns the members that a sum lacks and that the one before it has, or the next where it is the first; undefined where
 * it lacks none, and where it has one that the other lacks, which may be the same under another name.
 */
export function absentFrom(figures: Evaluator, sum: Evaluation): AbsentWords | undefined {
  const { key, dimension } = sum;
  const series = kindOf(figures.registry, key.id)?.series;
  const all = periodsOf(figures.book, key.group, key.basis, series).filter(
    ({ kind }) => kind === key.period.kind,
  );
  const nearest = [
    ...all.filter(({ end }) => end < key.period.end).toReversed(),
    ...all.filter(({ end }) => end > key.period.end),
  ];
  for (const period of nearest) {
    const other = figures.sums({ ...key, period }).find((one) => one.dimension === dimension);
    if (other === undefined) continue;
    const [own, theirs] = [namesIn(sum), namesIn(other)];
    const names = [...theirs].filter((name) => !own.has(name));
    if (names.length === 0 || ![...own].every((name) => theirs.has(name))) return undefined;
    const who = `${dimensionWords(sum)} ${formatList(names)}`;
    const verb = names.length === 1 ? 'has' : 'have';
    const why = `${who} ${verb} figures for ${formatPeriod(period)} and none for ${formatPeriod(key.period)}`;
    return { who, why };
  }
  return undefined;
}

function namesIn(sum: Evaluation): ReadonlySet<string> {
  return new Set(partsOf(sum).map(({ key }) => key.group[sum.dimension ?? ''] ?? ''));
}
