import type { Examined, Node } from './examined.ts';
import { dictAt, textAt } from './objects.ts';
import { markOf } from './page.ts';
import { captionFaults, DOCUMENT, isLanguage, type PdfRule, type Wrong, wrong } from './rule.ts';
import { altOf, marksOf } from './tree.ts';

/** The kinds of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
Formula Form`.split(/\s+/),
);
const MUST_HOLD = new Set([
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Caption',
  'Link',
  'Lbl',
  'LBody',
  'Figure',
  'L',
  'Table',
]);

/** Rules on headings, lists, figures and the kinds of elements. */
export const TREE_RULES: readonly PdfRule[] = [
  {
    name: 'standard-kinds',
    checkpoint: '02-001, 02-003',
    says: 'Every element is of a kind that PDF 1.7 knows, or mapped to one.',
    check: ({ nodes }) =>
      nodes.flatMap((node) =>
        STANDARD.has(node.type) ? [] : [wrong(node, `"${node.element.type}" is no kind of PDF 1.7`)],
      ),
  },
  {
    name: 'standard-kept',
    checkpoint: '02-004',
    says: 'No kind of PDF 1.7 is mapped to another.',
    check: ({ catalog }) =>
      (dictAt(dictAt(catalog, 'StructTreeRoot'), 'RoleMap')?.keys() ?? [])
        .map((key) => key.decodeText())
        .filter((type) => STANDARD.has(type))
        .map((type) => ({ what: `"${type}" is mapped to another kind`, where: DOCUMENT })),
  },
  {
    name: 'one-title',
    says: 'There is one heading of the first level.',
    check: ({ nodes }) => {
      const [first, ...more] = nodes.filter(({ type }) => type === 'H1');
      if (first === undefined) return [{ what: 'there is no heading of the first level', where: DOCUMENT }];
      return more.map((node) => wrong(node, 'a second heading of the first level'));
    },
  },
  {
    name: 'heading-order',
    checkpoint: '14-002, 14-003',
    says: 'No level of heading is skipped.',
    check: ({ nodes }) => {
      let last = 0;
      return nodes.flatMap((node) => {
        const level = Number(/^H(\d)$/.exec(node.type)?.[1] ?? 0);
        if (level === 0) return [];
        const before = last;
        last = level;
        return level > before + 1
          ? [wrong(node, `a heading of level ${level} follows one of level ${before}`)]
          : [];
      });
    },
  },
  {
    name: 'heading-levels',
    checkpoint: '14-006, 14-007',
    says: 'Every heading says its level.',
    check: ({ nodes }) =>
      nodes.flatMap((node) => (node.type === 'H' ? [wrong(node, 'a heading of no level from 1 to 6')] : [])),
  },
  {
    name: 'list-parts',
    checkpoint: '09-005',
    says: 'Lists are of items, and items of a label and a body; a caption is there once and first.',
    check: ({ nodes }) => nodes.flatMap(listFaults),
  },
  {
    name: 'ruby-parts',
    checkpoint: '09-007',
    says: 'What says how a text is read (ruby) is of the text and its reading.',
    check: ({ nodes }) => nodes.flatMap(rubyFaults),
  },
  {
    name: 'note-ids',
    checkpoint: '19-003, 19-004',
    says: 'Every note has an identifier of its own.',
    check: ({ nodes }) => {
      const known = new Set<string>();
      return nodes.flatMap((node) => {
        if (node.type !== 'Note') return [];
        const id = textAt(node.element.dict, 'ID') ?? '';
        const isOwn = id !== '' && !known.has(id);
        known.add(id);
        return isOwn ? [] : [wrong(node, id === '' ? 'a note has no ID' : `two notes have the ID "${id}"`)];
      });
    },
  },
  {
    name: 'languages',
    checkpoint: 'clause 7.2',
    says: 'Every language that an element names is written as languages are.',
    check: ({ nodes }) =>
      nodes.flatMap((node) => {
        const lang = textAt(node.element.dict, 'Lang');
        return lang === undefined || isLanguage(lang) ? [] : [wrong(node, `the language is "${lang}"`)];
      }),
  },
  {
    name: 'figure-alt',
    checkpoint: '13-004',
    says: 'Every figure is told in words.',
    check: ({ nodes }) =>
      nodes.flatMap((node) => {
        if (node.type !== 'Figure') return [];
        const alt = altOf(node.element)?.trim() ?? '';
        if (alt === '') return [wrong(node, 'a figure is not told in words')];
        const isName = /^\S+\.(?:png|jpe?g|gif|svg|webp)$/i.test(alt);
        return isName ? [wrong(node, `"${alt}" is the name of a file`)] : [];
      }),
  },
  {
    name: 'nothing-empty',
    says: 'No paragraph, heading, link, list, table, caption or figure is empty.',
    check: (paper) =>
      paper.nodes.flatMap((node) =>
        MUST_HOLD.has(node.type) && !paints(paper, node) ? [wrong(node, 'it holds nothing')] : [],
      ),
  },
];

const RUBY = ['RB', 'RT', 'RP'];

function rubyFaults(node: Node): Wrong[] {
  const { type, parent, nodes, element } = node;
  if (RUBY.includes(type) && parent?.type !== 'Ruby')
    return [wrong(node, `a ${type} stands in a ${parent?.type ?? 'document'}`)];
  if (type !== 'Ruby') return [];
  const types = nodes.map((kid) => kid.type);
  const isWhole = types.includes('RB') && types.includes('RT') && types.every((kid) => RUBY.includes(kid));
  const isBare = element.kids.some((kid) => kid.kind !== 'element');
  return isWhole && !isBare ? [] : [wrong(node, 'ruby is not of a text (RB) and its reading (RT)')];
}

function listFaults(node: Node): Wrong[] {
  const { type, parent, nodes } = node;
  if (type === 'L')
    return [
      ...captionFaults(node),
      ...nodes.flatMap((kid) =>
        ['LI', 'L', 'Caption'].includes(kid.type) ? [] : [wrong(kid, 'a list holds what is no item')],
      ),
    ];
  if (type === 'LBody')
    return parent?.type === 'LI' ? [] : [wrong(node, 'the body of an item stands outside an item')];
  if (type !== 'LI') return [];
  const faults = nodes.flatMap((kid) =>
    ['Lbl', 'LBody'].includes(kid.type)
      ? []
      : [wrong(kid, 'an item holds what is neither its label nor its body')],
  );
  if (parent?.type !== 'L') faults.push(wrong(node, 'an item stands outside a list'));
  const isBare = node.element.kids.some((kid) => kid.kind !== 'element');
  if (isBare || (faults.length === 0 && !nodes.some((kid) => kid.type === 'LBody')))
    faults.push(wrong(node, 'an item has no body'));
  return faults;
}

function paints({ pages }: Examined, node: Node): boolean {
  return marksOf(node.element).some((kid) => {
    const mark = markOf(pages, kid);
    return mark !== undefined && mark.glyphs + mark.paths + mark.images > 0;
  });
}
