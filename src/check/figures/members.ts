import { periodsOf, statedFor, type FigureKey } from '../../metrics/book.ts';
import { compareStated } from '../../metrics/comparison.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { kindOf } from '../../metrics/registry.ts';
import { dimensionWords, groupWords, placesBehind } from '../../metrics/wording.ts';
import type { Meeting } from '../../model/dataset.ts';
import { finding, type Finding, type FindingName } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import { spellingFinding } from '../movements/names.ts';
import type { Check } from '../rule.ts';
import { figuresWords } from './figures-words.ts';
import { keysAround } from './groups-within.ts';

/** A total, the one before it, and which members only one of them has. */
interface Changed {
  readonly total: Evaluation;
  readonly before: Evaluation;
  readonly names: readonly string[];
  readonly toldBy?: FindingName | undefined;
}

/**
 * W121: a total is added up without a member that the total before it had: a row may have been left out, and nothing in
 * the total would show it. W128: it is added up with one that the total before it lacked, so that the change is not of the
 * same people. Neither, where the papers print the same totals: then roles were created or have ended; nor of a member under
 * a misspelt name, which W147 tells where it is not accepted. Once, by the papers that first have the period; one finding for all figures of a group.
 */
export const membersLeftOut: Check = (context) => {
  const { meeting, previous, figures } = context;
  const totals = keysAround(meeting)
    .filter(({ period }) => previous === undefined || !holds(previous, period.key))
    .flatMap((key) => totalAndBefore(figures, key) ?? []);
  const gone = totals
    .filter(({ total }) => !isConfirmed(figures, total))
    .flatMap((one) => bySpelling({ ...one, names: onlyIn(one.before, one.total) }, context));
  const joined = totals
    .filter(({ total, before }) => !isConfirmed(figures, total) || !isConfirmed(figures, before))
    .flatMap((one) => bySpelling({ ...one, names: onlyIn(one.total, one.before) }, context));
  return [...onceEach(context, gone, leftOut), ...onceEach(context, joined, joinedIn)];
};

/** Returns a change with the members that only it tells of, and apart from them those that are told as misspelt. */
function bySpelling({ names, ...totals }: Changed, context: PaperContext): Changed[] {
  const told = names.map((name) => ({
    name,
    toldBy: spellingFinding(context, totals.total.dimension ?? '', name),
  }));
  return [...groupBy(told, ({ toldBy }) => toldBy?.about ?? '').values()].map((some) => ({
    ...totals,
    names: some.map(({ name }) => name),
    toldBy: some[0]?.toldBy,
  }));
}

function holds({ observations, indicators }: Meeting, period: string): boolean {
  return [observations, indicators].some((some) => some.some((one) => one.period.key === period));
}

/** Returns a total and the latest one before it by the same dimension, in a period of the same kind. */
function totalAndBefore(figures: Evaluator, key: FigureKey): Omit<Changed, 'names'> | undefined {
  const total = figures.evaluate(key);
  const { dimension } = total;
  if (dimension === undefined) return undefined;
  const series = kindOf(figures.registry, key.id)?.series;
  const earlier = periodsOf(figures.book, key.group, key.basis, series).filter(
    (one) => one.kind === key.period.kind && one.end < key.period.end,
  );
  for (const period of earlier.toReversed()) {
    const before = figures.evaluate({ ...key, period });
    if (before.dimension === dimension) return { total, before };
  }
  return undefined;
}

/** Returns whether the papers print the total themselves, and it is the sum: then its members are everybody. */
function isConfirmed(figures: Evaluator, { key }: Evaluation): boolean {
  const compared = statedFor(figures.book, key).flatMap((one) => compareStated(figures, one) ?? []);
  return compared.length > 0 && compared.every((one) => one.agrees);
}

function onlyIn(one: Evaluation, other: Evaluation): string[] {
  const others = new Set(namesIn(other));
  return namesIn(one).filter((name) => !others.has(name));
}

function namesIn(total: Evaluation): string[] {
  return partsOf(total).map((part) => part.key.group[total.dimension ?? ''] ?? '');
}

/** What is so on both bases is told once, of the workstream's own. */
function onceEach(
  context: PaperContext,
  changed: readonly Changed[],
  told: (one: Changed, others: number, context: PaperContext) => Finding,
): Finding[] {
  const { basis } = context.workstream;
  const totals = groupBy(changed, ({ total: { key, dimension }, names }) =>
    JSON.stringify([key.period.key, groupWords(key.group), dimension, names]),
  );
  return [...totals.values()].flatMap((all) => {
    const first = all.find(({ total }) => total.key.basis === basis) ?? all[0];
    const ids = new Set(all.map(({ total }) => total.key.id));
    return first ? [told(first, ids.size - 1, context)] : [];
  });
}

function leftOut({ total, before, names, toldBy }: Changed, others: number, context: PaperContext): Finding {
  const { figure, verb } = figuresWords(total.key.id, others);
  const { period, group } = total.key;
  return finding(
    'W121',
    `${figure} for ${formatPeriod(period)} ${verb} added up without ${dimensionWords(total)} ${formatList(names)} for ${groupWords(group)}`,
    {
      at: placesBehind(total)[0],
      about: figureSubject(total.key, context),
      toldBy,
      why: `${formatPeriod(before.key.period)} has figures of ${formatList(names)}, and ${formatPeriod(period)} has none`,
    },
  );
}

function joinedIn({ total, before, names, toldBy }: Changed, others: number, context: PaperContext): Finding {
  const { figure, verb } = figuresWords(total.key.id, others);
  const { period, group } = total.key;
  const then = formatPeriod(before.key.period);
  const parts = partsOf(total).filter((part) => names.includes(part.key.group[total.dimension ?? ''] ?? ''));
  return finding(
    'W128',
    `${figure} for ${formatPeriod(period)} ${verb} added up with ${dimensionWords(total)} ${formatList(names)} for ${groupWords(group)}, and without for ${then}`,
    {
      at: parts.flatMap(placesBehind)[0] ?? placesBehind(total)[0],
      about: figureSubject(total.key, context),
      toldBy,
      why: `the change since ${then} is partly that of who is counted`,
    },
  );
}
