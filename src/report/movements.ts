import { bridgePlaces, bridgesOf } from '../metrics/bridge.ts';
import { keyText } from '../metrics/book.ts';
import { movementsOf, type RecordedMovement } from '../papers/movements.ts';
import type { Period } from '../model/period.ts';
import type { FigureSet } from './figures.ts';
import { formatSigned } from './format.ts';
import type { Narrative } from './narrative.ts';
import type { MovementRow } from './report.ts';

/**
 * Returns the recorded reasons for movements, in the order in which they were written: every one of these papers, and of
 * older ones those whose period is among the columns of the workforce table and of which something is still left over.
 */
export function movementRows(
  figures: FigureSet,
  narrative: Narrative,
  columns: readonly Period[],
): MovementRow[] {
  return movementsOf(figures.context).recorded.flatMap((movement): MovementRow[] => {
    const { id, period, group, basis } = movement.key;
    const unexplained = unexplainedOf(figures, movement);
    const isPrinted = columns.some((one) => one.kind === period.kind && one.key === period.key);
    if (!movement.own && (!isPrinted || unexplained === '0')) return [];
    const figure = figures.figure(id, period, group, basis);
    if (figure === undefined) return [];
    return [
      {
        figure: figure.id,
        ...(unexplained !== undefined && { unexplainedText: unexplained }),
        markdown: narrative.markdown(movement.reason),
        at: movement.reason.at,
      },
    ];
  });
}

/** Returns what starters and leavers leave over of a movement of permanent staff: `−6`; undefined for any other. */
function unexplainedOf({ context: { figures } }: FigureSet, { key }: RecordedMovement): string | undefined {
  const bridge = bridgesOf(figures, key.group, key.basis).find(
    ({ closing }) => keyText(closing.key) === keyText(key),
  );
  return bridge && formatSigned(bridge.unexplained.value, bridgePlaces(bridge, figures.registry));
}
