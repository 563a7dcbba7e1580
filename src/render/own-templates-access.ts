import { finding, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import { withoutCopyMark } from './template-copy.ts';
import { marksIn } from './template-marks.ts';
import { placeAt } from './template-place.ts';
import { printedText, tagsIn, VALUE, type PrintedText, type Tag } from './template-tags.ts';

/** Parts that have the page's one heading of the first level. */
const TITLES = new Set(['header', 'pack-cover']);

/** What a part may not leave out, since what it holds would be on no page, or a state would be said by colour alone. */
const ESSENTIAL: Readonly<Record<string, readonly string[]>> = {
  report: ['language', 'title', 'page.csp', 'page.style', 'opening', 'page.body'],
  pack: ['language', 'title', 'page.csp', 'page.style', 'opening', 'content'],
  section: ['title', 'body'],
  paragraph: ['heading', 'body'],
  part: ['heading', 'body'],
  header: ['heading'],
  'pack-cover': ['programme'],
  'rag-mark': ['current.word'],
  state: ['text'],
};

interface Fault {
  readonly what: string;
  readonly why: string;
  readonly help: string;
  readonly start: number;
  readonly end: number;
}

/** Returns what a part of a council's own lacks for readers who hear the page, each with its place. */
export function accessFindings(name: string, file: string, text: string): Finding[] {
  const printed = printedText(text, 'first');
  const offset = (at: number): number => printed.offsets[at] ?? text.length;
  const tags = tagsIn(printed.text);
  return faultsIn(name, tags, printed).map(({ what, why, help, start, end }) =>
    finding('W514', what, { at: placeAt(file, text, offset(start), offset(end - 1) + 1), why, help }),
  );
}

/** Returns what a part does not print that its page cannot do without, or that it prints nothing and does not say why. */
export function essentialFindings(name: string, file: string, text: string): Finding[] {
  const at = { file, line: 1, column: 1, length: 1 };
  const printed = new Set(
    marksIn(text)
      .filter((one) => one.kind === 'value')
      .flatMap((one) => one.text.replace(/"[^"]*"|'[^']*'/g, '').split(/[^\w.-]+|\bthis\./)),
  );
  const essential = Object.hasOwn(ESSENTIAL, name) ? (ESSENTIAL[name] ?? []) : [];
  const missing = essential.filter((path) => !printed.has(path));
  if (missing.length === 0)
    return withoutCopyMark(text).trim() !== ''
      ? []
      : [
          finding('W515', `the part ${name} prints nothing`, {
            at,
            help: 'say in it why, if that is meant: {{!-- The board has it in the covering letter. --}}',
          }),
        ];
  const written = missing.map((path) =>
    path === 'opening' && name === 'report' ? '{{> opening}}' : `{{${path}}}`,
  );
  return [
    finding('W515', `the part ${name} does not print ${formatList(written)}`, {
      at,
    }),
  ];
}

function faultsIn(name: string, tags: readonly Tag[], printed: PrintedText): Fault[] {
  const ids = new Set<string>();
  return tags.flatMap((tag, index): Fault[] => {
    const [start, end] = [tag.start, tag.start + 1 + tag.name.length];
    const fault = elementFault(name, tag, printed.text, tags.slice(0, index));
    const twice = tag.attributes.filter(
      (one) => one.name === 'id' && !one.value.includes(VALUE) && (ids.has(one.value) || !ids.add(one.value)),
    );
    return [
      ...(fault ? [{ ...fault, start, end }] : []),
      ...twice.map((one) => ({
        what: `the id "${one.value}" is there twice`,
        why: 'a link leads to the first of them, and what is named by it is named wrongly',
        help: 'give each element an id of its own',
        start: one.start,
        end: one.end,
      })),
    ];
  });
}

function elementFault(
  part: string,
  tag: Tag,
  text: string,
  before: readonly Tag[],
): Pick<Fault, 'what' | 'why' | 'help'> | undefined {
  const has = (name: string): boolean => tag.attributes.some((one) => one.name === name);
  switch (tag.name) {
    case 'img':
      if (has('alt')) return undefined;
      return {
        what: 'a picture has no text in its place',
        why: 'who cannot see it is told nothing of it (WCAG 2.2, 1.1.1)',
        help: 'write alt="…" with what it says, or alt="" where it says nothing',
      };
    case 'th':
      if (has('scope')) return undefined;
      return {
        what: 'the heading of a column or a row does not say which',
        why: 'a cell is read out with its headings, which are found by their scope (WCAG 2.2, 1.3.1)',
        help: 'write <th scope="col"> or <th scope="row">',
      };
    case 'table':
      if (new RegExp(`^\\s*(?:<caption|${VALUE})`, 'i').test(text.slice(tag.end))) return undefined;
      return {
        what: 'a table has no caption',
        why: 'who goes from table to table hears the captions (WCAG 2.2, 1.3.1)',
        help: 'start the table with <caption>…</caption>',
      };
    case 'h1':
      if (TITLES.has(part) && !before.some((one) => one.name === 'h1')) return undefined;
      return {
        what: 'the page has another heading of the first level',
        why: 'a page has one, which is its title (header, pack-cover)',
        help: 'write <h3> in a section, whose own heading is of the second level',
      };
    default:
      return undefined;
  }
}
