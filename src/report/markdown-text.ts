/** Returns a value as Markdown that shows it as it is: punctuation that could be markup is escaped. */
export function escapeMarkdown(value: string): string {
  return value.replace(/[\\`*_[\]<>&|~#!]/g, '\\$&');
}
