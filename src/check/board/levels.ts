import type { Group } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { allFiguresRead, type CheckContext, type Rule } from '../context.ts';
import { indicatorsOf } from './indicator-state.ts';
import { groupsBehind } from './known-figures.ts';
import { knownGroup } from './known-groups.ts';
import { targetsOf } from './target-state.ts';

/** A level of a group that is misspelt is never judged, and nothing would say so. */
const unknownGroup: Rule = (context) => {
  if (!allFiguresRead(context)) return [];
  return [
    ...targetsOf(context).flatMap(({ label, metric, of, at }) =>
      metric === undefined ? [] : judgeGroup(context, metric, of, at, `the target "${label}"`),
    ),
    ...indicatorsOf(context).flatMap(({ id, label, limits }) =>
      limits.flatMap((limit) => judgeGroup(context, id, limit.of, limit.at, `the ${limit.kind} of ${label}`)),
    ),
  ];
};

export const LEVEL_RULES: readonly Rule[] = [unknownGroup];

/** Where the data has no group at all for the figure, it may be yet to come. */
function judgeGroup(
  { figures, workstream: { basis } }: CheckContext,
  id: string,
  of: Group,
  at: Place,
  what: string,
): Finding[] {
  if (groupsBehind(figures, { id, basis }).length < 2) return [];
  const known = knownGroup(figures.book, of);
  if (known.kind === 'known') return [];
  return [
    finding('W414', `${what} is set for a group that is not there: ${known.message}`, {
      at,
      help: known.help,
    }),
  ];
}
