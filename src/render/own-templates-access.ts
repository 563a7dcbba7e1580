import { finding, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import { withoutCopyMark } from './template-copy.ts';
import { printedPaths } from './template-paths.ts';
import { placeAt } from './template-place.ts';
import { printedText, tagsIn, VALUE, type Branches, type Tag } from './template-tags.ts';

/** Parts that have the page's one heading of the first level. */
const TITLES = new Set(['header', 'pack-cover']);

/**
 * What a part may not leave out, since what it holds would be on no page, or a state would be said by colour alone: as paths
 * from what the part prints.
 */
const ESSENTIAL: Readonly<Record<string, readonly string[]>> = {
  report: ['language', 'title', 'page.csp', 'page.style', '> opening', 'page.body'],
  pack: ['language', 'title', 'page.csp', 'page.style', 'reports[].opening', 'reports[].content'],
  section: ['title', 'body'],
  paragraph: ['heading', 'body'],
  part: ['heading', 'body'],
  header: ['heading'],
  'pack-cover': ['programme'],
  'rag-mark': ['current.word'],
  state: ['text'],
};

/** The parts that are whole pages: `@root` leads to what they print. */
const PAGES = ['report', 'pack'];

interface Fault {
  readonly what: string;
  readonly why: string;
  readonly help: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Returns what a part of a council's own lacks for readers who hear the page, each with its place. An element is judged in the
 * first of the branches that print it: its attributes may stand in branches of their own, as in
 * `<th{{#if x}} scope="col"{{/if}}{{#unless x}} scope="row"{{/unless}}>`.
 */
export function accessFindings(name: string, file: string, text: string): Finding[] {
  const found = new Map<string, Fault>();
  const judged = new Set<number>();
  for (const branches of ['first', 'else', 'all'] satisfies Branches[]) {
    const printed = printedText(text, branches);
    const offset = (at: number): number => printed.offsets[at] ?? text.length;
    const tags = tagsIn(printed.text);
    const isNew = (one: Tag): boolean => !judged.has(offset(one.start));
    const faults = [
      ...tags.filter(isNew).flatMap((tag) => elementFault(name, tag, printed.text) ?? []),
      // All branches at once are no page: what is there twice may be in two of them.
      ...(branches === 'all' ? [] : [...secondTitles(name, tags), ...idsAgain(tags)]),
    ];
    for (const fault of faults) {
      const [start, end] = [offset(fault.start), offset(fault.end - 1) + 1];
      found.set(`${start} ${fault.what}`, { ...fault, start, end });
    }
    for (const { start } of tags) judged.add(offset(start));
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ what, why, help, start, end }) =>
      finding('W514', what, { at: placeAt(file, text, start, end), why, help }),
    );
}

/** Returns what a part does not print that its page cannot do without, or that it prints nothing and does not say why. */
export function essentialFindings(name: string, file: string, text: string): Finding[] {
  const at = { file, line: 1, column: 1, length: 1 };
  const printed = printedPaths(text);
  const essential = Object.hasOwn(ESSENTIAL, name) ? (ESSENTIAL[name] ?? []) : [];
  const missing = essential.filter(
    (path) => !printed.has(path) && !(PAGES.includes(name) && printed.has(`@root.${path}`)),
  );
  if (missing.length === 0)
    return withoutCopyMark(text).trim() !== ''
      ? []
      : [
          finding('W515', `the part ${name} prints nothing`, {
            at,
            help: 'say in it why, if that is meant: {{!-- The board has it in the covering letter. --}}',
          }),
        ];
  return [finding('W515', `the part ${name} does not print ${formatList(missing.map(asWritten))}`, { at })];
}

/** Returns a path as it is written where nothing else is around it. */
function asWritten(path: string): string {
  const [list = '', inside] = path.split('[].');
  return inside === undefined ? `{{${path}}}` : `{{#each ${list}}}{{${inside}}}{{/each}}`;
}

/** Returns the headings of the first level behind the first, in a part that may have one. */
function secondTitles(part: string, tags: readonly Tag[]): Fault[] {
  if (!TITLES.has(part)) return [];
  return tags
    .filter((one) => one.name === 'h1')
    .slice(1)
    .map((tag) => ({ ...SECOND_TITLE, ...nameOf(tag) }));
}

function idsAgain(tags: readonly Tag[]): Fault[] {
  const ids = new Set<string>();
  return tags
    .flatMap((tag) => tag.attributes)
    .filter(
      ({ name, value }) => name === 'id' && !value.includes(VALUE) && (ids.has(value) || !ids.add(value)),
    )
    .map(({ value, start, end }) => ({
      what: `the id "${value}" is there twice`,
      why: 'a link leads to the first of them, and what is named by it is named wrongly',
      help: 'give each element an id of its own',
      start,
      end,
    }));
}

const SECOND_TITLE = {
  what: 'the page has another heading of the first level',
  why: 'a page has one, which is its title (header, pack-cover)',
  help: 'write <h3> in a section, whose own heading is of the second level',
};

function elementFault(part: string, tag: Tag, text: string): Fault | undefined {
  const has = (name: string): boolean => tag.attributes.some((one) => one.name === name);
  switch (tag.name) {
    case 'img':
      if (has('alt')) return undefined;
      return {
        what: 'a picture has no text in its place',
        why: 'who cannot see it is told nothing of it (WCAG 2.2, 1.1.1)',
        help: 'write alt="…" with what it says, or alt="" where it says nothing',
        ...nameOf(tag),
      };
    case 'th':
      if (has('scope')) return undefined;
      return {
        what: 'the heading of a column or a row does not say which',
        why: 'a cell is read out with its headings, which are found by their scope (WCAG 2.2, 1.3.1)',
        help: 'write <th scope="col"> or <th scope="row">',
        ...nameOf(tag),
      };
    case 'table':
      if (new RegExp(`^\\s*(?:<caption|${VALUE})`, 'i').test(text.slice(tag.end))) return undefined;
      return {
        what: 'a table has no caption',
        why: 'who goes from table to table hears the captions (WCAG 2.2, 1.3.1)',
        help: 'start the table with <caption>…</caption>',
        ...nameOf(tag),
      };
    case 'h1':
      return TITLES.has(part) ? undefined : { ...SECOND_TITLE, ...nameOf(tag) };
    default:
      return undefined;
  }
}

/** Where the name of an element stands, with the sign before it. */
function nameOf({ name, start }: Tag): Pick<Fault, 'start' | 'end'> {
  return { start, end: start + 1 + name.length };
}
