import { formatBasis } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { FigureChange, FigureSide } from '../comparison.ts';
import type { ViewBlock } from '../view.ts';
import { sideText } from './figure-rows.ts';
import { groupWords, labelWithGroup, listed, sentence } from './texts.ts';

/** The most figures that are named in one line. */
const MOST = 8;

/** Returns whether only one of the sides has the figure. */
export function isOneSided({ kind }: FigureChange): boolean {
  return kind === 'new' || kind === 'gone';
}

/**
 * Returns a line for the figures that each side lacks: `No figure for Jul 2023: Interims (11 in Mar 2024).` A dash beside a
 * number would look like a change from nothing. Figures that the two sides count otherwise are one line, and not one on
 * each side.
 */
export function oneSidedBlocks(figures: readonly FigureChange[]): ViewBlock[] {
  const oneSided = figures.filter(isOneSided);
  const pairs = pairsOfBases(oneSided);
  const paired = new Set(pairs.flat());
  const absent = oneSided
    .filter((one) => !paired.has(one))
    .map((one) =>
      one.kind === 'new'
        ? { one, lacks: one.before, has: one.after }
        : { one, lacks: one.after, has: one.before },
    );
  const lines = [...groupBy(absent, ({ one, lacks }) => `${one.kind} ${lacks.period.label}`).values()].map(
    (some) => {
      const [first] = some;
      const isSame = first?.lacks.period.label === first?.has.period.label;
      const names = some.map(({ one, has }) => `${labelWithGroup(one)} (${valueText(has, isSame)})`);
      const side = isSame ? ` on the ${first?.one.kind === 'new' ? 'first' : 'second'} side` : '';
      return `No figure for ${first?.lacks.period.label ?? ''}${side}: ${listed(names, MOST)}`;
    },
  );
  return [...basisLines(pairs), ...lines].map((line) => ({
    kind: 'text',
    text: sentence(line),
    tone: 'neutral',
  }));
}

/** A figure of the first side, and the same of another basis on the second. */
type OfTwoBases = readonly [FigureChange, FigureChange];

function pairsOfBases(figures: readonly FigureChange[]): OfTwoBases[] {
  const nameOf = ({ metric, group, indicator, before, after }: FigureChange): string =>
    JSON.stringify([metric, groupWords(group), indicator, before.period.label, after.period.label]);
  const there = groupBy(
    figures.filter(({ kind }) => kind === 'new'),
    nameOf,
  );
  return figures
    .filter(({ kind }) => kind === 'gone')
    .flatMap((one) => {
      const other = there.get(nameOf(one))?.find(({ basis }) => basis !== one.basis);
      return other === undefined ? [] : [[one, other] as const];
    });
}

/** `Counted as full-time equivalent in Mar 2024 and as headcount in Apr 2024: Agency workers (8.0 and 9).` */
function basisLines(pairs: readonly OfTwoBases[]): string[] {
  const sides = ([one, other]: OfTwoBases): string => {
    const [from, to] = [one.before.period.label, other.after.period.label];
    const [old, now] = [formatBasis(one.basis), formatBasis(other.basis)];
    return from === to
      ? `Counted as ${old} on the first side and as ${now} on the second, ${from}`
      : `Counted as ${old} in ${from} and as ${now} in ${to}`;
  };
  return [...groupBy(pairs, sides)].map(([lead, some]) => {
    const names = some.map(
      ([one, other]) => `${labelWithGroup(one)} (${sideText(one.before)} and ${sideText(other.after)})`,
    );
    return `${lead}: ${listed(names, MOST)}`;
  });
}

function valueText(side: FigureSide, isSame: boolean): string {
  return isSame ? sideText(side) : `${sideText(side)} in ${side.period.label}`;
}
