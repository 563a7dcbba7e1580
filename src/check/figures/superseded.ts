import { keyOf } from '../../metrics/book.ts';
import { dimensionWords, groupWords } from '../../metrics/wording.ts';
import type { Superseded } from '../../metrics/supersession.ts';
import type { Group } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Check } from '../rule.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import { periodsWords } from './periods-words.ts';
import { spellingFinding } from '../movements/names.ts';

/**
 * W125: these papers give the members of a dimension again for an earlier period, and not one that older papers had, so
 * that it is no longer in a total: it was renamed or merged, or its row was left out. Of a misspelt name W147 tells, where
 * that is not accepted.
 */
export const membersSuperseded: Check = (context) => {
  const { meeting, figures } = context;
  const some = figures.book.superseded.filter((one) => one.by === meeting && isInTotal(context, one));
  const members = groupBy(some, ({ observation, dimension, meeting: older }) =>
    JSON.stringify([dimension, observation.group[dimension], older.id]),
  );
  return [...members.values()].flatMap((all) => supersededFinding(all, context));
};

/** Whether the figure would be a part of a total, and the data does not give that total. */
function isInTotal({ figures }: PaperContext, { observation, dimension }: Superseded): boolean {
  const { measure: id, period, basis, group } = observation;
  return [without(group, dimension), {}].some(
    (whole) => figures.evaluate({ id, period, basis, group: whole }).dimension === dimension,
  );
}

function supersededFinding(all: readonly Superseded[], context: PaperContext): Finding[] {
  const [first] = all;
  if (first === undefined) return [];
  const { observation, dimension, meeting, by } = first;
  const name = observation.group[dimension] ?? '';
  const member = `${dimensionWords({ dimension })} ${name}`;
  const when = periodsWords(all.map((one) => one.observation.period));
  return [
    finding('W125', `${member} is in no total for ${when}: these papers give the others again without it`, {
      at: observation.at,
      about: figureSubject(keyOf(observation), context),
      toldBy: spellingFinding(context, dimension, name),
      why: `the papers of ${formatDate(meeting.date)} name it, and those of ${formatDate(by.date)} break down ${groupWords(without(observation.group, dimension))} by ${dimensionWords({ dimension })} without it`,
    }),
  ];
}

function without(group: Group, dimension: string): Group {
  return Object.fromEntries(Object.entries(group).filter(([name]) => name !== dimension));
}
