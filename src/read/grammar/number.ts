import type { Notation } from '../../model/cell.ts';
import { exact, type Exact } from '../../model/exact.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

/** A number as people write it, before anyone knows what it counts. */
export interface WrittenNumber {
  /** The share for a percentage: 21.08% is 0.2108. */
  readonly value: Exact;
  readonly notation: Notation;
  /** Decimals as written. */
  readonly places: number;
  /** A unit written behind the number, as in `275.43fte`. */
  readonly unit?: 'fte';
}

const NUMBER = /^(?<sign>[-−])?(?<whole>0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<decimals>\d+))?$/;
const UNIT = /(?:%|fte)$/i;
const BRACKETS = /^\((?<inner>[^()]*)\)$/;
/** Beyond any workforce, and short enough to be read back by people. */
const MOST_DIGITS = 15;
const MOST_DECIMALS = 12;

/**
 * Returns the number that a text says: `1,234.5`, `70.62%`, `12 %`, `275.43fte`, `-3`, `−3`, `(1.47)` for −1.47.
 * Refused with a reason: misplaced thousands separators, exponents, hexadecimals, a leading zero or plus sign,
 * digits of other scripts, spreadsheet errors.
 */
export function parseNumber(text: string): Reading<WrittenNumber> {
  const trimmed = text.trim();
  const inner = BRACKETS.exec(trimmed)?.groups?.['inner'];
  const body = (inner ?? trimmed).trim();
  const unit = UNIT.exec(body)?.[0].toLowerCase() ?? '';
  const written = NUMBER.exec(body.slice(0, body.length - unit.length).trimEnd())?.groups;
  const negative = inner !== undefined || written?.['sign'] !== undefined;
  if (!written || (inner !== undefined && written['sign'] !== undefined)) return notANumber(trimmed);
  const whole = (written['whole'] ?? '').replaceAll(',', '');
  const decimals = written['decimals'] ?? '';
  if (whole.length > MOST_DIGITS || decimals.length > MOST_DECIMALS)
    return unread('E060', `${quoted(trimmed)} has too many digits`, {
      why: `a number may have ${MOST_DIGITS} digits and ${MOST_DECIMALS} decimals`,
      help: 'round the figure, or correct it',
    });
  const value = exact(`${negative ? '-' : ''}${whole}${decimals && `.${decimals}`}`);
  return read({
    value: unit === '%' ? value.div(100) : value,
    notation: unit === '%' ? 'percent' : 'plain',
    places: decimals.length,
    ...(unit === 'fte' && { unit }),
  });
}

const HINTS: readonly (readonly [pattern: RegExp, why: string, help: string])[] = [
  [
    /^(n\.?\/?a\.?|not (known|available|applicable|recorded)|none|nil|null|nan)$/i,
    'words do not say whether the figure is missing, not available or not applicable',
    'write x where the figure is not available, z where it does not apply, 0 where it is zero, or leave the cell empty',
  ],
  [
    /^(tbc|tba|tbd|to be confirmed|pending|awaited|\?+)$/i,
    'a figure that is not known yet cannot be printed or computed with',
    'leave the cell empty until the figure is known, or write x where it is not available',
  ],
  [
    /^#/,
    'this is an error of the spreadsheet that the file came from',
    'correct the formula in the spreadsheet and save the file again',
  ],
  [
    /^\+/,
    'a plus sign stands for a change, and a figure is not a change',
    'write the number without the plus sign',
  ],
  [
    /^[–—]\s*[\d.,]+/,
    'a dash means that there is no figure',
    'write a negative number with a minus sign or in brackets: -5 or (5)',
  ],
  [
    /^-?\d{1,3}(\.\d{3})+,\d+$/,
    'this is the continental way of writing decimals',
    'write a full stop before decimals: 1,234.5',
  ],
  [
    /^-?\d+(,\d+)+(\.\d*)?$/,
    'a comma stands before each group of three digits, and nowhere else',
    'write 1,234 for thousands and 1.23 for decimals',
  ],
  [
    /^-?[\d.]+e[-+]?\d+$/i,
    'a spreadsheet has shortened the number',
    'format the column as a number and save the file again',
  ],
  [/^-?0\d/, 'the number starts with a zero that it does not need', 'delete the leading zero'],
  [
    /^[£€$]|[£€$]$/,
    'measures count people, posts, cases or days, and not money',
    'remove the currency sign, or leave the column out with `ignore`',
  ],
  [/^-?[\d\s\u00a0\u202f]+(\.\d+)?$/, 'there is a space inside the number', 'write 1,234 or 1234'],
  [/^[-\p{Nd}.,%]+$/u, 'digits are 0 to 9, with one full stop before decimals', 'type the number again'],
];

function notANumber(text: string): Reading<never> {
  const hint = HINTS.find(([pattern]) => pattern.test(text));
  return unread('E060', `${quoted(text)} is not a number`, hint && { why: hint[1], help: hint[2] });
}
