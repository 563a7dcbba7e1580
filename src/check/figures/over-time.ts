import { figuresOf, keyOf, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { kindOf } from '../../metrics/registry.ts';
import { differ } from '../../metrics/totals.ts';
import { evaluationText, groupWords, placesBehind } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod, midSentence, plural } from '../../model/format.ts';
import { monthPeriod, quarterPeriod, type Period } from '../../model/period.ts';
import { dateParts } from '../../model/plain-date.ts';
import type { PaperContext } from '../../papers/context.ts';
import { sumOverTime } from '../../papers/flow.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/**
 * W135: a figure of a quarter or year is not what its months (or quarters) give: a flow their sum, a stock of the
 * workforce that of the last of them, which ends with it. Only of figures that are given on both sides. About the longer
 * period's figure.
 */
export const longerPeriods: Check = (papers) => {
  const ends = new Set(
    [...papers.figures.book.given.values()].flatMap(({ observation: { period } }) =>
      period.kind === 'month' || period.kind === 'quarter' ? [`${period.kind} ${period.end.toString()}`] : [],
    ),
  );
  // Whatever a longer period consists of, something of it ends with it.
  const isDivided = ({ kind, end }: Period): boolean =>
    ends.has(`month ${end.toString()}`) || (kind !== 'quarter' && ends.has(`quarter ${end.toString()}`));
  return figuresOf(papers.meeting).flatMap((one) => {
    if (one.stated || one.cell.kind !== 'number' || isShort(one.period) || !isDivided(one.period)) return [];
    const whole = papers.figures.evaluate(keyOf(one));
    const parts = sumOverTime(papers.figures, whole.key) ?? atItsEnd(papers.figures, whole.key);
    if (whole.source !== 'given' || parts === undefined || !differ(whole.outcome, parts.outcome)) return [];
    return [periodFinding(whole, parts, papers)];
  });
};

function isShort({ kind }: Period): boolean {
  return kind === 'month' || kind === 'day';
}

/** Returns a stock at the end of a longer period as the shorter one gives it that ends with it. */
function atItsEnd(figures: Evaluator, key: FigureKey): Evaluation | undefined {
  const kind = kindOf(figures.registry, key.id);
  if (kind?.nature !== 'stock' || kind.series !== undefined || kind.unit !== 'count') return undefined;
  return lastOf(key.period)
    .map((period) => figures.evaluate({ ...key, period }))
    .find(({ source, outcome }) => source === 'given' && outcome.kind === 'number');
}

function lastOf({ kind, end }: Period): Period[] {
  const { year, month } = dateParts(end);
  const periods = [
    monthPeriod(year, month),
    ...(kind === 'financial_year' ? [quarterPeriod(year - 1, 4)] : []),
  ];
  return periods.flatMap((one) => (one?.end === end ? [one] : []));
}

function periodFinding(whole: Evaluation, parts: Evaluation, papers: PaperContext): Finding {
  const { registry } = papers.figures;
  const { id, period, group } = whole.key;
  const [text, other] = [whole, parts].map((one) => evaluationText(one, registry));
  const evaluations = parts.inputs.flatMap((input) => input.evaluations);
  const isSum = evaluations.length > 0;
  const terms = evaluations.map((one) => `${formatPeriod(one.key.period)} ${evaluationText(one, registry)}`);
  const word = parts.dimension ?? '';
  const given = isSum
    ? `its ${plural(terms.length, word)} come to ${other ?? ''}`
    : `${formatPeriod(parts.key.period)}, which ends with it, has ${other ?? ''}`;
  return finding(
    'W135',
    `${id} for ${formatPeriod(period)} is ${text ?? ''} for ${groupWords(group)}, and ${given}`,
    {
      about: figureSubject(whole.key, papers),
      at: placesBehind(whole)[0],
      why: isSum
        ? `${terms.join(' + ')} = ${other ?? ''}`
        : `${midSentence(kindOf(registry, id)?.label ?? id)} is counted at the end of a period`,
      related: placesBehind(parts),
    },
  );
}
