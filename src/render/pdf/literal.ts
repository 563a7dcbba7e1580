const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Returns the bytes of a literal string, without its brackets, as one character each. */
export function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_all, what: string) => {
    if (/^[0-7]/.test(what)) return String.fromCharCode(Number.parseInt(what, 8) & 255);
    return /^[\r\n]/.test(what) ? '' : (ESCAPES[what] ?? what);
  });
}
