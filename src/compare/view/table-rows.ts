import { formatList } from '../../model/format.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';
import type { FigureChange } from '../comparison.ts';
import type { ViewRow } from '../view.ts';
import { figureRow, isWhole, movementOf } from './figure-rows.ts';
import { brief, NAME, SENTENCE } from './texts.ts';

/** Posts without a permanent holder, and posts without anybody: side by side they need their definitions. */
const OF_POSTS: ReadonlySet<string> = new Set(['vacancies', 'unfilled']);

/** The heads of the two columns of figures. */
export interface Columns {
  readonly labels: readonly [string, string];
  /** Whether they are the periods of every row. */
  readonly areShared: boolean;
}

/** Returns the two periods of a table's figures where all share them, else what the sides are called. */
export function columnsOf(
  figures: readonly FigureChange[],
  { labels }: { readonly labels: readonly [string, string] },
): Columns {
  const [before, another] = new Set(figures.map((one) => movementOf(one).before.period.label));
  const [after, other] = new Set(figures.map((one) => one.after.period.label));
  const areShared = another === undefined && other === undefined && before !== after;
  return before !== undefined && after !== undefined && areShared
    ? { labels: [before, after], areShared }
    : { labels, areShared: false };
}

/**
 * Returns what makes rows of the figures of one table: what is told once in a table stands under the first row that it is
 * true of, and periods that the columns do not name under each.
 */
export function rowsWith(
  figures: readonly FigureChange[],
  { areShared }: Columns,
  { hasBridge }: { readonly hasBridge: boolean },
): (figure: FigureChange) => ViewRow {
  const told = new Set<string>();
  const apart = figures.filter((one) => one.apart === true && one.within !== 'floor');
  const areBoth = [...OF_POSTS].every((metric) => figures.some((one) => one.metric === metric));
  let isTold = false;
  return (figure) => {
    const row = figureRow(figure, brief(figure.label, NAME), told);
    const notes = [...row.notes];
    if (areBoth && isWhole(figure) && OF_POSTS.has(figure.metric) && figure.formula !== undefined)
      notes.push(brief(figure.formula, SENTENCE));
    if (!areShared) notes.push(...periodNote(figure));
    if (figure.apart === true && !isTold) {
      notes.unshift(apartNote(figure, apart, hasBridge));
      isTold = true;
    }
    return { ...row, notes };
  };
}

function periodNote(figure: FigureChange): string[] {
  const [from, to] = [movementOf(figure).before.period.label, figure.after.period.label];
  return from === to ? [] : [`${from} → ${to}`];
}

/** `in Oct 2026 alone, as are Leavers; the months between are in the bridge`: not that fewer came since. */
function apartNote(figure: FigureChange, apart: readonly FigureChange[], hasBridge: boolean): string {
  const { period } = figure.after;
  const others = new Set(apart.map(({ label }) => brief(label, NAME)));
  others.delete(brief(figure.label, NAME));
  const also = others.size === 0 ? '' : `, as ${others.size === 1 ? 'is' : 'are'} ${formatList([...others])}`;
  const between = `the ${PERIOD_WORDS[period.kind]}s between are`;
  // A bridge is of the workforce's movements alone.
  const where = hasBridge && !figure.indicator ? `${between} in the bridge` : `${between} not counted`;
  return `in ${period.label} alone${also}; ${where}`;
}
