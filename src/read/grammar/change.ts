import type { StatedChange } from '../../model/dataset.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { ZERO, type Exact } from '../../model/exact.ts';
import { markedText } from './cell.ts';
import { parseDuration } from './duration.ts';
import { parseMarker } from './marker.ts';
import { parseMoney } from './money.ts';
import { parseNumber, type WrittenNumber } from './number.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

/** A change as people write it, before anyone knows of what. */
export interface WrittenChange extends Pick<StatedChange, 'value' | 'written' | 'places' | 'signed'> {
  /** A unit written behind the number, as in `5 FTE reduction`. */
  readonly unit?: 'fte';
}

const NOTHING = /^[-–—]?$/;
const UNCHANGED = /^(?:no change|unchanged|↔)$/i;
const BRACKETS = /^\((?<inner>[^()]*)\)$/;
const POINTS =
  /(?: ?(?:pp|ppts?|pps|p\.p\.)| ?(?:%|percentage|per cent|percent)[ -]?(?:points?|pts?)| points?)$/i;
const UP = /^(?:▲|△|↑|up |increase of )|(?: increase| rise|▲|△|↑)$/i;
const DOWN = /^(?:▼|▽|↓|down |(?:decrease|reduction) of )|(?: (?:reduction|decrease|fall)|▼|▽|↓)$/i;
const SIGN = /^[-+−]/;

const HELP = 'write a number, a percentage or percentage points: -5, -23% or -11 pp';

/**
 * Returns the change that a cell states: `+3`, `-5.0`, `(11%)`, `-11 pp`, `−11.0 percentage points`, `11% reduction`,
 * `▼ 5 FTE`, `no change`; nothing where the cell is empty or holds a marker. `unit`: that of the figure that changed.
 */
export function parseChange(text: string, unit: MetricUnit = 'count'): Reading<WrittenChange | undefined> {
  const { body } = markedText(text);
  if (NOTHING.test(body) || parseMarker(body)) return read(undefined);
  if (UNCHANGED.test(body)) return read({ value: ZERO, written: 'plain', places: 0, signed: true });
  const [up, down] = [UP.test(body), DOWN.test(body)];
  const bare = body.replace(UP, '').replace(DOWN, '').trim();
  const inner = BRACKETS.exec(bare)?.groups?.['inner'];
  const number = (inner ?? bare).trim();
  const isPoints = POINTS.test(number);
  const written = isPoints ? number.replace(POINTS, '').trimEnd() : number;
  const sign = SIGN.exec(written)?.[0];
  const reading = sizeOf(sign === undefined ? written : written.slice(1), unit);
  if (!reading.ok || (isPoints && (reading.value.notation === 'percent' || reading.value.unit)))
    return unread('E060', `${quoted(body)} is not a change`, {
      ...(!reading.ok && reading.problem.why !== undefined && { why: reading.problem.why }),
      help: (reading.ok ? undefined : reading.problem.help) ?? HELP,
    });
  const isLess = sign === '-' || sign === '−' || (inner !== undefined && sign === undefined);
  const isMore = sign === '+';
  if (
    (up && (down || isLess)) ||
    (down && isMore) ||
    (inner !== undefined && sign !== undefined) ||
    reading.value.value.compare(ZERO) < 0
  )
    return unread('E060', `${quoted(body)} says two directions`, {
      why: 'a sign, brackets, an arrow or a word says which way a figure went; these say different ones',
      help: 'keep one of them: -5 or 5 reduction',
    });
  const { notation, places, unit: suffix } = reading.value;
  const size = inPercent(reading.value);
  return read({
    value: isLess || down ? size.neg() : size,
    written: isPoints ? 'points' : notation,
    places,
    signed: sign !== undefined || inner !== undefined || up || down,
    ...(suffix && { unit: suffix }),
  });
}

/** Returns the number without its sign, in the unit of the figure; a percentage of any. */
function sizeOf(text: string, unit: MetricUnit): Reading<WrittenNumber> {
  if (text.endsWith('%') || (unit !== 'money' && unit !== 'duration')) return parseNumber(text);
  return unit === 'money' ? parseMoney(text) : parseDuration(text);
}

function inPercent({ value, notation }: WrittenNumber): Exact {
  return notation === 'percent' ? value.mul(100) : value;
}
