import { keysAround } from '../figures/groups-within.ts';
import { groupText, keyText, type FigureKey } from '../../metrics/book.ts';
import { dimensionsOf } from '../../metrics/census.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { evaluationText, placesBehind } from '../../metrics/wording.ts';
import { once } from '../../model/once.ts';
import { compareExact, exact, type Exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod, midSentence } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { isChangeReasoned } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { isReasoned, staffBridges } from './staff-bridges.ts';
import { givenIn } from './given-in.ts';
import { changesByMoreThan, stepsOf, type Step } from './steps.ts';

/** Each of the two moves by more than this share of what it was, and by at least so many. */
const QUARTER = exact(1).div(4);
const LEAST = exact(5);
/** What they move by is so many times what is left where they are taken for one another. */
const TIMES = 4;
/** Of more members, two go on from one another by chance. */
const MEMBERS = 30;

/** One measure of a member, and how it moved to the period. */
interface Moved {
  readonly dimension: string;
  readonly name: string;
  readonly step: Step;
}

/** One measure of two members that goes on from the other's. */
export interface Exchange {
  readonly one: Moved;
  readonly other: Moved;
}

/**
 * W148: two members of a dimension whose figures, counted at a period's end, each go on from the other's and not from
 * their own: two rows, or two cells, changed places, which no total shows. Not where starters and leavers, or a recorded
 * reason, account for it.
 */
export const rowsExchanged: Check = (context) => {
  const pairs = groupBy(exchangesOf(context), ({ one, other }) =>
    JSON.stringify([restText(one), one.name, other.name, one.step.closing.key.period.key]),
  );
  return [...pairs.values()].flatMap((all) => exchangedFinding(all, context));
};

/** Returns the measures of two members that go on from one another's. */
export const exchangesOf: (context: PaperContext) => readonly Exchange[] = once(search);

function search(context: PaperContext): Exchange[] {
  const bridges = staffBridges(context);
  const explained = new Set(
    bridges
      .filter((one) => one.explained || isReasoned(one, context))
      .map(({ closing }) => keyText(closing.key)),
  );
  const moved = movedOf(context).filter(
    ({ step: { closing } }) =>
      !explained.has(keyText(closing.key)) && !isChangeReasoned(context, closing.key),
  );
  const tables = groupBy(moved, (one) => {
    const { id, period, basis } = one.step.closing.key;
    return JSON.stringify([id, period.key, basis, restText(one)]);
  });
  return [...tables.values()]
    .filter((all) => all.length <= MEMBERS)
    .flatMap((all) =>
      all.flatMap((one, index) =>
        all.slice(index + 1).flatMap((other) => (areExchanged(one.step, other.step) ? [{ one, other }] : [])),
      ),
    );
}

/** Returns the wide steps of these papers, by month or quarter, of what is counted at a period's end. */
function movedOf(context: PaperContext): Moved[] {
  const { meeting, figures } = context;
  const isOwn = givenIn(meeting);
  const series = new Map<string, FigureKey>();
  for (const key of keysAround(meeting)) {
    const { period, id } = key;
    const isCounted = kindOf(figures.registry, id)?.nature === 'stock' && Object.keys(key.group).length > 0;
    if (isCounted && (period.kind === 'month' || period.kind === 'quarter'))
      series.set(JSON.stringify([id, key.basis, groupText(key.group)]), key);
  }
  return [...series.values()].flatMap(({ id, basis, group }) =>
    stepsOf(context, { id, basis, group })
      .filter((step) => isOwn(step.closing) && isWide(step))
      .flatMap((step) => dimensionsOf(group).map(([dimension, name]) => ({ dimension, name, step }))),
  );
}

function isWide(step: Step): boolean {
  return (
    compareExact(apart(step.before.value, step.now.value), LEAST) >= 0 && changesByMoreThan(step, QUARTER)
  );
}

function areExchanged(one: Step, other: Step): boolean {
  const straight = apart(one.before.value, one.now.value).add(apart(other.before.value, other.now.value));
  const crossed = apart(one.before.value, other.now.value).add(apart(other.before.value, one.now.value));
  return compareExact(straight, crossed.mul(TIMES)) >= 0;
}

function apart(a: Exact, b: Exact): Exact {
  return a.sub(b).abs();
}

/** The dimension, and the rest of the group. */
function restText({ dimension, step }: Moved): string {
  const rest = Object.entries(step.closing.key.group).filter(([name]) => name !== dimension);
  return JSON.stringify([dimension, groupText(Object.fromEntries(rest))]);
}

function exchangedFinding(all: readonly Exchange[], context: PaperContext): Finding[] {
  const { registry } = context.figures;
  const [first] = all;
  if (first === undefined) return [];
  const { one, other } = first;
  const { closing, opening } = one.step;
  const what = one.dimension.replaceAll('_', ' ');
  const text = ({ name, step }: Moved): string =>
    `${name} ${evaluationText(step.opening, registry)} then ${evaluationText(step.closing, registry)}`;
  const measures = all.map((some) => {
    const label = midSentence(labelOf(registry, some.one.step.closing.key.id));
    return `${label}: ${text(some.one)}, ${text(some.other)}`;
  });
  return [
    finding(
      'W148',
      `the figures of ${what} ${one.name} and ${what} ${other.name} for ${formatPeriod(closing.key.period)} look exchanged: each goes on from the other's for ${formatPeriod(opening.key.period)}`,
      {
        about: figureSubject(closing.key, context),
        at: placesBehind(closing)[0],
        why: measures.join(' · '),
        related: all
          .flatMap((some) => [some.one, some.other])
          .flatMap(({ step }) => placesBehind(step.closing)),
      },
    ),
  ];
}
