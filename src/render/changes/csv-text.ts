/** What a spreadsheet takes for a formula where a cell begins with it; a quote before it is what disarms it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Returns rows as CSV (RFC 4180): lines end in CRLF, a cell is quoted where it has to be, and none is a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * Returns a cell. A text that a spreadsheet would take for a formula has a quote before it, and so has one that would look
 * like that: taking one quote away from a text of quotes and such a sign gives back what it was. A plain number stays.
 */
function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
