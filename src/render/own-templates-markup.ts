import { finding, type Finding } from '../model/finding.ts';
import { placeAt } from './template-place.ts';
import { printedText, tagsIn, VALUE, type Attribute, type Branches, type Tag } from './template-tags.ts';

const SCRIPT = 'a page runs no script';
const FETCH = 'a page is one file: nothing is fetched';
const STYLE = 'the look of a page is set in a style sheet (.css) beside the parts';

/** Elements that no page has, and why. */
const ELEMENTS: Readonly<Record<string, string>> = {
  ...because(SCRIPT, ['script', 'noscript']),
  ...because(FETCH, ['link', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'base']),
  ...because('a paper is read, and takes nothing in', ['form']),
  ...because('a paper does not move', ['set', 'animate', 'animatetransform', 'animatemotion']),
};

/** Attributes that hold an address. */
const ADDRESSES = [
  'href',
  'xlink:href',
  'src',
  'srcset',
  'poster',
  'data',
  'background',
  'action',
  'formaction',
  'cite',
  'longdesc',
  'manifest',
  'ping',
];
/** Of these a reader follows the address, if at all; of others a browser fetches it. */
const FOLLOWED = ['a', 'area', 'q', 'blockquote', 'ins', 'del'];

interface Fault {
  readonly what: string;
  readonly why: string;
  readonly start: number;
  readonly end: number;
}

/** Returns what a part of a council's own has that a page may not have, each with its place and why. */
export function markupFindings(file: string, text: string): Finding[] {
  const found = new Map<string, Finding>();
  for (const branches of ['all', 'first', 'else'] satisfies Branches[]) {
    const printed = printedText(text, branches);
    const offset = (at: number): number => printed.offsets[at] ?? text.length;
    for (const tag of tagsIn(printed.text))
      for (const { what, why, start, end } of faultsOf(tag, printed.text)) {
        const at = placeAt(file, text, offset(start), offset(end - 1) + 1);
        found.set(
          `${at.line}:${at.column} ${what}`,
          finding('E511', `a part of your own may not have ${what}`, { at, why }),
        );
      }
  }
  return [...found.values()];
}

function faultsOf(tag: Tag, text: string): Fault[] {
  const { name, start, attributes } = tag;
  const why = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  const end = start + 1 + name.length;
  if (why !== undefined) return [{ what: `<${name}>`, why, start, end }];
  if (name.includes(VALUE))
    return [{ what: 'a value as the name of an element', why: 'it could be any', start, end }];
  const isStyle = name === 'style' && !/^\ue000\s*<\/style/i.test(text.slice(tag.end).trimStart());
  return [
    ...(isStyle ? [{ what: '<style>', why: STYLE, start, end }] : []),
    ...attributes.flatMap((attribute): Fault[] => {
      const fault = attributeFault(name, attribute);
      return fault ? [{ ...fault, start: attribute.start, end: attribute.end }] : [];
    }),
  ];
}

function attributeFault(
  element: string,
  { name, value }: Attribute,
): { readonly what: string; readonly why: string } | undefined {
  if (/^on/.test(name)) return { what: `the attribute ${name}`, why: SCRIPT };
  if (name === 'style') return { what: 'the attribute style', why: STYLE };
  if (name === 'srcdoc') return { what: 'the attribute srcdoc', why: 'a page holds no other page' };
  const plain = resolved(value);
  if (name === 'http-equiv' && plain !== 'content-security-policy')
    return { what: `http-equiv="${value}"`, why: 'a page stays as it is opened' };
  if (!ADDRESSES.includes(name)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*:)/.exec(plain)?.[1];
  if (scheme === 'javascript:' || scheme === 'vbscript:')
    return { what: `an address that starts with ${scheme}`, why: SCRIPT };
  if (FOLLOWED.includes(element) && name !== 'ping') return followedFault(plain, scheme);
  if (plain === '' || plain.startsWith(VALUE) || plain.startsWith('#') || scheme === 'data:')
    return undefined;
  return { what: `${name}="${value}"`, why: `${FETCH}, and only data: addresses are shown` };
}

/** As of the links in what people write: a page on the web, or an address to write to. */
function followedFault(
  plain: string,
  scheme: string | undefined,
): { readonly what: string; readonly why: string } | undefined {
  const why = 'a link leads to a place on the page (#…), to https: or to mailto:';
  if (scheme === undefined)
    return /^[/\\]{2}/.test(plain) ? { what: 'a link without https:', why } : undefined;
  return scheme === 'https:' || scheme === 'mailto:' ? undefined : { what: `a link to ${scheme}`, why };
}

const NAMED: Readonly<Record<string, string>> = { colon: ':', sol: '/', bsol: '\\', num: '#', amp: '&' };

/** Returns an address as a browser takes it: with its character references, without spaces, in small letters. */
function resolved(value: string): string {
  return value
    .replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_whole, hex: string | undefined, decimal: string | undefined) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&([a-z]+);/gi, (whole, name: string) =>
      /^(?:tab|newline)$/i.test(name) ? '' : (NAMED[name] ?? whole),
    )
    .split('')
    .filter((one) => one > ' ')
    .join('')
    .toLowerCase();
}

function character(point: number): string {
  return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

function because(why: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}
