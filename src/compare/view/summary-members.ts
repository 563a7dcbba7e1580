import { exact } from '../../model/exact.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Amount, FigureChange } from '../comparison.ts';
import { isRate, movementOf } from './figure-rows.ts';
import { brief, SHORT } from './texts.ts';

/** So few members of a dimension can be told in a sentence. */
const FEWEST = 2;
const MOST = 4;

interface Member {
  readonly name: string;
  readonly change: Amount;
}

/**
 * Returns the members of a dimension whose changes make the change of a count of the whole, where some grew and some shrank,
 * the largest change first: `Management and leadership +6.0, Social workers −0.6`. The whole alone would hide that. Undefined
 * where there are none, or more than a sentence can hold.
 */
export function membersAgainst(whole: FigureChange, figures: readonly FigureChange[]): string | undefined {
  const change = movementOf(whole).absolute;
  if (change === undefined || isRate(whole)) return undefined;
  const own = figures.filter(
    ({ metric, basis, indicator, group }) =>
      metric === whole.metric &&
      basis === whole.basis &&
      indicator === whole.indicator &&
      Object.keys(group).length === 1,
  );
  const byDimension = groupBy(own, ({ group }) => Object.keys(group).join(''));
  for (const some of byDimension.values()) {
    const members = some.flatMap(memberOf);
    if (members.length === some.length && areAgainst(members) && addUpTo(members, change))
      return members
        .toSorted((a, b) => exact(b.change.decimal).abs().compare(exact(a.change.decimal).abs()))
        .map(({ name, change: { text } }) => `${brief(name, SHORT)} ${text}`)
        .join(', ');
  }
  return undefined;
}

function memberOf(figure: FigureChange): Member[] {
  const [name] = Object.values(figure.group);
  const { absolute } = movementOf(figure);
  return name === undefined || absolute === undefined ? [] : [{ name, change: absolute }];
}

function areAgainst(members: readonly Member[]): boolean {
  if (members.length < FEWEST || members.length > MOST) return false;
  const signs = new Set(members.map(({ change }) => exact(change.decimal).compare(0)));
  return signs.has(1) && signs.has(-1);
}

// Members that did not change are in no comparison: those that did have to make the whole's change.
function addUpTo(members: readonly Member[], change: Amount): boolean {
  const sum = members.reduce((total, one) => total.add(exact(one.change.decimal)), exact(0));
  return sum.equals(exact(change.decimal));
}
