import { finding, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import { COLOUR_NAMES } from '../model/theme.ts';
import { CSS_COLOUR_NAMES } from './css-colour-names.ts';
import { placeAt } from './template-place.ts';

/** A declaration of a style sheet, with the selector of its rule, as both are compared. */
interface Declaration {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
  /** Whether its rule keeps text for those who hear the page alone: it is one pixel large. */
  readonly isHeard: boolean;
  readonly start: number;
  readonly end: number;
}

/** What hides what it applies to from everyone, or from those who see. */
const HIDING: readonly { readonly property: RegExp; readonly value: RegExp }[] = [
  { property: /^display$/, value: /^none\b/ },
  { property: /^visibility$/, value: /^(?:hidden|collapse)\b/ },
  { property: /^content-visibility$/, value: /^hidden\b/ },
  { property: /^opacity$/, value: /^0*\.?0*%?$/ },
  { property: /^(?:color|-webkit-text-fill-color)$/, value: /^transparent$/ },
];

/** What moves text, and beyond which length in points it leaves any page: one is 595 points wide. */
const MOVES =
  /^(?:left|right|top|bottom|inset|inset-[a-z-]+|margin|margin-[a-z-]+|text-indent|translate|transform)$/;
const BESIDE_PAGE = { before: -300, after: 1500 };

/** What a rule sets, among others, that keeps its text for those who hear the page, as `.skip` does that ships. */
const HEARD = ['position: absolute', 'width: 1px', 'height: 1px', 'overflow: hidden'];

/** The smallest text that ships is 8.5 points on paper; less is not read. */
const LEAST_POINTS = 8;
/** As many points as one of each is: a `rem` is 10 points on paper, where text is smallest. */
const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  rem: 10,
  em: 10,
  '%': 0.1,
  mm: 2.835,
  cm: 28.35,
  in: 72,
  pc: 12,
};
const LENGTH = new RegExp(`(?<![\\w.#])([-+]?\\d*\\.?\\d+)(${Object.keys(POINTS).join('|')})(?![\\w%])`, 'g');
/** The size that a `font` has before its family, behind numbers without a unit, which are weights. */
const FONT_SIZE = /(?:^|\s)(\d*\.?\d+[a-z%]+|0*\.?0+)(?=[\s/]|$)/;

const COLOURED =
  /^(?:color|background(?:-color|-image)?|border(?:-[a-z-]+)?|outline(?:-color)?|fill|stroke|[a-z-]+-color|--[\w-]+)$/;
const COLOUR = new RegExp(
  String.raw`#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|(?<![\w-])(?:${CSS_COLOUR_NAMES.join('|')})(?![\w(-])`,
);

/**
 * Returns notes on what a council's style sheet does that nothing checks: it hides what a page says, sets it too small, or in a
 * colour of its own. `shipped` is what ships, of which a copy may keep everything.
 */
export function lookFindings(file: string, css: string, shipped: readonly string[]): Finding[] {
  const known = new Set(shipped.flatMap(declarationsIn).map(keyOf));
  const own = declarationsIn(css).filter((one) => !known.has(keyOf(one)));
  const note = (
    code: 'N513' | 'N516',
    some: readonly Declaration[],
    said: (list: string) => string,
  ): Finding[] => {
    const [first] = some;
    if (first === undefined) return [];
    const all = [...new Set(some.map((one) => `${one.selector} { ${one.property}: ${one.value} }`))];
    const more = all.length > MOST ? [`${all.length - MOST} more`] : [];
    const list = formatList([...all.slice(0, MOST), ...more]);
    return [finding(code, said(list), { at: placeAt(file, css, first.start, first.end) })];
  };
  return [
    ...note(
      'N516',
      own.filter(hides),
      (list) => `the style sheet hides what a page says, or sets it too small: ${list}`,
    ),
    ...note(
      'N513',
      own.filter(isColoured),
      (list) => `the style sheet has colours that are not checked: ${list}`,
    ),
  ];
}

/** As many declarations are named. */
const MOST = 3;

function hides({ property, value: written, isHeard }: Declaration): boolean {
  const value = written.replace(/\s*!\s*important$/, '');
  return (
    HIDING.some((one) => one.property.test(property) && one.value.test(value)) ||
    isTiny(property, value) ||
    (!isHeard && isBesidePage(property, value))
  );
}

function isTiny(property: string, value: string): boolean {
  if (property !== 'font-size' && property !== 'font') return false;
  const size = property === 'font' ? FONT_SIZE.exec(value)?.[1] : value;
  if (size === undefined || size === '') return false;
  if (Number(size) === 0) return true;
  const [length] = lengthsIn(size);
  return length !== undefined && length < LEAST_POINTS;
}

function isBesidePage(property: string, value: string): boolean {
  if (!MOVES.test(property)) return false;
  return lengthsIn(value).some((one) => one < BESIDE_PAGE.before || one > BESIDE_PAGE.after);
}

/** Returns the lengths in a value, in points. */
function lengthsIn(value: string): number[] {
  return [...value.matchAll(LENGTH)].map(([, size = '', unit = '']) => Number(size) * (POINTS[unit] ?? 0));
}

function isColoured({ property, value }: Declaration): boolean {
  if (!COLOURED.test(property) || COLOUR_NAMES.some((name) => property === `--${name}`)) return false;
  return COLOUR.test(value.replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, ''));
}

function keyOf({ selector, property, value }: Declaration): string {
  return JSON.stringify([selector, property, value]);
}

/** Innermost rules: what stands before a brace up to the last end of another rule, and the declarations within. */
const RULE = /([^{}]*)\{([^{}]*)\}/g;

function declarationsIn(css: string): Declaration[] {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(RULE)].flatMap((rule) => {
    const [, before = '', inside = ''] = rule;
    const selector = folded(before.slice(before.lastIndexOf(';') + 1));
    const from = rule.index + before.length + 1;
    const all = [...inside.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].map((match) => {
      const [whole, property = '', value = ''] = match;
      const start = from + match.index;
      return {
        selector,
        property: property.toLowerCase(),
        value: folded(value).toLowerCase(),
        start,
        end: start + whole.trimEnd().length,
      };
    });
    const set = new Set(all.map(({ property, value }) => `${property}: ${value}`));
    const isHeard = HEARD.every((one) => set.has(one));
    return all.map((one) => ({ ...one, isHeard }));
  });
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
