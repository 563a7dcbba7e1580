import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { quoted } from '../grammar/reading.ts';
import type { TextCell } from './table.ts';

/** Returns the finding of an empty cell that `thing` (`a risk`) needs. */
export function emptyCell(cell: TextCell, field: string, thing: string): Finding {
  return finding('E080', `${thing} needs ${quoted(field)}, and the cell is empty`, { at: cell.at });
}

/** Returns the places of cells by field. */
export function placesOf(cells: Readonly<Record<string, TextCell | undefined>>): Record<string, Place> {
  const places: Record<string, Place> = {};
  for (const [field, cell] of Object.entries(cells)) if (cell) places[field] = cell.at;
  return places;
}

/** Returns a finding for each row whose key an earlier row has, without regard to case. */
export function rowsTwice<T extends { readonly at: Place; readonly fields: Readonly<Record<string, Place>> }>(
  rows: readonly T[],
  keyOf: (row: T) => readonly string[],
  message: (row: T) => string,
): Finding[] {
  const seen = new Map<string, T>();
  return rows.flatMap((row) => {
    const key = JSON.stringify(keyOf(row).map((part) => part.toLowerCase()));
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, row);
      return [];
    }
    const first = earlier.fields['reference'] ?? earlier.at;
    return [
      finding('E082', message(row), {
        at: row.fields['reference'] ?? row.at,
        why: `line ${first.line} has it already`,
        related: [first],
      }),
    ];
  });
}
