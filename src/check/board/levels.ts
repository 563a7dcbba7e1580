import type { Group } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList } from '../../model/format.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';
import type { Place } from '../../model/place.ts';
import { limitFor } from '../../risk/limit.ts';
import { allFiguresRead, type PaperContext } from '../../papers/context.ts';
import { groupSubject, subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { indicatorGroups, indicatorsOf, isLevelClear, ofGroup } from '../../papers/indicator-state.ts';
import { groupsBehind, knownPeriods } from '../../papers/known-figures.ts';
import { knownGroup } from '../../papers/known-groups.ts';
import { targetsOf } from '../../papers/target-state.ts';

/** A level of a group that is misspelt is never judged, and nothing would say so. */
const unknownGroup: Check = (context) => {
  if (!allFiguresRead(context)) return [];
  return [
    ...targetsOf(context).flatMap(({ id: targetId, label, metric, of, at }) =>
      metric === undefined
        ? []
        : judgeGroup(context, metric, of, at, `the target "${label}"`, subjectOf('target', targetId)),
    ),
    ...indicatorsOf(context).flatMap(({ id, label, limits }) =>
      limits.flatMap((limit) =>
        judgeGroup(
          context,
          id,
          limit.of,
          limit.at,
          `the ${limit.kind} of ${label}`,
          groupSubject(id, limit.of),
        ),
      ),
    ),
  ];
};

/** A level of four a month is none of four a year, and nobody has said which of the two it is. */
const ofTwoLengths: Check = (context) => {
  if (!allFiguresRead(context)) return [];
  const { figures, workstream } = context;
  return indicatorsOf(context).flatMap((indicator) =>
    indicatorGroups(context, indicator).flatMap((group) => {
      const limit = limitFor(indicator, group);
      if (!limit || isLevelClear(context, indicator.id, group)) return [];
      const periods = knownPeriods(figures, { id: indicator.id, group, basis: workstream.basis });
      const kinds = [...new Set(periods.map((period) => `${PERIOD_WORDS[period.kind]}s`))];
      const message = `the ${limit.kind} of ${indicator.label}${ofGroup(group)} is held against no figure: they are of ${formatList(kinds)}`;
      return [finding('W415', message, { at: limit.at, about: groupSubject(indicator.id, group) })];
    }),
  );
};

export const LEVEL_RULES: readonly Rule[] = [rule(['W414'], unknownGroup), rule(['W415'], ofTwoLengths)];

/** Where the data has no group at all for the figure, it may be yet to come. */
function judgeGroup(
  { figures, workstream: { basis } }: PaperContext,
  id: string,
  of: Group,
  at: Place,
  what: string,
  about: string,
): Finding[] {
  if (groupsBehind(figures, { id, basis }).length < 2) return [];
  const known = knownGroup(figures.book, of);
  if (known.kind === 'known') return [];
  return [
    finding('W414', `${what} is set for a group that is not there: ${known.message}`, {
      at,
      about,
      help: known.help,
    }),
  ];
}
