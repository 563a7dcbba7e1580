import { dimensionsOf } from '../../metrics/census.ts';
import { keyOf } from '../../metrics/book.ts';
import { dimensionWords } from '../../metrics/wording.ts';
import { once } from '../../model/once.ts';
import type { Meeting, Observation } from '../../model/dataset.ts';
import { finding, type Finding, type FindingName } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { memberKey } from '../../model/member-key.ts';
import { comparePeriods } from '../../model/period.ts';
import { earlierMeetings, type PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import { periodsWords } from '../figures/periods-words.ts';
import type { Check } from '../rule.ts';
import { misspeltWord, type Misspelt } from './misspelt-word.ts';
import { areNearlyAlike, wordsOf } from './nearly-alike.ts';

/** Of more names in a dimension (places, posts), some are alike. */
const NAMES = 200;
/** The most figures or members that a finding names. */
const NAMED = 3;

/** Dimensions whose members are called by what they do; others have names of places and of their own. */
const OF_WORK: ReadonlySet<string> = new Set(['team', 'role', 'staff_group', 'service', 'grade']);

/** A figure, and the meeting whose papers give it. */
interface Row {
  readonly meeting: Meeting;
  readonly figure: Observation;
}

/** A name of a dimension, with the figures of the meetings that bear it. */
interface Named {
  readonly dimension: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Oldest first; never none. */
  readonly rows: readonly Row[];
  readonly isKnown: boolean;
}

/** A name that these papers are the first to have, and the one that was meant. */
interface NearlyAlike {
  readonly one: Named;
  readonly other: Named;
}

/**
 * W147: these papers name a member of a table (a team, a role) that no paper named before, and another has nearly the same
 * name, while no paper gives the same figure of both: one misspelt name makes two members, whose series break off or whose
 * figures stand apart. Also a name in which a word of the trade is misspelt.
 */
export const namesNearlyAlike: Check = (context) => {
  const alike = nearlyAlike(context);
  const told = new Set(alike.map(({ one }) => nameText(one)));
  const others = namesIn(context).filter((one) => isOwn(one, context) && !told.has(nameText(one)));
  const words = groupBy(
    others.flatMap((one) => withMisspelt(one, context)),
    ({ one, misspelt }) => JSON.stringify([one.dimension, misspelt.word.toLowerCase()]),
  );
  return [
    ...alike.map((pair) => alikeFinding(pair, context)),
    ...[...words.values()].flatMap((some) => wordFinding(some, context)),
  ];
};

/** Returns the names that these papers are the first to have, each with the one of nearly the same name that was meant. */
const nearlyAlike: (context: PaperContext) => readonly NearlyAlike[] = once((context) => {
  const dimensions = groupBy(namesIn(context), ({ dimension }) => dimension);
  return [...dimensions.values()]
    .filter((some) => some.length <= NAMES)
    .flatMap((some) =>
      some
        .filter((one) => !one.isKnown && isOwn(one, context))
        .flatMap((one) => {
          const other = some.find(
            (meant) =>
              meant !== one &&
              areNearlyAlike(meant.words, one.words) &&
              isMeant(meant, one) &&
              !hasBoth(meant, one),
          );
          return other === undefined ? [] : [{ one, other }];
        }),
    );
});

/** Returns the finding that a member is one of two that a misspelt name makes of one: it has not joined, nor gone. */
export function spellingFinding(
  context: PaperContext,
  dimension: string,
  name: string,
): FindingName | undefined {
  const pair = nearlyAlike(context).find(
    ({ one, other }) => one.dimension === dimension && (one.name === name || other.name === name),
  );
  const about = pair && aboutName(pair.one, context);
  return about === undefined ? undefined : { code: 'W147', about };
}

function aboutName({ rows: [first] }: Named, context: PaperContext): string | undefined {
  return first && figureSubject(keyOf(first.figure), context);
}

const namesIn: (context: PaperContext) => readonly Named[] = once((context) => {
  const before = new Set(earlierMeetings(context));
  const rows = context.meetings.flatMap((meeting) =>
    [...meeting.observations, ...meeting.indicators].flatMap((figure) =>
      dimensionsOf(figure.group).map(([dimension, name]) => ({ dimension, name, row: { meeting, figure } })),
    ),
  );
  return [...groupBy(rows, nameText).values()].flatMap((some): Named[] => {
    const [first] = some;
    if (first === undefined) return [];
    const { dimension, name } = first;
    const own = some.map(({ row }) => row).sort((a, b) => comparePeriods(a.figure.period, b.figure.period));
    const isKnown = own.some(({ meeting }) => before.has(meeting));
    return [{ dimension, name, words: wordsOf(name), rows: own, isKnown }];
  });
});

function nameText({ dimension, name }: Pick<Named, 'dimension' | 'name'>): string {
  return JSON.stringify([dimension, name]);
}

function isOwn({ rows }: Named, { meeting }: PaperContext): boolean {
  return rows.some((row) => row.meeting === meeting);
}

/** Whether of two names the first is the right one: papers before had it, or it stands in more rows, or came first. */
function isMeant(meant: Named, one: Named): boolean {
  if (meant.isKnown) return true;
  const [many, few] = [linesOf(meant), linesOf(one)];
  if (many !== few) return many > few;
  const [first, then] = [meant.rows[0], one.rows[0]];
  if (first === undefined || then === undefined) return false;
  return comparePeriods(first.figure.period, then.figure.period) < 0 || isBefore(first, then);
}

function linesOf({ rows }: Named): number {
  return new Set(rows.map(({ figure: { at } }) => `${at.file}:${at.line.toString()}`)).size;
}

/** Of what is of one period, the first table's and the first row's. */
function isBefore({ figure: a }: Row, { figure: b }: Row): boolean {
  if (comparePeriods(a.period, b.period) !== 0) return false;
  return a.at.file === b.at.file ? a.at.line < b.at.line : a.at.file < b.at.file;
}

/** Whether one paper gives the same figure of both: then it knows two members. */
function hasBoth(a: Named, b: Named): boolean {
  const mine = new Set(a.rows.map((row) => figureText(row, a.dimension)));
  return b.rows.some((row) => mine.has(figureText(row, b.dimension)));
}

function figureText({ meeting, figure }: Row, dimension: string): string {
  const { measure, period, basis, group, stated } = figure;
  const rest = dimensionsOf(group).filter(([name]) => name !== dimension);
  return JSON.stringify([meeting.id, measure, stated, period.kind, period.key, basis, rest]);
}

function alikeFinding({ one, other }: NearlyAlike, context: PaperContext): Finding {
  const [first, last] = [one.rows[0], other.rows.at(-1)];
  const [from, to] = [first?.figure.period, last?.figure.period];
  const what = dimensionWords(one);
  const isLater = from && to && from.kind === to.kind && to.end < from.end;
  return finding(
    'W147',
    isLater
      ? `${what} ${one.name} is new in ${formatPeriod(from)}, and nearly ${other.name}`
      : `${what} ${one.name} is nearly ${other.name}, and no paper gives the same figure of both`,
    {
      about: aboutName(one, context),
      at: first?.figure.at,
      why: isLater
        ? `${other.name} has figures up to ${formatPeriod(to)}, and no paper gives the same figure of both`
        : `${other.name} has ${figuresText(other)}, and ${one.name} ${figuresText(one)}`,
      help: `did you mean ${other.name}? If ${one.name} is right, accept this finding with the reason under \`accepted\` in cip-report.yaml`,
      ...(last && { related: [last.figure.at] }),
    },
  );
}

function figuresText({ rows }: Named): string {
  const ids = [...new Set(rows.map(({ figure }) => figure.measure))];
  return `${atMost(ids)} for ${periodsWords(rows.map(({ figure }) => figure.period))}`;
}

function atMost(texts: readonly string[]): string {
  const more = texts.length > NAMED ? [`${(texts.length - NAMED).toString()} more`] : [];
  return formatList([...texts.slice(0, NAMED), ...more]);
}

/** A name with a misspelt word, and the first figure of these papers that bears it. */
interface WithMisspelt {
  readonly one: Named;
  readonly figure: Observation;
  readonly misspelt: Misspelt;
}

function withMisspelt(one: Named, context: PaperContext): WithMisspelt[] {
  const figure = one.rows.find(({ meeting }) => meeting === context.meeting)?.figure;
  const misspelt = OF_WORK.has(one.dimension) ? misspeltWord(one.name) : undefined;
  // Where the papers have the name that may be meant too, figures of both have shown that they are two.
  const isKnown = misspelt && memberKeys(context).has(memberText(one.dimension, misspelt.name));
  return figure === undefined || misspelt === undefined || isKnown ? [] : [{ one, figure, misspelt }];
}

const memberKeys: (context: PaperContext) => ReadonlySet<string> = once(
  (context) => new Set(namesIn(context).map(({ dimension, name }) => memberText(dimension, name))),
);

function memberText(dimension: string, name: string): string {
  return JSON.stringify([dimension, memberKey(name)]);
}

/** One for all names that a word is in. */
function wordFinding(some: readonly WithMisspelt[], context: PaperContext): Finding[] {
  const [first, ...others] = some;
  if (first === undefined) return [];
  const { one, figure, misspelt } = first;
  const names = atMost(some.map(({ one: { name } }) => name));
  const verb = others.length === 0 ? 'has' : 'have';
  const meant = others.length === 0 ? misspelt.name : misspelt.meant;
  return [
    finding(
      'W147',
      `${dimensionWords(one)} ${names} ${verb} ${misspelt.word}, which is nearly ${misspelt.meant}`,
      {
        about: figureSubject(keyOf(figure), context),
        at: figure.at,
        why: others.length === 0 ? 'the name is printed as it is written' : 'names are printed as written',
        help: `did you mean ${meant}? If ${misspelt.word} is right, accept this finding with the reason under \`accepted\` in cip-report.yaml`,
        related: others.slice(0, NAMED - 1).map((other) => other.figure.at),
      },
    ),
  ];
}
