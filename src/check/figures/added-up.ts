import { divisionsOf, periodsOf, WHOLE, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { kindOf } from '../../metrics/registry.ts';
import { dimensionWords, groupWords, originText, placesBehind } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods } from '../../model/period.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { figuresWords } from './figures-words.ts';
import { keysAround } from './groups-within.ts';

interface OtherBasis {
  readonly key: FigureKey;
  readonly dimension: string;
  readonly names: readonly string[];
  readonly sum: Evaluation;
}

/** W126: a total cannot be added up, since the papers give a member on another basis only. */
export const membersOnOtherBasis: Check = (context) => {
  const { meeting, figures } = context;
  const some = keysAround(meeting).flatMap((key) => onOtherBasis(figures, key));
  const groups = groupBy(some, ({ key, dimension, names }) =>
    JSON.stringify([groupWords(key.group), key.basis, dimension, names]),
  );
  return [...groups.values()].flatMap((all) => otherBasisFinding(all, context));
};

function onOtherBasis(figures: Evaluator, key: FigureKey): OtherBasis[] {
  if (figures.evaluate(key).outcome.kind !== 'missing') return [];
  const sums = figures.sums(key);
  if (sums.length === 0) return [];
  const divisions = divisionsOf(figures.book, key, kindOf(figures.registry, key.id)?.series);
  return divisions.flatMap(({ dimension, elsewhere: names }) => {
    const sum = sums.find((one) => one.dimension === dimension);
    return names.length === 0 || sum === undefined ? [] : [{ key, dimension, names, sum }];
  });
}

function otherBasisFinding(all: readonly OtherBasis[], context: PaperContext): Finding[] {
  const [first] = all;
  if (first === undefined) return [];
  const { key, dimension, names, sum } = first;
  const { figure, verb } = figuresWords(key.id, new Set(all.map((one) => one.key.id)).size - 1);
  const periods = [...new Map(all.map((one) => [one.key.period.key, one.key.period])).values()];
  const when = formatList(periods.sort(comparePeriods).map(formatPeriod));
  const [own, other] = key.basis === 'fte' ? ['FTE', 'headcount'] : ['headcount', 'FTE'];
  return [
    finding(
      'W126',
      `${figure} for ${when} ${verb} not added up for ${groupWords(key.group)}: ${dimensionWords({ dimension })} ${formatList(names)} is given in ${other} only`,
      {
        at: partsOf(sum).flatMap(placesBehind)[0],
        about: figureSubject(key, context),
        why: `the others are given in ${own}, and a total of these alone would leave ${formatList(names)} out`,
      },
    ),
  ];
}

/**
 * W127: the papers before gave the figure of the whole workforce, these give its members alone, and nothing shows that
 * they are everybody: no period has both. One finding for all figures of a period.
 */
export const wholeNoLongerGiven: Check = (context) => {
  const { meeting, figures, workstream } = context;
  const keys = keysAround(meeting).filter(
    ({ group, basis }) => Object.keys(group).length === 0 && basis === workstream.basis,
  );
  const changed = keys.flatMap((key) => {
    const total = figures.evaluate(key);
    const before = total.dimension === undefined ? undefined : lastWhole(figures, total);
    return before === undefined ? [] : [{ total, before }];
  });
  const groups = groupBy(changed, ({ total: { key, dimension }, before }) =>
    JSON.stringify([key.period.key, dimension, before.key.period.key]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { total, before } = first;
    const { figure, verb } = figuresWords(total.key.id, others.length);
    const [now, then] = [total, before].map((one) => formatPeriod(one.key.period));
    const message = `${figure} for ${now ?? ''} ${verb} added up, and for ${then ?? ''} the data gives the whole`;
    const why = `${originText(total, figures.registry) ?? ''}; no period has the whole and its ${dimensionWords(total)}s, so that nothing shows that they are everybody`;
    const about = figureSubject(total.key, context);
    return [
      finding('W127', message, { at: placesBehind(total)[0], about, why, related: placesBehind(before) }),
    ];
  });
};

/** Returns the given figure before a total; undefined where the one before is a total too, or a period has both. */
function lastWhole(figures: Evaluator, { key, dimension }: Evaluation): Evaluation | undefined {
  const series = kindOf(figures.registry, key.id)?.series;
  const others = periodsOf(figures.book, WHOLE, key.basis, series)
    .filter((one) => one.kind === key.period.kind && one.key !== key.period.key)
    .map((period) => figures.evaluate({ ...key, period }));
  const given = others.filter(({ source, outcome }) => source === 'given' && outcome.kind === 'number');
  const isConfirmed = given.some((one) =>
    figures.sums(one.key).some((sum) => sum.dimension === dimension && sum.outcome.kind === 'number'),
  );
  const before = others.findLast(
    (one) => one.key.period.end < key.period.end && one.outcome.kind === 'number',
  );
  return !isConfirmed && before !== undefined && given.includes(before) ? before : undefined;
}
