import { escapeText } from './charts/svg.ts';

/** One tag of the program's own markup: `<`, name, attributes, `>`. Text never holds a bare `<`. */
const TAG =
  /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*\s*\/?)>/gi;
const ATTRIBUTE = /(\s)([^\s"'<>/=]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/g;

/** Attributes that hold ids, one or several with spaces between them. */
const REFERENCES = new Set([
  'id',
  'for',
  'form',
  'list',
  'headers',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
]);

/** The article of a pack that a report becomes. */
export interface Article {
  /** What the ids in it begin with. */
  readonly prefix: string;
  /** Its own id. */
  readonly id: string;
  /** Its name. */
  readonly label: string;
}

/**
 * Returns a report's markup as it stands inside of a pack: every id, and all that refers to one, begins with the prefix; its
 * headings are one level lower; its sections are named after it as well, since other reports have sections of the same
 * name. Done on the markup, and not in the views, so that a council's own templates are covered too, as are links inside
 * of Markdown.
 */
export function nested(markup: string, { prefix, id, label }: Article): string {
  return markup.replace(TAG, (_tag, slash: string, name: string, attributes: string) => {
    const isLandmark = /^section$/i.test(name);
    const written = attributes.replace(
      ATTRIBUTE,
      (
        whole,
        space: string,
        key: string,
        equals: string,
        double?: string,
        single?: string,
        bare?: string,
      ) => {
        const value = double ?? single ?? bare ?? '';
        const changed = `${prefixed(key.toLowerCase(), value, prefix)}${isLandmark ? more(key) : ''}`;
        if (changed === value) return whole;
        const quote = single === undefined ? '"' : "'";
        return `${space}${key}${equals}${quote}${changed}${quote}`;
      },
    );
    return `<${slash}${lowered(name)}${written}>`;
  });

  function more(key: string): string {
    if (/^aria-labelledby$/i.test(key)) return ` ${id}`;
    return /^aria-label$/i.test(key) ? `, ${escapeText(label)}` : '';
  }
}

/** Returns an attribute's value with the prefix before every id in it: in a list of ids, a link or a `url(#id)`. */
function prefixed(key: string, value: string, prefix: string): string {
  if (REFERENCES.has(key)) return value.replace(/[^\s]+/g, (id) => `${prefix}${id}`);
  if (key === 'href' || key === 'xlink:href') return value.replace(/^#(?=.)/, `#${prefix}`);
  return value.replace(/url\(#/g, `url(#${prefix}`);
}

function lowered(name: string): string {
  return name.replace(/^(h)([1-5])$/i, (_all, h: string, level: string) => `${h}${Number(level) + 1}`);
}
