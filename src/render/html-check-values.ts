import { formatList } from '../model/format.ts';
import { nearest } from '../model/suggest.ts';

/** As many names are listed in a message, where none is near to what was written. */
const MOST_NAMES = 8;

/** What is wrong with a value where it stands, and what to write there. */
export interface ValueFault {
  readonly message: string;
  readonly help: string;
}

/**
 * Returns why a value cannot be printed as it is; undefined of text, numbers, markup, and nothing. `path` is how the template
 * names it.
 */
export function unprintable(path: string, value: unknown): ValueFault | undefined {
  if (typeof value === 'boolean')
    return {
      message: `"${path}" is yes or no, and no text`,
      help: `ask for it: {{#if ${path}}} … {{/if}}`,
    };
  if (typeof value !== 'object' || value === null || 'toHTML' in value) return undefined;
  if (Array.isArray(value))
    return {
      message: `"${path}" is a list, and no text`,
      help: `print its entries one by one: {{#each ${path}}} … {{/each}}`,
    };
  if (isMarkdown(value))
    return {
      message: `"${path}" is text with Markdown, which is not printed as it is`,
      help: `write {{markdown ${path}}}`,
    };
  const keys = Object.keys(value);
  const [first = ''] = keys;
  const inside = first === '' ? '' : `, as in {{${path === 'this' ? first : `${path}.${first}`}}}`;
  return {
    message: `"${path}" is a group of values, and no text`,
    help: `name one of ${named(keys)}${inside}, or go into it with {{#with ${path}}} … {{/with}}`,
  };
}

/** Returns why `{{#each path}}` cannot go through a value; undefined of a list, and of nothing. */
export function notList(path: string, value: unknown): ValueFault | undefined {
  if (value === undefined || value === null || Array.isArray(value)) return undefined;
  if (typeof value !== 'object' || 'toHTML' in value || isMarkdown(value))
    return { message: `"${path}" is no list`, help: `ask for it: {{#if ${path}}} … {{/if}}` };
  const lists = Object.entries(value).filter(([, one]) => Array.isArray(one));
  return {
    message: `"${path}" is a group of values, and no list`,
    help:
      lists.length === 0
        ? `go into it with {{#with ${path}}} … {{/with}}`
        : `name a list in it: ${formatList(lists.map(([key]) => (path === 'this' ? key : `${path}.${key}`)))}`,
  };
}

/** Returns why `{{markdown path}}` cannot print a value; undefined where it can, or nothing is known of the value. */
export function notMarkdown(path: string, value: unknown): ValueFault | undefined {
  if (typeof value !== 'string') return undefined;
  return { message: `"${path}" is text without Markdown`, help: `write {{${path}}}` };
}

function isMarkdown(value: object): boolean {
  return 'markdown' in value && typeof value.markdown === 'string';
}

/**
 * Returns what was most likely meant by a path that leads nowhere: a name near to `key` among those of `group`, or the same
 * name further out. `before` is what of the path led to the group: `summary.`.
 */
export function pathHelp(
  key: string,
  before: string,
  group: unknown,
  outer: readonly unknown[],
): string | undefined {
  const keys = keysOf(group);
  const meant = nearest(key, keys);
  if (meant !== undefined) return `did you mean ${before}${meant}?`;
  const out = outer.toReversed().findIndex((scope) => keysOf(scope).includes(key));
  if (out >= 0 && before === '')
    return `write ${'../'.repeat(out + 1)}${key}: it is not in this block, but around it`;
  return keys.length === 0 ? undefined : `this place has ${named(keys)}`;
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function named(keys: readonly string[]): string {
  if (keys.length <= MOST_NAMES) return formatList(keys);
  return `${keys.slice(0, MOST_NAMES).join(', ')} and ${keys.length - MOST_NAMES} more (docs/templates.md)`;
}
