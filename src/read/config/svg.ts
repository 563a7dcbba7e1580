import type { Size } from './png.ts';
import { scanXml, type Attribute, type Tag } from './svg-scan.ts';

/** What an SVG is as a picture, or why it cannot be one. */
export type SvgReading =
  | { readonly ok: true; readonly size: Size }
  | { readonly ok: false; readonly why: string; readonly line?: number; readonly help?: string };

/** What runs, what brings in other documents, and what can change an attribute after it was looked at. */
const REFUSED: ReadonlySet<string> = new Set([
  ...['image', 'feimage'],
  ...['script', 'foreignobject', 'handler', 'listener', 'iframe', 'object', 'embed', 'audio', 'video'],
  ...[
    'animate',
    'animatemotion',
    'animatetransform',
    'animatecolor',
    'set',
    'discard',
    'base',
    'link',
    'meta',
  ],
]);

/**
 * Returns the size of an SVG text, from its width and height or else its viewBox. Refused are a text that is not sound
 * XML with a root `svg`, and whatever runs or loads something: scripts, event attributes, foreign documents, animations,
 * pictures in it, addresses other than `#…`. One that draws its parts again and again (`<use>`) is refused beyond a limit.
 */
export function readSvg(text: string): SvgReading {
  const { tags, styles, fault } = scanXml(text);
  if (fault) return { ok: false, why: fault.message, line: lineAt(text, fault.offset) };
  const root = tags[0];
  if (root?.name !== 'svg')
    return { ok: false, why: `its outermost element is <${root?.shown ?? ''}>, and not <svg>` };
  for (const tag of tags) {
    const why = tagFault(tag);
    if (why !== undefined) return { ok: false, why, line: lineAt(text, tag.offset) };
  }
  const many = useFault(text, tags);
  if (many) return many;
  const style = styles.map(styleFault).find((why) => why !== undefined);
  if (style !== undefined) return { ok: false, why: `its style sheet ${style}` };
  const size = sizeOf(root);
  if (size) return { ok: true, size };
  return {
    ok: false,
    why: 'it has neither a width and height nor a viewBox, so that its proportions are not known',
    help: 'give its element <svg> a viewBox, such as viewBox="0 0 120 40"',
  };
}

function tagFault({ name, shown, attributes }: Tag): string | undefined {
  if (REFUSED.has(name)) return `there is an element <${shown}>`;
  return attributes.map((one) => attributeFault(one)).find((why) => why !== undefined);
}

const INSIDE = /^\s*#/;

/** A drawing repeats a shape a few times; one that repeats repetitions draws millions from one page of text. */
const MOST_USES = 200;

/** Returns what is wrong where a `<use>` repeats something that repeats, or there are too many. */
function useFault(text: string, tags: readonly Tag[]): SvgReading | undefined {
  const uses = tags.filter((one) => one.name === 'use');
  const [last] = uses.slice(MOST_USES);
  if (last) {
    const why = `there are ${uses.length} elements <${last.shown}>, and the most is ${MOST_USES}`;
    return { ok: false, why, line: lineAt(text, last.offset) };
  }
  const repeating = idsAround(tags);
  const nested = uses.find((one) => hrefsOf(one).some((id) => repeating.has(id)));
  if (nested === undefined) return undefined;
  const why = `a <${nested.shown}> repeats an element in which there is another one`;
  return { ok: false, why, line: lineAt(text, nested.offset) };
}

/** Returns the ids of every `<use>` and of the elements that it stands in. */
function idsAround(tags: readonly Tag[]): Set<string> {
  const ids = new Set<string>();
  const open: Tag[] = [];
  for (const tag of tags) {
    open.length = tag.depth;
    open.push(tag);
    if (tag.name === 'use') open.flatMap(idsOf).forEach((id) => ids.add(id));
  }
  return ids;
}

function idsOf({ attributes }: Tag): string[] {
  return attributes.filter((one) => one.name === 'id').map((one) => one.value);
}

function hrefsOf({ attributes }: Tag): string[] {
  return attributes.filter((one) => one.name === 'href').map((one) => one.value.trim().slice(1));
}

function attributeFault({ name, shown, value }: Attribute): string | undefined {
  if (name.startsWith('on')) return `there is an attribute ${shown}, which runs a script`;
  if ((name === 'href' || name === 'src') && !INSIDE.test(value)) return `${shown} leads out of the picture`;
  // Its prefix is that of xml:base, which says where every other address starts.
  if (name === 'base') return `there is an attribute ${shown}`;
  const style = styleFault(value);
  return style === undefined ? undefined : `the attribute ${shown} ${style}`;
}

/** In CSS a backslash can spell any word, so that none is let through. */
function styleFault(css: string): string | undefined {
  if (/@import/i.test(css)) return 'brings in another one (@import)';
  if (/image-set\s*\(|\bsrc\s*\(/i.test(css)) return 'names a picture outside';
  const addresses = [...css.matchAll(/url\s*\(\s*["']?\s*/gi)];
  if (addresses.some((one) => css[one.index + one[0].length] !== '#'))
    return 'names an address outside (url)';
  return /\\/.test(css) ? 'has a backslash' : undefined;
}

const LENGTH = /^\s*(?<number>\d+(?:\.\d+)?|\.\d+)\s*(?<unit>[a-z]*)\s*$/i;

function sizeOf({ attributes }: Tag): Size | undefined {
  const value = (name: string) => attributes.find((one) => one.name === name)?.value ?? '';
  const [width, height] = ['width', 'height'].map((name) => LENGTH.exec(value(name))?.groups);
  // Lengths of one unit have the proportions of the picture; a percentage says nothing of them.
  if (width && height && width['unit'] === height['unit'])
    return positive(Number(width['number']), Number(height['number']));
  const [, , boxWidth, boxHeight] = value('viewbox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return positive(boxWidth ?? 0, boxHeight ?? 0);
}

function positive(width: number, height: number): Size | undefined {
  return width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height)
    ? { width, height }
    : undefined;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
