import { finding, type Finding } from '../../model/finding.ts';
import type { Period } from '../../model/period.ts';
import { placeWithin, type Place } from '../../model/place.ts';
import { parsePeriod } from '../grammar/period.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import { dateText } from './dates.ts';
import { sourced, type TextCell } from './table.ts';

/** Returns the finding of an empty cell that `thing` (`a risk`) needs. */
function emptyCell(cell: TextCell, field: string, thing: string): Finding {
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

/** Returns the period of an optional cell; a dash means that there is none. */
export function periodOf(cell: TextCell | undefined, findings: Finding[]): Period | undefined {
  if (!cell || /^[-–—]?$/.test(cell.text)) return undefined;
  const reading = parsePeriod(dateText(cell));
  if (reading.ok) return reading.value;
  findings.push(problemAt(reading.problem, cell.at));
  return undefined;
}

/** Returns a finding for each needed cell of a row that is empty. */
export function emptyCells<F extends string>(
  cells: Readonly<Partial<Record<F, TextCell>>>,
  required: readonly F[],
  thing: string,
): Finding[] {
  return required.flatMap((field) => {
    const cell = cells[field];
    return cell?.text === '' ? [emptyCell(cell, field, thing)] : [];
  });
}

/** What separates the entries of a cell: of texts the line, of references also a comma or semicolon. */
export const BY_LINE = /\n/g;
export const BY_COMMA = /[,;\n]/g;

/**
 * Returns the entries of a cell: those of a list in YAML, or else the parts of its text between the separators, each with
 * its place. A dash or bullet in front of an entry is taken away.
 */
export function entriesOf(cell: TextCell | undefined, separator: RegExp): readonly TextCell[] {
  if (!cell) return [];
  if (cell.items) return cell.items;
  let start = 0;
  return cell.text.split(separator).flatMap((part): TextCell[] => {
    const bullet = /^\s*(?:[-–•*]\s+)?/.exec(part)?.[0].length ?? 0;
    const text = part.slice(bullet).trimEnd();
    const offset = start + bullet;
    start += part.length + 1;
    if (text === '') return [];
    const at = placeWithin(sourced(cell), offset, text.length);
    return [{ text, at, ...(cell.lines && { lines: [{ offset: 0, line: at.line, column: at.column }] }) }];
  });
}
