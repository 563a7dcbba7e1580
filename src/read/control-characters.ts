// A byte order mark counts as a control character anywhere but at the start of a file, where it has been taken off.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '0000': ' (NUL)',
  '001B': ' (ESC)',
  FEFF: ' (byte order mark, which belongs at the start of a file only)',
};

/** Returns the offsets and codes of the characters of a text that no line of data may hold. */
export function controlCharactersIn(text: string): { readonly offset: number; readonly code: number }[] {
  return [...text.matchAll(CONTROL)].map((one) => ({ offset: one.index, code: one[0].codePointAt(0) ?? 0 }));
}

/** Returns whether a character is one that no line of data may hold. */
export function isControlCharacter(character: string): boolean {
  return controlCharactersIn(character).length > 0;
}

/** Returns a control character's name: `U+001B (ESC)`. */
export function controlCharacterName(code: number): string {
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}${NAMES[hex] ?? ''}`;
}
