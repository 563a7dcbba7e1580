import { visible } from '../../model/visible.ts';

/** A space of no width, which `visible` leaves in no text: between two characters it makes them two words for GitHub. */
const APART = '\u200b';
const APART_ENTITY = '&#8203;';

/**
 * Returns a text as it is to be read, within a line or a table of GitHub's Markdown: nothing in it is markup, HTML, a table's
 * edge, a mention, a reference to an issue or a commit, a link, mathematics or an emoji.
 */
export function markdownText(text: string): string {
  return escaped(parted(visible(text))).replaceAll(APART, APART_ENTITY);
}

/** Returns the same for a line of HTML, in which no Markdown is read. */
export function markdownHtml(text: string): string {
  return entities(parted(visible(text))).replaceAll(APART, APART_ENTITY);
}

/** What may be a mention or an address; the id of a figure (`agency@2021-01`) is neither, and stays as it can be copied. */
const MENTION = /(?<![A-Za-z0-9])@|@(?![\w-]+(?![\w.-]))/g;

/** Breaks up what GitHub links by itself after it has read the Markdown, where no escape helps. */
function parted(text: string): string {
  return text
    .replace(MENTION, `@${APART}`)
    .replace(/#(?=\w)/g, `#${APART}`)
    .replace(/\bGH-(?=\d)/gi, (word) => `${word}${APART}`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${APART}`)
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}${APART}.`)
    .replace(/\b[0-9a-f](?=[0-9a-f]{6,39}\b)/gi, (digit) => `${digit}${APART}`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Between two of them GitHub reads mathematics, escaped or not.
  $: '&#36;',
};

function escaped(text: string): string {
  return entities(text.replace(/[\\`*_[\]{}|~#]/g, (char) => `\\${char}`))
    .replace(/^(\s*)([-+=])(?=[-+=\s]|$)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

function entities(text: string): string {
  return text.replace(/[&<>$]/g, (char) => ENTITIES[char] ?? '');
}
