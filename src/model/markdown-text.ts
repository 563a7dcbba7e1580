/** Returns a value as Markdown that shows it as it is: punctuation that could be markup is escaped. */
export function escapeMarkdown(value: string): string {
  return value.replace(/[\\`*_[\]<>&|~#!]/g, '\\$&');
}

const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;
const MARKUP = /\\([\\`*_[\]<>&|~#!])|\*{1,3}|`|(?<!\w)_{1,3}|_{1,3}(?!\w)/g;

/** Returns the words of a Markdown text on one line, without emphasis, code and links: for a place that has no room for them. */
export function markdownWords(markdown: string): string {
  return markdown
    .replace(LINK, '$1')
    .replace(MARKUP, (_, escaped: string | undefined) => escaped ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
