/** A start tag of an XML text. */
export interface Tag {
  /** Without its prefix, in small letters: `svg:Script` is `script`. */
  readonly name: string;
  /** As written. */
  readonly shown: string;
  readonly attributes: readonly Attribute[];
  /** How many elements it stands in. */
  readonly depth: number;
  readonly offset: number;
}

export interface Attribute {
  /** Without its prefix, in small letters. */
  readonly name: string;
  readonly shown: string;
  /** With character references resolved. */
  readonly value: string;
}

/** An XML text taken apart: its tags in order, the text of each style element, or the first fault. */
export interface Scan {
  readonly tags: readonly Tag[];
  readonly styles: readonly string[];
  readonly fault?: { readonly message: string; readonly offset: number };
}

const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const ATTRIBUTE = new RegExp(String.raw`\s+(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const OPEN = new RegExp(`<(${NAME})`, 'y');
const CLOSE = new RegExp(String.raw`</(${NAME})\s*>`, 'y');
const OPEN_END = /\s*(\/?)>/y;
const PROLOGUE = /^\s*<\?xml\s[^?<>]*\?>/;

/**
 * Returns the tags of an XML text. It knows tags, attributes, comments, text and the five named references; a
 * declaration, entity, CDATA section or processing instruction is a fault, because it can hide what is looked for.
 */
export function scanXml(text: string): Scan {
  const scanner = new Scanner(text);
  const message = scanner.run();
  const { tags, styles, offset } = scanner;
  return { tags, styles, ...(message !== undefined && { fault: { message, offset } }) };
}

class Scanner {
  readonly tags: Tag[] = [];
  readonly styles: string[] = [];
  offset: number;
  readonly #text: string;
  readonly #open: string[] = [];

  constructor(text: string) {
    this.#text = text;
    this.offset = PROLOGUE.exec(text)?.[0].length ?? 0;
  }

  /** Returns what is wrong at `offset`; undefined where the text could be taken apart. */
  run(): string | undefined {
    while (this.offset < this.#text.length) {
      const fault = this.#step();
      if (fault !== undefined) return fault;
    }
    const left = this.#open.at(-1);
    if (left !== undefined) return `<${left}> is not closed`;
    return this.tags.length === 0 ? 'there is no element in it' : undefined;
  }

  #step(): string | undefined {
    const rest = this.#text.startsWith.bind(this.#text);
    if (!rest('<', this.offset)) return this.#characters();
    if (rest('<!--', this.offset)) return this.#comment();
    if (rest('<!', this.offset)) return 'there is a declaration (<!DOCTYPE, <!ENTITY or <![CDATA[)';
    if (rest('<?', this.offset)) return 'there is a processing instruction (<?…)';
    return rest('</', this.offset) ? this.#closingTag() : this.#openingTag();
  }

  #characters(): string | undefined {
    const next = this.#text.indexOf('<', this.offset);
    const written = this.#text.slice(this.offset, next < 0 ? undefined : next);
    const characters = resolved(written);
    if (characters === undefined) return 'there is an entity other than &amp; &lt; &gt; &quot; &apos;';
    if (this.#open.length === 0 && characters.trim() !== '') return 'there is text outside the element <svg>';
    if (this.#inStyle()) this.styles.push(characters);
    this.offset += written.length;
    return undefined;
  }

  // With nothing else in it, all text of a style element is in one piece, and no word of it is taken apart.
  #inStyle(): boolean {
    return localName(this.#open.at(-1) ?? '') === 'style';
  }

  #comment(): string | undefined {
    if (this.#inStyle()) return 'there is a comment in a <style>';
    const end = this.#text.indexOf('-->', this.offset + 4);
    if (end < 0) return 'a comment is not closed';
    this.offset = end + 3;
    return undefined;
  }

  #closingTag(): string | undefined {
    const name = this.#match(CLOSE)?.[1];
    if (name === undefined) return 'a tag is not closed';
    const open = this.#open.pop();
    return open === name ? undefined : `</${name}> closes no element that is open`;
  }

  #openingTag(): string | undefined {
    const start = this.offset;
    const shown = this.#match(OPEN)?.[1];
    if (shown === undefined) return 'a "<" starts no tag';
    if (this.#open.length === 0 && this.tags.length > 0) return 'there is a second element beside <svg>';
    if (this.#inStyle()) return `there is an element <${shown}> in a <style>`;
    const attributes: Attribute[] = [];
    for (let match = this.#match(ATTRIBUTE); match; match = this.#match(ATTRIBUTE)) {
      const value = resolved(match[2] ?? match[3] ?? '');
      const name = match[1] ?? '';
      if (value === undefined) return `the value of ${name} has an entity that is not known`;
      attributes.push({ name: localName(name), shown: name, value });
    }
    const end = this.#match(OPEN_END);
    if (!end) return `the tag <${shown}> cannot be read`;
    this.tags.push({ name: localName(shown), shown, attributes, depth: this.#open.length, offset: start });
    if (end[1] !== '/') this.#open.push(shown);
    return undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.#text);
    if (match) this.offset = pattern.lastIndex;
    return match;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const REFERENCE = /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>\w+));/g;

/** Returns a text with its references resolved; undefined where one of them is not known. */
function resolved(text: string): string | undefined {
  if (text.replace(REFERENCE, '').includes('&')) return undefined;
  let from = 0;
  let value = '';
  for (const match of text.matchAll(REFERENCE)) {
    const character = characterOf(match.groups ?? {});
    if (character === undefined) return undefined;
    value += text.slice(from, match.index) + character;
    from = match.index + match[0].length;
  }
  return value + text.slice(from);
}

function characterOf({
  decimal,
  hex,
  name,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
