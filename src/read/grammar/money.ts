import { toDecimal } from '../../model/exact.ts';
import { parseNumber, type WrittenNumber } from './number.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

const MONEY = /^(?<open>\()?(?<sign>[-−])?£ ?(?<amount>[\d.,]+)(?<suffix>[km])?(?<close>\))?$/i;
const ABOUT = /^(?:(?:c|ca|circa|about|around|approx|approximately|some|over|under|nearly|up to)\b\.?|[~≈])/i;
/** A number of pounds without their sign. */
const BARE = /^[-−(]?[\d.,]+\)?$/;
const TIMES: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/**
 * Returns the pounds that a text says: `£250,000`, `£1.2m`, `£710k`, `-£5`, `(£1,000)` for −1000, or a bare number of
 * pounds. `k` and `m` count only behind an amount in £. Places are those of the pounds: none for `£1.2m`.
 */
export function parseMoney(text: string): Reading<WrittenNumber> {
  const trimmed = text.trim();
  const amount = amountOf(trimmed);
  return amount ? read(amount) : notMoney(trimmed);
}

function amountOf(text: string): WrittenNumber | undefined {
  const parts = MONEY.exec(text)?.groups;
  const inBrackets = parts?.['open'] !== undefined;
  const isSigned = parts?.['sign'] !== undefined;
  if (inBrackets && isSigned) return undefined;
  if (parts && inBrackets !== (parts['close'] !== undefined)) return undefined;
  const number = parseNumber(parts?.['amount'] ?? (BARE.test(text) ? text : ''));
  if (!number.ok) return undefined;
  const { value, places } = number.value;
  const times = TIMES[parts?.['suffix']?.toLowerCase() ?? ''];
  const pounds = value.mul(times ?? 1);
  return {
    value: inBrackets || isSigned ? pounds.neg() : pounds,
    notation: 'plain',
    places: times === undefined ? places : 0,
  };
}

function notMoney(text: string): Reading<never> {
  const message = `${quoted(text)} is not an amount in pounds`;
  const bare = text.replace(ABOUT, '').trim();
  const amount = bare === text ? undefined : amountOf(bare);
  if (amount)
    return unread('E093', message, {
      why: 'a figure that the report computes with is one number, and not about one',
      help: `write ${toDecimal(amount.value)}${bare.startsWith('£') ? ` or ${bare}` : ''}, and say in a note that it is rounded`,
    });
  if (/^[\d.,]+ ?[km]$/i.test(text))
    return unread('E093', message, {
      why: 'k and m stand for thousands and millions only behind an amount in £',
      help: `write £${text.replace(' ', '')}`,
    });
  return unread('E093', message);
}
