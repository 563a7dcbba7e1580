import { amountsTo, amountText, isFor, statedText, type MovementAmount } from '../papers/movement-amounts.ts';
import { movementsOf, type RecordedMovement } from '../papers/movements.ts';
import type { Period } from '../model/period.ts';
import type { FigureSet } from './figures.ts';
import { periodRef } from './format.ts';
import type { Narrative } from './narrative.ts';
import type { MovementRow } from './report.ts';

/**
 * Returns the recorded reasons for movements, in the order in which they were written: every one of these papers, and of
 * older ones those that hold still and whose period is among the columns of the workforce table.
 */
export function movementRows(
  figures: FigureSet,
  narrative: Narrative,
  columns: readonly Period[],
): MovementRow[] {
  return movementsOf(figures.context).recorded.flatMap((movement): MovementRow[] => {
    const { id, period, group, basis } = movement.key;
    const { text, holds } = amountOf(figures, movement);
    const isPrinted = columns.some((one) => one.kind === period.kind && one.key === period.key);
    if (!movement.own && (!isPrinted || !holds)) return [];
    const figure = figures.figure(id, period, group, basis);
    if (figure === undefined) return [];
    return [
      {
        figure: figure.id,
        amountText: text,
        markdown: narrative.markdown(movement.reason),
        at: movement.reason.at,
      },
    ];
  });
}

/** Returns the amount that a reason is for, beside what there is to explain where that is another. */
function amountOf({ context }: FigureSet, movement: RecordedMovement): { text: string; holds: boolean } {
  const { rest, change } = amountsTo(context, movement.key);
  const words = (amount: MovementAmount): string =>
    amount === rest || change === undefined
      ? `${amountText(amount)} beyond starters and leavers`
      : `${amountText(amount)} since ${periodRef(change.opening.key.period).label}`;
  const left = rest?.by.value.n === 0n ? undefined : rest;
  const held = [left, change].find((one) => one !== undefined && isFor(movement, one));
  if (held !== undefined) return { text: words(held), holds: true };
  const now = left ?? change;
  const stated = statedText(movement, now?.unit ?? (movement.by.notation === 'percent' ? 'share' : 'count'));
  return {
    text: now === undefined ? `recorded for ${stated}` : `recorded for ${stated}, and not for ${words(now)}`,
    holds: false,
  };
}
