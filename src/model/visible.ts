/**
 * Characters that must not reach a terminal or a log as they are: C0 and C1 controls (ESC, carriage return …), DEL,
 * and those that reorder or hide text (bidi controls and isolates, zero-width characters, line separators, BOM).
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Returns the text with every unsafe character shown as an escape (`\n`, `\u{1b}`), so that data cannot forge output. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (char) => SHORT[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * Breaks up what a CI system takes for a command: `##[…]` and `##vso[…]` anywhere in a line. The other form, `::…::`,
 * counts only at the start of a line, after any white space: whoever writes the line disarms it there.
 */
export function disarmed(text: string): string {
  return text.replace(/##(?=\w*\[)/g, '#\\#');
}

/** Returns JSON that is as safe on a terminal and in a log as any line: what is not shows as an escape, and reads the same. */
export function safeJson(value: unknown): string {
  const escape = (char: string) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify(value, null, 2).replace(UNSAFE, (char) =>
    char === '\n' ? char : escape(char),
  );
  return `${text.replace(/##/g, '#\\u0023')}\n`;
}
