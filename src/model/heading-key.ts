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
