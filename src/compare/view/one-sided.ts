import { groupBy } from '../../model/group-by.ts';
import type { FigureChange, FigureSide } from '../comparison.ts';
import type { ViewBlock } from '../view.ts';
import { sideText } from './figure-rows.ts';
import { labelWithGroup, listed, sentence } from './texts.ts';

/** The most figures that are named in one line. */
const MOST = 8;

/** Returns whether only one of the sides has the figure. */
export function isOneSided({ kind }: FigureChange): boolean {
  return kind === 'new' || kind === 'gone';
}

/**
 * Returns a line for the figures that each side lacks: `No figure for Jul 2023: Interims (11 in Mar 2024).` A dash beside a
 * number would look like a change from nothing.
 */
export function oneSidedBlocks(figures: readonly FigureChange[]): ViewBlock[] {
  const absent = figures
    .filter(isOneSided)
    .map((one) =>
      one.kind === 'new'
        ? { one, lacks: one.before, has: one.after }
        : { one, lacks: one.after, has: one.before },
    );
  return [...groupBy(absent, ({ one, lacks }) => `${one.kind} ${lacks.period.label}`).values()].map(
    (some) => {
      const [first] = some;
      const isSame = first?.lacks.period.label === first?.has.period.label;
      const names = some.map(({ one, has }) => `${labelWithGroup(one)} (${valueText(has, isSame)})`);
      const side = isSame ? ` on the ${first?.one.kind === 'new' ? 'first' : 'second'} side` : '';
      const text = `No figure for ${first?.lacks.period.label ?? ''}${side}: ${listed(names, MOST)}`;
      return { kind: 'text', text: sentence(text), tone: 'neutral' };
    },
  );
}

function valueText(side: FigureSide, isSame: boolean): string {
  return isSame ? sideText(side) : `${sideText(side)} in ${side.period.label}`;
}
