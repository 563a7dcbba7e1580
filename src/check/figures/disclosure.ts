import type { FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { dimensionWords, groupWords, placesBehind } from '../../metrics/wording.ts';
import { finding } from '../../model/finding.ts';
import { formatMarker, formatPeriod } from '../../model/format.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { keysAround } from './groups-within.ts';

/**
 * W131: a figure is withheld (`c`, `<5`), and the total and every other member are given: who subtracts has the number. Of
 * the cells themselves; what rates and earlier papers tell is not looked at. About the figure that is withheld.
 */
export const workedOut: Check = (papers) => {
  const { meeting, figures } = papers;
  return keysAround(meeting).flatMap((key) =>
    withheldAlone(figures, key).map(({ sum, part }) => {
      const { outcome } = part;
      const text = outcome.kind === 'marker' ? formatMarker(outcome.marker, outcome.bound) : '';
      const dimension = dimensionWords(sum);
      const name = part.key.group[sum.dimension ?? ''] ?? '';
      return finding(
        'W131',
        `${key.id} for ${formatPeriod(key.period)} is ${text} for ${dimension} ${name}, and can be worked out`,
        {
          about: figureSubject(part.key, papers),
          at: placesBehind(part)[0],
          why: `the figure of ${groupWords(key.group)} less those of the other members by ${dimension} gives it`,
          related: placesBehind(figures.evaluate(key)),
        },
      );
    }),
  );
};

function withheldAlone(figures: Evaluator, key: FigureKey): { sum: Evaluation; part: Evaluation }[] {
  if (figures.evaluate(key).outcome.kind !== 'number') return [];
  return figures.sums(key).flatMap((sum) => {
    const withheld = partsOf(sum).filter(({ outcome }) => outcome.kind !== 'number' && !isNone(outcome));
    const [part, other] = withheld;
    return part && other === undefined && isConfidential(part.outcome) ? [{ sum, part }] : [];
  });
}

function isNone(outcome: Evaluation['outcome']): boolean {
  return outcome.kind === 'marker' && outcome.marker === 'z';
}

function isConfidential(outcome: Evaluation['outcome']): boolean {
  return outcome.kind === 'marker' && (outcome.marker === 'c' || outcome.marker === 'fewer_than');
}
