/** Returns a heading as it is looked up: without case, and with spaces, dashes and underscores made equal. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s_\-–]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(/[:.*\s]+$/, '')
    .trim();
}

/** The configured headings of one kind of table: heading key → what it is mapped to. */
export type HeadingMap = ReadonlyMap<string, string>;

/** The word that leaves a column out. */
export const IGNORE = 'ignore';
