import { finding, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import { COLOUR_NAMES } from '../model/theme.ts';
import { placeAt } from './template-place.ts';

/** A declaration of a style sheet, with the selector of its rule, as both are compared. */
interface Declaration {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What hides what it applies to from everyone, or from those who see. */
const HIDING: readonly { readonly property: RegExp; readonly value: RegExp }[] = [
  { property: /^display$/, value: /^none\b/ },
  { property: /^visibility$/, value: /^(?:hidden|collapse)\b/ },
  { property: /^content-visibility$/, value: /^hidden\b/ },
  { property: /^opacity$/, value: /^0*\.?0*%?$/ },
];

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
};

const COLOURED =
  /^(?:color|background(?:-color|-image)?|border(?:-[a-z-]+)?|outline(?:-color)?|fill|stroke|[a-z-]+-color|--[\w-]+)$/;
const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|(?<![\w-])(?:black|white|red|green|blue|yellow|orange|purple|gr[ae]y|silver|navy|teal|maroon|olive|lime|aqua|cyan|magenta|fuchsia|pink|brown|gold|(?:light|dark|medium|deep|pale)[a-z]+)(?![\w(-])/;

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

function hides({ property, value }: Declaration): boolean {
  return (
    HIDING.some((one) => one.property.test(property) && one.value.test(value)) || isTiny(property, value)
  );
}

function isTiny(property: string, value: string): boolean {
  if (property !== 'font-size' && property !== 'font') return false;
  const [, size = '', unit = ''] = /(?<![\w.])(\d*\.?\d+)(pt|px|r?em|%|mm|cm)?(?![\w%])/.exec(value) ?? [];
  if (size === '' || (unit === '' && Number(size) !== 0)) return false;
  return Number(size) * (POINTS[unit] ?? 0) < LEAST_POINTS;
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
    return [...inside.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].map(
      ([whole, property = '', value = ''], index, all) => {
        const start = from + (all[index]?.index ?? 0);
        return {
          selector,
          property: property.toLowerCase(),
          value: folded(value).toLowerCase(),
          start,
          end: start + whole.trimEnd().length,
        };
      },
    );
  });
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
