/** Returns a text on one line: every run of white space in it is one space, and none is at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
