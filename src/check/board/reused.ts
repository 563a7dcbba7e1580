import type { FindingCode } from '../../model/catalogue.ts';
import { finding } from '../../model/finding.ts';
import { formatDate } from '../../model/format.ts';
import { oneLine } from '../../model/one-line.ts';
import { ACTIONS, followedEntries, MILESTONES, RISKS, type ListKind } from '../../papers/followed.ts';
import { subjectOf, type SubjectKind } from '../../papers/subject.ts';
import { fieldPlace, type Entry } from '../../risk/entry.ts';
import { rule, type Check, type Rule } from '../rule.ts';

/** A word is known by its first letters: `manager`, `managers`, `management`. */
const STEM = 5;

/** Words that any two entries may share. */
const COMMON = new Set(
  'the and for with from that this are was were has have had not its our all new their which into more than will'.split(
    ' ',
  ),
);

/** A reference that is given to something else takes the old entry out of sight. */
function reused<T extends Entry>(code: FindingCode, kind: SubjectKind, list: ListKind<T>): Check {
  return (context) =>
    followedEntries(context, list).flatMap(({ meeting, was, now }) => {
      if (now === undefined || !list.isOpen(was) || sharesWords(list.text(now), list.text(was))) return [];
      return [
        finding(code, `${kind} ${now.reference} was another on ${formatDate(meeting.date)}`, {
          at: fieldPlace(now, 'reference'),
          about: subjectOf(kind, now.reference),
          why: `"${oneLine(list.text(now))}" now, "${oneLine(list.text(was))}" then, which was open`,
          related: [was.at],
        }),
      ];
    });
}

/** W215, W226, W313: the reference of an open action, milestone or risk is given to another. */
export const REUSED_RULES: readonly Rule[] = [
  rule(['W215'], reused('W215', 'action', ACTIONS)),
  rule(['W226'], reused('W226', 'milestone', MILESTONES)),
  rule(['W313'], reused('W313', 'risk', RISKS)),
];

/** Whether two texts have a word in common that says what they are about: one that was reworded has. */
function sharesWords(one: string, other: string): boolean {
  const words = new Set(stemsOf(one));
  return words.size === 0 || stemsOf(other).some((word) => words.has(word));
}

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, STEM));
}
