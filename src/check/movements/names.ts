import { dimensionsOf } from '../../metrics/census.ts';
import { keyOf } from '../../metrics/book.ts';
import { dimensionWords } from '../../metrics/wording.ts';
import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods } from '../../model/period.ts';
import { fold, slipsBetween } from '../../model/suggest.ts';
import { earlierMeetings, type PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** The most letters of a word in which one slip makes another word: `Duty`, `Unit`, `East`. */
const SHORT = 4;
/** The fewest letters of a word in which two slips are still slips. */
const LONG = 9;
/** Of more names in a dimension (places, posts), some are alike. */
const NAMES = 200;

/** A name of a dimension, with the figures of the meetings that bear it, oldest first. */
interface Named {
  readonly dimension: string;
  readonly name: string;
  readonly rows: readonly Observation[];
  /** The keys of their periods. */
  readonly periods: ReadonlySet<string>;
}

/**
 * W147: these papers name a member of a table (a team, a role) that no paper named before, no period has both it and
 * another of nearly the same name, and the other came first: one misspelt name makes two members, whose series both break
 * off. Names that differ by a number, a short word or a point of the compass are two names.
 */
export const namesNearlyAlike: Check = (context) =>
  (['observations', 'indicators'] as const).flatMap((tables) => {
    const known = new Set(earlierMeetings(context).flatMap((one) => one[tables].flatMap(namesOf)));
    const own = new Set(context.meeting[tables].flatMap(namesOf));
    const all = groupBy(
      namedIn(context.meetings.flatMap((one) => one[tables])),
      ({ dimension }) => dimension,
    );
    return [...all.values()]
      .filter((some) => some.length <= NAMES)
      .flatMap((some) =>
        some
          .filter((one) => own.has(nameText(one)) && !known.has(nameText(one)))
          .flatMap((one) => {
            const other = some.find(
              (before) => cameFirst(before, one) && areNearlyAlike(before.name, one.name),
            );
            return other === undefined ? [] : alikeFinding(one, other, context);
          }),
      );
  });

function namesOf({ group }: Observation): string[] {
  return dimensionsOf(group).map(([dimension, name]) => nameText({ dimension, name }));
}

function nameText({ dimension, name }: Pick<Named, 'dimension' | 'name'>): string {
  return JSON.stringify([dimension, name]);
}

function namedIn(observations: readonly Observation[]): Named[] {
  const sorted = [...observations].sort((a, b) => comparePeriods(a.period, b.period));
  const pairs = sorted.flatMap((row) =>
    dimensionsOf(row.group).map(([dimension, name]) => ({ dimension, name, row })),
  );
  return [...groupBy(pairs, nameText).values()].flatMap((some): Named[] => {
    const [first] = some;
    if (first === undefined) return [];
    const { dimension, name } = first;
    const rows = some.map(({ row }) => row);
    return [{ dimension, name, rows, periods: new Set(rows.map(({ period }) => period.key)) }];
  });
}

/** Whether a member has its first row before another's, and none for a period of the other's. */
function cameFirst(before: Named, one: Named): boolean {
  const [first, then] = [before.rows[0], one.rows[0]];
  if (!first || !then || first.period.kind !== then.period.kind || first.period.end >= then.period.end)
    return false;
  return ![...one.periods].some((period) => before.periods.has(period));
}

/** Returns whether two names are one but for a slip of the pen in one word of each: `Assessment` and `Assesment`. */
function areNearlyAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (fold(a.join('')) === fold(b.join(''))) return true;
  if (a.length !== b.length) return false;
  const apart = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ''] as const]));
  const [pair, another] = apart;
  if (pair === undefined || another !== undefined) return false;
  const [left, right] = pair;
  const length = Math.max(left.length, right.length);
  if (
    Math.min(left.length, right.length) <= SHORT ||
    /\d/.test(left + right) ||
    pointsOf(left) !== pointsOf(right)
  )
    return false;
  return slipsBetween(left, right) <= (length >= LONG ? 2 : 1);
}

function wordsOf(name: string): string[] {
  return (
    name
      .toLowerCase()

      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function pointsOf(word: string): string {
  return (word.match(/north|south|east|west|upper|lower|inner|outer/g) ?? []).join(' ');
}

function alikeFinding(one: Named, other: Named, context: PaperContext): Finding[] {
  const [first, last] = [one.rows[0], other.rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const what = dimensionWords(one);
  const help = `did you mean ${other.name}? If the ${what} has a new name, accept this finding with the reason under \`accepted\` in cip-report.yaml`;
  return [
    finding('W147', `${what} ${one.name} is new in ${formatPeriod(first.period)}, and nearly ${other.name}`, {
      about: figureSubject(keyOf(first), context),
      at: first.at,
      why: `${other.name} has figures up to ${formatPeriod(last.period)}, and no period has both`,
      help,
      related: [last.at],
    }),
  ];
}
